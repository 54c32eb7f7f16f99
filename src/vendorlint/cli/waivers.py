"""`vendorlint waivers`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def waivers(
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date to go by, YYYY-MM-DD.")] = None,
) -> None:
    """List the waivers with their state: active, expiring, expired, refused (the rule is mandatory) or unused."""
    from vendorlint.cli.run import check_everything, iso_date, print_safely, require_all_checked
    from vendorlint.findings.waived import covers
    from vendorlint.policy.rules import all_rules
    from vendorlint.policy.waivers import all_waivers
    from vendorlint.project.project import find_project
    from vendorlint.reports.catalogue import table

    project, date = find_project(Path.cwd()), iso_date(today)
    known = all_waivers(project, all_rules(project))
    if not known:
        print_safely(f"no waiver in {project.config.waivers.name}\n")
        return
    report = check_everything(project, date)
    rows = [("RULE", "VENDOR", "FACT", "EXPIRES", "STATE", "APPROVED BY", "REASON")]
    for waiver in known:
        covered = [finding for finding in report.findings if covers(waiver, finding)]
        refused = any(finding.waiver_status == "refused" for finding in covered)
        unsure = waiver.vendor in report.unsure
        state = ("unknown" if unsure else "unused") if not covered else "refused" if refused else waiver.state(date)
        rows.append(
            (waiver.rule, waiver.vendor, waiver.fact or "-", waiver.expires, state, waiver.approved_by, waiver.reason)
        )
    print_safely(table(rows))
    require_all_checked(report.unchecked)
