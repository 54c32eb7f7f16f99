"""What to change in modules of the subset so that all of them can stand in one module, under names that nobody else has.

A server compiles everything that it holds with each module that it is given, so that eighty cost eighty times as much as one. In one
module a rule `deny` of the package vendorlint.rules.x is called `rules.x.deny`, and each name says where it leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vendorlint.engines.subset.names import DATA, ROOT, World
from vendorlint.engines.subset.syntax import Reference, RuleSyntax, Tree

RUN = "\0"  # stands where the part of a name goes that is this pack's alone
_COMMENT = re.compile(rb'"(?:\\.|[^"\\\n])*"|`[^`]*`|(#[^\n]*)')

Edit = tuple[int, int, str]  # the bytes from and to, and what stands there then


def edits(known: World, tree: Tree) -> list[Edit]:
    """The edits of a module, in its order; none overlaps another, and the lines stay."""
    return sorted({*_dropped(tree), *(edit for rule in tree.rules for edit in _of_rule(known, tree, rule))})


def _dropped(tree: Tree) -> Iterator[Edit]:
    """The package and the imports, which one module has once, and comments, which a server would read as its own metadata."""
    yield from ((start, end, "") for start, end in tree.declarations)
    yield from ((*found.span(1), "") for found in _COMMENT.finditer(tree.source) if found[1])


def _of_rule(known: World, tree: Tree, rule: RuleSyntax) -> Iterator[Edit]:
    yield rule.name_start, rule.name_start, ".".join(_unique(("data", *tree.package))[2:]) + "."
    for found in (*rule.found.references, *(call.function for call in rule.found.calls)):
        if found.head not in rule.locals:
            yield from _of_reference(known, tree, found)


def _of_reference(known: World, tree: Tree, found: Reference) -> Iterator[Edit]:
    package = ("data", *tree.package)
    if found.head == "data":
        for name, start in found.fields[-1:] if _is_data(found) else found.fields[:-3:-1]:
            end = start + len(name.encode())
            yield end, end, RUN
    elif found.head in tree.imports:
        path = _unique(tree.imports[found.head][0])
        yield found.start, found.start + len(found.head.encode()), ".".join(path)
    elif found.head in known.packages[package]:
        yield found.start, found.start, ".".join(_unique(package)) + "."


def _is_data(found: Reference) -> bool:
    return found.path[:1] == DATA[1:]


def _unique(path: tuple[str, ...]) -> tuple[str, ...]:
    """A whole path, with the names that are another one on the server as they are there."""
    if path[:1] != ROOT[:1]:
        return path
    changed = 3 if path[:2] == ROOT else 2
    return (path[0], *(f"{name}{RUN}" for name in path[1:changed]), *path[changed:])
