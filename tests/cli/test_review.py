"""`vendorlint review`: what waits for a person, what is written of a decision, and what becomes of it later."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from ..command import COMMAND, surroundings
from .conftest import POLICY, TERMS, Vendorlint

FACTS = "vendors/brightleaf/facts.yaml"
TRAINING = "ai.training.customer_content"
BY = ("--by", "Legal Team", "--today", "2026-11-26")
CLAUSE = ("--quote", "Customer retains all rights in Customer Content.")


@pytest.fixture
def facts(vendorlint: Vendorlint, repository: Path) -> Path:
    assert vendorlint("extract").code == 0
    return repository / FACTS


def block(text: str, key: str) -> str:
    """The lines of a fact's node, from its key to what stands no deeper."""
    lines = text.splitlines(keepends=True)
    start = next(index for index, line in enumerate(lines) if line.strip() == f"{key}:")
    depth = len(lines[start]) - len(lines[start].lstrip())
    end = next((i for i in range(start + 1, len(lines)) if len(lines[i]) - len(lines[i].lstrip()) <= depth), len(lines))
    return "".join(lines[start:end])


def unsealed(text: str) -> str:
    """Without the digest of the whole file."""
    return re.sub(r"(?m)^  file: .*\n", "", text)


def waiting(listed: str) -> list[str]:
    """The lines of facts that wait for a person."""
    return [line for line in listed.splitlines() if line.startswith(f"{FACTS}:")]


def test_what_was_not_found_is_told_with_the_clauses_closest_to_it(vendorlint: Vendorlint, facts: Path) -> None:
    folder = facts.parent
    (folder / "terms.md").write_text(
        f"{TERMS}\n## 3. Rights\n\nNobody may at their own wish revoke or end what the rights in the content granted here allow.\n"
    )
    vendorlint("extract")
    run = vendorlint("review", "brightleaf", "--list")
    silent = run.out.splitlines()[len(waiting(run.out)) + 1 :]
    assert "licence.irrevocable: found no clause that states it" in silent
    place = silent.index("licence.irrevocable: found no clause that states it") + 1
    assert silent[place].startswith("  closest: vendors/brightleaf/terms.md:15: Nobody may at their own wish revoke")
    assert silent[-1].endswith(
        "that the policy asks for and nothing was read of; --override with --quote where one is stated"
    )
    assert "licence.exclusive" not in run.out  # of which the policy asks nothing


def test_an_override_by_a_closest_clause_is_no_silence_any_more(vendorlint: Vendorlint, facts: Path) -> None:
    assert '  "suspension.without_notice":\n' in block(facts.read_text(), "candidates")
    quote = "Customer retains all rights in Customer Content."
    set_to = (
        "--override",
        "suspension.without_notice",
        "--value",
        "false",
        "--reason",
        "as we agreed",
        "--quote",
        quote,
    )
    assert vendorlint("review", "brightleaf", *set_to, *BY).code == 0
    assert "suspension.without_notice" not in block(facts.read_text(), "candidates")
    assert vendorlint("extract").out == ""


def test_what_is_left_is_assigned(vendorlint: Vendorlint, facts: Path) -> None:
    run = vendorlint("review", "brightleaf", "--leave", TRAINING, "--assign", "Bob", *BY)
    assert (run.code, run.out.splitlines()[0], run.err) == (0, f"{TRAINING}: open", "")
    assert block(facts.read_text(), "customer_content").endswith("          assigned_to: Bob\n")
    listed = vendorlint("review", "brightleaf", "--list").out
    assert f"{TRAINING} = permitted: left open for Bob by Legal Team on 2026-11-26\n" in listed
    assert (vendorlint("extract").out, vendorlint("extract", "--check").code) == ("", 0)
    alone = vendorlint("review", "brightleaf", "--confirm", TRAINING, "--assign", "Bob", *BY)
    assert (alone.code, alone.err) == (2, "vendorlint: --assign NAME goes with --leave FACT\n")


