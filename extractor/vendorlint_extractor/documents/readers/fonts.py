"""Fonts that a document brings along: as TrueType or OpenType, and which of their letters show others."""

from __future__ import annotations

import struct
import zlib

MAX_FONT = 20_000_000  # bytes
MAX_TABLES = 200
_PLAIN = (b"\0\x01\0\0", b"OTTO", b"true", b"ttcf")


def renamed(raw: bytes) -> str:
    """The letters for which a font shows others; empty for one that cannot be read, as those of WOFF 2 cannot."""
    font = _unpacked(raw) if raw[:4] == b"wOFF" else raw
    if font[:4] not in _PLAIN or len(font) > MAX_FONT:
        return ""
    from vendorlint_extractor.documents.readers.pdf.shapes import renamed_letters  # takes its time to load

    return renamed_letters(font)


def _unpacked(raw: bytes) -> bytes:
    """The font in a file of WOFF 1.0 (https://www.w3.org/TR/WOFF/)."""
    try:
        flavour, _, count = struct.unpack(">4sIH", raw[4:14])
        entries = [struct.unpack(">4sIIII", raw[44 + 20 * at : 64 + 20 * at]) for at in range(min(count, MAX_TABLES))]
        tables = [(tag, _table(raw[at : at + packed], packed, full), check) for tag, at, packed, full, check in entries]
    except (struct.error, zlib.error):
        return b""
    head, body, place = struct.pack(">4sHHHH", flavour, len(tables), 0, 0, 0), b"", 12 + 16 * len(tables)
    for tag, table, check in tables:
        head += struct.pack(">4sIII", tag, check, place + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body


def _table(packed: bytes, size: int, full: int) -> bytes:
    return packed if size >= full else zlib.decompressobj().decompress(packed, min(full, MAX_FONT))
