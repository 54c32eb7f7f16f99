"""`vendorlint review`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vendorlint.cli.options import InColor

if TYPE_CHECKING:
    from vendorlint.project.config import Config
    from vendorlint.project.vendors import Vendor


def review(  # noqa: PLR0913, PLR0917 - the options of a command
    vendor: Annotated[str, typer.Argument(metavar="VENDOR", help="A vendor, by id or folder.")],
    confirm: Annotated[
        list[str] | None,
        typer.Option(metavar="FACT", help="The terms state what was read; repeatable.", show_default=False),
    ] = None,
    override: Annotated[
        str | None,
        typer.Option(
            metavar="FACT",
            help="The terms state something else: --value, with a --reason and the clause (--quote).",
            show_default=False,
        ),
    ] = None,
    not_there: Annotated[
        str | None,
        typer.Option(
            metavar="FACT", help="The terms do not state it: what was read is wrong (--reason).", show_default=False
        ),
    ] = None,
    value: Annotated[str | None, typer.Option(help="Of an override, as in facts.yaml.", show_default=False)] = None,
    reason: Annotated[
        str | None,
        typer.Option(help="Of an override, or what is not there: why what was read is wrong.", show_default=False),
    ] = None,
    quote: Annotated[
        str | None,
        typer.Option(help="Of an override: the clause that it rests on, word for word.", show_default=False),
    ] = None,
    leave: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FACT", help="Seen and not decided: stays to be reviewed; repeatable.", show_default=False
        ),
    ] = None,
    assign: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of what is left (--leave): who is to decide.", show_default=False),
    ] = None,
    note: Annotated[str | None, typer.Option(help="Kept with each decision.", show_default=False)] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decides.  [default: git's user.name]", show_default=False),
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date of the review, YYYY-MM-DD.")] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Print what there is to review; exit with 1 where there is any.")
    ] = False,
    asked: Annotated[
        bool, typer.Option("--asked", help="Only what your policy asks: the facts that rules in force judge.")
    ] = False,
    color: InColor = "auto",
) -> None:
    """Go through facts that are new, changed, conflicting or not sure, and write what a person decides to facts.yaml."""
    import sys

    from vendorlint.cli.asking import Asker, ask
    from vendorlint.cli.run import iso_date, print_safely, text_width, use_color
    from vendorlint.errors import EXIT_FINDINGS, InputError
    from vendorlint.jobs.review import readable_facts, record
    from vendorlint.jobs.waiting import asked_facts, pending, silences
    from vendorlint.project.project import find_project
    from vendorlint.reports.check.lines import Look

    project = find_project(Path.cwd())
    known = _vendor(vendor, project.config)
    path = known.facts_path
    date = iso_date(today)
    look = Look(use_color(color), text_width())
    if listed:
        from vendorlint.reports.review import pending_lines, silent_lines

        facts, judged = readable_facts(path, project), asked_facts(project, known)
        waiting = pending(facts, judged if asked else None)
        silent = silences(facts, judged, project.config.limits)
        beside = len(pending(facts)) - len(waiting)
        lines = (*pending_lines(facts, waiting, look, beside), *silent_lines(silent, look))
        print_safely("".join(f"{line}\n" for line in lines))
        raise typer.Exit(EXIT_FINDINGS if waiting else 0)
    _require_whole(override, not_there, value, reason, quote)
    if not any((confirm, leave, override, not_there)):
        if not sys.stdin.isatty():
            raise InputError(
                "there is no terminal to ask on; say --list, --confirm FACT, --override FACT, --not-there FACT or --leave FACT"
            )
        ask(Asker(path, project, by or _name(path), date, look), asked_facts(project, known), only=asked)
        return
    if asked:
        raise InputError("--asked goes with --list, or with the questions on a terminal")
    if assign and not leave:
        raise InputError("--assign NAME goes with --leave FACT")
    from vendorlint.jobs.review import Decision
    from vendorlint.jobs.values import typed_value

    who = by or _name(path)
    decisions = [Decision(fact, "confirmed", who, date, note or "") for fact in confirm or ()]
    decisions += [Decision(fact, "open", who, date, note or "", assigned_to=assign or "") for fact in leave or ()]
    if override:
        set_to = typed_value(override, value or "", project)
        decisions.append(Decision(override, "overridden", who, date, note or "", reason or "", set_to, quote or ""))
    if not_there:
        decisions.append(Decision(not_there, "overridden", who, date, note or "", reason or "", not_there=True))
    record(path, project, decisions)
    left = len(pending(readable_facts(path, project)))
    for each in decisions:
        print_safely(f"{each.fact}: {'not there' if each.not_there else each.status}\n")
    print_safely(f"{left} left to review\n" if left else "Nothing left to review.\n")


def _require_whole(
    override: str | None, not_there: str | None, value: str | None, reason: str | None, quote: str | None
) -> None:
    """Raises InputError for options that lack others, or stand without that which they are about."""
    from vendorlint.errors import InputError

    if override and not_there:
        raise InputError("--override and --not-there exclude each other")
    if not_there and (value is not None or reason is None):
        raise InputError("--not-there FACT goes with --reason, and without --value")
    if not not_there and len({override is None, value is None, reason is None}) > 1:
        raise InputError("--override FACT goes with --value and --reason")
    if quote and not override:
        raise InputError("--quote goes with --override")


def _vendor(vendor: str, config: Config) -> Vendor:
    from vendorlint.errors import InputError
    from vendorlint.near import did_you_mean
    from vendorlint.project.inside import refuse_leaving_link
    from vendorlint.project.vendors import read_vendor, vendor_folders

    folder = Path(vendor) if Path(vendor).is_dir() else config.vendors / vendor
    if not folder.is_dir():
        near = did_you_mean(vendor, [each.name for each in vendor_folders(config)])
        raise InputError(f"no vendor '{vendor}'{near} in {config.vendors}")
    refuse_leaving_link(folder, config.root, config.vendors)
    return read_vendor(folder)


def _name(path: Path) -> str:
    """As git signs commits. Raises InputError where git has no name."""
    from vendorlint.errors import InputError
    from vendorlint.files.git import user_name

    name = user_name(path.parent)
    if not name:
        raise InputError("git has no user.name; say who decides: --by NAME")
    return name
