"""What a facts file was extracted by, and what in it a person changed since.

`extracted_by` in facts.yaml is {vendorlint, definitions, facts, file}: the version, a short digest of all that reading depends
on beside the documents, a short digest of each fact as it was written, and one of the whole file. They are no signatures:
whoever wants to forge a digest can, which is why `check` reads the terms again unless it is told to trust facts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from vendorlint import __version__
from vendorlint.errors import InputError
from vendorlint.facts.brief import as_told, as_written
from vendorlint.facts.file import FactNode, FactsFile, iter_facts
from vendorlint.files.text import file_bytes
from vendorlint.project.inside import own_files
from vendorlint_extractor.customer import Customer

if TYPE_CHECKING:
    from vendorlint.project.config import Config

EXTRACTED_BY = "extracted_by"
CUSTOMER = "customer"  # beside the facts: for whom they were read
INCORPORATED = "incorporated"  # beside the facts, because rules read it too
FILE = "file"  # in `extracted_by`: the digest of the whole file
SHORT, SHORTER = 12, 8  # hexadecimal digits


def definitions_digest(config: Config | None = None, customer: Mapping[str, Any] = MappingProxyType({})) -> str:
    """Names all that reading depends on beside the documents: vendorlint's version, its definitions, cues and concepts, the
    organisation's own facts, the settings that decide what is read, and for which customer. Without a configuration: by the
    defaults."""
    programs = [config.limits.ocr, config.limits.office] if config else [False, False]
    settings: list[Any] = [extractor_digest(), list(config.precedence) if config else [], programs]
    own = (path for folder in (config.facts if config else ()) for path in own_files(folder, (".yaml",)))
    return hashlib.sha256(json.dumps([*settings, dict(customer), _files(own)]).encode()).hexdigest()


def extractor_digest() -> str:
    """Tells the vendorlint that reads from others: its version, and a digest of what the extractor consists of."""
    from vendorlint_extractor.shipped import digest

    return f"{__version__} {digest()}"


def _files(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode())
        digest.update(file_bytes(path))
    return digest.hexdigest()


def with_provenance(extraction: Mapping[str, Any], config: Config | None = None) -> dict[str, Any]:
    """The content of a facts file with what it was extracted by."""
    by = {
        "vendorlint": __version__,
        "definitions": definitions_digest(config, extraction.get(CUSTOMER, {}))[:SHORT],
        "facts": digests(extraction),
    }
    return {**extraction, EXTRACTED_BY: by}


def digests(content: Mapping[str, Any]) -> dict[str, str]:
    """A short digest of each fact in the content of a facts file, reviews left out, and of what is incorporated."""
    written = as_told(content)
    named = {fact: _digest(node) for fact, node in iter_facts(written["facts"])}
    return named | ({INCORPORATED: _digest(written[INCORPORATED])} if INCORPORATED in written else {})


def sealed(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a facts file with the digest of all of it, documents and reviews too, where it says what it was
    extracted by."""
    if EXTRACTED_BY not in content:
        return dict(content)
    return {**content, EXTRACTED_BY: {**content[EXTRACTED_BY], FILE: _seal(content)}}


def is_sealed(raw: Mapping[str, Any]) -> bool:
    """Whether the content of a facts file has the digest of all that it says."""
    return EXTRACTED_BY in raw and raw[EXTRACTED_BY].get(FILE) == _seal(raw)


def _seal(content: Mapping[str, Any]) -> str:
    by = {key: value for key, value in content[EXTRACTED_BY].items() if key != FILE}
    said = json.dumps({**as_written(content), EXTRACTED_BY: by}, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:SHORT]


def edited(facts: FactsFile) -> list[str]:
    """The facts that are not as they were written, with neither a record nor an override by a person; also those that
    are gone. None where the file does not say what it was extracted by."""
    if EXTRACTED_BY not in facts.raw:
        return []
    recorded, now = facts.raw[EXTRACTED_BY]["facts"], digests(facts.raw)
    overridden = {fact for fact, node in iter_facts(facts.facts) if is_overridden(node)}
    wrong = {fact for fact in recorded.keys() | now.keys() if recorded.get(fact) != now.get(fact)} - overridden
    return [fact for fact in (*facts.known, INCORPORATED) if fact in wrong]


def edit_errors(facts: FactsFile) -> Iterator[InputError]:
    """What to say of each, at its place."""
    for fact in edited(facts):
        pointer = (fact,) if fact == INCORPORATED else ("facts", *fact.split("."))
        cure = "run 'vendorlint extract' for what the terms state"
        if fact != INCORPORATED:
            cure += f", or 'vendorlint review {facts.vendor} --override {fact}' for a value of your own"
        yield facts.document.error(pointer, f"{fact} was edited, and no review says why; {cure}")


def customer_errors(facts: FactsFile, customer: Customer) -> Iterator[InputError]:
    """That the facts were read for another customer than vendor.yaml names now."""
    if Customer.from_dict(facts.raw.get(CUSTOMER, {})) != customer:
        message = "vendor.yaml names another customer than these facts were extracted for; run 'vendorlint extract'"
        yield facts.document.error((CUSTOMER,), message)


def is_overridden(node: FactNode) -> bool:
    """Whether a person answers for a fact's value, whatever the extractor reads."""
    return bool(node.get("review", {}).get("status") == "overridden")


def _digest(node: Any) -> str:
    bare = {key: value for key, value in node.items() if key != "review"} if isinstance(node, Mapping) else node
    return hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()[:SHORTER]
