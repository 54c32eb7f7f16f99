"""Sessions of an editor with the server: what a person sees on opening, editing, saving and closing files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from lsprotocol import types

from vendorlint.lsp import checker
from vendorlint.lsp.checker import Checker
from vendorlint.lsp.problems import Problem
from vendorlint.lsp.workspace import Workspace

from .conftest import POLICY, TERMS, Editor, Session, cut, write_terms

TERMS_FILE = "vendors/brightleaf/terms.md"
FACTS_FILE = "vendors/brightleaf/facts.yaml"
POLICY_FILE = "policies/house.yaml"
CONFIG_FILE = "vendorlint.yaml"
CLAUSE = "We may use Customer Content to train our machine-learning models."
TRAINING = "Customer content may be used to train AI models: the terms take the right without asking"
SILENCE = "Found no clause that says whether the licence to customer content can be revoked"
YES = 'YAML readers disagree about a plain yes; write true, or "yes" in quotes if it is text'
BANNED = TERMS.replace("We may use Customer Content", "We will never use Customer Content")


def diagnostic(
    place: types.Range,
    message: str,
    severity: types.DiagnosticSeverity = types.DiagnosticSeverity.Error,
    code: str | None = None,
    related: Sequence[types.DiagnosticRelatedInformation] | None = None,
) -> types.Diagnostic:
    page = f"https://github.com/vendorlint/vendorlint/blob/main/docs/rules/{code}.md"
    return types.Diagnostic(
        range=place,
        message=message,
        severity=severity,
        code=code,
        code_description=types.CodeDescription(page) if code else None,
        source="vendorlint",
        related_information=tuple(related) if related else None,
    )


def in_terms(editor: Editor, place: types.Range, fact: types.Range) -> types.Diagnostic:
    """The finding about training, in the contract."""
    there = types.Location(editor.uri(FACTS_FILE), fact)
    related = [types.DiagnosticRelatedInformation(there, "ai.training.customer_content as extracted")]
    return diagnostic(place, TRAINING, code="ai-training-opt-in", related=related)


def in_facts(editor: Editor, place: types.Range, clause: types.Range) -> list[types.Diagnostic]:
    """What the facts file shows: the silence, where its fact would be, and the finding about training."""
    there = types.Location(editor.uri(TERMS_FILE), clause)
    related = [types.DiagnosticRelatedInformation(there, "the clause that proves it")]
    facts = (editor.root / FACTS_FILE).read_text(encoding="utf-8")
    return [
        silence(cut(facts, "licence:", "licence")),
        diagnostic(place, TRAINING, code="ai-training-opt-in", related=related),
    ]


def silence(place: types.Range) -> types.Diagnostic:
    return diagnostic(place, SILENCE, types.DiagnosticSeverity.Information, "licence-irrevocable")


def facts_text(root: Path) -> str:
    return (root / FACTS_FILE).read_text(encoding="utf-8")


def fact_range(root: Path) -> types.Range:
    return cut(facts_text(root), "customer_content:", "customer_content")


def test_a_contract_shows_its_finding_at_the_clause_and_the_facts_file_at_the_fact(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        clause, fact = cut(TERMS, CLAUSE, CLAUSE), fact_range(editor.root)
        assert (clause.start, clause.end) == (types.Position(6, 25), types.Position(6, 90))
        editor.open(TERMS_FILE)
        assert await editor.diagnostics(FACTS_FILE) == in_facts(editor, fact, clause)
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, clause, fact)]

    session(scenario)


@pytest.mark.parametrize(("encoding", "columns"), [("utf-8", (28, 93)), ("utf-16", (25, 90)), ("utf-32", (24, 89))])
def test_columns_are_counted_as_the_editor_asks(session: Session, encoding: str, columns: tuple[int, int]) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        (found,) = await editor.diagnostics(TERMS_FILE)
        assert (found.range.start.character, found.range.end.character) == columns
        pages = [await editor.hover(TERMS_FILE, 6, column) for column in (columns[0] - 1, *columns, columns[1] + 1)]
        assert [page and page.partition("\n")[0] for page in pages] == [
            None,
            "**ai-training-opt-in**: AI training on customer content needs opt-in",
            "**ai-training-opt-in**: AI training on customer content needs opt-in",
            "**ai-training-opt-in**: AI training on customer content needs opt-in",  # the end of the line
        ]

    session(scenario, encodings=[types.PositionEncodingKind(encoding)])


def test_an_edit_takes_the_finding_away_and_undoing_it_brings_it_back(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        clause, fact = cut(TERMS, CLAUSE, CLAUSE), fact_range(editor.root)
        facts = facts_text(editor.root)
        stale = "terms.md has changed since its facts were extracted; run 'vendorlint extract'"
        editor.open(TERMS_FILE)
        await editor.diagnostics(FACTS_FILE)
        await editor.diagnostics(TERMS_FILE)

        editor.edit(TERMS_FILE, BANNED)
        assert await editor.diagnostics(FACTS_FILE) == [
            diagnostic(cut(facts, facts.partition("sha256: ")[2][:64], facts.partition("sha256: ")[2][:64]), stale),
            silence(cut(facts, "licence:", "licence")),
        ]
        assert await editor.diagnostics(TERMS_FILE) == []

        moved = TERMS.replace("## 1.", "Preamble.\n\n## 1.")
        editor.edit(TERMS_FILE, moved)
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, cut(moved, CLAUSE, CLAUSE), fact)]

        editor.edit(TERMS_FILE, TERMS)
        assert await editor.diagnostics(FACTS_FILE) != []
        assert await editor.diagnostics(FACTS_FILE) == in_facts(editor, fact, clause)
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, clause, fact)]

    session(scenario)


def test_of_many_keystrokes_the_last_one_counts(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        for end in range(1, 30):
            editor.edit(TERMS_FILE, TERMS[: -end - 1])
        editor.edit(TERMS_FILE, TERMS)
        fact = fact_range(editor.root)
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, cut(TERMS, CLAUSE, CLAUSE), fact)]

    session(scenario)


def test_line_ends_and_page_breaks_move_nothing(session: Session, repository: Path) -> None:
    """A file with CRLF, which an editor may hold with LF; form feed and U+2028 end no line."""
    terms = TERMS.replace("\n1.2", "Page 1\x0c of\u2028 2.\n\n1.2")
    write_terms(repository, terms.replace("\n", "\r\n"))

    async def scenario(editor: Editor) -> None:
        clause, fact = cut(terms, CLAUSE, CLAUSE), fact_range(editor.root)
        editor.open(TERMS_FILE)
        assert await editor.diagnostics(FACTS_FILE) == in_facts(editor, fact, clause)
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, clause, fact)]
        editor.edit(TERMS_FILE, terms)
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, clause, fact)]
        editor.edit(TERMS_FILE, f"{terms}\nOne more line.\n".replace("\n", "\r\n"))
        assert await editor.diagnostics(TERMS_FILE) == [in_terms(editor, clause, fact)]

    session(scenario)


def test_a_vendor_without_facts_is_read_from_its_terms(session: Session, repository: Path) -> None:
    (repository / FACTS_FILE).unlink()

    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        training = diagnostic(cut(TERMS, CLAUSE, CLAUSE), TRAINING, code="ai-training-opt-in")
        first_line = silence(types.Range(types.Position(0, 0), types.Position(0, 29)))
        assert await editor.diagnostics(TERMS_FILE) == [first_line, training]
        editor.edit(TERMS_FILE, BANNED)
        assert await editor.diagnostics(TERMS_FILE) == [first_line]

    session(scenario)


def test_terms_in_a_folder_inside_of_a_vendors_are_checked_with_it(session: Session, repository: Path) -> None:
    (repository / FACTS_FILE).unlink()
    inside = "vendors/brightleaf/annexes/terms.md"
    (repository / inside).parent.mkdir()
    (repository / TERMS_FILE).rename(repository / inside)

    async def scenario(editor: Editor) -> None:
        editor.open(inside)
        training = diagnostic(cut(TERMS, CLAUSE, CLAUSE), TRAINING, code="ai-training-opt-in")
        first_line = silence(types.Range(types.Position(0, 0), types.Position(0, 29)))
        assert await editor.diagnostics(inside) == [training, first_line]
        editor.edit(inside, BANNED)
        assert await editor.diagnostics(inside) == [first_line]

    session(scenario)


def test_closing_the_last_file_of_a_vendor_clears_what_was_shown(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        await editor.diagnostics(FACTS_FILE)
        await editor.diagnostics(TERMS_FILE)
        editor.close(TERMS_FILE)
        assert await editor.diagnostics(FACTS_FILE) == []
        assert await editor.diagnostics(TERMS_FILE) == []

    session(scenario)


def test_what_is_waived_is_a_hint_from_the_moment_that_the_waivers_are_there(
    session: Session, repository: Path
) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        await editor.diagnostics(TERMS_FILE)
        (watching,) = editor.registered
        assert watching.method == "workspace/didChangeWatchedFiles"
        (repository / "waivers.yaml").write_text(
            "version: 1\nwaivers:\n  - rule: ai-training-opt-in\n    vendor: brightleaf\n"
            "    reason: Replaced by the end of June.\n    approved_by: legal\n    expires: '9999-12-31'\n"
        )
        editor.changed_on_disk("waivers.yaml")
        expected = in_terms(editor, cut(TERMS, CLAUSE, CLAUSE), fact_range(editor.root))
        expected.severity = types.DiagnosticSeverity.Hint
        expected.message += " (waived)\nwaiver: until 9999-12-31, approved by legal: Replaced by the end of June."
        assert await editor.diagnostics(TERMS_FILE) == [expected]

    session(scenario)


def test_a_broken_policy_is_told_where_it_is_broken_and_findings_return_once_it_is_mended(session: Session) -> None:
    broken = POLICY.replace("severity: error, on_silence: info", "severity: fatal, on_silence: info")

    async def scenario(editor: Editor) -> None:
        finding = in_terms(editor, cut(TERMS, CLAUSE, CLAUSE), fact_range(editor.root))
        editor.open(TERMS_FILE)
        assert await editor.diagnostics(TERMS_FILE) == [finding]
        editor.open(POLICY_FILE)
        assert await editor.diagnostics(POLICY_FILE) == []
        assert await editor.diagnostics(TERMS_FILE) == [finding]

        editor.edit(POLICY_FILE, broken)
        message = "found 'fatal'; expected one of error, warning, info"
        assert await editor.diagnostics(POLICY_FILE) == [diagnostic(cut(broken, "fatal", "fatal"), message)]
        assert await editor.diagnostics(TERMS_FILE) == []

        editor.edit(POLICY_FILE, POLICY)
        assert await editor.diagnostics(POLICY_FILE) == []
        assert await editor.diagnostics(TERMS_FILE) == [finding]

    session(scenario)


def test_files_that_are_not_open_are_told_of_as_well(session: Session, repository: Path) -> None:
    (repository / POLICY_FILE).write_text("version: 1\nname: house\nrequirements:\n  ai-training-optin: off\n")
    (repository / "vendors/brightleaf/vendor.yaml").write_text("version: 1\ntier: critcal\n")

    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        place = types.Range(types.Position(3, 2), types.Position(3, 19))
        message = "unknown rule 'ai-training-optin' (did you mean 'ai-training-opt-in'?)"
        assert await editor.diagnostics(POLICY_FILE) == [diagnostic(place, message)]
        assert await editor.diagnostics(TERMS_FILE) == []
        place = types.Range(types.Position(1, 6), types.Position(1, 13))
        message = "found 'critcal'; expected one of critical, standard, low (did you mean 'critical'?)"
        assert await editor.diagnostics("vendors/brightleaf/vendor.yaml") == [diagnostic(place, message)]

    session(scenario)


def test_errors_in_yaml_are_told_of_text_that_is_not_saved(session: Session, repository: Path) -> None:
    (repository / "waivers.yaml").write_text("version: 1\nwaivers: []\n")
    cases = (
        (FACTS_FILE, "version: 1\nvendor: yes\n", (1, 8, 11), YES),
        (
            "waivers.yaml",
            "version: 1\nwaivers:\n  - {rule: x, rule: y}\n",
            (2, 14, 18),
            "the key 'rule' stands here twice (first on line 3); remove one",
        ),
        (CONFIG_FILE, "version: 1\npolicies: x\n", (1, 0, 8), "unknown key 'policies' (did you mean 'policy'?)"),
    )

    async def scenario(editor: Editor) -> None:
        for name, text, (line, start, end), message in cases:
            editor.open(name, text)
            place = types.Range(types.Position(line, start), types.Position(line, end))
            assert diagnostic(place, message) in await editor.diagnostics(name)
            editor.close(name)
            assert await editor.diagnostics(name) == []

    session(scenario)


def test_a_rule_whose_metadata_is_wrong_is_told_in_its_file(session: Session, repository: Path) -> None:
    metadata = "# METADATA\n# title: No perpetual licence\n# custom:\n#   severity: fatal\n#   on_silence: pass\n"
    rule = f"{metadata}package vendorlint.rules.acme\n\ndeny contains result if {{ result := {{}} }}\n"
    (repository / "rego" / "acme.rego").write_text(rule)

    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        message = "found 'fatal'; expected one of error, warning, info"
        assert await editor.diagnostics("rego/acme.rego") == [diagnostic(cut(rule, "fatal", "fatal"), message)]

    session(scenario)


def test_a_rule_that_judges_nothing_is_told_where_no_vendor_is_open(session: Session, repository: Path) -> None:
    rule = (
        "# METADATA\n# title: Acme\n# custom: {severity: error, on_silence: pass, facts: [licence.duration], category: custom, params: {}}\n"
        "package vendorlint.rules.acme\n\nimport rego.v1\n\ndeny contains 1 if input.facts.licence.duratoin.value\n"
    )
    (repository / "rego" / "acme.rego").write_text(rule)

    async def scenario(editor: Editor) -> None:
        editor.open("rego/acme.rego")
        assert [each.message for each in await editor.diagnostics("rego/acme.rego")] == [
            "the rule acme is not turned on by the policy (policies/house.yaml): it judges nothing",
            "input.facts.licence.duratoin is no fact (did you mean 'licence.duration'?): it is always undefined",
        ]

    session(scenario)


def test_a_document_whose_name_is_no_unicode_is_told_and_the_server_goes_on(repository: Path, session: Session) -> None:
    (repository / FACTS_FILE).unlink()
    strange = repository / "vendors" / "brightleaf" / "\udcff.md"
    strange.write_text(TERMS)

    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        (found,) = await editor.diagnostics("vendors/brightleaf/\udcff.md")
        assert found.message == "has a name that is no UTF-8; rename it"
        strange.unlink()
        editor.changed_on_disk(TERMS_FILE)
        assert await editor.diagnostics("vendors/brightleaf/\udcff.md") == []

    session(scenario)


def test_a_crash_is_told_where_the_configuration_is(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> list[Problem]:
        raise UnicodeError("ff")

    monkeypatch.setattr(checker, "check_vendor", crash)
    workspace = Workspace(folders=(repository,), texts={(repository / TERMS_FILE).resolve(): TERMS})
    found = Checker().problems(workspace, (), "2026-11-26", lambda: False)
    ((path, [problem]),) = found.items()
    message = "internal error: UnicodeError: ff (the editor's log of vendorlint has more)"
    assert (path, problem.message) == ((repository / CONFIG_FILE).resolve(), message)


def test_a_crash_outside_of_a_vendor_is_logged_and_the_server_goes_on(repository: Path, session: Session) -> None:
    """A folder of vendors that is a link to itself cannot be resolved."""
    (repository / "loop").symlink_to(repository / "loop")

    async def scenario(editor: Editor) -> None:
        editor.open(TERMS_FILE)
        shown = await editor.diagnostics(TERMS_FILE)
        editor.open(CONFIG_FILE, "version: 1\nvendors: loop\n")
        assert await editor.logged.get() == "vendorlint: internal error: RuntimeError; what is shown may be old"
        editor.edit(CONFIG_FILE, (repository / CONFIG_FILE).read_text())
        assert await editor.diagnostics(TERMS_FILE) == shown

    session(scenario, log="vendorlint: vendorlint.lsp.server: internal error while checking")


def test_a_file_that_is_not_ours_has_nothing_to_show(session: Session, repository: Path) -> None:
    (repository / "README.md").write_text(TERMS)

    async def scenario(editor: Editor) -> None:
        editor.open("README.md")
        assert await editor.diagnostics("README.md") == []
        assert await editor.hover("README.md", 6, 30) is None
        assert await editor.definition("README.md", 6, 30) == []
        assert await editor.completion("README.md", 6, 30) == []

    session(scenario)
