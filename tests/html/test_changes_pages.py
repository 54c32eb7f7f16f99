"""The pages of `vendorlint history` and `vendorlint diff`: keyboard, colour schemes, narrow screens, print, and axe-core."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import Open, vendorlint, write_policy
from .test_looks import BROKEN_WORDS

HEAD = "# Larkspur Terms of Service\n\nBy using the Service, Customer agrees.\n\n## 1. Content\n\n"
TRAINS = f"{HEAD}1.1 We may use Customer Content to provide the Service and to train our machine-learning models.\n"
BANS = f"{HEAD}1.1 We will not use Customer Content to train our machine-learning models.\n"
IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The history of terms that alternate twelve times, the comparison of the two versions, and them side by side."""
    root = tmp_path_factory.mktemp("changes")
    write_policy(root, {"ai-training-opt-in": {"severity": "error", "on_silence": "warning"}})
    (root / ".git").rmdir()
    terms = root / "vendors" / "larkspur" / "terms.md"
    terms.parent.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    for month in range(1, 13):
        terms.write_text(TRAINS if month % 2 else BANS)
        date = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"2031-{month:02d}-01T08:00:00Z")
        for arguments in (("add", "."), ("commit", "--quiet", "-m", f"Month {month} <b>")):
            subprocess.run(["git", *IDENTITY, *arguments], cwd=root, check=True, env=os.environ | date)
    (root / "other.md").write_text(TRAINS)
    for arguments in (
        ("history", "larkspur", "--output", "html=history.html"),
        ("compare", "larkspur", "other.md", "--output", "html=compare.html"),
        ("diff", "--git", "HEAD~1", "HEAD", "--exit-zero", "--output", "html=diff.html"),
    ):
        vendorlint(root, *arguments)
    return {name: root / f"{name}.html" for name in ("history", "diff", "compare")}


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("name", ["history", "diff", "compare"])
def test_no_table_breaks_a_word(open_report: Open, pages: dict[str, Path], name: str, width: int) -> None:
    page = open_report(pages[name], viewport={"width": width, "height": 900})
    assert page.locator("th, td").evaluate_all(BROKEN_WORDS) == []


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (420, "dark")])
@pytest.mark.parametrize("name", ["history", "diff", "compare"])
def test_looks(open_report: Open, pages: dict[str, Path], name: str, width: int, scheme: str) -> None:
    page = open_report(pages[name], viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 27)"}[scheme]


def test_the_chart_by_keyboard(open_report: Open, pages: dict[str, Path]) -> None:
    page = open_report(pages["history"], viewport={"width": 800, "height": 900})
    page.keyboard.press("Tab")
    chart = page.get_by_role("region", name="Facts over time")
    expect(chart).to_be_focused()
    assert chart.evaluate("e => e.scrollLeft") == 0  # the newest versions are in view
    page.keyboard.press("ArrowLeft")
    # wait_for_function would poll with eval, which the page forbids.
    moved = "e => e.scrollLeft < 0 || new Promise(done => e.addEventListener('scroll', () => done(e.scrollLeft < 0), {once: true}))"
    assert chart.evaluate(moved) is True
    fact = page.get_by_role("rowheader", name="AI training on customer content")
    assert fact.bounding_box()["x"] == chart.bounding_box()["x"] + 1  # it stays while the lane moves under it
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("train our machine-learning models").first).to_be_visible()


def test_all_of_the_chart_is_printed(open_report: Open, pages: dict[str, Path]) -> None:
    page = open_report(pages["history"], viewport={"width": 1000, "height": 700})
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflow") == "visible"
    assert page.evaluate("document.documentElement.scrollWidth") == 1000
