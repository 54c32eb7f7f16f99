"""Rego as the checks read it: modules, rules, references and calls, from regorus' syntax tree.

A node of the tree is {"Kind": {...}}, and `span.start` is the byte at which it begins; regorus' own columns count a tab
as four. Named tuples rather than dataclasses: this runs in the worker, where importing `dataclasses` would double the
time to start.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Node = dict[str, Any]
Fault = tuple[str, int, int, str]

# The kinds that the checks look for. References and calls have tuples of their own.
KINDS = frozenset(("AssignExpr", "SomeIn", "SomeVars", "Every", "Expr", "NotExpr", "Membership"))


class Reference(NamedTuple):
    """`head.a["b"][x]`: the path is ("a", "b", None), None where the key is computed; `fields` come after a dot."""

    head: str
    path: tuple[str | None, ...]
    start: int
    fields: tuple[tuple[str, int], ...]
    indices: tuple[Node, ...]


class Call(NamedTuple):
    """A call; its function is a reference."""

    function: Reference
    arguments: tuple[Node, ...]
    start: int

    @property
    def name(self) -> str:
        """As it stands in the text: `startswith`, `object.get`, `fact.value`."""
        return ".".join((self.function.head, *(part or "" for part in self.function.path)))


class Found(NamedTuple):
    """All that one rule holds, in no particular order."""

    references: list[Reference]
    calls: list[Call]
    modifiers: list[Node]
    nodes: dict[str, list[Node]]


class RuleSyntax(NamedTuple):
    """One definition of a rule or function, and where its name stands. `head` is Compr, Set, Func or Default; `arity` is None for
    no function."""

    name: str
    head: str
    arity: int | None
    start: int
    name_start: int
    node: Node
    found: Found
    locals: frozenset[str]


class Tree(NamedTuple):
    """One module. `imports` has by alias the whole path, and where it stands; `declarations` the bytes of the package and of all
    imports."""

    path: str
    source: bytes
    package: tuple[str, ...]
    package_name: Reference
    imports: dict[str, tuple[tuple[str, ...], Reference]]
    rules: tuple[RuleSyntax, ...]
    declarations: tuple[tuple[int, int], ...]

    def fault(self, start: int, message: str) -> Fault:
        """An error at a byte of the source, with its line and column in characters, from 1."""
        line_start = self.source.rfind(b"\n", 0, start) + 1
        column = len(self.source[line_start:start].decode(errors="replace")) + 1
        return self.path, self.source.count(b"\n", 0, start) + 1, column, message


def read_tree(document: Node) -> Tree:
    """From one entry of `Engine.get_ast_as_json`."""
    source = document["source"]["contents"].encode()
    syntax = document["ast"]
    package = reference(syntax["package"]["refr"])
    imports = {}
    for entry in syntax["imports"]:
        name = reference(entry["refr"])
        path = _path(name)
        imports[_text(source, entry["as"]) if entry.get("as") else path[-1]] = path, name
    return Tree(
        path=document["source"]["file"],
        source=source,
        package=_path(package),
        package_name=package,
        imports=imports,
        rules=tuple(_rule(source, rule) for rule in syntax["rules"]),
        declarations=tuple(
            (each["span"]["start"], each["span"]["end"]) for each in (syntax["package"], *syntax["imports"])
        ),
    )


def reference(node: Node) -> Reference:
    """A chain of RefDot and RefBrack down to its variable; a head that is no variable (a call) is named ''."""
    path: list[str | None] = []
    fields: list[tuple[str, int]] = []
    indices: list[Node] = []
    start = start_of(node)
    while True:
        ((kind, content),) = node.items()
        if kind == "RefDot":
            span, name = content["field"]
            path.append(name)
            fields.append((name, span["start"]))
        elif kind == "RefBrack":
            index = content["index"]
            text = index.get("String") or index.get("RawString")
            path.append(text["value"] if text else None)
            if not text:
                indices.append(index)
        else:
            break
        node = content["refr"]
    head = content["value"] if kind == "Var" else ""
    if kind != "Var":
        indices.append(node)
    return Reference(head, tuple(reversed(path)), start, tuple(fields), tuple(indices))


def start_of(node: Node) -> int:
    """The byte at which an expression begins."""
    ((_, content),) = node.items()
    start: int = content["span"]["start"]
    return start


def search(*roots: object) -> Found:
    """Everything under some nodes."""
    found = Found([], [], [], {kind: [] for kind in KINDS})
    stack: list[object] = list(roots)
    while stack:
        node = stack.pop()
        if isinstance(node, list | tuple):
            stack.extend(node)
        elif isinstance(node, dict):
            for kind, content in node.items():
                if kind != "span" and isinstance(content, dict | list):
                    stack.extend(_enter(found, kind, content))
    return found


def _enter(found: Found, kind: str, content: Any) -> Iterator[object]:
    """Note a node, and give what to search under it."""
    if kind in ("Var", "RefDot", "RefBrack"):
        noted = reference({kind: content})
        found.references.append(noted)
        yield from noted.indices
    elif kind == "Call":
        call = Call(reference(content["fcn"]), tuple(content["params"]), content["span"]["start"])
        found.calls.append(call)
        yield from call.arguments
        yield from call.function.indices
    else:
        if kind in KINDS:
            found.nodes[kind].append(content)
        elif kind == "with_mods":
            found.modifiers.extend(content)
        yield content


def variables(*nodes: object) -> Iterator[str]:
    """The variables of patterns: of arguments, and of what stands left of `:=`."""
    for found in search(*nodes).references:
        if not found.path:
            yield found.head


def _rule(source: bytes, node: Node) -> RuleSyntax:
    ((kind, content),) = node.items()
    if kind == "Default":
        head, arguments = "Default", content["args"] or None
        name, parts = reference(content["refr"]), [content["value"]]
    else:
        ((head, described),) = content["head"].items()
        name, arguments = reference(described["refr"]), described.get("args")
        parts = [described.get("key"), described.get("assign"), content["bodies"], name.indices]
    found = search(arguments, *parts)
    bound = {*variables(arguments), *_bound(source, found)}
    arity = None if arguments is None else len(arguments)
    return RuleSyntax(name.head, head, arity, content["span"]["start"], name.start, content, found, frozenset(bound))


def _bound(source: bytes, found: Found) -> Iterator[str]:
    """The variables that a rule declares."""
    for assign in found.nodes["AssignExpr"]:
        if assign["op"] == "ColEq":
            yield from variables(assign["lhs"])
    for some in found.nodes["SomeIn"]:
        yield from variables(some["key"], some["value"])
    for declared in found.nodes["SomeVars"]:
        yield from (_text(source, span) for span in declared["vars"])
    for every in found.nodes["Every"]:
        yield from (_text(source, every[key]) for key in ("key", "value") if every[key])


def _path(found: Reference) -> tuple[str, ...]:
    return (found.head, *(part or "" for part in found.path))


def _text(source: bytes, span: Node) -> str:
    return source[span["start"] : span["end"]].decode()
