"""Times `vendorlint history` over hundreds of versions of a contract: the first run, which reads them, and those after it.

    python benchmarks/history.py [--versions 300] [--vendor harrowfield]

The versions are the documents of a vendor of examples/rules; a clause comes and goes in the first, and another differs in each.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples" / "rules" / "vendors"
COMMAND = [sys.executable, "-c", "from vendorlint.cli.app import main; main()"]
IDENTITY = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@example.org", "-c", "commit.gpgsign=false")
TRAINS = "99.2 We may use Customer Content to train our machine-learning models.\n"
RUNS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--versions", type=int, default=300)
    parser.add_argument("--vendor", default="harrowfield")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        size = write_repository(root, EXAMPLES / arguments.vendor, arguments.versions)
        print(f"{arguments.versions} versions of {size / 1000:.0f} kB of terms")
        print(f"first run: {timed(root, arguments.vendor):.1f} s")
        print(f"after it:  {min(timed(root, arguments.vendor) for _ in range(RUNS)):.1f} s")


def write_repository(root: Path, vendor: Path, versions: int) -> int:
    """Commit the versions; the bytes of terms in one."""
    folder = root / "vendors" / vendor.name
    folder.mkdir(parents=True)
    for document in vendor.glob("*.md"):
        shutil.copy(document, folder)
    (root / "vendorlint.yaml").write_text("version: 1\n")
    changing = min(folder.iterdir())
    before = changing.read_text()
    git(root, "init", "--quiet")
    for version in range(versions):
        orders = f"99.1 {version} orders had been placed when this version was made.\n"
        changing.write_text("\n".join([before, "## 99. Further", "", orders, TRAINS if version // 20 % 2 else ""]))
        git(root, "add", ".")
        git(
            root,
            "commit",
            "--quiet",
            "-m",
            f"Version {version}",
            date=f"{2000 + version // 12}-{version % 12 + 1:02d}-01",
        )
    return sum(path.stat().st_size for path in folder.iterdir())


def git(root: Path, *arguments: str, date: str = "2000-01-01") -> None:
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{date}T08:00:00Z")
    subprocess.run(["git", *IDENTITY, *arguments], cwd=root, check=True, env=os.environ | dates)


def timed(root: Path, vendor: str) -> float:
    """Seconds of a run."""
    begun = time.perf_counter()
    command = [*COMMAND, "history", vendor, "--output", "html=history.html"]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
