"""How far the review of each vendor is, of its facts file alone: nothing is read again, and nothing judged."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError, InputErrors, VendorlintError
from vendorlint.facts.file import FactsFile, iter_facts, read_facts
from vendorlint.facts.quotes import document_path
from vendorlint.jobs.waiting import DECIDED, pending
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor


@dataclass(frozen=True, slots=True)
class State:
    """A vendor and its review: how many facts wait, how many of them the policy asks for, how many are decided, and how many of
    those that are open are assigned to whom. `problem` is why none of this is known, or does not hold; else empty."""

    id: str
    vendor: Vendor | None
    waiting: int = 0
    asked: int = 0
    decided: int = 0
    assigned: tuple[tuple[str, int], ...] = ()
    problem: str = ""


def faulty(faults: Mapping[Path, VendorlintError]) -> list[State]:
    """What stands where vendors are and is none."""
    return [State(path.name, None, problem=_told(error)) for path, error in faults.items()]


def vendor_state(vendor: Vendor, project: Project, asking: Callable[[Vendor], Collection[str]]) -> State:
    """Of one vendor; `asking` says which facts the policy asks for."""
    if not vendor.facts_path.exists():
        return State(vendor.id, vendor, problem="its terms have not been read yet")
    try:
        facts = read_facts(vendor.facts_path, project)
        asked = asking(vendor)
    except VendorlintError as error:
        return State(vendor.id, vendor, problem=_told(error))
    waiting = pending(facts)
    reviews = [node["review"] for _, node in iter_facts(facts.facts) if "review" in node]
    assigned = Counter(review["assigned_to"] for review in reviews if "assigned_to" in review)
    return State(
        vendor.id,
        vendor,
        len(waiting),
        sum(each.fact in asked for each in waiting),
        sum(review["status"] in DECIDED for review in reviews),
        tuple(sorted(assigned.items())),
        next(_changed(facts, vendor), ""),
    )


def _changed(facts: FactsFile, vendor: Vendor) -> Iterator[str]:
    """That the documents are not those that were read, as far as their bytes tell."""
    for document in facts.documents:
        try:
            path = document_path(vendor.folder, document)
            if hashlib.sha256(path.read_bytes()).hexdigest() != document["sha256"]:
                yield f"{document['path']} has changed since it was read"
        except (InputError, OSError):
            yield f"{document['path']} cannot be read"
    known = {entry["path"] for entry in (*facts.documents, *facts.raw.get("unread", ()))}
    for path in vendor.documents:
        if (name := path.relative_to(vendor.folder).as_posix()) not in known:
            yield f"{name} is new and has not been read"


def _told(error: VendorlintError) -> str:
    return str(error.errors[0]) if isinstance(error, InputErrors) else str(error)
