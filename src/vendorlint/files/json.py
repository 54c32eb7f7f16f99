"""JSON as it is printed and written for others."""

from __future__ import annotations

import json
import re


def ascii_json(value: object) -> str:
    """JSON in ASCII, ending in a line break. In the log of a build no line of it is a command (see unsafe.py): a `#` stands
    in strings only, so that it may be written as an escape."""
    return re.sub("#(?=#)", r"\\u0023", json.dumps(value, indent=2)) + "\n"
