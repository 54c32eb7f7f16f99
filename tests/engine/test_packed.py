"""Readings that ship, packed and unpacked."""

from __future__ import annotations

import json

from vendorlint_extractor.readings.packed import packed, unpacked

from ..reading import EXTRACTOR
from .make import reading


def test_what_was_packed_is_unpacked() -> None:
    every = {fact: each.readings.get("fr", ()) for fact, each in EXTRACTOR.definitions.items()}
    assert unpacked(json.loads(json.dumps(packed(every)))) == every
    assert sum(map(len, every.values())) > 100


def test_each_pattern_stands_there_once() -> None:
    one, other = reading("use", "data", none=("not",)), reading("data", none=("not", "never"))
    content = packed({"a.b": (one, other), "a.c": (one,)})
    assert content["patterns"] == ["use", "data", "not", "never"]
    assert unpacked(content) == {"a.b": (one, other), "a.c": (one,)}
