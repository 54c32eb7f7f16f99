"""What Markdown holds and no page shows, or shows with a line through it: struck words, comments, hidden elements."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vendorlint_extractor.documents.notes import NoteKind
from vendorlint_extractor.documents.readers.css import declarations, ink_of, is_gone, is_invisible, is_struck, is_tiny
from vendorlint_extractor.documents.readers.css_values import colour_of, look_alike

_TOKEN = re.compile(
    r"(?P<fence>^ {0,3}(?:`{3,}|~{3,})[^\n]*$)"
    r"|(?P<code>`+)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<address>\]\([^()\s]{0,2000}\)|https?://[^\s<>~]{0,2000}(?:~(?!~)[^\s<>~]{0,500}){0,9})"
    r"|(?P<comment><!--(?!-?>))"
    r"|(?P<aside><\?[^<>]{0,5000}\?>|<![a-zA-Z][^<>]{0,5000}>)"
    r"|(?P<strike>(?<!~)~{1,2}(?!~))"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,2000}>)"
    r"|(?P<definition>^ {0,3}\[(?!\^)[^\[\]\n]{1,300}\]:[ \t]*(?:<[^<>\n]{0,2000}>|[^\s<]\S{0,2000})"
    r"(?:\s{1,9}(?P<title>\"[^\"]{0,5000}\"|'[^']{0,5000}'|\([^()]{0,5000}\)))?[ \t]*$)",
    re.MULTILINE,
)
# What stands before a document for programs alone: names and values between two lines of marks.
_MARK = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*")
_NAMED = re.compile(r"(?:[\w.-]{1,60}[ \t]?[:=]|[ \t#]|- |$)")
MAX_FRONT, MAX_FRONT_SIZE = 200, 100_000  # lines, and characters
_VALUE = re.compile(
    r"^(?!(?:title|name)\b)[^\n:=]{0,60}[:=]?[ \t]?(?P<value>[^\n]{0,5000})$", re.MULTILINE | re.IGNORECASE
)
_DIRECTIVE = re.compile(
    r"<!--\s*(?:markdownlint|prettier|textlint|cspell|vale|doctoc|remark|lint)\b[\w\s:,.-]{0,80}?-->", re.IGNORECASE
)
_GAP = re.compile(r"\n[ \t]*\n|\Z")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_STRUCK = frozenset({"del", "s", "strike"})
# What browsers show of these is not their words.
_UNSEEN = frozenset(
    {"template", "script", "style", "dialog", "title", "noscript", "noframes", "noembed", "audio", "video", "canvas", "iframe", "object", "datalist", "rp"}
)  # fmt: skip
_CODE = frozenset({"script", "style"})
_SCRIPT = re.compile(r"[{}=]|//")  # what stands in these is code, and no words that some programs show
_NAMES = re.compile(r"</?(?:a|abbr|address|area|article|aside|b|base|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|data|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|menu|meta|nav|noscript|object|ol|optgroup|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)[\s/>]", re.IGNORECASE)  # fmt: skip
MIN_WORDS = 6  # in angle brackets that are no element: a placeholder has fewer
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_WHOLE = frozenset({"div", "section", "article", "template", "dialog", "details", "table", "ul", "ol"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Text at [start, end) that states nothing; no kind where nobody needs to be told."""

    kind: NoteKind | None
    start: int
    end: int
    words: int


@dataclass(slots=True)
class _Element:
    name: str
    kind: NoteKind | None
    start: int
    inner: int


def unseen(text: str) -> list[Passage]:
    """The passages of Markdown that a reader does not see as its text, in their order; none stands in another."""
    found: list[Passage] = []
    for each in sorted((*_front(text), *_Reader(text).passages()), key=lambda each: (each.start, -each.end)):
        last = found[-1].end if found else 0
        if each.start >= last:
            found.append(each)
        elif each.end > last:
            found.append(replace(each, start=last))
    return found


