"""What many documents cost, on this machine alone and in a cluster, and how it grows: processor time and memory, and a picture of its growth.

    python benchmarks/scale.py [--documents 2000] [--most BYTES] [--corpus DIR] [--picture docs/img/scale.svg]

Each document is a vendor of its own, in a folder that goes afterwards: those of the corpus where it is at hand, else of the examples,
over and over, each with a line of its own so that nothing is known of it. They are read twice: by `extract --jobs 2`, and by
`extract --executor` with a scheduler and two workers on this machine. While that goes on, processor time (user and system) of each
process and memory of the one that was started are looked up in /proc, and set beside how many facts files there are. Time that passes says
nothing where others are at work; processor time does.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gold import corpus

ROOT = Path(__file__).parent.parent
VENDORLINT = str(Path(sys.executable).with_name("vendorlint"))
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
EVERY_SECONDS = 1.0
DOCUMENTS = 2000
MOST = 10_000_000  # bytes, what a document of text may have
WIDTH, HEIGHT, LEFT, TOP = 360, 200, 60, 40  # of a panel of the picture, and where the first begins
COLORS = {"this machine": "#b3541e", "the workers": "#1f6f8b"}


@dataclass(frozen=True, slots=True)
class Sample:
    """So many documents were read; seconds of processor of this machine's processes and of the workers', megabytes of the process
    that was started."""

    documents: int
    here: float
    workers: float
    memory: float


def main() -> None:
    """Print the table, and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--corpus", type=Path, default=corpus())
    parser.add_argument(
        "--most", type=int, default=MOST, metavar="BYTES", help="of a document, of which the rest is cut"
    )
    parser.add_argument("--picture", type=Path, default=ROOT / "docs" / "img" / "scale.svg")
    options = parser.parse_args()
    found: dict[str, list[Sample]] = {}
    with tempfile.TemporaryDirectory() as folder:
        size = _lay_out(Path(folder), options.documents, options.corpus, options.most)
        print(f"{options.documents} documents, {size / 1e6:.0f} MB")
        found["one machine"] = _measured(Path(folder), ["--jobs", "2"], ())
        with _cluster(Path(folder)) as (address, processes):
            found["cluster"] = _measured(Path(folder), ["--executor", address], processes)
    for name, samples in found.items():
        _print_row(name, samples, size)
    options.picture.write_text(_picture(found), encoding="utf-8")


def _lay_out(folder: Path, number: int, source: Path | None, most: int) -> int:
    """Write the vendors; how many bytes their documents have."""
    (folder / "vendorlint.yaml").write_text("version: 1\n")
    kinds = {".md", ".txt"}
    roots = [source / "en", source / "fr"] if source else [ROOT / "examples" / "vendors"]
    texts = [path.read_bytes() for root in roots for path in sorted(root.rglob("*")) if path.suffix in kinds]
    size = 0
    for at in range(number):
        home = folder / "vendors" / f"v{at:06}"
        home.mkdir(parents=True)
        text = (
            texts[at % len(texts)][:most].decode(errors="ignore").encode()
            + f"\n\nThis is copy {at} of these terms.\n".encode()
        )
        (home / "terms.md").write_bytes(text)
        size += len(text)
    return size


@contextlib.contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The address of a scheduler with two workers, and their processes."""
    file = folder / "scheduler.json"
    quiet = ("--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard")
    commands = (("scheduler", "--port", "0", "--no-show"), ("worker", "--nworkers", "2", "--nthreads", "1"))
    environ = os.environ | {"VENDORLINT_NO_CACHE": "1"}
    processes = [
        subprocess.Popen([sys.executable, "-m", "dask", *command, *quiet], cwd=folder, env=environ, stderr=subprocess.DEVNULL)
        for command in commands
    ]  # fmt: skip
    try:
        from distributed import Client

        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2)
        yield json.loads(file.read_text())["address"].replace("tcp", "dask"), (processes[1].pid,)
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def _measured(folder: Path, arguments: list[str], workers: tuple[int, ...]) -> list[Sample]:
    """What extracting all cost, from the first document to the last."""
    for path in folder.glob("vendors/*/facts.yaml"):
        path.unlink()
    with tempfile.TemporaryDirectory() as home, (folder / "out").open("wb") as out:
        environ = os.environ | {"HOME": home}
        process = subprocess.Popen([VENDORLINT, "extract", *arguments], cwd=folder, env=environ, stdout=out, stderr=out)
        before = sum(map(_seconds, workers))
        samples: list[Sample] = []
        while process.poll() is None:
            done = sum(1 for _ in folder.glob("vendors/*/facts.yaml"))
            if done > (samples[-1].documents if samples else 0):
                at_work = sum(map(_seconds, workers)) - before
                samples.append(Sample(done, _seconds(process.pid), at_work, _memory(process.pid)))
            time.sleep(EVERY_SECONDS)
    return samples


def _seconds(root: int) -> float:
    """Seconds of processor of a process and all that it started."""
    parents: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            status = path.read_text().rpartition(") ")[2].split()
            parents.setdefault(int(status[1]), []).append(int(path.parent.name))
            spent[int(path.parent.name)] = (
                sum(map(int, status[11:15])) / TICK
            )  # its own, and of children that have ended
    every, total = [root], 0.0
    while every:
        process = every.pop()
        total += spent.get(process, 0.0)
        every += parents.get(process, [])
    return total


def _memory(process: int) -> float:
    """Megabytes that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE / 1e6


