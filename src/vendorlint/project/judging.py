"""The files that judge: the configuration, policies with what they extend, the lock of those from elsewhere, rules and facts of one's own, waivers, the baseline."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from vendorlint.errors import InputError, InputErrors
from vendorlint.files.text import file_bytes
from vendorlint.files.yaml.document import read_yaml
from vendorlint.project.config import Config
from vendorlint.project.elsewhere import LOCK_NAME
from vendorlint.project.inside import own_files
from vendorlint.project.search import CONFIG_NAME
from vendorlint.project.values import is_policy_file

SUFFIXES = (".yaml", ".yml", ".rego", ".json")  # of all of them


def policy_files(config: Config) -> frozenset[Path]:
    """The policy files in force, resolved, wherever they are: those that the configuration names, and what they extend."""
    found: set[Path] = set()
    waiting = [Path(name) for name in config.policy if is_policy_file(name)]
    while waiting:
        path = Path(os.path.realpath(waiting.pop()))
        if path not in found:
            found.add(path)
            waiting += _extended(path)
    return frozenset(found)


def judging_files(config: Config, root: Path) -> dict[str, bytes]:
    """What stands in each of the files in `root` that judge, by path relative to it. Raises InputError."""
    home = Path(os.path.realpath(root))
    paths = (Path(os.path.realpath(path)) for path in judging_paths(config, root))
    inside = sorted({path for path in paths if path.is_relative_to(home) and path.is_file()})
    return {path.relative_to(home).as_posix(): file_bytes(path) for path in inside}


def judging_paths(config: Config, root: Path) -> Iterator[Path]:
    """The paths of the files that judge, where the configuration stands in `root`, whether there is a file or not."""
    yield root / CONFIG_NAME
    yield root / LOCK_NAME
    yield from policy_files(config)
    for folder in (*config.rego, *config.facts):
        if folder.is_dir():
            yield from own_files(folder, SUFFIXES)
    yield config.waivers
    yield config.baseline


def _extended(policy: Path) -> list[Path]:
    """The files that a policy extends; none of one that cannot be read, which the check tells."""
    with contextlib.suppress(InputError, InputErrors):
        content = read_yaml(policy).value
        names = content.get("extends", ()) if isinstance(content, dict) else ()
        return [policy.parent / name for name in names if isinstance(name, str) and is_policy_file(name)]
    return []
