"""A person's word on facts: how a decision gets into facts.yaml.

What a person confirms or overrides stays as long as its quotes stand (facts_text); what is decided here is written whole, the
comments and the order of the file kept.
"""

from __future__ import annotations

import copy
import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import ReviewStatus
from vendorlint.errors import ErrorCollector, InputError, InputErrors
from vendorlint.facts.as_written import as_written
from vendorlint.facts.closest import without_stated
from vendorlint.facts.file import (
    NOT_THERE,
    FactNode,
    FactsFile,
    fact_node,
    iter_facts,
    read_facts,
    verify_quotes,
)
from vendorlint.facts.overrides import quote_fault
from vendorlint.facts.provenance import EXTRACTED_BY, digests, edit_errors, edited, is_overridden, sealed
from vendorlint.facts.quotes import Source, Standing, document_path, fold_space, read_source
from vendorlint.facts.replace import replace_facts
from vendorlint.facts.reviewed import quotes_of, read_sides
from vendorlint.facts.rewrite import BESIDE, nest, rewritten
from vendorlint.files.lock import locked
from vendorlint.files.yaml.document import parse_yaml
from vendorlint.near import did_you_mean
from vendorlint.project.project import Project


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of a fact. One that is open is seen, not decided; `by` is a name, `date` ISO
    8601. An override has a `reason`, its `value`, and the `quote` of the clause that it rests on; or it is `not_there`: the terms do
    not state what was read. One that is open may be `assigned_to` somebody."""

    fact: str
    status: ReviewStatus
    by: str
    date: str
    note: str = ""
    reason: str = ""
    value: Any = None
    quote: str = ""
    not_there: bool = False
    assigned_to: str = ""


class ChangedMeanwhileError(InputError):
    """Somebody else has changed a fact since it was shown to the person who decides on it."""


def as_shown(facts: FactsFile, fact: str) -> str:
    """Names what a facts file says of a fact, for a decision that is only to hold while it says this."""
    gone = [entry for entry in facts.raw.get("stale_reviews", ()) if entry["fact"] == fact]
    said = json.dumps([fact_node(facts.facts, fact), gone], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def readable_facts(path: Path, project: Project, overridden: Sequence[str] = ()) -> FactsFile:
    """The facts file, having checked that its terms prove it and that nobody edited it, but for facts to be `overridden` now.

    Raises InputError and InputErrors.
    """
    if not path.exists():
        raise InputError("is missing; run 'vendorlint extract' first", path)
    facts = read_facts(path, project)
    hands = [fact for fact in edited(facts) if fact not in overridden]
    ErrorCollector(verify_quotes(facts, project.config.limits) or (edit_errors(facts) if hands else ())).finalize()
    return facts


def record(path: Path, project: Project, decisions: Sequence[Decision], shown: Mapping[str, str] | None = None) -> None:
    """Write decisions to a facts file, all of them or none. `shown` has what the person saw who decided, by fact (`as_shown`).

    What others wrote meanwhile stays. Raises InputError and InputErrors, and ChangedMeanwhileError for a fact that is not as it was shown.
    """
    with locked(path.parent):
        facts = readable_facts(path, project, [each.fact for each in decisions if _sets(each)])
        _require_unchanged(facts, shown or {})
        text = decided_text(facts, decisions, project)
        _check(text, path, project, ", ".join(each.fact for each in decisions if _sets(each)))
        replace_facts(path, text, facts)


def decided_text(facts: FactsFile, decisions: Sequence[Decision], project: Project) -> str:
    """The text of a facts file with decisions, whose reasons somebody may still have to give. Raises InputError for a fact that
    is unknown or not stated."""
    return rewritten(_with_decisions(facts, decisions, project), facts)


def _sets(decision: Decision) -> bool:
    """Whether it sets a value, whatever the file has."""
    return decision.status == "overridden" and not decision.not_there


def _require_unchanged(facts: FactsFile, shown: Mapping[str, str]) -> None:
    for fact, seen in shown.items():
        if as_shown(facts, fact) != seen:
            raise ChangedMeanwhileError(
                f"{fact} was changed by somebody else since it was shown here; look at it again, then decide"
            )


def _with_decisions(facts: FactsFile, decisions: Sequence[Decision], project: Project) -> dict[str, Any]:
    """The content of the facts file with what was decided."""
    content = copy.deepcopy(facts.raw)
    nodes = dict(iter_facts(content["facts"]))
    gone = {entry["fact"] for entry in content.get("stale_reviews", ())}
    for decision in decisions:
        if decision.fact in gone and decision.fact not in nodes and decision.status == "confirmed":
            gone.discard(decision.fact)  # that the terms are silent now is what is confirmed
            continue
        nodes[decision.fact] = node = _decided(facts, nodes.get(decision.fact, {}), decision, project)
        if node["review"]["status"] == "confirmed" and EXTRACTED_BY in content:
            decided = {**content, "facts": nest({decision.fact: node}, [decision.fact])}
            content[EXTRACTED_BY]["facts"][decision.fact] = digests(decided)[decision.fact]
        gone.discard(decision.fact)
    content["facts"] = nest(nodes, facts.known)
    if "stale_reviews" in content:
        content["stale_reviews"] = [entry for entry in content["stale_reviews"] if entry["fact"] in gone]
        if not content["stale_reviews"]:
            del content["stale_reviews"]
    return sealed(without_stated(content))


def _check(text: str, path: Path, project: Project, overridden: str) -> None:
    """Raises InputErrors where a person gave what no facts file may hold."""
    document = parse_yaml(text, path)
    try:
        project.facts.schema.validate(document)
    except InputErrors as errors:  # at places of a file that is not written
        raise InputErrors(InputError(f"{overridden}: {error.message}") for error in errors.errors) from None


def _decided(facts: FactsFile, node: FactNode, decision: Decision, project: Project) -> dict[str, Any]:
    if decision.fact not in facts.known:
        raise InputError(f"unknown fact '{decision.fact}'{did_you_mean(decision.fact, facts.known)}")
    if _sets(decision):
        _require_clause(decision)
    if not node and not _sets(decision):
        stated = [fact for fact, _ in iter_facts(facts.facts)]
        near = did_you_mean(decision.fact, stated)
        cure = "" if decision.not_there else near or "; override it with the clause that states it (--quote)"
        raise InputError(f"the terms of {facts.vendor} do not state {decision.fact}{cure}")
    review: dict[str, Any] = {"status": decision.status, "by": decision.by, "date": decision.date}
    for key in ("note", "assigned_to"):
        if said := getattr(decision, key):
            review[key] = said
    if decision.not_there:
        return _not_there(facts, node, decision, review)
    if decision.status == "overridden":
        return _overridden(facts, node, decision, review, project)
    earlier = node.get("review", {})
    if earlier.get("status") == "overridden":
        cure = "override it again, or delete its review and run 'vendorlint extract' for what the terms state"
        raise InputError(f"{decision.fact} is overridden by {earlier['by']}; {cure}")
    return {**node, "review": review}


def _require_clause(decision: Decision) -> None:
    if not decision.quote:
        raise InputError(f"the override of {decision.fact} needs the clause that it rests on (--quote)")
    if fault := quote_fault(decision.quote):
        raise InputError(f"the override of {decision.fact}: {fault}")


def _not_there(facts: FactsFile, node: FactNode, decision: Decision, review: dict[str, Any]) -> dict[str, Any]:
    read = read_sides(node)
    if not read or (is_overridden(node) and "read" not in node["review"]):
        raise InputError(f"the terms of {facts.vendor} were not read as stating {decision.fact}")
    beside = {key: node[key] for key in BESIDE if key in node}
    return {NOT_THERE: True, **beside, "review": {**review, "reason": decision.reason, "read": read}}


def _overridden(
    facts: FactsFile, node: FactNode, decision: Decision, review: dict[str, Any], project: Project
) -> dict[str, Any]:
    hands = decision.fact in edited(facts)  # then what the terms read as is known when they are read again
    read = read_sides(node) if node and not hands else []
    review["reason"] = decision.reason
    if any(side["value"] != decision.value for side in read):
        review["read"] = read
    if node and hands:
        review["seen"] = quotes_of(node)
    proof = [_evidence(facts, decision.quote, project)]
    beside = {key: node[key] for key in BESIDE if key in node}
    return {"value": decision.value, "confidence": "high", "evidence": proof, **beside, "review": review}


def _evidence(facts: FactsFile, quote: str, project: Project) -> dict[str, Any]:
    """The clause that a person names, where it stands first: word for word, or as a page shows it."""
    sources = {
        document["id"]: read_source(document_path(facts.path.parent, document), project.config.limits)
        for document in facts.documents
    }
    verbatim = ((name, source, quote) for name, source in sources.items())
    shown = ((name, source, as_written(source, quote)) for name, source in sources.items())
    for name, source, words in itertools.chain(verbatim, shown):
        for standing in source.find(words):
            return _piece(name, source, standing, words)
    start = fold_space(quote)[:60]
    raise InputError(f"the quote '{start}' stands in none of the documents of {facts.vendor}")


def _piece(name: str, source: Source, standing: Standing, quote: str) -> dict[str, Any]:
    place = source.rendering.place(*standing.lines) if source.rendering else ""
    return {
        "document": name,
        **({"place": place} if place else {}),
        "lines": list(standing.lines),
        "column": standing.column,
        "quote": fold_space(quote),
    }
