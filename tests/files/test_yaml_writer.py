"""Laws of the writer: what is written is read back, by this reader and by others, and the bytes do not change."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vendorlint.files.yaml.document import dump_yaml, parse_yaml

TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [
        "",
        "yes",
        "No",
        "012",
        "1:30",
        "2026-11-24",
        "a: b",
        "- x",
        "# c",
        "<<",
        "=",
        "~",
        "null",
        "1e3",
        " x ",
        "\u2028",
        "\ufeff",
    ]
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(["on", "null", "1", "a b"])
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | FLOATS | TEXT
DATA = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=25)


def read(text: str):
    return parse_yaml(text, Path("f.yaml")).value


@given(DATA)
def test_read_back(data):
    assert read(dump_yaml(data)) == data


@given(DATA)
def test_what_stands_on_a_line_each_is_read_back(data):
    value = {"candidates": {"a.b": [{"x": data}, {"x": data}]}}
    text = dump_yaml(value)
    assert read(text) == yaml.safe_load(text) == value
    assert text.count("\n") == 4
    assert dump_yaml(read(text)) == text


@given(DATA)
def test_bytes_are_stable(data):
    text = dump_yaml(data)
    assert dump_yaml(read(text)) == text


@given(DATA)
def test_pyyaml_reads_the_same(data):
    assert yaml.safe_load(dump_yaml(data)) == data


@given(DATA)
def test_json_of_it_keeps_types(data):
    """1 and 1.0 and True are equal in Python; they are not in JSON."""
    assert json.dumps(read(dump_yaml(data))) == json.dumps(data)


def test_layout():
    data = {
        "version": 1,
        "documents": [{"id": "terms", "lines": [3, 4], "quote": 'She said: "no". ' * 10}],
        "none": [],
        "nothing": {},
        "words": ["opt_in", "off", "two words"],
        "nested": [[1, [2]], []],
        "uptime": 99.9,
    }
    assert dump_yaml(data, schema="https://example.org/s.json") == (
        "# yaml-language-server: $schema=https://example.org/s.json\n"
        "version: 1\n"
        "documents:\n"
        "  - id: terms\n"
        "    lines: [3, 4]\n"
        '    quote: "' + 'She said: \\"no\\". ' * 10 + '"\n'
        "none: []\n"
        "nothing: {}\n"
        'words: [opt_in, "off", "two words"]\n'
        "nested:\n"
        "  - - 1\n"
        "    - [2]\n"
        "  - []\n"
        "uptime: 99.9\n"
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), b"bytes", {1: 2}, {"a": object()}])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(ValueError):
        dump_yaml(value)
