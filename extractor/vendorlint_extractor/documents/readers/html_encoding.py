"""The encoding of an HTML page."""

from __future__ import annotations

import codecs
import re

from vendorlint_extractor.documents.readers.rendering import ReadingError

HEAD_BYTES = 2048  # in which the declaration of an encoding is looked for
_CHARSET = re.compile(rb"(?:charset|<\?xml[^>]{0,60} encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# What browsers know, https://encoding.spec.whatwg.org/; they read Latin-1 and ASCII as windows-1252.
_LEGACY = re.compile(
    r"cp(?:125\d|866|874|932|949)|iso8859-(?!1$)\d+|koi8-[ru]|gb(?:k|2312|18030)|big5|euc_(?:jp|kr)|shift_jis|mac-(?:roman|cyrillic)"
)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WIDE = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}  # without a mark of the order of bytes
_MAGIC = ((b"%PDF-", "PDF"), (b"PK\x03\x04", "DOCX"))


def decode(raw: bytes) -> tuple[str, list[str]]:
    """The text of a page's bytes, and what to warn of. Raises ReadingError for what is no page."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            raise ReadingError(f"is a {name} file by its content; give it the ending .{name.lower()}")
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), []
    if raw[:2] in _WIDE:
        return raw.decode(_WIDE[raw[:2]], "replace"), []
    if b"\0" in raw:
        raise ReadingError("is binary (it holds a NUL byte); expected HTML")
    try:
        return raw.decode("utf-8"), []  # also where a page declares windows-1252 and is not
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(raw[:HEAD_BYTES])
    name = _codec(declared[1].decode("ascii", "replace")) if declared else ""
    encoding = name if _LEGACY.fullmatch(name) else "windows-1252"
    text = raw.decode(encoding, "replace")
    if name == "utf-8":
        return text, ["declares UTF-8 and is not; it was read as windows-1252"]
    if "\ufffd" in text:
        return text, [f"holds bytes that are no {encoding}; they were replaced by \ufffd"]
    return text, []


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
