"""Lays out a procurement repository: configuration, policy, an example vendor with its facts, hooks and a CI workflow."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from vendorlint import __version__
from vendorlint.atomic import write_atomically
from vendorlint.errors import InputError
from vendorlint.schemas import schema_url

_TEMPLATES = Path(__file__).parent / "templates"
_VENDOR = "example-vendor"
_TERMS = f"vendors/{_VENDOR}/terms-of-service.md"


def lay_out(folder: Path) -> list[Path]:
    """Write the files below `folder` and name them. Raises InputError, and writes nothing, where one of them exists."""
    files = {folder / name: text for name, text in _files(_policy_name(folder)).items()}
    for path in files:
        if path.exists():
            raise InputError("exists already; 'vendorlint init' overwrites nothing", path)
    written: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text)
            written.append(path)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise InputError(f"cannot be written: {error.strerror}", error.filename) from None
    return written


def _policy_name(folder: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "policy"


def _files(name: str) -> Mapping[str, str]:
    """Every file by its path: templates with the policy's name and vendorlint's version filled in, and the facts."""
    terms = _template("terms-of-service.md", name)
    return {
        "vendorlint.yaml": _with_schema("config", _template("vendorlint.yaml", name)),
        f"policies/{name}.yaml": _with_schema("policy", _template("policy.yaml", name)),
        f"vendors/{_VENDOR}/vendor.yaml": _with_schema("vendor", _template("vendor.yaml", name)),
        _TERMS: terms,
        f"vendors/{_VENDOR}/facts.yaml": _facts(terms),
        ".pre-commit-config.yaml": _template("pre-commit-config.yaml", name),
        ".github/workflows/vendorlint.yml": _template("workflow.yaml", name),
    }


def _template(file: str, name: str) -> str:
    text = (_TEMPLATES / file).read_text(encoding="utf-8")
    return text.replace("{name}", name).replace("{version}", __version__)


def _with_schema(schema: str, text: str) -> str:
    return f"# yaml-language-server: $schema={schema_url(schema)}\n{text}"


def _facts(terms: str) -> str:
    from vendorlint.facts_text import facts_text
    from vendorlint_extractor import extract, parse_document

    digest = hashlib.sha256(terms.encode()).hexdigest()
    document = parse_document(terms, path=Path(_TERMS), document_id=Path(_TERMS).stem, sha256=digest)
    return facts_text(extract([document], vendor=_VENDOR).to_dict(), None)
