"""Recursion: an error at load in OPA, and the end of the process in the embedded engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vendorlint.engines.subset.names import RuleName, World, resolve
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
            needed = (resolve(known, tree, rule, reference).rule for reference in references)
            graph.setdefault(name, set()).update(other for other in needed if other)
    for cycle in _cycles(graph):
        tree, start = places[cycle[0]]
        yield tree.fault(start, f"recursion: {' -> '.join(name for _, name in (*cycle, cycle[0]))}")


def _cycles(graph: Graph) -> Iterator[tuple[RuleName, ...]]:
    """One cycle for each start that leads back to a rule on its own path."""
    done: set[RuleName] = set()
    for start in graph:
        path: list[RuleName] = []
        stack = [(start, iter(sorted(graph[start])))] if start not in done else []
        done.add(start)
        path.extend(name for name, _ in stack)
        while stack:
            following = next(stack[-1][1], None)
            if following is None:
                stack.pop()
                path.pop()
            elif following in path:
                yield tuple(path[path.index(following) :])
            elif following not in done:
                done.add(following)
                stack.append((following, iter(sorted(graph.get(following, ())))))
                path.append(following)
