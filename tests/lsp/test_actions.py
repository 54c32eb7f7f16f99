"""What an editor offers to do about a fact or a finding, chosen in a real session."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from vendorlint.files.yaml.document import parse_yaml

from .conftest import TERMS, Editor, Session

FACTS = "vendors/brightleaf/facts.yaml"
TERMS_FILE = "vendors/brightleaf/terms.md"
TRAINING = "ai.training.customer_content"
CONFIRM = f"Confirm {TRAINING}"
NOT_THERE = f"Override {TRAINING}: the terms do not state it"
PAGE = "Open the page of ai-training-opt-in"
WAIVE = "Waive ai-training-opt-in for brightleaf"


@pytest.fixture(autouse=True)
def git_user(repository: Path) -> None:
    (repository / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet", "."], cwd=repository, check=True)
    subprocess.run(["git", "config", "user.name", "Ann"], cwd=repository, check=True)


def place_in(text: str, word: str) -> tuple[int, int]:
    before = text[: text.index(word) + 1]
    return before.count("\n"), len(before) - before.rfind("\n") - 2


def facts_of(root: Path) -> str:
    return (root / FACTS).read_text(encoding="utf-8")


async def offered(editor: Editor, name: str, place: tuple[int, int]) -> dict[str, Any]:
    editor.open(name)
    await editor.diagnostics(name)
    return await editor.actions(name, *place)


def node(text: str) -> dict:
    return parse_yaml(text, Path("facts.yaml")).value["facts"]["ai"]["training"]["customer_content"]


def test_what_is_offered(session: Session, repository: Path) -> None:
    async def scenario(editor: Editor) -> None:
        at_fact = await offered(editor, FACTS, place_in(facts_of(repository), "customer_content"))
        overrides = [title for title in at_fact if title.startswith("Override") and title != NOT_THERE]
        assert sorted(at_fact) == sorted([CONFIRM, *overrides, NOT_THERE, WAIVE, PAGE])
        assert f"Override {TRAINING}: prohibited" in overrides
        assert f"Override {TRAINING}: permitted" not in overrides
        assert sorted(await offered(editor, TERMS_FILE, place_in(TERMS, "may use"))) == sorted(at_fact)
        assert await editor.actions(TERMS_FILE, 0, 3) == {}
        policy = (repository / "policies/house.yaml").read_text()
        assert list(await offered(editor, "policies/house.yaml", place_in(policy, "ai-training"))) == [PAGE]

    session(scenario)


def test_confirm_and_override(session: Session, repository: Path) -> None:
    today = datetime.date.today().isoformat()
    by = {"by": "Ann", "date": today}

    async def scenario(editor: Editor) -> None:
        text = facts_of(repository)
        found = await offered(editor, FACTS, place_in(text, "customer_content"))
        before = node(text)
        confirmed = await editor.choose(found[CONFIRM], FACTS, text)
        assert node(confirmed) == {**before, "review": {"status": "confirmed", **by}}
        changed = await editor.choose(found[f"Override {TRAINING}: prohibited"], FACTS, text)
        read = [{key: before[key] for key in ("value", "confidence", "evidence")}]
        review = {"status": "overridden", **by, "reason": "", "read": read}
        assert (node(changed)["value"], node(changed)["review"]) == ("prohibited", review)
        gone = await editor.choose(found[NOT_THERE], FACTS, text)
        assert node(gone) == {"not_there": True, "review": review}
        assert facts_of(repository) == text  # nothing is saved
        editor.edit(FACTS, changed)
        empty = [each.message for each in await editor.diagnostics(FACTS) if each.code is None]
        assert empty == ["is empty"]
        editor.edit(FACTS, confirmed)
        await editor.diagnostics(FACTS)
        assert CONFIRM not in await editor.actions(FACTS, *place_in(confirmed, "customer_content"))

    session(scenario)


@pytest.mark.parametrize("there", ["", "version: 1\nwaivers: []\n"])
def test_waive(session: Session, repository: Path, there: str) -> None:
    if there:
        (repository / "waivers.yaml").write_text(there)
    last = (datetime.date.today() + datetime.timedelta(days=90)).isoformat()

    async def scenario(editor: Editor) -> None:
        found = await offered(editor, TERMS_FILE, place_in(TERMS, "may use"))
        text = await editor.choose(found[WAIVE], "waivers.yaml", there)
        entry = {
            "rule": "ai-training-opt-in",
            "vendor": "brightleaf",
            "reason": "",
            "approved_by": "Ann",
            "expires": last,
        }
        assert parse_yaml(text, Path("waivers.yaml")).value == {"version": 1, "waivers": [entry]}

    session(scenario)


def test_open_the_page(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        action = (await offered(editor, TERMS_FILE, place_in(TERMS, "may use")))[PAGE]
        command = types.ExecuteCommandParams(action.command, action.arguments)
        await editor.workspace_execute_command_async(command)
        assert editor.shown == ["https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-opt-in.md"]

    session(scenario)


def test_nothing_to_decide_in_a_facts_file_that_is_wrong(session: Session, repository: Path) -> None:
    async def scenario(editor: Editor) -> None:
        text = facts_of(repository)
        editor.open(FACTS, text.replace("version: 1", "version: 2"))
        await editor.diagnostics(FACTS)
        assert await editor.actions(FACTS, *place_in(text, "customer_content")) == {}

    session(scenario)


def test_what_is_waived_for_a_while_is_not_waived_twice(session: Session, repository: Path) -> None:
    (repository / "waivers.yaml").write_text(
        "version: 1\nwaivers:\n  - {rule: ai-training-opt-in, vendor: brightleaf, reason: It was for a time., approved_by: Ann, expires: '2020-01-01'}\n"
    )

    async def scenario(editor: Editor) -> None:
        assert WAIVE not in await offered(editor, TERMS_FILE, place_in(TERMS, "may use"))

    session(scenario)
