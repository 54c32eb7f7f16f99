"""Changes a procurement repository at random and runs a command in it, again and again: what ends otherwise than it should is printed.

    python tools/fuzz/repository.py SECONDS [SEED]

A line per fault: the seed, the files, the command, what happened. The seed as the second argument makes it again.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bounded.mutations import COMMANDS, copied, fault, limits, make, mutate


def main() -> None:
    """Run until the time is over, and say how many runs there were."""
    seconds, *seeds = map(int, sys.argv[1:])
    until, runs, faults = time.monotonic() + seconds, 0, 0
    with tempfile.TemporaryDirectory() as home:
        made = make(Path(home) / "made")
        while time.monotonic() < until:
            seed = seeds[0] if seeds else random.randrange(2**32)
            runs += 1
            if found := _one(made, Path(home) / "copy", seed):
                faults += 1
                print(f"{seed}: {found}", flush=True)
            if seeds:
                break
    print(f"{runs} runs, {faults} faults")


def _one(made: Path, to: Path, seed: int) -> str:
    folder = copied(made, to)
    changed = mutate(folder, seed)
    words = random.Random(seed).choice(COMMANDS)
    found = fault(folder, words, limits())
    return f"{changed}: {' '.join(words)}: {found}" if found else ""


if __name__ == "__main__":
    main()
