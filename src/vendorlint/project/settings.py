"""What can be configured: each setting with its kind, its default and the ways to say it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from vendorlint.choices import ENGINES, FACTS_FORMS, OPA_MODES, READING_NOTES, SEVERITIES
from vendorlint_extractor.documents.readers.rendering import LIMITS

SettingKind = Literal[
    "path", "paths", "packs", "outputs", "types", "tiers", "text", "number", "decimal", "flag", "choice"
]
# Settings that no repository may choose: where facts or terms and what proves who asks go.
USERS_SECTIONS = {"opa": "the OPA server", "second_reader": "the second reader"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that can be configured; a choice is one of `choices`."""

    name: str
    kind: SettingKind
    default: str | int | bool | tuple[str, ...] | None = None
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable: opa.token_file is VENDORLINT_OPA_TOKEN_FILE. Lists are separated by commas."""
        return f"VENDORLINT_{self.name.upper().replace('.', '_')}"

    @property
    def flag(self) -> str:
        """The option of the command line: --opa-token-file."""
        return f"--{self.name.replace('.', '-').replace('_', '-')}"

    @property
    def is_users(self) -> bool:
        """Whether it is read from the user's own configuration, and never from a repository's."""
        return self.name.partition(".")[0] in USERS_SECTIONS


SETTINGS = (
    Setting("vendors", "path", "vendors"),
    Setting("policy", "packs", ("vendorlint/baseline",)),
    Setting("rego", "paths", ()),
    Setting("facts", "paths", ()),
    Setting("precedence", "types", ()),
    Setting("require_review", "tiers", ()),
    Setting("reading_notes", "choice", None, READING_NOTES),
    Setting("facts_form", "choice", "full", FACTS_FORMS),
    Setting("waivers", "path", "waivers.yaml"),
    Setting("baseline", "path", "vendorlint-baseline.json"),
    Setting("fail_on", "choice", "error", SEVERITIES),
    Setting("output", "outputs", ("text",)),
    Setting("engine", "choice", "embedded", ENGINES),
    Setting("opa.url", "text"),
    Setting("opa.token_file", "path"),
    Setting("opa.ca", "path"),
    Setting("opa.cert", "path"),
    Setting("opa.key", "path"),
    Setting("opa.mode", "choice", "push", OPA_MODES),
    Setting("second_reader.url", "text"),
    Setting("second_reader.model", "text"),
    Setting("second_reader.key_file", "path"),
    Setting("second_reader.seconds", "number", 120),
    Setting("second_reader.price_in", "decimal"),
    Setting("second_reader.price_out", "decimal"),
    *(
        Setting(f"limits.{name}", "flag" if isinstance(default, bool) else "number", default)
        for name, default in asdict(LIMITS).items()
    ),
)
