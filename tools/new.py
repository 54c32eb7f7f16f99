"""Begins a fact or a rule that ships: each piece that the tests ask for, in its place. TODO marks what a person has to say.

    tools/new.py fact FAMILY.NAME
    tools/new.py rule RULE-ID [--fact FACT] [--pack NAME]

`vendorlint new` begins those of an organisation; both write the same rule.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generate_rule_docs import CATEGORIES

from vendorlint.errors import InputError, VendorlintError
from vendorlint.files.atomic import write_atomically
from vendorlint.jobs.init import write_new
from vendorlint.jobs.scaffold import SHAPES, check_rule_id, fact_name, judged, rule_files, title_of
from vendorlint.near import did_you_mean
from vendorlint.policy.packs import bundled_packs
from vendorlint.policy.rules import Rule, load_rules
from vendorlint_extractor.ontology import FactInfo, facts

ROOT = Path(__file__).parent.parent
EXTRACTOR = ROOT / "extractor" / "vendorlint_extractor"
TEMPLATE = Path(__file__).parent / "templates" / "fact.yaml"
DECISIONS = ROOT / "tests" / "rego" / "test_rules_embedded.py"
EVERY_RULE = ROOT / "examples" / "rules" / "policies" / "every-rule.yaml"
VENDORS = ROOT / "examples" / "rules" / "vendors"
BREAKS = VENDORS / "thistlepage" / "terms-of-service.md"
KEEPS = VENDORS / "ostergate" / "subscription-agreement.md"  # every fact of harrowfield has to be reviewed
STRICT = "vendorlint/strict"  # has every rule
NO_FAMILIES = {"declared", "document"}  # categories of rules about something else than terms
ENTRY = """\
{fact}:
  title: {title}
  type: bool
  meaning: "TODO true: what the terms say then. false: what they say then."
"""
DOCUMENTATION = """\
# related_resources:
#   - description: documentation
#     ref: https://github.com/vendorlint/vendorlint/blob/main/docs/rules/{rule}.md
# schemas:
#   - input: schema.input
"""
NEGOTIATE = """\
#   negotiate:
#     ask_for: TODO A clause.
#     fall_back_to: TODO What would do.
#     walk_away_at: TODO What would not.
"""
CLAUSES = """\
# METADATA
# custom:
#   avoid: TODO The clause to avoid.
#   prefer: TODO The clause to prefer.
"""
SECTION = """
## {number}. {title}

{number}.1 TODO A clause that {what} {rule}.
"""

Files = dict[Path, str]


def new_fact(fact: str) -> tuple[Files, Files]:
    """The files to make and those to change, with their texts. Raises InputError for an id that cannot be new."""
    family, name = _shipped_name(fact)
    if fact in facts():
        raise InputError(f"the fact '{fact}' exists already; choose another id")
    ontology = EXTRACTOR / "ontology.yaml"
    entry = ENTRY.format(fact=fact, title=title_of(name.rpartition(".")[2]))
    made = {EXTRACTOR / "facts" / family / f"{name}.yaml": TEMPLATE.read_text(encoding="utf-8")}
    return made, {ontology: _with_entry(ontology.read_text(encoding="utf-8"), family, entry)}


def new_rule(rule: str, fact: str | None, pack: str | None) -> tuple[Files, Files]:
    """The files to make and those to change, with their texts. Raises InputError for an id that cannot be new, an unknown fact
    or pack, and a fact that there is no template for."""
    rules = load_rules([ROOT / "rego"]).rules
    check_rule_id(rule, rules)
    info = judged(fact or _fact_of(rule), facts())
    path, test = (made := rule_files(rule, info, ROOT / "rego" / "vendorlint" / "rules"))
    changed = _in_policies(rule, info, pack, rules) | _in_examples(rule)
    changed[DECISIONS] = _with_decisions(DECISIONS.read_text(encoding="utf-8"), rule, info)
    return {path: _shipped(made[path], rule, info), test: made[test]}, changed


def _shipped_name(fact: str) -> tuple[str, str]:
    """Family and name; a shipped name may have dots: ai.training.consent."""
    family, *names = fact.split(".")
    for name in names or [""]:
        fact_name(f"{family}.{name}" if names else fact)
    known = CATEGORIES.keys() - NO_FAMILIES
    if family not in known:
        near = did_you_mean(family, known)
        raise InputError(
            f"'{family}' is no family of facts{near}; a new one begins with its title in CATEGORIES of generate_rule_docs.py"
        )
    return family, ".".join(names)


def _with_entry(ontology: str, family: str, entry: str) -> str:
    """The ontology with an entry behind the last one of its family."""
    entries = re.findall(rf"^{family}\.[\w.]+:\n(?:  .*\n)+", ontology, re.MULTILINE)
    if not entries:
        return f"{ontology}\n{entry}"
    return ontology.replace(entries[-1], entries[-1] + entry)


def _fact_of(rule: str) -> str:
    """The fact that a rule is named after: sla-uptime is about sla.uptime."""
    by_name = {re.sub(r"[._]", "-", fact): fact for fact in facts()}
    if rule not in by_name:
        raise InputError(f"no fact is named as '{rule}'{did_you_mean(rule, by_name)}; say which it judges: --fact FACT")
    return by_name[rule]


def _shipped(text: str, rule: str, info: FactInfo) -> str:
    """A rule of an organisation's own, with what METADATA of a shipped one has beyond."""
    family = info.id.partition(".")[0]
    for before, more in (
        ("# custom:\n", DOCUMENTATION.format(rule=rule)),
        ("#   why:", f"#   category: {family}\n"),
        ("package ", NEGOTIATE),
        ("deny contains", CLAUSES),
    ):
        text = text.replace(before, more + before, 1)
    return text


