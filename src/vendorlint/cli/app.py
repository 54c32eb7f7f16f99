"""The command line: commands, and the one place where errors become a line on stderr and an exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from vendorlint import __version__
from vendorlint.cli.shell import VARIABLE
from vendorlint.errors import DEBUG_VARIABLE, EXIT_ERROR, EXIT_INTERRUPTED, EXIT_SIGNAL, VendorlintError, internal_error
from vendorlint.files.signals import Ended, ended_by_exception

# In the order of the help; each is a function or a group of its name in vendorlint.cli.<name>.
COMMANDS = (
    "check",
    "extract",
    "review",
    "diff",
    "history",
    "report",
    "calendar",
    "init",
    "explain",
    "rules",
    "facts",
    "text",
    "test",
    "waivers",
    "schema",
    "config",
    "lsp",
    "completion",
    "baseline",
    "policy",
    "new",
)

_UsageError: type[Any] = typer.BadParameter.__mro__[1]  # click's UsageError, which typer holds in one place or another


def command_line(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The program with these commands. Each costs a few milliseconds at every start, so that a run has only its own."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(root)
    for name in names:
        command = getattr(import_module(f"vendorlint.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command()(command)
    return app


def _called(arguments: Sequence[str]) -> Iterable[str]:
    """The command that is called for; all of them for help, for a word that is none, and for a shell that asks."""
    word = next((each for each in arguments if not each.startswith("-")), None)
    if VARIABLE in os.environ:
        return COMMANDS
    if word in COMMANDS:
        return [word]
    return ["config"] if list(arguments) == ["--version"] else COMMANDS


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vendorlint {__version__}")
        raise typer.Exit


def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of an internal error.")] = False,
) -> None:
    """A policy-as-code linter for vendor contracts: terms in, violations of your requirements out, each with its clause."""
    if debug:
        os.environ[DEBUG_VARIABLE] = "1"


def main() -> None:
    """Run the command line. A crash never looks like a finding: whatever is not foreseen is one line and exit 2."""
    with ended_by_exception():
        _run()


def _run() -> None:
    try:
        app = command_line(_called(sys.argv[1:]))
        if VARIABLE in os.environ:
            from vendorlint.cli.completion import prepare_completion

            prepare_completion(app)
        sys.exit(app(standalone_mode=False) or 0)
    except _UsageError as error:
        _fail_usage(error)
    except typer.Abort:
        _fail("interrupted", EXIT_INTERRUPTED)
    except VendorlintError as error:
        _fail(str(error), error.exit_code)
    except Ended as end:
        _fail(str(end), EXIT_SIGNAL + end.number)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_ERROR)
    except Exception as error:
        _fail(internal_error(error), EXIT_ERROR)


def _fail_usage(error: Any) -> NoReturn:
    """One line for what is wrong with the words of a command; all of the help for a group that is called with none."""
    message = error.format_message().strip()
    if "\n" in message or not error.ctx:
        error.show()
        sys.exit(EXIT_ERROR)
    message = re.sub(r"(?:\. Did you mean| \(Possible options:) (.+?)[?)]$", r" (did you mean \1?)", message)
    _fail(f"{message[0].lower()}{message[1:].rstrip('.')}; see '{error.ctx.command_path} --help'", EXIT_ERROR)


def _fail(message: str, code: int) -> NoReturn:
    from vendorlint.reports.parts.escape import escape

    here = f"{Path.cwd()}{os.sep}"  # paths below the working directory are told relative to it
    for line in message.replace(here, "").split("\n"):
        print(f"vendorlint: {escape(line)}", file=sys.stderr)  # noqa: T201
    sys.exit(code)
