"""The way into the extractor: its errors become ours, and it is loaded only where a document has to be read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.choices import FactsForm
from vendorlint.errors import (
    DefinitionErrors,
    InputError,
    InputErrors,
    NothingToCheckError,
    VendorlintError,
    internal_error,
)
from vendorlint.facts.brief import BRIEF, FORM
from vendorlint.facts.closest import without_stated
from vendorlint.facts.executor import executor
from vendorlint.facts.provenance import definitions_digest, with_provenance
from vendorlint.facts.readings import Reading, Round, readings_of, with_rounds
from vendorlint.files.cache import Cache
from vendorlint.files.paths import shown_path
from vendorlint.files.text import held
from vendorlint.files.yaml.document import read_yaml
from vendorlint.place import FilePlace
from vendorlint.project.cache import kept
from vendorlint.project.project import Project
from vendorlint_extractor.customer import ANYBODY, Customer

if TYPE_CHECKING:
    from vendorlint.facts.order import Original
    from vendorlint.facts.second_view import Standing, Terms
    from vendorlint_extractor import Extractor, Unread
    from vendorlint_extractor.documents.readers.rendering import Limits
    from vendorlint_extractor.ontology import OwnFact

_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What documents state: the `content` of a facts file with what a second reader read, and the same `by_patterns` alone. Both are
    one where it read nothing.

    `dropped` are its readings whose quotes stand nowhere, or that no fact may hold. `questions` are what to ask it.
    """

    content: dict[str, Any]
    by_patterns: dict[str, Any]
    dropped: tuple[Reading, ...] = ()
    questions: Sequence[Mapping[str, Any]] = ()


def extract_facts(
    paths: Sequence[Path],
    vendor: str,
    project: Project,
    folder: Path | None = None,
    customer: Customer = ANYBODY,
) -> dict[str, Any]:
    """The content of a facts file for a vendor's documents, an organisation's own facts among them. `folder` is where the
    documents' paths begin; without it they are their names. `customer` is for whom they are to hold.

    Documents that cannot be read stand under `unread`, with the reason. Raises InputErrors with all where none can,
    NothingToCheckError where they are lists that state nothing, and DefinitionErrors with all patterns of own facts that are wrong.
    """
    return extract(paths, vendor, project, folder, customer).content


def extract(  # noqa: PLR0913 - what an extraction depends on
    paths: Sequence[Path],
    vendor: str,
    project: Project,
    folder: Path | None = None,
    customer: Customer = ANYBODY,
    *,
    rounds: Sequence[Round] = (),
    asked: Sequence[str] = (),
) -> Extracted:
    """The same with what a second reader read in `rounds`, as far as it stands, and the questions to ask it about the facts
    `asked`. Raises as `extract_facts` does."""
    config, own = project.config, project.facts.own
    if own:
        check_patterns(own, project.facts.extractor)
    opened = {path: _opened(path, config.limits) for path in paths}
    cache, key = _cached(opened, vendor, project, folder, customer)
    known = None if rounds or asked else cache.get(key)
    if known:
        return Extracted(known, known)
    from vendorlint.facts.order import Order  # what documents take that were not read before

    paths, originals, unread = _originals(opened, folder)
    readings = _usable(rounds, project)
    order = Order(
        originals, vendor, config.limits, config.precedence, customer, own,
        silent_of=tuple(project.facts.ids), asked=tuple(asked), quotes=tuple((each.document, each.quote) for each in readings),
    )  # fmt: skip
    read = answered(executor().read(order))
    unread += [_as_unread(paths[each["at"]], folder, each) for each in read["unread"]]
    if read["content"] is None:
        raise _nothing_read(unread)
    facts = _in_form(read["content"], config.facts_form)
    if unread:
        facts["unread"] = [each.to_dict() | {"reason": _reason(each)} for each in _by_path(unread)]
    plain = with_provenance(facts, config)
    if not unread and not asked and not rounds:
        cache.put(key, plain)
    if not rounds:
        return Extracted(plain, plain, (), read["questions"])
    return _with_second(facts, rounds, list(zip(readings, read["standing"], strict=True)), project, customer)


