"""What a form writes: what `vendorlint review` and `vendorlint waive` write, and nothing over another's head."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from vendorlint.facts.file import fact_node, read_facts
from vendorlint.jobs.values import typed_value
from vendorlint.jobs.waiting import asked_facts, pending
from vendorlint.project.config import find_config
from vendorlint.project.project import Project
from vendorlint.project.vendors import read_vendor
from vendorlint.serve.verdicts import Verdicts

from ..command import run_command
from .conftest import OWNED, TODAY, TRAINING, Browser, Site, git, serving, unsealed, words

REVIEW = ("review", "brightleaf", "--by", "Ann", "--today", TODAY)
RIGHTS = "Customer retains all rights in Customer Content."


def project_of(site: Site) -> Project:
    return Project.of(find_config(site.root, environ={}))


def node(site: Site, fact: str) -> dict[str, Any]:
    facts = read_facts(site.facts(), project_of(site))
    return dict(fact_node(facts.facts, fact) or {})


@pytest.mark.parametrize(
    ("fact", "action", "fields", "options"),
    [
        (TRAINING, "confirm", {"note": "seen in the call"}, ("--confirm", TRAINING, "--note", "seen in the call")),
        (TRAINING, "confirm", {}, ("--confirm", TRAINING)),
        (
            TRAINING,
            "override",
            {"value": "prohibited", "reason": "order form", "quote": "We may use Customer Content to train"},
            ("--override", TRAINING, "--value", "prohibited", "--reason", "order form", "--quote", "We may use Customer Content to train"),
        ),
        (TRAINING, "not-there", {"reason": "an example"}, ("--not-there", TRAINING, "--reason", "an example")),
        (
            TRAINING,
            "leave",
            {"note": "ask them", "assigned_to": "Bob"},
            ("--leave", TRAINING, "--assign", "Bob", "--note", "ask them"),
        ),
        (
            "dispute.governing_law",
            "override",
            {"value": "NO", "reason": "by the seat", "quote": "Nobody may at their own wish end what is granted here."},
            ("--override", "dispute.governing_law", "--value", "NO", "--reason", "by the seat", "--quote",
             "Nobody may at their own wish end what is granted here."),
        ),
    ],
)  # fmt: skip
def test_a_form_writes_what_the_command_writes(
    site: Site, made: Path, tmp_path: Path, fact: str, action: str, fields: dict[str, str], options: tuple[str, ...]
) -> None:
    other = Path(shutil.copytree(made, tmp_path / "other"))
    run = run_command(*REVIEW, *options, cwd=other, environ={})
    assert (run.code, run.err) == (0, "")
    answer = site.browser().decide(fact, action, **fields)
    assert (answer.status_code, answer.text) == (303, "")
    assert site.facts().read_text() == (other / "vendors/brightleaf/facts.yaml").read_text()


def test_after_a_decision_the_next_fact_that_waits_is_shown(site: Site) -> None:
    ann = site.browser()
    first = ann.page("/vendors/brightleaf")
    waiting = [link.attributes["href"] for link in first.css("nav.facts-list ul")[0].css("a")]
    fact = (waiting[1] or "").partition("fact=")[2]
    answer = ann.decide(fact, "confirm")
    assert answer.headers["location"] == waiting[2]
    title = words(first, "nav.facts-list ul:first-of-type a > span:first-child")[1]
    page = ann.page(answer.headers["location"])
    assert words(page, ".told li") == [f"Confirmed: {title}."]
    assert words(ann.page("/vendors/brightleaf"), ".told li") == []  # once
    last = (waiting[-1] or "").partition("fact=")[2]
    assert ann.decide(last, "confirm").headers["location"] == waiting[0]


@pytest.mark.parametrize(
    ("fact", "action", "fields", "why"),
    [
        (TRAINING, "override", {"value": "maybe", "reason": "r", "quote": RIGHTS},
         f"{TRAINING}: found 'maybe'; expected one of permitted, conditional, prohibited"),
        (TRAINING, "override", {"value": "prohibited", "reason": "r", "quote": "not in the terms at all"},
         "the quote 'not in the terms at all' stands in none of the documents of brightleaf"),
        (TRAINING, "override", {"value": "prohibited", "reason": "r", "quote": "Customer"},
         f"the override of {TRAINING}: its quote is no clause; expected one of 3 words and 20 characters at least"),
        (TRAINING, "override", {"value": "prohibited", "reason": " ", "quote": RIGHTS}, "the reason is empty"),
        (TRAINING, "override", {"value": "", "reason": "r", "quote": RIGHTS}, "the value is empty"),
        ("change.notice_days", "override", {"value": "a: [", "reason": "r", "quote": RIGHTS},
         "the value is 'a: ['; expected a int as facts.yaml has it"),
        (TRAINING, "not-there", {"reason": ""}, "the reason is empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_told_and_what_was_typed_stays(
    site: Site, fact: str, action: str, fields: dict[str, str], why: str
) -> None:
    before = site.facts().read_bytes()
    answer = site.browser().decide(fact, action, **fields)
    page = LexborHTMLParser(answer.text)
    assert (answer.status_code, words(page, ".refused p")) == (422, [why])
    assert site.facts().read_bytes() == before
    if action == "override":
        form = page.css_first("#override")
        assert form.parent is not None and "open" in form.parent.attributes
        typed = [form.css_first(f"[name={name}]") for name in ("reason", "quote")]
        assert [(each.attributes.get("value") or each.text()) for each in typed] == [
            fields["reason"].strip(),
            fields["quote"],
        ]


def test_an_action_that_there_is_not_does_nothing(site: Site) -> None:
    ann = site.browser()
    path, form = ann.form(TRAINING, "confirm")
    answer = ann.client.post(path, data=form | {"action": "delete"})
    told = "unknown action 'delete'; expected one of confirm, override, not-there, leave"
    assert (answer.status_code, words(LexborHTMLParser(answer.text), ".refused p")) == (422, [told])


def test_nobody_decides_without_a_name(site: Site) -> None:
    before = site.facts().read_bytes()
    nobody = site.browser(by="")
    answer = nobody.decide(TRAINING, "confirm")
    told = "nobody decides without a name; give yours at the top of the page"
    assert (answer.status_code, words(LexborHTMLParser(answer.text), ".refused p")) == (422, [told])
    assert site.facts().read_bytes() == before
    nobody.send("/name", by="  Ann \n of   Legal ", back="/")
    nobody.decide(TRAINING, "confirm")
    assert node(site, TRAINING)["review"] == {"status": "confirmed", "by": "Ann of Legal", "date": TODAY}


def test_two_people_at_different_facts_lose_nothing(site: Site) -> None:
    ann, bob = site.browser("Ann"), site.browser("Bob")
    path, form = bob.form(TRAINING, "confirm")
    ann.decide(OWNED, "override", value="false", reason="as agreed", quote="We may use Customer Content to train")
    answer = bob.client.post(path, data=form)
    assert answer.status_code == 303
    told = words(bob.page(answer.headers["location"]), ".told li")
    assert told == ["Confirmed: AI training on customer content. What others wrote to the file meanwhile is kept."]
    assert [node(site, fact)["review"]["by"] for fact in (OWNED, TRAINING)] == ["Ann", "Bob"]


def test_two_people_at_one_fact_and_the_second_is_told_what_changed(site: Site) -> None:
    ann, bob = site.browser("Ann"), site.browser("Bob")
    path, form = bob.form(TRAINING, "not-there")
    ann.decide(
        TRAINING, "override", value="prohibited", reason="order form", quote="We may use Customer Content to train"
    )
    before = site.facts().read_bytes()
    answer = bob.client.post(path, data=form | {"reason": "only an example", "note": "ask Ann"})
    page = LexborHTMLParser(answer.text)
    assert (answer.status_code, site.facts().read_bytes()) == (409, before)
    assert words(page, ".refused p") == [
        "Nothing was written: somebody else has changed this fact since it was shown to you.",
        "You saw: permitted: new",
        f"It is now: prohibited: reviewed by Ann on {TODAY}",
        "You typed: reason: only an example; note: ask Ann",
    ]
    again = bob.decide(
        TRAINING, "override", value="permitted", reason="only an example", quote="We may use Customer Content to train"
    )
    assert again.status_code == 303  # having seen it
    assert node(site, TRAINING)["review"]["by"] == "Bob"


def test_who_decides_on_what_a_command_has_changed_is_told(site: Site) -> None:
    path, form = site.browser().form(TRAINING, "confirm")
    run_command("review", "brightleaf", "--leave", TRAINING, "--by", "Cem", "--today", TODAY, cwd=site.root, environ={})
    browser = site.browser()
    answer = browser.client.post(path, data=form | {"csrf": browser.form(OWNED, "confirm")[1]["csrf"]})
    assert (answer.status_code, words(LexborHTMLParser(answer.text), ".refused p")[2]) == (
        409,
        f"It is now: permitted: left open by Cem on {TODAY}",
    )


def test_many_at_once_at_many_facts_and_two_at_one(site: Site) -> None:
    """Each word is kept, and of two on one fact the first."""
    people = [site.browser(f"P{number}") for number in range(6)]
    page = people[0].page("/vendors/brightleaf")
    waiting = [(link.attributes["href"] or "").partition("fact=")[2] for link in page.css("nav ul")[0].css("a")]
    facts = [*waiting[:5], waiting[0]]
    forms = [person.form(fact, "confirm") for person, fact in zip(people, facts, strict=True)]
    with ThreadPoolExecutor(6) as pool:
        sent = [pool.submit(who.client.post, path, data=form) for who, (path, form) in zip(people, forms, strict=True)]
    codes = [each.result().status_code for each in sent]
    assert (codes[1:5], sorted([codes[0], codes[5]])) == ([303] * 4, [303, 409])
    first = "P0" if codes[0] == 303 else "P5"
    assert [node(site, fact)["review"]["by"] for fact in waiting[:5]] == [first, "P1", "P2", "P3", "P4"]


def test_what_the_terms_no_longer_state_waits_until_somebody_confirms_that(site: Site) -> None:
    ann = site.browser()
    ann.decide(TRAINING, "confirm")
    terms = site.root / "vendors/brightleaf/terms.md"
    terms.write_text(
        terms.read_text().replace("1.2 We may use Customer Content to train our machine-learning models.\n", "")
    )
    ann.send("/vendors/brightleaf/read")
    page = ann.page(f"/vendors/brightleaf?fact={TRAINING}")
    told = f"the terms no longer state it; it was permitted, reviewed by Ann on {TODAY}"
    assert words(page, "#card-title + .meta .label")[0] == told
    assert ann.decide(TRAINING, "confirm").status_code == 303
    assert ("stale_reviews" in site.facts().read_text(), node(site, TRAINING)) == (False, {})


def test_what_was_confirmed_can_be_left_open_again(site: Site) -> None:
    ann = site.browser()
    ann.decide(TRAINING, "confirm")
    ann.decide(TRAINING, "leave", note="not so sure")
    assert node(site, TRAINING)["review"]["status"] == "open"


@pytest.mark.parametrize("word", ["\x00", "a\x1b[2Jb", "\u202e\u200b", "a\r\nb: c", "- x # y", "'\"{{ 7*7 }}"])
def test_words_of_any_kind_are_written_as_words(site: Site, word: str) -> None:
    ann = site.browser()
    answer = ann.decide(TRAINING, "leave", note=word, assigned_to=word)
    assert answer.status_code in (303, 422)
    if answer.status_code == 303:
        kept = node(site, TRAINING)["review"]
        assert (kept["note"], kept["assigned_to"]) == (word.strip(), word.strip())
    else:
        assert node(site, TRAINING).get("review") is None
    page = ann.get(f"/vendors/brightleaf?fact={TRAINING}").text
    assert not {"\x00", "\x1b", "\u202e", "\u200b"} & set(page)


@pytest.mark.parametrize("name", ["shown", "facts"])
def test_a_form_that_does_not_say_what_it_saw_decides_nothing_or_merges(site: Site, name: str) -> None:
    answer = site.browser().decide(TRAINING, "confirm", **{name: ""})
    assert (answer.status_code, "review" in node(site, TRAINING)) == ((409, False) if name == "shown" else (303, True))


def test_what_is_left_for_somebody_waits_for_them(site: Site) -> None:
    ann = site.browser()
    ann.decide(TRAINING, "leave", assigned_to="Bob <b>", note="which plan?")
    assert node(site, TRAINING)["review"] == {
        "status": "open", "by": "Ann", "date": TODAY, "note": "which plan?", "assigned_to": "Bob <b>",
    }  # fmt: skip
    page = ann.page("/")
    assert words(page, "td:nth-child(4)") == ["Bob <b>: 1", ""]
    link = page.css_first("td:nth-child(4) a").attributes["href"] or ""
    mine = ann.page(link)
    assert words(mine, "nav.facts-list li a > span:first-child") == ["AI training on customer content"]
    assert words(mine, "#card-title") == ["AI training on customer content"]
    ann.decide(TRAINING, "confirm")
    assert "assigned_to" not in node(site, TRAINING)["review"]


def test_only_what_the_policy_asks(site: Site) -> None:
    ann = site.browser()
    groups = [words(each, "a > span:first-child") for each in ann.page("/vendors/brightleaf?asked=1").css("nav ul")]
    assert groups[0] == ["Irrevocable content licence", "AI training on customer content", "Consent to AI training"]
    judged = asked_facts(project_of(site), read_vendor(site.facts().parent))
    assert sum(map(len, groups)) == len(judged)
    path, form = ann.form(TRAINING, "confirm", more="&asked=1")
    assert ann.client.post(path, data=form).headers["location"].startswith("/vendors/brightleaf?asked=1&fact=")


def test_a_silent_fact_shows_the_clauses_closest_to_it_and_takes_one(site: Site) -> None:
    ann = site.browser()
    page = ann.page("/vendors/brightleaf?fact=suspension.without_notice")
    assert words(page, ".value") == ["Found no clause that states it"]
    closest = page.css_first(".adopt").attributes["data-quote"] or ""
    assert words(page, "mark.active")[0] in closest
    ann.decide("suspension.without_notice", "override", value="false", reason="as agreed", quote=closest)
    assert node(site, "suspension.without_notice")["evidence"][0]["quote"] == closest


def test_a_clause_is_taken_as_the_page_shows_it(site: Site) -> None:
    """Emphasis and links are no words, and neither is what cannot be seen."""
    ann = site.browser()
    ann.decide(OWNED, "override", value="false", reason="r", quote=f"1.1 {RIGHTS}")
    written = "1.1 Customer retains **all rights** in [Customer Content](https://brightleaf.example/content)."
    assert node(site, OWNED)["evidence"] == [{"document": "terms", "lines": [5, 5], "column": 1, "quote": written}]


def test_terms_that_changed_are_read_again_with_the_reviews_that_stand(site: Site) -> None:
    ann = site.browser()
    ann.decide(OWNED, "confirm")
    terms = site.root / "vendors/brightleaf/terms.md"
    terms.write_text(
        terms.read_text().replace("may use Customer Content to train", "shall not use Customer Content to train")
    )
    page = ann.page("/vendors/brightleaf")
    told = "terms.md has changed since its facts were extracted; run 'vendorlint extract'"
    assert [each.partition(": ")[2] for each in words(page, ".notices li")] == [told]
    assert words(ann.page("/"), "td:nth-child(2) .label") == ["terms.md has changed since it was read"]
    answer = ann.send("/vendors/brightleaf/read")
    assert answer.status_code == 303
    assert words(ann.page(answer.headers["location"]), "#card-title") != []
    assert (node(site, TRAINING)["value"], node(site, OWNED)["review"]["by"]) == ("prohibited", "Ann")


def test_a_facts_file_that_says_something_else_than_the_terms_is_told_with_the_findings(site: Site) -> None:
    ann = site.browser()
    assert words(checked(ann, "/vendors/brightleaf/findings"), ".notices li") == []
    text = site.facts().read_text()
    site.facts().write_text(text.replace("value: permitted", "value: prohibited", 1))
    page = checked(ann, "/vendors/brightleaf/findings")
    assert [each.startswith("is stale") for each in words(page, ".notices li")] == [True]
    assert words(page, "form.plain button") == ["Read the terms"]
    ann.send("/vendors/brightleaf/read")
    assert site.facts().read_text() == text


def test_a_vendor_without_facts_is_read(site: Site) -> None:
    text = site.facts().read_text()
    site.facts().unlink()
    ann = site.browser()
    assert words(ann.page("/"), "td:nth-child(2)")[0].startswith("its terms have not been read yet")
    assert words(ann.page("/vendors/brightleaf"), ".primary") == ["Read the terms"]
    ann.send("/vendors/brightleaf/read")
    assert site.facts().read_text() == text


def test_one_broken_vendor_blanks_no_other(site: Site) -> None:
    site.facts("quiet").write_text("version: [")
    page = site.browser().page("/")
    assert words(page, "tbody th a") == ["brightleaf", "quiet"]
    waiting = pending(read_facts(site.facts(), project_of(site)))
    assert words(page, "tr:nth-child(1) td:nth-child(2) a")[0] == str(len(waiting))


def checked(browser: Browser, path: str) -> Any:
    """The page once nothing is being checked any more."""
    browser.page(path)
    assert browser.get("/checked").json() == {"working": False}
    return browser.page(path)


WAIVER = {
    "rule": "ai-training-opt-in",
    "reason": "the pilot of 2026",
    "by": "Legal <b>",
    "until": "2027-06-30",
    "ticket": "T-7",
}


def test_a_waiver_is_written_as_the_command_writes_it(site: Site, made: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(made, tmp_path / "other"))
    options = (
        "--reason",
        "the pilot of 2026",
        "--by",
        "Legal <b>",
        "--until",
        "2027-06-30",
        "--ticket",
        "T-7",
        "--today",
        TODAY,
    )
    assert run_command("waive", "brightleaf/ai-training-opt-in", *options, cwd=other, environ={}).code == 0
    ann = site.browser()
    page = checked(ann, "/vendors/brightleaf/findings")
    answer = ann.send("/vendors/brightleaf/waivers", **WAIVER)
    assert answer.status_code == 303
    assert (site.root / "waivers.yaml").read_text() == (other / "waivers.yaml").read_text()
    page = checked(ann, "/vendors/brightleaf/findings")
    assert words(page, "tbody tr > *") == [
        "ai-training-opt-in", "the pilot of 2026", "Legal <b>", "2027-06-30 active",
    ]  # fmt: skip
    assert words(page, "p.waiver") == ["until 2027-06-30, approved by Legal <b>: the pilot of 2026"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"until": "2026-11-25"}, "--until is 2026-11-25, which has passed; expected a day to come"),
        ({"until": "soon"}, "--until is 'soon'; expected a date, YYYY-MM-DD"),
        ({"reason": ""}, "--reason is empty"),
        ({"by": " "}, "--by is empty"),
        (
            {"rule": "no-such-rule"},
            "no finding 'brightleaf/no-such-rule' (did you mean 'brightleaf/licence-irrevocable'?)",
        ),
    ],
)
def test_a_waiver_that_cannot_be_is_told_and_stays_as_it_was_typed(site: Site, wrong: dict[str, str], why: str) -> None:
    ann = site.browser()
    checked(ann, "/vendors/brightleaf/findings")
    answer = ann.send("/vendors/brightleaf/waivers", **(WAIVER | wrong))
    page = LexborHTMLParser(answer.text)
    assert (answer.status_code, words(page, ".refused p")[0].partition(";")[0]) == (422, why.partition(";")[0])
    assert not (site.root / "waivers.yaml").exists()
    if "rule" not in wrong:
        kept = {each.attributes["name"]: each.attributes["value"] for each in page.css("details[open] input")}
        assert {name: kept[name] for name in WAIVER if name != "csrf"} == {
            **WAIVER,
            **wrong,
            "by": (WAIVER | wrong)["by"].strip(),
        }


def test_two_waivers_at_once_both_stand_and_one_rule_is_waived_once(site: Site) -> None:
    ann, bob = site.browser(), site.browser("Bob")
    checked(ann, "/vendors/brightleaf/findings")
    ann.send("/vendors/brightleaf/waivers", **WAIVER)
    checked(bob, "/vendors/brightleaf/findings")
    bob.send("/vendors/brightleaf/waivers", **(WAIVER | {"rule": "licence-irrevocable"}))
    checked(bob, "/vendors/brightleaf/findings")
    answer = bob.send("/vendors/brightleaf/waivers", **WAIVER)
    told = "has a waiver for ai-training-opt-in of brightleaf; change that one"
    assert (answer.status_code, words(LexborHTMLParser(answer.text), ".refused p")[0].partition(": ")[2]) == (422, told)
    assert (site.root / "waivers.yaml").read_text().count("- rule: ") == 2


def test_the_patch_makes_of_the_commit_what_was_decided(site: Site, made: Path, tmp_path: Path) -> None:
    ann = site.browser()
    assert words(ann.page("/changes"), "main > p")[-1] == "Nothing has changed since the last commit."
    ann.decide(TRAINING, "confirm")
    checked(ann, "/vendors/brightleaf/findings")
    ann.send("/vendors/brightleaf/waivers", **(WAIVER | {"rule": "licence-irrevocable"}))
    page = ann.page("/changes")
    assert words(page, "h2") == ["vendors/brightleaf/facts.yaml", "waivers.yaml new"]
    assert words(page, ".commands") == [
        'git add -- :/vendors/brightleaf/facts.yaml :/waivers.yaml git commit -m "Review of vendor terms"'
    ]
    added = [line for line in words(page, ".added") if "file:" not in line]
    assert added[:4] == ["+ review:", "+ status: confirmed", "+ by: Ann", f'+ date: "{TODAY}"']
    patch = tmp_path / "review.patch"
    patch.write_bytes(ann.get("/changes.patch").content)
    clean = tmp_path / "clean"
    git(tmp_path, "clone", "--quiet", str(made), str(clean))
    git(clean, "apply", str(patch))
    for name in ("vendors/brightleaf/facts.yaml", "waivers.yaml"):
        assert (clean / name).read_bytes() == (site.root / name).read_bytes()


def test_before_the_first_commit_all_is_new_and_where_git_fails_nothing_is_told_to_be(site: Site) -> None:
    ann = site.browser()
    (site.root / ".git" / "config").write_text("[broken")
    assert words(ann.page("/changes"), ".notices li")[0].startswith(f"{site.root}: fatal: bad config line ")
    shutil.rmtree(site.root / ".git")
    git(site.root, "init", "--quiet")
    new = ["vendors/brightleaf/facts.yaml new", "vendors/quiet/facts.yaml new"]
    assert words(ann.page("/changes"), "h2") == new


def test_outside_of_git_there_is_no_diff(site: Site) -> None:
    shutil.rmtree(site.root / ".git")
    assert words(site.browser().page("/changes"), ".notices li") == [f"{site.root}: is in no git repository"]


def test_the_clock_is_asked_where_no_date_is_given() -> None:
    assert Verdicts(None).today == datetime.date.today().isoformat()
    assert unsealed("a\n  file: b\n") == "a\n"


@pytest.mark.parametrize("other", ['a={"x": 1}', "x[y]=1", "a=b c", "bar"])
def test_cookies_of_others_on_this_machine_lock_nobody_out(site: Site, other: str) -> None:
    own = httpx.get(site.link).headers["set-cookie"].partition(";")[0]
    for sent in (f"{other}; {own}", f"{own}; {other}"):
        assert httpx.get(f"{site.origin}/", headers={"Cookie": sent}).status_code == 200


def test_what_no_rule_is_for_is_not_checked(site: Site) -> None:
    policy = site.root / "policies" / "house.yaml"
    policy.write_text(re.sub(r"\{severity", "{applies_to: {tier: [low]}, severity", policy.read_text()))
    ann = site.browser()
    page = checked(ann, "/")
    assert [each for each in words(page, "td .label") if each == "not checked"] == ["not checked"] * 2
    page = checked(ann, "/vendors/quiet/findings")
    assert words(page, ".notices li") == [
        "no rule of the policy applies to quiet, for its tier or data: it was not checked"
    ]


def test_each_vendor_has_its_own_faults(site: Site) -> None:
    for vendor in ("brightleaf", "quiet"):
        site.facts(vendor).write_text("version: 2\n")
        (site.root / "vendors" / vendor / "terms.md").write_bytes(b"\xff\xfe\x00bad")
    faults = words(checked(site.browser(), "/vendors/quiet/findings"), ".notices li")
    assert [each for each in faults if "brightleaf" in each] == []
    assert faults


def test_norway_is_a_country(site: Site) -> None:
    found = typed_value("data.location", "NO, EEA", Project.of(find_config(site.root, environ={})))
    assert found == ["NO", "EEA"]


def test_commands_hold_in_a_folder_of_a_repository(repository: Path, tmp_path: Path) -> None:
    top = tmp_path / "top"
    shutil.copytree(repository, top / "sub", ignore=shutil.ignore_patterns(".git"))
    git(top, "init", "--quiet")
    git(top, "add", ".")
    git(top, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "-m", "start")
    with serving(top / "sub") as site:
        ann = site.browser()
        ann.decide(TRAINING, "confirm")
        (commands,) = ann.page("/changes").css(".commands")
        subprocess.run(commands.text().splitlines()[0], shell=True, check=True, cwd=top / "sub")
