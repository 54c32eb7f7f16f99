"""What the strict reader takes, and what it refuses with which place."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint.errors import VendorlintError
from vendorlint.files.yaml.document import parse_yaml, read_yaml

FILE = Path("f.yaml")


def read(text: str):
    return parse_yaml(text, FILE).value


def refusal(text: str) -> str:
    with pytest.raises(VendorlintError) as caught:
        parse_yaml(text, FILE)
    return str(caught.value)


def test_scalars_are_those_of_json():
    text = """
    nothing: null
    empty:
    yes-or-no: [true, false]
    numbers: [0, -7, 1.5, -2e3, 1.0e+16]
    words: [plain, two words, v1.2, 1.2.3, 10%, off, "no", 'yes', "2026-11-24", "012", https://a.example/b]
    folded: >
      one
      two
    literal: |
      one
      two
    """
    assert read(text) == {
        "nothing": None,
        "empty": None,
        "yes-or-no": [True, False],
        "numbers": [0, -7, 1.5, -2000.0, 1e16],
        "words": [
            "plain", "two words", "v1.2", "1.2.3", "10%", "off", "no", "yes", "2026-11-24", "012", "https://a.example/b",
        ],
        "folded": "one two\n",
        "literal": "one\ntwo\n",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("scalar", "advice"),
    [
        ("yes", 'true, or "yes" in quotes if it is text'),
        ("No", 'false, or "No" in quotes if it is text'),
        ("on", 'true, or "on" in quotes if it is text'),
        ("OFF", 'false, or "OFF" in quotes if it is text'),
        ("True", 'true, or "True" in quotes if it is text'),
        ("NULL", 'null, or "NULL" in quotes if it is text'),
        ("~", 'null, or "~" in quotes if it is text'),
        ("y", '"y" in quotes if it is text'),
        ("N", '"N" in quotes if it is text'),
        ("=", '"=" in quotes if it is text'),
        ("012", '"012" in quotes if it is text'),
        ("0x1F", '"0x1F" in quotes if it is text'),
        ("0o17", '"0o17" in quotes if it is text'),
        ("0b11", '"0b11" in quotes if it is text'),
        ("1_000", '"1_000" in quotes if it is text'),
        ("+1", '"+1" in quotes if it is text'),
        (".5", '".5" in quotes if it is text'),
        ("5.", '"5." in quotes if it is text'),
        ("1:30", '"1:30" in quotes if it is text'),
        ("1:30:00.5", '"1:30:00.5" in quotes if it is text'),
        (".inf", '".inf" in quotes if it is text'),
        ("-.INF", '"-.INF" in quotes if it is text'),
        (".NaN", '".NaN" in quotes if it is text'),
        ("2026-11-24", '"2026-11-24" in quotes'),
        ("2026-11-24T10:00:00Z", '"2026-11-24T10:00:00Z" in quotes'),
    ],
)
def test_ambiguous_scalars_say_how_to_write_them(scalar, advice):
    assert refusal(f"key: {scalar}\n") == f"f.yaml:1:6: YAML readers disagree about a plain {scalar}; write {advice}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1", "f.yaml:1:4: the anchor &x is not supported; remove it"),
        ("a: *x", "f.yaml:1:4: the alias *x is not supported; write the value out"),
        ("a: !!str 1", "f.yaml:1:4: the tag tag:yaml.org,2002:str is not supported; remove it"),
        ("a:\n  - !include x", "f.yaml:2:5: the tag !include is not supported; remove it"),
        ("<<: {a: 1}", "f.yaml:1:1: the merge key << is not supported; write the keys out"),
        ("a: 1\nb: 2\na: 3", "f.yaml:3:1: the key 'a' stands here twice (first on line 1); remove one"),
        ('{a: 1, "a": 2}', "f.yaml:1:8: the key 'a' stands here twice (first on line 1); remove one"),
        ("? [a, {b: c}]\n: d\ne: f", "f.yaml:1:3: a key must be a word or a quoted string"),
        ("1: a", 'f.yaml:1:1: a key must be a string; write "1" in quotes'),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document begins; expected one document in the file"),
        ("a: 99999999999999999999", "f.yaml:1:4: the number is too large; write it in quotes if it is text"),
        (f"a: {'9' * 5000}", "f.yaml:1:4: the number is too large; write it in quotes if it is text"),
        ("a: 1e999", "f.yaml:1:4: the number is too large; write it in quotes if it is text"),
        ("a: \x07", "f.yaml:1:4: is not valid YAML: U+0007 cannot stand in a YAML file"),
        ("a:\n\tb: 1", "f.yaml:2:1: is not valid YAML: while scanning for the next token, found character that cannot start any token"),
        ("a: b: c", "f.yaml:1:5: is not valid YAML: mapping values are not allowed in this context"),
        ("a: 'x", "f.yaml:1:6: is not valid YAML: while scanning a quoted scalar, found unexpected end of stream"),
        ("a: 1\r\n\r\nb: yes", 'f.yaml:3:4: YAML readers disagree about a plain yes; write true, or "yes" in quotes if it is text'),
    ],
)  # fmt: skip
def test_what_is_refused_has_line_and_column(text, message):
    assert refusal(text) == message


def test_all_refusals_of_a_file_come_at_once():
    assert refusal("a: yes\nb: &x 1\nb: 2\n").splitlines() == [
        'f.yaml:1:4: YAML readers disagree about a plain yes; write true, or "yes" in quotes if it is text',
        "f.yaml:2:4: the anchor &x is not supported; remove it",
        "f.yaml:3:1: the key 'b' stands here twice (first on line 2); remove one",
    ]


def test_billion_laughs_end_after_twenty_refusals():
    bomb = "a: &a [x]\n" + "\n".join(f"k{i}: &k{i} [{', '.join(['*a'] * 9)}]" for i in range(20))
    assert len(refusal(bomb).splitlines()) == 20


@pytest.mark.parametrize("text", ["[" * 1_000, "{a: " * 500, "\n".join(" " * i + "a:" for i in range(2_000))])
def test_deep_nesting_is_refused_where_it_gets_too_deep(text):
    assert refusal(text).endswith("is nested more than 64 levels deep")


def test_nesting_that_the_parser_itself_gives_up_on():
    assert refusal("[" * 100_000) == (
        "f.yaml:1:1001: is not valid YAML: while increasing flow level, exceeded maximum nesting depth"
    )


def test_byte_order_mark_and_crlf_are_taken_off(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n")
    document = read_yaml(path)
    assert document.value == {"a": 1, "b": ["c"]}
    assert document.position(("b", 0)) == (3, 5)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"a: caf\xe9\n", ":1:7: is not UTF-8 (byte 0xe9); save it as UTF-8"),
        (b"a: b\nc: \xff\xfe", ":2:4: is not UTF-8 (byte 0xff); save it as UTF-8"),
        (b"a: \x00", ": is binary (it holds a NUL byte); expected text in UTF-8"),
        (b"#" * 11_000_000, ": is 11 MB; expected at most 10 MB"),
    ],
)
def test_files_that_are_no_text(tmp_path, raw, message):
    path = tmp_path / "f.yaml"
    path.write_bytes(raw)
    with pytest.raises(VendorlintError) as caught:
        read_yaml(path)
    assert str(caught.value) == f"{path}{message}"


def test_a_folder_and_a_missing_file(tmp_path):
    with pytest.raises(VendorlintError, match="is a folder; expected a file"):
        read_yaml(tmp_path)
    with pytest.raises(VendorlintError, match="no such file"):
        read_yaml(tmp_path / "none.yaml")


def test_positions_of_values_and_keys():
    document = parse_yaml("a:\n  b: [x, z]\n  c:\n    - d: 1\n", FILE)
    assert document.position(()) == (1, 1)
    assert document.position(("a",)) == (1, 1)  # a block stands where its key does
    assert document.position(("a", "b")) == (2, 6)
    assert document.position(("a", "b", 1)) == (2, 10)
    assert document.position(("a", "c", 0, "d")) == (4, 10)
    assert document.position(("a", "c", 0, "gone", "deeper")) == (4, 7)
    assert str(document.error(("a", "c", 0, "d"), "wrong")) == "f.yaml:4:10: wrong"
    assert str(document.key_error(("a", "c", 0, "d"), "unknown")) == "f.yaml:4:7: unknown"


def test_text_that_begins_further_down():
    document = parse_yaml("a: 1\nb: ok\n", FILE, line=10, column=3)
    assert document.position(("b",)) == (11, 6)


YAMLISH = st.text(st.sampled_from("ab01.-_:,[]{}?&*!|>'\"#%@`~=<+eEn \n\t\r\x00\x85\u2028\ufeffé😀"), max_size=40)


@given(YAMLISH)
@settings(max_examples=1000)
def test_any_text_is_data_or_an_error_with_a_place(text):
    """And what is data reads the same with PyYAML, which takes 1e3 for a string."""
    try:
        value = parse_yaml(text, FILE).value
    except VendorlintError as error:
        assert all(line.startswith("f.yaml:") for line in str(error).splitlines())
    else:
        assert value == yaml.load(text, yaml.CSafeLoader) or re.search(r"\d[eE]", text)
