"""What the sections are about that a clause names by their numbers: 'the limits do not apply to clause 7'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from vendorlint_extractor.clauses.clause import TITLES, Clause
from vendorlint_extractor.clauses.stops import spoken
from vendorlint_extractor.documents.gates import gate_of
from vendorlint_extractor.documents.words import WORDS
from vendorlint_extractor.language.tokens import fold_case
from vendorlint_extractor.readings.ranks import numbers

BEGINNING = 600  # characters of a section that tell what it is about
TOLD = 60  # characters beside the label of an annex that tell the same
MAX_NAMED = 8  # sections that one act names
_ANNEX = rf"\b(?:{'|'.join(WORDS['annexed'])}) (?:[a-z]{{1,3}}|\d{{1,2}})\b"
_NUMBER = re.compile(rf"{_ANNEX}|(?<![\w$€£.·])(?:[a-z][._·])?\d{{1,3}}(?:[._·]\d{{1,3}})*(?![\w%])")
_LABEL = re.compile(_ANNEX)
# 'Annex D (data processing)', 'the data processing terms (Annex D)', 'Annex D is the DPA'
_TOLD = re.compile(
    rf"(?P<before>[^.;()]{{1,{TOLD}}}) \((?P<inner>{_ANNEX})\)|(?P<label>{_ANNEX})(?: ?[(:–-]| [a-z]{{2,3}} )(?P<after>[^.;()]{{1,{TOLD}}})"
)


def sections(clauses: Sequence[Clause]) -> Mapping[str, str]:
    """By the number of each section, or the label of each annex, its title and, behind a stroke, how its text begins."""
    titles: dict[str, str] = {}
    texts: dict[str, str] = {}
    labelled = gate_of(_LABEL).opens
    for clause in clauses:
        for number in _keys(clause):
            said = texts.get(number, "")
            title = fold_case(clause.section.path[-1]) if clause.section.path else ""
            titles.setdefault(number, title)
            if clause.kind in TITLES and not said:
                titles[number] = f"{titles[number]} / {clause.text}"
            elif len(said) < BEGINNING:
                texts[number] = f"{said} {clause.text[clause.own_start :]}"[:BEGINNING]
        for match in _TOLD.finditer(clause.text) if labelled(clause.text) else ():
            label = match["inner"] or match["label"]
            titles[label] = f"{titles.get(label, '')} / {match['before'] or match['after']}"[:BEGINNING]
    return {number: f"{title} |{texts.get(number, '')}" for number, title in titles.items()}


def _keys(clause: Clause) -> Iterator[str]:
    """The numbers and labels under which a clause may be named."""
    yield from (number.lower() for number in numbers(clause))
    for title in clause.section.path:
        if found := _LABEL.match(fold_case(title)):
            yield found[0]


def about(act: str, known: Mapping[str, str]) -> str:
    """What the sections are about that an act names, a line for each; of one that the document has not, that above it."""
    found = []
    for match in list(_NUMBER.finditer(act))[:MAX_NAMED]:
        number = spoken(match[0]).rstrip(".")
        while number and number not in known and "." in number:
            number = number.rpartition(".")[0]
        found.append(known.get(number, ""))
    return "\n".join(filter(None, found))
