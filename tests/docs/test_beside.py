"""What is no part of the repository is found through VENDORLINT_GOLD alone, which .ci/run sets; nothing else looks beside it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "docs", "extractor", "rego", "src", "tests", "tools")
BESIDE = re.compile(r"""\.\./shared|/ *["']shared["']|ROOT\.parent\b""")


def test_nothing_refers_to_a_folder_beside_the_repository() -> None:
    files = [
        path
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".yaml", ".sh", ""}
    ]
    texts = [
        path for path in (*files, *ROOT.glob("*.md"), ROOT / "justfile") if path.is_file() and path != Path(__file__)
    ]
    found = [path for path in texts if BESIDE.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert [path.relative_to(ROOT).as_posix() for path in found] == []
