"""Clauses as patterns see them."""

from vendorlint_extractor.clauses.shown import shown_clauses

from .make import clauses


def test_a_line_each() -> None:
    text = f"# {'Fees ' * 12}\n\nWe may:\n\n- use it"
    assert list(shown_clauses(clauses(text)))[1:] == [
        f"[1 sentence operative | {('Fees ' * 8)}] >> VENDOR may:",
        f"[2 item operative | {('Fees ' * 8)}] VENDOR may: >> use it",
    ]
