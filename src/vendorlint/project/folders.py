"""Which folders inside of a vendor's folder hold its terms, and which folder a document is at home in."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from vendorlint.errors import InputError

OWN_FILES = ("vendor.yaml", "facts.yaml")  # what makes a folder a vendor's own
PAGES = (".html", ".htm")
# What browsers add to a page's name for the folder of what they save beside it, in some languages.
BESIDE_PAGES = ("_files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "_file", "-filer", "_pliki")


def term_folders(home: Path) -> Iterator[Path]:
    """A vendor's folder and those inside of it that hold terms, too. Raises InputError for one that cannot be listed.

    No link to a folder is followed: what it leads to inside of the vendor's folder is read there, and there is an end.
    """
    waiting = [home]
    while waiting:
        folder = waiting.pop()
        yield folder
        waiting += [inner for inner in inner_folders(folder) if not inner.is_symlink() and not is_own(inner)]


def unread_folders(home: Path) -> Iterator[tuple[Path, str]]:
    """The folders inside of a vendor's folder that may hold terms and are passed over, each with what to tell of it."""
    for folder in term_folders(home):
        for inner in inner_folders(folder):
            if is_own(inner):
                yield inner, "is a vendor's folder inside of another's and was not read; move it beside that one"
            elif inner.is_symlink() and not inner.resolve().is_relative_to(home.resolve()):
                yield inner, "is a link that leaves the vendor's folder; what it leads to was not read"


def home_of(path: Path, vendors: Path) -> Path | None:
    """The folder in `vendors` of the vendor that a file belongs to; None for a file that belongs to none."""
    folders = _downward(path, vendors)
    if not folders or any(_is_left_out(folder) or is_own(folder) for folder in folders[1:]):
        return None
    return folders[0] if folders[1:] else path.parent


def around_own(path: Path, vendors: Path) -> Path | None:
    """The folder in `vendors` in which there is a vendor's folder that a file stands in; None for another file."""
    folders = _downward(path, vendors)
    for folder in folders[1:]:
        if _is_left_out(folder):
            return None
        if is_own(folder):
            return folders[0]
    return None


def _downward(path: Path, vendors: Path) -> list[Path]:
    """The folders that a file stands in, from that of a vendor on; empty for a file that stands in none."""
    inside, root = path.parent.resolve(), vendors.resolve()
    names = inside.relative_to(root).parts if inside.is_relative_to(root) else ()
    return [root.joinpath(*names[: depth + 1]) for depth in range(len(names))]


def inner_folders(folder: Path) -> list[Path]:
    """The folders in a folder that may hold terms, and links to folders, by name."""
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry.path) for entry in entries if os.path.isdir(entry)]  # noqa: PTH112 - quicker, and no error for a link to itself
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", folder) from None
    return sorted(inner for inner in found if not _is_left_out(inner))


def _is_left_out(folder: Path) -> bool:
    return is_left_out(folder.name, {entry.name for entry in folder.parent.iterdir()} if _page_of(folder.name) else ())


def is_left_out(name: str, beside: Collection[str]) -> bool:
    """Whether a folder's name begins with '.' or '_', or a browser saved it beside a page; `beside` are the names there."""
    page = _page_of(name)
    return name.startswith((".", "_")) or (page != "" and any(f"{page}{end}" in beside for end in PAGES))


def _page_of(name: str) -> str:
    """The page beside which a browser would give a folder this name, without its ending; or an empty string."""
    return next((name.removesuffix(ending) for ending in BESIDE_PAGES if name.endswith(ending)), "")


def is_own(folder: Path) -> bool:
    """Whether a folder is a vendor's own."""
    return any((folder / name).exists() for name in OWN_FILES)
