"""Comments and order of a YAML file that is written anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vendorlint.files.yaml.comments import arranged, comments_of
from vendorlint.files.yaml.document import dump_yaml, parse_yaml
from vendorlint.files.yaml.writer import Comment, Pointer

FILE = Path("facts.yaml")
KEYS = st.sampled_from(["value", "ai", "licence", "evidence", "number 1"])
SCALARS = st.sampled_from([True, 5, "word", "a # b", "line\nbreak", "# no comment", "'", '"', "x: y # z"])
ITEMS = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from("abcdef")}, optional={"quote": SCALARS, "lines": st.just([1, 2])}),
    min_size=1,
    max_size=3,
    unique_by=lambda item: item["id"],
)
VALUES = st.dictionaries(
    KEYS,
    st.recursive(SCALARS | ITEMS, lambda inner: st.dictionaries(KEYS, inner, min_size=1, max_size=3), max_leaves=8),
    min_size=1,
    max_size=4,
)
LINES = st.lists(st.sampled_from(["# one", "# a: b", "", '# "']), max_size=3).map(tuple)
COMMENTS = st.builds(Comment, LINES, st.sampled_from(["", "# beside", "# x # y"]))


def places(value: Any, at: Pointer = ()) -> Iterator[Pointer]:
    """What has a line of its own: keys, but for an item's first, and items."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*at, key)
            yield from places(item, (*at, key))
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                yield (*at, item["id"])
                yield from ((*at, item["id"], key) for key in list(item)[1:])


@given(VALUES, st.data())
def test_what_is_written_is_read_back(value: Any, data: st.DataObject) -> None:
    chosen = data.draw(st.dictionaries(st.sampled_from(list(places(value))), COMMENTS, max_size=5))
    comments = {pointer: comment for pointer, comment in chosen.items() if any(comment.lines) or comment.above}
    comments |= {(): Comment(data.draw(LINES), "")}
    text = dump_yaml(value, comments=comments)
    assert parse_yaml(text, FILE).value == value
    assert comments_of(text, value, value) == comments


OLD = """\
# Seen by Ann.
version: 1  # the first

facts:
  # AI comes first: it is what we look at.
  ai:
    features: true # yes
  licence:
    scope: [a, b] # set
    text: "no # comment"
evidence:
  # the clause on models
  - id: one
    lines: [1, 2] # here
  - id: two
# the end
"""


def test_comments_move_with_what_they_belong_to() -> None:
    old = parse_yaml(OLD, FILE).value
    new = {
        "version": 2,
        "added": True,
        "evidence": [{"id": "two"}, {"id": "zero"}, {"id": "one", "lines": [3, 4], "quote": "x"}],
        "facts": {"licence": {"scope": ["b"], "text": "y"}, "ai": {"consent": False, "features": True}},
    }
    text = dump_yaml(arranged(new, old), comments=comments_of(OLD, old, new))
    assert text == (
        "# Seen by Ann.\nversion: 2  # the first\nadded: true\n\nfacts:\n"
        "  # AI comes first: it is what we look at.\n  ai:\n    consent: false\n    features: true  # yes\n"
        '  licence:\n    scope: [b]  # set\n    text: "y"\n'
        "evidence:\n  - id: two\n  - id: zero\n  # the clause on models\n  - id: one\n    lines: [3, 4]  # here\n    quote: x\n"
        "# the end\n"
    )


def test_a_comment_of_what_is_gone_stands_at_the_end() -> None:
    old = parse_yaml(OLD, FILE).value
    new = {"version": 1, "facts": {"licence": old["facts"]["licence"]}}
    text = dump_yaml(arranged(new, old), comments=comments_of(OLD, old, new))
    assert text == (
        "# Seen by Ann.\nversion: 1  # the first\n\nfacts:\n  licence:\n    scope: [a, b]  # set\n"
        '    text: "no # comment"\n# the end\n# AI comes first: it is what we look at.\n# yes\n# the clause on models\n# here\n'
    )
