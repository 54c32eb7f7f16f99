"""What extraction makes of many documents that nobody has labelled: which are unread and why, and which take long for their size.

    python benchmarks/corpus.py [--corpus DIR] [--slowest 5] [FOLDER...]

Folders are those of the corpus, en and fr by default. Exits with 1 where there is an internal error, or a document that takes more
than RATIO times the median time per byte.
"""

from __future__ import annotations

import argparse
import collections
import re
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from gold import UNSET, corpus

from vendorlint_extractor import DOCUMENT_SUFFIXES, Extractor, NothingReadError, read_document
from vendorlint_extractor.documents.file import DocumentError

RATIO = 20
SMALL = 2000  # characters; below, what every document costs says nothing of its size
ROUNDS = 3  # for documents that seem too slow: the machine may be busy
EXTRACTOR = Extractor()


@dataclass(frozen=True)
class Read:
    """A document that was read, in processor seconds and characters of its text."""

    path: Path
    seconds: float
    size: int

    @property
    def cost(self) -> float:
        """Seconds per character, of at least SMALL."""
        return self.seconds / max(self.size, SMALL)


def main() -> int:
    """Print the figures. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=corpus(), required=corpus() is None, help=UNSET)
    parser.add_argument("--slowest", type=int, default=5)
    parser.add_argument("folders", nargs="*", default=["en", "fr"])
    options = parser.parse_args()
    read: list[Read] = []
    unread: dict[Path, str] = {}
    internal: dict[Path, str] = {}
    for path in sorted(path for name in options.folders for path in (options.corpus / name).iterdir()):
        if path.suffix.lower() not in DOCUMENT_SUFFIXES:
            continue
        try:
            read.append(_read(path))
        except NothingReadError as error:
            (unread if error.unread[0].foreseen else internal)[path] = error.message
        except DocumentError as error:
            unread[path] = error.message
    return _report(read, unread, internal, options.slowest)


def _read(path: Path) -> Read:
    document = read_document(path)
    started = time.process_time()
    EXTRACTOR.extract([document], vendor="corpus")
    return Read(path, time.process_time() - started, len(document.text))


def _report(read: list[Read], unread: dict[Path, str], internal: dict[Path, str], slowest: int) -> int:
    print(
        f"{len(read) + len(unread) + len(internal)} documents, {sum(each.size for each in read) / 1e6:.1f} M characters read"
    )
    kinds = collections.Counter(re.sub(r"\d+", "N", reason) for reason in unread.values())
    print(f"unread: {len(unread)}")
    for kind, number in kinds.most_common():
        names = ", ".join(path.name for path, reason in unread.items() if re.sub(r"\d+", "N", reason) == kind)
        print(f"  {number} {kind}: {names}")
    print(f"internal errors: {len(internal)}", *(f"\n  {path}: {why}" for path, why in internal.items()), sep="")
    usual = statistics.median(each.cost for each in read)
    ranked = sorted((_again(each, usual) for each in read), key=lambda each: -each.cost)
    print(f"median: {usual * 1e6:.1f} µs per character; the slowest:")
    for each in ranked[:slowest]:
        print(f"  {each.cost / usual:5.1f} times, {each.seconds:6.2f} s, {each.size / 1000:5.0f} k: {each.path.name}")
    return int(bool(internal) or ranked[0].cost > RATIO * usual)


def _again(each: Read, usual: float) -> Read:
    """The quickest of some rounds, where the first was too slow."""
    if each.cost <= RATIO * usual / 2:
        return each
    return min((each, *(_read(each.path) for _ in range(ROUNDS))), key=lambda one: one.seconds)


if __name__ == "__main__":
    sys.exit(main())
