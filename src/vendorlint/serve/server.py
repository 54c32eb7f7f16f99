"""The server itself: where it listens, what its link is, and when it refuses to start."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn

from vendorlint.errors import InputError
from vendorlint.network import is_loopback
from vendorlint.serve.access import ENTRY, Gate
from vendorlint.serve.app import application
from vendorlint.serve.desk import Desk
from vendorlint.serve.verdicts import Verdicts

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen. `url` is how people's browsers call the server, where that is not its host and port."""

    host: str
    port: int
    cert: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False
    url: str = ""

    def require_safe(self) -> None:
        """Raises InputError for what would let tokens and contracts cross a network in the clear, or leave the address open."""
        if (self.cert is None) != (self.key is None):
            raise InputError("--tls-cert and --tls-key go together")
        if self.cert and self.behind_proxy:
            raise InputError("--tls-cert and --behind-proxy exclude each other: one of both ends TLS")
        if not is_loopback(self.host) and not self.cert and not self.behind_proxy:
            raise InputError(
                f"--host {self.host} is reached over a network; give --tls-cert and --tls-key, or --behind-proxy where a proxy ends TLS"
            )
        if not self.url and (self.behind_proxy or self.host in ("0.0.0.0", "::")):  # noqa: S104 - refused
            raise InputError("give --url https://NAME, the address that people open: the server answers to no other")
        if self.url:
            self._require_url()

    def _require_url(self) -> None:
        try:
            told = urlsplit(self.url)
            whole = told.hostname and (told.port or True) and not (told.path.strip("/") or told.query or told.fragment)
        except ValueError:
            whole = False
        wanted = "https" if self.behind_proxy or self.cert else "http"
        if not whole or told.scheme != wanted or "@" in told.netloc:
            raise InputError(f"--url is '{self.url}'; expected {wanted}://NAME or {wanted}://NAME:PORT, and no path")

    def origins(self, port: int) -> list[str]:
        """The origins to answer to, the one in the link first, once it listens on a port."""
        if self.url:
            told = urlsplit(self.url)
            return [_origin(told.scheme, told.hostname or "", told.port)]
        scheme = "https" if self.cert else "http"
        names = dict.fromkeys([self.host, "localhost"] if is_loopback(self.host) else [self.host])
        return [_origin(scheme, name, port) for name in names]


def _origin(scheme: str, host: str, port: int | None) -> str:
    """As browsers write it: in lower case, without the scheme's own port."""
    name = f"[{host}]" if ":" in host else host
    return f"{scheme}://{name.lower()}{'' if port in (None, _PORTS[scheme]) else f':{port}'}"


def serve(start: Path, listening: Listening, by: str, today: str | None, tell: Callable[[str], None]) -> None:
    """Serve the project in the folder `start` until the process is asked to end. `tell` gets the link once it listens.

    Raises VendorlintError: what would not be safe, an address that is taken, a certificate that cannot be read.
    """
    listening.require_safe()
    listener = _listener(listening)
    origin, *also = listening.origins(listener.getsockname()[1])
    token = secrets.token_urlsafe(32)
    verdicts = Verdicts(today)
    config = configuration(Desk(start, verdicts), Gate(origin, token, by, also), listening)
    try:
        config.load()
    except OSError as error:
        raise InputError(f"--tls-cert and --tls-key cannot be used: {error.strerror or error}") from None
    tell(f"{origin}{ENTRY}?token={token}")
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        verdicts.close()


def configuration(desk: Desk, gate: Gate, listening: Listening) -> uvicorn.Config:
    """How the server runs: without a line per request, which would hold the token, and believing no header of a proxy."""
    return uvicorn.Config(
        application(desk, gate),
        ssl_certfile=listening.cert,
        ssl_keyfile=listening.key,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=2,
    )


def _listener(listening: Listening) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(listening.host, listening.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        why = str(error.strerror).partition(" (while")[0]
        raise InputError(f"cannot listen on {listening.host}, port {listening.port}: {why}") from None
