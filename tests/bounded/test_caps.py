"""What a file may hold so much of that nobody could read it, or that no machine gets through: each has an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint.errors import InputErrors
from vendorlint.files.yaml.document import parse_yaml, read_yaml
from vendorlint.schemas.schema import validate
from vendorlint_extractor import Extractor, parse_document

OPENING = '# Terms\n\nThese terms are between Acme Inc. ("Acme", "we") and you, the customer, and they are the terms for you and for us.\n\n'
CLAUSE = "We may train our AI models on Your Content"


def stated(text: str) -> dict:
    """The fact of training in a text."""
    document = parse_document(OPENING + text, path=Path("terms.md"), document_id="terms")
    facts = Extractor().extract([document], vendor="acme").to_dict()["facts"]
    return facts["ai"]["training"]["customer_content"] | {"source": " ".join(document.text.split())}


@pytest.mark.parametrize("before", [0, 9_000])
def test_a_clause_that_nobody_would_read_is_quoted_in_part(before: int) -> None:
    """With the words that tell, verbatim, on the lines where they stand."""
    long = "and so on and so forth, " * 400
    fact = stated(f"{long[:before]}we are who we are; {CLAUSE}, {long}.\n")
    (evidence, *_) = fact["evidence"]
    assert (fact["value"], len(evidence["quote"]) <= 5_000, evidence["lines"]) == ("permitted", True, [5, 5])
    assert CLAUSE in evidence["quote"]
    assert evidence["quote"] in fact["source"]


def test_a_value_is_proved_by_so_many_clauses_and_no_more() -> None:
    assert len(stated(f"{CLAUSE}. " * 300)["evidence"]) == 60


def test_a_heading_is_looked_at_so_far() -> None:
    evidence = stated(f"## {'Uses ' * 5_000}\n\n{CLAUSE}.\n")["evidence"][0]
    assert evidence["section"] == " ".join(["Uses"] * 80)


def test_a_file_with_too_many_values(tmp_path: Path) -> None:
    path = tmp_path / "vendor.yaml"
    path.write_text("x:\n" + "- a\n" * 200_000)
    with pytest.raises(InputErrors) as raised:
        read_yaml(path)
    assert str(raised.value) == f"{path}:199999:3: holds more than 200,000 values; nobody reads so many"


def test_a_file_with_many_errors_tells_the_first() -> None:
    keys = "".join(f"k{number}: 1\n" for number in range(1_000))
    document = parse_yaml(f"version: 1\n{keys}", Path("vendor.yaml"))
    with pytest.raises(InputErrors) as raised:
        validate(document, "vendor")
    *lines, last = str(raised.value).split("\n")
    assert [line.partition(": ")[0] for line in lines] == [f"vendor.yaml:{number}:1" for number in range(2, 42)]
    assert last == "and 60 more errors"
