"""A step of action.yml: the Markdown report as a comment on the pull request, the one of the run before if there is one.

GITHUB_API_URL, GITHUB_REPOSITORY  as the runner sets them
GITHUB_TOKEN   may write comments on pull requests
PULL_REQUEST   its number
MARKDOWN_FILE  the report

Standard library only: it runs beside vendorlint, not in its environment.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MARKER = "<!-- vendorlint report -->"  # as vendorlint.reports.check.markdown has it; a test compares them
PAGE = 100  # comments in an answer, the most that GitHub gives
TIMEOUT = 30  # seconds


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """The token goes to the API and nowhere else."""

    def redirect_request(self, *_args: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirects)


def main() -> None:
    """Create or update the comment; what goes wrong is one line and exit code 2."""
    body = Path(os.environ["MARKDOWN_FILE"]).read_text(encoding="utf-8")
    repository = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"
    comments = f"{repository}/issues/{int(os.environ['PULL_REQUEST'])}/comments"
    try:
        earlier = next((each for each in _comments(comments) if _is_ours(each)), None)
        if earlier is None:
            answer = _request("POST", comments, {"body": body})
        elif earlier["body"].strip() == body.strip():
            answer = earlier
        else:
            answer = _request("PATCH", f"{repository}/issues/comments/{int(earlier['id'])}", {"body": body})
    except urllib.error.HTTPError as error:
        hint = "; the job needs 'permissions: {pull-requests: write}'" if error.code in (403, 404) else ""
        sys.exit(_failed(f"GitHub answered {error.code}{hint}"))
    except (OSError, ValueError, KeyError) as error:
        sys.exit(_failed(f"{type(error).__name__}: {error}"))
    print(f"vendorlint: {answer['html_url']}")  # noqa: T201


def _comments(url: str) -> Iterator[dict[str, Any]]:
    """The comments of the pull request, page by page, the oldest first."""
    page = 1
    while True:
        found = _request("GET", f"{url}?per_page={PAGE}&page={page}")
        yield from found
        if len(found) < PAGE:
            return
        page += 1


def _is_ours(comment: dict[str, Any]) -> bool:
    """Whether a bot wrote it and it begins with the marker: what a person quotes of us is not overwritten."""
    author = comment["user"] or {}  # null where the account is gone
    return author.get("type") == "Bot" and str(comment["body"]).startswith(MARKER)


def _request(method: str, url: str, payload: Any = None) -> Any:
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
        "Content-Type": "application/json",
        "User-Agent": "vendorlint",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    data = None if payload is None else json.dumps(payload).encode()
    request = urllib.request.Request(url, data, headers, method=method)  # noqa: S310 - the runner's own API
    with _OPENER.open(request, timeout=TIMEOUT) as answer:
        return json.load(answer)


def _failed(message: str) -> int:
    print(f"vendorlint: the comment on the pull request was not written: {message}", file=sys.stderr)  # noqa: T201
    return 2


if __name__ == "__main__":
    main()
