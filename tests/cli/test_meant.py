"""What somebody may have meant by an option, a value or a file that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..command import run_command

SAID = {
    "check --polcy x": "no such option: --polcy (did you mean --policy?); see 'vendorlint check --help'",
    "check --quite": "no such option: --quite (did you mean --quiet?); see 'vendorlint check --help'",
    "check --format json": "no such option: --format; see 'vendorlint check --help'",
    "check -z": "no such option: -z; see 'vendorlint check --help'",
    "check --fail-on eror": "invalid value for '--fail-on': 'eror' is not one of 'error', 'warning', 'info' (did you mean 'error'?); see 'vendorlint check --help'",
    "check --fail-on never": "invalid value for '--fail-on': 'never' is not one of 'error', 'warning', 'info'; see 'vendorlint check --help'",
    "check --output": "option '--output' requires an argument",
    "check --policy acne.yaml": "no policy file 'acne.yaml' (did you mean 'acme.yaml'?)",
    "text trems.md": "trems.md: no such file (did you mean 'terms.md'?)",
    "text nothing-like-it.md": "nothing-like-it.md: no such file",
    "chek": "no such command 'chek' (did you mean 'check', 'cache', 'schema'?); see 'vendorlint --help'",
}


@pytest.mark.parametrize(("words", "said"), SAID.items(), ids=SAID)
def test_what_may_have_been_meant(words: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "terms.md").write_text("Provider may sell Customer Data.\n")
    (tmp_path / "acme.yaml").write_text("version: 1\nname: acme\nrequirements: {}\n")
    (tmp_path / "vendors/orbita").mkdir(parents=True)
    (tmp_path / "vendors/orbita/terms.md").write_text("Provider may sell Customer Data.\n")
    run = run_command(*words.split(), cwd=tmp_path, environ={})
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {said}\n")
