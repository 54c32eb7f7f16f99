"""The rules of a run: every Rego module, and what each rule's METADATA declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.errors import InputError, InputErrors, NothingToCheckError, did_you_mean
from vendorlint.files.text import read_text
from vendorlint.files.yaml.document import YamlDocument, parse_yaml
from vendorlint.project.bundled import bundled
from vendorlint.project.config import Config
from vendorlint.project.declared import declared_facts
from vendorlint.project.own_facts import own_facts
from vendorlint.schemas.schema import fact_ids, validate

if TYPE_CHECKING:
    from vendorlint_extractor.ontology import OwnFact

RULES_PACKAGE = "vendorlint.rules"
TEST_SUFFIX = "_test.rego"

_PACKAGE = re.compile(r"^package[ \t]+([A-Za-z0-9_.]+)", re.MULTILINE)
_METADATA = re.compile(r"^# METADATA[ \t]*\n((?:#.*\n)*)(?=package\b)", re.MULTILINE)
_DENY = re.compile(r"^deny\b", re.MULTILINE)
_OTHER_DECISION = re.compile(r"^(?:warn|violation)\b", re.MULTILINE)
_RULE_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Module:
    """One Rego file as an engine is given it: the path that its errors name, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule declares of itself. `id` is its package's last part with dashes.

    `severity` is error, warning or info; `on_silence` one of those or pass; `facts` are ids; `params` has each
    parameter's default; `negotiate` has ask_for, fall_back_to and walk_away_at, or is empty; `references` are laws and
    standards with the provision, such as "GDPR Art. 28(3)(a)"; `documentation` is a URL, or empty.
    """

    id: str
    package: str
    title: str
    description: str
    why: str
    remedy: str
    negotiate: Mapping[str, str]
    references: tuple[str, ...]
    severity: str
    on_silence: str
    category: str
    mandatory: bool
    facts: tuple[str, ...]
    params: Mapping[str, Any]
    documentation: str
    path: str


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules by id, and every module that they need."""

    rules: Mapping[str, Rule]
    modules: tuple[Module, ...]


class _Rules(Mapping[str, Rule]):
    """Rules by id. METADATA that is known to be right is read when somebody asks: a run asks for the rules that are on."""

    def __init__(self, rules: Mapping[str, Rule | tuple[Module, str, int]]) -> None:
        self._rules = dict(rules)

    def __getitem__(self, rule_id: str) -> Rule:
        found = self._rules[rule_id]
        if isinstance(found, Rule):
            return found
        module, package, line = found
        read = self._rules[rule_id] = _rule(module, package, rule_id, _metadata(module, line), ())
        return read

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def all_rules(config: Config) -> RuleSet:
    """The rules that ship with vendorlint, and those of the configuration."""
    return load_rules([rules_folder(), *config.rego], shipped=rules_folder(), own=own_facts(config.facts))


def known_rules(config: Config) -> Mapping[str, Rule]:
    """The rules by id, in the order of their ids: the shipped ones and the configuration's own."""
    rules = all_rules(config).rules
    return {rule_id: rules[rule_id] for rule_id in sorted(rules)}


def rules_folder() -> Path:
    """Where the rules that ship with vendorlint are."""
    return bundled("rego") / "vendorlint"


def load_rules(folders: Sequence[Path], *, shipped: Path | None = None, own: tuple[OwnFact, ...] = ()) -> RuleSet:
    """All rules and libraries under the folders, without tests (`*_test.rego`), about the shipped facts and an
    organisation's own. `shipped` is a folder of rules whose METADATA is known to be right, and is read late.

    Raises NothingToCheckError where there is no rule, and InputErrors for METADATA that is wrong, for a package that is
    defined twice (so that nobody's rule replaces a shipped one unseen), and for a rule whose package or decision would
    never be asked for.
    """
    modules = [Module(str(path), read_text(path)) for folder in folders for path in _files(folder)]
    rules: dict[str, Rule | tuple[Module, str, int]] = {}
    packages: dict[str, str] = {}
    errors: list[InputError] = []
    for module in modules:
        try:
            package, line = _package(module)
            if package in packages:
                message = f"the package {package} is already defined in {packages[package]}; choose another name"
                raise InputError(message, module.path, line, 1)
            packages[package] = module.path
            if rule_id := _rule_id(module, package, line):
                late = shipped is not None and Path(module.path).is_relative_to(shipped)
                rules[rule_id] = (
                    (module, package, line) if late else _rule(module, package, rule_id, _metadata(module, line), own)
                )
        except InputErrors as several:
            errors.extend(several.errors)
        except InputError as error:
            errors.append(error)
    if errors:
        raise InputErrors(errors)
    if not rules:
        raise NothingToCheckError(f"no rule is in {', '.join(str(folder) for folder in folders) or 'no folder'}")
    return RuleSet(_Rules({rule: rules[rule] for rule in sorted(rules)}), tuple(modules))


