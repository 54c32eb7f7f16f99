"""Words that may stand at the cursor in a file that people write: ids, names of packs, and what its schema allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vendorlint.facts.wording import value_words
from vendorlint.lsp.knowledge import Knowledge
from vendorlint.lsp.outline import ITEM, Spot, spot_at
from vendorlint.lsp.pages import fact_page, rule_page
from vendorlint.lsp.query import Query
from vendorlint.lsp.workspace import Kind
from vendorlint.policy.mandatory import OFF
from vendorlint.schemas.schema import schema

SCHEMAS: Mapping[Kind, str] = {
    "config": "config",
    "policy": "policy",
    "waivers": "waivers",
    "vendor": "vendor",
    "facts": "facts",
    "definition": "fact",
}
UNIONS = ("EEA", "UK")  # regions that no vendor need have for somebody to mean them


@dataclass(frozen=True, slots=True)
class Completion:
    """A word for the cursor. `text` replaces what stands between `column` (from 1) and the cursor; `page` is Markdown."""

    label: str
    text: str
    column: int
    detail: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class _Suggestion:
    word: str
    detail: str = ""
    page: str = ""


def complete(query: Query) -> list[Completion]:
    """The words that may stand before a place of a file; an empty list in a comment, and where nothing is known."""
    line, column = query.place
    spot = spot_at(query.lines, line, column)
    if query.kind not in SCHEMAS or spot is None:
        return []
    found = _named(query, spot)
    if found is None:
        found = _from_schema(query.kind, spot, query.known)
    if query.kind == "policy" and spot.path == ("requirements",):
        there = {text.partition(":")[0].strip() for number, text in enumerate(query.lines, start=1) if number != line}
        found = (each for each in found if each.word not in there)
    after = query.lines[line - 1][column - 1 :] if line <= len(query.lines) else ""
    colon = ": " if spot.is_key and (spot.path[-1:] != (ITEM,) or query.kind == "waivers") and ":" not in after else ""
    return [Completion(each.word, f"{each.word}{colon}", spot.column, each.detail, each.page) for each in found]


def _named(query: Query, spot: Spot) -> Iterable[_Suggestion] | None:  # noqa: PLR0911 - a table
    """The names of things that may stand at a spot, or None where the schema says all there is to say."""
    known = query.known
    match query.kind, spot.path:
        case ("policy", ("requirements",)) | ("waivers", (_, _, "rule")) | ("policy", ("covers", _, "rules", _)):
            return (_Suggestion(rule.id, rule.title, rule_page(rule)) for rule in known.rules.values())
        case ("policy", ("requirements", _)) if not spot.is_key:
            return [_Suggestion(OFF, "turns the rule off")]
        case ("policy", ("requirements", rule, "params")) if spot.is_key and rule in known.rules:
            return (
                _Suggestion(name, f"default: {value_words(value)}") for name, value in known.rules[rule].params.items()
            )
        case ("policy", ("extends", _)) | ("config", ("policy", *_)):
            return map(_Suggestion, known.policies(query.path.parent))
        case ("waivers", (_, _, "fact")):
            return (
                _Suggestion(fact.id, fact.title, fact_page(fact, known.rules))
                for fact in known.project.facts.infos.values()
            )
        case ("waivers", (_, _, "vendor")):
            return map(_Suggestion, known.vendor_ids())
        case ("vendor", ("customer", "region") | ("customer", "region", _)):
            named = (each for one in known.vendors() for each in one.customer.regions)
            return map(_Suggestion, dict.fromkeys([*UNIONS, *named]))
    return None


def _from_schema(kind: Kind, spot: Spot, known: Knowledge) -> Iterator[_Suggestion]:
    """The keys that a mapping may have, or the values that are listed for a key or an item."""
    root = known.project.facts.schema.content if kind == "facts" else schema(SCHEMAS[kind])
    node: Mapping[str, Any] = _whole(root, root)
    for key in spot.path:
        inner = node.get("items") if key == ITEM else _property(node, key)
        node = _whole(inner, root) if isinstance(inner, Mapping) else {}
    if spot.is_key and "properties" in node:
        for key, value in node["properties"].items():
            yield _Suggestion(key, _whole(value, root).get("description", ""))
    elif not spot.is_key or spot.path[-1:] == (ITEM,):
        values = node.get("enum", [True, False] if node.get("type") == "boolean" else [])
        yield from (_Suggestion(value if isinstance(value, str) else str(value).lower()) for value in values)


def _property(node: Mapping[str, Any], key: str) -> Any:
    return node.get("properties", {}).get(key, node.get("additionalProperties"))


def _whole(node: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema with what it refers to and all parts of it."""
    if "$ref" in node:
        return _whole(root["definitions"][node["$ref"].rpartition("/")[2]], root)
    whole: dict[str, Any] = {}
    for part in (*(_whole(each, root) for each in node.get("allOf", ())), node):
        whole |= {**part, "properties": whole.get("properties", {}) | part.get("properties", {})}
    if not whole["properties"]:
        del whole["properties"]
    return whole
