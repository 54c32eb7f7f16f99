"""Which projects a gate runs for: the folder's own, or those of the files that pre-commit names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from vendorlint.errors import EXIT_OK, InputError
from vendorlint.project.config import Config, find_config
from vendorlint.project.project import Project, find_project
from vendorlint.project.search import CONFIG_NAME, find_config_file

if TYPE_CHECKING:
    from vendorlint.jobs.trusted import Basis

PULL_REQUEST = "pull-request"  # as a revision: the base of the one that CI runs for
# What CI systems set: https://docs.github.com/actions/reference/workflows-and-actions/variables and the like of others.
_TARGETS = ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "SYSTEM_PULLREQUEST_TARGETBRANCH", "CHANGE_TARGET", "BITBUCKET_PR_DESTINATION_BRANCH", "BUILDKITE_PULL_REQUEST_BASE_BRANCH")  # fmt: skip
_CI = (
    "CI",
    "GITHUB_ACTIONS",
    "GITLAB_CI",
    "TF_BUILD",
    "JENKINS_URL",
    "BITBUCKET_BUILD_NUMBER",
    "BUILDKITE",
    "TEAMCITY_VERSION",
)


def is_hook() -> bool:
    """Whether pre-commit runs this."""
    return os.environ.get("PRE_COMMIT") == "1"


def is_ci() -> bool:
    """Whether a CI system runs this."""
    return any(os.environ.get(name, "").lower() not in ("", "0", "false") for name in _CI)


def gate_folders(paths: Sequence[Path]) -> list[tuple[Path, list[Path]]]:
    """Each folder to run in with the paths that concern it: the working directory, or in a hook those with a configuration above
    each path."""
    here = Path.cwd()
    if not is_hook() or not paths:
        return [(here, list(paths))]
    groups: dict[Path | None, list[Path]] = {}
    for path in paths:
        groups.setdefault(_governing(path.absolute().parent), []).append(path)
    strays = groups.pop(None, [])
    folders = [(file.parent, each) for file, each in groups.items() if file]
    if strays and (not _configured_below(here) or any(path.parts[0] == "vendors" for path in strays)):
        folders.append((here, strays))
    return folders


def gate_project(folder: Path, flags: Mapping[str, Any]) -> Project:
    """The project of a folder.

    Raises InputError where a hook or CI would go by no configuration although there are vendors: whoever takes the file away, or
    calls it by another name, would be judged by defaults.
    """
    project = find_project(folder, flags=flags)
    if is_hook() or is_ci():
        _require_configured(project.config)
    return project


@contextmanager
def gate_basis(
    folder: Path, flags: Mapping[str, Any], policy_from: str | None
) -> Iterator[tuple[Project, Basis | None]]:
    """The same, judged by what a revision has; PULL_REQUEST stands for the one that CI merges into, if it does.

    The base of a pull request that has no configuration yet has nothing to judge by: that is told, and the files judge as they are.
    """
    base = pull_request_base()
    revision = base if policy_from == PULL_REQUEST else policy_from
    if revision is None:
        if base:
            message = (
                "the pull request's own files judge it; '--policy-from pull-request' takes what judges from its base"
            )
            print(f"vendorlint: {message}", file=sys.stderr)  # noqa: T201
        yield gate_project(folder, flags), None
        return
    from vendorlint.jobs.trusted import NotConfiguredError, trusted_project

    with ExitStack() as stack:
        try:
            basis = stack.enter_context(trusted_project(revision, folder, flags))
        except NotConfiguredError as error:
            if policy_from != PULL_REQUEST:
                raise
            print(f"vendorlint: {error.message}; the files judge as they are", file=sys.stderr)  # noqa: T201
            yield gate_project(folder, flags), None
            return
        except InputError as error:
            hint = "; fetch it first (actions/checkout: 'fetch-depth: 2')" if policy_from == PULL_REQUEST else ""
            raise InputError(f"{error.message}{hint}", error.place) from None
        yield basis.project, basis


def pull_request_base() -> str | None:
    """The revision that a pull request is to be merged into, as CI tells; None outside of one.

    GitHub's commit of a pull request merges it into its first parent, whatever the job has checked out; on pull_request_target it
    is the base. GitLab, Azure, Jenkins, Bitbucket and Buildkite name the branch. pre-commit's --from-ref counts in CI, where a workflow gives it.
    """
    told = os.environ.get
    event, commit = told("GITHUB_EVENT_NAME", ""), told("GITHUB_SHA", "")
    if commit and event in ("pull_request", "merge_group"):
        return f"{commit}^1"
    if commit and event == "pull_request_target":
        return commit
    branch = next(filter(None, map(told, _TARGETS)), None)
    if branch:
        return told("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") or f"origin/{branch.removeprefix('refs/heads/')}"
    return told("PRE_COMMIT_FROM_REF") if is_ci() else None


@contextmanager
def ending(codes: list[int]) -> Iterator[None]:
    """Keep the exit code with which the block ends, so that the other projects have their turn."""
    code = EXIT_OK
    try:
        yield
    except typer.Exit as end:
        code = end.exit_code
    except SystemExit as end:
        code = int(end.code or EXIT_OK)
    codes.append(code)


def _require_configured(config: Config) -> None:
    if config.path is None and config.vendors.is_dir():
        message = (
            f"there is no {CONFIG_NAME} here or above; a hook and CI go by no defaults ('vendorlint init' writes one)"
        )
        raise InputError(message, config.vendors)


def _governing(folder: Path) -> Path | None:
    """The configuration for a folder. One among the vendors of another governs nothing: who adds a vendor would choose its judge."""
    file = find_config_file(folder)
    if file is None or os.path.lexists(file.parent / ".git"):
        return file
    above = _governing(file.parent.parent)
    return above if above and file.is_relative_to(find_config(above.parent).vendors) else file


def _configured_below(folder: Path) -> bool:
    """Whether a folder inside has a configuration, so that what stands beside it is none of ours."""
    return any(path.is_file() for path in folder.rglob(CONFIG_NAME))
