"""HTML pages: one file that opens offline, and runs nothing but what its policy names."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint import __version__
from vendorlint.unsafe import escape

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

TEMPLATES = Path(__file__).parents[1] / "templates"


def template(folder: Path, name: str) -> Template:
    """A template, with the filter `shown` for texts in which nothing may steer or hide what a reader sees."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shown"] = escape
    environment.filters["breakable"] = _breakable
    return environment.get_template(name)


def _breakable(text: str) -> Markup:
    """An identifier, escaped, that may be broken where its words end, and nowhere else."""
    from markupsafe import Markup

    return Markup("<wbr>").join(re.split(r"(?<=[._/])", escape(text)))


def page(name: str, /, **shown: Any) -> str:
    """A page without scripts, from the template and the style of a name."""
    style = (TEMPLATES / f"{name}.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
    return template(TEMPLATES, f"{name}.html.jinja").render(version=__version__, style=style, policy=policy, **shown)


def digest(text: str) -> str:
    """Names an inline style or script in a Content-Security-Policy."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
