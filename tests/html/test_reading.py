"""A reader's ways through the report: overview, vendor, finding, clause and back; filters, search and deep links."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from .conftest import GRANT, WHOLE_GRANT, Open

# Facts that the rules of the policy read and that Acme's terms do not state.
ASKED_IN_VAIN = (
    "ai.training.consent", "ai.training.deidentified_data", "ai.training.personal_data", "ai.training.usage_data",
    "data.breach_notice",
)  # fmt: skip


def fragment(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def go(page: Page, hash_: str) -> None:
    """As if the reader had typed the address; the page has followed when this returns."""
    script = "hash => new Promise(done => { addEventListener('hashchange', done, {once: true}); location.hash = hash; }).then(() => 0)"
    page.evaluate(script, hash_)


def messages(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".finding:visible h3").all_inner_texts()]


def finding(page: Page, rule: str) -> Locator:
    return page.locator(".finding", has=page.get_by_role("link", name=f"Link to this finding: {rule}"))


def fingerprint(page: Page, rule: str) -> str:
    return str(finding(page, rule).get_attribute("id")).removeprefix("finding-")


def active(page: Page) -> str:
    """The text of the clause that the reader was taken to."""
    return "".join(page.locator("mark.active").all_text_contents())


def has_focus(page: Page, element: str) -> None:
    """The element of an id has the focus, as soon as the page has followed."""
    expect(page.locator(f"[id='{element}']")).to_be_focused()


def cells(row: Locator) -> list[tuple[str, str | None]]:
    """What is seen in each cell, and what is heard."""
    read = "all => all.map(each => [each.innerText, each.querySelector('[aria-label]')?.getAttribute('aria-label') ?? null])"
    return [(" ".join(seen.split()), heard) for seen, heard in row.locator("td").evaluate_all(read)]


def test_overview_has_worst_count_and_what_is_apart(open_report: Open, acme: Path) -> None:
    page = open_report(acme)
    heads = [text.strip() for text in page.locator("#matrix thead th").all_text_contents()]
    assert heads == ["Vendor", "Findings", "Licence", "AI", "Change", "Data"]
    rows = page.locator("#matrix tbody tr")
    assert [row.locator("th a").inner_text() for row in rows.all()] == ["Acme Meetings", "quiet"]
    assert cells(rows.nth(0)) == [
        ("◆ 2 ▲ 1 ∅1 ≠1 W1 B1", "2 errors, 1 warning, 1 silent, 1 conflicting, 1 waived, 1 in the baseline"),
        ("◆ 1 W1", "1 error, 1 waived"),
        ("◆ 1 ≠1", "1 error, 1 conflicting"),
        ("B1", "1 in the baseline"),
        ("▲ 1 ∅1", "1 warning, 1 silent"),
    ]
    assert cells(rows.nth(1)) == [
        ("▲ 1 ● 1 ∅2", "1 warning, 1 info, 2 silent"),
        ("● 1 ∅1", "1 info, 1 silent"),
        ("", None),
        ("", None),
        ("▲ 1 ∅1", "1 warning, 1 silent"),
    ]
    expect(page.locator("#overview .lead")).to_contain_text(
        "Fails 2 errors, 2 warnings, 1 info; 1 waived; 1 in the baseline."
    )


def test_overview_is_there_without_script(open_report: Open, acme: Path) -> None:
    page = open_report(acme, java_script_enabled=False)
    expect(page.locator("#matrix tbody tr")).to_have_count(2)
    assert "need JavaScript" in page.locator("noscript").inner_html()
    expect(page.locator("#filters")).to_be_hidden()


def test_overview_sorts_by_vendor_and_by_worst(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/?sort=vendor")
    head = page.get_by_role("columnheader", name="Vendor")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Findings").click()
    assert fragment(page) == "#/?sort=worst"
    expect(page.get_by_role("columnheader", name="Findings")).to_have_attribute("aria-sort", "descending")
    assert head.get_attribute("aria-sort") is None


def test_from_a_finding_to_its_clause_and_back(open_report: Open, acme: Path) -> None:
    page = open_report(acme)
    page.get_by_role("link", name="Acme Meetings").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Acme Meetings")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    prefix = fingerprint(page, "licence-irrevocable")
    finding(page, "licence-irrevocable").get_by_role("link", name="en-terms, line 5").click()
    assert fragment(page) == f"#/vendor/acme/clause/en-terms/5?from={prefix}"
    has_focus(page, "line-en-terms-5")
    assert active(page) == " ".join(WHOLE_GRANT.split("\n"))
    page.get_by_role("link", name="← Back to the finding: licence-irrevocable").click()
    assert fragment(page) == f"#/vendor/acme/finding/{prefix}"
    has_focus(page, f"finding-{prefix}")
    assert active(page) == ""


def test_history_goes_back_to_the_finding_and_to_the_overview(open_report: Open, acme: Path) -> None:
    page = open_report(acme)
    page.get_by_role("link", name="Acme Meetings").click()
    prefix = fingerprint(page, "ai-training-opt-in")
    finding(page, "ai-training-opt-in").get_by_role("link", name="en-terms, line 9").first.click()
    page.go_back()
    assert fragment(page) == f"#/vendor/acme/finding/{prefix}"
    has_focus(page, f"finding-{prefix}")
    page.go_back()
    expect(page.locator("#overview")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "Acme Meetings"
    page.go_forward()
    page.go_forward()
    assert fragment(page) == f"#/vendor/acme/clause/en-terms/9?from={prefix}"


def test_a_finding_is_shown_with_all_there_is_to_know(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    card = finding(page, "licence-term")
    assert card.locator(".label").all_inner_texts() == ["Licence", "Waived"]
    assert card.locator(".values").inner_text().split("\n") == [
        "Fact", "licence.duration", "Found", "perpetual", "Confidence", "high", "Required", "term, content_lifetime",
    ]  # fmt: skip
    assert card.locator("blockquote").inner_text() == " ".join(WHOLE_GRANT.split())
    assert card.locator("blockquote strong").all_inner_texts() == ["perpetual"]
    assert card.locator("figcaption").inner_text() == "en-terms, line 5 · 1. Your Content"
    note = "Waiver: until 2027-06-30, approved by legal@example.org: Accepted for the pilot of this year. https://tickets.example.org/7"
    assert card.locator(".waiver").inner_text() == note
    assert card.locator(".waiver a").get_attribute("href") == "https://tickets.example.org/7"
    assert card.locator(".advice").inner_text().split("\n") == [
        "Why it matters",
        "A perpetual licence outlives the contract, the account and every deletion request; nothing is left to bargain with.",
        "What to ask for",
        "Ask for a licence for the term of the agreement and only as long as the service is provided.",
        "Clause to propose",
        "Customer grants Provider, for the term of this Agreement, a non-exclusive licence to use Customer Content to provide the Services.",
        "Fall back to",
        "A licence until the content is removed, and after that for the storage of backups alone, for at most 90 days.",
        "Walk away at",
        "A perpetual licence, or one that ends only when the vendor sees fit.",
    ]
    documentation = "https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-term.md"
    link = card.get_by_role("link", name=documentation)
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (documentation, "noopener noreferrer")
    assert finding(page, "change-continued-use").locator(".label").all_inner_texts() == ["Change", "In the baseline"]
    assert finding(page, "data-breach-notice").locator(".label").all_inner_texts() == ["Data", "Silent"]


def test_a_silence_leads_to_the_clauses_closest_to_it(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    card = finding(page, "data-breach-notice")
    card.get_by_text("The clauses closest to it").click()
    expect(card.locator("blockquote")).to_have_text(
        "If you continue to use the Services after a change, you accept it."
    )
    card.get_by_role("link", name="en-terms, line 14").click()
    assert fragment(page) == "#/vendor/acme/clause/en-terms/14"


def test_facts_stated_conflicting_and_silent(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme/facts")
    rows = {}
    for row in page.locator("table.facts tbody tr").all():
        name, *rest = (" ".join(text.split()) for text in row.locator("th code, td").all_inner_texts())
        rows[name] = rest
    assert rows == {
        "licence.irrevocable": ["true", "high", "en-terms:5"],
        "licence.duration": ["perpetual", "high", "en-terms:5"],
        "licence.ownership_retained": ["true", "high", "fr-avenant:3"],
        "ai.training.customer_content": ["Conflicting permitted prohibited", "high high", "en-terms:9 en-terms:9"],
        "change.acceptance": ["continued_use", "high", "en-terms:14"],
        **{fact: ["Silent", "", ""] for fact in ASKED_IN_VAIN},
    }


def test_every_proving_clause_is_marked_and_labelled_where_quotes_overlap(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    text = page.locator(".contract[aria-label=en-terms] .text")
    assert page.locator("#line-en-terms-5 mark").all_inner_texts() == [GRANT.split("\n")[0] + " "]
    assert page.locator("#line-en-terms-6 mark").all_inner_texts() == [GRANT.split("\n")[1], ", and to have "]
    assert page.locator("#line-en-terms-7 mark").all_inner_texts() == ["others use it."]
    labels = [[a.inner_text() for a in proves.locator("a").all()] for proves in text.locator(".proves").all()]
    assert labels == [
        ["licence.irrevocable: true", "licence-irrevocable"],
        ["licence.duration: perpetual", "licence-term"],
        ["ai.training.customer_content: permitted", "ai-training-opt-in"],
        ["ai.training.customer_content: prohibited", "ai-training-opt-in"],
        ["change.acceptance: continued_use", "change-continued-use"],
    ]
    assert page.locator(".contract .text").evaluate_all("texts => texts.map(text => text.lang)") == ["en", "fr"]
    assert text.get_by_role("heading", level=5).all_inner_texts() == ["1. Your Content", "2. Changes"]


def test_label_of_a_fact_leads_to_its_row(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    page.get_by_role("link", name="change.acceptance: continued_use").click()
    assert fragment(page) == "#/vendor/acme/fact/change.acceptance"
    has_focus(page, "fact-change.acceptance")


def test_deep_links(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme/clause/en-terms/10")
    assert active(page) == "We will not use Your Content to train our models."
    assert page.locator(".back a").all_inner_texts() == ["← Finding: ai-training-opt-in"]
    prefix = fingerprint(page, "ai-training-opt-in")
    page = open_report(acme, f"#/vendor/acme/finding/{prefix[:8]}?status=silent")
    expect(finding(page, "ai-training-opt-in")).to_be_visible()
    expect(finding(page, "ai-training-opt-in")).to_be_focused()
    assert page.title() == "Acme Meetings – vendorlint"


def test_deep_links_to_what_is_not_there(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/nobody")
    expect(page.locator("#vendor")).to_contain_text("It has no vendor 'nobody'.")
    page.get_by_role("link", name="All vendors").click()
    expect(page.locator("#overview")).to_be_visible()
    for path, what in (
        ("finding/0000", "no finding '0000' of this vendor"),
        ("fact/x.y", "no fact 'x.y' of this vendor"),
        ("clause/en-terms/99", "no line 99 of a document 'en-terms'"),
        ("clause/%E0%A4%A/1", "no line 1 of a document '%E0%A4%A'"),
    ):
        go(page, f"#/vendor/acme/{path}")
        expect(page.locator("#missing")).to_have_text(f"This report has {what}.")


def test_filters_are_kept_in_the_address(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    page.get_by_label("Severity").select_option("error")
    page.get_by_label("Status").select_option("open")
    assert fragment(page) == "#/vendor/acme?severity=error&status=open"
    assert messages(page) == [
        "error The licence to customer content is irrevocable",
        "error Clauses disagree on whether the vendor may train AI models on customer content",
    ]
    expect(page.locator("#count")).to_contain_text("2 of 5 findings, ")
    filtered = open_report(acme, fragment(page))
    assert messages(filtered) == messages(page)
    assert filtered.get_by_label("Severity").input_value() == "error"
    filtered.get_by_role("link", name="en-terms, line 5").click()
    assert fragment(filtered).startswith("#/vendor/acme/clause/en-terms/5?severity=error&status=open&from=")
    filtered.get_by_role("button", name="Clear").click()
    expect(filtered.locator(".finding:visible")).to_have_count(5)


def test_each_filter(open_report: Open, acme: Path) -> None:
    expected = {
        "category=licence": ["licence-irrevocable", "licence-term"],
        "category=ai": ["ai-training-opt-in"],
        "severity=warning": ["data-breach-notice"],
        "status=silent": ["data-breach-notice"],
        "status=conflict": ["ai-training-opt-in"],
        "status=waived": ["licence-term"],
        "status=baselined": ["change-continued-use"],
        "severity=nonsense": [
            "ai-training-opt-in", "change-continued-use", "data-breach-notice", "licence-irrevocable", "licence-term",
        ],
    }  # fmt: skip
    page = open_report(acme, "#/vendor/acme")
    shown = {}
    for query in expected:
        go(page, f"#/vendor/acme?{query}")
        shown[query] = sorted(page.locator(".finding:visible .meta a").all_inner_texts())
    assert shown == expected


def test_overview_is_filtered_by_what_was_found_and_searched_by_name_too(open_report: Open, acme: Path) -> None:
    page = open_report(acme)
    rows = page.locator("#matrix tbody tr:visible th a")
    page.get_by_label("Status").select_option("conflict")
    assert rows.all_inner_texts() == ["Acme Meetings"]
    expect(page.locator("#count")).to_have_text("1 of 2 vendors")
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Search").fill("QUIET")
    assert rows.all_inner_texts() == ["quiet"]
    assert fragment(page) == "#/?q=QUIET"
    rows.first.click()
    assert fragment(page) == "#/vendor/quiet"  # a search stays where it was made


def test_search_over_findings_facts_and_text(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/vendor/acme")
    page.get_by_label("Search").fill("will not use your")
    expect(page.locator("#count")).to_have_text("1 of 5 findings, 1 of 10 facts, 1 place in the text")
    assert messages(page) == ["error Clauses disagree on whether the vendor may train AI models on customer content"]
    hits = page.locator("#hits li")
    assert [" ".join(text.split()) for text in hits.all_inner_texts()] == [
        "en-terms, line 9 …se Your Content to train our models. We will not use Your Content to train our models. 2. Changes If you continue to…"
    ]
    hits.get_by_role("link").click()
    assert fragment(page) == "#/vendor/acme/clause/en-terms/9?q=will+not+use+your"
    page.get_by_label("Search").fill("(")
    expect(page.locator("#count")).to_have_text("0 of 5 findings, 0 of 10 facts, 0 places in the text")
    expect(page.get_by_text("No finding fits the filters.")).to_be_visible()


def test_search_over_findings_facts_and_text_of_all_vendors(open_report: Open, acme: Path) -> None:
    page = open_report(acme)
    page.get_by_label("Search").fill("never trains")
    expect(page.locator("#count")).to_have_text("1 of 2 vendors; 0 findings, 1 fact, 1 place in the text")
    assert page.locator("#matrix tbody tr:visible th a").all_inner_texts() == ["quiet"]
    found = page.locator("#found section")
    assert [" ".join(text.split()) for text in found.locator("h3, li").all_inner_texts()] == [
        "quiet",
        "Fact AI training on customer content prohibited",
        "Text en-agreement, line 3 …Quiet Agreement Quiet never trains models on Customer Content.…",
    ]
    found.get_by_role("link", name="en-agreement, line 3").click()
    assert fragment(page) == "#/vendor/quiet/clause/en-agreement/3?q=never+trains"
    expect(page.locator("mark.active").first).to_be_visible()
    assert active(page) == "Quiet never trains models on Customer Content."
    page.get_by_role("link", name="All vendors").click()
    expect(page.locator("#found")).to_be_hidden()


def test_a_search_of_all_goes_by_the_filters_and_shows_a_few_of_each_vendor(open_report: Open, acme: Path) -> None:
    page = open_report(acme, "#/?q=content&severity=error")
    expect(page.locator("#found section").first.locator("li")).to_have_count(4)
    assert page.locator("#found .kind").all_inner_texts()[:3] == ["Finding", "Finding", "Finding"]
    assert page.locator("#found p").first.inner_text().startswith("and ")


def test_facts_of_vendors_side_by_side(open_report: Open, acme: Path) -> None:
    page = open_report(acme)
    page.get_by_role("link", name="Facts by vendor, side by side").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.locator("#compared thead th").all_inner_texts() == ["Fact", "Acme Meetings", "quiet"]
    rows = {}
    for row in page.locator("#compared tbody tr").all():
        name, *cells = row.locator("code, td").all_text_contents()
        rows[name] = tuple(cells)
    assert rows == {
        "licence.duration": ("perpetual", "∅"),
        "licence.irrevocable": ("true error", "∅ info"),
        "licence.ownership_retained": ("true", ""),
        "ai.training.customer_content": ("≠ permitted; prohibited error", "prohibited"),
        "change.acceptance": ("continued_use", "∅"),
        **{fact: ("∅", "∅") for fact in ASKED_IN_VAIN if fact != "data.breach_notice"},
        "data.breach_notice": ("∅ warning", "∅ warning"),
    }
    page.get_by_label("Only facts in which vendors differ").check()
    expect(page.locator("#count")).to_have_text("5 of 10 facts")
    page.get_by_label("Severity").select_option("error")
    assert fragment(page) == "#/facts?differ=1&severity=error"
    expect(page.locator("#count")).to_have_text("2 of 10 facts")
    page.get_by_role("link", name="true").click()
    assert fragment(page) == "#/vendor/acme/fact/licence.irrevocable"
    page.go_back()
    expect(page.locator("#comparison")).to_be_visible()


def test_with_the_keyboard_only(open_report: Open, acme: Path) -> None:
    page = open_report(acme)

    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText") == name:
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
                return
        raise AssertionError(f"nothing called {name!r} gets the focus")

    tab_to("Skip to the content")
    page.keyboard.press("Enter")
    has_focus(page, "content")
    assert fragment(page) == ""
    tab_to("Acme Meetings")
    page.keyboard.press("Enter")
    tab_to("en-terms, line 5")
    page.keyboard.press("Enter")
    expect(page.locator("#line-en-terms-5")).to_be_focused()
    tab_to("← Back to the finding: licence-irrevocable")
    page.keyboard.press("Enter")
    expect(page.locator(f"#finding-{fingerprint(page, 'licence-irrevocable')}")).to_be_focused()
    assert page.locator("[tabindex]").evaluate_all("all => all.filter(each => each.tabIndex > 0).length") == 0
