"""One question to an OpenAI-compatible server, over httpx: its form, retries, a deadline, and one type for all that goes wrong."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint.errors import InputError
from vendorlint.network import within
from vendorlint.second_reader.endpoint import Endpoint

CONNECT_SECONDS = 10.0
MAX_ANSWER = 2_000_000  # bytes
MAX_TOKENS = 4096  # of an answer
SEED = 7
RETRIES = 2
PAUSE = 0.5  # seconds before the first retry, twice that before the second
MAX_PAUSE = 20.0  # that a server may ask for
BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
FINAL = frozenset({401, 402, 403, 404, 405, 410})  # whatever is asked next gets the same
SHOWN = 160  # characters of what a server says of an error


class UnansweredError(Exception):
    """A question that got no answer; `final` where no other one would."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        self.reason = reason
        self.final = final
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model said, and the tokens that it took, 0 where the server does not tell; `whole` is false where it was cut off."""

    text: str
    tokens_in: int
    tokens_out: int
    whole: bool


class Client:
    """Asks one server. It learns which optional parts of a request the server does not take, and leaves them out."""

    def __init__(self, endpoint: Endpoint) -> None:
        try:
            import httpx
        except ImportError:
            raise InputError("--second-reader needs httpx; pip install 'vendorlint[second-reader]'") from None
        self._httpx = httpx
        self._endpoint = endpoint
        headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
        timeout = httpx.Timeout(endpoint.seconds, connect=min(CONNECT_SECONDS, endpoint.seconds))
        # Nothing in between for a server on this machine: a proxy would carry terms off it.
        self._client = httpx.Client(headers=headers, timeout=timeout, trust_env=not endpoint.local)
        self._left_out: set[str] = set()
        self._formats = ["json_schema", "json_object", ""]  # of answers, the best that the server takes first

    def close(self) -> None:
        """Give the connection back."""
        self._client.close()

    def ask(self, system: str, text: str, schema: Mapping[str, Any]) -> Answer:
        """The answer to a question, in the form of a schema where the server has it. Raises UnansweredError."""
        deadline = time.monotonic() + self._endpoint.seconds
        tries = 0
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise UnansweredError(f"no answer within {self._endpoint.seconds} s")
            status, body, pause = self._post(self._request(system, text, schema), left, last=tries == RETRIES)
            if status == 200:
                return _answer(body)
            if status in (400, 422) and self._simpler(body):
                continue
            if status not in BUSY or tries == RETRIES:
                raise UnansweredError(f"the server answers {status}{_said(body)}", final=status in FINAL)
            tries += 1
            time.sleep(min(max(pause, PAUSE * tries), MAX_PAUSE, max(deadline - time.monotonic(), 0)))

    def _request(self, system: str, text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        request: dict[str, Any] = {
            "model": self._endpoint.model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": text}],
            "temperature": 0,
            "seed": SEED,
            "max_tokens": MAX_TOKENS,
        }
        if self._formats[0] == "json_schema":
            form = {"name": "answers", "strict": True, "schema": schema}
            request["response_format"] = {"type": "json_schema", "json_schema": form}
        elif self._formats[0]:
            request["response_format"] = {"type": self._formats[0]}
        return {key: value for key, value in request.items() if key not in self._left_out}

    def _simpler(self, body: bytes) -> bool:
        """Whether something could be left out of a request that was refused: what the server names, or else the form of answers."""
        said = body.decode("utf-8", "replace")
        for key in ("temperature", "seed", "max_tokens"):
            if key in said and key not in self._left_out:
                self._left_out.add(key)
                return True
        if len(self._formats) > 1:
            self._formats.pop(0)
            return True
        return False

    def _post(self, request: Mapping[str, Any], seconds: float, *, last: bool) -> tuple[int, bytes, float]:
        """Status and body, and for how many seconds the server asks to be left alone. A connection that broke is a 503, but for the
        last time."""
        try:
            return within(seconds, lambda: self._sent(request))
        except (TimeoutError, self._httpx.ReadTimeout):
            raise UnansweredError(f"no answer within {self._endpoint.seconds} s") from None
        except (self._httpx.HTTPError, self._httpx.InvalidURL) as error:
            if last or not isinstance(error, self._httpx.TransportError):
                never = isinstance(error, (self._httpx.ConnectError, self._httpx.ConnectTimeout))
                raise UnansweredError(f"{self._endpoint.host}: {_one_line(str(error))}", final=never) from None
            return 503, b"", 0.0

    def _sent(self, request: Mapping[str, Any]) -> tuple[int, bytes, float]:
        with self._client.stream("POST", f"{self._endpoint.url}/chat/completions", json=request) as response:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MAX_ANSWER:
                    raise UnansweredError(f"its answer has more than {MAX_ANSWER // 1_000_000} MB")
            return response.status_code, bytes(body), _pause(response.headers.get("retry-after", ""))


def _pause(header: str) -> float:
    return float(header) if header.isdigit() else 0.0


def _answer(body: bytes) -> Answer:
    """Raises UnansweredError for what is no answer of such a server."""
    try:
        raw = json.loads(body)
        choice = raw["choices"][0]
        text = choice["message"]["content"]
        used = raw.get("usage") or {}
        if not isinstance(text, str):
            raise TypeError
        whole = choice.get("finish_reason") != "length"
        return Answer(text, _count(used.get("prompt_tokens")), _count(used.get("completion_tokens")), whole)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise UnansweredError("what the server answers is no chat completion") from None


def _count(number: Any) -> int:
    return number if isinstance(number, int) and 0 <= number < 10**9 else 0


def _said(body: bytes) -> str:
    """What a server says of an error, shortened."""
    try:
        error = json.loads(body)["error"]
        text = error["message"] if isinstance(error, Mapping) else error
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return f": {_one_line(str(text))}"


def _one_line(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= SHOWN else f"{folded[:SHOWN]}…"