def _print_row(name: str, samples: list[Sample], size: int) -> None:
    """Seconds for a document at the beginning and at the end, and for 100,000 of them."""
    middle, end = samples[len(samples) // 2], samples[-1]
    start = samples[0]
    for what, of in (("this machine", lambda each: each.here), ("workers", lambda each: each.workers)):
        early = (of(middle) - of(start)) / max(middle.documents - start.documents, 1)
        late = (of(end) - of(middle)) / max(end.documents - middle.documents, 1)
        every = (of(end) - of(start)) / (end.documents - start.documents)
        print(
            f"{name:12} {what:12} {every * 1000:7.1f} ms a document ({early * 1000:.1f} in the first half, {late * 1000:.1f} in the second), "
            f"{every * 100_000 / 3600:6.2f} h for 100,000; {end.memory:.0f} MB"
        )
    print(f"{'':12} {size / end.documents / 1000:.0f} kB a document")


def _picture(found: dict[str, list[Sample]]) -> str:
    """The growth as SVG: processor time of each over documents."""
    shown = [
        ("One machine: processor time, s", [("this machine", [(each.documents, each.here) for each in found["one machine"]])]),
        (
            "Cluster: processor time, s",
            [
                ("the workers", [(each.documents, each.workers) for each in found["cluster"]]),
                ("this machine", [(each.documents, each.here) for each in found["cluster"]]),
            ],
        ),
    ]  # fmt: skip
    panels = [_panel(LEFT + at * (WIDTH + LEFT), *each) for at, each in enumerate(shown)]
    size = f"{len(shown) * (WIDTH + LEFT) + LEFT // 2} {HEIGHT + 2 * TOP}"
    style = 'font-family="sans-serif" font-size="12" fill="#333"'
    background = '<rect width="100%" height="100%" fill="#fff"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" {style}>{background}{"".join(panels)}</svg>\n'


def _panel(left: int, title: str, lines: list[tuple[str, list[tuple[int, float]]]]) -> str:
    most = max(x for _, points in lines for x, _ in points), 1.05 * max(y for _, points in lines for _, y in points)

    def at(x: float, y: float) -> str:
        return f"{left + x / most[0] * WIDTH:.0f},{TOP + HEIGHT - y / most[1] * HEIGHT:.0f}"

    drawn = [f'<text x="{left}" y="{TOP - 14}" font-weight="bold">{title}</text>']
    for share in (0.0, 0.5, 1.0):
        level, right = TOP + HEIGHT * (1 - share), left + WIDTH * share
        drawn += [
            f'<path d="M{left} {level}h{WIDTH}" stroke="#ddd"/>',
            f'<text x="{left - 6}" y="{level + 4}" text-anchor="end">{most[1] * share:.0f}</text>',
            f'<text x="{right}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{most[0] * share:.0f}</text>',
        ]
    for name, points in lines:
        color = COLORS[name]
        path = " ".join(at(x, y) for x, y in [(0, 0), *points])
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        if len(lines) > 1:
            x, _, y = at(*points[-1]).partition(",")
            drawn.append(f'<text x="{int(x) - 6}" y="{int(y) - 6}" text-anchor="end" fill="{color}">{name}</text>')
    return "".join(drawn)


if __name__ == "__main__":
    main()
