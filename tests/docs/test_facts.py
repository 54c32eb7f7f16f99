"""The pages of the facts are fresh, there is one for each fact, and the links of generated pages lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vendorlint_extractor.ontology import facts

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"(?<!\\)\]\(([^)]+)\)")


def test_the_pages_are_fresh() -> None:
    check = [sys.executable, "tools/generate_fact_docs.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_fact_has_a_page() -> None:
    assert {path.stem for path in (ROOT / "docs" / "facts").glob("*.md")} == {"README", *facts()}


@pytest.mark.parametrize("folder", ["facts", "rules", "policies"])
def test_every_link_leads_to_a_file_and_a_line_of_it(folder: str) -> None:
    broken = []
    for page in sorted((ROOT / "docs" / folder).glob("*.md")):
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            if "://" in link:
                continue
            path, _, line = link.partition("?plain=1#L")
            target = page.parent / path.partition("#")[0]
            lines = target.read_text(encoding="utf-8").count("\n") if target.is_file() else 0
            if lines < int(line or 1):
                broken.append(f"{page.name}: {link}")
    assert broken == []
