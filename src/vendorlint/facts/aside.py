"""Documents of which little is left for the customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vendorlint.files.notice import Notice
from vendorlint.place import FilePlace


def aside_notices(raw: Mapping[str, Any], documents: Mapping[str, Path]) -> Iterator[Notice]:
    """That most of a document holds for others than the customer, or states nothing, so that its facts may be few.

    `raw` is the content of a facts file, `documents` the files of its documents by id.
    """
    for document in raw["documents"]:
        if share := document.get("set_aside"):
            cure = "name your region, plan and products in vendor.yaml (customer:), or read it yourself"
            message = f"{share:.0%} of its words hold for others than the customer or state nothing; {cure}"
            yield Notice(FilePlace(documents[document["id"]]), message)
