"""`vendorlint cache`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from vendorlint.files.cache import Cache

cache = typer.Typer(invoke_without_command=True, help="Show what is kept of documents that were read, or clear it.")


@cache.callback()
def show(context: typer.Context) -> None:
    """Show where it is and how much."""
    if context.invoked_subcommand:
        return
    from vendorlint.cli.run import print_safely
    from vendorlint.unsafe import escape

    caches = _caches()
    folders = [each.folder.parent for each in caches if each.folder]
    if not folders:
        print_safely("nowhere: VENDORLINT_NO_CACHE is set, or there is no home\n")
        return
    sizes = [each.st_size for kept in caches for each in kept.entries().values()]
    print_safely(f"{escape(str(folders[0]))}\n{len(sizes)} entries, {sum(sizes) / 1024 / 1024:.1f} MB\n")


@cache.command()
def clear() -> None:
    """Take all of it away."""
    from vendorlint.cli.run import print_safely

    print_safely(f"{sum(each.clear() for each in _caches())} entries removed\n")


def _caches() -> list[Cache]:
    from pathlib import Path

    from vendorlint.project.cache import NAMES, kept
    from vendorlint.project.config import find_config

    root = find_config(Path.cwd()).root
    return [kept(name, root) for name in NAMES]
