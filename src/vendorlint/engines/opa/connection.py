"""One OPA server, through opa-python-client: deadlines, retries, credentials, and one type for all that goes wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from opa_client import OpaClient
from opa_client.errors import DeleteDataError, DeletePolicyError, PolicyNotFoundError, RegoParseError
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from vendorlint.engines.opa.errors import engine_error
from vendorlint.errors import EngineError, InputError
from vendorlint.network import Answer, is_loopback, within
from vendorlint.project.config import OpaSettings

TOKEN_VARIABLE = "VENDORLINT_OPA_TOKEN"  # noqa: S105 - a name
CONNECT_SECONDS = 2.0
QUERY_SECONDS = 10.0
TOTAL_SECONDS = 30.0  # of a call with its retries, whatever a server lets drip
MAX_ANSWER = 100_000_000  # bytes
CHUNK = 100_000
DEFAULT_PORTS = {"http": 8181, "https": 443}
RETRIES = 2
RETRIED_STATUSES = (502, 503, 504)  # the server behind a gateway is not there yet; a 500 is an answer

# What the library and what it is built on raise; the last four where an answer is not what OPA answers.
FAILURES = (
    *(DeleteDataError, DeletePolicyError, PolicyNotFoundError, RegoParseError, requests.RequestException),
    *(AttributeError, KeyError, TypeError, ValueError),
)


class Connection:
    """What the engine asks of a server. Every method raises EngineError, with a kind that says whose fault it is."""

    def __init__(self, settings: OpaSettings) -> None:
        scheme, host, port = _address(settings.url or "")
        secure = scheme == "https"
        cert, key = _file(settings.cert, "opa.cert"), _file(settings.key, "opa.key")
        ca = _file(settings.ca, "opa.ca")
        self.url = f"{scheme}://{host}:{port}"
        self._client = _Client(
            host=host,
            port=port,
            ssl=(ca or True) if secure else False,
            cert=(cert, key) if cert and key else cert,
            token=_token(settings),
            timeout=(CONNECT_SECONDS, QUERY_SECONDS),
        )

    def close(self) -> None:
        """Give the connection back."""
        self._client.close_connection()

    def put_policy(self, policy: str, text: str) -> None:
        """Upload a module as it is: nothing in it is rewritten, and the server is asked what it holds now."""
        self._call(lambda client: client.update_policy_from_string(text, policy, rego_compat=False))
        held = self._call(lambda client: client.get_policy(policy)["result"]["raw"])
        if held != text:
            raise EngineError("protocol", f"{self.url} holds another text under {policy} than was uploaded")

    def delete_policy(self, policy: str) -> None:
        """Take a module of ours down, if it is there."""
        with _absent_is_fine():
            self._call(lambda client: client.delete_policy(policy))

    def put_data(self, root: str, data: Mapping[str, Any]) -> None:
        """Upload a data document of ours, and ask what the server holds now."""
        self._call(lambda client: client.update_or_create_data(dict(data), root))
        if self.get_data(root) != data:
            raise EngineError("protocol", f"{self.url} holds other data under {root} than was uploaded")

    def get_data(self, root: str) -> object:
        """The data document at a root."""
        return self._call(lambda client: client.get_data(root)["result"])

    def delete_data(self, root: str) -> None:
        """Take a data document of ours down, if it is there."""
        with _absent_is_fine():
            self._call(lambda client: client.delete_data(root))

    def query(self, package: str, document: Mapping[str, Any]) -> tuple[Any, str]:
        """The value of a package with an input, and the id of the decision (empty where the server logs none)."""
        # Without it, an error within a built-in is no answer rather than an error.
        strict = {"strict-builtin-errors": "true"}
        answer = self._call(lambda client: dict(client.query_rule(document, package, query_params=strict)))
        if "result" not in answer:
            raise EngineError(
                "undefined", f"{self.url} has nothing at data.{package}; is it another pack, or misspelt?"
            )
        return answer["result"], answer.get("decision_id", "")

    def _call(self, ask: Callable[[OpaClient], Answer]) -> Answer:
        try:
            return within(TOTAL_SECONDS, lambda: ask(self._client))
        except TimeoutError:
            raise engine_error(self.url, requests.Timeout()) from None
        except FAILURES as error:
            raise engine_error(self.url, error) from None


class _Bounded(HTTPAdapter):
    """Reads no answer that has no end."""

    def send(self, *args: Any, **kwargs: Any) -> requests.Response:
        """The response with its content. Raises requests.RequestException for one that is larger than any of ours."""
        response = super().send(*args, **{**kwargs, "stream": True})
        content = bytearray()
        for chunk in response.iter_content(CHUNK):
            content += chunk
            if len(content) > MAX_ANSWER:
                response.close()
                raise requests.RequestException(f"its answer has more than {MAX_ANSWER // 1_000_000} MB")
        response._content = bytes(content)  # where requests keeps what it has read
        return response


class _Client(OpaClient):  # type: ignore[misc]  # opa_client has no types
    """The library's client with our retries, and without what the environment could add: proxies, .netrc, redirects."""

    def _init_session(self) -> requests.Session:
        session: requests.Session = super()._init_session()
        retries = Retry(
            total=RETRIES,
            read=False,  # a query that took too long is not asked again
            redirect=0,
            backoff_factor=0.2,
            status_forcelist=RETRIED_STATUSES,
            allowed_methods=None,
            raise_on_status=False,
            raise_on_redirect=False,
            respect_retry_after_header=False,
        )
        for scheme in ("http://", "https://"):
            session.mount(scheme, _Bounded(max_retries=retries))
        session.trust_env = False
        session.max_redirects = 0
        return session


@contextmanager
def _absent_is_fine() -> Iterator[None]:
    try:
        yield
    except EngineError as error:
        if error.kind != "undefined":
            raise


def _address(text: str) -> tuple[str, str, int]:
    """Scheme, host and port of a server. Raises InputError for no such URL, or one that would send in the clear."""
    try:
        url = urlsplit(text)
        port = url.port or DEFAULT_PORTS[url.scheme]
    except (ValueError, KeyError):
        raise _no_address(text) from None
    if not url.hostname or url.username or url.path.strip("/") or url.query or url.fragment:
        raise _no_address(text)
    if url.scheme == "http" and not is_loopback(url.hostname):
        raise InputError(f"opa.url is '{text}'; expected https for a server on another machine")
    return url.scheme, f"[{url.hostname}]" if ":" in url.hostname else url.hostname, port


def _no_address(text: str) -> InputError:
    return InputError(f"opa.url is '{text}'; expected http(s)://host:port")


def _file(path: Path | None, setting: str) -> str | None:
    if path is not None and not path.is_file():
        raise InputError(f"no such file; {setting} names it", path)
    return str(path) if path else None


def _token(settings: OpaSettings) -> str | None:
    """The bearer token, from the environment or a file; never from the command line."""
    path = _file(settings.token_file, "opa.token_file")
    token = os.environ.get(TOKEN_VARIABLE) or (Path(path).read_text(encoding="utf-8") if path else "")
    token = token.strip()
    if not token.isprintable() or " " in token:
        raise EngineError("auth", f"the token in {TOKEN_VARIABLE} or opa.token_file is not one word")
    return token or None
