"""Files in, documents out: what cannot be read says so in one line, and every quote stands in the text to the letter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorlint_extractor import Document, DocumentError, parse_document, read_document

from ..reading import EXTRACTOR

TERMS = "You agree that we may change these Terms at any time by posting them. You own your content and keep all rights in it."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.md", b"", "is empty; expected the terms of a vendor"),
        ("blank.md", b" \n\t\n", "is empty; expected the terms of a vendor"),
        ("signs.md", b"--- *** 123", "found no text; expected the terms of a vendor"),
        ("binary.md", b"PK\x03\x04\0\0", "is binary (it holds a NUL byte); expected Markdown or plain text in UTF-8"),
        ("latin.txt", "Durée\ndu contrat".encode("latin-1"), "is not UTF-8 (byte 0xe9); save it as UTF-8"),
        (
            "terms.pages",
            b"x",
            "'.pages' files are not read: save it as PDF or DOCX, or begin its name with '_' where it is no terms",
        ),
        ("large.md", b"a" * 10_000_001, "is 10 MB; expected at most 10 MB of terms"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert caught.value.message == message


def test_not_utf8_names_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "terms.md"
    path.write_bytes(b"# Terms\nThe dur\xe9e\n")
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert str(caught.value) == f"{path}:2:8: is not UTF-8 (byte 0xe9); save it as UTF-8"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "none.md", "no such file"),
        (tmp_path / "folder.md", "is a folder; expected a document"),
    ):
        if "folder" in path.name:
            path.mkdir()
        with pytest.raises(DocumentError) as caught:
            read_document(path)
        assert str(caught.value) == f"{path}: {message}"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Kundin räumt dem Anbieter ein einfaches, nicht übertragbares Recht ein, die Daten während der Laufzeit zu nutzen."),
        ("cs", "Smlouva se uzavírá na dobu určitou a poskytovatel může údaje zákazníka použít, které jsou nutné pro plnění, nebo jako důkaz."),
        ("sl", "Pogodba je sklenjena za določen čas in ponudnik lahko uporabi podatke, ki so potrebni za izvedbo, ter pri tem ne krši pravic."),
        ("hr", "Ugovor se sklapa na određeno vrijeme, a pružatelj može koristiti podatke koji su potrebni, kao i one koje korisnik unese, ili ako je to nužno."),
        ("ro", "Contractul este încheiat pe durată determinată, iar furnizorul nu va folosi datele clientului, care sunt confidențiale, sau cu acordul lui."),
        ("hu", "A szerződés határozott időre szól, és a szolgáltató nem használja az adatokat, ha ez nem szükséges, illetve egy napon meg kell semmisíteni."),
        ("sv", "Avtalet gäller för en bestämd tid och leverantören får inte använda kundens data, om det inte är nödvändigt att göra så med samtycke."),
        ("da", "Aftalen er tidsbegrænset, og leverandøren kan ikke bruge de data, som kunden skal levere, hvis det ikke er nødvendigt til ydelsen."),
        ("fi", "Sopimus on voimassa määräajan, ja toimittaja ei voi käyttää tietoja, jotka ovat asiakkaan, tai jos se on tämän sopimuksen mukaan sallittu."),
        ("el", "Η σύμβαση είναι ορισμένου χρόνου και ο πάροχος δεν θα χρησιμοποιεί τα δεδομένα του πελάτη για άλλο σκοπό ή με άλλο τρόπο."),
        ("bg", "Договорът се сключва за определен срок и доставчикът не може да използва данните на клиента, които са поверителни, или да ги предава."),
    ],
)  # fmt: skip
def test_a_language_without_a_lexicon_is_an_error(language: str, text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        EXTRACTOR.extract([parse_document(text, path=Path("agb.md"), document_id="agb")], vendor="x")
    assert str(caught.value) == f"agb.md: is in a language ({language}) that vendorlint cannot read; it reads: en, fr"


@settings(deadline=None)  # the first call compiles the patterns
@given(
    st.lists(
        st.sampled_from(
            [
                TERMS,
                "**We** may _use_ your content to [train](x) our AI models.",
                "- item;",
                "# Title",
                "",
                "«Data» means",
            ]
        ),
        max_size=8,
    ),
    st.sampled_from(["\n", "\n\n", "  \n", "\r\n"]),
)
def test_every_quote_stands_in_the_text(parts: list[str], gap: str) -> None:
    text = gap.join([TERMS, *parts]).replace("\r\n", "\n")
    document = parse_document(text, path=Path("t.md"), document_id="t")
    folded = re.sub(r"\s+", " ", text)
    lines = text.split("\n")

    def check(node: object) -> None:
        if isinstance(node, dict) and "quote" in node:
            assert node["quote"] in folded
            first, last = node["lines"]
            assert node["quote"] in re.sub(r"\s+", " ", "\n".join(lines[first - 1 : last]))
            assert all(word in node["quote"] for word in node.get("words", ()))
        elif isinstance(node, dict):
            for child in node.values():
                check(child)
        elif isinstance(node, list):
            for child in node:
                check(child)

    check(EXTRACTOR.extract([document], vendor="x").to_dict())


def test_the_order_of_documents_does_not_matter() -> None:
    one = parse_document(f"# Terms of Service\n\n{TERMS}", path=Path("a.md"), document_id="a")
    other = parse_document(
        "# Data Processing Agreement\n\nWe will delete all Customer Data within 30 days after the end of this agreement.",
        path=Path("b.md"),
        document_id="b",
    )
    forward, backward = (
        EXTRACTOR.extract(pair, vendor="x").to_dict()["facts"] for pair in ([one, other], [other, one])
    )
    assert forward == backward


def terms(name: str, text: str, title: str = "Terms of Service") -> Document:
    return parse_document(f"# {title}\n\n{text}", path=Path(f"{name}.md"), document_id=name)


RETAINED = "You retain all rights in Your Content, and you grant us a perpetual licence to use Your Content to provide the Services."
LIMITED = (
    "You grant us a licence to use Your Content during the term of this agreement, to provide and secure the Services."
)


def duration(*documents: Document) -> dict[str, Any]:
    return EXTRACTOR.extract(documents, vendor="x").to_dict()["facts"]["licence"]["duration"]


def test_two_terms_of_one_kind_that_disagree_are_a_conflict_in_either_order() -> None:
    one, other = terms("a", RETAINED), terms("b", LIMITED)
    assert duration(one, other) == duration(other, one)
    sides = [(side["value"], [e["document"] for e in side["evidence"]]) for side in duration(one, other)["conflict"]]
    assert sides == [("perpetual", ["a"]), ("term", ["b"])]


def test_the_more_specific_agreement_wins_and_proves_only_its_own_value() -> None:
    agreement = terms("msa", LIMITED, "Master Services Agreement")
    fact = duration(terms("tos", RETAINED), agreement)
    assert (fact["value"], [e["document"] for e in fact["evidence"]]) == ("term", ["msa"])


def test_documents_of_one_kind_state_a_set_together() -> None:
    facts = EXTRACTOR.extract([terms("a", RETAINED), terms("b", LIMITED)], vendor="x").to_dict()["facts"]
    assert facts["licence"]["purposes"]["value"] == ["provide_service", "security"]


def test_words_in_links_alone_are_no_clause() -> None:
    document = parse_document("[](what-you-and-the-vendor-agree-to)", path=Path("t.md"), document_id="t")
    with pytest.raises(DocumentError) as caught:
        EXTRACTOR.extract([document], vendor="x")
    assert str(caught.value) == "t.md: found no clause; expected the terms of a vendor"
