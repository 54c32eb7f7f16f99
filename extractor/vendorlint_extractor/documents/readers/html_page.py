"""What of an HTML page is its text: its main part, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Container

from selectolax.lexbor import LexborNode

from vendorlint_extractor.documents.readers.rendering import ReadingError

BANNER_WORDS = 300  # a consent banner is not longer
FORM_WORDS = 60  # that a form to fill in holds at most; some pages stand in a form as a whole
CRUMB_WORDS = 30
MAIN_SHARE = 0.4  # of the page's words that its main element has to hold
# Elements of the text's structure; every other one is inline.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_NO_TEXT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "noframes",
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
MIN_OPTIONS = 2  # one box alone is ticked to accept
# What a form asks whoever visits the page, and what a form of terms lets them choose.
_ASKS = "input[type=email], input[type=password], input[type=search], input[type=tel]"
_OPTIONS = "input[type=checkbox], input[type=radio], select"
_ROLES = frozenset(
    [
        "navigation",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    ]
)
_TEXT = frozenset({"article", "main", "blockquote"})
_OUTER_ROLES = frozenset({"banner", "contentinfo", "complementary"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BANNER = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|gdpr|privacy)s?[\s_-]?(?:banner|bar|notice|popup|modal|overlay|dialog|manager|wall|preferences|consent)"
    r"|onetrust|cookiebot|usercentrics|didomi|(?:^|[\s_-])cmp[\s_-]",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"(?:^|[\s_-])bread-?crumbs?(?:$|[\s_-])", re.IGNORECASE)
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:navbar|nav|menu|sidebar|skip-?(?:link|to-content)|share|social|newsletter|site-?(?:header|footer)|table-of-contents|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
PARSED_DEPTHS = 10  # how much deeper than is read a page may be parsed: browsers forgive tags that are left open
_NESTING = re.compile(
    r"<(/?)(?:article|b|blockquote|center|details|div|em|fieldset|figure|font|form|i|main|ol|section|small|span|strong|table|u|ul)\b",
    re.IGNORECASE,
)


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


def main_content(body: LexborNode) -> LexborNode:
    """The element that holds the page's own text: the only main or article that has a good part of its words, or the body."""
    whole = words_of(body)
    for selector in ("main", "[role=main]", "article"):
        found = body.css(selector)
        if len(found) == 1 and words_of(found[0]) >= MAIN_SHARE * whole:
            return found[0]
    return body


def heading_level(node: LexborNode, tag: str) -> int | None:
    """The level of an element that is a heading."""
    attributes = node.attributes
    if (attributes.get("role") or "").lower() == "heading":
        level = attributes.get("aria-level") or "2"
        return int(level) if re.fullmatch("[1-6]", level) else 2
    return 1 if attributes.get("class") == "MsoTitle" else HEADINGS.get(tag)  # Word's style for titles


def is_anchor(node: LexborNode, tag: str) -> bool:
    """Whether an element only links to a place in the page, such as the '#' after a heading and the arrow after a note."""
    return (
        tag == "a"
        and (node.attributes.get("href") or "").startswith("#")
        and not any(character.isalnum() for character in node.text(deep=True))
    )


def is_furniture(node: LexborNode) -> bool:  # noqa: PLR0911 - one per kind
    """Whether an element is none of the page's text: navigation, banners, forms, scripts."""
    tag, attributes = node.tag or "", node.attributes
    role = (attributes.get("role") or "").lower()
    if tag in _NO_TEXT or tag.startswith(("-", "!")) or role in _ROLES:
        return True
    if tag == "button":  # that of an accordion is its heading
        return not _is_inside(node, HEADINGS)
    if tag == "form":
        asks = node.css_first(_ASKS) is not None or len(node.css(_OPTIONS)) < MIN_OPTIONS
        return asks and words_of(node) < FORM_WORDS
    if tag in {"footer", "aside"} or role in _OUTER_ROLES or (tag == "header" and node.css_first("h1") is None):
        return not _is_inside(node, _TEXT)
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _BANNER.search(named):
        return words_of(node) < BANNER_WORDS
    if _CRUMBS.search(named):
        return words_of(node) < CRUMB_WORDS
    return bool(
        tag in {"div", "ul", "ol", "section", "a", "span", "aside"} and _AROUND.search(named)
    ) and _is_mostly_links(node)


def _is_inside(node: LexborNode, tags: Container[str]) -> bool:
    parent = node.parent
    while parent is not None:
        if (parent.tag or "") in tags:
            return True
        parent = parent.parent
    return False


def _is_mostly_links(node: LexborNode) -> bool:
    linked = sum(words_of(link) for link in node.css("a")) if node.tag != "a" else words_of(node)
    return 2 * linked >= words_of(node)


def words_of(node: LexborNode) -> int:
    """How many words stand in an element."""
    return len((node.text(deep=True, separator=" ") or "").split())


def selector(node: LexborNode, path: str) -> str:
    """The path to an element as a CSS selector, from the nearest one with an id."""
    name = node.attributes.get("id") or ""
    return f"#{name}" if re.fullmatch(r"[A-Za-z][\w-]*", name) else path
