"""The effective policy as OPA and conftest take it: a folder with the rules and their data, or a bundle."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from vendorlint import __version__
from vendorlint.engines.pack import DATA_ROOT, ROOT, bundle, module_path, pack_digest
from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically
from vendorlint.policy.rules import RuleSet
from vendorlint.project.inside import refuse_leaving_link

BUNDLE_SUFFIX = ".tar.gz"
# conftest asks the package `main` for deny and warn. A finding that is waived, or less than an error, does not deny.
MAIN = """\
# METADATA
# title: vendorlint for conftest and OPA
# description: |
#   deny: errors that nobody has waived; warn: everything else that was found, each with its rule and waiver in its words.
#   findings: all of it, as vendorlint sees it.
package main

import rego.v1

findings contains finding if {
\tsome rule
\tsome finding in data.vendorlint.rules[rule].deny
}

deny contains _told(finding) if {
\tsome finding in findings
\t_denies(finding)
}

warn contains _told(finding) if {
\tsome finding in findings
\tnot _denies(finding)
}

_denies(finding) if {
\tfinding.severity == "error"
\tnot _waived(finding)
}

_waived(finding) if finding.waiver.status == "active"

_told(finding) := object.union(finding, {"msg": sprintf("%v: %v%v", [finding.rule, finding.msg, _accepted(finding)])})

_accepted(finding) := sprintf(" [waived until %v by %v: %v]", [waiver.expires, waiver.approved_by, waiver.reason]) if {
\twaiver := finding.waiver
\twaiver.status == "active"
} else := sprintf(" [the waiver of %v %v]", [finding.waiver.approved_by, _lapsed(finding.waiver)]) if {
\tfinding.waiver
} else := ""

_lapsed(waiver) := sprintf("expired on %v", [waiver.expires]) if waiver.status == "expired"

_lapsed(waiver) := "does not hold: the rule is mandatory" if waiver.status == "refused"
"""
README = """\
# {name}, for conftest and OPA

Written by `vendorlint policy export` ({version}); a new export replaces it. What it judges is a `facts.yaml` of vendorlint, as it stands: run
`vendorlint extract --check` before it.

    conftest test -p {folder} vendors/VENDOR/facts.yaml
    opa eval -d {folder} -i vendors/VENDOR/facts.yaml data.main.findings

| file | what it is |
| --- | --- |
| `main.rego` | `deny` and `warn`, which conftest asks for, and `findings` |
| `data.rego` | the requirements in force, the vendors, the waivers, and the day of the export, by which waivers expire |
| `rules/` | the rules, each a file of its id |
| `lib/` | what the rules share |

{rules} rules are turned on: {ids}.
"""


def export_policy(target: Path, name: str, rules: RuleSet, data: Mapping[str, Any]) -> list[Path]:
    """Write a folder, or a bundle where `target` ends in .tar.gz, and name the files. Raises InputError.

    In the folder, rules/*.rego, lib/*.rego and main.rego are every module; data.rego holds the policy, the vendors and the waivers, as
    Rego, because conftest reads nothing else from a policy's folder. The bundle is for an OPA server that vendorlint only
    reads (--opa-mode read_only). A folder that holds something else than an earlier export is refused.
    """
    if target.name.endswith(BUNDLE_SUFFIX):
        write_atomically(target, bundle(rules.modules, data))
        return [target]
    _refuse_foreign(target)
    files = {"main.rego": MAIN, "data.rego": _data(data), ".manifest": _manifest(rules)}
    files |= {"README.md": _readme(target, name, data["requirements"])}
    files |= {module_path(module): module.text for module in rules.modules}
    for folder in ("rules", "lib"):
        refuse_leaving_link(target / folder, target)
        for old in (target / folder).glob("*.rego"):
            if f"{folder}/{old.name}" not in files:
                old.unlink()
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target / path, content)
    return [target / path for path in files]


def _data(data: Mapping[str, Any]) -> str:
    # Taken out of a text, so that the compiler does not hold rules against the keys that happen to be there.
    lines = [f"{key} := json.unmarshal({json.dumps(json.dumps(value, sort_keys=True))})" for key, value in data.items()]
    return "\n\n".join([f"package {DATA_ROOT}", "import rego.v1", *lines]) + "\n"


def _readme(target: Path, name: str, requirements: Collection[str]) -> str:
    ids = ", ".join(sorted(requirements))
    # The name is a policy's own word: on one line, and no markup.
    title = re.sub(r"[^\w .,()-]", "", name)
    return README.format(name=title, version=__version__, folder=target.name, rules=len(requirements), ids=ids)


def _manifest(rules: RuleSet) -> str:
    manifest = {"revision": pack_digest(rules.modules), "roots": [ROOT, DATA_ROOT, "main"], "rego_version": 1}
    return json.dumps(manifest, indent=2) + "\n"


def _refuse_foreign(folder: Path) -> None:
    """An export replaces an export, and nothing else."""
    if folder.exists() and not folder.is_dir():
        raise InputError("is a file; expected a folder to write to", folder)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / ".manifest").is_file():
        raise InputError("is not empty and holds no earlier export; name a new folder", folder)
