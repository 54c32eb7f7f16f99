"""The rules of a run: every Rego module, and what each rule's METADATA declares."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import OnSilence, Severity
from vendorlint.errors import ErrorCollector, InputError, NothingToCheckError
from vendorlint.files.text import read_text
from vendorlint.files.yaml.document import YamlDocument, kept_yaml
from vendorlint.near import did_you_mean
from vendorlint.place import FilePlace
from vendorlint.project.bundled import bundled
from vendorlint.project.declared import declared_facts
from vendorlint.project.inside import own_files
from vendorlint.project.project import Project
from vendorlint.schemas.schema import fact_ids, validate

RULES_PACKAGE = "vendorlint.rules"
TEST_SUFFIX = "_test.rego"

_PACKAGE = re.compile(r"^package[ \t]+([A-Za-z0-9_.]+)", re.MULTILINE)
_METADATA = re.compile(r"^# METADATA[ \t]*\n((?:#(?! METADATA[ \t]*\n).*\n)*)(?=package\b)", re.MULTILINE)
_DENY = re.compile(r"^deny\b", re.MULTILINE)
_OTHER_DECISION = re.compile(r"^(?:warn|violation)\b", re.MULTILINE)
_RULE_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Module:
    """One Rego file as an engine is given it: the path that its errors name, and its text."""

    path: str
    text: str

    @property
    def package(self) -> str | None:
        """The package that it names, with dots, before an engine has read it; None where it names none on a line of its own."""
        found = _PACKAGE.search(self.text)
        return found[1] if found else None

    def place(self, line: int = 1) -> FilePlace:
        """The beginning of a line."""
        return FilePlace(Path(self.path), line)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule declares of itself. `id` is its package's last part with dashes.

    `facts` are ids; `params` has each parameter's default; `negotiate` has ask_for (and ask_for_fr), fall_back_to and walk_away_at, or is empty; `references` are laws and
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
    severity: Severity
    on_silence: OnSilence
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
        read = self._rules[rule_id] = _rule(module, package, rule_id, _metadata(module, line), _shipped_facts())
        return read

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def all_rules(project: Project) -> RuleSet:
    """The rules that ship with vendorlint, and those of the project."""
    shipped = rules_folder()
    return load_rules([shipped, *project.config.rego], shipped=shipped, facts=project.facts.judged)


def known_rules(project: Project) -> Mapping[str, Rule]:
    """The rules by id, in the order of their ids: the shipped ones and the project's own."""
    rules = all_rules(project).rules
    return {rule_id: rules[rule_id] for rule_id in sorted(rules)}


def rules_folder() -> Path:
    """Where the rules that ship with vendorlint are."""
    return bundled("rego") / "vendorlint"


def load_rules(
    folders: Sequence[Path], *, shipped: Path | None = None, facts: Collection[str] | None = None
) -> RuleSet:
    """All rules and libraries under the folders, without tests (`*_test.rego`). `facts` are the ids of all that they may be
    about; without them, of what ships. `shipped` is a folder of rules whose METADATA is known to be right, and is read late.

    Raises NothingToCheckError where there is no rule, and InputErrors for METADATA that is wrong, for a package that is
    defined twice (so that nobody's rule replaces a shipped one unseen), and for a rule whose package or decision would
    never be asked for.
    """
    modules = [Module(str(path), read_text(path)) for folder in folders for path in _files(folder)]
    rules: dict[str, Rule | tuple[Module, str, int]] = {}
    packages: dict[str, str] = {}
    known = _shipped_facts() if facts is None else facts
    errors = ErrorCollector()
    for module in modules:
        with errors.collect():
            package, line = _package(module)
            if package in packages:
                message = f"the package {package} is already defined in {packages[package]}; choose another name"
                raise InputError(message, module.place(line))
            packages[package] = module.path
            if rule_id := _rule_id(module, package, line):
                late = shipped is not None and Path(module.path).is_relative_to(shipped)
                rules[rule_id] = (
                    (module, package, line) if late else _rule(module, package, rule_id, _metadata(module, line), known)
                )
    errors.finalize()
    if not rules:
        raise NothingToCheckError(f"no rule is in {', '.join(str(folder) for folder in folders) or 'no folder'}")
    return RuleSet(_Rules({rule: rules[rule] for rule in sorted(rules)}), tuple(modules))


def _shipped_facts() -> tuple[str, ...]:
    return (*fact_ids(), *declared_facts())


def load_tests(folders: Sequence[Path]) -> tuple[Module, ...]:
    """The tests of rules (`*_test.rego`) under the folders. Raises InputError for a file that cannot be read."""
    return tuple(Module(str(path), read_text(path)) for folder in folders for path in _files(folder, tests=True))


def _files(folder: Path, *, tests: bool = False) -> list[Path]:
    if not folder.is_dir():
        raise InputError("no such folder; expected Rego rules in it", folder)
    return [path for path in own_files(folder, (".rego",)) if path.name.endswith(TEST_SUFFIX) == tests]


def _package(module: Module) -> tuple[str, int]:
    found = _PACKAGE.search(module.text)
    if found is None:
        raise InputError(f"has no package; expected 'package {RULES_PACKAGE}.<rule>'", module.place())
    return found[1], _line(module.text, found.start())


def _rule_id(module: Module, package: str, line: int) -> str | None:
    """The id of the rule in a module, or None for a library."""
    parent, _, name = package.rpartition(".")
    decision = _DENY.search(module.text) or _OTHER_DECISION.search(module.text)
    if parent != RULES_PACKAGE:
        if decision:
            near = did_you_mean(parent, [RULES_PACKAGE])
            message = f"the package {package} would never be asked for; expected {RULES_PACKAGE}.<rule>{near}"
            raise InputError(message, module.place(line))
        return None
    if not _RULE_NAME.fullmatch(name):
        message = f"the rule's name '{name}' is not lower-case letters, digits and '_'"
        raise InputError(message, module.place(line))
    if decision is None or decision[0] != "deny":
        at = _line(module.text, decision.start()) if decision else line
        found = f"'{decision[0]}'" if decision else "no decision"
        raise InputError(f"found {found}; expected 'deny contains result if {{ … }}'", module.place(at))
    return name.replace("_", "-")


def _metadata(module: Module, package_line: int) -> YamlDocument:
    found = _METADATA.search(module.text.replace("\r\n", "\n"))
    if found is None:
        message = "the rule has no METADATA; expected a comment '# METADATA' with title and custom above its package"
        raise InputError(message, module.place(package_line))
    first = _line(module.text, found.start(1))
    text = "".join(_uncommented(module, first, found[1]))
    document = kept_yaml(text, Path(module.path), line=first, column=3)
    validate(document, "rule")
    return document


def _uncommented(module: Module, first: int, block: str) -> Iterator[str]:
    for number, line in enumerate(block.splitlines(), start=first):
        if not line.startswith("# ") and line.strip() != "#":
            raise InputError("a line of METADATA begins with '# '", module.place(number))
        yield f"{line[2:]}\n"


def _rule(module: Module, package: str, rule_id: str, document: YamlDocument, known: Collection[str]) -> Rule:
    metadata: dict[str, Any] = document.value
    custom: dict[str, Any] = metadata["custom"]
    ErrorCollector(
        document.error(("custom", "facts", index), f"unknown fact '{fact}'{did_you_mean(fact, known)}")
        for index, fact in enumerate(custom.get("facts", ()))
        if fact not in known
    ).finalize()
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
