"""What a pointer rests on, explained in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from vendorlint.lsp.outline import keys_at, word_at
from vendorlint.lsp.pages import fact_page, rule_page
from vendorlint.lsp.problems import Problem, contains
from vendorlint.lsp.query import Query

RULE_LINE = "\n\n---\n\n"  # between two pages


def hover(query: Query, problems: Iterable[Problem]) -> str | None:
    """The pages to show at a place; `problems` are those that the file's margin shows. None for nothing to say.

    In a contract: of the rules that found something there. In a facts file: of the fact that is named there, and of those
    rules. In other files: of the rule or the fact whose id stands there.
    """
    known, lines, place = query.known, query.lines, query.place
    infos = known.project.facts.infos
    if query.kind in {"facts", "terms"}:
        fact = ".".join(keys_at(lines, place[0])[1:]) if query.kind == "facts" else ""
        codes = dict.fromkeys(problem.code for problem in problems if contains(problem.region, place))
        names = [fact, *codes]
    else:
        names = [word_at(lines, *place)]
    pages = [rule_page(known.rules[name]) for name in names if name in known.rules]
    facts = [fact_page(infos[name], known.rules) for name in names if name in infos]
    return RULE_LINE.join([*facts, *pages]) or None
