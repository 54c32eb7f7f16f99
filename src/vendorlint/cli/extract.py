"""`vendorlint extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorlint.choices import FactsFormat
from vendorlint.cli.options import Executor, Jobs, NoCache, StdinFilename

if TYPE_CHECKING:
    from vendorlint.jobs.second_reading import SecondReading
    from vendorlint.project.project import Project


def extract(  # noqa: PLR0913, PLR0917 - the options of a command
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Vendor folders or documents; - prints the facts of standard input. Without any: every vendor.",
            show_default=False,
        ),
    ] = None,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print the facts of one document; write nothing.")] = False,
    output_format: Annotated[FactsFormat, typer.Option("--format", help="With --stdout.")] = "yaml",
    ocr: Annotated[bool, typer.Option("--ocr", help="Let ocrmypdf read a PDF that holds no text.")] = False,
    office: Annotated[bool, typer.Option("--office", help="Let LibreOffice read old Word documents (.doc).")] = False,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    executor: Executor = None,
    no_cache: NoCache = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 where facts are stale.")] = False,
    second_reader: Annotated[
        bool,
        typer.Option("--second-reader", help="Let a language model read the terms too; see docs/second-reader.md."),
    ] = False,
    second_reader_url: Annotated[
        str | None, typer.Option(help="Its server's base URL, such as http://localhost:11434/v1.", show_default=False)
    ] = None,
    second_reader_model: Annotated[
        str | None, typer.Option(help="The model, as its server calls it.", show_default=False)
    ] = None,
    second_reader_key_file: Annotated[
        Path | None,
        typer.Option(help="Holds the key; or set VENDORLINT_SECOND_READER_KEY.", show_default=False),
    ] = None,
    second_reader_seconds: Annotated[
        int | None, typer.Option(help="The time of one question.  [default: 120]", show_default=False)
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="With --second-reader: print all that would be sent; send and write nothing."),
    ] = False,
) -> None:
    """Read the facts of vendor terms and write them to the vendor's facts.yaml; exits with 2 where a document cannot be read."""
    from vendorlint.cli.gate import ending, gate_folders, gate_project
    from vendorlint.cli.stdin import STDIN, with_stdin
    from vendorlint.errors import EXIT_OK, InputError
    from vendorlint.facts.executor import executed_by
    from vendorlint.project.project import find_project

    flags = {
        "limits.ocr": ocr or None,
        "limits.office": office or None,
        "second_reader.url": second_reader_url,
        "second_reader.model": second_reader_model,
        "second_reader.key_file": second_reader_key_file,
        "second_reader.seconds": second_reader_seconds,
    }
    if check and second_reader:
        raise InputError("--check asks no second reader; leave out --second-reader")
    if dry_run and not second_reader:
        raise InputError("--dry-run goes with --second-reader")
    if stdout or STDIN in (paths or []) or stdin_filename is not None:
        if dry_run:
            raise InputError("--dry-run prints what would be sent, and goes without --stdout")
        if check or len(paths or []) != 1:
            raise InputError("--stdout goes with one document or vendor folder, and without --check")
        with executed_by(executor), with_stdin(paths or [], stdin_filename) as (path,):
            _print_facts(path, find_project(Path.cwd(), flags=flags), output_format, asked=second_reader)
        return
    codes: list[int] = []
    with executed_by(executor):
        for folder, named in gate_folders(paths or []):
            with ending(codes):
                project = gate_project(folder, flags)
                with _second_reading(project, wanted=second_reader) as second:
                    if second and dry_run:
                        _preview(named, project, second)
                    else:
                        _extract(named, project, check=check, second=second)
    raise typer.Exit(max(codes, default=EXIT_OK))


@contextmanager
def _second_reading(project: Project, *, wanted: bool) -> Iterator[SecondReading | None]:
    """The second reader that the user's settings name; None where none is wanted."""
    if not wanted:
        yield None
        return
    from vendorlint.cli.run import iso_date
    from vendorlint.jobs.second_reading import SecondReading

    second = SecondReading.of(project, iso_date(None), _tell)
    try:
        yield second
    finally:
        second.close()


def _tell(line: str) -> None:
    from vendorlint.unsafe import escape

    print(f"vendorlint: {escape(line)}", file=sys.stderr)  # noqa: T201


def _print_facts(path: Path, project: Project, output_format: FactsFormat, *, asked: bool) -> None:
    from vendorlint.cli.run import print_safely
    from vendorlint.jobs.extract import facts_in_format, facts_of_path, require_all_read

    with _second_reading(project, wanted=asked) as second:
        read = facts_of_path(path, project, second)
    for line in read.lines:
        _tell(line)
    print_safely(facts_in_format(read.extracted.content, output_format))
    require_all_read(read.extracted.content, path if path.is_dir() else path.parent)
    if read.error:
        raise read.error


def _preview(paths: list[Path], project: Project, second: SecondReading) -> None:
    from vendorlint.cli.run import print_safely
    from vendorlint.jobs.extract import preview
    from vendorlint.unsafe import escape

    for line in preview(paths, project, second):
        print_safely(f"{escape(line)}\n")


def _extract(paths: list[Path], project: Project, *, check: bool, second: SecondReading | None) -> None:
    """Bring the facts files that the paths name up to date, or say whether they are."""
    from vendorlint.cli.gate import is_hook
    from vendorlint.cli.progress import track
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import EXIT_FINDINGS
    from vendorlint.jobs.extract import find_extractable, update_all
    from vendorlint.unsafe import escape

    changed = False
    targets = find_extractable(paths, project.config, hook=is_hook())
    for outcome in update_all(targets, project, write=not check, second=second, track=track):
        changed = changed or outcome.changed
        for line in outcome.lines:
            print_safely(f"{escape(line)}\n")
    if check and changed:
        raise typer.Exit(EXIT_FINDINGS)
