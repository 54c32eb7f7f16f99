"""Writes docs/licences.md: what a user installs with vendorlint, and under which licence, as the packages themselves say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PINS = ROOT / "requirements" / "run.txt"
PAGE = ROOT / "docs" / "licences.md"
# Of the system that the page is made on such a package has no files.
ELSEWHERE = {"colorama": "BSD-3-Clause"}
BUNDLED = "those of PDFium's parts"  # which pypdfium2 has in a folder, all of them permissive
# The names that packages without an SPDX expression have for one.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache-2": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
    "dependency licenses": BUNDLED,
}
HEAD = """\
<!-- Written by tools/generate_licences.py; run tools/generate after a change of requirements/run.txt. -->

# Licences

vendorlint is under the [Apache License 2.0](../LICENSE). With it come these packages, pinned in `requirements/run.txt`, each under the
licence that its own metadata names; the texts are in their `*.dist-info` folders. A test fails for a licence that is not in the list of
`tools/generate_licences.py`, so that nothing comes in unseen.

| package | licence | when |
| --- | --- | --- |
"""
# What may come in without a word: licences that ask for their notice alone, or (MPL) for changes to their own files.
ALLOWED = frozenset({"Apache-2.0", "MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PSF-2.0", "MPL-2.0", BUNDLED})


@dataclass(frozen=True, slots=True)
class Package:
    """A package that is pinned, its licence as SPDX has it where it can be told, and the marker of when it is installed."""

    name: str
    licence: str
    when: str


def packages() -> list[Package]:
    """All that a user installs, by name."""
    pinned = re.findall(r"^(\S+==\S+(?: ;[^\\\n]*)?)", PINS.read_text(encoding="utf-8"), re.MULTILINE)
    return [_package(Requirement(line)) for line in pinned]


def unknown_licences(package: Package) -> set[str]:
    """The parts of its licence that are not ALLOWED."""
    return {part.strip(" ()") for part in re.split(r" AND | OR ", package.licence)} - ALLOWED


def page(found: list[Package]) -> str:
    """The page of these packages."""
    return HEAD + "".join(f"| {each.name} | {each.licence} | {each.when} |\n" for each in found)


def _package(requirement: Requirement) -> Package:
    name = canonicalize_name(requirement.name)
    when = f"`{requirement.marker}`" if requirement.marker else ""
    try:
        return Package(name, _licence(distribution(name)), when)
    except PackageNotFoundError:
        return Package(name, ELSEWHERE[name], when)


def _licence(of: Distribution) -> str:
    """The SPDX expression, else what is written for a licence in one line, else the classifiers."""
    said = of.metadata.get("License-Expression") or of.metadata.get("License") or ""
    if not said or "\n" in said or len(said) > 60:
        classifiers = of.metadata.get_all("Classifier") or []
        said = " AND ".join(each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::"))
    return " AND ".join(SPDX.get(part.strip(), part.strip()) for part in re.split(r" AND |, ", said))


if __name__ == "__main__":
    PAGE.write_text(page(packages()), encoding="utf-8")
