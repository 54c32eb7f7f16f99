"""Phrases and concepts of a language's files."""

import re
from pathlib import Path

import pytest

from vendorlint_extractor import shipped
from vendorlint_extractor.language import lexicon
from vendorlint_extractor.language.lexicon import Concept, expand, read_lexicon

from .make import EN, FR

FIRST = """
- tag: CONTENT
  phrases: ["{your|the} content", customer data]
  possessed: [file, user entry]
  defined_by: ['\\bupload', '\\bsubmit']
  not_defined_by: ['\\bour\\b']
  needs: ['\\byou\\b']
- tag: SERVICE
  phrases: [customer data, platform]
  exact: [terms, '("platform")']
"""
SECOND = """
- tag: OTHER
  phrases: [platform]
  exact: [customer data]
"""


@pytest.mark.parametrize(
    ("phrase", "phrases"),
    [
        ("plain", ["plain"]),
        ("{a|b} c", ["a c", "b c"]),
        ("x {a|b} y {c|}", ["x a y c", "x a y ", "x b y c", "x b y "]),
    ],
)
def test_alternatives(phrase: str, phrases: list[str]) -> None:
    assert list(expand(phrase)) == phrases


def test_files_of_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "concepts" / "xx"
    folder.mkdir(parents=True)
    (folder / "b.yaml").write_text(SECOND)
    (folder / "a.yaml").write_text(FIRST)
    (folder / "notes.txt").write_text("- tag")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    monkeypatch.setattr(shipped, "ROOT", tmp_path)
    found = read_lexicon("xx", EN.tokens, EN.plurals)
    assert found.forms == {
        "your content": "CONTENT",
        "your contents": "CONTENT",
        "the content": "CONTENT",
        "the contents": "CONTENT",
        "customer data": "OTHER",  # `exact` counts wherever it stands
        "customer datas": "CONTENT",
        "platform": "SERVICE",  # else the first file
        "platforms": "SERVICE",
        "terms": "SERVICE",
        '( " platform " )': "SERVICE",  # with its marks
    }
    assert found.begun == ["your", "the", "customer", "(", '( "', '( " platform', '( " platform "']
    assert found.possessed == {
        "file": "CONTENT",
        "files": "CONTENT",
        "user entry": "CONTENT",
        "user entries": "CONTENT",
    }
    [concept] = found.concepts
    assert (concept.tag, len(concept.defined_by), len(concept.not_defined_by), len(concept.needs)) == (
        "CONTENT",
        2,
        1,
        1,
    )


@pytest.mark.parametrize(
    ("definition", "is_one"),
    [
        ("what you upload", True),
        ("what you submit", True),
        ("what they upload", False),
        ("what you own", False),
        ("our files that you upload", False),
    ],
)
def test_what_a_concept_takes(definition: str, is_one: bool) -> None:
    concept = Concept(
        "CONTENT", (re.compile("upload"), re.compile("submit")), (re.compile("our"),), (re.compile("you"),)
    )
    assert concept.is_defined(definition) == is_one


def test_a_concept_without_needs() -> None:
    concept = Concept("CONTENT", (re.compile("upload"),), (), ())
    assert [concept.is_defined(each) for each in ("upload", "own")] == [True, False]


def test_shipped_phrases() -> None:
    assert [EN.phrases.tag_of(EN.tokens.words(each)) for each in ("we", "our", "you'll", "third parties", "dpa")] == [
        "VENDOR",
        "VENDOR's",
        "CUSTOMER will",
        "THIRD_PARTY",
        "AGREEMENT-DPA",
    ]
    assert FR.phrases.tag_of(("vous",)) == "CUSTOMER"
