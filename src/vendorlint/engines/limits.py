"""What each process of the embedded engine may take, unless a caller says otherwise."""

from __future__ import annotations

DEADLINE_SECONDS = 60.0
MEMORY_MB = 1024
