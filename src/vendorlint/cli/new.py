"""`vendorlint new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vendorlint.project.config import Config

new = typer.Typer(no_args_is_help=True, help="Begin a vendor, or a fact or a rule of your own with tests that pass.")


@new.command()
def vendor(
    name: Annotated[str, typer.Argument(help="The vendor's name, or the id that its folder gets.")],
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Terms to copy into its folder.", show_default=False),
    ] = None,
) -> None:
    """Write a vendor's folder with vendor.yaml and the terms that it sent."""
    from vendorlint.cli.run import print_safely
    from vendorlint.files.paths import shown_path
    from vendorlint.jobs.new_vendor import new_vendor
    from vendorlint.unsafe import escape

    folder, written = new_vendor(name, files or [], _config())
    for path in written:
        print_safely(f"created {escape(shown_path(path))}\n")
    first = "" if files else f"put its terms into {escape(shown_path(folder))}, "
    print_safely(f"now {first}say in vendor.yaml who answers for it, and run 'vendorlint extract {folder.name}'\n")


@new.command()
def fact(fact_id: Annotated[str, typer.Argument(metavar="ID", help="<family>.<fact>, such as acme.escrow.")]) -> None:
    """Write the definition of a fact, with examples."""
    from vendorlint.jobs.new import new_fact

    config = _config()
    _tell(new_fact(fact_id, config), config, "facts")


@new.command()
def rule(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="Words with '-' between them, such as acme-escrow.")],
    fact_id: Annotated[
        str,
        typer.Option(
            "--fact", metavar="FACT", help="The fact that it judges; see 'vendorlint facts'.", show_default=False
        ),
    ],
) -> None:
    """Write a rule about a fact, with its test."""
    from vendorlint.jobs.new import new_rule

    config = _config()
    _tell(new_rule(rule_id, fact_id, config), config, "rego")


def _config() -> Config:
    from vendorlint.project.config import find_config

    return find_config(Path.cwd())


def _tell(paths: list[Path], config: Config, setting: str) -> None:
    from vendorlint.cli.run import print_safely
    from vendorlint.files.paths import shown_path
    from vendorlint.unsafe import escape

    for path in paths:
        print_safely(f"created {escape(shown_path(path))}\n")
    if not getattr(config, setting):
        print_safely(f"now add '{setting}: [{setting}]' to vendorlint.yaml, and run 'vendorlint test'\n")
    else:
        print_safely("now run 'vendorlint test'\n")
