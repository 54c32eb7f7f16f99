"""The command line: commands, and the one place where errors become a line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from vendorlint import __version__
from vendorlint.cli.baseline import baseline
from vendorlint.cli.calendar import calendar
from vendorlint.cli.check import check
from vendorlint.cli.completion import completion, prepare_completion
from vendorlint.cli.config import config
from vendorlint.cli.diff import diff
from vendorlint.cli.explain import explain
from vendorlint.cli.extract import extract
from vendorlint.cli.facts import facts
from vendorlint.cli.history import history
from vendorlint.cli.init import init
from vendorlint.cli.lsp import lsp
from vendorlint.cli.new import new
from vendorlint.cli.policy import policy
from vendorlint.cli.report import report
from vendorlint.cli.rules import rules
from vendorlint.cli.schema import schema
from vendorlint.cli.test import test
from vendorlint.cli.text import text
from vendorlint.cli.waivers import waivers
from vendorlint.errors import EXIT_ERROR, EXIT_INTERRUPTED, VendorlintError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    check,
    extract,
    diff,
    history,
    report,
    calendar,
    init,
    explain,
    rules,
    facts,
    text,
    test,
    waivers,
    schema,
    config,
    lsp,
    completion,
):
    app.command()(command)
app.add_typer(baseline, name="baseline")
app.add_typer(policy, name="policy")
app.add_typer(new, name="new")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vendorlint {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of an internal error.")] = False,
) -> None:
    """A policy-as-code linter for vendor contracts: terms in, violations of your requirements out, each with its clause."""
    if debug:
        os.environ["VENDORLINT_DEBUG"] = "1"


def main() -> None:
    """Run the command line. A crash never looks like a finding: whatever is not foreseen is one line and exit 2."""
    try:
        prepare_completion(app)
        app()
    except VendorlintError as error:
        _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        _fail("interrupted", EXIT_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_ERROR)
    except Exception as error:
        if os.environ.get("VENDORLINT_DEBUG"):
            traceback.print_exc()
        _fail(f"internal error: {type(error).__name__}: {error} (run with --debug for the traceback)", EXIT_ERROR)


def _fail(message: str, code: int) -> None:
    from vendorlint.reports.escape import escape

    here = f"{Path.cwd()}{os.sep}"  # paths below the working directory are told relative to it
    for line in message.replace(here, "").splitlines() or [""]:
        print(f"vendorlint: {escape(line)}", file=sys.stderr)  # noqa: T201
    sys.exit(code)
