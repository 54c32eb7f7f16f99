"""What a second reader's word does to findings: it may add some, and takes none away that patterns' reading gives, unless the policy
accepts it where they are silent.

Rego judges twice where a model alone read something: with its word, and by what patterns read. Here the answers are put together as
the policy says, rule by rule; nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from vendorlint.choices import SEVERITIES, ModelOnly
from vendorlint.facts.file import FactNode, evidence_of, fact_node, sides
from vendorlint.facts.quotes import fold_space
from vendorlint.facts.readings import MODEL, MODEL_ONLY, READ_BY, Round, disagrees, is_model_only, rounds_of
from vendorlint.facts.wording import value_words
from vendorlint.findings.subjects import Subject
from vendorlint.policy.rules import Rule

UNCOUNTED = "uncounted"  # in an answer: that the model's word would have it away
QUOTED = 120  # characters of a clause in a note

Answers = Sequence[Mapping[str, Any]]


def together(heard: Answers, by_patterns: Answers, worth: Mapping[str, ModelOnly]) -> list[dict[str, Any]]:
    """The answers of all rules about one vendor, out of those with the model's word and those by patterns."""
    first, second = _by_key(heard), _by_key(by_patterns)
    found = []
    for key in sorted(first.keys() | second.keys()):
        answer = _one(first.get(key), second.get(key), worth.get(key[0], "review"))
        if answer is not None:
            found.append(answer)
    return sorted(found, key=lambda each: (each["rule"], each["fact"], each["msg"]))


def _by_key(answers: Answers) -> dict[tuple[str, str, int], Mapping[str, Any]]:
    """By rule and fact; a rule of a user's own may say several things of one."""
    found: dict[tuple[str, str, int], Mapping[str, Any]] = {}
    for each in answers:
        number = sum(1 for rule, fact, _ in found if (rule, fact) == (each["rule"], each["fact"]))
        found[each["rule"], each["fact"], number] = each
    return found


def _one(heard: Mapping[str, Any] | None, plain: Mapping[str, Any] | None, worth: ModelOnly) -> dict[str, Any] | None:
    if worth == "ignore":
        return None if plain is None else {**plain, UNCOUNTED: plain != heard}
    if worth == "accept" and (plain is None or plain["status"] == "silent"):
        return None if heard is None else dict(heard)
    if heard is None or (plain is not None and _gravity(plain) < _gravity(heard)):
        return None if plain is None else {**plain, UNCOUNTED: True}
    if plain is not None and plain["status"] == heard["status"] == "silent":  # by which baselines know it
        return {**plain, UNCOUNTED: plain != heard}
    return dict(heard)


def _gravity(answer: Mapping[str, Any]) -> int:
    """The gravest first."""
    return SEVERITIES.index(answer["severity"])


def read_by(result: Mapping[str, Any], subject: Subject, rule: Rule) -> str:
    """Who read what a finding is about, where a second reader did; an empty string where patterns alone did."""
    facts = dict.fromkeys((result["fact"], *rule.facts))
    nodes = {fact: fact_node(subject.facts["facts"], fact) for fact in facts}
    if result.get(UNCOUNTED):
        heard = [_heard(fact, node, subject) for fact, node in nodes.items() if node and _has_models_word(node)]
        told = "; ".join(heard) or "that the second reader agrees"
        return f"patterns; {told}, which does not count until a person confirms it"
    node = nodes[result["fact"]]
    return read_by_words(result["fact"], node, subject) if node else ""


def read_by_words(fact: str, node: FactNode, subject: Subject) -> str:
    """Who read a fact, with the model and the day, where a second reader did."""
    if READ_BY not in node:
        return ""
    who = _who(fact, subject)
    if disagrees(node):
        said = (f"{value_words(side['value'])} by {_readers(side)}" for side in sides(node))
        return f"the second reader ({who}) disagrees: {', '.join(said)}"
    alone = f"; {value_words(node[MODEL_ONLY])} by the second reader alone" if MODEL_ONLY in node else ""
    readers = (
        f"the second reader alone ({who})" if node[READ_BY] == [MODEL] else f"patterns and the second reader ({who})"
    )
    reviewed = node.get("review", {}).get("status") in ("confirmed", "overridden")
    confirmed = f", and confirmed by {node['review']['by']}" if reviewed else ""
    return f"{readers}{confirmed}{alone}"


def _readers(side: FactNode) -> str:
    return "the second reader" if side.get(READ_BY) == [MODEL] else "both" if READ_BY in side else "patterns"


def _has_models_word(node: FactNode) -> bool:
    return is_model_only(node) or disagrees(node) or MODEL_ONLY in node


def _heard(fact: str, node: FactNode, subject: Subject) -> str:
    own = [side for side in sides(node) if side.get(READ_BY) == [MODEL]] or [node]
    values = value_words(node[MODEL_ONLY]) if MODEL_ONLY in node else value_words(own[0]["value"])
    proof = list(evidence_of(own[0]))[-1:]
    quoted = "".join(
        f" in '{fold_space(each['quote'])[:QUOTED]}' ({each['document']}, line {each['lines'][0]})" for each in proof
    )
    return f"the second reader ({_who(fact, subject)}) reads {fact} as {values}{quoted}"


def _who(fact: str, subject: Subject) -> str:
    """The model that read a fact, and when."""
    names = dict.fromkeys(f"{each.model}, {each.date}" for each in _rounds(subject) if _about(each, fact))
    return "; ".join(names) or "a model"


def _rounds(subject: Subject) -> Iterator[Round]:
    yield from rounds_of(subject.facts)


def _about(each: Round, fact: str) -> bool:
    return any(reading.fact == fact for reading in each.readings)


def inputs_of(subjects: Iterable[Subject]) -> list[Mapping[str, Any]]:
    """What to judge: each subject's facts, then for those of which a model alone read something its facts by patterns."""
    listed = list(subjects)
    return [each.facts for each in listed] + [each.by_patterns for each in listed if each.by_patterns is not None]


def results_of(
    subjects: Sequence[Subject], answers: Sequence[list[dict[str, Any]]], worth: Mapping[str, ModelOnly]
) -> list[list[dict[str, Any]]]:
    """The answers about each subject, of those about `inputs_of` them."""
    rest = iter(answers[len(subjects) :])
    return [
        found if subject.by_patterns is None else together(found, next(rest), worth)
        for subject, found in zip(subjects, answers[: len(subjects)], strict=True)
    ]
