"""Light and dark, print, narrow screens, and what axe-core has to say."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import Open

VIEWS = [
    "",
    "#/vendor/acme",
    "#/vendor/acme/clause/en-terms/5",
    "#/vendor/acme?q=train",
    "#/vendor/nobody",
    "#/?q=train",
    "#/facts",
]

BROKEN_WORDS = """cells => cells.flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility()) continue; // a quote that is folded has no width
    for (const word of node.data.matchAll(/[a-z]+/gi)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map(each => Math.round(each.top)));
      if (tops.size > 1) broken.push(word[0]);
    }
  }
  return broken;
})"""


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (420, "dark")])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(open_report: Open, acme: Path, view: str, width: int, scheme: str) -> None:
    page = open_report(acme, view, viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    grave = [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in {"serious", "critical"}]
    assert grave == []


def test_follows_the_colour_scheme(open_report: Open, acme: Path) -> None:
    page = open_report(acme, color_scheme="light")
    assert background(page) == "rgb(246, 247, 248)"
    page.emulate_media(color_scheme="dark")
    assert background(page) == "rgb(20, 23, 27)"


def test_print_has_all_of_a_vendor_and_none_of_the_controls(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme/clause/en-terms/5", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for control in ("#filters", "nav", ".back", ".skip"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.locator(".finding:visible")).to_have_count(5)
    contracts = page.locator(".contracts")
    assert contracts.evaluate("each => [getComputedStyle(each).overflowY, getComputedStyle(each).maxHeight]") == [
        "visible",
        "none",
    ]
    assert background(page) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("view", ["", "#/vendor/acme", "#/vendor/acme/facts", "#/facts", "#/?q=content"])
def test_a_narrow_screen_scrolls_downwards_only(open_report: Open, acme: Path, view: str) -> None:
    page = open_report(acme, view, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("view", ["#/vendor/acme/facts", "#/facts"])
def test_no_table_breaks_a_word(open_report: Open, acme: Path, view: str, width: int) -> None:
    """Each word of a cell is in one line: an identifier may go on behind a dot or an underscore."""
    page = open_report(acme, view, viewport={"width": width, "height": 900})
    broken = page.locator(":is(.facts, #compared) :is(th, td)").evaluate_all(BROKEN_WORDS)
    assert broken == []


def test_severity_is_told_by_word_and_shape(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    shapes = page.locator(".finding .badge").evaluate_all(
        "all => all.map(each => [each.textContent, getComputedStyle(each, '::before').content])"
    )
    known = [["error", '"◆" / ""'], ["warning", '"▲" / ""'], ["info", '"●" / ""']]
    assert sorted(known) == sorted([shape for number, shape in enumerate(shapes) if shape not in shapes[:number]])
