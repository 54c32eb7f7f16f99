"""Terms in folders inside of a vendor's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint.errors import InputError
from vendorlint.project.config import find_config
from vendorlint.project.folders import home_of, unread_folders
from vendorlint.project.targets import Targets, find_targets
from vendorlint.project.vendors import read_vendor


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    folder = tmp_path / "vendors" / "acme"
    put(folder, "terms.md", "orders/2026/q1.md", "annexes/dpa.md")
    return folder


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Terms")


def documents(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in read_vendor(folder).documents]


READ = ["annexes/dpa.md", "orders/2026/q1.md", "terms.md"]


def test_they_are_the_vendors_by_path(acme: Path) -> None:
    assert documents(acme) == READ


@pytest.mark.parametrize(
    "name",
    ["README.md", "annexes/readme.md", ".git/x.md", "_drafts/x.md", "annexes/.old/x.md", "annexes/notes.yaml"],
)
def test_what_is_none(acme: Path, name: str) -> None:
    put(acme, name)
    assert (documents(acme), list(unread_folders(acme))) == (READ, [])


@pytest.mark.parametrize("folder", ["Terms_files", "Terms-Dateien", "Terms_fichiers"])
def test_what_a_browser_saved_beside_a_page_is_none(acme: Path, folder: str) -> None:
    put(acme, f"{folder}/frame.html")
    assert documents(acme) == sorted([*READ, f"{folder}/frame.html"])
    put(acme, "Terms.htm")
    assert documents(acme) == sorted([*READ, "Terms.htm"])


@pytest.mark.parametrize("name", ["vendor.yaml", "facts.yaml"])
def test_a_vendors_folder_inside_of_anothers_is_left_alone(acme: Path, name: str) -> None:
    put(acme, "parts/beta/terms.md", f"parts/beta/{name}")
    message = "is a vendor's folder inside of another's and was not read; move it beside that one"
    assert (documents(acme), list(unread_folders(acme))) == (READ, [(acme / "parts" / "beta", message)])


def test_links_to_folders_are_not_followed(acme: Path, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/secret.md")
    for name, target in (
        ("annexes/up", acme),  # a circle
        ("self", acme / "self"),
        ("again", acme / "annexes"),
        ("out", tmp_path / "elsewhere"),
    ):
        (acme / name).symlink_to(target)
    message = "is a link that leaves the vendor's folder; what it leads to was not read"
    assert (documents(acme), list(unread_folders(acme))) == (READ, [(acme / "out", message)])


def test_a_link_to_a_document_outside_is_refused_in_a_folder_too(acme: Path, tmp_path: Path) -> None:
    put(tmp_path, "secret.md")
    (acme / "annexes" / "more.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(InputError) as caught:
        read_vendor(acme)
    message = "is a link that leaves the vendor's folder; expected the document itself"
    assert str(caught.value) == f"{acme / 'annexes' / 'more.md'}: {message}"


def test_many_levels(acme: Path) -> None:
    deep = "/".join("d" * 150)
    put(acme, f"{deep}/x.md")
    assert documents(acme) == sorted([*READ, f"{deep}/x.md"], key=Path)


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("acme/terms.md", "acme"),
        ("acme/orders/2026/q1.md", "acme"),
        ("acme/_drafts/x.md", None),
        ("acme/.git/x.md", None),
        ("acme/beta/terms.md", None),
        ("terms.md", None),
        ("../terms.md", None),
    ],
)
def test_the_vendor_that_a_file_belongs_to(acme: Path, name: str, home: str | None) -> None:
    put(acme, "beta/vendor.yaml")
    assert home_of(acme.parent / name, acme.parent) == (acme.parent / home if home else None)


def test_a_document_there_stands_for_its_vendor_where_a_hook_names_it(acme: Path, tmp_path: Path) -> None:
    (tmp_path / "vendorlint.yaml").write_text("version: 1\n")
    config = find_config(tmp_path, environ={})
    named = [acme / "annexes" / "dpa.md", acme / "orders" / "2026" / "q1.md"]
    assert find_targets(named, config, hook=True) == Targets(vendors=(read_vendor(acme),))
    assert find_targets(named, config) == Targets(documents=tuple(named))


def test_a_draft_there_is_none_of_a_hooks_business(acme: Path, tmp_path: Path) -> None:
    (tmp_path / "vendorlint.yaml").write_text("version: 1\n")
    put(acme, "_drafts/x.md")
    assert find_targets([acme / "_drafts" / "x.md"], find_config(tmp_path, environ={}), hook=True) == Targets()
