"""The map of the source is that of the source: each folder's sentence is its docstring's, in the order of the layers, and each module exists."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGES = {
    "vendorlint": ROOT / "src" / "vendorlint",
    "vendorlint_extractor": ROOT / "extractor" / "vendorlint_extractor",
}


def rows(package: str) -> dict[str, str]:
    """The folders of a package, and the modules beside them, with their sentences, as the page has them."""
    section = PAGE.partition(f"\n## {package}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([\w/]+)` \| (.+) \|$", section, re.MULTILINE))


def sentence(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_sentence_on_each_folder(package: str) -> None:
    root = PACKAGES[package]
    folders = {path.parent.relative_to(root).as_posix(): path for path in root.rglob("*/__init__.py")}
    modules = {path.stem: path for path in root.glob("*.py") if not path.stem.startswith("__")}
    assert rows(package) == {name: sentence(path) for name, path in (folders | modules).items()}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_folders_stand_in_the_order_of_the_layers(package: str) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    [layers] = [each["layers"] for each in contracts if each.get("containers") == [package]]
    assert [name for name in rows(package) if "/" not in name] == [each for each in layers if each != "__main__"]


def test_every_module_that_is_named_exists() -> None:
    named = re.findall(r"`((?:\w+/)*\w+\.py)`", PAGE)
    assert named
    assert [name for name in named if not any((root / name).is_file() for root in PACKAGES.values())] == []
