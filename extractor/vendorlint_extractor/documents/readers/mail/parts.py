"""A part of a mail, and which of them are read."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import PurePath

from vendorlint_extractor.documents.readers.rendering import KINDS, TEXT_SUFFIXES, ReadingError

BODY = "message"  # as places name it
TEXT = "text"
OTHER = "other text"  # the kind of a body's plain text beside the one that a person sees
_SUFFIXES = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html", "message/rfc822": ".eml", "application/msword": ".doc", "application/rtf": ".rtf"}  # fmt: skip
# Signatures, by their types, or by name and by how they begin: S/MIME's as DER with the OID of signed data (RFC 5652), PGP's as text.
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_SIGNS = frozenset({".p7s", ".asc", ".sig"})
_PGP = b"-----BEGIN PGP SIGNATURE-----"
_SIGNED_DATA = b"\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x02"


@dataclass(frozen=True, slots=True)
class Part:
    """A body or an attachment: its name, its kind (one of KINDS, TEXT or OTHER), and its bytes, those of text in UTF-8."""

    name: str
    kind: str
    raw: bytes


def attachment(name: str, media_type: str, raw: bytes, *, inline: bool = False) -> Part | None:
    """An attachment as a part; None for a signature, and for a picture that is `inline`, the body's own: those of
    pages are not read either. Raises ReadingError for one of a kind that is not read."""
    suffix = PurePath(name).suffix.lower() or _SUFFIXES.get(media_type) or mimetypes.guess_extension(media_type) or ""
    is_picture = (mimetypes.types_map.get(suffix) or media_type).startswith("image/")
    signs = suffix in _SIGNS and (raw.startswith(_PGP) or _SIGNED_DATA in raw[:32])
    if media_type in _SIGNATURES or signs or (inline and is_picture):
        return None
    if suffix in TEXT_SUFFIXES:
        return Part(name, TEXT, raw)
    if suffix not in KINDS:
        raise ReadingError(
            f"has an attachment that is not read, {name}: save the mail and what it brings as files of their own"
        )
    return Part(name, KINDS[suffix], raw)