def test_what_waits(vendorlint: Vendorlint, facts: Path) -> None:
    run = vendorlint("review", "brightleaf", "--list")
    assert (run.code, run.err) == (1, "")
    lines = waiting(run.out)
    assert f"{TRAINING} = permitted: new" in run.out
    assert f"\n{len(lines)} facts to review\n" in run.out
    confirmed = [argument for line in lines for argument in ("--confirm", line.split(": ")[1].split(" = ")[0])]
    done = vendorlint("review", "brightleaf", *confirmed, *BY)
    assert (done.code, done.out.splitlines()[-1], done.err) == (0, "Nothing left to review.", "")
    done = vendorlint("review", "brightleaf", "--list")
    assert (done.code, done.out.splitlines()[0], waiting(done.out), done.err) == (0, "Nothing to review.", [], "")
    assert vendorlint("extract", "--check").code == 0


def test_a_confirmation_adds_its_lines_and_nothing_else(vendorlint: Vendorlint, facts: Path) -> None:
    before = (
        facts.read_text()
        .replace("facts:\n", "facts: # by family\n\n", 1)
        .replace("  ai:\n", "  # Ask Ann.\n  ai:\n", 1)
    )
    facts.write_text(before)
    run = vendorlint("review", "vendors/brightleaf", "--confirm", TRAINING, "--note", "seen in the call", *BY)
    assert (run.code, run.err) == (0, "")
    review = (
        '        review:\n          status: confirmed\n          by: "Legal Team"\n          date: "2026-11-26"\n'
        '          note: "seen in the call"\n'
    )
    node = block(before, "customer_content")
    wanted = before.replace("facts: # by", "facts:  # by").replace(node, node + review)
    assert unsealed(facts.read_text()) == unsealed(wanted)
    assert vendorlint("extract").out == ""


def test_an_override_is_judged_and_stays(vendorlint: Vendorlint, facts: Path) -> None:
    assert "error[ai-training-opt-in]" in vendorlint("check").out
    override = ("--override", TRAINING, "--value", "prohibited", "--reason", "Order form, clause 4", *CLAUSE)
    assert vendorlint("review", "brightleaf", *override, *BY).code == 0
    review = (
        '        review:\n          status: overridden\n          by: "Legal Team"\n          date: "2026-11-26"\n'
        '          reason: "Order form, clause 4"\n          read:\n            - value: permitted\n'
    )
    assert review in block(facts.read_text(), "customer_content")
    assert "error[ai-training-opt-in]" not in vendorlint("check").out
    assert (vendorlint("extract").out, vendorlint("extract", "--check").code) == ("", 0)


def test_what_the_extractor_did_not_read_stands_with_its_clause(vendorlint: Vendorlint, facts: Path) -> None:
    override = ("--override", "licence.ownership_retained", "--value", "true", "--reason", "read by hand")
    moved = ("--override", "dispute.governing_law", "--value", "FR", "--reason", "by the seat")
    quote = ("--quote", "Customer retains all  rights in Customer Content")
    silent = vendorlint("review", "brightleaf", *moved, *BY)
    assert (silent.code, silent.err) == (
        2,
        "vendorlint: the override of dispute.governing_law needs the clause that it rests on (--quote)\n",
    )
    short = vendorlint("review", "brightleaf", *moved, "--quote", "Customer", *BY)
    fault = "its quote is no clause; expected one of 3 words and 20 characters at least"
    assert (short.code, short.err) == (2, f"vendorlint: the override of dispute.governing_law: {fault}\n")
    assert vendorlint("review", "brightleaf", "--confirm", "dispute.governing_law", *BY).code == 2
    assert vendorlint("review", "brightleaf", *moved, *quote, *BY).code == 0
    assert block(facts.read_text(), "governing_law") == (
        "    governing_law:\n      value: FR\n      confidence: high\n      evidence:\n        - document: terms\n"
        '          lines: [5, 5]\n          column: 5\n          quote: "Customer retains all rights in Customer Content"\n'
        '      review:\n        status: overridden\n        by: "Legal Team"\n        date: "2026-11-26"\n'
        '        reason: "by the seat"\n'
    )
    assert vendorlint("check").code == 1
    assert vendorlint("extract", "--check").code == 0
    wrong = vendorlint("review", "brightleaf", *override, "--quote", "No such words stand there", *BY)
    assert (
        wrong.err == "vendorlint: the quote 'No such words stand there' stands in none of the documents of brightleaf\n"
    )


