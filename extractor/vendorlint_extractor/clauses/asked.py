"""Questions that a page asks and answers: 'Do you sell my data? No, except to partners.' is read as 'we do not sell your data no, except
to partners'.

The question is turned into the sentence that its answer affirms or denies, said by whoever answers, and the answer stands behind it, with what it
hedges. Offsets of the turned words lead to the question's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vendorlint_extractor.documents.block import Block
from vendorlint_extractor.documents.spans import Derived, DerivedBuilder
from vendorlint_extractor.language.cues import Asking
from vendorlint_extractor.language.tokens import fold_case

LONGEST = 240  # characters of a question
_BEGUN = re.compile(r"(?:^|[.!?]\s+)")
_MARKS = re.compile(r"[\W_]*")
_WORD = re.compile(r"[^\W\d_]+")
_ASKING = frozenset({"paragraph", "heading", "item"})

Plain = tuple[Block, Derived]


def answered(plains: Sequence[Plain], cues: Asking) -> tuple[list[Plain], frozenset[int]]:
    """The blocks with the questions turned that are answered, and where those begin whose answer is the next block."""
    turned: list[Plain] = []
    asking: set[int] = set()
    for at, (block, plain) in enumerate(plains):
        if "?" not in plain.text or block.kind not in _ASKING:
            turned.append((block, plain))
            continue
        following = plains[at + 1] if at + 1 < len(plains) else None
        behind = following[1].text if following and following[0].kind in ("paragraph", "item") else ""
        said, open_ended = _turned(plain, behind, cues)
        if open_ended:
            asking.add(block.start)
        turned.append((block, said))
    return turned, frozenset(asking)


def _turned(plain: Derived, behind: str, cues: Asking) -> tuple[Derived, bool]:
    """A block with its answered questions turned, and whether the last is answered by what is `behind`."""
    out = DerivedBuilder()
    text, done, open_ended = plain.text, 0, False
    for mark in re.finditer(r"\?", text):
        begin = max((found.end() for found in _BEGUN.finditer(text, done, mark.start())), default=done)
        marked = _MARKS.match(text, begin, mark.start())
        begin = marked.end() if marked else begin
        rest = text[mark.end() :]
        question = fold_case(text[begin : mark.start()])
        answer = fold_case((rest if rest.strip() else behind).lstrip())
        found = next(filter(None, (cue.match(question) for cue in cues.turned)), None)
        denied = bool(cues.denied.match(answer))
        if not found or len(question) > LONGEST or not (denied or cues.affirmed.match(answer)):
            continue
        for part, span in _said(found, answer, cues, denied=denied):
            origin = plain.source(begin + span[0], begin + span[1])
            if done < begin:
                _copy(plain, done, begin, out)
            done = begin
            out.add(part, *origin)
        done = mark.end()
        open_ended = not rest.strip()
    if not done:
        return plain, False
    _copy(plain, done, len(text), out)
    return out.build(), open_ended


def _copy(plain: Derived, begin: int, end: int, out: DerivedBuilder) -> None:
    """Words as they stand, piece by piece, so that each letter keeps its place."""
    while begin < end:
        stop = min(plain.after(begin), end)
        out.add(plain.text[begin:stop], *plain.source(begin, stop))
        begin = stop


def _said(found: re.Match[str], answer: str, cues: Asking, *, denied: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """The words of the sentence that a question asks about, each with its span in the question."""
    question = found.string
    swaps = bool(cues.first.search(question)) or (
        bool(cues.second.fullmatch(found["subject"].strip())) and not cues.kept.match(answer)
    )
    words = cues.persons if swaps else {}
    head = found.span()
    before, elided, after = cues.negating if denied else ("", "", "")
    verb = found["verb"]
    for asked, said in cues.endings.items() if swaps else ():
        verb = verb.removesuffix(asked) + said if verb.endswith(asked) else verb
    negated = elided if elided and verb[:1] in "aeiouyh" else before
    turned = f"{_swapped(found['subject'], words).strip()} {negated}{verb}{after} "
    yield question[: found.start("head")], (0, found.start("head"))
    yield turned, (found.start("head"), head[1])
    at = head[1]
    for word in _WORD.finditer(question, head[1]):
        if word[0] in words:
            yield question[at : word.start()], (at, word.start())
            yield words[word[0]], word.span()
            at = word.end()
    yield question[at:].rstrip(), (at, len(question))


def _swapped(said: str, words: dict[str, str]) -> str:
    return _WORD.sub(lambda word: words.get(word[0], word[0]), said)