def _front(text: str) -> Iterator[Passage]:
    """The sentences in what stands before a document for programs alone."""
    lines = text[:MAX_FRONT_SIZE].split("\n", MAX_FRONT + 1)[: MAX_FRONT + 1]
    opened = _MARK.fullmatch(lines[0])
    ends = (at for at, line in enumerate(lines[1:], 1) if opened and line.rstrip() == opened["mark"])
    end = next(ends, 0)
    if not end or not all(map(_NAMED.match, lines[1:end])):
        return
    start = len(lines[0]) + 1
    for line in _VALUE.finditer(text, start, start + sum(len(each) + 1 for each in lines[1:end])):
        if (words := count_words(line["value"])) >= MIN_WORDS:
            yield Passage("hidden", *line.span("value"), words)


def count_words(text: str) -> int:
    """How many words stand in a text; marks alone are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def blanked(text: str, passages: list[Passage]) -> str:
    """The text, of the same length, with nothing in these passages but their line breaks.

    Between letters they leave no blank: 'terms~~ and more~~.' ends in 'terms.'
    """
    parts, position = [], 0
    for each in sorted(passages, key=lambda each: each.start):
        apart = each.start == 0 or each.end >= len(text) or text[each.start - 1].isspace() or text[each.end].isspace()
        start = max(each.start, position)
        parts += [text[position:start], re.sub(r"[^\n]", " " if apart else "\u200b", text[start : each.end])]
        position = max(position, each.end)
    return "".join([*parts, text[position:]])


class _Reader:
    """Goes once over the text; the cost is linear."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Element] = []
        self._hiding: _Element | None = None  # the outermost of the open elements that nobody sees
        self._struck: tuple[str, int] | None = None  # the marks that opened, and where
        self._paragraph = -1  # where the paragraph ends that is read
        self._defined = 0  # where the last definition ended
        self._ticks: dict[int, list[int]] | None = None
        self._never = False  # no comment ends any more

    def passages(self) -> Iterator[Passage]:
        position = 0
        while found := _TOKEN.search(self._text, position):
            position = found.end()
            if found.start() >= self._paragraph:
                self._struck = None
                self._paragraph = self._gap(found.start())
            kind = found.lastgroup if found.lastgroup != "title" else "definition"
            if kind == "fence":
                position = self._fence_end(found)
                yield from self._said(found.start() + len(found[0]) - len(found[0].lstrip(" `~")), found.end())
            elif kind == "aside":
                yield from self._said(found.start(), found.end(), marks=2)
            elif kind == "code":
                position = self._code_end(found)
            elif kind == "tag":
                yield from self._tag(found)
            elif kind == "comment":
                position = self._comment_end(found)
                if position > found.end() and self._hiding is None:
                    yield self._comment(found, position)
            elif self._hiding is None and kind != "address":
                yield from self._strike(found) if kind == "strike" else self._definition(found, kind)
        if self._hiding is not None:
            yield self._unclosed(self._hiding)

    def _gap(self, start: int) -> int:
        found = _GAP.search(self._text, start)
        return found.start() if found else len(self._text)

    def _passage(self, kind: NoteKind | None, start: int, end: int, inner: int) -> Passage:
        return Passage(kind, start, end, count_words(re.sub(r"<[^<>]{0,2000}>|-->", " ", self._text[inner:end])))

    def _said(self, start: int, end: int, marks: int = 0) -> Iterator[Passage]:
        """A sentence where a program is told something, and no page shows it."""
        if self._hiding is None and count_words(self._text[start:end]) >= MIN_WORDS:
            yield self._passage("hidden", start, end, start + marks)

    def _fence_end(self, found: re.Match[str]) -> int:
        mark = found[0].strip()
        length = len(mark) - len(mark.lstrip(mark[0]))
        end = re.compile(rf"^ {{0,3}}{mark[0]}{{{length},}}[ \t]*$", re.MULTILINE).search(self._text, found.end())
        return end.end() if end else len(self._text)

    def _code_end(self, found: re.Match[str]) -> int:
        """The end of a code span; that of the mark alone where none closes it in its paragraph."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        runs = self._ticks.get(len(found[0]), [])
        index = bisect.bisect_left(runs, found.end())
        closed = index < len(runs) and runs[index] < self._paragraph
        return runs[index] + len(found[0]) if closed else found.end()

    def _comment(self, found: re.Match[str], end: int) -> Passage:
        """A comment; what only tells a linter of Markdown how to look at the file is none of anybody's words."""
        if _DIRECTIVE.fullmatch(self._text, found.start(), end):
            return Passage(None, found.start(), end, 0)
        return self._passage("comment", found.start(), end, found.end())

    def _comment_end(self, found: re.Match[str]) -> int:
        """The end of a comment; that of its beginning where it is none. One that begins a line may hold all that follows."""
        end = -1 if self._never else self._text.find("-->", found.end())
        if end >= 0:
            return end + len("-->")
        self._never = True
        before = self._text[max(self._text.rfind("\n", 0, found.start()) + 1, found.start() - 4) : found.start()]
        return found.end() if before.strip() else len(self._text)

    def _strike(self, found: re.Match[str]) -> Iterator[Passage]:
        text, (start, end) = self._text, found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        alone = len(found[0]) == 1  # within words it may stand for 'about' or 'to'
        opened = self._struck
        if opened and opened[0] == found[0] and before.strip() and not (alone and after.isalnum()):
            self._struck = None
            yield Passage("struck", opened[1], end, count_words(text[opened[1] : start]))
        elif opened is None and after.strip() and not (alone and before.isalnum()):
            self._struck = found[0], start

    def _definition(self, found: re.Match[str], kind: str | None) -> Iterator[Passage]:
        """Where links lead, and what people write there so that no page shows it; within a paragraph it is text."""
        if kind != "definition":
            return
        start = found.start()
        above = self._text[self._text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
        if above and self._defined < start - 1 and not above.startswith("#"):
            return
        self._defined = found.end()
        title = found["title"] or ""
        yield Passage("comment" if title else None, start, found.end(), count_words(title))

    def _tag(self, found: re.Match[str]) -> Iterator[Passage]:
        name = re.match(r"</?([a-zA-Z][\w-]*)", found[0])[1].lower()  # type: ignore[index]
        if not _NAMES.match(found[0]) and self._hiding is None and count_words(found[0]) >= MIN_WORDS:
            yield Passage("hidden", found.start(), found.end(), count_words(found[0]))
        elif found[0].startswith("</"):
            yield from self._closed(name, found.end())
        elif name not in _VOID and not found[0].endswith("/>"):
            element = _Element(name, _kind(name, found[0]), found.start(), found.end())
            self._open.append(element)
            if element.kind and self._hiding is None:
                self._hiding = element

    def _closed(self, name: str, end: int) -> Iterator[Passage]:
        if not any(each.name == name for each in self._open[-50:]):
            return
        while self._open:
            element = self._open.pop()
            if element is self._hiding:
                self._hiding = None
                kind = (
                    None if element.name in _CODE and _SCRIPT.search(self._text, element.inner, end) else element.kind
                )
                yield self._passage(kind, element.start, end, element.inner)
            if element.name == name:
                return

    def _unclosed(self, element: _Element) -> Passage:
        end = len(self._text) if element.name in _WHOLE else self._gap(element.inner)
        return self._passage(element.kind, element.start, end, element.inner)


def _kind(name: str, tag: str) -> NoteKind | None:
    """What an element does with its words."""
    if name in _STRUCK:
        return "struck"
    attributes = {
        key.lower(): double or single or bare for key, double, single, bare in _ATTRIBUTE.findall(tag[len(name) + 1 :])
    }
    style = declarations(attributes.get("style", ""))
    turned = name == "bdo" and attributes.get("dir", "").lower() == "rtl"
    hidden = turned or {"hidden", "popover"} & attributes.keys()
    if name in _UNSEEN or hidden or is_gone(style) or is_invisible(style) or is_tiny(style):
        return "hidden"
    ink = colour_of(ink_of(style) or (attributes.get("color", "") if name == "font" else ""))
    paper = colour_of(style.get("background-color", "#fff"))
    if ink and paper and look_alike(ink, paper):
        return "hidden"
    return "struck" if is_struck(style) else None
