"""The project's addresses: one place for each, and all others say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from vendorlint import REPOSITORY
from vendorlint.schemas.schema import BASE

ROOT = Path(__file__).parents[2]
PLACES = (
    "mkdocs.yml",
    "Dockerfile",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").glob("*.md"))),
    *(
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "src/vendorlint/jobs/templates").iterdir())
        if path.is_file()
    ),
    "tools/new.py",
)
NAME = REPOSITORY.removeprefix("https://github.com/")
SITE = f"https://{NAME.partition('/')[0]}.github.io/{NAME.partition('/')[2]}/"


def test_the_package_names_its_project() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert urls == {
        "Homepage": REPOSITORY,
        "Documentation": SITE,
        "Repository": REPOSITORY,
        "Issues": f"{REPOSITORY}/issues",
        "Changelog": f"{REPOSITORY}/blob/main/CHANGELOG.md",
    }
    assert f"https://raw.githubusercontent.com/{NAME}/main/src/vendorlint/schemas" == BASE


@pytest.mark.parametrize("place", PLACES)
def test_no_other_address_is_named(place: str) -> None:
    text = (ROOT / place).read_text(encoding="utf-8")
    named = re.findall(
        r"https://(?:github\.com|\w+\.github\.io|raw\.githubusercontent\.com)/[\w.-]*vendorlint[\w./-]*", text
    )
    good = (REPOSITORY, SITE, f"https://raw.githubusercontent.com/{NAME}/")
    assert [each for each in named if not each.startswith(good)] == []
