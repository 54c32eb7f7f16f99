"""Fuzzes a reader in process: it gives a rendering with a place per line, or raises ReadingError, and nothing else.

    python tools/fuzz/fuzz.py html|docx|docx-xml|pdf|rtf|eml|msg|mhtml CORPUS [options of libFuzzer]

docx-xml mutates the XML of a document's parts and packs them; docx mutates the bytes of the archive. See README.md.
"""

from __future__ import annotations

import importlib
import io
import re
import sys
import zipfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
PARTS = ("document", "styles", "numbering", "footnotes", "endnotes", "settings")
BETWEEN = b"\0\0"  # parts of docx-xml
_WORD = re.compile(rb"\\\\[a-z]{1,20}-?\d{0,5}|</?[a-zA-Z][\w:]{0,30}>?|\b[a-zA-Z][\w:-]{1,20}=\"[\x20-\x7e]{0,20}?\"")
READERS = {
    "html": "html", "docx": "docx", "docx-xml": "docx", "pdf": "pdf.reader", "rtf": "rtf.reader", "eml": "mail.eml",
    "msg": "mail.msg", "mhtml": "mail.mhtml",
}  # fmt: skip

sys.path.insert(0, str(ROOT / "extractor"))


def main() -> None:
    """Fuzz until libFuzzer's options end it."""
    if len(sys.argv) < 3 or sys.argv[1] not in READERS:
        sys.exit(__doc__)
    kind, corpus = sys.argv[1], Path(sys.argv[2])
    corpus.mkdir(parents=True, exist_ok=True)
    # First of all, as the tests' modules import readers, too. The libraries of the readers are not instrumented: their Python is the standard library's and defusedxml's.
    with atheris.instrument_imports(include=["vendorlint_extractor"]):
        readers = importlib.import_module("vendorlint_extractor.documents.readers.rendering")
        reader = importlib.import_module(f"vendorlint_extractor.documents.readers.{READERS[kind]}")
    given = seeds(kind)
    for number, seed in enumerate(given):
        (corpus / f"seed-{number}").write_bytes(seed)
    dictionary = corpus.with_suffix(".dict")
    dictionary.write_text("".join(f'"{word}"\n' for word in words(given)), encoding="utf-8")
    limits = readers.Limits(unpacked_mb=5, depth=100)

    def one(raw: bytes) -> None:
        try:
            if kind in readers.MAILS:
                reader.split(raw)
                return
            rendering = reader.read(packed(raw) if kind == "docx-xml" else raw, limits)
        except (readers.ReadingError, RecursionError, MemoryError):  # the worker makes one line of each
            return
        if len(rendering.places) != rendering.text.count("\n") + 1:
            raise RuntimeError(f"{len(rendering.places)} places of {rendering.text!r}")
        rendering.text.encode()  # no half of a pair

    atheris.Setup([sys.argv[0], *sys.argv[2:], f"-dict={dictionary}"], one)
    atheris.Fuzz()


def seeds(kind: str) -> list[bytes]:
    """The documents of the tests."""
    if kind in ("html", "pdf"):
        return [path.read_bytes() for path in sorted(ROOT.glob(f"tests/readers/{kind}/*/*.{kind}"))]
    sys.path.insert(0, str(ROOT / "tests"))
    if kind == "rtf":
        rtf = importlib.import_module("readers.rtf.test_rtf")
        return [rtf.rtf(body) for body, _ in rtf.SHOWN]
    if kind in ("eml", "msg", "mhtml"):
        mails = importlib.import_module("readers.mail.test_mails")
        outlook = importlib.import_module("readers.mail.outlook")
        return {
            "eml": [bytes(made) for made, _ in mails.BODIES] + [bytes(mails.attached("a.rtf", mails.RTF))],
            "msg": [outlook.message(body) for body, _, _ in mails.OUTLOOK],
            "mhtml": [bytes(mails.saved())],
        }[kind]
    documents = [document() for document in importlib.import_module("readers.docx.documents").DOCUMENTS]
    return documents if kind == "docx" else [unpacked(document) for document in documents]


def words(given: list[bytes]) -> list[str]:
    """Tags and attributes of the documents, as libFuzzer's dictionaries have words."""
    found = {word for seed in given for word in _WORD.findall(seed)}
    return sorted(word.decode().replace("\\", "\\\\").replace('"', '\\"') for word in found | {b"From: "})


def unpacked(raw: bytes) -> bytes:
    """The parts of an archive, one after another."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = set(archive.namelist())
        return BETWEEN.join(archive.read(f"word/{part}.xml") if f"word/{part}.xml" in names else b"" for part in PARTS)


def packed(raw: bytes) -> bytes:
    """Parts that follow one another as an archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for part, text in zip(PARTS, raw.split(BETWEEN), strict=False):
            if text:
                archive.writestr(f"word/{part}.xml", text)
    return content.getvalue()


if __name__ == "__main__":
    main()
