"""The vendors of a procurement repository: a folder each, with terms, a declaration and facts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.choices import DATA_KINDS, TIERS, DataKind, Tier
from vendorlint.errors import InputError, NothingToCheckError
from vendorlint.files.yaml.document import YamlDocument, read_yaml
from vendorlint.place import FilePlace
from vendorlint.project.config import Config
from vendorlint.project.declared import DECLARED, PREFIX, Declaration, declarations, declarations_place
from vendorlint.project.folders import OWN_FILES, inner_folders, is_own, term_folders
from vendorlint.project.inside import require_own_file, stands_in
from vendorlint.schemas.schema import validate
from vendorlint_extractor.customer import Customer
from vendorlint_extractor.documents.readers.rendering import BESIDE, KINDS, TEXT_SUFFIXES

VENDOR_NAME, FACTS_NAME = OWN_FILES
# As vendorlint_extractor.DOCUMENT_SUFFIXES (a test compares them), without loading the document reader to check facts.
DOCUMENT_SUFFIXES = TEXT_SUFFIXES | KINDS.keys()
NO_TERMS = (".", "_", "~$")  # how names begin of files that are hidden, no terms, or Word's while a document is open
COPIES = frozenset({".bak", ".orig", ".tmp"})
DATA = frozenset({".json", ".toml", ".yaml", ".yml"})
LOCK = 512  # bytes: what Word leaves beside a document that is open is smaller
VENDOR_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Vendor:
    """A vendor: what vendor.yaml declares, and the files beside it.

    `customer` is who takes the service. `renewal_date` is ISO 8601. `documents` are the terms, those in folders inside of its own too, sorted by path;
    `facts_path` is where facts.yaml is or would be. `declared` are provisions that a person has looked up; others would
    stand at `declared_place`, which is None without a vendor.yaml. Terms that are
    `confidential` leave this machine for no second reader.
    """

    id: str
    name: str
    owner: str
    tier: Tier
    data: tuple[DataKind, ...]
    customer: Customer
    renewal_date: str | None
    folder: Path
    documents: tuple[Path, ...]
    facts_path: Path
    declared: tuple[Declaration, ...] = ()
    declared_place: FilePlace | None = None
    confidential: bool = False

    def to_dict(self) -> dict[str, Any]:
        """What rules see of a vendor as `data.vendorlint_data.vendors[id]`; what is not declared is left out."""
        shown: dict[str, Any] = {
            "name": self.name,
            "tier": self.tier,
            "data": list(self.data),
        }
        declared = {each.fact.removeprefix(PREFIX): each.to_dict() for each in self.declared}
        customer = self.customer.to_dict()
        optional = {"customer": customer, "owner": self.owner, "renewal_date": self.renewal_date, DECLARED: declared}
        return shown | {key: value for key, value in optional.items() if value}

    def declaration(self, fact: str) -> Declaration | None:
        """What is declared of a provision, by the id of its fact."""
        return next((each for each in self.declared if each.fact == fact), None)


def find_vendors(config: Config) -> list[Vendor]:
    """Every vendor of the configuration, by id.

    Raises NothingToCheckError where there is none, and InputError and InputErrors for a folder or file that is wrong.
    """
    return [read_vendor(folder) for folder in vendor_folders(config)]


def vendor_folders(config: Config) -> list[Path]:
    """The folders of the configuration's vendors, by name. Raises NothingToCheckError where there is none."""
    if not config.vendors.is_dir():
        message = f"{config.vendors}: no such folder; expected one folder per vendor in it"
        raise NothingToCheckError(message + begin_hint(config))
    folders = sorted(
        path for path in config.vendors.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )
    if not folders:
        raise NothingToCheckError(f"{config.vendors}: holds no vendor; expected one folder per vendor")
    return folders


def begin_hint(config: Config) -> str:
    """What to do where there is neither a configuration nor a folder of vendors; empty elsewhere."""
    if config.path or config.vendors.is_dir():
        return ""
    return "; there is no vendorlint.yaml here or above: run 'vendorlint init' to begin a repository"


