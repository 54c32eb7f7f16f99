"""`vendorlint new vendor`, `vendorlint waive`, and vendors named where a path is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..command import Run
from .conftest import TERMS, Vendorlint

UNTIL = ("--until", "2027-03-31", "--today", "2026-11-30")
BY = ("--by", "legal@example.org")
WHY = ("--reason", "The pilot holds no content: none at all.")
SCHEMA = "# yaml-language-server: $schema=https://raw.githubusercontent.com/vendorlint/vendorlint/main/src/vendorlint/schemas/"
ENTRY = """\
- rule: ai-training-opt-in
  vendor: brightleaf
  reason: "The pilot holds no content: none at all."
  approved_by: "legal@example.org"
  expires: "2027-03-31"
"""


def test_a_vendor_begins_with_its_terms_and_is_called_by_its_id(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "offer.md").write_text(TERMS)
    run = vendorlint("new", "vendor", "Blue Heron GmbH", "offer.md")
    assert run == Run(
        0,
        "created vendors/blue-heron-gmbh/vendor.yaml\ncreated vendors/blue-heron-gmbh/offer.md\n"
        "now say in vendor.yaml who answers for it, and run 'vendorlint extract blue-heron-gmbh'\n",
        "",
    )
    declared = (repository / "vendors/blue-heron-gmbh/vendor.yaml").read_text().splitlines()
    assert declared[:3] == [f"{SCHEMA}vendor.schema.json", "version: 1", 'name: "Blue Heron GmbH"']
    assert vendorlint("extract", "blue-heron-gmbh").code == 0
    assert (
        vendorlint("check", "blue-heron-gmbh", "--quiet").out
        == vendorlint("check", "vendors/blue-heron-gmbh", "--quiet").out
    )
    assert vendorlint("extract", "--stdout", "blue-heron-gmbh").out.startswith("version: 1\nvendor: blue-heron-gmbh\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("Brightleaf",), "vendors/brightleaf: exists already; put its documents there"),
        (("---",), "found '---'; expected the vendor's name, with a letter or digit of ASCII in it"),
        (("Acorn", "no.md"), "no.md: no such file"),
        (("Acorn", "vendorlint.yaml"), "vendorlint.yaml: is no document that can be read; expected one of "),
    ],
)
def test_what_is_no_new_vendor(vendorlint: Vendorlint, repository: Path, args: tuple[str, ...], message: str) -> None:
    run = vendorlint("new", "vendor", "--", *args)
    assert (run.code, run.out, run.err.startswith(f"vendorlint: {message}")) == (2, "", True)
    assert [folder.name for folder in (repository / "vendors").iterdir()] == ["brightleaf"]


def test_a_file_or_folder_goes_before_a_vendor_of_its_name(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "brightleaf").write_text("no vendor")
    assert vendorlint("check", "brightleaf").err.startswith("vendorlint: brightleaf: is no document")


def test_a_vendor_that_is_not_there_is_told_once(vendorlint: Vendorlint) -> None:
    message = "vendorlint: brightlaef: no such file or folder (did you mean 'brightleaf'?)\n"
    assert vendorlint("check", "brightlaef") == Run(2, "", message)


@pytest.mark.parametrize(
    ("command", "message", "code"),
    [
        ("check", "vendors: no such folder; expected one folder per vendor in it", 3),
        ("extract acme", "acme: no such file or folder", 2),
        ("review acme", "vendors: no such folder; expected one folder per vendor in it", 3),
        ("history acme", "vendors/acme: no such folder", 2),
    ],
)
def test_outside_of_a_repository_the_way_to_begin_one_is_told(
    vendorlint: Vendorlint, tmp_path_factory: pytest.TempPathFactory, command: str, message: str, code: int
) -> None:
    run = vendorlint(*command.split(), cwd=tmp_path_factory.mktemp("nowhere"))
    hint = "there is no vendorlint.yaml here or above: run 'vendorlint init' to begin a repository"
    assert run == Run(code, "", f"vendorlint: {message}; {hint}\n")


def test_the_vendor_of_a_finding_that_is_not_there_is_told(vendorlint: Vendorlint) -> None:
    run = vendorlint("waive", "brightlaef/ai-training-opt-in", *WHY, *BY, *UNTIL)
    assert run == Run(2, "", "vendorlint: unknown vendor 'brightlaef' (did you mean 'brightleaf'?)\n")


def test_a_waived_finding_fails_no_more(vendorlint: Vendorlint, repository: Path) -> None:
    run = vendorlint("waive", "brightleaf/ai-training-opt-in", *WHY, *BY, *UNTIL)
    assert run == Run(0, "waivers.yaml: ai-training-opt-in of brightleaf is waived until 2027-03-31\n", "")
    path = repository / "waivers.yaml"
    assert path.read_text() == f"{SCHEMA}waivers.schema.json\nversion: 1\nwaivers:\n{ENTRY}"
    assert vendorlint("check", "--today", "2026-11-30").code == 0
    again = vendorlint("waive", "brightleaf/ai-training-opt-in", *WHY, *BY, *UNTIL)
    message = "vendorlint: waivers.yaml: has a waiver for ai-training-opt-in of brightleaf; change that one\n"
    assert again == Run(2, "", message)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("version: 1\nwaivers: []\n", f"version: 1\nwaivers:\n{ENTRY}"),
        ("waivers: []\nversion: 1\n", None),
        (
            'version: 1\nwaivers:  # ours\n  - {rule: licence-irrevocable, vendor: brightleaf, reason: It is fine., approved_by: me, expires: "2027-01-01"}\n',
            'version: 1\nwaivers:  # ours\n  - {rule: licence-irrevocable, vendor: brightleaf, reason: It is fine., approved_by: me, expires: "2027-01-01"}\n'
            + "".join(f"  {line}\n" for line in ENTRY.splitlines()),
        ),
    ],
    ids=["none yet", "no room", "indented"],
)
def test_what_people_wrote_stays(vendorlint: Vendorlint, repository: Path, before: str, after: str | None) -> None:
    path = repository / "waivers.yaml"
    path.write_text(before)
    run = vendorlint("waive", "brightleaf/ai-training-opt-in", *WHY, *BY, *UNTIL)
    assert (run.code, path.read_text()) == ((0, after) if after else (2, before))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("brightleaf/ai-training", *WHY, *BY, *UNTIL),
            "no finding 'brightleaf/ai-training' (did you mean 'brightleaf/ai-training-opt-in'?)",
        ),
        (
            ("zzz", *WHY, *BY, *UNTIL),
            "no finding 'zzz'; expected VENDOR/RULE or the beginning of a finding's fingerprint",
        ),
        (
            ("brightleaf/ai-training-opt-in", *WHY, *BY, "--until", "soon"),
            "--until is 'soon'; expected a date, YYYY-MM-DD",
        ),
        (
            ("brightleaf/ai-training-opt-in", *WHY, *BY, "--until", "2026-11-29", "--today", "2026-11-30"),
            "--until is 2026-11-29, which has passed; expected a day to come",
        ),
        (("brightleaf/ai-training-opt-in", "--reason", " ", *BY, *UNTIL), "--reason is empty"),
    ],
)
def test_what_is_no_waiver(vendorlint: Vendorlint, repository: Path, args: tuple[str, ...], message: str) -> None:
    assert vendorlint("waive", *args) == Run(2, "", f"vendorlint: {message}\n")
    assert not (repository / "waivers.yaml").exists()
