"""Who the customer is, of whom terms may say something of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DEFAULT_PLAN = "business"  # the customer pays, as a business, where nobody says otherwise


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer as somebody declares it. `regions` are EEA, UK or ISO 3166 codes, none for no region that terms single out;
    `plan` is one of a scope's, empty for that of a paying business; `products` are called as the terms call them."""

    regions: tuple[str, ...] = ()
    plan: str = ""
    products: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Customer:
        """The customer of a vendor.yaml or a facts file; a region alone may stand without a list."""
        region = raw.get("region", ())
        regions = (region,) if isinstance(region, str) else tuple(region)
        return cls(regions, raw.get("plan", ""), tuple(raw.get("products", ())))

    def to_dict(self) -> dict[str, Any]:
        """The shape of vendor.yaml and of the facts file; what is not named is left out."""
        shown = {"region": list(self.regions), "plan": self.plan, "products": list(self.products)}
        return {key: value for key, value in shown.items() if value}


ANYBODY = Customer()
