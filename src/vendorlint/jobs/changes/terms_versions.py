"""The two versions that a comparison is of: documents, facts files, vendors' folders, or revisions of a repository."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.jobs.changes.compare import Changes, TermsVersion, compare
from vendorlint.jobs.changes.revisions import at_revision
from vendorlint.jobs.check import check_targets
from vendorlint.project.project import Project
from vendorlint.project.targets import find_targets, select_vendors

WORKING_TREE = "working tree"


def compared(  # noqa: PLR0913 - what the command takes
    old: str, new: str | None, project: Project, today: str, *, git: bool, vendors: Sequence[str] = ()
) -> Changes:
    """What changed from `old` to `new`, judged by the rules and the policy of the project.

    Without `git` both are paths; with it they are revisions, and no `new` means the files as they are. Raises
    VendorlintError: input that is wrong, nothing to compare.
    """
    if not git:
        if new is None:
            raise InputError("expected two of them: vendorlint diff OLD NEW, or vendorlint diff --git REV")
        if vendors:
            raise InputError("--vendor goes with --git")
        return compare(_of_path(old, project, today), _of_path(new, project, today))
    with contextlib.ExitStack() as stack:
        versions = [stack.enter_context(_of_revision(revision, project, today, vendors)) for revision in (old, new)]
        return compare(*versions)


def _of_path(word: str, project: Project, today: str) -> TermsVersion:
    return TermsVersion(check_targets(find_targets([Path(word)], project.config), project, today), word)


@contextlib.contextmanager
def _of_revision(revision: str | None, project: Project, today: str, vendors: Sequence[str]) -> Iterator[TermsVersion]:
    if revision is None:
        targets = select_vendors(find_targets([], project.config), vendors)
        yield TermsVersion(check_targets(targets, project, today), WORKING_TREE)
        return
    with at_revision(project.config, revision) as (then, folder):
        targets = select_vendors(find_targets([], then), vendors)
        yield TermsVersion(check_targets(targets, replace(project, config=then), today), revision, folder)
