"""For whom the text under a title holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vendorlint_extractor.clauses.scope import EVERYONE, Scope
from vendorlint_extractor.documents.plain import plain
from vendorlint_extractor.language.regions import Listed, holds
from vendorlint_extractor.language.scope_cues import ScopeCues
from vendorlint_extractor.language.tokens import fold_case

Scopes = tuple[Scope, ...]
WHOLE: Scopes = (EVERYONE,)
_NUMBERED = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6})[.):]+\s+|^\W*\d{1,3}(?:\.\d{1,3})*\s+")
_SEGMENT = re.compile(r"\s*(?:\s-\s|:\s|[()])\s*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads scopes off words. `home` is the vendor's country as an ISO 3166 code, where it is known."""

    cues: ScopeCues
    home: str

    def title(self, words: str) -> Scopes:
        """The scopes of a title; the whole agreement for one that names none."""
        text = _NUMBERED.sub("", self.lower(plain(words, 0, len(words)).text).strip())
        return together(self._dwellers(text), self._plans(text)) or self._other(text)

    def lower(self, words: str) -> str:
        """Words in lower case without accents, those blotted out that are places in capitals alone."""
        return fold_case(self.cues.dwelling.pronouns.sub(lambda match: "_" * len(match[0]), words))

    def is_summary(self, words: str) -> bool:
        """Whether a title is that of text that states nothing."""
        return bool(self.cues.summary_titles.search(_NUMBERED.sub("", folded(words))))

    def is_contents(self, words: str) -> bool:
        """Whether a title is that of a table of contents."""
        return bool(self.cues.contents_titles.search(_NUMBERED.sub("", folded(words))))

    def places(self, listed: Listed | None, words: str) -> Scopes:
        """The scopes of a list of regions. The vendor's home is where everybody is, and so is what is outside of elsewhere."""
        if listed is None:
            return ()
        home = any(holds(code, self.home, self.cues.groups) for code in listed.codes) if self.home else False
        if listed.outside:
            return (Scope(party=words),) if home else WHOLE
        return WHOLE if home else tuple(Scope(region=code) for code in listed.codes)

    def plans_in(self, text: str) -> Scopes:
        """The plans that a text names."""
        return tuple(Scope(plan=plan) for plan, name in self.cues.plans.names.items() if name.search(text))

    def dwelling(self, cue: re.Match[str]) -> Listed | None:
        """The list of regions behind a cue, turned round where the cue says that somebody is not there."""
        listed = self.cues.regions.listed(cue.string, cue.end())
        if listed and self.cues.dwelling.negated.search(cue[0]):
            return replace(listed, outside=not listed.outside)
        return listed

    def _dwellers(self, text: str) -> Scopes:
        cues = self.cues.dwelling
        for segment in (text, *_SEGMENT.split(text)):
            for cue in (cues.anywhere, cues.first, cues.people_before):
                for match in cue.finditer(segment):
                    if listed := self.dwelling(match):
                        return self.places(listed, segment)
            for match in cues.toward.finditer(segment):
                listed = self.dwelling(match)
                if listed and cues.people.match(segment, listed.end):
                    return self.places(listed, segment)
        return self._named(text)

    def _named(self, text: str) -> Scopes:
        """The regions of a title that names nothing else, before or behind its subject."""
        segments = [text, *(each for each in _SEGMENT.split(text) if each)]
        if self.cues.parts.completed.search(text):
            segments = segments[:2]
        for segment in segments:
            rest, found = self._without_regions(segment)
            if found and not self._says_more(rest):
                return self.places(found, segment)
        return (Scope(party=text),) if self.cues.dwelling.certain.search(text) else ()

    def _without_regions(self, text: str) -> tuple[str, Listed | None]:
        """The words of a text without its regions, and these."""
        codes: list[str] = []
        within: list[str] = []
        rest: list[str] = []
        offset, outside = 0, False
        if not self.cues.regions.gate.opens(text):  # as of most titles
            return text, self._apart(within, codes, len(text), outside=outside)
        for word in re.finditer(r"(?<!\w)[\w.]", text):
            if word.start() < offset:
                continue
            if place := self.cues.regions.at(text, word.start()):
                codes.append(place[0])
                rest.append(text[offset : word.start()])
                offset = place[1]
            elif turned := self.cues.regions.outside.match(text, word.start()) or self.cues.regions.elsewhere.match(
                text, word.start()
            ):
                within, codes = within + codes, []
                outside = True
                rest.append(text[offset : word.start()])
                offset = turned.end()
        return " ".join([*rest, text[offset:]]), self._apart(within, codes, len(text), outside=outside)

    def _apart(self, within: Sequence[str], codes: Sequence[str], end: int, *, outside: bool) -> Listed | None:
        """The regions of a text as one list, with those that it names before it turns others round: 'the USA, without Ohio' is the
        USA, and 'the USA and wherever else is not Europe' is all that is outside of Europe."""
        parted = any(holds(place, code, self.cues.groups) for place in within for code in codes)
        kept = within if parted or not codes else codes
        return Listed(tuple(dict.fromkeys(kept)), end, outside and not parted) if kept else None

    def _says_more(self, text: str) -> bool:
        """Whether there is more in a title than words that any title may have."""
        return bool(_LETTERS.search(self.cues.plans.plain.sub(" ", text)))

    def _plans(self, text: str) -> Scopes:
        if self.cues.plans.paid.search(text):
            return ()
        found = self.plans_in(text)
        rest = self._without_regions(text)[0] if found else ""
        for name in self.cues.plans.names.values():
            rest = name.sub(" ", rest)
        return () if self._says_more(rest) else found

    def _other(self, text: str) -> Scopes:
        if (match := self.cues.parts.feature_titles.search(text)) and not self.cues.plans.paid.search(text):
            return (Scope(feature=match["feature"]),)
        return WHOLE


def folded(words: str) -> str:
    """A title's plain words in lower case without accents."""
    return fold_case(plain(words, 0, len(words)).text).strip()


def together(*scopes: Iterable[Scope]) -> Scopes:
    """What holds where all of several kinds do; kinds that say nothing are left out."""
    found: Scopes = ()
    for each in scopes:
        inner = tuple(each)
        if inner:
            found = tuple(dict.fromkeys(one.inside(outer) for outer in found or WHOLE for one in inner))
    return found
