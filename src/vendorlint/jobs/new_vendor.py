"""Begins a vendor: its folder with vendor.yaml and copies of the terms that it sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.yaml.document import dump_yaml
from vendorlint.jobs.init import with_schema, write_new
from vendorlint.project.config import Config
from vendorlint.project.vendors import DOCUMENT_SUFFIXES, VENDOR_ID, VENDOR_NAME, is_document

_BESIDE = """\
# Who answers for it, what it handles and who you are to it decide which rules apply (docs/scopes.md):
# owner: procurement
# tier: critical          # critical, standard, low
# data: [personal, special_category, confidential, public]
# customer: {region: EEA, plan: business, products: []}
# renewal_date: "2027-12-31"
"""


def new_vendor(name: str, files: Sequence[Path], config: Config) -> tuple[Path, list[Path]]:
    """Write the folder of a vendor, called by its id or as people do, and name it and what was written.

    Raises InputError, and leaves nothing: no name, a vendor that is there, a file that is no document.
    """
    vendor = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not VENDOR_ID.fullmatch(vendor):
        raise InputError(f"found '{name}'; expected the vendor's name, with a letter or digit of ASCII in it")
    folder = config.vendors / vendor
    if folder.exists():
        raise InputError("exists already; put its documents there", folder)
    for file in files:
        if not file.is_file():
            raise InputError("no such file", file)
        if not is_document(file):
            raise InputError(
                f"is no document that can be read; expected one of {', '.join(sorted(DOCUMENT_SUFFIXES))}", file
            )
    copies = {folder / file.name: file.read_bytes() for file in files}
    if len(copies) < len(files):
        raise InputError("two files have the same name", folder)
    declared = with_schema("vendor", dump_yaml({"version": 1, "name": name}) + _BESIDE)
    return folder, write_new({folder / VENDOR_NAME: declared, **copies}, config.root)
