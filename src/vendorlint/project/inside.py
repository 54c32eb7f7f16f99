"""What a repository's files may name: what lies inside of the repository, links followed to their end.

The files of a repository are a stranger's as often as not (docs/security.md), and the machine that reads them is not theirs: what
is outside is neither read nor written because one of them says so. What a person names on the command line is theirs to name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.project.outputs import Output

# What reports are called. Others are run by programs: a hook, a .pth file, a Makefile.
REPORT_SUFFIXES = (".html", ".json", ".log", ".md", ".sarif", ".txt", ".xml")
_SHORT_NAME = re.compile(r"(?i)git~\d+")  # what Windows calls .git and .github, too


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path ends up in a folder, links followed, and not in git's own, which may hold credentials."""
    if stands_in(path, root) and path.name.casefold() != ".git":
        return True  # as most do, and there are several of each vendor
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    return real.is_relative_to(home) and ".git" not in (part.casefold() for part in real.relative_to(home).parts)


def stands_in(path: Path, folder: Path) -> bool:
    """Whether a path is of something in the folder itself that is no link, as one look tells; False where it does not."""
    # Elsewhere there are other links (junctions).
    return os.name == "posix" and path.parent == folder and path.name != ".." and not path.is_symlink()


def require_named_inside(path: Path, root: Path, origin: str) -> None:
    """Raises InputError for a path that a repository's file names and that leaves the repository."""
    if not is_inside(path, root):
        word = os.path.relpath(path, root) if path.is_absolute() else str(path)
        raise InputError(f"'{word}' leads out of the folder of vendorlint.yaml; expected a path inside of it", origin)


def refuse_leaving_link(path: Path, *homes: Path) -> None:
    """Raises InputError for a path in one of these folders that a link takes out of all of them. Other paths are a person's to
    name."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps '..'
    known = [name for home in homes for name in (os.path.abspath(home), os.path.realpath(home))]  # noqa: PTH100
    if any(map(absolute.is_relative_to, known)) and not any(is_inside(path, home) for home in homes):
        raise InputError("is a link that leaves the repository; what it leads to is not read", path)


def require_own_file(path: Path, home: Path) -> None:
    """Raises InputError where a file that there may be is a link out of its folder or to nowhere, or no file."""
    if os.path.lexists(path) and not is_inside(path, home):
        raise InputError("is a link that leaves its folder; expected the file itself", path)
    if os.path.lexists(path) and not path.is_file():
        found = "a link that leads nowhere" if path.is_symlink() else "a folder" if path.is_dir() else "no regular file"
        raise InputError(f"is {found}; expected a file", path)


def own_files(folder: Path, suffixes: Iterable[str]) -> list[Path]:
    """The files in a folder and those inside of it, by path. Raises InputError for one that `require_own_file` refuses."""
    wanted = tuple(suffixes)
    found = sorted(path for path in folder.rglob("*") if path.suffix in wanted and not path.is_dir())
    for path in found:
        if path.is_symlink() or not path.is_file():  # of shipped rules there are many, and none is a link
            require_own_file(path, folder)
    return found


def require_harmless(outputs: Iterable[Output[str]], root: Path, origin: str) -> None:
    """Raises InputError where a repository's file names a report that could be taken for something else, or outside of it."""
    repository = repository_of(root)
    for file in (output.file for output in outputs if output.file):
        real = Path(os.path.realpath(file))
        inside = real.relative_to(repository).parts if real.is_relative_to(repository) else ()
        if hidden := next((part for part in inside if _is_hidden(part)), ""):
            message = f"'{hidden}' is hidden; expected a report in a folder that is not, such as reports"
            raise InputError(message, origin)
        require_named_inside(file, root, origin)
        if file.is_symlink():
            raise InputError(f"'{file.name}' is a link; expected the file itself", origin)
        if file.suffix.lower() not in REPORT_SUFFIXES:
            raise InputError(f"'{file.name}' is no report; expected one of {', '.join(REPORT_SUFFIXES)}", origin)


def repository_of(root: Path) -> str:
    """The folder with .git around a configuration, or the configuration's own."""
    real = Path(os.path.realpath(root))
    return str(next((folder for folder in (real, *real.parents) if os.path.lexists(folder / ".git")), real))


def _is_hidden(part: str) -> bool:
    # File systems pass over letters that nobody sees, so that a name may be .git and not look like it.
    seen = "".join(letter for letter in part if letter.isprintable())
    return seen.startswith(".") or bool(_SHORT_NAME.fullmatch(seen))