def _in_form(facts: dict[str, Any], form: FactsForm) -> dict[str, Any]:
    """The content with the form that it is to be written in, where that is not the usual one."""
    if form != BRIEF:
        return facts
    version, *others = facts.items()
    return dict([version, (FORM, form), *others])


def _usable(rounds: Sequence[Round], project: Project) -> list[Reading]:
    """The readings that are in order, wherever their quotes may stand."""
    if not rounds:
        return []
    from vendorlint.facts.grounds import fault

    return [each for each in readings_of(rounds) if fault(each, project.facts.infos) is None]


def _with_second(
    facts: dict[str, Any],
    rounds: Sequence[Round],
    readings: Sequence[tuple[Reading, Mapping[str, Any] | None]],
    project: Project,
    customer: Customer,
) -> Extracted:
    """Facts with the readings of a second reader that stand."""
    from vendorlint.facts.second_view import Standing, with_readings

    standing = [Standing(reading, found["evidence"], found["sure"]) for reading, found in readings if found]
    kept = [each.reading for each in standing]
    content = facts
    for order, some in _by_order(standing, project).items():
        content = with_readings(content, some, _terms(facts, order, project, customer))
    content = without_stated(content)
    content = with_provenance(with_rounds(content, rounds, kept), project.config)
    dropped = tuple(reading for reading in readings_of(rounds) if reading not in kept)
    return Extracted(content, facts, dropped)


def _by_order(standing: Sequence[Standing], project: Project) -> dict[tuple[str, ...], list[Standing]]:
    """Readings by the order in which types of documents decide on their facts."""
    from vendorlint_extractor.extraction import order_of

    found: dict[tuple[str, ...], list[Standing]] = {}
    for each in standing:
        found.setdefault(order_of(each.reading.fact, project.config.precedence), []).append(each)
    return found


def _terms(facts: Mapping[str, Any], order: Sequence[str], project: Project, customer: Customer) -> Terms:
    from vendorlint.facts.second_view import Terms
    from vendorlint_extractor.clauses.scope import Scope
    from vendorlint_extractor.language.regions import read_groups
    from vendorlint_extractor.resolved.customer import fits

    groups = read_groups()
    ranks = {entry["id"]: order.index(entry["type"]) for entry in facts["documents"]}
    return Terms(project.facts.infos, ranks, lambda scope: fits(customer, Scope(**scope), groups))


def known_by(
    paths: Sequence[Path], vendor: str, project: Project, folder: Path | None, customer: Customer
) -> tuple[Cache, list[Any]]:
    """Where facts are kept that were read before, and by what, for documents as they are now."""
    return _cached({path: _opened(path, project.config.limits) for path in paths}, vendor, project, folder, customer)


def _cached(
    opened: Mapping[Path, bytes | Exception], vendor: str, project: Project, folder: Path | None, customer: Customer
) -> tuple[Cache, list[Any]]:
    """Where facts are kept that were read before, and by what: the documents' bytes and names, and all else that reading goes by.
    No place where a document could not be opened, or is held unsaved."""
    from vendorlint_extractor.resolved.unread import path_inside

    config = project.config
    known = [
        (path_inside(path, folder), hashlib.sha256(raw).hexdigest())
        for path, raw in opened.items()
        if isinstance(raw, bytes)
    ]
    if len(known) < len(opened) or any(held(path) is not None for path in opened):
        return Cache(None), []
    by = definitions_digest(config, customer.to_dict())
    key = ["facts", by, vendor, known, asdict(config.limits), list(project.facts.ids), config.facts_form]
    return kept("facts", config.root), key


def unread_documents(facts: Mapping[str, Any], folder: Path) -> Iterator[InputError]:
    """What is wrong with the documents that the content of a facts file names as unread. `folder` is the vendor's."""
    if "unread" not in facts:
        return
    from vendorlint_extractor.resolved.unread import file_inside  # which few runs need

    for each in facts["unread"]:
        file = file_inside(each["path"], folder)
        yield InputError(each["reason"], FilePlace(file, each["line"], each["column"]) if "line" in each else file)


