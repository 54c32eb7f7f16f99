"""What an OPA server is given: the pack of rules with its hash, as modules to push or as a bundle to serve."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import tarfile
from collections.abc import Mapping, Sequence
from typing import Any

from vendorlint.policy.rules import Module

ROOT = "vendorlint"
DATA_ROOT = "vendorlint_data"
PACK = f"{ROOT}.pack"
RULES = f"{ROOT}.rules"
PACK_PATH = "vendorlint/pack.rego"

_PACKAGE = re.compile(r"^package[ \t]+([\w.]+)", re.MULTILINE)


def pack_digest(modules: Sequence[Module]) -> str:
    """SHA-256 over the text of all modules, in hexadecimal; where they are stored does not matter."""
    texts = sorted(module.text for module in modules)
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def rule_names(modules: Sequence[Module]) -> set[str]:
    """The last names of the packages under vendorlint.rules."""
    packages = (found[1] for module in modules if (found := _PACKAGE.search(module.text)))
    return {package.removeprefix(f"{RULES}.") for package in packages if package.startswith(f"{RULES}.")}


def pack_module(modules: Sequence[Module]) -> Module:
    """The module by which a server tells which pack it holds, and which version of OPA it is.

    It uses what rules may not; it is ours, and the embedded engine never sees it.
    """
    text = f'package {PACK}\n\nimport rego.v1\n\nsha256 := "{pack_digest(modules)}"\n\nopa_version := opa.runtime().version\n'
    return Module(PACK_PATH, text)


def pack_values(modules: Sequence[Module]) -> str:
    """The same as an object in Rego."""
    return f'{{"sha256": "{pack_digest(modules)}", "opa_version": opa.runtime().version}}'


def module_path(module: Module) -> str:
    """Where a module stands in a pack: rules/<rule id>.rego or lib/<library>.rego."""
    found = _PACKAGE.search(module.text)
    folder, name = found[1].split(".")[1:3] if found else ("", "")
    return f"{folder}/{name.replace('_', '-') if folder == 'rules' else name}.rego"


def bundled_path(module: Module) -> str:
    """Where a module stands in a bundle."""
    return module.path if module.path == PACK_PATH else f"{ROOT}/{module_path(module)}"


def bundle(modules: Sequence[Module], data: Mapping[str, Any]) -> bytes:
    """An OPA bundle (.tar.gz) for a server that vendorlint then only reads; the same bytes for the same content."""
    manifest = {"revision": pack_digest(modules), "roots": [ROOT, DATA_ROOT], "rego_version": 1}
    files = {".manifest": _json(manifest), f"{DATA_ROOT}/data.json": _json(data)}
    for module in sorted([pack_module(modules), *modules], key=bundled_path):
        files[bundled_path(module)] = module.text.encode()
    content = io.BytesIO()
    # The time in the headers would make every bundle another one.
    with (
        gzip.GzipFile(fileobj=content, mode="wb", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
    return content.getvalue()


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, allow_nan=False).encode()
