"""The extract job: terms in, facts.yaml out, and only where the terms say something else than it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import FactsFormat
from vendorlint.errors import DefinitionErrors, InputError, InputErrors, VendorlintError, internal_error
from vendorlint.facts.aside import aside_notices
from vendorlint.facts.difference import stale
from vendorlint.facts.extraction import extract_facts, unread_documents, vendor_id
from vendorlint.facts.file import FactsFile, evidence_of, iter_facts, read_facts, sides
from vendorlint.facts.provenance import edited
from vendorlint.facts.quotes import reading_notices
from vendorlint.facts.replace import replace_facts
from vendorlint.facts.reviewed import why_stale
from vendorlint.facts.rewrite import merged, rewritten
from vendorlint.facts.seen import seen_notices
from vendorlint.facts.wording import value_words
from vendorlint.files.json import ascii_json
from vendorlint.files.lock import locked
from vendorlint.files.paths import shown_path
from vendorlint.files.yaml.document import dump_yaml, parse_yaml
from vendorlint.findings.subjects import no_terms
from vendorlint.project.config import Config
from vendorlint.project.folders import home_of
from vendorlint.project.inside import refuse_leaving_link
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets, find_targets, named_vendor
from vendorlint.project.vendors import Vendor, read_vendor


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a vendor's facts file: whether it differs from the terms, what to tell, a line each, and which documents
    could not be read."""

    changed: bool
    lines: tuple[str, ...]
    unread: tuple[InputError, ...] = ()


def facts_of_path(path: Path, project: Project) -> dict[str, Any]:
    """The content of a facts file for a document or a vendor's folder. Raises VendorlintError."""
    path = named_vendor(path, project.config)
    refuse_leaving_link(path, project.config.root, project.config.vendors)
    if not path.is_dir():
        return extract_facts([path], vendor_id(path), project)
    vendor = read_vendor(path)
    if not vendor.documents:
        raise no_terms(vendor)
    return extract_facts(vendor.documents, vendor.id, project, vendor.folder, vendor.customer)


def facts_in_format(facts: Mapping[str, Any], output_format: FactsFormat) -> str:
    """Facts as JSON (ASCII, indented) or YAML."""
    if output_format == "json":
        return ascii_json(facts)
    return dump_yaml(dict(facts))


def require_all_read(facts: Mapping[str, Any], folder: Path) -> None:
    """Raises InputErrors with the documents that the content of a facts file names as unread."""
    if unread := list(unread_documents(facts, folder)):
        raise InputErrors(unread)


def find_extractable(paths: Sequence[Path], config: Config, *, hook: bool) -> Targets:
    """The vendors that paths name; a document stands for its vendor, wherever its folder is."""
    targets = find_targets(paths, config, hook=hook)
    vendors = {vendor.folder.resolve(): vendor for vendor in targets.vendors}
    for path in (*targets.facts_files, *targets.documents):
        home = home_of(path, config.vendors) or path.parent
        if home.resolve() not in vendors:
            vendors[home.resolve()] = read_vendor(home)
    return Targets(tuple(vendors.values()), faults=targets.faults)


def update_all(targets: Targets, project: Project, *, write: bool) -> Iterator[Outcome]:
    """What became of each; a vendor or a document that is wrong keeps none of the others from its turn.

    Raises what was wrong at the end: the VendorlintError itself where there was nothing else, or InputErrors with all;
    DefinitionErrors at once.
    """
    errors = list(targets.faults.values())
    done = 0
    for vendor in targets.vendors:
        try:
            outcome = update_facts(vendor, project, write=write)
            errors += outcome.unread
            yield outcome
            done += 1
        except DefinitionErrors:
            raise
        except VendorlintError as error:
            errors.append(error)
        except Exception as error:
            errors.append(InputError(internal_error(error), vendor.folder))
    if len(errors) == 1 and not done:
        raise errors[0]
    if errors:
        raise InputErrors(InputError(str(error)) for error in errors)


def update_facts(vendor: Vendor, project: Project, *, write: bool) -> Outcome:
    """Bring a vendor's facts file up to date, or (without `write`) say whether it is.

    What people reviewed is kept, see facts_text. Raises VendorlintError, also for a facts file that cannot be read:
    overwriting it would lose the reviews in it.
    """
    if not vendor.documents:
        raise no_terms(vendor)
    path = vendor.facts_path
    if path.exists():
        read_facts(path, project)  # one that cannot be read is told before the terms are
    extraction = extract_facts(vendor.documents, vendor.id, project, vendor.folder, vendor.customer)
    unread = tuple(unread_documents(extraction, vendor.folder))
    documents = {each["id"]: vendor.folder / each["path"] for each in extraction["documents"]}
    notices = (
        *reading_notices(documents.values(), project.config),
        *seen_notices(extraction, documents),
        *aside_notices(extraction, documents),
    )
    told = tuple(f"{shown_path(notice.place.path)}: {notice.message}" for notice in notices)
    with locked(vendor.folder):  # what others decided while the terms were read is kept, too
        previous = read_facts(path, project) if path.exists() else None
        if previous:
            _require_reviews(previous, unread)
        content = merged(extraction, previous)
        difference = stale(path, previous, content)
        if difference is None:
            return Outcome(False, told, unread)
        if not write:
            return Outcome(True, (*told, f"{shown_path(path)}{difference.removeprefix(str(path))}"), unread)
        fresh = rewritten(content, previous)
        content = parse_yaml(fresh, path).value  # before it is written: what cannot be read back is not
        replace_facts(path, fresh, previous)
    for fact in edited(previous) if previous else ():
        told = (*told, f"{shown_path(path)}: {fact} was edited by hand; it is what the terms state again")
    facts = dict(iter_facts(content["facts"]))
    return Outcome(True, (*told, f"{shown_path(path)}: {len(facts)} facts", *_reviews_to_redo(path, content)), unread)


def _require_reviews(previous: FactsFile, unread: Sequence[InputError]) -> None:
    """Raises InputErrors where reviews rest on documents that are unread now: writing without those would make them stale."""
    gone = {error.file_place.path for error in unread if error.file_place}
    at_stake = [
        fact
        for fact, node in iter_facts(previous.facts)
        if "review" in node
        for side in sides(node)
        if any(previous.document_path(evidence["document"]) in gone for evidence in evidence_of(side))
    ]
    if at_stake:
        listed = ", ".join(dict.fromkeys(at_stake))
        message = f"is left as it is: reviews rest on documents that cannot be read now ({listed})"
        raise InputErrors([*unread, InputError(message, previous.path)])


def _reviews_to_redo(path: Path, content: Mapping[str, Any]) -> Iterator[str]:
    for fact, node in iter_facts(content["facts"]):
        review = node.get("review", {})
        if review.get("status") == "stale":
            yield f"{shown_path(path)}: {fact} was reviewed, and {why_stale(node)}; review it again"
        elif "read" in review:
            values = " | ".join(value_words(side["value"]) for side in review["read"])
            yield f"{shown_path(path)}: {fact} keeps the value of its review; the terms read as {values}"
    for entry in content.get("stale_reviews", ()):
        yield f"{shown_path(path)}: {entry['fact']} was reviewed, and the terms no longer state it"
