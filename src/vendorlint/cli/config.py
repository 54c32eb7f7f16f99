"""`vendorlint config`."""

from __future__ import annotations

from pathlib import Path


def config() -> None:
    """Show each setting with its value and where that comes from."""
    from vendorlint.cli.run import print_safely
    from vendorlint.project.config import find_config
    from vendorlint.reports.catalogue import settings, table

    print_safely(table(settings(find_config(Path.cwd()))))
