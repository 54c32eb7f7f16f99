"""Mails as Outlook saves them (.msg, [MS-OXMSG]): the body that a person sees, and the attachments."""

from __future__ import annotations

import struct

from compressed_rtf import decompress
from olefile import OleFileIO
from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.domain.constants import PID_ATTACHMENT_HIDDEN, PID_RTF_COMPRESSED

from vendorlint_extractor.documents.readers.docx_package import OLE
from vendorlint_extractor.documents.readers.mail.parts import BODY, OTHER, TEXT, Part, attachment
from vendorlint_extractor.documents.readers.rendering import ReadingError

# What the libraries raise for a file that is no whole one.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OSError, struct.error, OverflowError)


def split(raw: bytes) -> tuple[str, list[Part]]:
    """The subject of a mail, and its parts. Raises ReadingError."""
    if not raw.startswith(OLE):
        raise ReadingError("is no mail of Outlook (.msg)")
    try:
        _refuse_bomb(raw)
        mail = Message.load(raw)
        attached = [_attached(each) for each in mail.attachments]
        return mail.subject, [*_body(mail), *(part for part in attached if part)]
    except _BROKEN:
        raise ReadingError("is broken: it is no whole mail of Outlook; save it again") from None


def _refuse_bomb(raw: bytes) -> None:
    """Raises ValueError where streams are larger than the file: as much of a chain of sectors is read, and be it a ring."""
    with OleFileIO(raw) as archive:
        named = (archive.get_size(path) for path in archive.listdir())
        small = archive.root.size, archive.num_mini_fat_sectors * archive.sectorsize
        if max(*named, *small, 0) > len(raw):
            raise ValueError


def _body(mail: Message) -> list[Part]:
    """The body as a person sees it: what is struck or hidden in it shows in HTML and RTF alone."""
    plain = (mail.body or "").encode("utf-8", "replace")
    if mail.html_body:
        return [Part(BODY, "html", mail.html_body.encode("utf-8", "replace")), Part(BODY, OTHER, plain)]
    rich = mail.properties.binary_prop_value(PID_RTF_COMPRESSED)
    if rich:
        return [Part(BODY, "rtf", _unpacked(rich)), Part(BODY, OTHER, plain)]
    return [Part(BODY, TEXT, plain)] if plain else []


def _unpacked(rich: bytes) -> bytes:
    try:
        return bytes(decompress(rich))
    except Exception:  # the library raises no other
        raise ReadingError("is broken: its text is not packed as Outlook packs it") from None


def _attached(each: Attachment) -> Part | None:
    name = each.file_name or "attachment"
    if not each.attached_by_value or each.file_bytes is None:
        raise ReadingError(
            f"has an attachment that is not read, {name}: save the mail and what it brings as files of their own"
        )
    inline = any(prop.pid == PID_ATTACHMENT_HIDDEN and prop.value for prop in each.properties)
    return attachment(name, each.mime_type or "", each.file_bytes, inline=inline)
