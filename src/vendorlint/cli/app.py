"""The command line: commands, and the one place where errors become a line on stderr and an exit code."""

from __future__ import annotations

import gc
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
    "serve",
    "diff",
    "compare",
    "history",
    "report",
    "calendar",
    "init",
    "explain",
    "rules",
    "facts",
    "text",
    "test",
    "waive",
    "waivers",
    "schema",
    "cache",
    "config",
    "lsp",
    "completion",
    "baseline",
    "policy",
    "new",
)

# When to look for cycles among objects: findings and facts are trees, and of a thousand vendors Python would look through all of them
# again and again, which takes a third of the time.
RARELY = (200_000, 50, 1_000)

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
    _open_streams()
    gc.set_threshold(*RARELY)
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
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # which typer ends a run for with 1, the code of findings
            _fail_closed()
        raise
    except BrokenPipeError:
        _fail_closed()
    except OSError as error:
        _fail(_of_system(error), EXIT_ERROR)
    except Exception as error:
        _fail(internal_error(error), EXIT_ERROR)


def _open_streams() -> None:
    """Where a run was started without them, what it prints goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the run


def _fail_closed() -> NoReturn:
    """Whoever read the output wants no more of it: head, or a pager."""
    _silence(sys.stdout)
    _fail("the output was closed before all of it was written", EXIT_ERROR)


def _silence(stream: Any) -> None:
    """Let what a stream still holds go nowhere at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _of_system(error: OSError) -> str:
    """What the system refused, and of what."""
    if not _here():
        return "the working folder is gone; change to one that is there"
    if error.strerror is None:
        return internal_error(error)
    return f"{error.filename or 'the output'}: {error.strerror}"


def _here() -> str:
    """The working folder with a separator behind it, by which paths are told relative to it; empty where it is gone."""
    try:
        return f"{Path.cwd()}{os.sep}"
    except FileNotFoundError:
        return ""


def _fail_usage(error: Any) -> NoReturn:
    """One line for what is wrong with the words of a command; all of the help for a group that is called with none."""
    message = error.format_message().strip()
    if "\n" in message:
        error.show()
        sys.exit(EXIT_ERROR)
    if not error.ctx:
        _fail(f"{message[0].lower()}{message[1:].rstrip('.')}", EXIT_ERROR)
    _fail(
        f"{message[0].lower()}{_meant(message, error).rstrip('.')}; see '{error.ctx.command_path} --help'", EXIT_ERROR
    )


def _meant(message: str, error: Any) -> str:
    """All of a message but its first letter, with what may have been meant: an option by its letters alone, a value of a list."""
    from vendorlint.near import did_you_mean

    rest = re.sub(r"(?:\. Did you mean| \(Possible options:) (.+?)[?)]$", r" (did you mean \1?)", message)[1:]
    if option := getattr(error, "option_name", ""):
        known = (name for each in error.ctx.command.get_params(error.ctx) for name in each.opts)
        letters = {name.strip("-"): name for name in known if name.startswith("--")}
        near = did_you_mean(option.strip("-"), letters)
        return rest.partition(" (did you mean")[0] + re.sub(r"'(.+)'", lambda match: letters[match[1]], near)
    if value := re.search(r"'([^']*)' is not one of ('.+')\.?$", rest):
        return rest.rstrip(".") + did_you_mean(value[1], re.findall(r"'([^']*)'", value[2]))
    return rest


def _fail(message: str, code: int) -> NoReturn:
    from vendorlint.unsafe import escape

    here = _here()
    try:
        for line in (message.replace(here, "") if here else message).split("\n"):
            print(f"vendorlint: {escape(line)}", file=sys.stderr)  # noqa: T201
    except BrokenPipeError:
        _silence(sys.stderr)
    sys.exit(code)
