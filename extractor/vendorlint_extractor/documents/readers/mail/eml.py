"""Mails as files (RFC 5322): the body that a person sees, and the attachments. Senders, recipients and dates are no terms."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, Message
from typing import cast

from vendorlint_extractor.documents.readers.html_around import words_of
from vendorlint_extractor.documents.readers.mail.parts import BODY, OTHER, TEXT, Part, attachment
from vendorlint_extractor.documents.readers.rendering import ReadingError

_HEADERS = ("from", "date", "subject", "mime-version", "content-type", "received")
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_PAGES = frozenset({"html", "x-amp-html", "xml", "xhtml"})
_REPORTS = frozenset({"message/delivery-status", "message/disposition-notification", "message/feedback-report"})
_ELSEWHERE = frozenset({"message/external-body", "message/partial"})
# What the parser of headers raises for some that follow no rule.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError)


def split(raw: bytes) -> tuple[str, list[Part]]:
    """The subject of a mail, and its parts. Raises ReadingError."""
    mail = parsed(raw)
    if not any(name in mail for name in _HEADERS):
        raise ReadingError("is no mail: it has no headers")
    if mail.get_content_type() in _ENCRYPTED:
        raise ReadingError("is encrypted; save its text and its attachments as files of their own")
    try:
        return str(mail.get("subject", "")), list(_parts(mail))
    except _BROKEN as error:
        raise ReadingError(f"is broken: {type(error).__name__} where its parts begin") from None


def parsed(raw: bytes) -> EmailMessage:
    """A message of the bytes of a file. Raises ReadingError."""
    try:
        return email.message_from_bytes(raw, policy=email.policy.default)
    except _BROKEN:
        raise ReadingError("is broken: its headers follow no rule") from None


def text_of(part: Message) -> bytes:
    """The bytes of a part, those of a text in UTF-8."""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset()
    if charset is None or part.get_content_maintype() != "text":
        return content
    try:
        return content.decode(charset, "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):  # an encoding that nobody knows
        return content


def _parts(mail: EmailMessage) -> Iterator[Part]:
    body = mail.get_body(("html", "plain"))
    if body is not None:
        yield Part(BODY, "html" if body.get_content_subtype() == "html" else TEXT, text_of(body))
    for part, other in _leaves(mail, body):
        if other and part.get_content_maintype() == "text" and not part.is_attachment():
            yield Part(BODY, OTHER, _words(part))
        elif part is not body:
            yield from _attached(part, shows=body is not None and body.get_content_subtype() == "html")


def _leaves(mail: EmailMessage, body: Message | None, *, other: bool = False) -> Iterator[tuple[EmailMessage, bool]]:
    """The parts that hold no others, and whether each stands in place of what a person sees."""
    if not mail.is_multipart() or mail.get_content_maintype() != "multipart":
        yield mail, other
        return
    choice = mail.get_content_subtype() == "alternative"
    for part in cast("Iterator[EmailMessage]", mail.iter_parts()):
        beside = choice and body is not None and not any(each is body for each in part.walk())
        yield from _leaves(part, body, other=other or beside)


def _words(part: EmailMessage) -> bytes:
    """The words of a text, without its markup where it has any."""
    raw = text_of(part)
    return words_of(raw.decode("utf-8", "replace")).encode() if part.get_content_subtype() in _PAGES else raw


def _attached(part: EmailMessage, *, shows: bool) -> Iterator[Part]:
    """What is read of an attachment; `shows`: the body shows pictures of its own."""
    name, media_type = part.get_filename(), part.get_content_type()
    if media_type == "message/rfc822":
        inner = cast(list[Message], part.get_payload())
        yield Part(name or "message.eml", "eml", inner[0].as_bytes())
    elif media_type in _ELSEWHERE:
        raise ReadingError(f"has an attachment that stands elsewhere ({media_type}); save it as a file of its own")
    elif media_type not in _REPORTS:
        inline = shows and part.get_content_disposition() != "attachment"
        name = name or (BODY if media_type.startswith("text/") else "attachment")
        found = attachment(name, media_type, text_of(part), inline=inline)
        yield from [found] if found else []
