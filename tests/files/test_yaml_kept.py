"""A YAML file that was read before is the same in every way: its values, and the place of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vendorlint.files.cache import NOTHING_KEPT, Cache
from vendorlint.files.yaml.document import Pointer, kept_yaml, parse_yaml, read_yaml
from vendorlint.files.yaml.kept import keep_yaml_in
from vendorlint.schemas.schema import validate

ROOT = Path(__file__).parents[2]
FILES = [
    ROOT / "examples" / "vendors" / "ledgerline" / "facts.yaml",
    ROOT / "examples" / "vendorlint.yaml",
    ROOT / "policies" / "ai.yaml",
]
ODD = "# a comment\na: [1, {b: 2.50}, [], {}]\n'0':\n  - x\n  -\n    w: |\n      zürich\nempty: {}\nnone: null\nlast: -0.0\n"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Cache]:
    cache = Cache(tmp_path / "parsed")
    keep_yaml_in(cache)
    yield cache
    keep_yaml_in(NOTHING_KEPT)


def pointers(value: Any, at: Pointer = ()) -> Iterator[Pointer]:
    """Each value, and what is not there beside it."""
    yield at
    yield (*at, 99)
    yield (*at, "99")
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from pointers(each, (*at, key))


@pytest.mark.parametrize("path", [*FILES, None])
def test_values_and_places_are_those_of_the_first_reading(kept: Cache, path: Path | None) -> None:
    text, path = (path.read_text(), path) if path else (ODD, Path("odd.yaml"))
    plain = parse_yaml(text, path, line=3, column=2)
    kept_yaml(text, path, line=3, column=2).found_to_meet("a schema")
    again = kept_yaml(text, path, line=3, column=2)
    assert len(kept.entries()) == 1
    assert (repr(again.value), again) == (repr(plain.value), plain)
    assert again.meets("a schema") and not again.meets("another") and not plain.meets("a schema")
    every = list(pointers(plain.value))
    assert [again.position(each) for each in every] == [plain.position(each) for each in every]
    told = [str(each.key_error(pointer, "is odd")) for each in (again, plain) for pointer in every[1:]]
    assert told[: len(told) // 2] == told[len(told) // 2 :]


def test_a_schema_is_met_by_a_text_and_not_by_a_path(kept: Cache, tmp_path: Path) -> None:
    path = tmp_path / "vendor.yaml"
    path.write_text("version: 1\nname: Acme\n")
    for _ in range(2):
        validate(read_yaml(path), "vendor")
    path.write_text("version: 1\nnaem: Acme\n")
    for _ in range(2):
        with pytest.raises(Exception, match="naem"):
            validate(read_yaml(path), "vendor")
    assert len(kept.entries()) == 1
