"""Templates filled in. All that is shown is escaped: what steers or hides text by us, what is markup by jinja2."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from vendorlint import __version__
from vendorlint.reports.contract import STYLE as CONTRACT_STYLE
from vendorlint.reports.html import TEMPLATES as REPORT
from vendorlint.serve.access import Session
from vendorlint.unsafe import escape

HERE = Path(__file__).parent
ASSETS = {
    "report.css": REPORT / "report.css",
    "contract.css": CONTRACT_STYLE,
    "serve.css": HERE / "assets" / "serve.css",
    "serve.js": HERE / "assets" / "serve.js",
}
TYPES = {".css": "text/css", ".js": "text/javascript"}


def page(name: str, session: Session, /, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page for a person, with what there is to tell them since their last one; one that waits for a check is soon shown anew."""
    told = session.told
    session.told = told if shown.get("working") else []
    text = _templates().get_template(f"{name}.html.jinja").render(session=session, told=told, **shown)
    return HTMLResponse(text, status)


def asset(name: str) -> tuple[str, str] | None:
    """The text and the type of one of our own files; None for any other name."""
    if name not in ASSETS:
        return None
    path = ASSETS[name]
    return path.read_text(encoding="utf-8"), TYPES[path.suffix]


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals["version"] = __version__
    return environment


def _shown(value: Any) -> Any:
    """A text with nothing in it that steers or hides what a reader sees, but line breaks; anything else as it is."""
    return "\n".join(map(escape, value.split("\n"))) if type(value) is str else value