def test_terms_that_change_make_a_review_stale(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    assert vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY).code == 0
    terms = repository / "vendors/brightleaf/terms.md"
    terms.write_text(TERMS.replace("We may use Customer Content", "We will not use Customer Content"))
    refused = vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY)
    assert (
        refused.code,
        refused.err.endswith("has changed since its facts were extracted; run 'vendorlint extract'\n"),
    ) == (
        2,
        True,
    )
    assert vendorlint("extract").code == 0
    first = vendorlint("review", "brightleaf", "--list").out.splitlines()[0]
    why = "its clause has changed; it was permitted, reviewed by Legal Team on 2026-11-26"
    assert first.endswith(f": {TRAINING} = prohibited: {why}")
    assert vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY).code == 0
    terms.write_text(TERMS.replace("1.2 We may use Customer Content to train our machine-learning models.\n", ""))
    assert vendorlint("extract").code == 0
    first = vendorlint("review", "brightleaf", "--list").out.splitlines()[0]
    why = "the terms no longer state it; it was prohibited, reviewed by Legal Team on 2026-11-26"
    assert first.endswith(f": {TRAINING}: {why}")
    assert "stale_reviews" in facts.read_text()
    assert vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY).code == 0
    assert "stale_reviews" not in facts.read_text()


def test_an_edited_value_without_a_review_counts_for_nothing(vendorlint: Vendorlint, facts: Path) -> None:
    facts.write_text(facts.read_text().replace("value: permitted", "value: prohibited", 1))
    run = vendorlint("check")
    told = f"is stale: edited by hand ({TRAINING}); the terms were read again. Run 'vendorlint extract' to write that"
    assert (run.code, run.err) == (1, f"vendorlint: {FACTS}: {told}\n")
    assert f"{FACTS}:1: note {told}\n" in run.out
    line = facts.read_text().splitlines().index("      customer_content:") + 1
    message = (
        f"{TRAINING} was edited, and no review says why; run 'vendorlint extract' for what the terms state, or 'vendorlint "
        f"review brightleaf --override {TRAINING}' for a value of your own"
    )
    refused = vendorlint("review", "brightleaf", "--confirm", TRAINING, *BY)
    assert (refused.code, refused.out, refused.err) == (2, "", f"vendorlint: {FACTS}:{line}:7: {message}\n")
    stale = vendorlint("extract", "--check")
    assert (stale.code, stale.out) == (
        1,
        f"{FACTS}: is stale: edited by hand ({TRAINING}); run 'vendorlint extract'\n",
    )
    override = ("--override", TRAINING, "--value", "prohibited", "--reason", "Order form, clause 4", *CLAUSE)
    assert vendorlint("review", "brightleaf", *override, *BY).code == 0
    assert (vendorlint("check").code, vendorlint("extract", "--check").code) == (0, 1)
    assert vendorlint("extract").code == 0  # now the file knows what is overridden
    assert "read:\n            - value: permitted\n" in facts.read_text()


def test_a_review_by_hand_needs_a_reason(vendorlint: Vendorlint, facts: Path) -> None:
    node = block(facts.read_text(), "customer_content")
    review = '        review: {status: overridden, by: ann, date: "2026-11-26"}\n'
    facts.write_text(facts.read_text().replace(node, node.replace("permitted", "prohibited") + review))
    assert "the key 'reason' is missing" in vendorlint("check").err
    facts.write_text(facts.read_text().replace('"2026-11-26"}', '"2026-11-26", reason: "Order form"}'))
    run = vendorlint("check")
    told = f"the override of {TRAINING} by ann on 2026-11-26 (Order form) does not hold: it quotes no clause of its own"
    assert (run.code, f"{FACTS}: {told}; it is judged as permitted\n" in run.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("brightlaef",), "no vendor 'brightlaef' (did you mean 'brightleaf'?) in vendors"),
        (
            ("brightleaf",),
            "there is no terminal to ask on; say --list, --confirm FACT, --override FACT, --not-there FACT or --leave FACT",
        ),
        (("brightleaf", "--override", TRAINING, "--value", "x"), "--override FACT goes with --value and --reason"),
        (("brightleaf", "--quote", "x", "--confirm", TRAINING), "--quote goes with --override"),
        (("brightleaf", "--not-there", TRAINING), "--not-there FACT goes with --reason, and without --value"),
        (
            ("brightleaf", "--not-there", "dispute.governing_law", "--reason", "x", *BY),
            "the terms of brightleaf do not state dispute.governing_law",
        ),
        (("brightleaf", "--confirm", TRAINING, "--reason", "x"), "--override FACT goes with --value and --reason"),
        (
            ("brightleaf", "--asked", "--confirm", TRAINING),
            "--asked goes with --list, or with the questions on a terminal",
        ),
        (
            ("brightleaf", "--override", TRAINING, "--value", "never", "--reason", "x", *CLAUSE, *BY),
            f"{TRAINING}: found 'never'; expected one of permitted, conditional, prohibited",
        ),
        (
            ("brightleaf", "--confirm", "ai.trainin.customer_content", *BY),
            f"unknown fact 'ai.trainin.customer_content' (did you mean '{TRAINING}'?)",
        ),
        (
            ("brightleaf", "--override", "change.notice_days", "--value", "thirty", "--reason", "x", *CLAUSE, *BY),
            "change.notice_days: found 'thirty'; expected a whole number",
        ),
    ],
)
def test_what_cannot_be_done(vendorlint: Vendorlint, facts: Path, arguments: tuple[str, ...], message: str) -> None:
    before = facts.read_bytes()
    run = vendorlint("review", *arguments)
    assert (run.code, run.out, run.err) == (2, "", f"vendorlint: {message}\n")
    assert facts.read_bytes() == before


