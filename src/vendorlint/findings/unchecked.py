"""What a run could not check: vendors, and documents of vendors that are judged by their others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError, InputErrors, NothingToCheckError, VendorlintError
from vendorlint.place import FilePlace


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Why a vendor could not be judged (`whole`), or why one of its documents was not read; a vendor may have several."""

    vendor: str
    place: FilePlace
    reason: str
    whole: bool


def unchecked_of(vendor: str, home: Path, error: VendorlintError, *, whole: bool = True) -> Iterator[Unchecked]:
    """What kept a vendor, or documents of it, from being read; `home` stands for what has no place of its own."""
    for each in error.errors if isinstance(error, InputErrors) else [error]:
        place = each.file_place if isinstance(each, InputError) else None
        reason = each.message if isinstance(each, InputError) and place else str(each).removeprefix(f"{home}: ")
        yield Unchecked(vendor, place or FilePlace(home), reason, whole)


def whole_vendors(unchecked: Iterable[Unchecked]) -> frozenset[str]:
    """The vendors that were not judged at all."""
    return frozenset(each.vendor for each in unchecked if each.whole)


def single_documents(unchecked: Iterable[Unchecked]) -> frozenset[Path]:
    """The documents that were not read of vendors that were judged."""
    return frozenset(each.place.path for each in unchecked if not each.whole)


def none_judged(errors: Iterable[VendorlintError]) -> VendorlintError:
    """The error of a run in which no vendor could be judged: that there was nothing, or all that is wrong."""
    kept = list(errors)
    if all(isinstance(error, NothingToCheckError) for error in kept):
        return NothingToCheckError("\n".join(str(error) for error in kept))
    flat = (one for each in kept for one in (each.errors if isinstance(each, InputErrors) else [each]))
    return InputErrors(one if isinstance(one, InputError) else InputError(str(one)) for one in flat)
