"""Facts files that were found to say what their documents state, so that neither is read again as long as both stay.

What is kept is that it was so, by the digests of the file, of the documents, and of all that reading goes by.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from vendorlint.errors import InputError
from vendorlint.facts.extraction import known_by
from vendorlint.files.cache import NOTHING_KEPT, Cache
from vendorlint.files.text import file_bytes, held
from vendorlint.project.cache import kept
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor


@dataclass(frozen=True, slots=True)
class Current:
    """Whether a vendor's facts file, as it is now, is known to say what its documents state now."""

    cache: Cache
    key: tuple[Any, ...] = ()  # empty where there is no such file
    by: tuple[Any, ...] = ()  # what the documents state is found by

    @classmethod
    def of(cls, vendor: Vendor, project: Project) -> Current:
        """What is known of a vendor; nothing where one of its files cannot be opened, or is held unsaved."""
        path = vendor.facts_path
        _, by = known_by(vendor.documents, vendor.id, project, vendor.folder, vendor.customer)
        cache = kept("current", project.config.root)
        if not by or cache.folder is None or held(path) is not None:
            return cls(NOTHING_KEPT)
        if not path.is_file():
            return cls(NOTHING_KEPT, by=tuple(by))
        try:
            return cls(cache, ("said", hashlib.sha256(file_bytes(path)).hexdigest(), by), tuple(by))
        except InputError:
            return cls(NOTHING_KEPT)

    def is_known(self, *, silent: bool = False) -> bool:
        """Whether it was found to be so; `silent`: and there was nothing to tell of what was read."""
        found = self.cache.get(self.key)
        return found is not None and (found or not silent)

    def keep(self, *, silent: bool = False) -> None:
        """Keep that it is."""
        self.cache.put(self.key, silent)
