"""Elements of a page as plain data, so that a text in them never is markup: an HTML page and a script make the same of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markupsafe import Markup

VOID = frozenset({"br"})


@dataclass(frozen=True, slots=True)
class Element:
    """`tag` and the names of `attributes` are ours; what they hold, and all else, may come from a contract."""

    tag: str
    attributes: Mapping[str, str | int]
    children: tuple[Element | str, ...] = ()


Node = Element | str


def as_html(nodes: Iterable[Node]) -> Markup:
    """HTML in which every text is escaped."""
    from markupsafe import Markup

    return Markup("").join(map(_html, nodes))


def _html(node: Node) -> Markup:
    from markupsafe import Markup, escape

    if isinstance(node, str):
        return escape(node)
    attributes = Markup("").join(Markup(' {}="{}"').format(*each) for each in node.attributes.items())
    start = Markup(f"<{node.tag}") + attributes + Markup(">")  # noqa: S704 - tags are ours
    return start if node.tag in VOID else start + as_html(node.children) + Markup(f"</{node.tag}>")  # noqa: S704


def as_data(nodes: Iterable[Node]) -> list[Any]:
    """The same as JSON has it: a text, or `[tag, attributes, child, ...]`."""
    return [
        node if isinstance(node, str) else [node.tag, dict(node.attributes), *as_data(node.children)] for node in nodes
    ]


def has_words(nodes: Iterable[Node]) -> bool:
    """Whether there is anything to be seen."""
    return any(text.strip() for text in texts(nodes))


def texts(nodes: Iterable[Node]) -> Iterator[str]:
    """All texts, in their order."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from texts(node.children)


def joined(nodes: Iterable[Node]) -> list[Node]:
    """The same with neighbours that look alike as one."""
    out: list[Node] = []
    for node in nodes:
        last = out[-1] if out else None
        if isinstance(node, str) and isinstance(last, str):
            out[-1] = last + node
        elif isinstance(node, Element) and isinstance(last, Element) and _alike(node, last):
            out[-1] = Element(node.tag, node.attributes, tuple(joined((*last.children, *node.children))))
        else:
            out.append(node)
    return out


def _alike(one: Element, other: Element) -> bool:
    return one.tag == other.tag and one.attributes == other.attributes
