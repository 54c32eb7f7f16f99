"""What vendors cost that did not change: `extract --check` and `check` of a thousand of them, each a process of its own.

    python benchmarks/unchanged.py [--vendors 1000] [--rounds 3] [--folder DIR] [--program PATH ...]

Writes a repository of vendors into the folder (kept for the next time), each with some 80 clauses of the facts' own examples in an order
drawn from a seed, and runs `extract` once for each program. Then it prints for each program, in turn, the least processor time
(user and system, with that of its processes) and the least time that passed. Programs are `vendorlint`s of several commits; the last
line is what the first takes as a share of the last. They keep what they have read in one cache folder, each under digests of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from vendorlint_extractor import Extractor
from vendorlint_extractor.readings.definitions import load_examples

SEED = 20261130
CLAUSES = 80
COMMANDS = (("extract", "--check"), ("check", "--exit-zero"))
CONFIG = "version: 1\nvendors: vendors\npolicy: [vendorlint/baseline, vendorlint/ai]\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vendors", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "vendorlint-unchanged")
    parser.add_argument("--program", action="append", default=[])
    options = parser.parse_args()
    folder = options.folder / str(options.vendors)
    programs = options.program or [str(Path(sys.executable).with_name("vendorlint"))]
    if not folder.exists():
        write_vendors(folder, options.vendors)
    seconds: dict[str, float] = {}
    for program in programs:
        _run(program, folder, ("extract",))
        for command in COMMANDS:
            _run(program, folder, command)
    for command in COMMANDS:
        for program in programs:
            runs = [_run(program, folder, command) for _ in range(options.rounds)]
            cpu, wall = (min(each) for each in zip(*runs, strict=True))
            seconds[program] = seconds.get(program, 0) + cpu
            print(f"{program}: {' '.join(command):18} {cpu:6.2f} s of processor time, {wall:6.2f} s")
    print(f"both, first to last program: {seconds[programs[0]] / seconds[programs[-1]]:.2f}")


def write_vendors(folder: Path, vendors: int) -> None:
    """A repository with vendors and their terms."""
    definitions = Extractor().definitions.values()
    clauses = sorted({example.text for each in definitions for example in load_examples(each).get("en", ())})
    chance = random.Random(SEED)
    (folder / "vendors").mkdir(parents=True)
    (folder / "vendorlint.yaml").write_text(CONFIG, encoding="utf-8")
    for number in range(vendors):
        home = folder / "vendors" / f"vendor-{number:04}"
        home.mkdir()
        text = "\n\n".join(f"{at}. {clause}" for at, clause in enumerate(chance.sample(clauses, CLAUSES), start=1))
        opening = f'# Terms {number}\n\nBetween Orbita Inc. ("Orbita", "we") and its customer ("Customer").\n\n'
        (home / "terms.md").write_text(opening + text + "\n", encoding="utf-8")
        tier = chance.choice(["critical", "standard", "low"])
        (home / "vendor.yaml").write_text(
            f"version: 1\nname: Vendor {number}\ntier: {tier}\ndata: [personal]\n", encoding="utf-8"
        )


def _run(program: str, folder: Path, command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds of processor, and seconds that passed."""
    environment = os.environ | {"XDG_CACHE_HOME": str(folder.with_name(f"{folder.name}-cache"))}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [program, *command],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


if __name__ == "__main__":
    main()
