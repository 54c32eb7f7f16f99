"""Terms in folders inside of a vendor's folder, and documents whose names are no Unicode."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from vendorlint.files.yaml.document import read_yaml

from .conftest import TERMS, Vendorlint

HOME = "vendors/brightleaf"
DPA = "# Data Processing Addendum\n\nThe processor will notify the controller of a personal data breach within 48 hours.\n"


@pytest.fixture
def folders(repository: Path) -> Path:
    """The repository with terms of the vendor in two folders more."""
    for name, text in (("annexes/dpa.md", DPA), ("annexes/terms.md", TERMS)):
        path = repository / HOME / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return repository


def test_they_are_read_proved_and_kept_up_to_date(vendorlint: Vendorlint, folders: Path) -> None:
    assert vendorlint("extract").code == 0
    facts = read_yaml(folders / HOME / "facts.yaml").value
    assert [(each["id"], each["path"]) for each in facts["documents"]] == [
        ("dpa", "annexes/dpa.md"),
        ("annexes/terms.md", "annexes/terms.md"),
        ("terms.md", "terms.md"),
    ]
    breach = facts["facts"]["data"]["breach_notice_hours"]
    assert (breach["value"], breach["evidence"][0]["document"]) == (48, "dpa")
    run = vendorlint("check")
    assert (run.code, f"{HOME}/annexes/terms.md:7:5: error[ai-training-opt-in]" in run.out) == (1, True)
    (folders / HOME / "annexes" / "dpa.md").write_text(DPA.replace("48", "72"))
    stale = vendorlint("extract", "--check", f"{HOME}/annexes/dpa.md")
    assert (stale.code, stale.out.startswith(f"{HOME}/facts.yaml: is stale")) == (1, True)
    assert vendorlint("check").err.count("is stale: annexes/dpa.md changed") == 1


def test_a_document_there_is_checked_alone_and_extracted_with_its_vendor(vendorlint: Vendorlint, folders: Path) -> None:
    run = vendorlint("check", f"{HOME}/annexes/dpa.md")
    assert (run.code, run.out.splitlines()[-1].startswith("2 rules x 1 vendor checked")) == (0, True)
    assert "brightleaf" in vendorlint("check", f"{HOME}/annexes/dpa.md", "--output", "json").out
    assert vendorlint("extract", f"{HOME}/annexes/dpa.md").code == 0
    assert [path.relative_to(folders).as_posix() for path in folders.rglob("facts.yaml")] == [f"{HOME}/facts.yaml"]


@pytest.mark.parametrize("hook", [True, False])
@pytest.mark.parametrize("command", ["extract", "check"])
def test_a_folder_that_is_passed_over_was_not_checked(
    vendorlint: Vendorlint, folders: Path, command: str, *, hook: bool
) -> None:
    (folders / HOME / "beta").mkdir()
    for name, text in (("vendor.yaml", "version: 1\n"), ("dpa.md", DPA)):
        (folders / HOME / "beta" / name).write_text(text)
    message = "is a vendor's folder inside of another's and was not read; move it beside that one"
    paths = (f"{HOME}/beta/dpa.md", f"{HOME}/beta/vendor.yaml") if hook else ()
    run = vendorlint(command, *paths, **({"PRE_COMMIT": "1"} if hook else {}))
    assert (run.code, message in run.out + run.err) == (2, True)


def test_it_is_told_of_its_vendor_alone_too(vendorlint: Vendorlint, folders: Path) -> None:
    (folders / HOME / "beta").mkdir()
    (folders / HOME / "beta" / "facts.yaml").write_text("")
    assert (vendorlint("check", "--vendor", "brightleaf").code, vendorlint("check", HOME).code) == (2, 2)


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"caf\xe9/terms.md"])
@pytest.mark.parametrize("command", [["extract"], ["check"], ["extract", "--stdout", HOME]])
def test_a_document_whose_name_is_no_utf8_is_one_line(
    vendorlint: Vendorlint, repository: Path, name: bytes, command: list[str]
) -> None:
    path = Path(os.fsdecode(os.fsencode(repository / HOME) + b"/" + name))
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(TERMS)
    except OSError:
        pytest.skip("this file system keeps no such name")
    run = vendorlint(*command)
    told = rf"\S*{HOME}/caf\S+md(:1:1)?: has a name that is no UTF-8; rename it"
    assert run.code == 2
    if command == ["check"]:
        assert (run.err, len(re.findall(f"  brightleaf: {told}; judged without it", run.out))) == ("", 1)
    else:
        assert re.fullmatch(f"vendorlint: {told}\n", run.err)
    assert (repository / HOME / "facts.yaml").exists() == (command == ["extract"])
