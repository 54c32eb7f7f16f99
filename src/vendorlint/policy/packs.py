"""Requirement packs: the policy files that a run reads, in the order in which they apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.text import decoded_text
from vendorlint.files.yaml.document import YamlDocument, parse_yaml, read_yaml
from vendorlint.near import did_you_mean, file_meant
from vendorlint.place import FilePlace
from vendorlint.policy.lock import locked
from vendorlint.project.bundled import bundled
from vendorlint.project.elsewhere import Elsewhere, is_elsewhere
from vendorlint.project.inside import is_inside
from vendorlint.project.values import PACK_PREFIX, pack_name
from vendorlint.schemas.schema import validate


@dataclass(frozen=True, slots=True)
class Pack:
    """One policy file. `name` is `vendorlint/<pack>`, that of a pack elsewhere, or its path relative to the root where it is
    inside of it; `bases` are those of all packs that it extends, and that these do."""

    name: str
    document: YamlDocument
    bases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _File:
    """A policy file on its way to a pack; one of another repository has its bytes as they were locked."""

    path: Path
    elsewhere: Elsewhere | None = None
    content: bytes = b""

    def document(self) -> YamlDocument:
        if self.elsewhere:
            return parse_yaml(decoded_text(self.path, self.content), self.path)
        return read_yaml(self.path)


def bundled_packs() -> dict[str, Path]:
    """The packs that ship with vendorlint, by name."""
    return {f"{PACK_PREFIX}{path.stem}": path for path in sorted(bundled("policies").glob("*.yaml"))}


def read_packs(names: Sequence[str], root: Path) -> list[Pack]:
    """The packs in `names`, each after those that it extends; a pack that is met twice comes once.

    A name is `vendorlint/<pack>`, a pack of another repository as it is locked, or a path relative to `root`; in `extends`, a
    path relative to the file. Nothing is fetched. Raises InputError for a pack that is missing, is not locked, is not what was
    locked or extends itself, and InputErrors for a file that is wrong.
    """
    packs: dict[Path, Pack] = {}
    for name in names:
        for path, pack in _read(_find(name, root, root, None), root, ()):
            packs.setdefault(path, pack)
    return list(packs.values())


def _read(file: _File, root: Path, extending: tuple[_File, ...]) -> Iterator[tuple[Path, Pack]]:
    document = file.document()
    validate(document, "policy")
    chain = (*extending, file)
    bases: list[str] = []
    for index, name in enumerate(document.value.get("extends", ())):
        place = document.place(("extends", index))
        parent = _parent(name, file, root, place)
        if parent.path in {each.path for each in chain}:
            shown = " -> ".join(_shown(each, root) for each in (*chain, parent))
            raise InputError(f"the policies extend each other: {shown}", place)
        for path, pack in _read(parent, root, chain):
            bases.append(pack.name)
            yield path, pack
    yield file.path, Pack(_shown(file, root), document, frozenset(bases))


def _parent(name: str, file: _File, root: Path, place: FilePlace) -> _File:
    """What a file extends. One of another repository reaches no other file than those of its own revision and shipped ones."""
    if file.elsewhere:
        return _beside(name, file.elsewhere, root, place)
    found = _find(name, file.path.parent, root, place)
    own = name not in bundled_packs() and not found.elsewhere
    if own and is_inside(file.path, root) and not is_inside(found.path, root):
        raise InputError(f"'{name}' leads out of the repository; expected a path inside of it", place)
    return found


def _find(name: str, folder: Path, root: Path, place: FilePlace | None) -> _File:
    """The file of a pack. `place` is where a file names it; None where the configuration or a flag does."""
    if is_elsewhere(name):
        return _locked(Elsewhere.of(name, place), root, place)
    if name.startswith(PACK_PREFIX):
        return _shipped(name, place)
    path = Path(pack_name(name, folder)).resolve()
    if not path.is_file():
        near = did_you_mean(name, bundled_packs()) or (file_meant(path) if is_inside(path, root) else "")
        raise InputError(f"no policy file '{name}'{near}", place)
    return _File(path)


def _shipped(name: str, place: FilePlace | None) -> _File:
    shipped = bundled_packs()
    if name in shipped:
        return _File(shipped[name])
    known = ", ".join(shipped)
    raise InputError(f"unknown pack '{name}'{did_you_mean(name, shipped) or f'; expected one of {known}'}", place)


def _beside(name: str, elsewhere: Elsewhere, root: Path, place: FilePlace | None) -> _File:
    if name.startswith(PACK_PREFIX):
        return _shipped(name, place)
    return _locked(elsewhere.beside(name, place), root, place)


def _locked(elsewhere: Elsewhere, root: Path, place: FilePlace | None) -> _File:
    path, content = locked(elsewhere.source, root, place).file(elsewhere.path, root, place)
    return _File(path, elsewhere, content)


def _shown(file: _File, root: Path) -> str:
    if file.elsewhere:
        return str(file.elsewhere)
    for name, shipped in bundled_packs().items():
        if file.path == shipped:
            return name
    root = root.resolve()
    return file.path.relative_to(root).as_posix() if file.path.is_relative_to(root) else str(file.path)
