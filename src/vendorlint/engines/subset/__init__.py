"""The Rego subset that means the same in every engine, checked on regorus' syntax tree.

1. `import rego.v1`, no string interpolation, no keyword as a part of a reference, no recursion, all of `input` as an
   argument only in object.get(input, [...], default), all of `data` nowhere.
2. Only terms that always have a value under `not`, beside an `in` whose answer is used, in the head of a rule that adds
   to a set or object, and as a function's value before `else`.
3. sprintf with %v only, as many values as verbs.
4. Dates by time.parse_ns("2006-01-02", text).
5. regex.match with a literal pattern of ASCII classes.
6. The built-ins of rego/capabilities.json only.
7. `deny` is a set of objects without sets.
8. Each package once, vendorlint.rules.<rule> or vendorlint.lib.<library>, spelled with dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from vendorlint.engines.subset.calls import check_calls, check_modifiers
from vendorlint.engines.subset.joined import Edit, edits
from vendorlint.engines.subset.names import check_names, world
from vendorlint.engines.subset.partial import check_partial
from vendorlint.engines.subset.reads import Reads, reads_of
from vendorlint.engines.subset.recursion import check_recursion
from vendorlint.engines.subset.shape import check_packages, check_shape
from vendorlint.engines.subset.syntax import Fault, Tree

if TYPE_CHECKING:
    from vendorlint.errors import InputError
    from vendorlint.policy.rules import Module


def check_subset(modules: Sequence[Module]) -> list[InputError]:
    """What is wrong with modules that belong together, in the order of path, line and column.

    They are read in the engine's worker process; raises EngineError where that fails. Modules that are no Rego give
    their syntax errors alone.
    """
    # The worker imports this package, and has no need of these.
    from vendorlint.engines.embedded import EmbeddedEngine
    from vendorlint.engines.limits import DEADLINE_SECONDS, MEMORY_MB
    from vendorlint.errors import InputErrors

    try:
        EmbeddedEngine(DEADLINE_SECONDS, MEMORY_MB).edits(modules)
    except InputErrors as errors:
        return list(errors.errors)
    return []


def faults_of(trees: Sequence[Tree], capabilities: Mapping[str, Any], packages: Mapping[str, str]) -> list[Fault]:
    """The same for modules that are read already, OPA's document of capabilities, and the packages by path as whoever loaded
    the modules read them."""
    return sorted(set(_faults(trees, capabilities, packages)))


def edits_of(trees: Sequence[Tree]) -> dict[str, list[Edit]]:
    """By the path of each module, what to change so that all can stand in one; for modules without a fault."""
    known = world(trees, {})
    return {tree.path: edits(known, tree) for tree in trees}


def reads_in(trees: Sequence[Tree]) -> dict[str, Reads]:
    """What the decision of each rule goes by, by the last name of its package; for modules without a fault."""
    return reads_of(world(trees, {}))


def _faults(trees: Sequence[Tree], capabilities: Mapping[str, Any], packages: Mapping[str, str]) -> Iterator[Fault]:
    yield from check_packages(trees, packages)
    known = world(trees, _arities(capabilities))
    for tree in trees:
        yield from check_shape(known, tree)
        for rule in tree.rules:
            for check in (check_names, check_calls, check_modifiers, check_partial):
                yield from check(known, tree, rule)
    yield from check_recursion(known, trees)


def _arities(capabilities: Mapping[str, Any]) -> dict[str, int]:
    """The built-ins that are called by name; operators are syntax."""
    builtins = capabilities["builtins"]
    return {builtin["name"]: len(builtin["decl"]["args"]) for builtin in builtins if "infix" not in builtin}
