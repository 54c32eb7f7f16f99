"""The effective policy as OPA and conftest take it: a folder with the rules and their data, or a bundle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vendorlint.engines.pack import DATA_ROOT, ROOT, bundle, libraries_first, pack_digest
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
#   deny: errors that nobody has waived; warn: everything else that was found. findings: all of it, as vendorlint sees it.
package main

import rego.v1

findings contains finding if {
\tsome rule
\tsome finding in data.vendorlint.rules[rule].deny
}

deny contains finding if {
\tsome finding in findings
\tfinding.severity == "error"
\tnot _waived(finding)
}

warn contains finding if {
\tsome finding in findings
\tnot finding in deny
}

_waived(finding) if finding.waiver.status == "active"
"""


def export_policy(target: Path, rules: RuleSet, data: Mapping[str, Any]) -> list[Path]:
    """Write a folder, or a bundle where `target` ends in .tar.gz, and name the files. Raises InputError.

    In the folder, rules/*.rego and main.rego are every module; data.rego holds the policy, the vendors and the waivers, as
    Rego, because conftest reads nothing else from a policy's folder. The bundle is for an OPA server that vendorlint only
    reads (--opa-mode read_only). A folder that holds something else than an earlier export is refused.
    """
    if target.name.endswith(BUNDLE_SUFFIX):
        write_atomically(target, bundle(rules.modules, data))
        return [target]
    _refuse_foreign(target)
    refuse_leaving_link(target / "rules", target)
    files = {"main.rego": MAIN, "data.rego": _data(data), ".manifest": _manifest(rules)}
    files |= {f"rules/{number:03}.rego": module.text for number, module in enumerate(libraries_first(rules.modules))}
    for old in (target / "rules").glob("*.rego"):
        if f"rules/{old.name}" not in files:
            old.unlink()
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
    return [target / name for name in files]


def _data(data: Mapping[str, Any]) -> str:
    # Taken out of a text, so that the compiler does not hold rules against the keys that happen to be there.
    lines = [f"{key} := json.unmarshal({json.dumps(json.dumps(value, sort_keys=True))})" for key, value in data.items()]
    return "\n\n".join([f"package {DATA_ROOT}", "import rego.v1", *lines]) + "\n"


def _manifest(rules: RuleSet) -> str:
    manifest = {"revision": pack_digest(rules.modules), "roots": [ROOT, DATA_ROOT, "main"], "rego_version": 1}
    return json.dumps(manifest, indent=2) + "\n"


def _refuse_foreign(folder: Path) -> None:
    """An export replaces an export, and nothing else."""
    if folder.exists() and not folder.is_dir():
        raise InputError("is a file; expected a folder to write to", folder)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / ".manifest").is_file():
        raise InputError("is not empty and holds no earlier export; name a new folder", folder)
