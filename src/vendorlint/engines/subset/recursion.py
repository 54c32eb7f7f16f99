"""Recursion: an error at load in OPA, and the end of the process in the embedded engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vendorlint.engines.subset.names import RuleName, World, meaning_of
from vendorlint.engines.subset.syntax import Fault, Tree

Graph = Mapping[RuleName, set[RuleName]]


def check_recursion(known: World, trees: Sequence[Tree]) -> Iterator[Fault]:
    """An error for the first rule of each cycle of rules and functions that need one another."""
    graph: dict[RuleName, set[RuleName]] = {}
    places: dict[RuleName, tuple[Tree, int]] = {}
    for tree in trees:
        for rule in tree.rules:
            name = (("data", *tree.package), rule.name)
            places.setdefault(name, (tree, rule.start))
            references = [*rule.found.references, *(call.function for call in rule.found.calls)]
            needed = (meaning_of(known, tree, rule, reference).rule for reference in references)
            graph.setdefault(name, set()).update(other for other in needed if other)
    for cycle in _cycles(graph):
        tree, start = places[cycle[0]]
        yield tree.fault(start, f"recursion: {' -> '.join(name for _, name in (*cycle, cycle[0]))}")


def _cycles(graph: Graph) -> Iterator[tuple[RuleName, ...]]:
    """A cycle for each reference that leads back to a rule on its own path, by a search in depth."""
    seen: set[RuleName] = set()
    for start in graph:
        if start in seen:
            continue
        seen.add(start)
        path = {start: iter(sorted(graph[start]))}  # in the order of the path, with what is still to be followed
        while path:
            last = next(reversed(path))
            following = next(path[last], None)
            if following is None:
                del path[last]
            elif following in path:
                names = list(path)
                yield tuple(names[names.index(following) :])
            elif following not in seen:
                seen.add(following)
                path[following] = iter(sorted(graph[following]))
