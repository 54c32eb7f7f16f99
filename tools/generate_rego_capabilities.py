"""Writes rego/capabilities.json: the built-in functions that mean the same in OPA and in the embedded engine.

The declarations come from the pinned OPA of tools/go-tools; with --check it only says whether the file is stale. Left
out is what reaches outside (http.send, net, opa.runtime), what knows time or chance, and what the engines differ in.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "rego" / "capabilities.json"
OPA = ROOT / ".tools" / "bin" / "opa"
NAMES = """
and or assign eq equal neq gt gte lt lte plus minus mul div rem internal.member_2 internal.member_3
count sum max min sort abs round ceil floor numbers.range
concat contains startswith endswith indexof lower replace split sprintf substring to_number upper
trim trim_left trim_prefix trim_right trim_space trim_suffix
array.concat array.reverse array.slice intersection union
object.filter object.get object.keys object.remove object.union
is_array is_boolean is_null is_number is_object is_set is_string type_name
regex.match time.parse_ns
"""
ALLOWED = frozenset(NAMES.split())


def capabilities(current: dict[str, Any]) -> str:
    """The file's text, a built-in per line, from what this version of OPA can do."""
    chosen = [builtin for builtin in current["builtins"] if builtin["name"] in ALLOWED]
    missing = ALLOWED - {builtin["name"] for builtin in chosen}
    if missing:
        raise SystemExit(f"OPA has no built-in {', '.join(sorted(missing))}")
    lines = ",\n".join(f"  {json.dumps(_bare(builtin))}" for builtin in chosen)
    return f'{{\n "features": ["rego_v1"],\n "builtins": [\n{lines}\n ]\n}}\n'


def _bare(node: object) -> object:
    """The declaration without its prose."""
    if isinstance(node, dict):
        return {key: _bare(value) for key, value in node.items() if key not in ("description", "categories")}
    return [_bare(value) for value in node] if isinstance(node, list) else node


def main(arguments: list[str]) -> int:
    """Write the file, or compare it. Returns the exit code. Without OPA the file stays: it is no matter of facts and rules."""
    if not OPA.exists() and "--check" not in arguments:
        print(f"{TARGET}: is left as it is; it needs OPA, which tools/go-tools builds", file=sys.stderr)  # noqa: T201
        return 0
    shown = subprocess.run([OPA, "capabilities", "--current"], check=True, capture_output=True, text=True)  # noqa: S603
    text = capabilities(json.loads(shown.stdout))
    if "--check" in arguments:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{TARGET}: is stale; run python tools/generate_rego_capabilities.py", file=sys.stderr)  # noqa: T201
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
