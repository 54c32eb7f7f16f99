"""A language, built from its files."""

import pytest

from vendorlint_extractor.language.cues import read_cues
from vendorlint_extractor.language.language import build_language, languages, little_words
from vendorlint_extractor.language.scope_cues import read_scopes

from .make import EN, FR


def test_those_that_are_read() -> None:
    assert languages() == ("en", "fr")
    with pytest.raises(KeyError) as caught:
        build_language("xx")
    assert caught.value.args == ("xx",)


@pytest.mark.parametrize("language", [EN, FR])
def test_its_parts(language) -> None:
    raw = read_cues(language.code)
    assert language.macros == raw["macros"]
    assert language.phrases.begins("dpa")
    assert language.possessed
    assert [concept.tag for concept in language.concepts][:1]
    assert language.numbers.words == raw["numbers"]
    assert language.dates.months == raw["months"]
    assert language.places.codes["paris"] == "FR"
    assert language.naming.never_defined == frozenset(raw["never_defined"])
    assert language.sentences.abbreviations == frozenset(raw["abbreviations"])
    assert list(language.scopes.plans.names) == list(read_scopes(language.code)["plans"])
    assert list(language.documents.types) == list(raw["document_types"])
    assert language.tokens.possessives == tuple(raw["possessives"])
    assert language.ranking.prevails.pattern
    assert language.negation.condition.pattern
    assert language.exceptions.spared.pattern
    assert language.actors.fellow.pattern
    assert language.stated


def test_little_words() -> None:
    known = little_words()
    assert {"en", "fr", "de", "es", "it", "nl", "pt", "pl"} <= set(known)
    assert known["en"] >= {"the", "of"}
