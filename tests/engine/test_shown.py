"""Clauses as patterns see them."""

from vendorlint_extractor.clauses.clause import Part
from vendorlint_extractor.clauses.scope import Scope
from vendorlint_extractor.clauses.shown import shown_clauses

from .make import clause, clauses


def test_a_line_each() -> None:
    text = f"# {'Fees ' * 12}\n\nWe may:\n\n- use it"
    assert list(shown_clauses(clauses(text)))[1:] == [
        f"[1 sentence all | {('Fees ' * 8)}] >> VENDOR may:",
        f"[2 item all | {('Fees ' * 8)}] VENDOR may: >> use it",
    ]


def test_for_whom_a_clause_holds() -> None:
    trial, part = Scope(plan="trial"), Part(0, 4, (Scope(region="BR"),))
    shown = [clause("x", scopes=(trial,)), clause("y", parts=(part,)), clause("z", operative=False)]
    assert [line.partition(" |")[0] for line in shown_clauses(shown)] == [
        "[0 sentence trial",
        "[0 sentence all; 0-4 BR",
        "[0 sentence states nothing",
    ]
