"""A clause that is copied from a page is found in the document, whatever its markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorlint.facts.as_written import as_written
from vendorlint.facts.quotes import source_of

TEXT = """\
# Terms

- We **may** use\u00ad [Customer Data](https://x.example/a) &amp; logs;
- to *train*
  models.

> Notice is given &#8220;in writing&#8221;.

| Plan | Answer |
| --- | --- |
| Basic | 4 hours |
"""


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("We may use Customer Data & logs;", "We **may** use\u00ad [Customer Data](https://x.example/a) &amp; logs;"),
        ("may use\\u00ad Customer", "may** use\u00ad [Customer"),  # as a page shows what is hidden
        ("logs;\n• to train models.", "logs; - to *train* models."),
        ("Notice is given “in writing”.", "Notice is given &#8220;in writing&#8221;."),
        ("Basic\t4 hours", "Basic | 4 hours"),
        ("we may use", ""),
        ("", ""),
        ("**", ""),
    ],
)
def test_the_words_as_they_are_written(shown: str, written: str) -> None:
    source = source_of(TEXT, "0" * 64)
    assert as_written(source, shown) == written
    assert written == "" or next(source.find(written)).lines


@given(st.text(alphabet="ab *_[]()&;#>|\\`-\u200b\n", max_size=40), st.data())
def test_what_is_found_stands_in_the_document(text: str, data: st.DataObject) -> None:
    source = source_of(text, "0" * 64)
    start = data.draw(st.integers(0, len(text)))
    shown = text[start : data.draw(st.integers(start, len(text)))]
    written = as_written(source, shown)
    assert written in source.folded
    assert bool(written) == any(letter in "ab();&-" for letter in written)
