"""Start-up budgets: what a hook that runs on every commit may cost. The only timings in the suite, each against a budget."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.budget

EXAMPLES = Path(__file__).parents[2] / "examples"
FACTS = EXAMPLES / "vendors" / "ledgerline" / "facts.yaml"
ROUNDS = 9
PROGRAM = str(Path(sys.executable).with_name("vendorlint"))
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: pass\napp()\n"
# What checking a facts file has no business to load: HTTP clients, document parsers, and libraries that start slowly.
FORBIDDEN = {
    "requests", "urllib3", "httpx", "aiohttp", "opa_client",  # HTTP
    "re2", "vendorlint_extractor.documents.document", "pypdfium2", "defusedxml", "selectolax",  # documents
    "pydantic", "rich", "jinja2", "rapidfuzz", "pygls", "starlette", "uvicorn", "dask", "distributed",
}  # fmt: skip


def median_seconds(*command: str) -> float:
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=EXAMPLES)
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


@pytest.fixture(scope="module")
def empty_program(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds of a typer program that does nothing: what the machine of the day gives, some 50 ms at best here."""
    path = tmp_path_factory.mktemp("empty") / "empty.py"
    path.write_text(EMPTY)
    median_seconds(sys.executable, str(path))  # fills the caches
    return median_seconds(sys.executable, str(path))


def test_version_costs_little_more_than_an_empty_typer_program(empty_program: float) -> None:
    # Run bare: its --help would load rich, which takes longer than the program itself.
    assert median_seconds(PROGRAM, "--version") <= 1.5 * empty_program


def test_checking_a_facts_file_takes_less_than_eight_empty_typer_programs(empty_program: float) -> None:
    """It takes 5.7 of them on a busy machine, where jsonschema's import alone takes most of one; 300 ms were asked for."""
    assert median_seconds(PROGRAM, "check", "--trust-facts", str(FACTS), "--today", "2026-11-25") <= 8 * empty_program


def test_checking_a_facts_file_loads_no_more_than_it_needs() -> None:
    script = (
        "import sys, json\n"
        f"sys.argv = ['vendorlint', 'check', '--trust-facts', {str(FACTS)!r}, '--today', '2026-11-25']\n"
        "from vendorlint.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=EXAMPLES)
    loaded = set(json.loads(run.stderr.splitlines()[-1]))
    assert "vendorlint" in loaded
    assert loaded & FORBIDDEN == set()
