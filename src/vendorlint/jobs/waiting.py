"""What there is for a person to look at in a vendor's facts: what waits, and why, and what the terms do not state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint.choices import Confidence, ReviewStatus
from vendorlint.facts.closest import Closest, ClosestClauses
from vendorlint.facts.file import FactNode, FactsFile, fact_node, iter_facts
from vendorlint.facts.readings import MODEL_ONLY, disagrees, is_model_only
from vendorlint.facts.reviewed import reviewed_words, why_stale
from vendorlint.policy.requirements import applies, policy_in_force
from vendorlint.policy.rules import all_rules
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor
from vendorlint_extractor.documents.readers.rendering import Limits

DECIDED: tuple[ReviewStatus, ...] = ("confirmed", "overridden")


@dataclass(frozen=True, slots=True)
class Pending:
    """A fact that waits for a person, and why. `node` is None for one that the terms no longer state."""

    fact: str
    node: FactNode | None
    why: str


def asking(project: Project) -> Callable[[Vendor], frozenset[str]]:
    """Says of each vendor which facts a rule in force for it declares that it judges."""
    rules = all_rules(project).rules
    on = policy_in_force(project.config, rules).requirements
    return lambda vendor: frozenset(
        fact for rule, asked in on.items() if applies(asked, vendor) for fact in rules[rule].facts
    )


def asked_facts(project: Project, vendor: Vendor) -> frozenset[str]:
    """The same of one vendor."""
    return asking(project)(vendor)


def pending(facts: FactsFile, asked: Collection[str] | None = None) -> list[Pending]:
    """What waits, of the facts that are `asked` for, or of all: facts on which a second reader disagrees, whose clauses disagree,
    that changed since their review, that are gone, left open, read with low confidence, that a second reader alone read, and
    new; in this order, each once."""
    found = [(rank, Pending(fact, node, why)) for fact, node in iter_facts(facts.facts) for rank, why in _reason(node)]
    for entry in facts.raw.get("stale_reviews", ()):
        review = entry["review"]
        found.append((2, Pending(entry["fact"], None, f"the terms no longer state it; it was {_earlier(review)}")))
    ranked = [each for _, each in sorted(found, key=lambda pair: pair[0])]
    return [each for each in ranked if asked is None or each.fact in asked]


def as_now(facts: FactsFile, fact: str) -> Pending:
    """A fact as the file has it, whether it waits or was decided."""
    node = fact_node(facts.facts, fact)
    review = node["review"] if node and "review" in node else None
    decided = Pending(fact, node, reviewed_words(review) if review else "decided")
    return next((each for each in pending(facts) if each.fact == fact), decided)


def silences(facts: FactsFile, asked: Collection[str], limits: Limits) -> list[tuple[str, tuple[Closest, ...]]]:
    """The facts that are `asked` for and the terms do not state, as far as was read, each with the clauses closest to it. A
    person has nothing to decide there but may find what was missed, and override with its quote."""
    documents = {document["id"]: facts.document_path(document["id"]) for document in facts.documents}
    near = ClosestClauses(facts.raw, documents, limits)
    return [(fact, near.of(fact)) for fact in facts.known if fact in asked and fact_node(facts.facts, fact) is None]


def _reason(node: FactNode) -> Iterator[tuple[int, str]]:
    review = node.get("review", {})
    status = review.get("status", "")
    if status == "stale":
        yield 1, f"{why_stale(node)}; it was {_earlier(review)}"
    elif status == "open":
        whom = f" for {review['assigned_to']}" if "assigned_to" in review else ""
        yield 3, f"left open{whom} by {review['by']} on {review['date']}"
    elif status not in DECIDED:
        confidence: Confidence | None = node.get("confidence")  # of each side, where clauses disagree
        if disagrees(node):
            yield -1, "the second reader disagrees"
        elif "conflict" in node:
            yield 0, "clauses disagree"
        elif confidence == "low":
            yield 4, "new, and read with low confidence"
        elif is_model_only(node):
            yield 5, "new, and read by the second reader alone"
        elif MODEL_ONLY in node:
            yield 5, f"new, and {_words(node[MODEL_ONLY])} read by the second reader alone"
        else:
            yield 6, "new"


def _earlier(review: Mapping[str, Any], value: Any = None) -> str:
    value = review.get("reviewed", value)
    return f"{'not there' if value is None else _words(value)}, {reviewed_words(review)}"


def _words(value: Any) -> str:
    from vendorlint.facts.wording import value_words

    return value_words(value)