def on_terminal(repository: Path, keys: bytes, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What comes of the keys, typed as fast as they are read."""
    ours, theirs = pty.openpty()
    os.write(ours, keys)
    command = [*COMMAND, "review", "brightleaf", *BY, "--color", "never", *arguments]
    run = subprocess.run(
        command,
        stdin=theirs,
        cwd=repository,
        env=surroundings(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    return run


def test_on_a_terminal(repository: Path, facts: Path) -> None:
    """One confirmed, one overridden after a value that cannot be, one with a note, the next one skipped, and good night."""
    clause = CLAUSE[1].encode()
    keys = b"c\no\nmaybe\nwrong\n" + clause + b"\no\nfr\nOrder form\n" + clause + b"\nn\nask them\ns\nq\n"
    run = on_terminal(repository, keys)
    assert (run.returncode, run.stderr) == (0, "")
    text = facts.read_text()
    assert [text.count(f"status: {each}") for each in ("confirmed", "overridden", "open")] == [1, 1, 1]
    assert 'note: "ask them"' in text
    assert "document.language: found 'maybe'; expected one of en, fr, de, es, it, nl, pt, pl\n" in run.stdout
    assert "    | Customer retains all rights in Customer Content.\n" in run.stdout
    assert "      1.2 We may use Customer Content to train our machine-learning models.\n" in run.stdout


def cards(printed: str) -> list[str]:
    """The first line of each card that was shown."""
    lines = printed.splitlines()
    return [lines[at + 1] for at, line in enumerate(lines[:-1]) if not line.split(": ", 2)[-1]]


def test_one_goes_back_to_what_was_skipped_and_to_what_was_decided(repository: Path, facts: Path) -> None:
    """Back at the first fact shows it again; what was confirmed is shown as that, and what is said of it then counts."""
    run = on_terminal(repository, b"b\ns\nb\nc\nb\nn\nnot sure\nq\n")
    assert (run.returncode, run.stderr) == (0, "")
    ask = "[c]onfirm, [o]verride, not [t]here, [n]ote, [s]kip, [b]ack, [q]uit"
    asked = [line.split("/")[0] for line in run.stdout.splitlines() if ask in line]
    assert asked == ["[1", "[1", "[2", "[1", "[2", "[1", "[2"]
    shown = cards(run.stdout)
    first, second = shown[0].split(" = ")[0], shown[2].split(" = ")[0]
    assert [line.split(" = ")[0] for line in shown] == [first, first, second, first, second, first, second]
    assert shown[5].endswith("  reviewed by Legal Team on 2026-11-26")
    text = facts.read_text()
    assert [text.count(f"status: {each}") for each in ("confirmed", "open")] == [0, 1]


def test_only_what_the_policy_asks(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    run = vendorlint("review", "brightleaf", "--list", "--asked")
    others = len(waiting(vendorlint("review", "brightleaf", "--list").out)) - 2
    assert (run.code, run.err) == (1, "")
    names = [line.split(": ")[1].split(" = ")[0] for line in waiting(run.out)]
    assert names == [TRAINING, "ai.training.consent"]
    told = "more wait that no rule of the policy judges (shown without --asked)"
    assert f"\n2 facts to review; {others} {told}\n" in run.out
    keyed = on_terminal(repository, b"c\nc\n", "--asked")
    assert (keyed.returncode, keyed.stderr, keyed.stdout.splitlines()[-1]) == (0, "", f"{others} {told}")
    done = vendorlint("review", "brightleaf", "--list", "--asked")
    assert (done.code, done.out.splitlines()[0]) == (0, f"Nothing to review; {others} {told}")
    assert len(waiting(vendorlint("review", "brightleaf", "--list").out)) == others


def test_a_rule_for_other_tiers_asks_nothing_of_a_vendor(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    policy = repository / "policies" / "house.yaml"
    policy.write_text(policy.read_text().replace("on_silence: warning", "applies_to: {tier: [critical]}"))
    (repository / "vendors/brightleaf/vendor.yaml").write_text("version: 1\nname: Brightleaf\ntier: low\n")
    run = vendorlint("review", "brightleaf", "--list", "--asked")
    assert (run.code, waiting(run.out)) == (0, [])


def test_check_requires_a_review_of_vendors_of_a_tier(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    settings = repository / "vendorlint.yaml"
    settings.write_text(f"{settings.read_text()}require_review: [critical]\n")
    (repository / "vendors/brightleaf/vendor.yaml").write_text("version: 1\nname: Brightleaf\ntier: standard\n")
    assert "error[facts-reviewed]" not in vendorlint("check").out
    (repository / "vendors/brightleaf/vendor.yaml").unlink()  # which counts as critical
    run = vendorlint("check")
    named = "ai.model_providers, ai.training.consent, ai.training.customer_content, change.notice, change.notice_days"
    assert f"error[facts-reviewed] Nobody has reviewed 11 facts: {named} and 6 more" in run.out
    assert "vendorlint.yaml:4" in vendorlint("policy", "show").out
    listed = waiting(vendorlint("review", "brightleaf", "--list").out)
    confirmed = [argument for line in listed for argument in ("--confirm", line.split(": ")[1].split(" = ")[0])]
    assert vendorlint("review", "brightleaf", *confirmed, *BY).code == 0
    assert "error[facts-reviewed]" not in vendorlint("check").out


SILENCED = ("--not-there", TRAINING, "--reason", "an example only")
GONE = f"{TRAINING} is not there, overridden by Legal Team on 2026-11-26: an example only; the terms read as permitted"


def test_a_fact_that_is_not_there_is_judged_as_silence_and_stays(vendorlint: Vendorlint, facts: Path) -> None:
    assert "error[ai-training-opt-in]" in vendorlint("check").out
    run = vendorlint("review", "brightleaf", *SILENCED, *BY)
    assert (run.code, run.out.splitlines()[0], run.err) == (0, f"{TRAINING}: not there", "")
    node = (
        "      customer_content:\n        not_there: true\n        review:\n          status: overridden\n"
        '          by: "Legal Team"\n          date: "2026-11-26"\n          reason: "an example only"\n          read:\n'
        "            - value: permitted\n              confidence: high\n"
    )
    assert block(facts.read_text(), "customer_content").startswith(node)
    assert (vendorlint("extract").out, vendorlint("extract", "--check").code) == ("", 0)
    for trust in ((), ("--trust-facts",)):
        run = vendorlint("check", "--today", "2026-11-27", *trust)
        assert (run.code, run.err, "warning[ai-training-opt-in] Found no clause" in run.out) == (0, "", True)
    assert TRAINING not in vendorlint("review", "brightleaf", "--list").out


def test_a_difference_is_silence(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    before = repository / "before.yaml"
    before.write_bytes(facts.read_bytes())
    assert vendorlint("review", "brightleaf", *SILENCED, *BY).code == 0
    (repository / "vendors/brightleaf/facts.yaml").rename(facts.with_name("after.yaml"))
    facts.with_name("before.yaml").write_bytes(before.read_bytes())
    run = vendorlint("diff", "vendors/brightleaf/before.yaml", "vendors/brightleaf/after.yaml")
    assert (run.code, run.err, f"  {TRAINING}: permitted -> silent\n" in run.out) == (0, "", True)


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"])
def test_every_report_tells_of_what_is_not_there(vendorlint: Vendorlint, facts: Path, name: str) -> None:
    assert vendorlint("review", "brightleaf", *SILENCED, *BY).code == 0
    run = vendorlint("check", "--output", name, "--today", "2026-11-26")
    assert (run.code, run.err) == (0, "")
    if name == "json":
        (told,) = json.loads(run.out)["overrides"]
        assert [told[key] for key in ("fact", "value", "by", "reason")] == [
            TRAINING, None, "Legal Team", "an example only",
        ]  # fmt: skip
        assert [each["value"] for each in told["read"]] == ["permitted"]
    else:
        assert GONE in run.out.replace("\\_", "_").replace("\\", "")


def test_a_policy_bounds_what_is_not_there(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    assert vendorlint("review", "brightleaf", *SILENCED, *BY).code == 0
    policy = repository / "policies" / "house.yaml"
    for asked, why in (
        ("by: [Board]", "the policy takes overrides by Board alone"),
        ("max_age_days: 4", "it is 5 days old, and the policy takes none older than 4"),
    ):
        policy.write_text(f"{POLICY}overrides: {{{asked}}}\n")
        for trust in ((), ("--trust-facts",)):
            run = vendorlint("check", "--today", "2026-12-01", *trust)
            told = f"the override of {TRAINING} by Legal Team on 2026-11-26 (an example only) does not hold: {why}"
            assert (run.code, run.err) == (1, f"vendorlint: {FACTS}: {told}; it is judged as permitted\n")


@pytest.mark.parametrize(
    "more",
    [
        "We may use Customer Content to train our artificial intelligence models.",
        "We will not use Customer Content to train our machine-learning models.",
    ],
)
def test_a_new_clause_makes_what_is_not_there_stale(
    vendorlint: Vendorlint, repository: Path, facts: Path, more: str
) -> None:
    assert vendorlint("review", "brightleaf", *SILENCED, *BY).code == 0
    terms = repository / "vendors/brightleaf/terms.md"
    terms.write_text(f"{TERMS}\n## 3. More\n\n3.1 {more}\n")
    told = f"{TRAINING} was reviewed by Legal Team on 2026-11-26, and a clause on it is new: it is judged as permitted"
    run = vendorlint("check")
    assert (run.code, "error[ai-training-opt-in]" in run.out, told in run.out) == (1, True, True)
    assert vendorlint("extract").code == 0
    first = vendorlint("review", "brightleaf", "--list").out.splitlines()[0]
    assert first.endswith("a clause on it is new; it was not there, reviewed by Legal Team on 2026-11-26")


def test_what_moves_stays_not_there_and_what_is_read_no_more_waits_for_nobody(
    vendorlint: Vendorlint, repository: Path, facts: Path
) -> None:
    assert vendorlint("review", "brightleaf", *SILENCED, *BY).code == 0
    terms = repository / "vendors/brightleaf/terms.md"
    terms.write_text(f"# Words before\n\n{TERMS}")
    assert vendorlint("extract").code == 0
    node = block(facts.read_text(), "customer_content")
    assert (node.count("not_there: true"), node.count("lines: [9, 9]")) == (1, 1)
    terms.write_text(TERMS.replace("1.2 We may use Customer Content to train our machine-learning models.\n", ""))
    assert vendorlint("extract").code == 0
    text = facts.read_text()
    assert ("customer_content:" in text, "stale_reviews" in text) == (False, False)


@pytest.mark.parametrize(
    ("mine", "faults"),
    [
        (
            "review: {status: confirmed, by: ann, date: '2026-11-26'}",
            [":70:17: the key 'read' is missing", ":70:26: found 'confirmed'; expected overridden"],
        ),
        (
            "review: {status: overridden, by: ann, date: '2026-11-26', reason: hearsay}",
            [":70:17: the key 'read' is missing"],
        ),
        (
            "value: permitted",
            [
                ":68:7: a fact that is not there has no value, and an override with what was read; run 'vendorlint review'",
                ":68:7: the key 'review' is missing",
            ],
        ),
    ],
)
def test_not_there_by_hand_has_to_say_what_was_read(
    vendorlint: Vendorlint, facts: Path, mine: str, faults: list[str]
) -> None:
    node = block(facts.read_text(), "customer_content")
    facts.write_text(
        facts.read_text().replace(node, f"      customer_content:\n        not_there: true\n        {mine}\n")
    )
    run = vendorlint("check")
    assert (run.code, run.out, run.err.splitlines()) == (2, "", [f"vendorlint: {FACTS}{fault}" for fault in faults])


def test_on_a_terminal_a_fact_is_not_there(repository: Path, facts: Path) -> None:
    run = on_terminal(repository, b"t\nan example only\nt\n\nq\n", "--asked")
    assert (run.returncode, run.stderr) == (0, "")
    assert facts.read_text().count("not_there: true") == 1  # without a reason it is asked again


OVERRIDE = ("--override", TRAINING, "--value", "prohibited", "--reason", "Order form, clause 4", *CLAUSE)
NOTE = f"{TRAINING} is prohibited, overridden by Legal Team on 2026-11-26: Order form, clause 4; the terms read as permitted"


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"])
def test_every_report_tells_of_an_override(vendorlint: Vendorlint, facts: Path, name: str) -> None:
    assert vendorlint("review", "brightleaf", *OVERRIDE, *BY).code == 0
    run = vendorlint("check", "--output", name, "--today", "2026-11-26")
    assert (run.code, run.err) == (0, "")
    if name == "json":
        (told,) = json.loads(run.out)["overrides"]
        assert [told[key] for key in ("fact", "value", "by", "date", "reason")] == [
            TRAINING, "prohibited", "Legal Team", "2026-11-26", "Order form, clause 4",
        ]  # fmt: skip
        assert [each["value"] for each in told["read"]] == ["permitted"]
    else:
        plain = run.out.replace("\\_", "_").replace("\\", "")
        assert NOTE in plain


def test_what_passes_by_an_override_does_not_rest_on_the_clause_that_says_the_opposite(
    vendorlint: Vendorlint, facts: Path
) -> None:
    opposite = "We may use Customer Content to train our machine-learning models."
    override = (*OVERRIDE[:-1], opposite)
    assert vendorlint("review", "brightleaf", *override, *BY).code == 0
    report = json.loads(vendorlint("check", "--output", "json", "--today", "2026-11-26").out)
    (passed,) = [each for each in report["passed"] if each["rule"] == "ai-training-opt-in"]
    (stated,) = [each for each in passed["facts"] if each["fact"] == TRAINING]
    assert ("clause" in stated, stated["override"]["read"][0]["clauses"][0]["quote"]) == (False, opposite)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("by: [Board, Ann]", "the policy takes overrides by Board, Ann alone"),
        ("by: []", "the policy takes overrides by nobody alone"),
        ("max_age_days: 4", "it is 5 days old, and the policy takes none older than 4"),
        ("max_age_days: 5", None),
        ("by: [Legal Team]", None),
    ],
)
def test_a_policy_bounds_overrides(
    vendorlint: Vendorlint, repository: Path, facts: Path, asked: str, why: str | None
) -> None:
    assert vendorlint("review", "brightleaf", *OVERRIDE, *BY).code == 0
    policy = repository / "policies" / "house.yaml"
    policy.write_text(f"{policy.read_text()}overrides: {{{asked}}}\n")
    for trust in ((), ("--trust-facts",)):
        run = vendorlint("check", "--today", "2026-12-01", *trust)
        told = f"vendorlint: {FACTS}: the override of {TRAINING} by Legal Team on 2026-11-26 (Order form, clause 4) does not hold"
        assert (run.code, run.err) == ((1, f"{told}: {why}; it is judged as permitted\n") if why else (0, ""))


def test_a_date_that_has_not_come_is_too_old_as_well(vendorlint: Vendorlint, repository: Path, facts: Path) -> None:
    assert vendorlint("review", "brightleaf", *OVERRIDE, "--by", "Legal Team", "--today", "2030-01-01").code == 0
    policy = repository / "policies" / "house.yaml"
    policy.write_text(f"{policy.read_text()}overrides: {{max_age_days: 30}}\n")
    assert "its date is none, or has not come yet" in vendorlint("check", "--today", "2026-12-01").err
