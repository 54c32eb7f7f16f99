"""The extractor's errors about documents as ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vendorlint.errors import InputError
from vendorlint.place import FilePlace


@contextmanager
def document_errors() -> Iterator[None]:
    """A DocumentError that ends the block becomes an InputError."""
    from vendorlint_extractor import DocumentError

    try:
        yield
    except DocumentError as error:
        place = FilePlace(error.path, error.line, error.column or 1) if error.line else error.path
        raise InputError(error.message, place) from None
