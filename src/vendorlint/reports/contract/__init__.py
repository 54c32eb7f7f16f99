"""A contract as people read it: headings, lists and tables, with clauses marked in their places, and none of its markup run."""

from __future__ import annotations

from pathlib import Path

STYLE = Path(__file__).with_name("contract.css")  # of the elements; colours are the page's
