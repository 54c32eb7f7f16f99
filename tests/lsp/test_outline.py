"""Where a cursor is in YAML that is half written; `|` in a text is the cursor."""

from __future__ import annotations

import pytest

from vendorlint.lsp.outline import ITEM, Spot, keys_at, spot_at, word_at


def cursor(text: str) -> tuple[tuple[str, ...], int, int]:
    before, _, after = text.partition("|")
    return tuple((before + after).split("\n")), before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("ver|", Spot((), True, "ver", 1)),
        ("version: |", Spot(("version",), False, "", 10)),
        ("requirements:\n  lic|", Spot(("requirements",), True, "lic", 3)),
        ("requirements:\n  a: off\n  |", Spot(("requirements",), True, "", 3)),
        ("requirements:\n  a: o|", Spot(("requirements", "a"), False, "o", 6)),
        ("requirements:\n  a: {severity: e|", Spot(("requirements", "a", "severity"), False, "e", 17)),
        ("requirements:\n  a: {severity: error, on|}", Spot(("requirements", "a"), True, "on", 24)),
        ("requirements:\n  a:\n    params:\n      |", Spot(("requirements", "a", "params"), True, "", 7)),
        ("requirements:\n  a:\n    params:\n      x: 1\n    s|", Spot(("requirements", "a"), True, "s", 5)),
        ("extends: [vendorlint/ai, v|]", Spot(("extends", ITEM), False, "v", 26)),
        ("extends:\n  - vendorlint/ai\n  - v|", Spot(("extends", ITEM), True, "v", 5)),
        ("extends:\n- v|", Spot(("extends", ITEM), True, "v", 3)),
        ("waivers:\n  - rule: |", Spot(("waivers", ITEM, "rule"), False, "", 11)),
        ("waivers:\n  - rule: x\n    vendor: b|", Spot(("waivers", ITEM, "vendor"), False, "b", 13)),
        ("waivers:\n- rule: x\n  vendor: b|", Spot(("waivers", ITEM, "vendor"), False, "b", 11)),
        ("waivers:\n  - rule: x\n    vendor: y\n  - ru|", Spot(("waivers", ITEM), True, "ru", 5)),
        ("waivers:\n  - {rule: x, vendor: |", Spot(("waivers", ITEM, "vendor"), False, "", 23)),
        ('a: ["b, {", c|', Spot(("a", ITEM), False, "c", 13)),
        ("a: {b: [c, d], e|", Spot(("a",), True, "e", 16)),
        ("# a comment\n\nname: x\nreq|", Spot((), True, "req", 1)),
        ("a: b # c|", None),
        ("a: 'b|", None),
        ("|", Spot((), True, "", 1)),
    ],
)
def test_the_keys_above_a_cursor_and_the_word_before_it(text: str, spot: Spot | None) -> None:
    lines, line, column = cursor(text)
    assert spot_at(lines, line, column) == spot


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("  ai-training|-opt-in: off", "ai-training-opt-in"),
        ("|rule: x", "rule"),
        ("rule: x|", "x"),
        ("extends: [vendorlint/a|i, x]", "vendorlint/ai"),
        ('fact: "ai.tr|aining"', "ai.training"),
        ("a:  |  b", ""),
        ("|", ""),
    ],
)
def test_the_word_at_a_cursor(text: str, word: str) -> None:
    lines, line, column = cursor(text)
    assert word_at(lines, line, column) == word


FACTS = tuple(
    """\
vendor: acme
documents:
  - id: terms
    path: "terms.md"
facts:
  ai:
    training:
      customer_content:
        value: permitted
        evidence:
          - document: terms
            quote: "licence: a grant"
  licence: {granted: {value: true}}
""".splitlines()
)


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        (1, ("vendor",)),
        (3, ("documents", ITEM, "id")),
        (4, ("documents", ITEM, "path")),
        (8, ("facts", "ai", "training", "customer_content")),
        (9, ("facts", "ai", "training", "customer_content", "value")),
        (11, ("facts", "ai", "training", "customer_content", "evidence", ITEM, "document")),
        (12, ("facts", "ai", "training", "customer_content", "evidence", ITEM, "quote")),
        (13, ("facts", "licence")),
        (14, ()),
        (99, ()),
    ],
)
def test_the_keys_that_lead_into_a_line(line: int, keys: tuple[str, ...]) -> None:
    assert keys_at(FACTS, line) == keys
