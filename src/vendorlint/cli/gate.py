"""Which projects a gate runs for: the folder's own, or those of the files that pre-commit names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

from vendorlint.errors import EXIT_OK, InputError
from vendorlint.project.config import Config
from vendorlint.project.project import Project, find_project
from vendorlint.project.search import CONFIG_NAME, find_config_file

# What CI systems set: https://docs.github.com/actions/reference/workflows-and-actions/variables and the like of others.
_CI = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "JENKINS_URL", "BUILDKITE", "TEAMCITY_VERSION")


def is_hook() -> bool:
    """Whether pre-commit runs this."""
    return os.environ.get("PRE_COMMIT") == "1"


def is_ci() -> bool:
    """Whether a CI system runs this."""
    return any(os.environ.get(name, "").lower() not in ("", "0", "false") for name in _CI)


def gate_projects(paths: Sequence[Path], flags: Mapping[str, Any]) -> list[tuple[Project, list[Path]]]:
    """Each project with the paths that concern it: that of the working directory, or in a hook the one above each path.

    Raises InputError where a hook or CI would go by no configuration although there are vendors: whoever takes the file away, or
    calls it by another name, would be judged by defaults.
    """
    here = Path.cwd()
    if not is_hook() or not paths:
        project = find_project(here, flags=flags)
        if is_hook() or is_ci():
            _require_configured(project.config)
        return [(project, list(paths))]
    groups: dict[Path | None, list[Path]] = {}
    for path in paths:
        groups.setdefault(find_config_file(path.absolute().parent), []).append(path)
    strays = groups.pop(None, [])
    projects = [(find_project(file.parent, flags=flags), each) for file, each in groups.items() if file]
    if strays and (not _configured_below(here) or any(path.parts[0] == "vendors" for path in strays)):
        project = find_project(here, flags=flags)
        _require_configured(project.config)
        projects.append((project, strays))
    return projects


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


def _configured_below(folder: Path) -> bool:
    """Whether a folder inside has a configuration, so that what stands beside it is none of ours."""
    return any(path.is_file() for path in folder.rglob(CONFIG_NAME))
