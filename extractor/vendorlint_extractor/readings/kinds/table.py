"""The kinds of facts by name."""

from __future__ import annotations

from collections.abc import Mapping

from vendorlint_extractor.readings.definitions import KindName
from vendorlint_extractor.readings.kinds import amount, code, date, derived, money, permission, presence
from vendorlint_extractor.readings.kinds.kind import Kind

KINDS: Mapping[KindName, Kind] = {
    "presence": presence,
    "permission": permission,
    "amount": amount,
    "money": money,
    "date": date,
    "code": code,
    "derived": derived,
}
