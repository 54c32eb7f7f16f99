"""Lays out a procurement repository: configuration, policy, an example vendor with its facts, hooks and a CI workflow."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from vendorlint import __version__
from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically
from vendorlint.project.inside import refuse_leaving_link
from vendorlint.schemas.schema import schema_url

_TEMPLATES = Path(__file__).parent / "templates"
_VENDOR = "example-vendor"
_TERMS = f"vendors/{_VENDOR}/terms-of-service.md"


def lay_out_repository(folder: Path) -> list[Path]:
    """Write the files below `folder` and name them. Raises InputError, and leaves nothing, where one cannot be new."""
    return write_new({folder / name: text for name, text in _files(_policy_name(folder)).items()}, folder)


def write_new(files: Mapping[Path, str | bytes], root: Path) -> list[Path]:
    """Write new files, all or none, and name them. Raises InputError where one exists, cannot be written, or would be written
    through a link in the repository `root` that leaves it."""
    for path in files:
        refuse_leaving_link(path, root)
        _refuse_existing(path)
    made: list[Path] = []
    try:
        for path, text in files.items():
            _make_folders(path.parent, made)
            write_atomically(path, text)
            made.append(path)
    except BaseException:  # an interrupt leaves nothing behind either
        _remove(made)
        raise
    return [path for path in made if path in files]


def _refuse_existing(path: Path) -> None:
    if os.path.lexists(path):  # a link that leads nowhere would be written through
        raise InputError("exists already; nothing is overwritten", path)
    for parent in path.parents:
        if os.path.lexists(parent) and not parent.is_dir():
            raise InputError("exists already and is no folder", parent)


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Create `folder` and what is missing above it, and note in `made` what was created."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        try:
            each.mkdir()
        except OSError as error:
            raise InputError(f"cannot be created: {error.strerror}", each) from None
        made.append(each)


def _remove(made: Sequence[Path]) -> None:
    for path in reversed(made):
        with contextlib.suppress(OSError):  # what somebody else has put into a folder meanwhile stays
            path.rmdir() if path.is_dir() else path.unlink()


def _policy_name(folder: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "policy"


def _files(name: str) -> Mapping[str, str]:
    """Every file by its path: templates with the policy's name and vendorlint's version filled in, and the facts."""
    terms = _template("terms-of-service.md", name)
    return {
        "vendorlint.yaml": with_schema("config", _template("vendorlint.yaml", name)),
        f"policies/{name}.yaml": with_schema("policy", _template("policy.yaml", name)),
        f"vendors/{_VENDOR}/vendor.yaml": with_schema("vendor", _template("vendor.yaml", name)),
        _TERMS: terms,
        f"vendors/{_VENDOR}/facts.yaml": _facts(terms),
        ".pre-commit-config.yaml": _template("pre-commit-config.yaml", name),
        ".github/workflows/vendorlint.yml": _template("workflow.yaml", name),
    }


def _template(file: str, name: str) -> str:
    text = (_TEMPLATES / file).read_text(encoding="utf-8")
    return text.replace("{name}", name).replace("{version}", __version__)


def with_schema(schema: str, text: str) -> str:
    """The text behind the line by which editors find its schema."""
    return f"# yaml-language-server: $schema={schema_url(schema)}\n{text}"


def _facts(terms: str) -> str:
    from vendorlint.facts.closest import with_candidates
    from vendorlint.facts.provenance import with_provenance
    from vendorlint.facts.rewrite import facts_text
    from vendorlint.schemas.schema import fact_ids
    from vendorlint_extractor import Extractor, parse_document

    digest = hashlib.sha256(terms.encode()).hexdigest()
    document = parse_document(terms, path=Path(_TERMS), document_id=Path(_TERMS).stem, sha256=digest)
    extractor = Extractor()
    facts = extractor.extract([document], vendor=_VENDOR).to_dict()
    return facts_text(with_provenance(with_candidates(facts, [document], fact_ids(), extractor)), None)
