"""Where a module names the roots `vendorlint` and `vendorlint_data`, for an engine that has to rename them."""

from __future__ import annotations

from collections.abc import Iterator

from vendorlint.engines.subset.syntax import Reference, Tree


def root_ends(tree: Tree) -> list[int]:
    """The bytes after each name of a root, in the package, imports and references of a module of the subset."""
    package = tree.package_name
    return sorted({package.start + len(package.head.encode()), *_after_data(tree)})


def _after_data(tree: Tree) -> Iterator[int]:
    references: list[Reference] = [name for _, name in tree.imports.values()]
    for rule in tree.rules:
        references += rule.found.references
        references += (call.function for call in rule.found.calls)
    for found in references:
        if found.head == "data":
            name, start = found.fields[-1]  # the outermost comes first
            yield start + len(name.encode())
