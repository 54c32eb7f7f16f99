"""How a facts file differs from what its documents state now, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vendorlint.facts.brief import FORM
from vendorlint.facts.file import CANDIDATES, FactsFile, iter_facts
from vendorlint.facts.provenance import CUSTOMER, EXTRACTED_BY, edited, is_sealed
from vendorlint.facts.wording import listed


def stale(facts_path: Path, previous: FactsFile | None, fresh: Mapping[str, Any]) -> str | None:
    """One line on how the facts file differs from the fresh content and why, or None where it says the same. `previous` is what
    stands at `facts_path` now."""
    if previous is None:
        return f"{facts_path}: is missing; run 'vendorlint extract'"
    reasons = difference(previous, fresh)
    if reasons is None:
        return None
    return f"{facts_path}: is stale{reasons and f': {reasons}'}; run 'vendorlint extract'"


def difference(previous: FactsFile, new: Mapping[str, Any]) -> str | None:
    """Why a facts file is not what its documents state now, which is `new`; None where it says the same, and an empty string
    where there is no more to say.

    Comments and layout are a person's own business, and by which definitions the same facts were read is no difference: a
    new version of vendorlint touches no file whose facts it reads alike.
    """
    old = previous.raw
    same = _said(old) == _said(new) and not _moved_candidates(old, new)
    if same and (EXTRACTED_BY not in new or is_sealed(old)) and not edited(previous):
        return None
    known = dict(iter_facts(old["facts"])), dict(iter_facts(new["facts"]))
    changed = [fact for fact in previous.known if known[0].get(fact) != known[1].get(fact)]
    return "; ".join(_reasons(previous, new, changed))


def _said(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in {EXTRACTED_BY, CANDIDATES}}


def _moved_candidates(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether the clauses closest to silent facts are missing, or others than the same definitions give. Other definitions may
    rank them otherwise, which is no reason to touch a file: nothing rests on them."""
    found = old.get(CANDIDATES), new.get(CANDIDATES)
    by = [raw.get(EXTRACTED_BY, {}).get("definitions") for raw in (old, new)]
    return found[0] != found[1] and (None in found or by[0] == by[1])


def _reasons(previous: FactsFile, new: Mapping[str, Any], changed: list[str]) -> Iterator[str]:
    """What made it stale: its documents, the definitions, a person's edit, or what else changed."""
    old = previous.raw
    hands = edited(previous)
    others = [fact for fact in changed if fact not in hands]
    known = EXTRACTED_BY in old and EXTRACTED_BY in new
    moved = old.get(CUSTOMER) != new.get(CUSTOMER)
    terms = "; ".join(_other_terms(old, new))
    unread = [{entry["path"]: entry["reason"] for entry in raw.get("unread", ())} for raw in (old, new)]
    if turned := sorted(path for path, reason in unread[1].items() if unread[0].get(path) != reason):
        yield f"{listed(turned)} cannot be read"
    elif unread[0] != unread[1]:
        yield f"{listed(sorted(unread[0].keys() - unread[1].keys()))} can be read, or is gone"
    if terms:
        yield f"{terms}{_in_brackets(others)}"
    if moved:
        yield f"the customer in vendor.yaml changed{'' if terms else _in_brackets(others)}"
    elif known and others and old[EXTRACTED_BY]["definitions"] != new[EXTRACTED_BY]["definitions"]:
        versions = (old[EXTRACTED_BY]["vendorlint"], new[EXTRACTED_BY]["vendorlint"])
        since = f" since vendorlint {versions[0]}" if versions[0] != versions[1] else ""
        yield f"the definitions changed{since}{'' if terms else _in_brackets(others)}"
    elif others and not terms:
        yield listed(others)
    if hands:
        yield f"edited by hand{_in_brackets(hands)}"
    if old.get(FORM) != new.get(FORM):
        yield f"facts_form is {new.get(FORM, 'full')} now"
    if not changed and _moved_candidates(old, new):
        yield "the clauses closest to silent facts"
    if EXTRACTED_BY in new and not known:
        yield "does not say what it was extracted by"
    elif known and not (terms or moved or others or hands or is_sealed(old)):
        yield "its digest is not that of what it says"


def _other_terms(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Documents that are new, gone or changed; one with another name is gone and new."""
    before, after = ({entry["path"]: entry["sha256"] for entry in raw["documents"]} for raw in (old, new))
    told = {
        "changed": [path for path in before.keys() & after.keys() if before[path] != after[path]],
        "new": after.keys() - before.keys(),
        "gone": before.keys() - after.keys(),
    }
    for what, paths in told.items():
        if paths:
            yield f"{listed(sorted(paths))} {what if what == 'changed' else f'{_are(paths)} {what}'}"


def _are(names: Collection[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _in_brackets(names: Sequence[str]) -> str:
    return f" ({listed(names)})" if names else ""
