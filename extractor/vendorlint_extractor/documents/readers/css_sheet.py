"""Style sheets taken apart as browsers do: strings, comments, escapes, rules within rules, and sheets that stand in an address."""

from __future__ import annotations

import base64
import binascii
import itertools
import re
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vendorlint_extractor.documents.readers.css_screen import is_met

MAX_DEPTH = 20  # of rules within rules
MAX_SELECTORS = 200  # of one rule, with those around it
MAX_IMPORTED = 8  # sheets that stand in the addresses of others
_TOKEN = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))|(?P<string>\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?)"
    r"|(?P<url>url\(\s*[^\"'\s)][^)]*\)?)|\\(?P<code>[0-9a-f]{1,6})\s?|\\(?P<sign>.)|(?P<end>[{};])|(?P<text>[^\\/\"'{};u]+|.)",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(\n)|(.))", re.IGNORECASE | re.DOTALL)
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"?|'((?:[^'\\\n]|\\.)*)'?", re.DOTALL)
_IMPORTANT = re.compile(r"!\s*important\s*$", re.IGNORECASE)
_DATA = re.compile(r"\s*data:([^,]{0,100}),(.*)", re.IGNORECASE | re.DOTALL)
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"\s*|'([^']*)'\s*|([^\"'\s()][^()]*))\)", re.IGNORECASE)
_LAYER = re.compile(r"layer(?:\([^()]*\))?|supports\([^()]*\)", re.IGNORECASE)
_GROUP = re.compile(r"@(media|supports|container|layer|scope|document)\b(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class Rule:
    """Selectors, or the words of an at-rule such as `@font-face`, and their declarations in order: name, value, important."""

    selectors: list[str]
    declarations: list[tuple[str, str, bool]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    rule: Rule | None  # whose declarations stand here
    around: list[str]  # the selectors that nested ones go on
    read: bool  # whether what stands here holds on a screen


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a sheet that hold on a common screen."""
    waiting, taken = [sheet], 0
    while waiting:
        found, imported = _read(waiting.pop(0))
        for address in imported:
            if taken < MAX_IMPORTED and (inner := data_of(address)) is not None:
                taken += 1
                yield from _read(inner)[0]
        yield from found


def parsed(text: str) -> list[tuple[str, str, bool]]:
    """The declarations of a style attribute, in order."""
    found = _read(f"*{{{text}}}")[0] if text else []
    return found[0].declarations if found else []


def strings(value: str) -> str:
    """The strings of a value one after the other, as they are shown."""
    return "".join(unescaped(one[1] or one[2] or "") for one in _STRING.finditer(value))


def unescaped(text: str) -> str:
    """Text in which escapes are the signs that they stand for."""
    return _ESCAPE.sub(lambda found: _sign(found[1]) if found[1] else found[3] or "", text)


def addresses(value: str) -> list[str]:
    """What a value names by url()."""
    return [one[1] or one[2] or (one[3] or "").strip() for one in _URL.finditer(value)]


def data_of(address: str) -> str | None:
    """The text that stands in an address (data:text/css,...), or None where it leads elsewhere."""
    return bytes_of(address).decode("utf-8", "replace") if _DATA.match(address) else None


def bytes_of(address: str) -> bytes:
    """What stands in an address (data:font/ttf;base64,...); empty where it leads elsewhere."""
    found = _DATA.match(address)
    if found is None:
        return b""
    if not found[1].lower().rstrip().endswith("base64"):
        return urllib.parse.unquote_to_bytes(found[2])
    try:
        return base64.b64decode(urllib.parse.unquote(found[2]))
    except (binascii.Error, ValueError):
        return b""


def _sign(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _read(sheet: str) -> tuple[list[Rule], list[str]]:
    """The rules of a sheet, and the addresses of those that it imports."""
    found: list[Rule] = []
    imported: list[str] = []
    opened = [_Open(None, [], read=True)]
    words: list[str] = []
    skipped = 0
    for token in _TOKEN.finditer(sheet.replace("<!--", "").replace("-->", "")):
        end = token["end"]
        if token["comment"] is not None:
            words.append(" ")
        elif end is None:
            sign = _sign(token["code"]) if token["code"] else token["sign"] or ""
            words.append(sign if sign.isalnum() else token[0])  # others are no part of a selector's syntax by that
        elif skipped or (end == "{" and len(opened) > MAX_DEPTH):
            skipped += {"{": 1, "}": -1}.get(end, 0)
            words.clear()
        else:
            text = "".join(words).strip()
            words.clear()
            if end == "{":
                opened.append(_opened(text, opened[-1], found))
                continue
            _declared(text, opened[-1], imported)
            if end == "}" and len(opened) > 1:
                opened.pop()
    _declared("".join(words).strip(), opened[-1], imported)
    return [rule for rule in found if rule.declarations], imported


def _opened(prelude: str, outer: _Open, found: list[Rule]) -> _Open:
    """What begins at a brace behind words."""
    group = _GROUP.match(prelude)
    if group:
        read = outer.read and is_met(group[1].lower(), group[2])
        rule = Rule(outer.around) if outer.around and read else None
        if rule:
            found.append(rule)
        return _Open(rule, outer.around, read)
    if prelude.startswith("@"):
        named = Rule([prelude.lower() if prelude.lower().startswith("@font") else prelude])
        inner = prelude.lower().startswith(("@font-face", "@counter-style"))
        if outer.read and inner:
            found.append(named)
        return _Open(named if inner else None, [], read=False)
    selectors = list(itertools.islice(_within(_parted(prelude), outer.around), MAX_SELECTORS))
    rule = Rule(selectors)
    if outer.read:
        found.append(rule)
    return _Open(rule, selectors, outer.read)


def _within(selectors: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    if not around:
        yield from selectors
        return
    for outer, selector in itertools.product(around, selectors):
        yield selector.replace("&", outer) if "&" in selector else f"{outer} {selector}"


def _parted(text: str) -> list[str]:
    """A list of selectors at its commas, those in brackets aside."""
    parts, depth, begun = list[str](), 0, 0
    for at, sign in enumerate(text):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign, 0)
        if sign == "," and depth <= 0:
            parts.append(text[begun:at].strip())
            begun = at + 1
    return [part for part in (*parts, text[begun:].strip()) if part]


def _declared(text: str, place: _Open, imported: list[str]) -> None:
    """A declaration or a statement that ends."""
    if not text:
        return
    if text.startswith("@"):
        if place.read and place.rule is None and text[:7].lower() == "@import":
            address = addresses(text) or [strings(text)]
            rest = _URL.sub("", text[7:], count=1) if addresses(text) else _STRING.sub("", text[7:], count=1)
            if is_met("media", _LAYER.sub("", rest)):
                imported.extend(address[:1])
        return
    name, colon, value = text.partition(":")
    if place.rule is None or not colon:
        return
    plain = _IMPORTANT.sub("", value).strip()
    if plain:
        name = name.strip()
        place.rule.declarations.append((name if name.startswith("--") else name.lower(), plain, plain != value.strip()))
