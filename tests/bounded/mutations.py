"""Procurement repositories with something wrong in one of their files, and what holds of every command on them.

A repository is made once and copied; a number says what is changed in a copy, so that what fails can be made again.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from ..command import Run, run_command

TERMS = """\
# Fernhill Terms of Service

These Terms are between Fernhill Ltd. ("Fernhill", "we", "us") and the customer who accepts them ("Customer", "you").

## 1. Content

1.1 We may use Your Content to train our models.

1.2 We will keep the source code of the Service in escrow.

## 2. Liability

2.1 Our total liability is limited to the fees paid in the 12 months before the claim.

2.2 These Terms are governed by the laws of Norway.
"""
FILES = {
    "vendorlint.yaml": "version: 1\nvendors: vendors\npolicy: [policies/house.yaml, vendorlint/ai]\nrego: [rego]\nfacts: [own]\nfail_on: error\nlimits: {seconds: 30}\n",
    "policies/house.yaml": (
        "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {severity: error, on_silence: warning, applies_to: {tier: [low, standard, critical]}}\n"
        "  change-notice-days: {params: {days: 30}}\n  house-escrow: {severity: warning}\n"
    ),
    "waivers.yaml": (
        "version: 1\nwaivers:\n  - rule: ai-training-opt-in\n    vendor: fernhill\n    reason: Signed before the policy was in force.\n"
        '    approved_by: Legal\n    expires: "2027-03-31"\n'
    ),
    "own/house/escrow.yaml": (
        "title: Escrow\ntype: bool\nmeaning: Whether the source code is kept in escrow.\nkind: presence\nlanguages:\n  en:\n    readings:\n"
        "      - value: true\n        all: ['\\bescrow\\b']\nexamples:\n  en:\n    - {text: \"We keep the code in escrow.\", value: true}\n"
    ),
    "rego/house_escrow.rego": (
        "# METADATA\n# title: Escrow\n# description: Source code is kept in escrow.\n# custom:\n#   severity: error\n#   on_silence: pass\n"
        "package vendorlint.rules.house_escrow\n\nimport rego.v1\n\ndeny contains result if {\n\tinput.facts.house.escrow.value == false\n"
        '\tresult := {"message": "no escrow", "fact": "house.escrow"}\n}\n'
    ),
    "vendors/fernhill/vendor.yaml": 'version: 1\nname: Fernhill\nowner: it@example.org\ntier: standard\ndata: [personal]\nrenewal_date: "2027-01-31"\n',
    "vendors/fernhill/terms.md": TERMS,
    "vendors/other/terms.md": TERMS.replace("Fernhill", "Otherwise"),
}
FACTS, BASELINE = "vendors/fernhill/facts.yaml", "vendorlint-baseline.json"
KINDS = (*(name for name in FILES if not name.endswith(".md")), FACTS, BASELINE)
TERMS_FILE = "vendors/fernhill/terms.md"
COMMANDS = (
    *(("check", "--output", name) for name in ("text", "json", "sarif", "markdown", "junit", "github", "gitlab", "html")),
    ("check", "--vendor", "fernhill"),
    ("check", "vendors/fernhill/facts.yaml"),
    ("check", "--exit-zero"),
    ("extract",),
    ("extract", "--check"),
    ("extract", "--stdout", "vendors/fernhill"),
    ("review", "fernhill", "--list"),
    ("review", "fernhill", "--confirm", "dispute.governing_law", "--by", "Legal"),
    ("diff", "vendors/fernhill", "vendors/other"),
    ("calendar",),
    ("rules",),
    ("explain", "ai-training-opt-in"),
    ("facts",),
    ("text", TERMS_FILE),
    ("test",),
    ("waivers",),
    ("config",),
    ("baseline", "update"),
    ("policy", "show"),
    ("policy", "export", "out"),
)  # fmt: skip
LONG = "Y" * 70_000
ODD = (
    "", "~", "null", "true", "no", "-1", "0", "1e999", "9" * 400, "0x1F", "1_000", ".inf", "NaN", '""', '" "', "[]", "{}", "[[[]]]", "{a: {b: {c: []}}}", "*x", "&x 1",
    "!!python/object:os.system x", "<<", "2026-13-45", '"2026-02-30"', '"0001-01-01"', '"9999-12-31"', "999999999999999999", '"\\u0000"', '"\\ud800"', '"\\u202e"', "'", '"', "|", ">", "- -", "? :", ": :", "#", "%YAML 9",
    "---", "...", "\t", "../../etc/passwd", "/etc/passwd", '"a\\nb"', "vendorlint/nothing", "é" * 300, '"' + LONG + '"', "[" * 300, "{a: " * 100, "\ufeff", "\x85", "\u2028",
)  # fmt: skip
_TOKEN = re.compile(r"""[A-Za-z0-9_./-]+|"[^"\n]*"|'[^'\n]*'|[^\s]""")


