"""The table of kinds."""

from vendorlint_extractor.readings.definitions import KINDS as NAMES
from vendorlint_extractor.readings.kinds.table import KINDS


def test_every_kind_has_its_module() -> None:
    assert tuple(KINDS) == NAMES
    assert [kind.__name__.rpartition(".")[2] for kind in KINDS.values()] == list(NAMES)  # type: ignore[attr-defined]
