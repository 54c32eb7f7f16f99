"""Words are read as they look, whatever signs they are written with, and each stands for its own signs in the source."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorlint_extractor.documents.document import parse_document
from vendorlint_extractor.documents.letters import as_read, is_odd, letter_by_letter, mixed_words
from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.plain import plain

from .make import EXTRACTOR, document

OPENING = (
    "# Terms of Service\n\nThese are the terms for you and for us and this is the agreement that we have with you.\n\n"
)
CLAUSE = "We may train our AI models on Your Content."


def spaced_up(first: str, last: str, start: int) -> dict[int, int]:
    """A table from the letters of a range to those of a block of Unicode."""
    return {code: start + code - ord(first) for code in range(ord(first), ord(last) + 1)}


WRITTEN = {
    "Cyrillic": CLAUSE.translate(str.maketrans("aeopcyxt", "аеорсухт")),
    "Greek": CLAUSE.translate(str.maketrans("aoν", "αον")),
    "full width": CLAUSE.translate(spaced_up("!", "~", 0xFF01)),
    "mathematical bold": CLAUSE.translate(spaced_up("a", "z", 0x1D41A)),
    "circled": CLAUSE.translate(spaced_up("a", "z", 0x24D0)),
    "squared": CLAUSE.translate(spaced_up("A", "Z", 0x1F130)),
    "dots below": "".join(f"{sign}\u0323" if sign.isalpha() else sign for sign in CLAUSE),
    "letters with dots below": unicodedata.normalize("NFC", CLAUSE.replace("m", "m\u0323").replace("t", "t\u0323")),
    "nothing between letters": "\u200b".join(CLAUSE),
    "soft hyphens": CLAUSE.replace("tr", "t\u00adr"),
    "controls": CLAUSE.replace("tr", "t\x08r").replace("ay", "a\x9fy"),
    "signs of a font": CLAUSE.replace("a", "a\ufe0f"),
    "tags of a flag": CLAUSE.replace("a", "a\U000e0061"),
    "turned around": CLAUSE.replace("train", "\u202eniart\u202c"),
    "references": "".join(f"&#{ord(sign)};" if sign.isalpha() else sign for sign in CLAUSE),
    "references by hexadecimals": CLAUSE.replace("a", "&#x61;"),
    "named blanks": CLAUSE.replace(" ", "&nbsp;"),
    "breaks": CLAUSE.replace(" train ", " train<br>").replace(" on ", "<br />on "),
    "struck letters": CLAUSE.replace("may", "may n\u0336o\u0336t\u0336"),
}


@pytest.mark.parametrize("how", WRITTEN)
def test_a_clause_is_read_as_it_looks(how: str) -> None:
    text = WRITTEN[how]
    assert " ".join(plain(text, 0, len(text)).text.split()) == CLAUSE


@pytest.mark.parametrize("how", WRITTEN)
def test_facts_are_read_and_quoted_as_written(how: str) -> None:
    source = document(OPENING + WRITTEN[how] + "\n")
    facts = EXTRACTOR.extract([source], vendor="acme").to_dict()["facts"]
    stated = facts["ai"]["training"]["customer_content"]
    assert (stated["value"], stated["evidence"][0]["quote"]) == ("permitted", WRITTEN[how])


@pytest.mark.parametrize(
    ("sign", "read"),
    [("a", "a"), ("é", "é"), ("œ", "œ"), ("µ", "µ"), ("№", "No"), ("ﬁ", "fi"), ("ᴀ", "a"), ("І", "I"), ("ӏ", "l"), ("ı", "i"), ("٣", "3"), ("３", "3")],
)  # fmt: skip
def test_signs(sign: str, read: str) -> None:
    assert as_read(sign) == read


@pytest.mark.parametrize("sign", ["™", "℠", "①", "½", "⁴", "й", "日", "Δ", "€", "″"])
def test_signs_that_look_like_no_letter_stay(sign: str) -> None:
    assert as_read(sign) == sign


def test_accents_of_french_are_kept_however_they_are_written() -> None:
    text = unicodedata.normalize("NFD", "Le traité a été signé à Besançon.")
    assert plain(text, 0, len(text)).text == "Le traité a été signé à Besançon."


def test_what_is_no_reference_stays() -> None:
    text = "AT&T; R&D &x; &#; &copy"
    assert plain(text, 0, len(text)).text == text


def test_an_item_with_a_full_width_mark_is_an_item() -> None:
    assert [(block.kind, block.mark) for block in document("You may:\n\n（ａ） read;\n\n（ｂ） write.\n").blocks] == [
        ("paragraph", ""),
        ("item", "a"),
        ("item", "b"),
    ]


def test_words_of_mixed_scripts() -> None:
    text = "Your Cоntent, Москва, ΑΒΓ, naïve, ˆtre, 5 μg and trаin. We trɐin."
    assert [text[at : at + 3] for at in mixed_words(text)] == ["Cоn", "trа", "trɐ"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We t r a i n on it.", [("mixed_scripts", 1)]),
        ("A G R E E M E N T of a b and c.", []),
        ("Signed by M a r i a n n a.", []),
        ("We t\u0336r\u0336ain on i\u0337t, 5 \u2260 6.", [("struck", 2)]),
        ("We\u3164train on\uffa0it.", [("glyph", 2)]),
        ("We tr\ufff9ain\ufffa on it.", [("glyph", 1)]),
        ("Fees – “as agreed” – fall due on the 3rd… c’est dit.", []),
    ],
)
def test_words_that_look_otherwise_are_told(text: str, told: list[tuple[str, int]]) -> None:
    read = parse_document(f"# Terms\n\n{text}\n", path=Path("t.md"), document_id="t")
    assert [(note.kind, note.words) for note in read.notes] == told


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("We may train our rnodels on Your C0ntent.", 2), ("We may train on your lnput and your c0ntent.", 2),
        ("We may train on personaI data and persona1 data.", 2), ("We turn burns into modern forms, an entity entitles.", 0),
        ("Input and personal content are OpenAI's, of the 10 models.", 0),
    ],
)  # fmt: skip
def test_words_that_look_like_others_are_told(words: str, count: int) -> None:
    source = document(f"{OPENING}{words}\n")
    notes = EXTRACTOR.extract([source], vendor="acme").documents[0].get("notes", [])
    assert [(note["kind"], note["words"]) for note in notes] == ([("mixed_scripts", count)] if count else [])


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Wir dürfen Ihre Inhalte für unsere Modelle nutzen.", 8), ("Possiamo usare i contenuti per i nostri modelli.", 8),
        ("Podemos entrenar nuestros modelos con su contenido.", 7), ("Wir dürfen das.", 0), ("Société Générale de Location SA.", 0),
        ("It is at Via della Scrofa 3, 00186 Roma.", 0),
    ],
)  # fmt: skip
def test_short_paragraphs_in_a_language_that_is_not_read_are_told(words: str, count: int) -> None:
    source = document(f"{OPENING}{words}\n")
    notes = EXTRACTOR.extract([source], vendor="acme").documents[0].get("notes", [])
    assert [(note["kind"], note["words"]) for note in notes] == ([("other_language", count)] if count else [])


def test_letters_that_are_read_otherwise_than_they_stand_are_told() -> None:
    text = "# Terms\n\nWe keep your C\u043entent. \u202eWe may sell it.\n"
    read = parse_document(text, path=Path("t.md"), document_id="t")
    assert read.notes == (Note("hidden", "line 3", 4), Note("mixed_scripts", "line 3", 1))


@given(st.text(max_size=200))
def test_any_text_keeps_its_length_letter_by_letter(text: str) -> None:
    folded = letter_by_letter(text)
    assert (len(folded), folded.count("\n")) == (len(text), text.count("\n"))


@given(st.text(max_size=200))
def test_any_text_maps_back_in_order(text: str) -> None:
    """Every character of what is read stands for a stretch of the source, and those follow one another."""
    derived = plain(text, 0, len(text))
    spans = [derived.source(at, at + 1) for at in range(len(derived.text))]
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    assert spans == sorted(spans)


def test_terms_as_they_are_mostly_written_are_not_odd() -> None:
    assert not is_odd("“Fees” – the customer’s 30 € à payer … œuvre «x» •")
