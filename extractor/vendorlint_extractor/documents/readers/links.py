"""Where the links of a document lead, written such that a target can be taken for nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

MAX_TARGET = 500  # characters, as incorporated.py reads them
_DROPPED = re.compile(r"[\t\n\r]")  # in an address, as browsers do
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-z][a-z\d+.-]*):", re.IGNORECASE)
# All that addresses consist of, without what Markdown or a table could take for its own: ( ) [ ] * _ ~ ' stand as %28 and so on.
_KEPT = "%/:?#@!$&+,;=.-"
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph that are bold or not, and where they lead: an address as `target_of` gives it, or nothing."""

    text: str
    bold: bool = False
    target: str = ""


def target_of(address: str) -> str:
    """What Markdown says of a link's address: a page's, percent-encoded; empty for a place in the document and for all that is
    no page, such as a script."""
    address = _DROPPED.sub("", address.strip(_AROUND))
    scheme = _SCHEME.match(address)
    if not address or address.startswith("#") or (scheme and scheme[1].lower() not in {"http", "https"}):
        return ""
    target = quote(address, safe=_KEPT, errors="replace")
    if len(target) > MAX_TARGET:
        target = re.split(r"[?#]", target, maxsplit=1)[0]
    return target if len(target) <= MAX_TARGET else ""


def target_of_field(instruction: str) -> str:
    """Where a field of a DOCX leads: that of HYPERLINK "address"; others lead nowhere."""
    found = _HYPERLINK.match(instruction)
    return target_of(found[1] or found[2] or "") if found else ""