def _in_policies(rule: str, info: FactInfo, pack: str | None, rules: Mapping[str, Rule]) -> Files:
    """The strict pack, which has every rule, the named one, and the examples' policy."""
    packs = bundled_packs()
    named = dict.fromkeys([f"vendorlint/{pack.removeprefix('vendorlint/')}" if pack else STRICT, STRICT])
    if unknown := [name for name in named if name not in packs]:
        raise InputError(f"unknown pack '{unknown[0]}'{did_you_mean(unknown[0], packs)}")
    alike = {each.id for each in rules.values() if each.category == info.id.partition(".")[0]}
    changed = {
        packs[name]: _with_line(packs[name], f"  {rule}: {{severity: error, on_silence: warning}}\n", alike)
        for name in named
    }
    before = {each for each in rules if each < rule}
    return changed | {EVERY_RULE: _with_line(EVERY_RULE, f"  {rule}: {{}}\n", before)}


def _with_line(policy: Path, line: str, behind: Iterable[str]) -> str:
    """A policy with a line behind the last of these rules, else at its end."""
    text = policy.read_text(encoding="utf-8")
    lines = [found for found in re.finditer(r"^  ([a-z0-9-]+):.*\n", text, re.MULTILINE) if found[1] in behind]
    end = lines[-1].end() if lines else len(text)
    return text[:end] + line + text[end:]


def _in_examples(rule: str) -> Files:
    """A section for a clause that breaks the rule, and one for a clause that keeps it."""
    return {path: _with_section(path, rule, what) for path, what in ((BREAKS, "breaks"), (KEEPS, "keeps"))}


def _with_section(path: Path, rule: str, what: str) -> str:
    text = path.read_text(encoding="utf-8")
    number = max(map(int, re.findall(r"^## (\d+)\.", text, re.MULTILINE))) + 1
    return text + SECTION.format(number=number, title=title_of(rule), what=what, rule=rule)


def _with_decisions(text: str, rule: str, info: FactInfo) -> str:
    """The test of what each rule decides, with a row on what the template decides."""
    row = ", ".join(f"{value}: {result!r}" for value, result in _decisions(info).items())
    start = text.index("DECISIONS: ")
    rows = [found for found in re.finditer(r'^    "([a-z0-9-]+)": \{', text[start:], re.MULTILINE) if found[1] > rule]
    at = start + (rows[0].start() if rows else re.search(r"^\}", text[start:], re.MULTILINE).start())  # type: ignore[union-attr]
    return f'{text[:at]}    "{rule}": {{"{info.id}": {{{row}}}}},\n{text[at:]}'


def _decisions(info: FactInfo) -> dict[Any, str]:
    if SHAPES[info.type] == "number":
        stated: dict[Any, str] = {0: "error", 29: "error", 30: "pass", 31: "pass"}
    elif info.values:
        stated = {repr(value): "pass" if value == info.values[0] else "error" for value in info.values}
    else:
        stated = {True: "pass", False: "error"}
    return stated | {"SILENT": "warning", "CONFLICT": "error"}


def main(arguments: list[str]) -> int:
    """Write the files and name them. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    kinds.add_parser("fact").add_argument("id")
    of_rule = kinds.add_parser("rule")
    of_rule.add_argument("id")
    of_rule.add_argument("--fact", help="the fact that it judges; by default the one that it is named after")
    of_rule.add_argument("--pack", help="the pack that asks for it beside strict")
    asked = parser.parse_args(arguments)
    try:
        made, changed = new_fact(asked.id) if asked.kind == "fact" else new_rule(asked.id, asked.fact, asked.pack)
        _write(made, changed)
    except VendorlintError as error:
        print(f"tools/new.py: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    guide = "extractor/README.md" if asked.kind == "fact" else "rego/README.md"
    print(f"now fill in what is marked TODO, run 'just generate', and see {guide}")  # noqa: T201
    return 0


def _write(made: Files, changed: Files) -> None:
    for path in write_new(made, ROOT):
        print(f"created {path.relative_to(ROOT)}")  # noqa: T201
    for path, text in changed.items():
        write_atomically(path, text)
        print(f"changed {path.relative_to(ROOT)}")  # noqa: T201
    if DECISIONS in changed:
        ruff = Path(sys.executable).with_name("ruff")
        subprocess.run([ruff, "format", "--quiet", DECISIONS], check=False)  # noqa: S603
    else:  # rules and facts files may name the fact from now on
        for schema in sorted(Path(__file__).parent.glob("generate_*_schema.py")):
            subprocess.run([sys.executable, schema], check=True)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
