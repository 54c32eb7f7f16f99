"""`vendorlint text`."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def text(
    path: Annotated[Path, typer.Argument(metavar="DOC", help="A document of terms.")],
    ocr: Annotated[bool, typer.Option("--ocr", help="Let ocrmypdf read a PDF that holds no text.")] = False,
    office: Annotated[bool, typer.Option("--office", help="Let LibreOffice read old Word documents (.doc).")] = False,
    places: Annotated[bool, typer.Option("--places", help="Each line behind its place in the document.")] = False,
) -> None:
    """Print the text of a document as facts are read from it, so that you can check it."""
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import InputError
    from vendorlint.facts.documents import document_errors
    from vendorlint.facts.quotes import read_source
    from vendorlint.facts.seen import told
    from vendorlint.near import file_meant
    from vendorlint.project.config import find_config
    from vendorlint.project.inside import refuse_leaving_link
    from vendorlint.unsafe import escape
    from vendorlint_extractor import parse_document

    config = find_config(Path.cwd(), flags={"limits.ocr": ocr or None, "limits.office": office or None})
    refuse_leaving_link(path, config.root)
    if not os.path.lexists(path):
        raise InputError(f"no such file{file_meant(path)}", path)
    source = read_source(path, config.limits)
    with document_errors():
        document = parse_document(source.text, path=path, document_id=path.stem, rendering=source.rendering)
    warnings = source.rendering.warnings if source.rendering else ()
    for warning in (*warnings, *told(asdict(note) for note in document.notes)):
        typer.echo(escape(f"{path}: warning: {warning}"), err=True)
    lines = source.text.split("\n")
    if not places:
        print_safely("".join(f"{escape(line)}\n" for line in lines))
        return
    shown = [source.rendering.place(number, number) if source.rendering else f"line {number}"
             for number in range(1, len(lines) + 1)]  # fmt: skip
    width = max(map(len, shown))
    print_safely(
        "".join(f"{escape(f'{place:{width}}  {line}'.rstrip())}\n" for place, line in zip(shown, lines, strict=True))
    )
