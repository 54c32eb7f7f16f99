"""From a word to its page, from a fact to its clause and back, and the words that may stand at the cursor."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from .conftest import POLICY, TERMS, Editor, Session, cut
from .test_session import CLAUSE, FACTS_FILE, POLICY_FILE, TERMS_FILE, fact_range, facts_text

RULES = Path(__file__).parents[2] / "rego" / "vendorlint" / "rules"


def at(place: types.Range) -> tuple[int, int]:
    """One character into a range."""
    return place.start.line, place.start.character + 1


def point(line: int, character: int) -> types.Range:
    return types.Range(types.Position(line, character), types.Position(line, character))


def test_pages_of_findings_facts_and_rules(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        await editor.diagnostics(TERMS_FILE)
        page = await editor.hover(TERMS_FILE, 6, 40)
        assert page is not None
        assert page.split("\n\n")[:4] == [
            "**ai-training-opt-in**: AI training on customer content needs opt-in",
            "Reports terms under which customer content may train AI models unless the customer has agreed to it first.",
            "**Why:** What a model has learned can come out in front of others and cannot be taken back, so the decision "
            "belongs to the customer and before the fact.",
            "**Remedy:** Ask for a ban on training with your content, or for training only after you have switched it on; "
            "a right to object later is not enough.",
        ]
        assert (
            "\n\n**At the table**\n\n- **Ask for:** Provider shall not use Customer Content, prompts and Output included"
            in page
        )
        assert await editor.hover(TERMS_FILE, 4, 10) is None

        fact = fact_range(editor.root)
        both = await editor.hover(FACTS_FILE, *at(fact))
        assert both is not None
        first, second = both.split("\n\n---\n\n")
        assert first.startswith("**ai.training.customer\\_content**: ")
        assert second == page
        assert await editor.hover(FACTS_FILE, fact.start.line + 2, 12) is None

        assert await editor.hover(POLICY_FILE, *at(cut(POLICY, "ai-training-opt-in", "in"))) == page

    session(scenario)


def test_from_facts_to_clauses_and_back(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        facts, fact = facts_text(editor.root), fact_range(editor.root)
        clause = (TERMS_FILE, cut(TERMS, CLAUSE, CLAUSE))
        assert await editor.definition(FACTS_FILE, *at(fact)) == [clause]
        quote = fact.start.line + facts.splitlines()[fact.start.line :].index(f'            quote: "{CLAUSE}"')
        assert await editor.definition(FACTS_FILE, quote, 40) == [clause]
        assert await editor.definition(FACTS_FILE, *at(cut(facts, 'path: "terms.md"', '"'))) == [
            (TERMS_FILE, point(0, 0))
        ]
        assert await editor.definition(FACTS_FILE, *at(cut(facts, "licence:", "licence"))) == []

        proved = [
            (FACTS_FILE, cut(facts, "granted:", "granted")),
            (FACTS_FILE, cut(facts, "purposes:", "purposes")),
            (FACTS_FILE, fact),
            (FACTS_FILE, cut(facts, "consent:", "consent")),
            (FACTS_FILE, cut(facts, "model_providers:", "model_providers")),
        ]
        assert await editor.definition(TERMS_FILE, 6, 40) == proved
        assert await editor.definition(TERMS_FILE, 2, 1) == []

        moved = TERMS.replace("## 1.", "🙂\n\n## 1.")
        editor.open(TERMS_FILE, moved)
        assert await editor.definition(FACTS_FILE, *at(fact)) == [(TERMS_FILE, cut(moved, CLAUSE, CLAUSE))]
        assert await editor.definition(TERMS_FILE, 8, 40) == proved

    session(scenario)


def test_from_ids_to_files(session: Session, repository: Path) -> None:
    (repository / "policies" / "strict.yaml").write_text(
        "version: 1\nname: strict\nextends: [vendorlint/ai, house.yaml]\nrequirements: {}\n"
    )

    async def scenario(editor: Editor) -> None:
        ((uri, place),) = await editor.definition(POLICY_FILE, *at(cut(POLICY, "ai-training-opt-in", "in")))
        rule = RULES / "ai_training_opt_in" / "ai_training_opt_in.rego"
        line = rule.read_text(encoding="utf-8").splitlines().index("package vendorlint.rules.ai_training_opt_in")
        assert (uri, place) == (rule.as_uri(), point(line, 0))
        pack = RULES.parents[2] / "policies" / "ai.yaml"
        assert await editor.definition("policies/strict.yaml", 2, 15) == [(pack.as_uri(), point(0, 0))]
        assert await editor.definition("policies/strict.yaml", 2, 30) == [(POLICY_FILE, point(0, 0))]
        assert await editor.definition("vendorlint.yaml", 1, 20) == [(POLICY_FILE, point(0, 0))]
        assert await editor.definition("vendorlint.yaml", 0, 3) == []

    session(scenario)


def test_a_word_for_the_cursor_replaces_what_was_begun(session: Session) -> None:
    text = POLICY.replace("  licence-irrevocable: {severity: error, on_silence: info}", "  licence-irre")

    async def scenario(editor: Editor) -> None:
        editor.open(POLICY_FILE, text)
        found = {item.label: item for item in await editor.completion(POLICY_FILE, 4, 14)}
        assert "ai-training-opt-in" not in found  # it is there already
        item = found["licence-irrevocable"]
        assert item.detail == "The licence can be revoked"
        assert isinstance(item.documentation, types.MarkupContent)
        assert item.documentation.value.startswith("**licence-irrevocable**: The licence can be revoked\n\n")
        place = types.Range(types.Position(4, 2), types.Position(4, 14))
        assert item.text_edit == types.TextEdit(place, "licence-irrevocable: ")

    session(scenario)
