"""The same contract as Markdown, HTML, DOCX, PDF, RTF and ODT: the same facts, and quotes that stand in each."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vendorlint_extractor import read_document

from ..reading import EXTRACTOR
from ..tools import needed

ROOT = Path(__file__).parents[2]
CONTRACTS = sorted(path for path in ROOT.glob("examples/**/vendors/*/*.md") if path.stem.lower() != "readme")


def converters() -> ModuleType:
    """The benchmark's converters, which are the test's too."""
    spec = importlib.util.spec_from_file_location("formats", ROOT / "benchmarks" / "formats.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["formats"] = module
    spec.loader.exec_module(module)
    return module


FORMATS = converters()


def words(quote: str) -> str:
    """A quote without markup, list marks and the blanks that a line's end became."""
    return re.sub(r"[*_\\]|^\W*#+ ", "", re.sub(r"\]\([^)]*\)|\[", "", quote)).strip()


def evidence(facts: dict[str, Any]) -> dict[str, list[str]]:
    return {
        name: sorted(words(piece.quote) for side in fact.sides for piece in side.evidence)
        for name, fact in facts.items()
    }


FEW = [
    path for path in CONTRACTS if path.stem in {"master-agreement", "accord-sous-traitance"}
]  # of formats whose readers share most with DOCX
PROGRAMS = {"pdf": "chromium", "pdf-writer": "soffice", "rtf": "soffice", "odt": "soffice"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param(path, name, id=f"{path.parent.name}-{path.stem}-{name}")
        for path in CONTRACTS
        for name in ["html", "docx", *PROGRAMS]
        if path in FEW or name not in {"rtf", "odt"}
    ],
)
def test_the_same_facts_and_quotes(path: Path, name: str) -> None:
    if name in PROGRAMS:
        needed(PROGRAMS[name])
    expected = EXTRACTOR.extract([read_document(path)], vendor="acme").facts
    document = FORMATS.converted(path, name)
    found = EXTRACTOR.extract([document], vendor="acme").facts
    assert {fact: [side.value for side in each.sides] for fact, each in found.items()} == {
        fact: [side.value for side in each.sides] for fact, each in expected.items()
    }
    assert evidence(found) == evidence(expected)
    folded = " ".join(document.text.split())
    for fact in found.values():
        for side in fact.sides:
            assert all(piece.quote in folded and piece.place for piece in side.evidence)


@pytest.mark.parametrize("name", ["html", "docx"])
def test_documents_that_are_incorporated_have_the_same_link(name: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.md"
    path.write_text(
        "# Terms of Service\n\nBy using the Service, Customer agrees to these Terms.\n\n"
        "These Terms incorporate the following documents by reference:\n\n"
        "- the [Data Processing Addendum](https://larkspur.example/dpa?v=2&lang=en);\n"
        "- **Levels.** The [Service Level Agreement](/legal/sla), with its *annexes*.\n"
    )
    expected = EXTRACTOR.extract([read_document(path)], vendor="acme").incorporated
    assert [each["link"] for each in expected] == ["https://larkspur.example/dpa?v=2&lang=en", "/legal/sla"]
    found = EXTRACTOR.extract([FORMATS.converted(path, name)], vendor="acme").incorporated
    assert [shown(each) for each in found] == [shown(each) for each in expected]


def shown(incorporated: dict[str, Any]) -> tuple[Any, ...]:
    """What is named, with its quotes verbatim but for emphasis, which readers drop, and the marks of lists."""
    quotes = [re.sub(r"\*(?!\*)(?<!\*\*)", "", piece["quote"]).lstrip("- ") for piece in incorporated["evidence"]]
    return incorporated["type"], incorporated["name"], incorporated["link"], quotes
