"""What was read once is not read again, and nothing comes of it but time: the same facts and findings, whatever becomes of what is kept."""

from __future__ import annotations

import hashlib
import os
import time
import zlib
from pathlib import Path

import pytest

from vendorlint.files import cache as cache_module
from vendorlint.files.cache import Cache

from ..readers.docx.word import docx, p, r
from .conftest import TERMS, Vendorlint


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def entries(home: Path) -> list[Path]:
    return sorted((home / ".cache" / "vendorlint" / "facts").glob("??/*.facts"))


@pytest.fixture
def misread(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is found again as if the terms said something else."""
    get = Cache.get

    def changed(self: Cache, key: object) -> object:
        found = get(self, key)
        if found and self.folder and self.folder.name == "facts":
            found["facts"]["ai"]["training"]["customer_content"]["value"] = "prohibited"
        return found

    monkeypatch.setattr(Cache, "get", changed)


def test_the_same_comes_of_it(vendorlint: Vendorlint, repository: Path, home: Path) -> None:
    plain = vendorlint("check", "--output", "json", "--today", "2026-11-30")
    first = vendorlint("check", "--output", "json", "--today", "2026-11-30", HOME=str(home))
    (entry,) = entries(home)
    assert (entry.parents[1].stat().st_mode & 0o777, first) == (0o700, plain)
    assert vendorlint("check", "--output", "json", "--today", "2026-11-30", HOME=str(home)) == plain
    assert vendorlint("extract", HOME=str(home)).code == 0
    assert vendorlint("extract", "--check", HOME=str(home)).code == 0
    assert entries(home) == [entry]


@pytest.mark.usefixtures("misread")
def test_it_is_read_from_there_and_not_where_nobody_wants_it(
    vendorlint: Vendorlint, repository: Path, home: Path
) -> None:
    assert vendorlint("check", HOME=str(home)).code == 1
    assert vendorlint("check", HOME=str(home)).code == 0
    assert vendorlint("check", "--no-cache", HOME=str(home)).code == 1
    assert vendorlint("check", HOME=str(home), VENDORLINT_NO_CACHE="1").code == 1
    own = str(home / "own")
    assert (vendorlint("check", HOME=str(home), XDG_CACHE_HOME=own).code, len(list(Path(own).rglob("*.facts")))) == (
        1,
        1,
    )


@pytest.mark.usefixtures("misread")
@pytest.mark.parametrize("change", ["terms", "customer", "own facts", "precedence", "limits", "name"])
def test_whatever_reading_depends_on_has_it_read_anew(
    vendorlint: Vendorlint, repository: Path, home: Path, change: str
) -> None:
    vendor, config = repository / "vendors" / "brightleaf", repository / "vendorlint.yaml"
    assert vendorlint("check", HOME=str(home)).code == 1
    if change == "terms":
        (vendor / "terms.md").write_text(f"{TERMS}\nMore.\n")
    elif change == "customer":
        (vendor / "vendor.yaml").write_text("version: 1\ncustomer: {region: BR}\n")
    elif change == "own facts":
        assert vendorlint("new", "fact", "acme.escrow").code == 0
        config.write_text(f"{config.read_text()}facts: [facts]\n")
    elif change == "precedence":
        config.write_text(f"{config.read_text()}precedence: [sla]\n")
    elif change == "limits":
        config.write_text(f"{config.read_text()}limits: {{seconds: 30}}\n")
    else:
        (vendor / "terms.md").rename(vendor / "agreement.md")
    assert (vendorlint("check", HOME=str(home)).code, len(entries(home))) == (1, 2)
    assert vendorlint("check", HOME=str(home)).code == 0


@pytest.mark.parametrize("broken", [b"", b"no digest", b"0" * 64 + b"\n{}", None])
def test_a_broken_entry_is_read_anew(
    vendorlint: Vendorlint, repository: Path, home: Path, broken: bytes | None
) -> None:
    plain = vendorlint("check", HOME=str(home))
    (entry,) = entries(home)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] if broken is None else broken)
    assert vendorlint("check", HOME=str(home)) == plain
    assert entry.read_bytes() == whole


def files(home: Path, name: str) -> list[Path]:
    return sorted((home / ".cache" / "vendorlint" / name).glob(f"??/*.{name}"))


@pytest.mark.parametrize("broken", [b"", b"0" * 64 + b"\n{}"])
@pytest.mark.parametrize("name", ["parsed", "verdicts"])
def test_any_broken_entry_is_found_anew(
    vendorlint: Vendorlint, repository: Path, home: Path, name: str, broken: bytes
) -> None:
    plain = vendorlint("check", HOME=str(home))
    kept = {path: path.read_bytes() for path in files(home, name)}
    for path in kept:
        path.write_bytes(broken)
    for path in entries(home):  # so that the extractor is asked
        path.unlink()
    assert vendorlint("check", HOME=str(home)) == plain
    assert len(kept) > 0
    assert {path: path.read_bytes() for path in files(home, name)} == kept


def test_rules_are_asked_again_where_anything_that_they_see_is_another(
    vendorlint: Vendorlint, repository: Path, home: Path
) -> None:
    """An answer is found again as if nothing were wrong, for the same question alone."""

    def check(*words: str) -> int:
        return vendorlint("check", *words, HOME=str(home)).code

    days = ("--today", "2026-11-29"), ("--today", "2026-11-30")
    assert check(*days[0]) == 1
    packed = zlib.compress(b"[]", 1)
    for answer in files(home, "verdicts"):  # that the rules are sound, and what they answered
        answer.write_bytes(hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)
    assert (check(*days[0]), check(*days[1])) == (0, 1)
    assert check(*days[0], "--no-cache") == 1
    (repository / "vendors" / "brightleaf" / "terms.md").write_text(f"{TERMS}\nYou may call us at any time.\n")
    assert check(*days[0]) == 1


def test_a_yaml_file_is_told_wrong_however_often_it_is_read(
    vendorlint: Vendorlint, repository: Path, home: Path
) -> None:
    """What is kept of a file is that it is right, and of what schema."""
    config = repository / "vendorlint.yaml"
    right = config.read_text()
    assert vendorlint("check", HOME=str(home)).code == 1
    for wrong in (f"{right}fail_onn: error\n", f"{right}version: 1\n", f"{right}fail_on: [\n"):
        config.write_text(wrong)
        first, second = (vendorlint("check", HOME=str(home)) for _ in range(2))
        assert (first.code, first) == (2, second)
    config.write_text(right)
    assert vendorlint("check", HOME=str(home)).code == 1


def test_a_document_that_cannot_be_read_is_tried_again(vendorlint: Vendorlint, repository: Path, home: Path) -> None:
    (repository / "vendors" / "brightleaf" / "annex.pdf").write_bytes(b"%PDF-1.7 and no page")
    for _ in range(2):
        assert (vendorlint("check", HOME=str(home)).code, entries(home)) == (2, [])


def test_a_folder_that_cannot_be_written_keeps_nothing(vendorlint: Vendorlint, repository: Path, home: Path) -> None:
    (home / ".cache").write_text("a file")
    assert (vendorlint("check", HOME=str(home)).code, (home / ".cache").read_text()) == (1, "a file")


def test_the_user_sees_and_clears_it(vendorlint: Vendorlint, repository: Path, home: Path) -> None:
    vendorlint("check", HOME=str(home))
    folder = home / ".cache" / "vendorlint"
    kept = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in kept) / 1024 / 1024
    assert {path.suffix for path in kept} == {
        ".facts",
        ".parsed",
        ".verdicts",
    }  # and .current once there is a facts file
    assert vendorlint("cache", HOME=str(home)).out == f"{folder}\n{len(kept)} entries, {size:.1f} MB\n"
    again = [path for path in folder.rglob("*") if path.is_file()]
    assert vendorlint("cache", "clear", HOME=str(home)).out == f"{len(again)} entries removed\n"
    assert entries(home) == []
    assert vendorlint("cache").out == "nowhere: VENDORLINT_NO_CACHE is set, or there is no home\n"


def test_there_is_none_in_a_repository(vendorlint: Vendorlint, repository: Path) -> None:
    assert vendorlint("check", HOME=str(repository)).code == 1
    assert list(repository.rglob("*.facts")) == []


def test_the_oldest_go_where_there_is_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    monkeypatch.setattr(cache_module, "FOLDERS", 1)
    keys = [key for key in range(4000) if kept._path(key).parent.name == "00"][:10]  # type: ignore[union-attr]
    for age, key in enumerate(keys):
        kept.put(key, os.urandom(500).hex())
        path = kept._path(key)
        assert path is not None
        os.utime(path, (time.time(), time.time() - 10_000 + age))
    size = sum(each.st_size for each in kept.entries().values())
    monkeypatch.setattr(cache_module, "MAX_BYTES", size)
    kept.put(keys[0], os.urandom(600).hex())
    there = [key for key in keys if kept.get(key) is not None]
    assert there == [keys[0], *keys[4:]]


def test_a_vendor_that_is_current_is_neither_read_nor_parsed(
    vendorlint: Vendorlint, repository: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, place = ("--output", "json", "--today", "2026-11-30"), {"HOME": str(home)}
    vendor = repository / "vendors" / "brightleaf"
    assert vendorlint("extract", **place).code == 0
    plain = [vendorlint("check", *day), vendorlint("extract", "--check")]
    assert [vendorlint("check", *day, **place), vendorlint("extract", "--check", **place)] == plain
    with monkeypatch.context() as patch:
        patch.setattr("vendorlint.jobs.extract.extract", None)
        patch.setattr("vendorlint.facts.anew.extract", None)
        assert [vendorlint("check", *day, **place), vendorlint("extract", "--check", **place)] == plain
    text = (vendor / "facts.yaml").read_text()
    (vendor / "facts.yaml").write_text(text.replace("value: 60", "value: 90"))
    assert vendorlint("extract", "--check", **place) == vendorlint("extract", "--check")
    assert vendorlint("extract", "--check", **place).code == 1
    assert vendorlint("check", *day, **place) == vendorlint("check", *day)
    (vendor / "facts.yaml").write_text(text)
    (vendor / "terms.md").write_text(TERMS.replace("60 days", "61 days"))
    assert vendorlint("extract", "--check", **place).code == 1
    assert vendorlint("check", *day, **place) == vendorlint("check", *day)


def test_what_was_just_written_is_current_and_no_file_is_rendered_again(
    vendorlint: Vendorlint, repository: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository / "vendors" / "brightleaf"
    (folder / "annex.docx").write_bytes(docx(p(f"<w:ins>{r('We will tell You of it.')}</w:ins>")))
    told = "vendors/brightleaf/annex.docx: holds tracked changes; they were read as accepted\n"
    first = vendorlint("extract", HOME=str(home))
    assert (first.code, first.out.startswith(told)) == (0, True)
    with monkeypatch.context() as patch:
        patch.setattr("vendorlint.jobs.extract.extract", None)
        patch.setattr("vendorlint.facts.quotes.read_source", None)
        again = vendorlint("extract", HOME=str(home))
        assert (again.code, again.out, again.err) == (0, told, "")
    assert vendorlint("extract", "--check") == again
    (folder / "terms.md").write_text(TERMS.replace("60 days", "61 days"))
    assert vendorlint("extract", "--check", HOME=str(home)).code == 1


def test_a_check_hides_nothing_that_an_extraction_tells(vendorlint: Vendorlint, repository: Path, home: Path) -> None:
    folder = repository / "vendors" / "brightleaf"
    (folder / "terms.md").write_text(f"{TERMS}\n~~We never use what you store in it.~~\n")
    (folder / "empty.md").write_text("\n")
    for _ in range(2):  # the second finds the facts file to be current
        told = vendorlint("extract", HOME=str(home))
        assert (told.code, "empty.md" in told.err, "struck out" in told.out) == (2, True, True)
        assert vendorlint("check", HOME=str(home)).code == 2
    assert vendorlint("extract", "--check", HOME=str(home)).code == 2
    (folder / "empty.md").unlink()
    for _ in range(2):
        assert "struck out" in vendorlint("extract", HOME=str(home)).out
        assert vendorlint("check", HOME=str(home)).code == 1


def test_nothing_is_kept_in_the_repository_around_the_project(vendorlint: Vendorlint, repository: Path) -> None:
    """Whoever may commit there could commit an answer of their own."""
    project = repository / "procurement"
    project.mkdir()
    for name in ("vendorlint.yaml", "policies", "rego", "vendors"):
        (repository / name).rename(project / name)
    assert vendorlint("check", cwd=project, XDG_CACHE_HOME=str(repository / ".cache")).code == 1
    assert not (repository / ".cache").exists()
