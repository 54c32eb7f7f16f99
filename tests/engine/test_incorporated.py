"""Documents that the terms make part of themselves."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.incorporated import incorporated

from .make import LANGUAGES, clauses, document


def found(text: str, own: str = "terms_of_service", code: str = "en") -> list[tuple[str, str, str]]:
    """Type, words and link of each."""
    every = incorporated(document(text).text, clauses(text, code), LANGUAGES[code], own)
    return [(each.type, text[slice(*each.name)], each.link) for each in every]


DPA = "The Data Processing Addendum"


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (f"{DPA} is incorporated by reference.", [("dpa", "Data Processing Addendum", "")]),
        ("The Data Processing\nAddendum is incorporated\n by reference.", [("dpa", "Data Processing\nAddendum", "")]),
        ("The DPA in Schedule B forms part of this.\n\n# Schedule B\n\nIt binds. It is long.", []),
        ("The DPA in Schedule B forms part of this.\n\n# Schedule C\n\nIt binds. It is long.", [("dpa", "DPA", "")]),
        ("The DPA in Schedule B forms part of this.\n\n# Schedule B\n\nOn our site.", [("dpa", "DPA", "")]),
        ("The [DPA](https://x.example/dpa) forms part of this.", [("dpa", "DPA", "https://x.example/dpa")]),
        ("The [full DPA here](<https://x.example/dpa>) forms part of this.", [("dpa", "DPA", "https://x.example/dpa")]),
        (
            "[This](https://x.example/a) is here; the DPA (https://x.example/dpa), and so on, forms part of it.",
            [("dpa", "DPA", "https://x.example/dpa")],
        ),
        ("The [DPA](dpa.html) forms part of this.", [("dpa", "DPA", "dpa.html")]),
        ("The DPA at https://x.example/X, forms part of this.", [("dpa", "DPA", "https://x.example/X")]),
        ("At https://x.example/a is our DPA, which forms part of this.", [("dpa", "DPA", "")]),
        ("The SLA and the AI Terms form part of this.", [("sla", "SLA", ""), ("ai_terms", "AI Terms", "")]),
        ("The Terms of Service form part of this.", []),  # its own type
        ("The DPA is published.", []),
        ("[See](https://x.example/dpa) what forms part of this.", []),  # an address is no name
        ("[This](https://x.example/forms-part-of) is our DPA.", []),
        ("# The DPA forms part of this", []),
        ("# Beta\n\nThe DPA forms part of this, as is said.", [("dpa", "DPA", "")]),
        ("# Summary\n\nThe DPA forms part of this, as is said.", []),
        (
            "These form part of this:\n\n- the DPA\n- the SLA (https://x.example/sla)",
            [("dpa", "DPA", ""), ("sla", "SLA", "https://x.example/sla")],
        ),
        ("The DPA, which forms part of this:\n\n- is short.", [("dpa", "DPA", "")]),
    ],
)
def test_named_with_where_it_is(text: str, documents: list[tuple[str, str, str]]) -> None:
    assert found(text) == documents


def test_of_several_mentions_the_first_with_a_link() -> None:
    text = "The DPA forms part of this. The DPA (https://x.example/1) forms part of it. The DPA (https://x.example/2) forms part of it."
    assert found(text) == [("dpa", "DPA", "https://x.example/1")]
    text = "The DPA forms part of this. Our DPA forms part of it."
    assert found(text) == [("dpa", "DPA", "")]
    each = incorporated(text, clauses(text), LANGUAGES["en"], "")[0]
    assert (each.name, each.clause.index) == ((4, 7), 0)


def test_french() -> None:
    text = "L'accord sur le traitement des données (https://x.example/dpa) fait partie intégrante du contrat."
    assert found(text, code="fr") == [("dpa", "accord sur le traitement des données", "https://x.example/dpa")]