def read_vendor(folder: Path) -> Vendor:
    """The vendor in `folder`. What vendor.yaml does not declare counts as the most demanding: the highest tier, all data.

    Raises InputError for a folder whose name is no vendor id and for a link that leaves it, InputErrors for a wrong vendor.yaml.
    """
    if not folder.is_dir():
        raise InputError("no such folder" if not folder.exists() else "is a file; expected a vendor's folder", folder)
    for name in OWN_FILES:
        require_own_file(folder / name, folder)
    vendor_id = folder.resolve().name
    if not VENDOR_ID.fullmatch(vendor_id):
        raise InputError("the name of a vendor's folder has lower-case letters, digits and '-' only", folder)
    document = _vendor_file(folder / VENDOR_NAME)
    plain: dict[str, Any] = document.value if document else {}
    return Vendor(
        id=vendor_id,
        name=plain.get("name", vendor_id),
        owner=plain.get("owner", ""),
        tier=plain.get("tier", TIERS[0]),
        data=tuple(plain.get("data", DATA_KINDS)),
        customer=Customer.from_dict(plain.get("customer", {})),
        renewal_date=plain.get("renewal_date"),
        folder=folder,
        documents=documents_in(folder),
        facts_path=folder / FACTS_NAME,
        declared=tuple(declarations(document)) if document else (),
        declared_place=declarations_place(document) if document else None,
        confidential=plain.get("confidential", False),
    )


def documents_in(folder: Path) -> tuple[Path, ...]:
    """The terms in a folder and those inside of it, by path. Raises InputError for a link that leaves it."""
    return tuple(sorted(_documents(folder)))


def _documents(folder: Path) -> Iterator[Path]:
    home = folder.resolve()
    for inner in term_folders(folder):
        for path in filter(may_be_terms, inner.iterdir()):
            outside = not (inner == folder and stands_in(path, folder)) and not Path(
                os.path.realpath(path)
            ).is_relative_to(home)
            if outside:  # which says nothing of a link to itself
                raise InputError("is a link that leaves the vendor's folder; expected the document itself", path)
            yield path


def is_document(path: Path) -> bool:
    """Whether a file is vendor terms that can be read, by its name: a README beside them is not. What no file stands behind (a
    pipe, a link that leads nowhere) is told of where it is read."""
    return path.suffix.lower() in DOCUMENT_SUFFIXES and may_be_terms(path)


def may_be_terms(path: Path) -> bool:
    """Whether a file in a vendor's folder is one of its documents, be it of a kind that is read or not: an amendment that nobody
    reads is told of where it is opened, and never silent."""
    named = not path.name.startswith(NO_TERMS) and path.stem.lower() != "readme" and path.suffix.lower() not in BESIDE
    leads_somewhere = path.suffix.lower() in DOCUMENT_SUFFIXES or path.exists()
    return named and leads_somewhere and not path.is_dir()


def left_out(home: Path) -> Iterator[Path]:
    """The files inside of a vendor's folder that might be terms and are not read, by their names or by those of the folders that
    they stand in, by path."""
    waiting = [(home, False)]
    while waiting:
        folder, is_out = waiting.pop()
        inner = set(inner_folders(folder))
        for path in sorted(folder.iterdir()):
            if path.is_symlink():
                continue
            if path.is_dir():
                waiting += [(path, is_out or path not in inner)] if path.name != ".git" and not is_own(path) else []
            elif _is_named_document(path) and (is_out or not may_be_terms(path)):
                yield path


def _is_named_document(path: Path) -> bool:
    """Whether a file is called as one that is read, as a copy that an editor left of one, or as data, in which anything may be said."""
    if path.suffix.lower() in DATA:
        return path.name not in OWN_FILES and not path.name.startswith(NO_TERMS)
    name = path.with_suffix("") if path.suffix.lower() in COPIES else path
    is_lock = name.name.startswith("~$") and path.stat().st_size <= LOCK
    return name.suffix.lower() in DOCUMENT_SUFFIXES and not is_lock


def _vendor_file(path: Path) -> YamlDocument | None:
    if not os.path.lexists(path):  # a link that leads nowhere declares something that cannot be read
        return None
    document = read_yaml(path)
    validate(document, "vendor")
    return document
