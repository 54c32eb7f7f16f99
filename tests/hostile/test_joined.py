"""A defined term that is written as one word, or with another behind a stroke, is that term; and what looks alike."""

from __future__ import annotations

import pytest

from .test_wording import value

JOINED = ["Customer-Data", "Customer\u2011Data", "CustomerData", "Customer Data/documents"]
OTHERS = ["Customer-Database", "customer/data-free files", "Data/Customer-relations files", "Customers-only Data"]
DEFINED = '1.2 "Customer Data" means all data that Customer submits to the Service.\n\n'


@pytest.mark.parametrize("term", JOINED)
def test_a_term_is_known_as_it_is_joined(term: str) -> None:
    text = f"{DEFINED}2.1 Provider may use {term} to train its AI models."
    assert value(text, "ai.training.customer_content") == "permitted"


def test_a_ban_is_known_too() -> None:
    text = f"{DEFINED}2.1 Provider shall not use Customer-Data to train AI models."
    assert value(text, "ai.training.customer_content") == "prohibited"


@pytest.mark.parametrize("term", OTHERS)
def test_other_words_are_not_it(term: str) -> None:
    text = f"{DEFINED}2.1 Provider gives {term} away to its neighbours."
    assert value(text, "ai.training.customer_content") is None
