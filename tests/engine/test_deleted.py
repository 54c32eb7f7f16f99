"""What an amendment takes out of the agreement that it amends."""

from __future__ import annotations

import pytest

from vendorlint_extractor.documents import deleted as module
from vendorlint_extractor.documents.deleted import deleted

OLD = "Either party may end this at will."


@pytest.mark.parametrize(
    "text",
    [
        'The following sentence is deleted from Section 9: "{}"',
        'The words "{}" are hereby struck from Section 9.',
        'Section 16, which reads "{}", is hereby deleted.',
        'Section 9 ("{}") is deleted in its entirety.',
        'The last sentence of Section 9 ("{}") shall no longer apply.',
        "L'article 9 (« {} ») n'est plus applicable.",
        'Section 9 is amended by striking the words "{}" and inserting "Nobody may end this at all."',
        'In Section 7, the sentence "{}" is replaced with "Nobody may end this at all."',
        "Clause 4 is varied by replacing “{}” with “Nobody may end this at all.”",
        'The clause "{}" is deleted.',
        "La phrase suivante de l'article 9 est supprimée : « {} »",
        "À l'article 9, les mots « {} » sont remplacés par « Nobody may end this at all. »",
    ],
)
def test_words_that_are_taken_out(text: str) -> None:
    text = text.format(OLD)
    assert [(text[each.start : each.end].strip(), each.kind, each.words) for each in deleted(text)] == [
        (OLD, "struck", 7)
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Section 9 is deleted in its entirety and replaced with the following: "{}"',
        'Section 9 is deleted and replaced by: "{}"',
        'For residents of Ohio this annex entirely replaces the above "{}" section.',
        "The following replaces the provisions of the “{}” clause above.",
        'Section 9 is amended by deleting it and substituting the words "{}".',
        'Section 9 is amended and restated to read: "{}"',
        'Section 9 is deleted. A new Section 10 says: "{}"',
        "L'article 9 est remplacé par la phrase suivante : « {} »",
        'We delete what is marked "{}".',
        'The term "the old end" is deleted from Section 9.',
        "We delete data as the section _“Your Rights And Ours”_ says.",
        'We remove data under the clause entitled "{}"',
    ],
)
def test_words_that_stay(text: str) -> None:
    assert list(deleted(text.format(OLD))) == []


def test_limits() -> None:
    far = " " * (module.BEFORE - len("words "))
    assert len(list(deleted(f'delete words {far}"{OLD}"'))) == 0
    assert len(list(deleted(f'delete words "{OLD}"'))) == 1
    assert len(list(deleted(f'delete words "{"old " * (module.MAX_QUOTED // 4)}"'))) == 1
    assert len(list(deleted(f'delete words "{"old " * (module.MAX_QUOTED // 4)}."'))) == 0
    assert (module.AFTER, module.MIN_WORDS) == (100, 4)
