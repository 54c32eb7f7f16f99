"""Where the rules and requirement packs that ship with vendorlint are on disk."""

import functools
from pathlib import Path


@functools.cache
def bundled(name: str) -> Path:
    """The folder `rego` or `policies`: inside the wheel, or at the repository's root in an editable install."""
    package = Path(__file__).parents[1]
    for folder in (package / "_bundled" / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation of vendorlint lacks its {name}/ folder; reinstall it")
