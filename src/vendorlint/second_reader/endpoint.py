"""The server of a second reader: where it is, which model it runs, and what proves who asks."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from vendorlint.errors import InputError
from vendorlint.network import is_loopback
from vendorlint.project.config import SecondReaderSettings

KEY_VARIABLE = "VENDORLINT_SECOND_READER_KEY"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server. `url` is its base, such as http://localhost:11434/v1; `key` is empty where it asks for none.

    `local` is whether it is on this machine. `seconds` bound one question with its retries; prices are of a million tokens.
    """

    url: str
    model: str
    key: str
    local: bool
    seconds: int
    price_in: float | None
    price_out: float | None

    @property
    def host(self) -> str:
        """The host and port that are asked."""
        return urlsplit(self.url).netloc


def endpoint_of(settings: SecondReaderSettings) -> Endpoint:
    """The server that a user's settings name.

    Raises InputError: no URL or model, a URL that is none or would send terms in the clear, a key that is no word.
    """
    for name in ("url", "model"):
        if not getattr(settings, name):
            where = f"--second-reader-{name}, VENDORLINT_SECOND_READER_{name.upper()} or your own configuration"
            raise InputError(f"--second-reader needs the {_WHAT[name]}: {where}")
    url = (settings.url or "").rstrip("/")
    return Endpoint(
        url=url,
        model=settings.model or "",
        key=_key(settings.key_file),
        local=_is_local(url),
        seconds=settings.seconds,
        price_in=settings.price_in,
        price_out=settings.price_out,
    )


_WHAT = {"url": "server's base URL", "model": "model's name"}


def _is_local(text: str) -> bool:
    """Whether the server is on this machine. Raises InputError."""
    try:
        url = urlsplit(text)
        _ = url.port
    except ValueError:
        raise _no_address(text) from None
    if url.scheme not in ("http", "https") or not url.hostname or url.username or url.query or url.fragment:
        raise _no_address(text)
    local = is_loopback(url.hostname)
    if url.scheme == "http" and not local:
        raise InputError(f"second_reader.url is '{text}'; expected https for a server on another machine")
    return local


def _no_address(text: str) -> InputError:
    return InputError(f"second_reader.url is '{text}'; expected http(s)://host:port/v1")


def _key(path: Path | None) -> str:
    """The key, from the environment or a file; never from the command line."""
    if path is not None and not path.is_file():
        raise InputError("no such file; second_reader.key_file names it", path)
    key = (os.environ.get(KEY_VARIABLE) or (path.read_text(encoding="utf-8") if path else "")).strip()
    if not (key.isprintable() and key.isascii()) or " " in key:
        raise InputError(f"the key in {KEY_VARIABLE} or second_reader.key_file is not one word")
    return key
