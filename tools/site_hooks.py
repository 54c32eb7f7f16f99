"""Links of pages that lead out of docs/ become links to the repository, where the site has no page."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[1]
_LINK = re.compile(r"(`+[^`]*`+)|\]\((\.\./[^)\s#?]*)([?#][^)\s]*)?\)")


def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: Any) -> str:
    """The page with such links whole. Raises FileNotFoundError for one to nowhere."""
    folder = posixpath.join("docs", posixpath.dirname(page.file.src_uri))

    def whole(found: re.Match[str]) -> str:
        if found[1]:
            return found[0]
        target = posixpath.normpath(posixpath.join(folder, found[2]))
        if target.startswith("docs/"):
            return found[0]
        if not (_ROOT / target).exists():
            raise FileNotFoundError(f"{page.file.src_uri}: {found[2]}")
        return f"]({config.extra['repository']}/blob/main/{target}{found[3] or ''})"

    return _LINK.sub(whole, markdown)
