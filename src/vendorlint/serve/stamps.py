"""What tells whether files were written since they were looked at, without reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from vendorlint.project.judging import judging_paths
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor

Stamp = tuple[object, ...]


def of_project(project: Project) -> Stamp:
    """Of all that judges."""
    return _stamps(judging_paths(project.config, project.config.root))


def of_vendor(vendor: Vendor) -> Stamp:
    """Of all that stands in a vendor's folder."""
    return _stamps([vendor.folder, *sorted(vendor.folder.rglob("*"))])


def _stamps(paths: Iterable[Path]) -> Stamp:
    return tuple(_stamp(path) for path in paths)


def _stamp(path: Path) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - of hundreds of files for each page
    except OSError:
        return (str(path),)
    return str(path), found.st_mtime_ns, found.st_size, found.st_ino
