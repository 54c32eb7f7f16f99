"""For whom clauses hold: read off titles, lines and conditions, in both languages; and each cue is needed."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vendorlint_extractor import Extractor, parse_document
from vendorlint_extractor.clauses.clause import Clause
from vendorlint_extractor.clauses.sentences import read_clauses
from vendorlint_extractor.language.language import Language, build_language
from vendorlint_extractor.language.scope_cues import read_scopes, scope_cues

EXTRACTOR = Extractor()
VENDORS = {
    "en": '# Plumeo Terms\n\nThese terms are between Plumeo Inc. ("Plumeo", "we", "us") and the customer ("you").\n\n',
    "fr": "# Conditions Plumeo\n\nEntre Plumeo SAS (« Plumeo », « nous ») et son client (« vous »), il est convenu ce qui suit.\n\n",
}
FILLER = {
    "en": "## 1. Terms\n\n" + "Words have the meaning that people in the trade give to them. " * 8 + "\n\n",
    "fr": "## 1. Termes\n\n" + "Les mots ont le sens que les gens du métier leur donnent. " * 8 + "\n\n",
}
DUTY = {"en": "Users shall hoist the sails.", "fr": "Les utilisateurs doivent lever les voiles."}
SAID = {"en": "The wind is in the sails.", "fr": "Le vent est dans les voiles."}


def clauses(text: str, code: str, language: Language | None = None, vendor: str = "") -> list[Clause]:
    document = parse_document(
        (vendor or VENDORS[code]) + FILLER[code] + text, path=Path("terms.md"), document_id="terms"
    )
    return read_clauses(document, language or EXTRACTOR.language(code))


def scopes_of(clause: Clause, offset: int) -> list[dict[str, str]]:
    return [scope.to_dict() for scope in clause.scopes_at(offset)]


def under(title: str, code: str) -> list[dict[str, str]]:
    """The scopes of a sentence under a title."""
    last = clauses(f"## {title}\n\n{SAID[code]}\n", code)[-1]
    return scopes_of(last, 0) if last.operative else []


def said(text: str, marked: str, code: str, language: Language | None = None) -> list[dict[str, str]]:
    """The scopes of some words of a text."""
    for clause in clauses(f"{text}\n", code, language):
        at = clause.text.find(marked, clause.own_start)
        if at >= 0:
            return scopes_of(clause, at)
    raise AssertionError(marked)


EVERYBODY: list[dict[str, str]] = [{}]
TITLES: list[tuple[str, str, list[dict[str, str]]]] = [
    # Regions, addressed or named alone; the vendor's home, Plumeo Inc.'s or Plumeo SAS's, is everybody's.
    ("en", "If you live in Brazil", [{"region": "BR"}]),
    ("en", "Additional terms for customers in the EEA, Switzerland and the UK", [{"region": r} for r in ("EEA", "CH", "UK")]),
    ("en", "EEA addendum", [{"region": "EEA"}]),
    ("en", "4. California privacy rights", [{"region": "US-CA"}]),
    ("en", "Notice to residents of Nevada", [{"region": "US-NV"}]),
    ("en", "Annex C: Australia", [{"region": "AU"}]),
    ("en", "Terms for Japanese users", [{"region": "JP"}]),
    ("en", "Refunds (customers in Canada)", [{"region": "CA"}]),
    ("en", "Terms for customers in the United States", EVERYBODY),
    ("fr", "Clients établis au Canada", [{"region": "CA"}]),
    ("fr", "Si vous résidez aux États-Unis", [{"region": "US"}]),
    ("fr", "Dispositions applicables aux résidents de Californie", [{"region": "US-CA"}]),
    ("fr", "Consommateurs australiens", [{"region": "AU", "plan": "consumer"}]),
    ("fr", "Conditions pour les clients situés en France", EVERYBODY),
    ("fr", "Brésil", [{"region": "BR"}]),
    # Outside of somewhere is everybody, but for those outside of the vendor's home.
    ("en", "Customers outside the EEA", EVERYBODY),
    ("en", "People who live in the USA or anywhere beyond the EEA and the UK", EVERYBODY),
    ("en", "Canada and the rest of the world", EVERYBODY),
    ("en", "Customers outside the United States", [{"party": "customers outside the united states"}]),
    ("en", "Terms for U.S. users and users outside Europe", EVERYBODY),
    ("en", "Canadian customers and customers outside of the EEA", EVERYBODY),
    ("en", "US customers, excluding California residents", EVERYBODY),
    ("en", "Canadian users, other than Quebec residents", [{"region": "CA"}]),
    ("fr", "Clients situés hors de Suisse", EVERYBODY),
    ("fr", "Clients situés hors de l'EEE", [{"party": "clients situes hors de l'eee"}]),
    # A place in a title about law, courts, data or money is no addressee.
    ("en", "California law and courts", EVERYBODY),
    ("en", "Governing law (France)", EVERYBODY),
    ("en", "Transfers of data to Canada", EVERYBODY),
    ("en", "EU representative", EVERYBODY),
    ("fr", "Droit suisse et tribunaux de Genève", EVERYBODY),
    ("fr", "Transferts de données vers le Canada", EVERYBODY),
    ("en", "All other countries", EVERYBODY),
    ("en", "Country-specific terms", [{"party": "country-specific terms"}]),
    ("fr", "Dispositions propres à certains pays", [{"party": "dispositions propres a certains pays"}]),
    # Plans; a title that is about paying customers too is whole.
    ("en", "Free trials", [{"plan": "trial"}]),
    ("en", "7. Use of beta services", [{"plan": "beta"}]),
    ("en", "Free & trial services", [{"plan": "trial"}]),
    ("en", "Pilot projects", [{"plan": "pilot"}]),
    ("en", "Special terms for business accounts", [{"plan": "business"}]),
    ("en", "Enterprise plan", [{"plan": "enterprise"}]),
    ("en", "Consumers", [{"plan": "consumer"}]),
    ("en", "Subscriptions, fees and free trials", EVERYBODY),
    ("en", "Jury trial waiver", EVERYBODY),
    ("en", "Ownership, betas and suggestions", EVERYBODY),
    ("fr", "Période d'essai", [{"plan": "trial"}]),
    ("fr", "Utilisation de la version bêta", [{"plan": "beta"}]),
    ("fr", "Offres gratuites", [{"plan": "free"}]),
    ("fr", "Comptes, formules payantes et essais", EVERYBODY),
    ("fr", "Conditions particulières des comptes professionnels", [{"plan": "business"}]),
    # Parts of the service.
    ("en", "Additional terms for mobile apps", [{"feature": "mobile apps"}]),
    ("fr", "Conditions particulières applicables aux applications mobiles", [{"feature": "applications mobiles"}]),
    # Summaries state nothing.
    ("en", "At a glance", []),
    ("fr", "En bref", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "title", "expected"), TITLES)
def test_a_title(code: str, title: str, expected: list[dict[str, str]]) -> None:
    assert under(title, code) == expected


@pytest.mark.parametrize(
    ("code", "title", "sentence"),
    [
        ("en", "Table of contents", "The wind is in the sails of all our ships."),
        ("fr", "Table des matières", "Le vent est dans les voiles de nos navires."),
    ],
)
def test_the_first_sentence_ends_a_table_of_contents(code: str, title: str, sentence: str) -> None:
    text = f"## {title}\n\n1. Ships and sails\n2. Winds and tides\n\nPart 1: of ships\n\n{sentence}\n\n- a sail\n- a tide\n"
    said = clauses(text, code)[-6:]
    assert [clause.operative for clause in said] == [False, False, False, True, True, True]


CONDITIONS: list[tuple[str, str, str, list[dict[str, str]]]] = [
    # What a condition governs: behind it up to a stop, or before it where it closes the sentence.
    ("en", "If you reside in Canada, the law of Ontario governs.", "ontario", [{"region": "CA"}]),
    ("en", "Ohio law governs; if you reside in Canada, that of Ontario does.", "ohio", EVERYBODY),
    ("en", "Ohio law governs; if you reside in Canada, that of Ontario does.", "ontario", [{"region": "CA"}]),
    ("en", "Ohio law governs, except if you are based in Norway, where the law of Norway does.", "ohio", EVERYBODY),
    ("en", "Ohio law governs, except if you are based in Norway, where the law of Norway does.", "law of norway", [{"region": "NO"}]),
    ("en", "The sails are hoisted if you live in Brazil.", "sails", [{"region": "BR"}]),
    # What is excepted holds for everybody else, and what holds 'even' there for everybody.
    ("en", "Except on our free plan, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "The sails are hoisted, except on our free plan.", "sails", EVERYBODY),
    ("en", "The sails are hoisted save during a trial.", "sails", EVERYBODY),
    ("en", "The sails are hoisted, except on our free plan, where they are struck.", "struck", [{"plan": "free"}]),
    ("en", "Other than during a trial, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "If you are not on a trial, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "Not only on our free plan, but on all of them, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "Even if you are on the enterprise plan, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "Except where you live in Brazil, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "Even if you live in Brazil, the sails are hoisted.", "sails", EVERYBODY),
    ("fr", "Sauf pendant l'essai, les voiles sont levées.", "voiles", EVERYBODY),
    ("fr", "Les voiles sont levées, sauf dans l'offre gratuite.", "voiles", EVERYBODY),
    ("fr", "Même dans l'offre gratuite, les voiles sont levées.", "voiles", EVERYBODY),
    ("fr", "Non seulement dans l'offre gratuite, mais partout, les voiles sont levées.", "voiles", EVERYBODY),
    ("fr", "À l'exception de l'offre gratuite, les voiles sont levées.", "voiles", EVERYBODY),
    ("fr", "Sauf si vous résidez au Brésil, les voiles sont levées.", "voiles", EVERYBODY),
    # Two that stand together.
    ("en", "The sails are hoisted, if you live in Brazil, where you use the free plan.", "sails", [{"region": "BR", "plan": "free"}]),
    ("en", "The sails are hoisted if you use the free plan and if you live in Brazil.", "sails", [{"region": "BR", "plan": "free"}]),
    ("en", "The sails are hoisted if you live in Brazil or if you use the free plan.", "sails", [{"region": "BR"}, {"plan": "free"}]),
    ("en", "If you live in Brazil and if you live in Norway, the sails are hoisted.", "sails", [{"region": "BR"}, {"region": "NO"}]),
    ("fr", "Les voiles sont levées si vous résidez au Brésil et si vous utilisez l'offre gratuite.", "voiles", [{"region": "BR", "plan": "free"}]),
    ("fr", "Les voiles sont levées si vous résidez au Brésil ou si vous utilisez l'offre gratuite.", "voiles", [{"region": "BR"}, {"plan": "free"}]),
    ("en", "If you reside in any country except Canada, Ohio law governs.", "ohio", EVERYBODY),
    ("en", "If you reside in a country that is part of the EEA or in Canada, the sails are hoisted.", "sails", [{"region": "EEA"}, {"region": "CA"}]),
    ("en", "If you reside in a country that is not part of the EEA, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "If you reside in a country that is not the USA, the sails are hoisted.", "sails", [{"party": "if you reside in a country that is not the usa"}]),
    ("en", "If you live in a state which is a member state of the EU, the sails are hoisted.", "sails", [{"region": "EEA"}]),
    ("fr", "Si vous résidez dans un pays qui fait partie de l'EEE, les voiles sont levées.", "voiles", EVERYBODY),
    ("fr", "Si vous résidez dans un pays qui ne fait pas partie de l'EEE, les voiles sont levées.", "voiles", [{"party": "si vous residez dans un pays qui ne fait pas partie de l'eee"}]),
    ("en", "If you are a Brazilian consumer, the sails are hoisted.", "sails", [{"region": "BR", "plan": "consumer"}]),
    ("en", "We tell our friends in Canada of the sails.", "sails", EVERYBODY),
    ("en", "For Preview Features the sails are hoisted.", "sails", [{"plan": "beta"}]),
    ("en", "On our free plan the sails are hoisted; on our enterprise plan they are struck.", "hoisted", [{"plan": "free"}]),
    ("en", "On our free plan the sails are hoisted; on our enterprise plan they are struck.", "struck", [{"plan": "enterprise"}]),
    ("en", "Beta features: the wind may drop. No sails are hoisted.", "sails", [{"plan": "beta"}]),
    ("en", "If you hold a paid plan, the sails are hoisted.", "sails", EVERYBODY),
    ("en", "Trial users in Canada hoist no sails.", "sails", EVERYBODY),
    ("fr", "Si vous résidez au Canada, le droit de l'Ontario s'applique.", "ontario", [{"region": "CA"}]),
    ("fr", "Le droit belge s'applique, sauf si vous résidez au Brésil, où les voiles sont levées.", "droit", EVERYBODY),
    ("fr", "Le droit belge s'applique, sauf si vous résidez au Brésil, où les voiles sont levées.", "voiles", [{"region": "BR"}]),
    ("fr", "Les voiles sont levées si vous résidez au Brésil.", "voiles", [{"region": "BR"}]),
    ("fr", "Pendant la période d'essai, les voiles sont levées.", "voiles", [{"plan": "trial"}]),
    ("fr", "Version bêta : le vent peut tomber. Les voiles sont levées.", "voiles", [{"plan": "beta"}]),
    # Standard clauses, parts of the service, one section.
    ("en", "For the SCCs, clause 18 names the courts of Ireland and the sails.", "sails", [{"annex": "scc"}]),
    ("en", "The UK Addendum is governed by English law and the sails.", "sails", [{"annex": "uk_addendum"}]),
    ("en", "If you list a plugin in the Plumeo Marketplace, you hoist its sails.", "sails", [{"feature": "Plumeo Marketplace"}]),
    ("en", "You hear of the sails 20 days before we change this section on arbitration.", "sails", [{"feature": "this section on arbitration"}]),
    ("fr", "Pour les clauses contractuelles types, la clause 18 désigne les tribunaux irlandais et les voiles.", "voiles", [{"annex": "scc"}]),
    ("fr", "Si vous publiez un modèle dans la galerie, vous levez ses voiles.", "voiles", [{"feature": "galerie"}]),
    ("fr", "Vous êtes avertis des voiles avant que nous ne modifiions cette section sur l'arbitrage.", "voiles", [{"feature": "cette section sur l'arbitrage"}]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "marked", "expected"), CONDITIONS)
def test_a_condition(code: str, text: str, marked: str, expected: list[dict[str, str]]) -> None:
    assert said(text, marked, code) == expected


def test_users_duties_in_rules_of_conduct() -> None:
    party = [{"party": "users"}]
    assert said("## Acceptable use policy\n\nUsers shall report a leak within 24 hours.", "leak", "en") == party
    assert (
        said("## Acceptable use policy\n\nUsers must:\n\n- hoist the sails;\n- report a leak.", "leak", "en") == party
    )
    assert said("## Acceptable use policy\n\nUsers shall not report a leak.", "leak", "en") == EVERYBODY
    assert said("Users shall report a leak within 24 hours.", "leak", "en") == EVERYBODY
    text = "## Charte d'utilisation\n\nLes utilisateurs doivent signaler une fuite."
    assert said(text, "fuite", "fr") == [{"party": "utilisateurs"}]


PLACES: list[tuple[str, str, str, list[dict[str, str]]]] = [
    # A part keeps its scope although the numbering in it starts again, and ends with the next part.
    ("en", "## B. Preview features\n\n## 1. Use\n\nCalm.\n\n## 2. Liability\n\nThe sails are torn.", "sails", [{"plan": "beta"}]),
    ("en", "## B. Preview features\n\n## 1. Use\n\nCalm.\n\n## C. General\n\nThe sails are torn.", "sails", EVERYBODY),
    ("en", "## PART D: COUNTRY TERMS\n\n## SECTION 4: BRAZIL\n\n**7. Courts**\n\nThe sails are torn.", "sails", [{"region": "BR"}]),
    ("en", "## PART D: COUNTRY TERMS\n\n## SECTION 4: BRAZIL\n\nCalm.\n\n## SECTION 5: JAPAN\n\nThe sails are torn.", "sails", [{"region": "JP"}]),
    ("en", "## Annex 3: Standard Contractual Clauses\n\n### Clause 18\n\nThe courts have the sails.\n\n## Annex 4\n\nCalm.", "sails", [{"annex": "scc"}]),
    ("en", "## Annex 3: Standard Contractual Clauses\n\nThe sails are torn.\n\n## Annex 4\n\nCalm.", "sails", EVERYBODY),
    ("fr", "## Annexe 3 : clauses contractuelles types\n\nLes tribunaux ont les voiles.\n\n## Annexe 4\n\nCalme.", "voiles", [{"annex": "scc"}]),
    ("en", "## Annex 1: EEA\n\n## 1. Scope\n\nCalm.\n\n## Annex 2: Prices\n\nThe sails are torn.", "sails", EVERYBODY),
    ("fr", "## PARTIE D : DISPOSITIONS PAR PAYS\n\n## SECTION 4 : BRÉSIL\n\n**7. Tribunaux**\n\nLes voiles sont levées.", "voiles", [{"region": "BR"}]),
    # A line opens what follows, and ends where the numbering of the main text goes on.
    ("en", "5.1 Calm is calm.\n\nFOR CUSTOMERS IN THE EEA:\n\nThe sails are torn.", "sails", [{"region": "EEA"}]),
    ("en", "5.1 Calm is calm.\n\nIF YOU ARE AN AUSTRALIAN CONSUMER:\n\nCalm.\n\n5.2 The sails are torn.", "sails", EVERYBODY),
    ("en", "5.1 Calm is calm.\n\nIf you live in Brazil:\n\n- the sails are torn;\n- the sea is calm.\n\nAll else is calm.", "sails", [{"region": "BR"}]),
    ("en", "5.1 Calm is calm.\n\nIf you live in Brazil:\n\n- the mast is torn;\n- the sea is calm.\n\nThe sails are torn.", "sails", EVERYBODY),
    ("fr", "5.1 Calme plat.\n\nPOUR LES CLIENTS ÉTABLIS AU BRÉSIL :\n\nLes voiles sont levées.\n\n5.2 Fin.", "voiles", [{"region": "BR"}]),
    ("fr", "5.1 Calme plat.\n\nPOUR LES CLIENTS ÉTABLIS AU BRÉSIL :\n\nCalme.\n\n5.2 Les voiles sont levées.", "voiles", EVERYBODY),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "marked", "expected"), PLACES)
def test_where_a_scope_begins_and_ends(code: str, text: str, marked: str, expected: list[dict[str, str]]) -> None:
    assert said(text, marked, code) == expected


def test_a_document_that_is_as_a_whole_about_a_plan_is_for_the_customer() -> None:
    text = "# Beta Terms\n\n## 1. Use\n\n" + "The wind is in the sails. " * 9
    document = parse_document(text, path=Path("beta.md"), document_id="beta")
    assert [scopes_of(clause, 0) for clause in EXTRACTOR.clauses_of(document, "en") if clause.kind == "sentence"] == [
        EVERYBODY
    ] * 9


def iter_cues(raw: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    for key, value in raw.items():
        if isinstance(value, dict):
            yield from iter_cues(value, (*path, key))
        elif isinstance(value, list):
            yield from (((*path, key), index) for index in range(len(value)))


def without(raw: dict[str, Any], path: tuple[str, ...], index: int) -> dict[str, Any]:
    head, *rest = path
    if rest:
        return {**raw, head: without(raw[head], tuple(rest), index)}
    return {**raw, head: [cue for number, cue in enumerate(raw[head]) if number != index]}


CONDUCT = {"en": "## Acceptable use policy\n\n", "fr": "## Charte d'utilisation\n\n"}


def all_scopes(text: str, code: str, language: Language) -> list[Any]:
    """What the example of a cue comes to: as a title, as a sentence, under a title, and in rules of conduct, for a vendor with a
    home and for one without."""
    forms = [f"## {text}\n\n{SAID[code]}\n", f"{text}\n", f"{CONDUCT[code]}{text}\n", f"## {text}\n\n{DUTY[code]}\n"]
    forms.append(f"## Alpha\n\n{text}\n\n{SAID[code]}\n")
    homeless = VENDORS[code].replace(" Inc.", "").replace(" SAS", "")
    return [
        (each.operative, [scopes_of(each, at) for at in range(0, len(each.text), 4)])
        for form in forms
        for vendor in (VENDORS[code], homeless)
        for each in clauses(form, code, language, vendor)
    ]


@functools.cache
def built(code: str) -> Language:
    return build_language(code)


@pytest.mark.parametrize(
    ("code", "path", "index"),
    [
        pytest.param(code, path, index, id=f"{code}-{'.'.join(path)}-{index}")
        for code in VENDORS
        for path, index in iter_cues({**read_scopes(code)})
    ],
)
def test_a_cue_decides_its_example(code: str, path: tuple[str, ...], index: int) -> None:
    raw = {**read_scopes(code)}
    cue = functools.reduce(lambda node, key: node[key], path, raw)[index]
    language = built(code)
    bare = replace(language, scopes=scope_cues(without(raw, path, index), language.places))
    assert all_scopes(cue["example"], code, bare) != all_scopes(cue["example"], code, language)


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("A licence to the content is granted to us by customers.", []),
        ("To us customers grant a licence.", []),
        ("## Content licensed to us by users\n\nIt lasts.", []),
        ("For US customers, the licence lasts.", ["US"]),
        ("FOR US CUSTOMERS, THE LICENCE LASTS.", ["US"]),
        ("## US residents\n\nIt lasts.", ["US"]),
    ],
)
def test_a_pronoun_is_no_country(text: str, regions: list[str]) -> None:
    homeless = VENDORS["en"].replace(" Inc.", "")
    last = clauses(f"{text}\n", "en", vendor=homeless)[-1]
    assert [scope.region for scope in last.scopes_at(0) if scope.region] == regions


@pytest.mark.parametrize("sentences", [300, 20])
def test_a_table_of_contents_ends_at_the_first_sentence(sentences: int) -> None:
    text = "# Terms of Service\n\n## Table of Contents\n\n- Fees\n- Files\n\nYou grant us a licence to show your content.\n\n"
    found = EXTRACTOR.facts_of(
        parse_document(text + "You pay each month. " * sentences, path=Path("x.md"), document_id="x"), "en"
    )
    assert "licence.granted" in found
