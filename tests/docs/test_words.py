"""The page of tags and macros is fresh, and has a word on each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml
from generate_word_docs import WORDS, macros, page, tags, unsaid

ROOT = Path(__file__).parents[2]


def test_the_page_is_fresh() -> None:
    check = [sys.executable, "tools/generate_word_docs.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_word_on_each() -> None:
    assert unsaid() == []
    assert [name for name in (*tags(), *macros()) if f"\n| `{name}` | " not in page()] == []


def test_no_word_on_what_is_gone() -> None:
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    assert [tag for tag in words["tags"] if tag not in tags()] == []
    assert [macro for macro in words["macros"] if "*" not in macro and macro not in macros()] == []
