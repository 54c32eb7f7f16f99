"""How sure a statement is."""

from __future__ import annotations

from typing import Literal, get_args

Confidence = Literal["low", "medium", "high"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)  # the least sure first
