"""Every cue of every group does what its example shows, and what a group is compiled to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from vendorlint_extractor.language.cues import (
    NEVER,
    Pair,
    document_cues,
    joined,
    naming_cues,
    read_cues,
    sentence_cues,
)
from vendorlint_extractor.language.language import languages
from vendorlint_extractor.language.macros import expand_macros

from .make import EN, FR

# How many cues each group has: one that is taken away takes its example along.
COUNTS = {
    "en doubts.named": 1,
    "en doubts.cited": 5,
    "en doubts.idle": 2,
    "en doubts.turned": 16,
    "en doubts.defines": 1,
    "en doubts.twisted": 6,
    "en doubts.about.ai.training.customer_content": 16,
    "en doubts.about.ai.training.third_parties": 1,
    "en doubts.about.data.sale": 8,
    "en doubts.about.licence.purposes": 2,
    "en doubts.about.licence.ownership_retained": 1,
    "en doubts.about.data.deletion_on_termination": 3,
    "en doubts.about.data.retention_days": 2,
    "en doubts.about.data.breach_notice_hours": 3,
    "en doubts.about.data.breach_notice": 3,
    "en doubts.about.data.subprocessor_authorisation": 1,
    "en doubts.about.data.subprocessor_objection": 3,
    "en doubts.about.data.subprocessor_liability": 1,
    "en doubts.about.data.role": 2,
    "en doubts.about.data.location": 4,
    "en doubts.about.data.advertising": 6,
    "en doubts.about.sla.uptime_percent": 3,
    "en doubts.about.sla.credits": 1,
    "en doubts.about.indemnity.by_vendor": 2,
    "en doubts.about.warranty.disclaimed": 1,
    "en doubts.about.change.unilateral": 3,
    "en doubts.about.change.acceptance": 1,
    "en doubts.about.assignment.vendor_without_consent": 2,
    "en doubts.about.term.auto_renewal": 2,
    "en doubts.about.term.price_change": 3,
    "en doubts.about.termination.customer_convenience": 2,
    "en doubts.about.ai.output_ownership": 1,
    "en doubts.about.payment.days": 2,
    "en doubts.about.data.audit": 3,
    "en doubts.about.data.instructions_only": 2,
    "en doubts.about.data.subprocessor_notice_days": 1,
    "en doubts.about.liability.cap_months": 2,
    "en doubts.about.term.price_cap_percent": 1,
    "en doubts.about.security.encryption": 1,
    "en doubts.about.data.personnel_confidentiality": 1,
    "en doubts.about.dispute.venue": 1,
    "fr doubts.named": 1,
    "fr doubts.cited": 2,
    "fr doubts.idle": 2,
    "fr doubts.turned": 11,
    "fr doubts.defines": 1,
    "fr doubts.twisted": 3,
    "fr doubts.about.ai.training.customer_content": 8,
    "fr doubts.about.data.sale": 4,
    "fr doubts.about.data.advertising": 4,
    "fr doubts.about.data.instructions_only": 2,
    "fr doubts.about.data.location": 3,
    "fr doubts.about.data.breach_notice": 1,
    "fr doubts.about.data.breach_notice_hours": 2,
    "fr doubts.about.data.deletion_on_termination": 2,
    "fr doubts.about.liability.cap_months": 4,
    "fr doubts.about.term.price_change": 1,
    "fr doubts.about.term.auto_renewal": 1,
    "fr doubts.about.change.unilateral": 1,
    "fr doubts.about.licence.publicity": 2,
    "fr doubts.about.assignment.vendor_without_consent": 2,
    "fr doubts.about.data.retention_days": 1,
    "fr doubts.about.data.audit": 3,
    "fr doubts.about.termination.customer_convenience": 1,
    "fr doubts.about.data.subprocessor_liability": 1,
    "fr doubts.about.licence.sublicensable": 1,
    "fr doubts.about.data.subprocessor_notice_days": 1,
    "fr naming.joined": 1,
    "fr naming.unbranded": 1,
    "fr naming.branded": 4,
    "fr naming.explained": 2,
    "en naming.joined": 1,
    "en naming.unbranded": 1,
    "en naming.branded": 5,
    "en naming.explained": 1,
    "fr exceptions.kinds": 1,
    "en exceptions.kinds": 2,
    "fr framing": 1,
    "en framing": 1,
    "fr carrying": 2,
    "fr annexed": 1,
    "fr listing": 1,
    "en carrying": 4,
    "en annexed": 1,
    "en listing": 1,
    "fr exceptions.gainful": 2,
    "en exceptions.gainful": 2,
    "fr asking.turned": 3,
    "fr asking.affirmed": 1,
    "fr asking.denied": 1,
    "fr asking.kept": 1,
    "fr asking.first": 1,
    "fr asking.second": 1,
    "en asking.turned": 3,
    "en asking.affirmed": 1,
    "en asking.denied": 1,
    "en asking.kept": 1,
    "en asking.first": 1,
    "en asking.second": 1,
    "fr hollow.narrowed": 1,
    "en hollow.narrowed": 1,
    "en ranking.prevails": 4,
    "en ranking.follows": 4,
    "en ranking.yields": 5,
    "en ranking.lifts": 1,
    "en ranking.governs": 1,
    "en ranking.case": 2,
    "en defining": 1,
    "en noted": 2,
    "en entitling": 2,
    "en predicate": 8,
    "en verb_wanted": 2,
    "en document_types.dpa": 11,
    "en document_types.privacy_policy": 1,
    "en document_types.order_form": 1,
    "en document_types.sla": 2,
    "en document_types.acceptable_use": 3,
    "en document_types.ai_terms": 1,
    "en document_types.commercial_agreement": 7,
    "en document_types.other": 1,
    "en document_types.terms_of_service": 6,
    "en incorporation": 17,
    "en binding": 1,
    "en binding_behind": 1,
    "en linked": 2,
    "en itself": 2,
    "en elsewhere": 11,
    "en elsewhere_behind": 6,
    "en standing.said": 8,
    "en standing.title": 1,
    "en standing.over": 1,
    "en standing.between": 1,
    "fr standing.over": 1,
    "fr standing.between": 1,
    "fr standing.said": 6,
    "fr standing.title": 1,
    "en references.dpa": 2,
    "en references.privacy_policy": 1,
    "en references.sla": 3,
    "en references.acceptable_use": 4,
    "en references.ai_terms": 1,
    "en references.order_form": 1,
    "en references.baa": 2,
    "en references.specific_terms": 2,
    "en references.other": 3,
    "en references.terms_of_service": 1,
    "en conditional_lead": 19,
    "en asides.auxiliary": 2,
    "en asides.verb": 1,
    "en asides.opening": 1,
    "en asides.resumed": 1,
    "en asides.object": 1,
    "en asides.main": 2,
    "en asides.included": 1,
    "en asides.frame": 1,
    "en hollow.here": 36,
    "en hollow.behind": 22,
    "en hollow.struck": 1,
    "en hollow.cites": 1,
    "en hollow.voided": 18,
    "en hollow.empty": 3,
    "en hollow.foreign": 1,
    "fr hollow.cites": 1,
    "fr hollow.voided": 11,
    "fr hollow.empty": 1,
    "fr hollow.foreign": 1,
    "en exceptions.noticed": 1,
    "en exceptions.afresh": 1,
    "en hinging.before": 3,
    "en hinging.after": 1,
    "en hinging.unbound": 1,
    "en hinging.state": 2,
    "en hinging.case": 2,
    "en negation.cues": 38,
    "en naming.acts": 1,
    "en naming.controls": 1,
    "en naming.pronoun": 3,
    "fr naming.pronoun": 3,
    "en naming.processes": 2,
    "fr naming.controls": 1,
    "fr naming.processes": 1,
    "en naming.handles": 1,
    "en negation.stops": 15,
    "en negation.aside": 1,
    "en negation.condition": 1,
    "en negation.after": 4,
    "en negation.neutral": 26,
    "en actors.agent": 1,
    "en actors.fellow": 4,
    "en actors.grantee": 2,
    "en actors.relative": 6,
    "en actors.object": 1,
    "en actors.infinitive": 1,
    "en actors.imperative": 2,
    "en actors.partner": 1,
    "en actors.deed": 2,
    "en naming.between": 1,
    "en naming.company": 1,
    "en naming.hereinafter": 2,
    "en naming.parties": 1,
    "en naming.referring": 5,
    "en naming.alias": 3,
    "en naming.granted_to": 1,
    "en naming.called": 3,
    "en naming.own_name": 1,
    "en naming.registered": 1,
    "en naming.no_data_defined": 2,
    "en naming.contract": 4,
    "en naming.anybody": 1,
    "en naming.bracketed": 1,
    "en naming.contract_ends": 2,
    "en naming.together": 1,
    "en naming.next_party": 1,
    "en naming.hired": 2,
    "en naming.provides": 4,
    "en naming.takes": 3,
    "en naming.before_modal": 1,
    "en naming.entry": 1,
    "en naming.means": 2,
    "en naming.periods": 1,
    "en naming.values": 2,
    "en exceptions.opt_in": 17,
    "en exceptions.opt_out": 10,
    "en exceptions.unasked": 2,
    "en exceptions.chosen": 3,
    "en exceptions.otherwise": 2,
    "en exceptions.choice": 3,
    "en exceptions.limited": 34,
    "en exceptions.released": 12,
    "en exceptions.unlimited": 2,
    "en exceptions.spared": 2,
    "en exceptions.partial": 11,
    "en exceptions.follow_up": 21,
    "en exceptions.asked_first": 10,
    "en exceptions.deemed": 10,
    "fr ranking.prevails": 4,
    "fr ranking.follows": 2,
    "fr ranking.yields": 4,
    "fr ranking.lifts": 1,
    "fr ranking.governs": 1,
    "fr ranking.case": 2,
    "fr defining": 1,
    "fr noted": 2,
    "fr entitling": 3,
    "fr predicate": 6,
    "fr verb_wanted": 2,
    "fr document_types.dpa": 6,
    "fr document_types.privacy_policy": 2,
    "fr document_types.order_form": 1,
    "fr document_types.sla": 2,
    "fr document_types.acceptable_use": 1,
    "fr document_types.ai_terms": 1,
    "fr document_types.commercial_agreement": 6,
    "fr document_types.terms_of_service": 4,
    "fr incorporation": 10,
    "fr binding": 1,
    "fr binding_behind": 1,
    "fr linked": 1,
    "fr itself": 2,
    "fr elsewhere": 6,
    "fr elsewhere_behind": 4,
    "fr references.dpa": 3,
    "fr references.privacy_policy": 1,
    "fr references.sla": 2,
    "fr references.acceptable_use": 1,
    "fr references.ai_terms": 1,
    "fr references.order_form": 1,
    "fr references.specific_terms": 1,
    "fr references.other": 2,
    "fr references.terms_of_service": 2,
    "fr conditional_lead": 20,
    "fr asides.auxiliary": 2,
    "fr asides.verb": 1,
    "fr asides.opening": 1,
    "fr asides.resumed": 1,
    "fr asides.object": 1,
    "fr asides.main": 2,
    "fr asides.included": 1,
    "fr asides.frame": 1,
    "fr hollow.here": 25,
    "fr hollow.behind": 16,
    "fr hollow.struck": 1,
    "fr exceptions.noticed": 1,
    "fr exceptions.afresh": 1,
    "fr hinging.before": 3,
    "fr hinging.after": 1,
    "fr hinging.unbound": 1,
    "fr hinging.state": 2,
    "fr hinging.case": 3,
    "fr negation.cues": 22,
    "fr naming.acts": 1,
    "fr naming.handles": 1,
    "fr negation.stops": 20,
    "fr negation.aside": 1,
    "fr negation.condition": 1,
    "fr negation.after": 3,
    "fr negation.neutral": 21,
    "fr actors.imperative": 4,
    "fr actors.agent": 3,
    "fr actors.fellow": 3,
    "fr actors.grantee": 1,
    "fr actors.relative": 4,
    "fr actors.object": 1,
    "fr actors.infinitive": 2,
    "fr actors.partner": 1,
    "fr actors.deed": 1,
    "fr naming.between": 1,
    "fr naming.company": 1,
    "fr naming.hereinafter": 1,
    "fr naming.parties": 1,
    "fr naming.referring": 3,
    "fr naming.alias": 2,
    "fr naming.granted_to": 2,
    "fr naming.called": 2,
    "fr naming.own_name": 1,
    "fr naming.registered": 1,
    "fr naming.no_data_defined": 2,
    "fr naming.contract": 2,
    "fr naming.anybody": 1,
    "fr naming.bracketed": 1,
    "fr naming.contract_ends": 2,
    "fr naming.together": 1,
    "fr naming.next_party": 1,
    "fr naming.hired": 2,
    "fr naming.provides": 1,
    "fr naming.takes": 1,
    "fr naming.before_modal": 1,
    "fr naming.entry": 1,
    "fr naming.means": 2,
    "fr naming.periods": 1,
    "fr naming.values": 2,
    "fr exceptions.opt_in": 17,
    "fr exceptions.opt_out": 10,
    "fr exceptions.unasked": 2,
    "fr exceptions.chosen": 2,
    "fr exceptions.otherwise": 2,
    "fr exceptions.choice": 3,
    "fr exceptions.limited": 31,
    "fr exceptions.released": 9,
    "fr exceptions.unlimited": 2,
    "fr exceptions.spared": 1,
    "fr exceptions.partial": 12,
    "fr exceptions.follow_up": 15,
    "fr exceptions.asked_first": 6,
    "fr exceptions.deemed": 9,
}
TAILS = {
    "elsewhere": "$",
    "binding": r"[^.;:]{0,60}$",
    "conditional_lead": r"[\s,:(]*$",
    "verb_wanted": r"\W*$",
    "framing": "$",
    "naming.called": "$",
}
FLAGS = dict.fromkeys(("naming.between", "naming.no_data_defined", "noted", "defining"), re.IGNORECASE)


def groups(code: str) -> Iterator[tuple[str, Sequence[Mapping[str, str]]]]:
    """Each list of cues by the path of its key."""

    def found(raw: Mapping[str, Any], path: str) -> Iterator[tuple[str, Sequence[Mapping[str, str]]]]:
        for key, value in raw.items():
            if isinstance(value, dict):
                yield from found(value, f"{path}{key}.")
            elif isinstance(value, list) and value and isinstance(value[0], dict) and "example" in value[0]:
                yield f"{path}{key}", value

    return found(read_cues(code), "")


GROUPS = {(code, name): entries for code in languages() for name, entries in groups(code)}
ENTRIES = [
    pytest.param(*key, index, id=f"{key[0]}-{key[1]}-{index}")
    for key, entries in GROUPS.items()
    for index in range(len(entries))
]


@pytest.mark.parametrize(("code", "group", "index"), ENTRIES)
def test_the_example_is_this_cue_s_and_none_s_before(code: str, group: str, index: int) -> None:
    """Of those that match it the cue does so furthest to the left, and of those that do so there it is the first."""
    entry = GROUPS[code, group][index]
    assert entry.keys() - {"why"} == {"pattern", "example"}
    matches = {
        n: match.start() for n, cue in enumerate(compiled(code, group)) if (match := cue.search(entry["example"]))
    }
    assert index in matches, entry
    assert min(matches, key=lambda number: (matches[number], number)) == index, entry


@functools.cache
def compiled(code: str, group: str) -> list[re.Pattern[str]]:
    macros, tail = read_cues(code)["macros"], TAILS.get(group, "")
    sources = [f"(?:{expand_macros(code, macros, entry['pattern'])}){tail}" for entry in GROUPS[code, group]]
    return [re.compile(source, FLAGS.get(group, 0)) for source in sources]


def test_no_cue_is_lost() -> None:
    assert {f"{code} {name}": len(entries) for (code, name), entries in GROUPS.items()} == COUNTS


def test_joined() -> None:
    assert joined([{"pattern": "a b", "example": "a b"}, {"pattern": r"\bc", "example": "c"}]) == r"a b|\bc"


def test_never() -> None:
    assert not NEVER.search("")


@pytest.mark.parametrize(
    ("language", "text", "stops"),
    [
        (EN, "We may. You may.", [8]),
        (EN, "Do we? Yes! (No) We do.", [7, 12]),
        (EN, 'It is "ours." "Yours" too.', [14]),
        (EN, "This is 1.5 kg. 2 more.", [16]),
        (EN, "we do. they do", []),
        (EN, "We may; provided you agree; however small; nevertheless", [8, 28]),
        (FR, "Nous pouvons. À défaut ; however non; provided", [14]),
    ],
)
def test_where_sentences_end(language, text: str, stops: list[int]) -> None:
    assert [match.end() for match in language.sentences.stop.finditer(text)] == stops


@pytest.mark.parametrize(
    ("language", "text", "goes_on"),
    [
        *((EN, text, True) for text in ("a;", "a, ", "a. and ", "a: or ", "a; and/or (", "a,(")),
        *((EN, text, False) for text in ("a", "a and ", "a; but ", "a; et ")),
        *((FR, text, True) for text in ("a; et ", "a, ou (")),
        (FR, "a; and ", False),
    ],
)
def test_what_stands_before_the_next_item(language, text: str, goes_on: bool) -> None:
    assert bool(language.sentences.continues.search(text)) == goes_on


@pytest.mark.parametrize(
    ("language", "text", "is_conditional"),
    [
        (EN, "we may do so unless: (", True),
        (EN, "unless we", False),
        (EN, "we may do so provided that", True),
        (FR, "sauf si ", True),
        (FR, "sauf accord", False),
    ],
)
def test_lead_ins_of_conditions(language, text: str, is_conditional: bool) -> None:
    assert bool(language.sentences.conditional_lead.search(text)) == is_conditional


def entries(*patterns: str) -> list[dict[str, str]]:
    return [{"pattern": each, "example": each} for each in patterns]


def test_naming() -> None:
    raw = {
        "never_defined": ["law"],
        "naming": {
            "between": entries("^ et$"), "company": entries("(?P<form>SAS|Inc)"), "hereinafter": entries("h"), "called": entries("c", "d"), "alias": entries("a"), "granted_to": entries("g"), "referring": entries("i"), "own_name": entries("o"),
            "registered": entries("r"), "no_data_defined": entries("people"), "head": -1, "no_data": ["request"],
            "brand_after": ["use of"], "brand_before": ["app"], "data_behind": ["files"], "contract": entries("k"), "contract_ends": entries("l"), "together": entries("with"), "next_party": entries("and"), "hired": entries("hire "), "bracketed": entries("z"), "anybody": entries("y"), "provides": entries("v"),
            "takes": entries("t"), "handles": entries("x"), "no_party": ["deed"], "controls": entries("n"), "processes": entries("q"), "pronoun": entries("u"), "gives_role": ["smith"], "takes_role": ["buyer"], "either_side": ["bank"], "acts": entries("w"), "pairs": [{"vendor": ["operator"], "customer": ["lea"]}], "sellers": ["crier"], "customers": ["tenant"], "counterparts": ["ally"], "articles": ["the"], "name_articles": ["de"], "silent_articles": ["that"], "periods": entries("period"), "values": entries("cap"), "parties": entries("p"), "before_modal": entries("b"),
            "entry": entries("e"), "means": entries("m"), "explained": entries("ee"), "branded": entries("bb"), "unbranded": entries("ub"), "joined": entries("j"), "name_endings": ["ai"], "first_person": ["we"],
            "second_person": ["you"], "not_a_name": ["the"], "not_a_name_begins": ["agreement"],
        },
    }  # fmt: skip
    naming = naming_cues(raw)
    assert naming.between.match(" ET")
    assert not naming.company.search("inc")
    assert naming.company.search("Inc")
    assert [naming.parties.pattern, naming.before_modal.pattern, naming.entry.pattern, naming.means.pattern] == [
        "p",
        "b",
        "e",
        "m",
    ]
    assert [naming.name_endings, naming.first_person, naming.second_person, naming.not_a_name] == [
        {"ai"},
        {"we"},
        {"you"},
        {"the"},
    ]
    assert (naming.called.pattern, naming.own_name.pattern, naming.registered.pattern) == ("(?:c|d)$", "o", "r")
    assert (naming.alias.pattern, naming.granted_to.pattern, naming.referring.pattern) == ("a", "g", "i")
    assert naming.no_data_defined.match("People")
    assert naming.together.search("WITH")
    assert naming.next_party.search("AND")
    assert naming.hired.search("we HIRE ")
    assert not naming.hired.search("hire us")
    assert [naming.contract.pattern, naming.contract_ends.pattern, naming.provides.pattern, naming.takes.pattern] == [
        "k",
        "l",
        "v",
        "t",
    ]
    assert (naming.either_side, naming.sellers, naming.customers, naming.counterparts, naming.articles) == (
        {"bank"},
        ("crier",),
        ("tenant",),
        ("ally",),
        ("the",),
    )
    assert (naming.gives_role, naming.takes_role) == ({"smith"}, {"buyer"})
    assert naming.handles.pattern == "x"
    assert (naming.no_party, naming.controls.pattern, naming.processes.pattern, naming.pronoun.pattern) == (
        {"deed"},
        "n",
        "q",
        "u",
    )
    assert (naming.acts.pattern, naming.pairs) == ("w", (Pair(("operator",), ("lea",)),))
    assert naming.capitalised == {"bank", "operator", "lea"}
    assert naming.name_articles == {"de"}
    assert naming.silent_articles == {"that"}
    assert (naming.bracketed.pattern, naming.anybody.pattern) == ("z", "y")
    assert naming.periods.pattern == "period"
    assert (naming.head, naming.no_data, naming.brand_after, naming.brand_before, naming.data_behind) == (
        -1,
        {"request"},
        ("use of",),
        ("app",),
        ("files",),
    )
    assert (naming.not_a_name_begins, naming.never_defined) == (("agreement",), {"law"})


def test_sentences_without_openers() -> None:
    raw = {
        "clause_openers": [],
        "conjunctions": ["y"],
        "conditional_lead": entries("si"),
        "abbreviations": ["sr"],
        "before_figure": ["num"],
        "sentence_openers": ["el"],
        "labelled": ["anexo"],
        "little": ["de"],
        "defining": entries("d"),
        **{each: entries(each) for each in ("carrying", "annexed", "listing", "framing")},
        "noted": entries("n"),
        "predicate": entries("es"),
        "entitling": entries("puede"),
        "verb_wanted": entries("de"),
    }
    cues = sentence_cues(raw)
    assert not cues.stop.search("a; provided")
    assert cues.continues.search("a; y ")
    assert (cues.abbreviations, cues.before_figure, cues.labelled, cues.little) == ({"sr"}, {"num"}, {"anexo"}, {"de"})
    assert cues.sentence_openers == {"el"}
    assert cues.defining.match("D")
    assert cues.noted.match("N")
    assert cues.predicate.search("es")
    assert cues.entitling.search("puede")
    assert cues.verb_wanted.search("derecho de:")
    assert not cues.verb_wanted.search("de todo:")


def test_documents_keep_their_order() -> None:
    documents = document_cues(
        {
            "document_types": {"dpa": entries("d")},
            "references": {"sla": entries("s")},
            **{
                key: entries(key)
                for key in (
                    "incorporation",
                    "linked",
                    "binding",
                    "binding_behind",
                    "itself",
                    "elsewhere",
                    "elsewhere_behind",
                )
            },
        }
    )
    assert (documents.types["dpa"].pattern, documents.references["sla"].pattern, documents.incorporation.pattern) == (
        "d",
        "s",
        "incorporation",
    )
    around = (
        documents.linked,
        documents.binding,
        documents.binding_behind,
        documents.itself,
        documents.elsewhere,
        documents.elsewhere_behind,
    )
    assert [cue.pattern for cue in around] == [
        "linked",
        r"(?:binding)(?:\s++|[^\s.;:]){0,80}$",
        "binding_behind",
        "(?:itself)$",
        "(?:elsewhere)$",
        "elsewhere_behind",
    ]
