"""The style sheets that stand in a page: which there are, and which of their rules may be about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from vendorlint_extractor.documents.readers.css import expanded
from vendorlint_extractor.documents.readers.css_screen import is_met
from vendorlint_extractor.documents.readers.css_sheet import KEYFRAMES, Rule, addresses, bytes_of, data_of, strings

SIGNS = frozenset(
    {"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "zapf dingbats", "zapfdingbats", "marlett"}
)  # fonts
PROPERTIES = frozenset(
    [
        "all",
        "-webkit-animation",
        "-webkit-animation-name",
        "-webkit-line-clamp",
        "animation",
        "animation-fill-mode",
        "animation-name",
        "line-clamp",
        "offset",
        "offset-path",
        "position",
        "text-overflow",
        "white-space",
        "z-index",
        "background",
        "background-color",
        "background-image",
        "background-clip",
        "-webkit-background-clip",
        "border-image",
        "border-image-source",
        "clip",
        "clip-path",
        "color",
        "contain",
        "content",
        "content-visibility",
        "counter-increment",
        "counter-reset",
        "counter-set",
        "direction",
        "display",
        "filter",
        "flex-direction",
        "flex-flow",
        "font-family",
        "font-size",
        "font-weight",
        "height",
        "inline-size",
        "left",
        "letter-spacing",
        "line-height",
        "list-style",
        "list-style-image",
        "list-style-type",
        "margin-left",
        "margin-top",
        "mask",
        "mask-image",
        "-webkit-mask",
        "-webkit-mask-image",
        "max-height",
        "max-width",
        "min-height",
        "opacity",
        "order",
        "overflow",
        "overflow-x",
        "overflow-y",
        "padding",
        "padding-top",
        "padding-bottom",
        "aspect-ratio",
        "right",
        "rotate",
        "scale",
        "text-decoration",
        "text-decoration-line",
        "text-indent",
        "-webkit-text-fill-color",
        "-webkit-text-security",
        "top",
        "bottom",
        "transform",
        "translate",
        "text-shadow",
        "-webkit-text-stroke",
        "-webkit-text-stroke-width",
        "mix-blend-mode",
        "unicode-bidi",
        "visibility",
        "width",
        "zoom",
    ]
)
BEFORE = re.compile(r"::?(?:before|marker)$", re.IGNORECASE)
AFTER = re.compile(r"::?after$", re.IGNORECASE)
_PSEUDO = re.compile(r":(?:before|after|first-line|first-letter)\b|::", re.IGNORECASE)
_NAMES = re.compile(r"([.#])((?:[\w-]|[^\x00-\x7f])+)")
_OPTIONAL = re.compile(r":(?:not|is|where|has|matches|any)\(", re.IGNORECASE)


def sheets(page: LexborHTMLParser) -> Iterator[str]:
    """The style sheets of a page that a browser applies on a screen, those in the addresses of links among them."""
    for node in page.css("style, link[rel]"):
        attributes = node.attributes
        if not is_met("media", attributes.get("media") or ""):
            continue
        if node.tag == "style":
            if (attributes.get("type") or "text/css").strip().lower() == "text/css":
                yield node.text(deep=True) or ""
        elif "stylesheet" in (attributes.get("rel") or "").lower() and (sheet := data_of(attributes.get("href") or "")):
            yield sheet


def matters(rule: Rule) -> bool:
    """Whether a rule says something of what matters here."""
    return any(
        each in PROPERTIES or each.startswith("--")
        for name, value, _ in rule.declarations
        for each, _ in expanded(name, value)
    )


def fonts_of_signs(found: Iterable[Rule]) -> Iterator[str]:
    """The names that a page gives to fonts that have signs and no letters."""
    for rule in found:
        if rule.selectors == ["@font-face"]:
            said = {name: value.lower() for name, value, _ in rule.declarations}
            if any(re.search(rf"local\(\s*[\"']?{name}[\"']?\s*\)", said.get("src", "")) for name in SIGNS):
                yield strings(said.get("font-family", "")) or said.get("font-family", "")


def animations(found: Iterable[Rule]) -> Iterator[tuple[str, dict[str, str]]]:
    """The animations of a sheet by name, each with how things look at its end."""
    for rule in found:
        if rule.selectors and rule.selectors[0].startswith(KEYFRAMES):
            pairs = (pair for name, value, _ in rule.declarations for pair in expanded(name, value))
            yield (
                rule.selectors[0].removeprefix(KEYFRAMES),
                {name: value for name, value in pairs if name in PROPERTIES},
            )


def initial_values(found: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """The variables that a sheet declares, each with what it holds where nothing else is said."""
    for rule in found:
        if rule.selectors and rule.selectors[0].startswith("@property "):
            said = {name: value for name, value, _ in rule.declarations}
            if "initial-value" in said:
                yield rule.selectors[0].removeprefix("@property ").strip(), said["initial-value"]


def names_in(page: LexborHTMLParser) -> frozenset[str]:
    """All classes and ids of a page, with the sign that a selector has before them."""
    found = {f"#{node.attributes.get('id')}" for node in page.css("[id]")}
    for node in page.css("[class]"):
        found.update(f".{name}" for name in (node.attributes.get("class") or "").split())
    return frozenset(found)


def may_match(selector: str, names: frozenset[str]) -> bool:
    """Whether the page has what a selector asks for by name, and whether it is of an element, or of what stands before or behind."""
    if selector.startswith("@") or (
        _PSEUDO.search(selector) and not BEFORE.search(selector) and not AFTER.search(selector)
    ):
        return False
    if "\\" in selector or "[" in selector or _OPTIONAL.search(selector):
        return True
    return all(sign + name in names for sign, name in _NAMES.findall(selector))


def weight(selector: str) -> tuple[int, int, int]:
    """How specific a selector is: ids, then classes and the like, then elements."""
    bare = re.sub(r"\[[^\]]*\]", "[]", selector)
    classes = len(re.findall(r"\.[\w-]|\[|(?<!:):(?!:)(?!not\b|is\b)\w", bare))
    return bare.count("#"), classes, len(re.findall(r"(?:^|[\s>+~(])[a-zA-Z]", bare))


def fonts_in(sheet: Iterable[Rule]) -> Iterator[tuple[str, bytes]]:
    """The fonts that stand in a sheet, each with its name."""
    for rule in sheet:
        if rule.selectors == ["@font-face"]:
            said = {name: value for name, value, _ in rule.declarations}
            name = strings(said.get("font-family", "")) or said.get("font-family", "")
            yield from ((name, font) for address in addresses(said.get("src", "")) if (font := bytes_of(address)))
