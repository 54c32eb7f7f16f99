"""`vendorlint new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vendorlint.project.config import Config

new = typer.Typer(no_args_is_help=True, help="Begin a fact or a rule of your own, with tests that pass.")


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
        str, typer.Option("--fact", metavar="FACT", help="The fact that it judges; see 'vendorlint facts'.")
    ] = "licence.irrevocable",
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
