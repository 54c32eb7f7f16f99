"""`vendorlint review`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vendorlint.choices import Color

if TYPE_CHECKING:
    from vendorlint.choices import ReviewStatus
    from vendorlint.jobs.review import Decision
    from vendorlint.project.config import Config
    from vendorlint.project.project import Project
    from vendorlint.reports.check.lines import Look
    from vendorlint_extractor.ontology import FactInfo

KEYS = "[c]onfirm, [o]verride, [n]ote, [s]kip, [q]uit"


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
    value: Annotated[str | None, typer.Option(help="Of an override, as in facts.yaml.", show_default=False)] = None,
    reason: Annotated[
        str | None, typer.Option(help="Of an override: why what was read is wrong.", show_default=False)
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
    note: Annotated[str | None, typer.Option(help="Kept with each decision.", show_default=False)] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decides.  [default: git's user.name]", show_default=False),
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date of the review, YYYY-MM-DD.")] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Print what there is to review; exit with 1 where there is any.")
    ] = False,
    color: Annotated[Color, typer.Option(help="Colour in text.")] = "auto",
) -> None:
    """Go through facts that are new, changed, conflicting or not sure, and write what a person decides to facts.yaml."""
    import sys

    from vendorlint.cli.run import iso_date, print_safely, text_width, use_color
    from vendorlint.errors import EXIT_FINDINGS, InputError
    from vendorlint.jobs.review import pending, readable_facts, record, silences
    from vendorlint.project.project import find_project
    from vendorlint.reports.check.lines import Look

    project = find_project(Path.cwd())
    path = _facts_path(vendor, project.config)
    date = iso_date(today)
    look = Look(use_color(color), text_width())
    if listed:
        from vendorlint.reports.review import pending_lines, silent_lines

        facts = readable_facts(path, project)
        waiting, silent = pending(facts), silences(facts, project)
        lines = (*pending_lines(facts, waiting, look), *silent_lines(silent, look))
        print_safely("".join(f"{line}\n" for line in lines))
        raise typer.Exit(EXIT_FINDINGS if waiting else 0)
    if (override is None) != (value is None) or (override is None) != (reason is None):
        raise InputError("--override FACT goes with --value and --reason")
    if quote and not override:
        raise InputError("--quote goes with --override")
    given: list[tuple[ReviewStatus, str]] = [("confirmed", fact) for fact in confirm or ()]
    given += [("open", fact) for fact in leave or ()]
    if not given and not override:
        if not sys.stdin.isatty():
            raise InputError(
                "there is no terminal to ask on; say --list, --confirm FACT, --override FACT or --leave FACT"
            )
        _ask(path, project, by or _name(path), date, look)
        return
    from vendorlint.jobs.review import Decision

    who = by or _name(path)
    decisions = [Decision(fact, status, who, date, note or "") for status, fact in given]
    if override:
        set_to = _parsed(override, value or "", project)
        decisions.append(Decision(override, "overridden", who, date, note or "", reason or "", set_to, quote or ""))
    record(path, project, decisions)
    left = len(pending(readable_facts(path, project)))
    for each in decisions:
        print_safely(f"{each.fact}: {each.status}\n")
    print_safely(f"{left} left to review\n" if left else "Nothing left to review.\n")


def _facts_path(vendor: str, config: Config) -> Path:
    from vendorlint.errors import InputError
    from vendorlint.near import did_you_mean
    from vendorlint.project.inside import refuse_leaving_link
    from vendorlint.project.vendors import read_vendor, vendor_folders

    folder = Path(vendor) if Path(vendor).is_dir() else config.vendors / vendor
    if not folder.is_dir():
        near = did_you_mean(vendor, [each.name for each in vendor_folders(config)])
        raise InputError(f"no vendor '{vendor}'{near} in {config.vendors}")
    refuse_leaving_link(folder, config.root, config.vendors)
    return read_vendor(folder).facts_path


def _name(path: Path) -> str:
    """As git signs commits. Raises InputError where git has no name."""
    from vendorlint.errors import InputError
    from vendorlint.files.git import user_name

    name = user_name(path.parent)
    if not name:
        raise InputError("git has no user.name; say who decides: --by NAME")
    return name


def _parsed(fact: str, text: str, project: Project) -> Any:
    """A value as facts.yaml has it; words of a set may stand without brackets. Raises InputError."""
    from vendorlint.errors import InputError, InputErrors
    from vendorlint.files.yaml.document import parse_yaml
    from vendorlint.near import did_you_mean

    known = project.facts.infos
    if fact not in known:
        raise InputError(f"unknown fact '{fact}'{did_you_mean(fact, known)}")
    if known[fact].type in {"date", "text", "enum", "code"}:
        return text
    listed = known[fact].type == "set" and not text.startswith("[")
    try:
        return parse_yaml(f"[{text}]" if listed else text, Path("--value")).value
    except (InputError, InputErrors):
        raise InputError(f"--value is '{text}'; expected a {known[fact].type} as facts.yaml has it") from None


def _ask(path: Path, project: Project, by: str, date: str, look: Look) -> None:
    """Go through what waits, and write each decision as it is made."""
    from vendorlint.cli.run import print_safely
    from vendorlint.errors import VendorlintError
    from vendorlint.jobs.review import pending, readable_facts, record, silences
    from vendorlint.reports.review import card, silent_lines
    from vendorlint.unsafe import escape

    facts = readable_facts(path, project)
    waiting, known = pending(facts), project.facts.infos
    if not waiting:
        print_safely("Nothing to review.\n")
    for number, each in enumerate(waiting, start=1):
        shown = card(facts, each, known[each.fact], project.config.limits, look)
        print_safely("".join(f"{line}\n" for line in ("", *shown)))
        while True:
            answer = _answer(f"[{number}/{len(waiting)}] {KEYS}: ")
            if answer == "q":
                return
            if answer == "s":
                break
            try:
                if decision := _decide(answer, known[each.fact], project, by, date):
                    record(path, project, [decision], facts)
                    break
            except VendorlintError as error:
                print_safely(f"{escape(str(error))}\n")
    silent = silences(readable_facts(path, project), project)
    print_safely("".join(f"{line}\n" for line in silent_lines(silent, look)))


def _answer(question: str) -> str:
    """What is typed; the end of input quits."""
    try:
        return input(question).strip().lower()[:1]
    except EOFError:
        return "q"


def _decide(answer: str, info: FactInfo, project: Project, by: str, date: str) -> Decision | None:
    from vendorlint.jobs.review import Decision

    if answer == "c":
        return Decision(info.id, "confirmed", by, date)
    if answer == "n" and (note := input("Note: ").strip()):
        return Decision(info.id, "open", by, date, note)
    if answer == "o":
        allowed = ", ".join(info.values) or info.type
        value, reason = input(f"Value ({allowed}): ").strip(), input("Reason: ").strip()
        quote = input("Clause, word for word: ").strip()
        if value and reason and quote:
            return Decision(info.id, "overridden", by, date, "", reason, _parsed(info.id, value, project), quote)
    return None