def _opened(path: Path, limits: Limits) -> bytes | Exception:
    """A document's bytes as they are on disk, or as somebody holds it unsaved; or what is wrong with it."""
    from vendorlint_extractor.documents.file import read_bytes

    unsaved = held(path)
    try:
        return read_bytes(path, limits) if unsaved is None else unsaved
    except Exception as error:
        return error


def answered(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer of an executor. Raises DefinitionErrors where it is that own facts, or files that ship, cannot be used."""
    from vendorlint.facts.worker import DEFINITIONS

    if DEFINITIONS in answer:
        raise DefinitionErrors([InputError(answer[DEFINITIONS])])
    return answer


def _originals(
    opened: Mapping[Path, bytes | Exception], folder: Path | None
) -> tuple[list[Path], tuple[Original, ...], list[Unread]]:
    """The documents that could be opened, with their files, and the others."""
    from vendorlint.facts.order import Original
    from vendorlint_extractor.resolved.unread import Unread, path_inside, unescaped_path_inside

    originals: dict[Path, Original] = {}
    unread: list[Unread] = []
    for (path, raw), document_id in zip(opened.items(), _document_ids(list(opened)), strict=True):
        if isinstance(raw, Exception):
            unread.append(Unread(path, path_inside(path, folder), raw))
        else:
            digest = hashlib.sha256(raw).hexdigest()
            originals[path] = Original(unescaped_path_inside(path, folder), document_id, raw, digest)
    return list(originals), tuple(originals.values()), unread


def _as_unread(path: Path, folder: Path | None, told: Mapping[str, Any]) -> Unread:
    """A document of which an answer says what is wrong with it."""
    from vendorlint_extractor.documents.file import DocumentError, ListingError
    from vendorlint_extractor.resolved.unread import Unread, path_inside

    kind = ListingError if told.get("listing") else DocumentError
    return Unread(path, path_inside(path, folder), kind(path, told["message"], told.get("line"), told.get("column")))


def _nothing_read(unread: Sequence[Unread]) -> VendorlintError:
    """The error where no document states anything; lists alone, in which nothing is wrong, are nothing to check."""
    from vendorlint_extractor import ListingError

    if all(isinstance(each.error, ListingError) for each in unread):
        return NothingToCheckError("\n".join(f"{shown_path(each.file)}: {_reason(each)}" for each in _by_path(unread)))
    return InputErrors(
        InputError(_reason(each), FilePlace(each.file, *each.place) if each.place else each.file)
        for each in _by_path(unread)
    )


def _by_path(unread: Iterable[Unread]) -> list[Unread]:
    return sorted(unread, key=lambda each: each.path)


def _reason(unread: Unread) -> str:
    return unread.reason if unread.foreseen else internal_error(unread.error)


def check_patterns(own: tuple[OwnFact, ...], extractor: Extractor) -> None:
    """Raises DefinitionErrors with every pattern of own facts that is no regular expression of RE2 or calls no macro, and every
    word that none of them can call.
    """
    errors: list[InputError] = []
    for fact in own:
        document = read_yaml(fact.path)
        for language, body in document.value["languages"].items():
            for place, fault in extractor.faults(language, body):
                errors.append(document.error(("languages", language, *place), fault))
    if errors:
        raise DefinitionErrors(errors)


def vendor_id(path: Path) -> str:
    """A vendor's id for a document that belongs to no vendor: its name in lower-case letters, digits and dashes."""
    return _NO_ID.sub("-", path.stem.lower()).strip("-") or "document"


def _document_ids(paths: Sequence[Path]) -> list[str]:
    """The files' names without suffix; with it where terms.md stands beside terms.txt."""
    stems = [path.stem for path in paths]
    return [path.stem if stems.count(path.stem) == 1 else path.name for path in paths]
