"""Pages saved with what they show (MHTML, RFC 2557): the page, with its style sheets in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from email.message import Message

from vendorlint_extractor.documents.readers import html
from vendorlint_extractor.documents.readers.around import pieces
from vendorlint_extractor.documents.readers.html_around import words_of
from vendorlint_extractor.documents.readers.html_encoding import decode
from vendorlint_extractor.documents.readers.mail.eml import parsed, text_of
from vendorlint_extractor.documents.readers.rendering import Limits, ReadingError, Rendering

_LINK = re.compile(rb"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ADDRESS = re.compile(rb"href\s*=\s*[\"']?([^\"'\s<>]{1,2000})", re.IGNORECASE)


def read(raw: bytes, limits: Limits) -> Rendering:
    """The text of a saved page. Raises ReadingError."""
    parts = list(parsed(raw).walk())
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise ReadingError("is no saved page: it holds no HTML")
    found = html.read(_LINK.sub(lambda link: _sheet(link[0], parts), text_of(pages[0])), limits)
    frames = ((f"frame {number}", words_of(decode(text_of(page))[0])) for number, page in enumerate(pages[1:], 1))
    return replace(found, around=(*found.around, *pieces(frames)))


def _sheet(link: bytes, parts: Sequence[Message]) -> bytes:
    """The style sheet that a link names, where it was saved with the page, or else the link."""
    address = _ADDRESS.search(link)
    wanted = address[1].decode("utf-8", "replace").replace("&amp;", "&") if address else None
    for part in parts:
        places = (str(part.get("content-location", "")).strip(), f"cid:{str(part.get('content-id', '')).strip(' <>')}")
        if wanted in places and part.get_content_type() == "text/css":
            return b"<style>" + text_of(part).replace(b"</", b"<\\/") + b"</style>"
    return link
