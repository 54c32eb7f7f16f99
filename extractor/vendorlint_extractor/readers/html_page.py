"""What of an HTML page is its text: its encoding, its main part, and what stands around it."""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vendorlint_extractor.readers import ReadingError

HEAD_BYTES = 2048  # in which the declaration of an encoding is looked for
BANNER_WORDS = 300  # a consent banner is not longer
MAIN_SHARE = 0.4  # of the page's words that its main element has to hold
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = ((b"%PDF-", "PDF"), (b"PK\x03\x04", "DOCX"))
_NO_TEXT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "canvas",
        "object",
        "embed",
        "iframe",
        "video",
        "audio",
        "map",
        "nav",
        "form",
        "button",
        "select",
        "textarea",
        "input",
        "option",
        "datalist",
        "dialog",
        "search",
        "head",
        "link",
        "meta",
        "img",
        "picture",
    ]
)
_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "complementary",
        "menu",
        "menubar",
        "toolbar",
        "alert",
    ]
)
_BANNER = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|gdpr|privacy)s?[\s_-]?(?:banner|bar|notice|popup|modal|overlay|dialog|manager|wall|preferences|consent)"
    r"|onetrust|cookiebot|usercentrics|didomi|(?:^|[\s_-])cmp[\s_-]",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|navbar|nav|menu|sidebar|skip-?(?:link|to-content)|share|social|newsletter|site-?(?:header|footer)|table-of-contents|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
PARSED_DEPTHS = 10  # how much deeper than is read a page may be parsed: browsers forgive tags that are left open
_NESTING = re.compile(
    r"<(/?)(?:article|b|blockquote|center|details|div|em|fieldset|figure|font|form|i|main|ol|section|small|span|strong|table|u|ul)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def decode(raw: bytes) -> tuple[str, list[str]]:
    """The text of a page's bytes, and what to warn of. Raises ReadingError for what is no page."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            raise ReadingError(f"is a {name} file by its content; give it the ending .{name.lower()}")
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), []
    if b"\0" in raw:
        raise ReadingError("is binary (it holds a NUL byte); expected HTML")
    try:
        return raw.decode("utf-8"), []  # also where a page declares windows-1252 and is not
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(raw[:HEAD_BYTES])
    encoding = declared[1].decode("ascii", "replace").lower() if declared else "windows-1252"
    if encoding in {"utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"} or not _is_known(encoding):
        encoding = "windows-1252"  # as browsers read Latin-1, https://encoding.spec.whatwg.org/
    text = raw.decode(encoding, "replace")
    warnings = []
    if declared and declared[1].lower() in {b"utf-8", b"utf8"}:
        warnings.append("declares UTF-8 and is not; it was read as windows-1252")
    elif "�" in text:
        warnings.append(f"holds bytes that are no {encoding}; they were replaced by �")
    return text, warnings


def refuse_deep(text: str, depth: int) -> None:
    """Raises ReadingError for a page that opens many more elements than it closes: parsing takes the square of that."""
    opened = 0
    for tag in _NESTING.finditer(text):
        opened = opened + 1 if not tag[1] else max(opened - 1, 0)
        if opened > depth * PARSED_DEPTHS:
            raise too_deep(depth)


def too_deep(depth: int) -> ReadingError:
    """The error about elements nested too deeply."""
    return ReadingError(f"nests elements more than {depth} deep; expected a page of terms")


def _is_known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding)._is_text_encoding)
    except LookupError:
        return False


def main_content(body: LexborNode) -> LexborNode:
    """The element that holds the page's own text: the only main or article that has a good part of its words, or the body."""
    whole = _words(body)
    for selector in ("main", "[role=main]", "article"):
        found = body.css(selector)
        if len(found) == 1 and _words(found[0]) >= MAIN_SHARE * whole:
            return found[0]
    return body


def numbers_are_nested(page: LexborHTMLParser) -> bool:
    """Whether a style sheet in the page numbers inner lists with the outer's number (`counters(item, ".")`)."""
    return any("counters(" in (style.text(deep=True) or "") for style in page.css("style"))


def is_furniture(node: LexborNode) -> bool:
    """Whether an element is none of the page's text: navigation, banners, forms, scripts, what is hidden."""
    tag, attributes = node.tag or "", node.attributes or {}
    if tag in _NO_TEXT or tag.startswith(("-", "!")):
        return True
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return True
    if (attributes.get("role") or "").lower() in _ROLES:
        return True
    if tag in {"footer", "aside"} or (tag == "header" and node.css_first("h1") is None):
        return not _is_inside_text(node)
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _BANNER.search(named):
        return _words(node) < BANNER_WORDS
    return bool(
        tag in {"div", "ul", "ol", "section", "a", "span", "aside"} and _AROUND.search(named)
    ) and _is_mostly_links(node)


def _is_inside_text(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in {"article", "main", "blockquote"}:
            return True
        parent = parent.parent
    return False


def _is_mostly_links(node: LexborNode) -> bool:
    linked = sum(_words(link) for link in node.css("a")) if node.tag != "a" else _words(node)
    return 2 * linked >= _words(node)


def _words(node: LexborNode) -> int:
    return len((node.text(deep=True, separator=" ") or "").split())
