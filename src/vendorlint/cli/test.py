"""`vendorlint test`."""

from __future__ import annotations

from pathlib import Path

import typer


def test() -> None:
    """Test your own facts and rules: the examples of facts, and each _test.rego in the embedded engine."""
    from collections import Counter

    from vendorlint.cli.run import print_safely
    from vendorlint.errors import EXIT_FINDINGS
    from vendorlint.files.paths import shown_path
    from vendorlint.jobs.test import own_rule_notices, run_tests
    from vendorlint.project.project import find_project
    from vendorlint.unsafe import escape

    counts: Counter[str] = Counter()
    project = find_project(Path.cwd())
    for case in run_tests(project):
        counts[case.status] += 1
        why = f": {case.fault}" if case.fault else ""
        print_safely(escape(f"{shown_path(case.path)}:{case.line}: {case.status} {case.name}{why}") + "\n")
    for notice in own_rule_notices(project):
        print_safely(escape(f"{shown_path(notice.place.path)}:{notice.place.line}: note {notice.message}") + "\n")
    todo = f", {counts['todo']} todo" if counts["todo"] else ""
    print_safely(f"{counts['pass']} passed, {counts['fail']} failed{todo}\n")
    if counts["fail"]:
        raise typer.Exit(EXIT_FINDINGS)
