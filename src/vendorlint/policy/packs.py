"""Requirement packs: the policy files that a run reads, in the order in which they apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.near import did_you_mean
from vendorlint.place import FilePlace
from vendorlint.project.bundled import bundled
from vendorlint.project.inside import is_inside
from vendorlint.project.values import PACK_PREFIX, pack_name
from vendorlint.schemas.schema import validate


@dataclass(frozen=True, slots=True)
class Pack:
    """One policy file. `name` is `vendorlint/<pack>`, or its path relative to the root where it is inside of it."""

    name: str
    document: YamlDocument


def bundled_packs() -> dict[str, Path]:
    """The packs that ship with vendorlint, by name."""
    return {f"{PACK_PREFIX}{path.stem}": path for path in sorted(bundled("policies").glob("*.yaml"))}


def read_packs(names: Sequence[str], root: Path) -> list[Pack]:
    """The packs in `names`, each after those that it extends; a pack that is met twice comes once.

    A name is `vendorlint/<pack>` or a path relative to `root`; in `extends`, a path relative to the file. Raises
    InputError for a pack that is missing or extends itself, and InputErrors for a file that is wrong.
    """
    packs: dict[Path, Pack] = {}
    for name in names:
        for path, pack in _read(_find(name, root, None), root, ()):
            packs.setdefault(path, pack)
    return list(packs.values())


def _read(path: Path, root: Path, extending: tuple[Path, ...]) -> Iterator[tuple[Path, Pack]]:
    document = read_yaml(path)
    validate(document, "policy")
    chain = (*extending, path)
    for index, parent in enumerate(document.value.get("extends", ())):
        place = document.place(("extends", index))
        parent_path = _find(parent, path.parent, place)
        if parent not in bundled_packs() and is_inside(path, root) and not is_inside(parent_path, root):
            raise InputError(f"'{parent}' leads out of the repository; expected a path inside of it", place)
        if parent_path in chain:
            shown = " -> ".join(_shown(each, root) for each in (*chain, parent_path))
            raise InputError(f"the policies extend each other: {shown}", place)
        yield from _read(parent_path, root, chain)
    yield path, Pack(_shown(path, root), document)


def _find(name: str, folder: Path, place: FilePlace | None) -> Path:
    """The file of a pack. `place` is where a file names it; None where the configuration or a flag does."""
    shipped = bundled_packs()
    if name in shipped:
        return shipped[name]
    if name.startswith(PACK_PREFIX):
        known = ", ".join(shipped)
        raise InputError(f"unknown pack '{name}'{did_you_mean(name, shipped) or f'; expected one of {known}'}", place)
    path = Path(pack_name(name, folder)).resolve()
    if not path.is_file():
        raise InputError(f"no policy file '{name}'{did_you_mean(name, shipped)}", place)
    return path


def _shown(path: Path, root: Path) -> str:
    for name, shipped in bundled_packs().items():
        if path == shipped:
            return name
    root = root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
