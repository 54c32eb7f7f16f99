"""What the editor has: its folders, and the text of the files that are open in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vendorlint.errors import InputError
from vendorlint.files.text import read_text
from vendorlint.project.config import Config, find_config
from vendorlint.project.folders import home_of
from vendorlint.project.search import CONFIG_NAME
from vendorlint.project.targets import POLICIES, YAML_SUFFIXES
from vendorlint.project.vendors import FACTS_NAME, VENDOR_NAME, is_document
from vendorlint_extractor.documents.readers.rendering import KINDS

Kind = Literal["config", "policy", "waivers", "baseline", "vendor", "facts", "terms", "definition", "rule"]
FLAGS = {"engine": "embedded"}
OF_VENDOR = frozenset({"vendor", "facts", "terms"})  # files that concern one vendor; any other concerns all of them


@dataclass(frozen=True, slots=True)
class Workspace:
    """The editor's folders, and the text of each open file; all paths are resolved."""

    folders: tuple[Path, ...] = ()
    texts: Mapping[Path, str] = field(default_factory=dict)

    def unsaved(self) -> dict[Path, bytes]:
        """What to hold in place of files: the open ones whose text is not what is on disk.

        An editor may drop a byte order mark or turn line ends around without the user having changed anything; such a file
        counts as it is on disk. A document that is no text is never read from an editor.
        """
        return {
            path: text.encode("utf-8", "surrogatepass")
            for path, text in self.texts.items()
            if path.suffix.lower() not in KINDS and _lines(text) != _on_disk(path)
        }

    def lines(self, path: Path) -> tuple[str, ...]:
        """The lines of a file as the protocol counts them, without their ends; none where it cannot be read."""
        text = self.texts.get(path)
        return _lines(text) if text is not None else _on_disk(path)

    def config(self, path: Path) -> Config:
        """The configuration of a file: the one above it, else that of the editor's folder that it is in.

        The engine is the embedded one, whatever is configured: what is being typed goes to no server. Raises InputError and
        InputErrors.
        """
        above = find_config(path.parent, flags=FLAGS)
        if above.path:
            return above
        folder = next((folder for folder in self.folders if path.is_relative_to(folder)), path.parent)
        return find_config(folder, flags=FLAGS)


def kind_of(path: Path, config: Config) -> Kind | None:
    """What a file is to vendorlint; None for one that is not ours."""
    if path.name == CONFIG_NAME:
        return "config"
    home = home_of(path, config.vendors)
    if home and home != path.parent:
        return "terms" if is_document(path) else None
    if home:
        if path.parent.name.startswith((".", "_")):  # no vendor to `check` either
            return None
        named: dict[str, Kind] = {FACTS_NAME: "facts", VENDOR_NAME: "vendor"}
        return named.get(path.name, "terms" if is_document(path) else None)
    return _shared_kind(path, config)


def anchor(path: Path) -> Path:
    """The configuration file above a path, to tell what has no place of its own; the path itself where there is none."""
    return next((folder / CONFIG_NAME for folder in path.parents if (folder / CONFIG_NAME).is_file()), path)


def _shared_kind(path: Path, config: Config) -> Kind | None:
    places: tuple[tuple[Kind, Path], ...] = (("waivers", config.waivers), ("baseline", config.baseline))
    for kind, place in places:
        if path == place.resolve():
            return kind
    if path.suffix == ".rego":
        return "rule" if _inside(path, config.rego) else None
    if path.suffix not in YAML_SUFFIXES:
        return None
    if _inside(path, config.facts):
        return "definition"
    return "policy" if path in _policies(config) or _inside(path, [config.root / POLICIES]) else None


def _policies(config: Config) -> set[Path]:
    return {Path(name).resolve() for name in config.policy}


def _inside(path: Path, folders: list[Path] | tuple[Path, ...]) -> bool:
    return any(path.is_relative_to(folder.resolve()) for folder in folders)


def _lines(text: str) -> tuple[str, ...]:
    # Not str.splitlines: a form feed or U+2028 ends no line, neither in the protocol nor in a quote's place.
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _on_disk(path: Path) -> tuple[str, ...]:
    try:
        return _lines(read_text(path))
    except InputError:
        return ()
