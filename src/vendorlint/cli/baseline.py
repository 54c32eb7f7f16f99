"""`vendorlint baseline`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from vendorlint.findings.baseline import BaselineChange
    from vendorlint.findings.report import Report
    from vendorlint.project.config import Config

baseline = typer.Typer(no_args_is_help=True, help="Adopt the findings of today, so that only new ones fail.")


@baseline.command()
def create() -> None:
    """Write the baseline: every finding of every vendor."""
    from vendorlint.findings.baseline import create_baseline

    config, report = _checked()
    _tell(config, create_baseline(config.baseline, report.findings, report.rules), report)


@baseline.command()
def update() -> None:
    """Take in what is new and out what is gone."""
    from vendorlint.findings.baseline import update_baseline

    config, report = _checked()
    _tell(
        config, update_baseline(config.baseline, report.findings, report.rules, add=True, unsure=report.unsure), report
    )


@baseline.command()
def prune() -> None:
    """Take out what is gone."""
    from vendorlint.findings.baseline import update_baseline

    config, report = _checked()
    _tell(
        config, update_baseline(config.baseline, report.findings, report.rules, add=False, unsure=report.unsure), report
    )


def _checked() -> tuple[Config, Report]:
    from vendorlint.cli.run import check_everything, iso_date
    from vendorlint.project.project import find_project

    project = find_project(Path.cwd())
    return project.config, check_everything(project, iso_date(None))


def _tell(config: Config, change: BaselineChange, report: Report) -> None:
    from vendorlint.cli.run import print_safely, require_all_checked
    from vendorlint.files.paths import shown_path
    from vendorlint.unsafe import escape

    counts = f"{change.added} added, {change.removed} removed, {change.kept} kept"
    print_safely(f"{escape(shown_path(config.baseline))}: {counts}\n")
    require_all_checked(report.unchecked)
