"""How the extractor's cost grows: seconds and memory for one document, and time per byte from 10 kB to 10 MB.

    python benchmarks/speed.py [--gold DIR]

The terms are the longest labelled ones where they are at hand, else an example's; figures across sizes are ratios within
one run, of processor time.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from gold import add_gold

from vendorlint_extractor import DocumentError, Extractor, parse_document

ROOT = Path(__file__).parent.parent
ROUNDS = 5
EXTRACTOR = Extractor()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold(parser, required=False)
    options = parser.parse_args()
    source = max(
        options.gold.glob("docs/*.md") if options.gold else (), key=lambda path: path.stat().st_size, default=None
    ) or next((ROOT / "examples").glob("vendors/*/*.md"))
    text = source.read_text(encoding="utf-8")
    once = _seconds(text)
    warm = min(_seconds(text) for _ in range(ROUNDS))
    print(f"{len(text) / 1000:.0f} kB: {once * 1000:.0f} ms at first, {warm * 1000:.0f} ms warm")
    started = time.perf_counter()
    command = [Path(sys.executable).with_name("vendorlint"), "extract", "--stdout", "--format", "json", source]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"whole process: {time.perf_counter() - started:.2f} s, {peak:.0f} MB")
    usual = warm / len(text)
    for size in (10_000, 100_000, 1_000_000, 9_900_000):
        _print_ratio(f"{size / 1000:.0f} kB of terms", (text * (size // len(text) + 1))[:size], usual)
    _print_ratio("1 MB without a blank", "a" * 1_000_000, usual)
    opening = "You agree that this is for you and that we may use your content. "
    _print_ratio("a sentence of parties", opening + "we may, " + "by you " * 140_000 + "train models", usual)
    _print_ratio("a sentence of items", opening + "we may use it " * 60_000 + "(1) and (2) " * 9, usual)
    _print_ratio("1 MB of brackets", "We may use " + "[(" * 500_000, usual)


def _seconds(text: str) -> float:
    document = parse_document(text, path=Path("terms.md"), document_id="terms")
    started = time.process_time()
    try:
        EXTRACTOR.extract([document], vendor="vendor")
    except DocumentError as error:  # a text of one letter is in no language
        print(f"  ({error})")
    return time.process_time() - started


def _print_ratio(name: str, text: str, usual: float) -> None:
    seconds = _seconds(text)
    print(f"{name:24} {seconds:7.2f} s, per byte {seconds / len(text) / usual:.2f} times the usual")


if __name__ == "__main__":
    main()
