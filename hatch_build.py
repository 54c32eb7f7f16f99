"""A step of the wheel's build, and of an installation in place: the extractor's YAML is compiled (`vendorlint_extractor.compiling`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "extractor/vendorlint_extractor/compiled.bin"


class CompileHook(BuildHookInterface):
    """Compiles before the wheel's files are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile by a process of its own, which finds no other extractor than the one to be built."""
        folder = Path(self.root) / "extractor"
        subprocess.run([sys.executable, "-m", "vendorlint_extractor.compiling"], cwd=folder, check=True)
        build_data["artifacts"].append(COMPILED)
