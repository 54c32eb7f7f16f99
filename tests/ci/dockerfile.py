"""The Dockerfile's instructions."""

from __future__ import annotations

import re

from .runner import ROOT


def instructions() -> list[tuple[str, str]]:
    """Each instruction and its arguments, in order; continued lines are one."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n", "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    return [(name, " ".join(rest.split())) for name, _, rest in (line.partition(" ") for line in lines if line)]


def sources() -> list[str]:
    """What it copies of the repository."""
    copied = [
        arguments.split()[:-1] for name, arguments in instructions() if name == "COPY" and "--from=" not in arguments
    ]
    return [source for each in copied for source in each]
