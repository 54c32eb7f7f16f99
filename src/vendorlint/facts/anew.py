"""The facts that a vendor is judged by: what its documents state now, whatever its facts file says of them.

A facts file is untrusted as the terms are: whoever changes terms may change it with them, digests included. So documents are
read again, and what it keeps are the reviews that still hold. Who has just run `extract --check` may trust it instead, as
long as it is of these documents as they are and nobody has touched it since.

It keeps as well what a second reader read, as far as its quotes still stand: no model is ever asked here. What a model alone read
is judged as the policy says, so that there are two contents to judge: with its word, and by patterns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import ErrorCollector, InputError
from vendorlint.facts.current import Current
from vendorlint.facts.difference import difference
from vendorlint.facts.extraction import extract
from vendorlint.facts.file import FactsFile, iter_facts, verify_quotes
from vendorlint.facts.overrides import ANY_OVERRIDE, OverrideTerms, Refused, against, override_faults, without_refused
from vendorlint.facts.provenance import EXTRACTED_BY, FILE, customer_errors, edit_errors, is_sealed
from vendorlint.facts.readings import Reading, Round, rounds_of, second_reader_notices
from vendorlint.facts.rewrite import merged, nest
from vendorlint.files.notice import Notice
from vendorlint.place import FilePlace
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor


@dataclass(frozen=True, slots=True)
class Trust:
    """What facts files are worth in a run on the day `today` (ISO 8601): whether to judge them as they stand where nothing
    speaks against it, and which overrides hold."""

    today: str
    overrides: OverrideTerms = ANY_OVERRIDE
    as_they_stand: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """The content of a facts file to judge a vendor by; `stale` says why it is not what the file says, if it is not, and
    `refused` which overrides do not hold.

    `by_patterns` is the same without what a model alone read and no person has confirmed; None where there is no such. `dropped`
    are readings of a model that no longer stand."""

    raw: Mapping[str, Any]
    stale: str | None = None
    refused: tuple[Refused, ...] = ()
    by_patterns: Mapping[str, Any] | None = None
    dropped: tuple[Reading, ...] = ()
    rounds: tuple[Round, ...] = ()

    def notices(self, path: Path) -> Iterator[Notice]:
        """What to tell of the facts file at `path`."""
        if self.stale is not None:
            why = f": {self.stale}" if self.stale else ""
            yield Notice(
                FilePlace(path), f"is stale{why}; the terms were read again. Run 'vendorlint extract' to write that"
            )
        for each in self.refused:
            yield each.notice(FilePlace(path))
        yield from second_reader_notices(path, self.raw, self.dropped, self.rounds)


def judged_facts(facts: FactsFile, vendor: Vendor, project: Project, trust: Trust) -> Judged:
    """What to judge a vendor with a facts file by. Raises VendorlintError: its documents cannot be read, or are not there."""
    rounds = rounds_of(facts.raw)  # which the file alone does not tell from what patterns read
    if trust.as_they_stand and not rounds and not doubts(facts, vendor, project) and not _refuses(trust, facts):
        return Judged(facts.raw)
    if not vendor.documents:
        ErrorCollector(verify_quotes(facts, project.config.limits)).finalize()
        raise InputError("is of documents that are no terms of this folder; run 'vendorlint extract'", facts.path)
    current = Current.of(vendor, project)
    plain = not rounds and not any("review" in node for _, node in iter_facts(facts.facts))
    if plain and current.is_known():
        return Judged(facts.raw)
    read = extract(vendor.documents, vendor.id, project, vendor.folder, vendor.customer, rounds=rounds)
    fresh = merged(read.content, facts)
    stale = difference(facts, fresh)
    # What was read is what was there at first, or it is not known to be so.
    if (
        stale is None
        and plain
        and "unread" not in fresh
        and fresh == facts.raw
        and Current.of(vendor, project) == current
    ):
        current.keep()
    content, refused = without_refused(fresh, read.content["facts"], facts.known, trust.overrides, trust.today)
    by_patterns = _by_patterns(content, read.by_patterns, facts.known, trust) if rounds else None
    return Judged(content, stale, refused, by_patterns, read.dropped, rounds)


def _by_patterns(
    content: Mapping[str, Any], read: Mapping[str, Any], known: Sequence[str], trust: Trust
) -> dict[str, Any] | None:
    """The content with each fact as patterns read it, but for those that a person answers for; None where that is the same."""
    nodes = dict(iter_facts(read["facts"]))
    for fact, node in iter_facts(content["facts"]):
        status = node.get("review", {}).get("status")
        answered = status == "confirmed" and not any(against(node["review"], trust.overrides, trust.today))
        if status == "overridden" or answered:
            nodes[fact] = node
    plain = {**content, "facts": nest(nodes, known)}
    return None if plain == content else plain


def doubts(facts: FactsFile, vendor: Vendor, project: Project) -> list[InputError]:
    """Why a facts file is not, or may not be, what its documents state; an empty list where nothing speaks against it."""
    return (
        list(_other_documents(facts, vendor.documents))
        or verify_quotes(facts, project.config.limits)
        or list(edit_errors(facts))
        or list(customer_errors(facts, vendor.customer))
        or list(_unsealed(facts))
    )


def _refuses(trust: Trust, facts: FactsFile) -> bool:
    return any(override_faults(facts.raw, trust.overrides, trust.today))


def _other_documents(facts: FactsFile, paths: Sequence[Path]) -> Iterator[InputError]:
    """That there are other documents now than those that were read, or that were tried."""
    known = {entry["path"] for entry in (*facts.documents, *facts.raw.get("unread", ()))}
    there = {path.relative_to(facts.path.parent).as_posix() for path in paths}
    for path in sorted(there - known):
        message = f"{path} is new since facts were extracted; run 'vendorlint extract'"
        yield facts.document.error(("documents",), message)


def _unsealed(facts: FactsFile) -> Iterator[InputError]:
    """That its digest is missing, or that of another file."""
    if not is_sealed(facts.raw):
        message = "has no digest of what it says, or another one; run 'vendorlint extract'"
        yield facts.document.error((EXTRACTED_BY, FILE), message)
