"""`vendorlint completion`, and what a shell with its script is told when it asks for the rest of a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Literal, get_type_hints

import typer

from vendorlint.choices import CHANGES_FORMATS, CHECK_FORMATS, HISTORY_FORMATS
from vendorlint.cli.shell import VARIABLE


def completion(
    shell: Annotated[Literal["bash", "zsh", "fish"], typer.Argument(metavar="SHELL", help="One of bash, zsh, fish.")],
) -> None:
    """Print the completion script of a shell, for its start-up file."""
    from typer._completion_shared import get_completion_script

    typer.echo(get_completion_script(prog_name="vendorlint", complete_var=VARIABLE, shell=shell))


def prepare_completion(app: typer.Typer) -> None:
    """Tell `app` what completes its options and arguments, for a shell that asks.

    Typer learns of shells by itself only in programs with --install-completion, which writes to start-up files.
    """
    from typer._completion_classes import completion_init

    completion_init()
    for command in _commands(app):
        _offer_values(command)


def _commands(app: typer.Typer) -> Iterator[Callable[..., object]]:
    for command in app.registered_commands:
        if command.callback:
            yield command.callback
    for group in app.registered_groups:
        if group.typer_instance:
            yield from _commands(group.typer_instance)


def _offer_values(command: Callable[..., object]) -> None:
    """Put the values into the annotations of a command, from which typer makes its parameters when it is called."""
    annotations = get_type_hints(command, include_extras=True)
    for name, annotation in annotations.items():
        for about in getattr(annotation, "__metadata__", ()):
            about.autocompletion = _VALUES.get((command.__name__, name))
    command.__annotations__ = annotations


def _vendors() -> list[str]:
    """Only names that may be a vendor's: zsh evaluates what it is told, and a folder may have any name."""
    from vendorlint.project.config import find_config
    from vendorlint.project.vendors import VENDOR_ID

    return sorted(each.name for each in find_config(Path.cwd()).vendors.iterdir() if VENDOR_ID.fullmatch(each.name))


def _packs() -> list[str]:
    from vendorlint.policy.packs import bundled_packs
    from vendorlint.project.values import PACK_PREFIX

    return [name.removeprefix(PACK_PREFIX) for name in bundled_packs()]


def _rules_and_facts() -> list[str]:
    from vendorlint.policy.rules import known_rules
    from vendorlint.project.declared import declared_facts
    from vendorlint.project.project import find_project

    project = find_project(Path.cwd())
    return [*known_rules(project), *project.facts.infos, *declared_facts()]


def _schemas() -> list[str]:
    from vendorlint.schemas.schema import NAMES

    return list(NAMES)


def _quietly(values: Callable[[], list[str]]) -> Callable[[], list[str]]:
    """No values where there are none to be had: a message would stand in the middle of the line that is typed."""

    def offered() -> list[str]:
        from vendorlint.errors import VendorlintError

        try:
            return values()
        except (VendorlintError, OSError):
            return []

    return offered


# By the command's function and its parameter. Choices (--fail-on, --engine) typer completes itself, paths the shell.
_VALUES: dict[tuple[str, str], Callable[[], list[str]]] = {
    ("check", "vendor"): _quietly(_vendors),
    ("check", "policy"): _packs,
    ("check", "output"): lambda: list(CHECK_FORMATS),
    ("diff", "vendor"): _quietly(_vendors),
    ("diff", "policy"): _packs,
    ("diff", "output"): lambda: list(CHANGES_FORMATS),
    ("compare", "first"): _quietly(_vendors),
    ("compare", "second"): _quietly(_vendors),
    ("compare", "policy"): _packs,
    ("compare", "output"): lambda: list(CHANGES_FORMATS),
    ("history", "vendor"): _quietly(_vendors),
    ("history", "output"): lambda: list(HISTORY_FORMATS),
    ("show", "names"): _packs,
    ("export", "names"): _packs,
    ("explain", "name"): _quietly(_rules_and_facts),
    ("schema", "name"): _schemas,
}
