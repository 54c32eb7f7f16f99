"""`vendorlint history`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from vendorlint.choices import HISTORY_FORMATS
from vendorlint.cli.options import Executor, InColor, Jobs, NoCache, output_option


def history(  # noqa: PLR0913, PLR0917 - the options of a command
    vendor: Annotated[
        str | None, typer.Argument(metavar="[VENDOR]", help="A vendor of this repository, by id.", show_default=False)
    ] = None,
    git: Annotated[
        bool,
        typer.Option(
            "--git", help="Of this repository's git history, as without it; not with --repo.", show_default=False
        ),
    ] = True,
    repo: Annotated[
        Path | None,
        typer.Option(
            help="A collection of Open Terms Archive versions, or any folder per service.", show_default=False
        ),
    ] = None,
    service: Annotated[str | None, typer.Option(help="With --repo, the service's folder.", show_default=False)] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(help="Only this document, by its name without ending; repeatable.", show_default=False),
    ] = None,
    output: Annotated[list[str] | None, output_option(HISTORY_FORMATS)] = None,
    every: Annotated[bool, typer.Option("--all", help="In text, also facts that never changed.")] = False,
    color: InColor = "auto",
    jobs: Jobs = None,
    executor: Executor = None,
    no_cache: NoCache = False,
) -> None:
    """Show how a vendor's facts changed over the git history of its terms."""
    from vendorlint.cli.progress import track
    from vendorlint.cli.run import in_color, write_reports
    from vendorlint.errors import InputError
    from vendorlint.facts.executor import executed_by
    from vendorlint.files.git import is_bare
    from vendorlint.jobs.history.timeline import timeline
    from vendorlint.jobs.history.versions import recorded_folders
    from vendorlint.near import did_you_mean
    from vendorlint.project.inside import refuse_leaving_link
    from vendorlint.project.outputs import parse_outputs
    from vendorlint.project.project import find_project
    from vendorlint.project.vendors import begin_hint
    from vendorlint.reports.history import history_html, history_json, history_text

    if (vendor is None) == (repo is None) or (service is None) != (repo is None):
        raise InputError("expected a vendor, or --repo with --service")
    project = find_project(Path.cwd())
    parent, name = (project.config.vendors, vendor) if vendor else (repo, service)
    folder = Path(str(parent)) / str(name)
    bare = repo if repo and is_bare(repo) else None
    if bare or not folder.is_dir():
        there = [each.name for each in folder.parent.iterdir() if each.is_dir()] if folder.parent.is_dir() else []
        known = recorded_folders(folder.parent, bare)
        if name not in known:
            near = did_you_mean(str(name), known if bare else [*there, *known])
            raise InputError(f"no such folder{near or (begin_hint(project.config) if vendor else '')}", folder)
    refuse_leaving_link(folder, project.config.root, project.config.vendors)
    outputs = parse_outputs(output or ["text"], Path.cwd(), "--output", HISTORY_FORMATS)
    with executed_by(executor):
        found = timeline(
            folder, str(name), project, documents=document or (), bare=bare, track=partial(track, what="versions")
        )
    texts = []
    for each in outputs:
        if each.format == "text":
            colored = in_color(each, color)
            texts.append(history_text(found, color=colored, every=every))
        else:
            texts.append(history_json(found) if each.format == "json" else history_html(found, project.facts.infos))
    write_reports(outputs, texts)
