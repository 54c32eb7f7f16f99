"""Which overrides hold: a value that a person set counts where somebody answers for it, lately enough, with a clause."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.file import FactNode, evidence_of, fact_node, is_not_there, iter_facts, sides
from vendorlint.facts.provenance import is_overridden
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.rewrite import nest
from vendorlint.facts.wording import value_words
from vendorlint.files.notice import Notice
from vendorlint.place import FilePlace

MIN_QUOTE, MIN_WORDS = 20, 3  # characters and words: what is shorter stands in any document
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class OverrideTerms:
    """What a policy asks of overrides: by whom (None: by anybody), and of at most how many days before the day of the run."""

    by: tuple[str, ...] | None = None
    max_age_days: int | None = None


ANY_OVERRIDE = OverrideTerms()


@dataclass(frozen=True, slots=True)
class Refused:
    """An override that does not hold, and why; the fact is judged by what the terms read as, `value`, or as silent."""

    fact: str
    review: Mapping[str, Any]
    why: str
    value: str

    def notice(self, place: FilePlace) -> Notice:
        """What to tell of it."""
        by, date, reason = (self.review[key] for key in ("by", "date", "reason"))
        told = f"the override of {self.fact} by {by} on {date} ({reason}) does not hold: {self.why}"
        return Notice(place, f"{told}; it is judged as {self.value}")


def quote_fault(quote: str) -> str | None:
    """What is wrong with the clause that an override quotes; None where nothing is."""
    words = _WORD.findall(quote)
    if len(words) < MIN_WORDS or len(fold_space(quote)) < MIN_QUOTE:
        return f"its quote is no clause; expected one of {MIN_WORDS} words and {MIN_QUOTE} characters at least"
    return None


def override_faults(content: Mapping[str, Any], terms: OverrideTerms, today: str) -> Iterator[tuple[str, str]]:
    """The facts whose override does not hold, each with the reason. `today` is ISO 8601."""
    for fact, node in iter_facts(content["facts"]):
        if is_overridden(node) and (why := _fault(node, terms, today)):
            yield fact, why


def without_refused(
    content: Mapping[str, Any], read: Mapping[str, Any], known: Sequence[str], terms: OverrideTerms, today: str
) -> tuple[dict[str, Any], tuple[Refused, ...]]:
    """The content of a facts file with what was `read` in the place of overrides that do not hold, and these. `read` are nested
    facts as extracted, `known` has the order of all facts."""
    nodes = dict(iter_facts(content["facts"]))
    refused = []
    for fact, why in override_faults(content, terms, today):
        review = nodes.pop(fact)["review"]
        if fresh := fact_node(read, fact):
            nodes[fact] = fresh
        refused.append(Refused(fact, review, why, read_words(fresh)))
    return ({**content, "facts": nest(nodes, known)} if refused else dict(content)), tuple(refused)


def read_words(node: FactNode | None) -> str:
    """The values of a fact that was read, or that there is none."""
    return " | ".join(value_words(side["value"]) for side in sides(node or {})) or "silent"


def _fault(node: FactNode, terms: OverrideTerms, today: str) -> str | None:
    review = node["review"]
    if not review["reason"].strip() or not review["by"].strip():
        return "it says not who or why"
    proof = [
        piece for side in (review.get("read", ()) if is_not_there(node) else [node]) for piece in evidence_of(side)
    ]
    if not proof:
        return "it quotes no clause of its own"
    if all(quote_fault(piece["quote"]) for piece in proof):
        return quote_fault(proof[0]["quote"])
    return next(against(review, terms, today), None)


def against(review: Mapping[str, Any], terms: OverrideTerms, today: str) -> Iterator[str]:
    """What the policy has against a review that decides what is judged."""
    if terms.by is not None and review["by"] not in terms.by:
        yield f"the policy takes overrides by {', '.join(terms.by) or 'nobody'} alone"
    if terms.max_age_days is not None:
        days = _days(review["date"], today)
        if days is None or days < 0:
            yield "its date is none, or has not come yet"
        elif days > terms.max_age_days:
            yield f"it is {days} days old, and the policy takes none older than {terms.max_age_days}"


def _days(date: str, today: str) -> int | None:
    try:
        return (datetime.date.fromisoformat(today) - datetime.date.fromisoformat(date)).days
    except ValueError:
        return None
