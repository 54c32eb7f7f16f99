"""The extract job: terms in, facts.yaml out, and only where the terms say something else than it does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vendorlint.choices import FactsFormat
from vendorlint.errors import ClusterError, DefinitionErrors, InputError, InputErrors, VendorlintError, internal_error
from vendorlint.facts.aside import aside_notices
from vendorlint.facts.current import Current
from vendorlint.facts.difference import stale
from vendorlint.facts.executor import at_a_time
from vendorlint.facts.extraction import extract, unread_documents, vendor_id
from vendorlint.facts.file import FactsFile, evidence_of, iter_facts, read_facts, sides
from vendorlint.facts.parallel import in_order
from vendorlint.facts.provenance import edited
from vendorlint.facts.quotes import reading_notices
from vendorlint.facts.readings import Round, rounds_of, second_reader_notices
from vendorlint.facts.replace import replace_facts
from vendorlint.facts.reviewed import why_stale
from vendorlint.facts.rewrite import merged, rewritten
from vendorlint.facts.seen import seen_notices
from vendorlint.facts.wording import value_words
from vendorlint.files.json import ascii_json
from vendorlint.files.lock import locked
from vendorlint.files.notice import Notice
from vendorlint.files.paths import shown_path
from vendorlint.files.yaml.document import dump_yaml, parse_yaml
from vendorlint.findings.subjects import Track, no_terms
from vendorlint.jobs.second_reading import Reading, SecondReading, Terms
from vendorlint.project.config import Config
from vendorlint.project.folders import home_of
from vendorlint.project.inside import refuse_leaving_link
from vendorlint.project.jobs import worth
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets, find_targets, named_vendor
from vendorlint.project.vendors import VENDOR_NAME, Vendor, read_vendor
from vendorlint_extractor.customer import ANYBODY


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a vendor's facts file: whether it differs from the terms, what to tell, a line each, and what could not be
    done: documents that could not be read, a second reader without an answer."""

    changed: bool
    lines: tuple[str, ...]
    errors: tuple[InputError, ...] = ()


def facts_of_path(path: Path, project: Project, second: SecondReading | None = None) -> Reading:
    """What a document or a vendor's folder is read as, with a second reader where one is given. Raises VendorlintError."""
    path = named_vendor(path, project.config)
    refuse_leaving_link(path, project.config.root, project.config.vendors)
    project = replace(project, config=replace(project.config, facts_form="full"))  # what is printed is to be read
    return _read(_terms_of_path(path, project, second), project, (), second)


def _terms_of_path(path: Path, project: Project, second: SecondReading | None) -> Terms:
    if not path.is_dir():
        return Terms(vendor_id(path), (path,), None, ANYBODY, bool(second) and _is_confidential(path, project))
    return _terms(read_vendor(path))


def _is_confidential(path: Path, project: Project) -> bool:
    """Whether the vendor.yaml of a document, wherever links to it stand, says so."""
    real = Path(os.path.realpath(path))
    home = home_of(real, project.config.vendors) or real.parent
    return (home / VENDOR_NAME).is_file() and read_vendor(home).confidential


def _terms(vendor: Vendor) -> Terms:
    if not vendor.documents:
        raise no_terms(vendor)
    return Terms(vendor.id, vendor.documents, vendor.folder, vendor.customer, vendor.confidential)


def _read(terms: Terms, project: Project, before: Sequence[Round], second: SecondReading | None) -> Reading:
    """What terms are read as; `before` is what a second reader read of them earlier, which stays as far as it stands."""
    if second:
        return second.read(terms, before)
    read = extract(terms.documents, terms.vendor, project, terms.folder, terms.customer, rounds=before)
    return Reading(read, tuple(before))


def preview(paths: Sequence[Path], project: Project, second: SecondReading) -> Iterator[str]:
    """All that would be sent to a second reader, in lines. Raises VendorlintError."""
    targets = find_extractable(paths, project.config, hook=False)
    for vendor in targets.vendors:
        yield from second.preview(_terms(vendor))
    if targets.faults:
        raise InputErrors(InputError(str(error)) for error in targets.faults.values())


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


