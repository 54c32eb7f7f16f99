"""What a server, or the way to it, gave instead of an answer: as an EngineError of one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import requests

from vendorlint.choices import EngineFailure
from vendorlint.errors import EngineError

FORBIDDEN = (401, 403)
# Of OPA's own error codes (https://www.openpolicyagent.org/docs/rest-api#errors).
KINDS: Mapping[str, EngineFailure] = {
    "unauthorized": "auth",
    "invalid_parameter": "compile",
    "internal_error": "eval",
    "resource_not_found": "undefined",
    "PolicyNotFoundError": "undefined",  # opa_client's own, where OPA answers without a result
}
ADVICE: Mapping[EngineFailure, str] = {"auth": "; see VENDORLINT_OPA_TOKEN and opa.token_file"}


class ServerError(EngineError):
    """An error that OPA answered. `errors` has the details: `message` and `location` (`file`, `row`, `col`) each."""

    def __init__(self, kind: EngineFailure, message: str, errors: list[dict[str, Any]]) -> None:
        super().__init__(kind, message)
        self.errors = errors


def engine_error(url: str, error: Exception) -> EngineError:
    """From any exception of opa_client or requests."""
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return _of_response(url, error.response)
    if isinstance(error, requests.exceptions.SSLError):
        message = f"no trusted connection to {url}: {_reason(error)}; see opa.ca, opa.cert and opa.key"
        return EngineError("connect", message)
    if isinstance(error, requests.Timeout):
        return EngineError("timeout", f"{url} did not answer in time")
    if isinstance(error, requests.ConnectionError):
        return EngineError("connect", f"no connection to {url}: {_reason(error)}")
    if hasattr(error, "expression") and hasattr(error, "message"):  # of opa_client, whose errors have no common base
        return _of_code(url, error.expression, error.message, getattr(error, "errors", []))
    return EngineError("protocol", f"{url} does not answer as an OPA server does: {_reason(error)}")


def _of_response(url: str, response: requests.Response) -> EngineError:
    try:
        body = json.loads(response.text)
        return _of_code(url, body["code"], body["message"], body.get("errors", []))
    except (ValueError, KeyError, TypeError):
        kind: EngineFailure = "auth" if response.status_code in FORBIDDEN else "protocol"
        return EngineError(kind, f"{url} answered {response.status_code} {response.reason}{ADVICE.get(kind, '')}")


def _of_code(url: str, code: str, message: str, errors: list[dict[str, Any]]) -> EngineError:
    kind = KINDS.get(code, "protocol")
    detail = "; ".join(error["message"] for error in errors if error.get("message"))
    told = f"{message}: {detail}" if detail else message
    return ServerError(kind, f"{url}: {told}{ADVICE.get(kind, '')}", errors)


def _reason(error: BaseException) -> str:
    """The innermost cause, which says most: 'Connection refused' rather than 'Max retries exceeded with url'."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    return str(error).partition("\n")[0] or type(error).__name__