def load_tests(folders: Sequence[Path]) -> tuple[Module, ...]:
    """The tests of rules (`*_test.rego`) under the folders. Raises InputError for a file that cannot be read."""
    return tuple(Module(str(path), read_text(path)) for folder in folders for path in _files(folder, tests=True))


def _files(folder: Path, *, tests: bool = False) -> list[Path]:
    if not folder.is_dir():
        raise InputError("no such folder; expected Rego rules in it", folder)
    return sorted(path for path in folder.rglob("*.rego") if path.name.endswith(TEST_SUFFIX) == tests)


def _package(module: Module) -> tuple[str, int]:
    found = _PACKAGE.search(module.text)
    if found is None:
        raise InputError(f"has no package; expected 'package {RULES_PACKAGE}.<rule>'", module.path, 1, 1)
    return found[1], _line(module.text, found.start())


def _rule_id(module: Module, package: str, line: int) -> str | None:
    """The id of the rule in a module, or None for a library."""
    parent, _, name = package.rpartition(".")
    decision = _DENY.search(module.text) or _OTHER_DECISION.search(module.text)
    if parent != RULES_PACKAGE:
        if decision:
            near = did_you_mean(parent, [RULES_PACKAGE])
            message = f"the package {package} would never be asked for; expected {RULES_PACKAGE}.<rule>{near}"
            raise InputError(message, module.path, line, 1)
        return None
    if not _RULE_NAME.fullmatch(name):
        message = f"the rule's name '{name}' is not lower-case letters, digits and '_'"
        raise InputError(message, module.path, line, 1)
    if decision is None or decision[0] != "deny":
        at = (_line(module.text, decision.start()), 1) if decision else (line, 1)
        found = f"'{decision[0]}'" if decision else "no decision"
        raise InputError(f"found {found}; expected 'deny contains result if {{ … }}'", module.path, *at)
    return name.replace("_", "-")


def _metadata(module: Module, package_line: int) -> YamlDocument:
    found = _METADATA.search(module.text.replace("\r\n", "\n"))
    if found is None:
        message = "the rule has no METADATA; expected a comment '# METADATA' with title and custom above its package"
        raise InputError(message, module.path, package_line, 1)
    first = _line(module.text, found.start(1))
    text = "".join(_uncommented(module, first, found[1]))
    document = parse_yaml(text, Path(module.path), line=first, column=3)
    validate(document, "rule")
    return document


def _uncommented(module: Module, first: int, block: str) -> Iterator[str]:
    for number, line in enumerate(block.splitlines(), start=first):
        if not line.startswith("# ") and line.strip() != "#":
            raise InputError("a line of METADATA begins with '# '", module.path, number, 1)
        yield f"{line[2:]}\n"


def _rule(module: Module, package: str, rule_id: str, document: YamlDocument, own: tuple[OwnFact, ...]) -> Rule:
    metadata: dict[str, Any] = document.value
    custom: dict[str, Any] = metadata["custom"]
    known = (*fact_ids(own), *declared_facts())
    unknown = [
        document.error(("custom", "facts", index), f"unknown fact '{fact}'{did_you_mean(fact, known)}")
        for index, fact in enumerate(custom.get("facts", ()))
        if fact not in known
    ]
    if unknown:
        raise InputErrors(unknown)
    return Rule(
        id=rule_id,
        package=package,
        title=metadata["title"],
        description=metadata.get("description", "").strip(),
        why=custom.get("why", "").strip(),
        remedy=custom.get("remedy", "").strip(),
        negotiate={step: text.strip() for step, text in custom.get("negotiate", {}).items()},
        references=tuple(custom.get("references", ())),
        severity=custom["severity"],
        on_silence=custom["on_silence"],
        category=custom.get("category", "custom"),
        mandatory=custom.get("mandatory", False),
        facts=tuple(custom.get("facts", ())),
        params=custom.get("params", {}),
        documentation=_documentation(metadata.get("related_resources", ())),
        path=module.path,
    )


def _documentation(resources: Sequence[Mapping[str, str]]) -> str:
    return next((entry["ref"] for entry in resources if entry.get("description") == "documentation"), "")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
