"""The collector of errors: what it keeps, in which order, and what it lets through."""

from pathlib import Path

import pytest

from vendorlint.errors import EngineError, ErrorCollector, InputError, InputErrors
from vendorlint.place import FilePlace


def test_all_errors_are_told_at_once_in_their_order() -> None:
    errors = ErrorCollector([InputError("is empty", Path("a.yaml"))])
    with errors.collect():
        raise InputError("is no date", FilePlace(Path("b.yaml"), 3, 5))
    with errors.collect():
        raise InputErrors([InputError("first", "vendorlint.yaml:2"), InputError("second")])
    errors.add(InputError("third"))
    with pytest.raises(InputErrors) as caught:
        errors.finalize()
    assert str(caught.value).split("\n") == [
        "a.yaml: is empty",
        "b.yaml:3:5: is no date",
        "vendorlint.yaml:2: first",
        "second",
        "third",
    ]


def test_nothing_is_raised_where_nothing_is_wrong() -> None:
    errors = ErrorCollector()
    with errors.collect():
        pass
    errors.finalize()
    assert not errors


def test_what_is_no_error_of_an_input_ends_the_run() -> None:
    errors = ErrorCollector()
    with pytest.raises(EngineError), errors.collect():
        raise EngineError("crash", "the engine crashed")
