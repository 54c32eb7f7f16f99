"""Who acts, whether the act is banned, and what an exception does to it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint_extractor.language.cues import Negation
from vendorlint_extractor.readings import polarity
from vendorlint_extractor.readings.polarity import CarveOut, actors, ban, exception, hinges, tied

from .make import EN, FR, LANGUAGES


def banned(text: str, act: tuple[int, int], cues: Negation) -> bool:
    found = ban(text, act, cues)
    assert found is None or found[0] < found[1]
    return found is not None


NEGATIONS = {
    "en": [
        ("VENDOR will not USE content", True),
        ("VENDOR may USE content", False),
        ("not USE content", True),
        ("under no circumstances may VENDOR USE it", True),
        ("at no time will VENDOR USE it", True),
        ("VENDOR cannot USE it", True),
        ("neither party may USE it", True),
        ("VENDOR agrees not to USE it", True),
        ("VENDOR is prohibited from making USE", True),
        ("other than to USE", True),
        # What ends the reach of a negation.
        ("VENDOR will not sell it, VENDOR may USE it", False),
        ("VENDOR will not sell it, but may USE it", False),
        ("VENDOR will not sell it; VENDOR will USE it", False),
        ("VENDOR does not sell it. VENDOR may USE it", False),
        ("VENDOR does not sell it, e.g. to USE it", True),  # an abbreviation ends nothing
        ("VENDOR does not sell it except to USE it", False),
        ("VENDOR does not sell it unless it may USE it", False),
        ("VENDOR does not sell it, provided that it may USE it", False),
        ("VENDOR does not sell it; notwithstanding VENDOR may USE it", False),
        ("VENDOR does not sell it; nothing in it stops USE", False),
        # An aside does not.
        ("VENDOR will not, however, USE it", True),
        ("VENDOR will not sell it however it may USE it", False),
        # A condition ends before the main clause.
        ("if CUSTOMER does not object, VENDOR may USE it", False),
        ("if CUSTOMER does not object, VENDOR will not USE it", True),
        # After the act.
        ("USE of it is not permitted", True),
        ("USE of it is prohibited", True),
        ("USE of it is permitted", False),
        # By the way, in brackets.
        ("VENDOR may (as long as the account is not closed) USE it", False),
        ("VENDOR will not (and must not let others) USE it", True),
        ("VENDOR shall not keep it and shall USE it", False),
        ("VENDOR shall not keep it and CUSTOMER will USE it", False),
        ("VENDOR shall not keep it and CUSTOMER will not USE it", True),
        ("its purposes are not limited to USE", False),
        ("VENDOR may (but will not sell it or USE it)", True),
        # What looks like a negation.
        ("VENDOR may USE content, not only names", False),
        ("VENDOR may, not only once, USE it", False),
        ("VENDOR may, including but not limited to ads, USE it", False),
        ("VENDOR may, not later than noon, USE it", False),
        ("VENDOR will not, whether or not asked, USE it", True),
        ("whether or not asked VENDOR will not USE it", True),
        ("not limited to this, VENDOR may USE it", False),
    ],
    "fr": [
        ("VENDOR ne peut USE", True),
        ("VENDOR n'a pas le droit de USE", True),
        ("VENDOR peut USE", False),
        ("aucun droit de USE", True),
        ("VENDOR s'interdit de USE", True),
        ("en aucun cas VENDOR peut USE", True),
        ("VENDOR ne vend rien mais peut USE", False),
        ("VENDOR ne vend rien mais veut USE", True),
        ("VENDOR ne vend rien mais pourra USE", False),
        ("VENDOR ne vend rien ; VENDOR USE", False),
        ("VENDOR ne vend rien, sauf pour USE", False),
        ("VENDOR ne peut, toutefois, USE", True),
        ("VENDOR ne vend rien toutefois il USE", False),
        ("VENDOR ne fait que USE", False),
        ("VENDOR ne traite que pour USE", False),
        ("VENDOR, non seulement, peut USE", False),
        ("sans delai VENDOR USE", False),
        ("modifie (e) ou ne (e) USE", False),
    ],
}


@pytest.mark.parametrize(
    ("code", "text", "is_banned"), [(code, *case) for code, cases in NEGATIONS.items() for case in cases]
)
def test_negation_reaches_forward(code: str, text: str, is_banned: bool) -> None:
    start = text.index("USE")
    assert banned(text, (start, start + 3), LANGUAGES[code].negation) == is_banned


def test_a_neutral_word_may_reach_into_the_act() -> None:
    text = "VENDOR ne traite les donnees que pour le service"
    assert not banned(text, (text.index("traite"), len(text)), FR.negation)
    assert banned(text, (text.index("traite"), text.index(" que")), FR.negation)


def test_where_the_negation_stands() -> None:
    text = "VENDOR will not USE it"
    assert ban(text, (16, 19), EN.negation) == (7, 15)
    text = "USE of it is prohibited"
    assert ban(text, (0, 3), EN.negation) == (3, len(text))


def test_a_negation_within_the_act_bans_nothing() -> None:
    text = "VENDOR may sell what it does not use"
    assert not banned(text, (7, len(text)), EN.negation)


def test_a_negation_is_looked_for_so_far() -> None:
    assert (polarity.HORIZON, polarity.WINDOW) == (2000, 200)
    for gap, is_banned in ((1990, True), (2000, False)):
        text = "VENDOR cannot" + " x" * (gap // 2) + "USE"
        assert banned(text, (len(text) - 3, len(text)), EN.negation) == is_banned


def test_neutral_words_are_looked_for_so_far() -> None:
    text = " x" * 1500 + " not only" + " x" * 200 + "USE"
    assert not banned(text, (len(text) - 3, len(text)), EN.negation)


ACTORS = {
    "en": [
        ("VENDOR may USE it", "VENDOR"),
        ("CUSTOMER may USE it", "CUSTOMER"),
        ("AFFILIATE may USE it", "AFFILIATE"),
        ("SUBCONTRACTOR told THIRD_PARTY may USE it", "THIRD_PARTY"),
        ("OTHERS may USE it", "OTHERS"),
        ("it is USEd", "VENDOR"),  # the passive
        ("do not USE it", "CUSTOMER"),
        ("please never USE it", "CUSTOMER"),
        # An agent is not the one who acts, a grantee is.
        ("VENDOR may with content provided by CUSTOMER USE it", "VENDOR"),
        ("CUSTOMER content from VENDOR may USE it", "CUSTOMER"),
        ("CUSTOMER acts on behalf of VENDOR to USE it", "CUSTOMER"),
        ("CUSTOMER grants to VENDOR a right to USE it", "VENDOR"),
        ("CUSTOMER grants a licence to VENDOR to USE it", "VENDOR"),
        ("some of CUSTOMER may USE it", "CUSTOMER"),
        ("VENDOR content of CUSTOMER may USE it", "VENDOR"),
        # In a relative clause the customer does something else.
        ("VENDOR may, with what CUSTOMER upload, USE it", "VENDOR"),
        ("VENDOR may, as CUSTOMER agrees, USE it", "VENDOR"),
        ("CUSTOMER agrees to USE it", "CUSTOMER"),
        ("CUSTOMER agree not to: USE it", "CUSTOMER"),
        ("it is forbidden to USE it", "CUSTOMER"),
        ("VENDOR shall not, and shall ensure that its SUBCONTRACTOR do not, USE it", "VENDOR SUBCONTRACTOR"),
        ("neither VENDOR nor its SUBCONTRACTOR will USE it", "VENDOR SUBCONTRACTOR"),
        ("VENDOR is told that AFFILIATE upload and USE it", "AFFILIATE"),  # only the customer's
        # Something is done to the customer.
        ("VENDOR will notify CUSTOMER and USE it", "VENDOR"),
        ("VENDOR will provide the CUSTOMER things and USE it", "VENDOR"),
        ("VENDOR will notify CUSTOMER to USE it", "CUSTOMER"),
        ("CUSTOMER will notify VENDOR and USE it", "VENDOR"),
        # The vendor of a relative clause.
        ("SUBCONTRACTOR VENDOR work with USE it", "SUBCONTRACTOR"),
        ("SUBCONTRACTOR CUSTOMER work with USE it", "CUSTOMER"),
        # Those that act together, or by leave.
        ("VENDOR and its AFFILIATE may USE it", "VENDOR AFFILIATE"),
        ("VENDOR or SUBCONTRACTOR or AFFILIATE may USE it", "VENDOR SUBCONTRACTOR AFFILIATE"),
        ("VENDOR will not sell it nor permit any THIRD_PARTY to USE it", "VENDOR THIRD_PARTY"),
        # What stands in brackets names nobody.
        ("VENDOR (or let OTHERS) may USE it", "VENDOR"),
        ("VENDOR may ( OTHERS USE it", "OTHERS"),
        # Owners act by a noun of action.
        ("CUSTOMER agrees to VENDOR's use and USE of it", "VENDOR"),
        ("CUSTOMER permits VENDOR's staff to USE it", "CUSTOMER"),
        ("CUSTOMER accepts VENDOR's use of SERVICE as USE", "CUSTOMER"),
    ],
    "fr": [
        ("VENDOR peut USE", "VENDOR"),
        ("CUSTOMER peut USE", "CUSTOMER"),
        ("veuillez USE", "CUSTOMER"),
        ("il est interdit de USE", "CUSTOMER"),
        ("VENDOR peut, avec ce qui est fourni par CUSTOMER, USE", "VENDOR"),
        ("CUSTOMER donne a VENDOR le droit de USE", "VENDOR"),
        ("CUSTOMER remet a VENDOR un texte et USE", "CUSTOMER"),
        ("VENDOR peut, avec ce que CUSTOMER televerse, USE", "VENDOR"),
        ("VENDOR informe CUSTOMER et USE", "VENDOR"),
        ("VENDOR informe CUSTOMER d'utiliser ou USE", "CUSTOMER"),
        ("SUBCONTRACTOR VENDOR travaillons USE", "SUBCONTRACTOR"),
        ("CUSTOMER's donnees USE", "VENDOR"),
    ],
}


@pytest.mark.parametrize(("code", "text", "who"), [(code, *case) for code, cases in ACTORS.items() for case in cases])
def test_actor(code: str, text: str, who: str) -> None:
    assert actors(text, text.index("USE"), LANGUAGES[code].actors) == set(who.split())


def test_only_parties_before_the_act_and_near_it() -> None:
    assert actors("it is USEd; CUSTOMER may not", 6, EN.actors) == {"VENDOR"}
    for gap, who in ((1990, "CUSTOMER"), (2000, "VENDOR")):
        text = "CUSTOMER" + " x" * (gap // 2) + "USE"
        assert actors(text, len(text) - 3, EN.actors) == {who}


def test_words_around_a_party_are_looked_at_so_far() -> None:
    for gap, who in ((180, "VENDOR"), (220, "CUSTOMER")):
        before = "VENDOR notifies" + " x" * (gap // 2)
        text = f"VENDOR may, if {'y ' * 99}, by leave of CUSTOMER USE it"
        assert actors(text, text.index("USE"), EN.actors) == {"VENDOR"}
        del before, who
    # What the party does has to begin so near.
    text = "VENDOR and CUSTOMER" + "," + " upload" + " x" * 150 + " USE"
    assert actors(text, text.index("USE"), EN.actors) == {"VENDOR"}


@pytest.mark.parametrize(
    ("code", "text", "permitted", "banned", "words"),
    [
        ("en", "USE it unless CUSTOMER opts out", "opt_out", "opt_out", "unless CUSTOMER opts out"),
        (
            "en",
            "USE it with consent unless CUSTOMER objects",
            "opt_out",
            "opt_out",
            "unless CUSTOMER objects",
        ),  # before consent
        ("en", "by using SERVICE, CUSTOMER consents to USE", "deemed", "deemed", "by using SERVICE, CUSTOMER consents"),
        (
            "en",
            "with consent, by using SERVICE CUSTOMER consents to USE",
            "deemed",
            "deemed",
            "by using SERVICE CUSTOMER consents",
        ),
        ("en", "USE it with consent", "opt_in", "opt_in", "with consent"),
        ("en", "without written consent no USE", "opt_in", "opt_in", "without written consent"),
        (
            "en",
            "USE it unless CUSTOMER tells VENDOR otherwise",
            "opt_out",
            "opt_in",
            "unless CUSTOMER tells VENDOR otherwise",
        ),
        ("en", "USE it subject to CUSTOMER's settings", "choice", "choice", "subject to CUSTOMER's settings"),
        ("en", "USE it except in law", None, "partial", "except"),
        ("en", "except in law no USE", None, None, ""),  # a partial exception stands behind the act
        ("en", "USE it for MODEL for OTHERS", None, "limited", "MODEL for OTHERS"),
        ("en", "USE it except for PERSONAL", "limited", "partial", "except for PERSONAL"),
        ("en", "USE it", None, None, ""),
        ("fr", "USE sauf opposition", "opt_out", "opt_out", "sauf opposition"),
        ("fr", "USE sauf accord du CUSTOMER", "opt_in", "opt_in", "sauf accord"),
        ("fr", "USE uniquement en France", None, "partial", "uniquement"),
        (
            "fr",
            "en utilisant SERVICE, CUSTOMER consent a USE",
            "deemed",
            "deemed",
            "en utilisant SERVICE, CUSTOMER consent",
        ),
    ],
)
def test_exception(code: str, text: str, permitted: str | None, banned: str | None, words: str) -> None:
    act = (text.index("USE"), text.index("USE") + 3)
    for is_banned, kind in ((False, permitted), (True, banned)):
        found = exception(text, act, LANGUAGES[code].exceptions, banned=is_banned)
        assert (found and found.kind) == kind
        assert found is None or text[slice(*found.span)] in (words, words.partition(" ")[0])
        assert found is None or isinstance(found, CarveOut)


@pytest.mark.parametrize(
    ("code", "text", "kind", "words"),
    [
        ("en", "CUSTOMER can opt out in the settings", "opt_out", "CUSTOMER can opt out"),
        ("en", "to opt out, write to VENDOR", "opt_out", "to opt out"),
        ("en", "CUSTOMER must opt in first; CUSTOMER can opt out", "opt_in", "CUSTOMER must opt in first"),
        ("en", "CUSTOMER can pay", None, ""),
        ("fr", "CUSTOMER peut refuser", "opt_out", "CUSTOMER peut refuser"),
        ("fr", "CUSTOMER peut payer", None, ""),
    ],
)
def test_a_sentence_tied_to_the_one_before(code: str, text: str, kind: str | None, words: str) -> None:
    found = tied(text, LANGUAGES[code], banned=False)
    assert (found and (found.kind, text[slice(*found.span)])) == (kind and (kind, words))


@pytest.mark.parametrize(
    ("code", "text", "hangs"),
    [
        ("en", "CUSTOMER may END AGREEMENT at any time", False),
        ("en", "if VENDOR terminates and so does END AGREEMENT", True),
        ("en", "if CUSTOMER wishes to END AGREEMENT", False),
        ("en", "if CUSTOMER may END AGREEMENT", False),
        ("en", "if no solution is found, CUSTOMER may END AGREEMENT", True),
        ("en", "if CUSTOMER is no longer happy, it may END AGREEMENT", False),
        ("en", "unless otherwise agreed, CUSTOMER may END AGREEMENT", False),
        ("en", "if prices rise, notice is given; CUSTOMER may END AGREEMENT", False),
        ("en", "CUSTOMER may END AGREEMENT at any time if prices rise", True),
        ("en", "CUSTOMER may END AGREEMENT at any time if it gives notice", False),
        ("en", "CUSTOMER may END AGREEMENT for any reason, including if prices rise", False),
        ("fr", "CUSTOMER peut END AGREEMENT a tout moment", False),
        ("fr", "si VENDOR vient a END AGREEMENT", True),
        ("fr", "si CUSTOMER souhaite END AGREEMENT", False),
        ("fr", "en cas de hausse, CUSTOMER peut END AGREEMENT", True),
        ("fr", "CUSTOMER peut END AGREEMENT si les prix augmentent", True),
        ("fr", "CUSTOMER peut END AGREEMENT a tout moment, meme si les prix augmentent", False),
        ("fr", "CUSTOMER peut END le programme sur simple demande.", False),
        ("fr", "depuis le site, CUSTOMER peut END son compte.", False),
    ],
)
def test_an_act_that_hangs_on_an_event_or_is_supposed(code: str, text: str, hangs: bool) -> None:
    start = text.index("END")
    assert hinges(text, (start, start + 3), LANGUAGES[code].hinging) == hangs


def test_an_event_is_looked_for_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "if no solution is found, CUSTOMER may END it"
    monkeypatch.setattr(polarity, "WINDOW", text.index("END") - 1)
    assert not hinges(text, (text.index("END"), len(text)), EN.hinging)


@pytest.mark.parametrize(
    ("text", "is_banned"),
    [
        ("VENDOR will not only USE it", False),
        ("VENDOR will not refrain from making USE of it", False),
        ("VENDOR shall refrain from making USE of it", True),
        ("VENDOR will not keep CONTENT for anything but to USE it", False),
        ("because VENDOR cannot do without, it may USE it", False),
        ("because VENDOR is careful, it will not USE it", True),
    ],
)
def test_two_negations_and_a_ban_on_all_else_ban_nothing(text: str, is_banned: bool) -> None:
    start = text.index("USE")
    assert banned(text, (start, start + 3), EN.negation) == is_banned


CUES = [
    r"\bnot\b(?! only)",
    r"\b(?:never|no)\b",
    r"(?<!is )\bnor\b(?=x(?:y|z))",
    r"\bno\b(?! ?\(e\))",
    r"(?<!a(b(c)))no",
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([each.negation.cues.pattern for each in LANGUAGES.values()] + CUES),
    st.lists(st.sampled_from(["not", "only", "never", "no", "nor", "is ", "xy", "(e)", " ", " ", ".", "may", "pas", "ne", "n'", "é", "thing"])),
    st.integers(0, 30),
)  # fmt: skip
def test_a_gate_holds_nothing_back(source: str, words: list[str], end: int) -> None:
    cue, text = re.compile(source), "".join(words)
    for start in (0, 2):
        assert polarity._says(cue, text, start, end) == bool(cue.search(text, start, end))