def make(folder: Path) -> Path:
    """The repository as it should be, with facts and a baseline."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / ".git").mkdir()
    for words in (("extract",), ("baseline", "create")):
        run = run_command(*words, cwd=folder, environ={})
        assert (run.code, run.err) == (0, ""), run
    return folder


def copied(made: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(made, to)
    return to


def mutate(folder: Path, seed: int) -> str:
    """Change one file, or a few, and say which."""
    chance = random.Random(seed)
    changed = [chance.choice((*KINDS, TERMS_FILE)) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    for name in changed:
        path = folder / name
        if chance.random() < 0.15:
            _replace(path, chance)
        elif path.is_file():
            path.write_bytes(mutated(path.read_bytes(), chance))
    return ", ".join(changed)


def _replace(path: Path, chance: random.Random) -> None:
    """In the place of a file: none, a folder, a link to nowhere, to itself or out of the repository, a pipe, bytes."""
    if path.is_dir() and not path.is_symlink():
        return
    path.unlink(missing_ok=True)
    ways: tuple[Callable[[], object], ...] = (
        lambda: None,
        path.mkdir,
        lambda: path.symlink_to("nowhere"),
        lambda: path.symlink_to(path.name),
        lambda: path.symlink_to("/etc/passwd"),
        lambda: os.mkfifo(path),
        lambda: path.write_bytes(b""),
        lambda: path.write_bytes(chance.randbytes(300)),
        lambda: path.write_bytes(b"\0" * 300),
    )
    chance.choice(ways)()


def mutated(raw: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        raw = chance.choice(_WAYS)(raw, chance)
    return raw


def _token(raw: bytes, chance: random.Random) -> bytes:
    """A word, a string or a sign is something odd, or another of the file."""
    text = raw.decode("utf-8", "replace")
    tokens = list(_TOKEN.finditer(text))
    if not tokens:
        return raw
    found = chance.choice(tokens)
    other = chance.choice(ODD) if chance.random() < 0.8 else chance.choice(tokens)[0]
    return (text[: found.start()] + other + text[found.end() :]).encode("utf-8", "surrogatepass")


def _lines(raw: bytes, chance: random.Random) -> bytes:
    """A line is gone, is there twice, is indented otherwise or stands elsewhere."""
    lines = raw.split(b"\n")
    at, other = (chance.randrange(len(lines)) for _ in range(2))
    way = chance.randrange(5)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(other, lines[at])
    elif way == 2:
        lines[at] = b"  " + lines[at]
    elif way == 3:
        lines[at] = lines[at].strip()
    else:
        lines = lines[:at] + lines[at:other]
    return b"\n".join(lines)


def _bytes(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    length = chance.randrange(30)
    return raw[:at] + chance.choice((b"", chance.randbytes(length), raw[at : at + length] * 2)) + raw[at + length :]


def _keys(raw: bytes, chance: random.Random) -> bytes:
    """A key has another value: a mapping, a list, or nothing."""
    lines = raw.split(b"\n")
    keyed = [index for index, line in enumerate(lines) if b": " in line]
    if keyed:
        index = chance.choice(keyed)
        head, _, _ = lines[index].partition(b": ")
        lines[index] = head + b": " + chance.choice(ODD).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_token, _token, _keys, _keys, _lines, _bytes)


def fault(folder: Path, words: tuple[str, ...], environ: Mapping[str, str]) -> str:
    """What is wrong with how a command ends in a repository; empty where nothing is."""
    run = run_command(*words, cwd=folder, environ=environ)
    if run.code not in (0, 1, 2, 3):
        return f"exits with {run.code}: {run.err}"
    if "internal error" in run.out + run.err or "Traceback" in run.err:
        return run.err or run.out
    if run.code in (2, 3) and not (run.err or run.out):
        return f"exits with {run.code} and says nothing"
    if any(not line.startswith("vendorlint: ") for line in run.err.splitlines() if run.code >= 2):
        return f"stderr has a line that is none of ours: {run.err}"
    return _unfounded(words, run) or (_unread(folder, environ) if words == ("extract",) else "")


def _unfounded(words: tuple[str, ...], run: Run) -> str:
    """Exit code 1 without a finding, a change or a failed test."""
    if run.code == 1 and words == ("check", "--output", "json"):
        summary = json.loads(run.out)
        return "" if summary["findings"] else "exits with 1 without a finding"
    return "" if run.code != 1 or run.out else "exits with 1 and shows nothing"


def _unread(folder: Path, environ: Mapping[str, str]) -> str:
    """A facts.yaml that the tool itself cannot read, or that it finds stale right after it wrote it."""
    again = run_command("extract", cwd=folder, environ=environ)
    check = run_command("extract", "--check", cwd=folder, environ=environ)
    if again.code == 0 and (check.code, check.err) != (0, ""):
        return f"what extract wrote it cannot read: {check}"
    return ""


def limits() -> Mapping[str, str]:
    """A home in which nothing is kept."""
    return {"HOME": os.devnull}
