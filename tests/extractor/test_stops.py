"""Where sentences end, and which stops end nothing: those of figures, references, abbreviations and citations."""

import pytest

from vendorlint_extractor.readings.patterns import one_byte, pattern

from .clauses_of import clauses_of, texts_of


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("It holds under Section 14.2 here.", "en", ["it holds under section 14_2 here."]),
        ("It holds under clause 3.1(b). Next we go.", "en", ["it holds under clause 3_1(b).", "next VENDOR go."]),
        ("The form (see Art. 28(3) GDPR; Recital 81) is kept.", "en", None),
        ("It is up 99.9 % of it, i.e. nearly ever.", "en", ["it is up 99_9 % of it, i·e· nearly ever."]),
        ("Brown v. Green Inc. holds, cf. No. 5 of it.", "en", ["brown v· green inc· holds, cf· no· 5 of it."]),
        # An abbreviation ends a sentence where a word follows that has its capital as the first of the next.
        ("It is sold in the U.S.A. Nothing else is. We go.", "en", ["it is sold in the u·s·a.", "nothing else is.", "VENDOR go."]),
        ("It is made by Green Inc. The rest is ours.", "en", ["it is made by green inc.", "the rest is VENDOR's."]),
        ("It is sold in the U.S. Virgin Islands.", "en", ["it is sold in the u·s· virgin islands."]),
        ("It is on the EU-U.S. Privacy Shield. We go.", "en", ["it is on the eu-u·s· privacy shield.", "VENDOR go."]),
        ("It is EU-U.S. The rest is ours.", "en", ["it is eu-u·s.", "the rest is VENDOR's."]),
        ("Mr. The Great, i.e. The Small, v. The Rest.", "en", ["mr· the great, i·e· the small, v· the rest."]),
        ("Elle est faite par Vert S.A. Le reste est à nous.", "fr", ["elle est faite par vert s·a.", "le reste est a VENDOR."]),
        ("The answer is no. We go.", "en", ["the answer is no.", "VENDOR go."]),
        ("J. R. Smith signs. We go.", "en", ["j· r· smith signs.", "VENDOR go."]),
        ("It is in Exhibit A. We go.", "en", ["it is in exhibit a.", "VENDOR go."]),
        ("It is on help.example.com today.", "en", ["it is on help·example·com today."]),
        ("We sell the Service.You may leave.", "en", None),
        ("Selon l'art. 28 et le par. 3, il suit l'article 4.2 du texte.", "fr", ["selon l'art· 28 et le par· 3, il suit l'article 4_2 du texte."]),
        ("Il figure en Annexe B. Nous partons.", "fr", ["il figure en annexe b.", "VENDOR partons."]),
        ("M. Durand signe au no. 5 et part.", "fr", ["m· durand signe au no· 5 et part."]),
        ("La réponse est no. Nous partons.", "fr", ["la reponse est no.", "VENDOR partons."]),
        ("Le taux est de 99.9 % (voir art. 28 ; al. 81) ici.", "fr", ["le taux est de 99_9 % (voir art· 28 , al· 81) ici."]),
    ],
)  # fmt: skip
def test_stops(text: str, language: str, expected: list[str] | None) -> None:
    found = texts_of(text, language)
    if expected is None:
        assert ";" not in found[0]
        assert "SERVICE·" not in found[0]
    else:
        assert found == expected


@pytest.mark.parametrize(
    "text",
    ["We may, as Section 14.2 says, sell it.", "We may (see Art. 5; Art. 6) sell it.", "We may, e.g. now, sell it.", "We may in 2.5 days sell it."],
)  # fmt: skip
def test_a_gap_of_a_pattern_goes_over_them(text: str) -> None:
    assert pattern(r"\bVENDOR may\b[^.;]{0,40}\bsell\b").search(one_byte(texts_of(text)[0]))


@pytest.mark.parametrize("source", [r"99\.9", r"9\d(?:[.,]\d)?$", r"[\d.]+$", r"\d{2}\.\d"])
def test_patterns_write_such_a_stop_as_ever(source: str) -> None:
    text = texts_of("It is 99.9")[0]
    assert pattern(source).search(one_byte(text))


def test_a_gap_does_not_cut_a_figure() -> None:
    text = one_byte(texts_of("We promise it for 99.95 % of it.")[0])
    found = pattern(r"promise[^.;]{0,40}\b(?P<n>9\d(?:\.\d+)?) ?%").search(text)
    assert found.group(1) == b"99_95"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("We go by Section 14.2 here.", "14_2"),
        ("We go by Acme Inc. here.", "inc·"),
        ("We go (Art. 5; Art. 6) on.", "5,"),
    ],
)
def test_the_way_back_to_the_source_stays(text: str, quoted: str) -> None:
    clause = clauses_of(text)[0]
    begin, end = clause.locate(clause.text.index(quoted), clause.text.index(quoted) + len(quoted))
    start = clause.pieces[0].source()[0]
    assert text[begin - start : end - start].lower() == quoted.replace("_", ".").replace("·", ".").replace(",", ";")
