"""Programs that tests need and that no package of Python brings. CI has them all; elsewhere a test without its program is skipped."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

BUILT = Path(__file__).parents[1] / ".tools" / "bin"
INSTALLED_BY = {
    "opa": "tools/go-tools",
    "conftest": "tools/go-tools",
    "regal": "tools/go-tools",
    "chromium": "tools/browser",
    "soffice": "tools/writer",
    "strace": "tools/tracer",
}


def needed(name: str) -> Path:
    """The program, of .tools where it is built there."""
    found = shutil.which(name, path=BUILT) or shutil.which(name)
    if found:
        return Path(found)
    missing = f"{name} is not installed; run {INSTALLED_BY[name]}"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)
