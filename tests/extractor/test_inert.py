"""What states nothing: definitions, examples, notes on a draft, what changed; and rows of tables, which state as one."""

import pytest

from vendorlint_extractor import Fact

from ..reading import EXTRACTOR
from .clauses_of import PARTIES, clauses_of, texts_of


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ('"Claim" means a suit that we sold Your Content.', "en", "definition"),
        ('"Claim" (or "Suit") shall mean a suit that we sold Your Content.', "en", "definition"),
        ('The terms "sell" and "share" have the meaning that laws give them.', "en", "definition"),
        ('The "Plan" is renewed each year unless you object.', "en", "sentence"),
        ('"Customer Data" is yours, and we sell none of it.', "en", "sentence"),
        ("For example: we sell Your Content.", "en", "note"),
        ("Example 2: we sell Your Content.", "en", "note"),
        ("For example, we use Your Content to run the Service.", "en", "sentence"),
        ("What changed: we now sell Your Content.", "en", "note"),
        ("Revision history of these terms: we sell Your Content.", "en", "note"),
        ("« Plainte » désigne une action sur la vente de Vos Contenus.", "fr", "definition"),
        ("Les termes « vente » et « partage » ont le sens que la loi leur donne.", "fr", "definition"),
        ("Par exemple : nous vendons Vos Contenus.", "fr", "note"),
        ("Ce qui change : nous vendons Vos Contenus.", "fr", "note"),
        ("Par exemple, nous utilisons Vos Contenus pour le service.", "fr", "sentence"),
    ],
)
def test_kinds(text: str, language: str, kind: str) -> None:
    assert [clause.kind for clause in clauses_of(text, language)] == [kind]


def test_items_of_a_definition_define() -> None:
    found = clauses_of('"Use" means:\n\n(a) that we sell Your Content; or\n\n(b) that we keep it.')
    assert {clause.kind for clause in found} == {"definition"}


def facts(text: str, language: str = "en") -> dict[str, Fact]:
    from pathlib import Path

    from vendorlint_extractor import parse_document

    return EXTRACTOR.facts_of(parse_document(PARTIES[language] + text, path=Path("t.md"), document_id="t"), language)


@pytest.mark.parametrize("opening", ['"Misuse" means that', "For example:", "[Note to draft:", "What changed:"])
def test_they_state_nothing(opening: str) -> None:
    assert "data.sale" in facts("We sell Your Content to brokers.")
    assert "data.sale" not in facts(f"{opening} we sell Your Content to brokers.")


@pytest.mark.parametrize("opening", ["« Abus » désigne le fait que", "Par exemple :", "Note de rédaction :"])
def test_they_state_nothing_in_french(opening: str) -> None:
    assert "data.sale" in facts("Nous vendons les données du Client à des tiers.", "fr")
    assert "data.sale" not in facts(f"{opening} nous vendons les données du Client à des tiers.", "fr")


def test_the_place_that_a_definition_names_is_stated() -> None:
    found = facts('"Governing Law" means the laws of the State of Ohio, which govern these Terms.')
    assert found["dispute.governing_law"].sides[0].value == "US-OH"


def test_cells_of_a_row_are_read_as_one() -> None:
    found = texts_of(
        "| What | Why | Basis |\n|---|---|---|\n| mail address | to write to you | consent |\n| files | to keep | contract |"
    )
    assert "mail address | to write to CUSTOMER | consent" in found
    assert "PERSONAL | to keep | contract" in found or any(each.endswith("| to keep | contract") for each in found)
    assert not any("consent" in each and "keep" in each for each in found)


def test_a_span_of_a_row_leads_to_its_cell() -> None:
    text = "| Law | Ohio |"
    clause = clauses_of(text)[-1]
    begin, end = clause.locate(clause.text.index("ohio"), len(clause.text))
    assert text[begin - len(PARTIES["en"]) : end - len(PARTIES["en"])].strip() == "Ohio"


def test_a_ban_does_not_reach_the_next_cell() -> None:
    found = facts("| We do not rent data | We sell Your Content to brokers |")
    assert found["data.sale"].sides[0].value == "permitted"


def test_sentences_of_a_cell_are_no_label() -> None:
    found = texts_of("| We run it. You pay. | consent |")
    assert "consent" in found


@pytest.mark.parametrize("heading", ["", "# One\n\n"])
def test_a_summary_that_holds_the_document_is_none(heading: str) -> None:
    """A heading that was lost leaves all of a text under its table of contents."""
    text = "We sell Your Content to others, whatever you say of it."
    found = clauses_of(f"Contents:\n---\n\n- One\n- Two\n\n{heading}" + f"{text}\n\n" * 40)
    assert [clause.operative for clause in found if clause.kind == "item"] == [not heading] * 2
    assert found[-1].operative
