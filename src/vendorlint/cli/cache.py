"""`vendorlint cache`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from vendorlint.facts.cache import Cache

cache = typer.Typer(invoke_without_command=True, help="Show what is kept of documents that were read, or clear it.")


@cache.callback()
def show(context: typer.Context) -> None:
    """Show where it is and how much."""
    if context.invoked_subcommand:
        return
    from vendorlint.cli.run import print_safely
    from vendorlint.unsafe import escape

    kept = _cache()
    known = kept.entries()
    size = sum(each.st_size for each in known.values()) / 1024 / 1024
    where = escape(str(kept.folder)) if kept.folder else "nowhere: VENDORLINT_NO_CACHE is set, or there is no home"
    print_safely(f"{where}\n{len(known)} entries, {size:.1f} MB\n" if kept.folder else f"{where}\n")


@cache.command()
def clear() -> None:
    """Take all of it away."""
    from vendorlint.cli.run import print_safely

    print_safely(f"{_cache().clear()} entries removed\n")


def _cache() -> Cache:
    from pathlib import Path

    from vendorlint.facts.cache import Cache, facts_folder
    from vendorlint.project.config import find_config

    return Cache(facts_folder(find_config(Path.cwd()).root))