def update_all(
    targets: Targets, project: Project, *, write: bool, second: SecondReading | None = None, track: Track = iter
) -> Iterator[Outcome]:
    """What became of each; a vendor or a document that is wrong keeps none of the others from its turn. `track` goes through the
    vendors while they are read, and may show how far it is.

    Raises what was wrong at the end: the VendorlintError itself where there was nothing else, or InputErrors with all;
    DefinitionErrors and ClusterError at once.
    """
    errors = list(targets.faults.values())
    done = 0
    workers = 1 if second else at_a_time(worth(path for vendor in targets.vendors for path in vendor.documents))

    def update(vendor: Vendor) -> Outcome | VendorlintError:
        return _updated(vendor, project, write=write, second=second)

    for _, outcome in zip(track(targets.vendors), in_order(update, targets.vendors, workers), strict=True):
        if isinstance(outcome, VendorlintError):
            errors.append(outcome)
            continue
        errors += outcome.errors
        yield outcome
        done += 1
    if len(errors) == 1 and not done:
        raise errors[0]
    if errors:
        raise InputErrors(InputError(str(error)) for error in errors)


def _updated(
    vendor: Vendor, project: Project, *, write: bool, second: SecondReading | None
) -> Outcome | VendorlintError:
    """The same of one, or what is wrong with it. Raises DefinitionErrors and ClusterError."""
    try:
        return update_facts(vendor, project, write=write, second=second)
    except (DefinitionErrors, ClusterError):
        raise
    except VendorlintError as error:
        return error
    except Exception as error:
        return InputError(internal_error(error), vendor.folder)


def update_facts(vendor: Vendor, project: Project, *, write: bool, second: SecondReading | None = None) -> Outcome:
    """Bring a vendor's facts file up to date, or (without `write`) say whether it is; `second` reads with the patterns.

    What people reviewed is kept, see facts_text. Raises VendorlintError, also for a facts file that cannot be read:
    overwriting it would lose the reviews in it.
    """
    terms, path = _terms(vendor), vendor.facts_path
    current = Current.of(vendor, project)
    if second is None and current.is_known(silent=True):
        return Outcome(False, tuple(_lines(reading_notices(vendor.documents, project.config))))
    # One that cannot be read is told before the terms are.
    before = rounds_of(read_facts(path, project).raw) if path.exists() else ()
    read = _read(terms, project, before, second)
    extraction = read.extracted.content
    unread = tuple(unread_documents(extraction, vendor.folder))
    errors = (*unread, *filter(None, [read.error]))
    documents = {each["id"]: vendor.folder / each["path"] for each in extraction["documents"]}
    shown = tuple(reading_notices(documents.values(), project.config))
    notices = (
        *shown,
        *seen_notices(extraction, documents),
        *aside_notices(extraction, documents),
        *second_reader_notices(path, extraction, () if second else read.extracted.dropped, read.rounds),
    )
    told = (*read.lines, *_lines(notices))
    with locked(vendor.folder):  # what others decided while the terms were read is kept, too
        previous = read_facts(path, project) if path.exists() else None
        if previous:
            _require_reviews(previous, unread)
            if rounds_of(previous.raw) != before:
                raise InputError("a second reader was heard meanwhile, by another run; run this again", path)
        content = merged(extraction, previous)
        difference = stale(path, previous, content)
        if difference is None:
            same = previous and content == previous.raw and not errors and len(told) == len(shown)
            if same and Current.of(vendor, project) == current:  # what was read is what was there at first
                current.keep(silent=True)
            return Outcome(False, told, errors)
        if not write:
            return Outcome(True, (*told, f"{shown_path(path)}{difference.removeprefix(str(path))}"), errors)
        fresh = rewritten(content, previous)
        parse_yaml(fresh, path)  # before it is written: what cannot be read back is not
        replace_facts(path, fresh, previous)
        written = Current.of(vendor, project)
        if previous is None and not errors and len(told) == len(shown) and written.by == current.by:
            written.keep(silent=True)  # so that a run that is ended goes on without reading it again
    for fact in edited(previous) if previous else ():
        told = (*told, f"{shown_path(path)}: {fact} was edited by hand; it is what the terms state again")
    facts = dict(iter_facts(content["facts"]))
    return Outcome(True, (*told, f"{shown_path(path)}: {len(facts)} facts", *_reviews_to_redo(path, content)), errors)


def _lines(notices: Iterable[Notice]) -> Iterator[str]:
    return (f"{shown_path(notice.place.path)}: {notice.message}" for notice in notices)


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
