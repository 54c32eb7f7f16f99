"""Facts files: what is read and refused, whether the evidence stands, and what becomes of people's reviews."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from vendorlint.errors import InputError, InputErrors
from vendorlint.facts.closest import ClosestClauses
from vendorlint.facts.difference import stale
from vendorlint.facts.file import fact_node, iter_facts, read_facts, value_of, verify_quotes
from vendorlint.facts.provenance import digests, sealed
from vendorlint.facts.rewrite import facts_text, nest
from vendorlint.files.yaml.document import parse_yaml
from vendorlint.place import FilePlace
from vendorlint.project.config import find_config
from vendorlint.project.project import Project

PROJECT = Project.of(find_config(Path(__file__).parent, environ={}))  # without a fact of its own
TERMS = """\
# Terms of Acme

## 1. Your content

You keep all rights to your content. We will not use your content
to train machine-learning models unless you opt in.

## 2. Changes

We may change these terms with 30 days' notice.
"""


def facts_yaml(training: str, *, sha256: str | None = None) -> str:
    """A facts file over TERMS; `training` is the node of ai.training.customer_content, indented by six."""
    return f"""\
version: 1
vendor: acme
documents:
  - id: terms
    path: terms.md
    sha256: "{sha256 or hashlib.sha256(TERMS.encode()).hexdigest()}"
    type: terms_of_service
    language: en
facts:
  ai:
    training:
{training}
  change:
    notice_days:
      value: 30
      confidence: high
      evidence:
        - document: terms
          lines: [10, 10]
          quote: "We may change these terms with 30 days' notice."
"""


TRAINING = """\
      customer_content:
        value: conditional
        confidence: high
        evidence:
          - document: terms
            section: "1. Your content"
            lines: [5, 6]
            column: 38
            quote: "We will not use your content to train machine-learning models unless you opt in."
"""
CONFLICT = """\
      customer_content:
        conflict:
          - value: prohibited
            confidence: high
            evidence:
              - {document: terms, lines: [5, 6], quote: "We will not use your content to train"}
          - value: permitted
            confidence: low
            evidence:
              - {document: terms, lines: [5, 5], quote: "your content"}
"""


QUOTE = "We will not use your content to train machine-learning models unless you opt in."
REVIEW = '        review: {status: confirmed, by: legal, date: "2026-11-24"}\n'
OVERRIDE = TRAINING.replace("value: conditional", "value: prohibited") + REVIEW.replace(
    "confirmed", "overridden, reason: a ban"
)
TRAINING_ID = "ai.training.customer_content"


@pytest.fixture
def acme(tmp_path) -> Path:
    """The folder of the vendor acme with terms and facts."""
    folder = tmp_path / "vendors" / "acme"
    folder.mkdir(parents=True)
    (folder / "terms.md").write_text(TERMS)
    (folder / "facts.yaml").write_text(facts_yaml(TRAINING))
    return folder


def problems(acme) -> list[str]:
    path = acme / "facts.yaml"
    return [str(error).removeprefix(f"{path}:") for error in verify_quotes(read_facts(path, PROJECT))]


def test_facts_by_name(acme):
    facts = read_facts(acme / "facts.yaml", PROJECT)
    assert (facts.vendor, [document["id"] for document in facts.documents]) == ("acme", ["terms"])
    assert [(fact, value_of(node)) for fact, node in iter_facts(facts.facts)] == [
        ("ai.training.customer_content", "conditional"),
        ("change.notice_days", 30),
    ]
    assert fact_node(facts.facts, "change.notice_days") == facts.raw["facts"]["change"]["notice_days"]
    assert [fact_node(facts.facts, name) for name in ("ai.training", "ai.training.consent", "ai.features", "x.y")] == [
        None
    ] * 4
    assert facts.place("change.notice_days") == FilePlace(acme / "facts.yaml", 23, 5)
    assert facts.place("ai.training.consent") == FilePlace(acme / "facts.yaml", 11, 5)
    assert facts.document_path("terms") == acme / "terms.md"


def test_a_conflict_has_the_values_of_its_sides(acme):
    (acme / "facts.yaml").write_text(facts_yaml(CONFLICT))
    node = fact_node(read_facts(acme / "facts.yaml", PROJECT).facts, "ai.training.customer_content")
    assert node and value_of(node) == ["prohibited", "permitted"]
    assert problems(acme) == []


def test_evidence_of_a_document_that_is_not_listed(acme):
    path = acme / "facts.yaml"
    path.write_text(facts_yaml(TRAINING.replace("document: terms", "document: term")))
    with pytest.raises(InputErrors) as caught:
        read_facts(path, PROJECT)
    assert str(caught.value) == f"{path}:16:23: unknown document 'term' (did you mean 'terms'?)"


def test_a_document_listed_twice(acme):
    path = acme / "facts.yaml"
    entry = '  - {id: terms, path: b.md, sha256: "' + "0" * 64 + '", type: dpa, language: en}\nfacts:'
    path.write_text(facts_yaml(TRAINING).replace("facts:", entry, 1))
    with pytest.raises(InputErrors) as caught:
        read_facts(path, PROJECT)
    assert str(caught.value) == f"{path}:9:10: the document 'terms' stands here twice"


CANDIDATES = "candidates:\n  ai.features:\n    - {document: terms, lines: [5, 6], columns: [38, 20]}\n"


def test_a_candidate_is_where_its_document_has_words(acme):
    path = acme / "facts.yaml"
    path.write_text(facts_yaml(TRAINING) + CANDIDATES)
    assert problems(acme) == []
    facts = read_facts(path, PROJECT)
    [closest] = ClosestClauses(facts.raw, {"terms": acme / "terms.md"}).of("ai.features")
    text = (acme / "terms.md").read_text().splitlines()
    assert closest.quote == f"{text[4][37:]} {text[5][:20].strip()}"
    assert (closest.start, closest.end_column) == (FilePlace(acme / "terms.md", 5, 38), 21)


def test_a_candidate_where_nothing_stands(acme):
    (acme / "facts.yaml").write_text(facts_yaml(TRAINING) + CANDIDATES.replace("[5, 6]", "[500, 501]"))
    [problem] = problems(acme)
    assert problem.endswith("the document 'terms' has no words there; run 'vendorlint extract'")


def test_a_candidate_of_a_document_that_is_not_listed(acme):
    (acme / "facts.yaml").write_text(facts_yaml(TRAINING) + CANDIDATES.replace("document: terms", "document: term"))
    with pytest.raises(InputErrors, match="32:18: unknown document 'term'"):
        read_facts(acme / "facts.yaml", PROJECT)


def content(text: str) -> dict:
    return parse_yaml(text, Path("facts.yaml")).value


def test_candidates_alone_make_a_file_stale_only_where_the_definitions_are_the_same(acme):
    path = acme / "facts.yaml"
    by = 'extracted_by: {vendorlint: "0.1", definitions: "000000000000", facts: {}}\n'
    text = facts_yaml(TRAINING) + CANDIDATES + by
    moved = text.replace("[5, 6], columns: [38, 20]", "[5, 5], columns: [1, 20]")
    path.write_text(text)
    facts = read_facts(path, PROJECT)
    raw = sealed({**facts.raw, "extracted_by": facts.raw["extracted_by"] | {"facts": digests(facts.raw)}})
    facts = replace(facts, raw=raw)
    assert "the clauses closest to silent facts" in (stale(path, facts, content(moved)) or "")
    assert "the clauses closest" not in (
        stale(path, facts, content(moved.replace("000000000000", "111111111111"))) or ""
    )
    assert "the clauses closest" in (stale(path, facts, content(facts_yaml(TRAINING) + by)) or "")


def test_quotes_stand_with_white_space_folded(acme):
    assert problems(acme) == []


@pytest.mark.parametrize("text", [TERMS.replace("\n", "\r\n"), "\ufeff" + TERMS])
def test_line_ends_and_byte_order_mark_change_no_quote(acme, text):
    (acme / "terms.md").write_bytes(text.encode())
    assert problems(acme) == ["6:13: terms.md has changed since its facts were extracted; run 'vendorlint extract'"]


def test_a_changed_document_is_one_line_whatever_of_it_was_quoted(acme):
    (acme / "terms.md").write_text(TERMS.replace("unless you opt in", "ever"))
    assert problems(acme) == ["6:13: terms.md has changed since its facts were extracted; run 'vendorlint extract'"]


def test_a_quote_that_never_stood(acme):
    (acme / "facts.yaml").write_text(facts_yaml(TRAINING.replace("unless you opt in", "ever")))
    assert problems(acme) == [
        "20:20: the quote 'We will not use your content to train machine-learning model…' does not stand in document 'terms'",
    ]


def test_a_quote_on_other_lines(acme):
    (acme / "facts.yaml").write_text(facts_yaml(TRAINING.replace("[5, 6]", "[5, 5]")))
    assert problems(acme) == ["20:20: the quote stands on lines 5-6 of document 'terms', not where 'lines' says"]


def test_a_document_that_is_gone(acme):
    (acme / "terms.md").unlink()
    assert problems(acme) == ["5:11: terms.md: no such file"]


@pytest.mark.parametrize("path", ["../beta/terms.md", "/etc/hostname", "link/terms.md", "a\\\\..\\\\b.md"])
def test_a_document_outside_the_folder_is_not_read(acme, path):
    beta = acme.parent / "beta"
    beta.mkdir()
    (beta / "terms.md").write_text(TERMS)
    (acme / "link").symlink_to(beta)
    (acme / "facts.yaml").write_text(facts_yaml(TRAINING).replace("path: terms.md", f'path: "{path}"'))
    shown = path.replace("\\\\", "\\")
    assert problems(acme) == [f"5:11: the path '{shown}' leaves the vendor's folder; expected a path inside it"]


def evidence(lines=(5, 6), quote=QUOTE, column=38) -> dict:
    return {"document": "terms", "section": "1. Your content", "lines": list(lines), "column": column, "quote": quote}


def extraction(facts: dict, terms: str = TERMS) -> dict:
    digest = hashlib.sha256(terms.encode()).hexdigest()
    document = {"id": "terms", "path": "terms.md", "sha256": digest, "type": "terms_of_service", "language": "en"}
    return {"version": 1, "vendor": "acme", "documents": [document], "facts": facts}


def training(value="conditional", **changes) -> dict:
    node = {"value": value, "confidence": "high", "evidence": [evidence(**changes)]}
    return {"ai": {"training": {"customer_content": node}}}


def rewrite(acme, node: str, fresh: dict, terms: str = TERMS):
    """The fact after a re-extraction over `terms`, having checked that a second one changes nothing."""
    path = acme / "facts.yaml"
    path.write_text(facts_yaml(node))
    (acme / "terms.md").write_text(terms)
    text = facts_text(extraction(fresh, terms), read_facts(path, PROJECT))
    path.write_text(text)
    assert facts_text(extraction(fresh, terms), read_facts(path, PROJECT)) == text
    assert verify_quotes(read_facts(path, PROJECT)) == []
    return fact_node(read_facts(path, PROJECT).facts, TRAINING_ID)


def test_first_extraction():
    assert facts_text(extraction(training()), None) == (
        "# yaml-language-server: $schema=https://raw.githubusercontent.com/vendorlint/vendorlint/main/src/vendorlint/schemas/"
        "facts.schema.json\n"
        "version: 1\n"
        "vendor: acme\n"
        "documents:\n"
        "  - id: terms\n"
        '    path: "terms.md"\n'
        "    sha256: e43f8a7816737ca4752cf08effbd03195bbd53f5aa8c6abd6ee346d06eb1d405\n"
        "    type: terms_of_service\n"
        "    language: en\n"
        "facts:\n"
        "  ai:\n"
        "    training:\n"
        "      customer_content:\n"
        "        value: conditional\n"
        "        confidence: high\n"
        "        evidence:\n"
        "          - document: terms\n"
        '            section: "1. Your content"\n'
        "            lines: [5, 6]\n"
        "            column: 38\n"
        f'            quote: "{QUOTE}"\n'
    )


def test_a_fact_that_nobody_reviewed_is_replaced(acme):
    fresh = training("permitted", lines=(5, 5), quote="We will not use your content")
    assert rewrite(acme, TRAINING, fresh) == {
        "value": "permitted",
        "confidence": "high",
        "evidence": [evidence(lines=(5, 5), quote="We will not use your content")],
    }


def test_a_confirmation_stays(acme):
    assert rewrite(acme, TRAINING + REVIEW, training()) == {
        "value": "conditional",
        "confidence": "high",
        "evidence": [evidence()],
        "review": {"status": "confirmed", "by": "legal", "date": "2026-11-24"},
    }


def test_a_confirmation_of_what_is_read_otherwise_now_is_stale(acme):
    assert rewrite(acme, TRAINING + REVIEW, training("permitted")) == {
        "value": "permitted",
        "confidence": "high",
        "evidence": [evidence()],
        "review": {
            "status": "stale",
            "by": "legal",
            "date": "2026-11-24",
            "reviewed": "conditional",
            "seen": [QUOTE],
        },
    }


def test_a_confirmation_of_what_is_not_read_at_all_makes_no_fact(acme):
    assert rewrite(acme, TRAINING + REVIEW, {}) is None


def test_a_clause_that_a_review_did_not_see_makes_it_stale(acme):
    fresh = training("conditional", lines=(5, 5), quote="We will not use your content")
    assert rewrite(acme, TRAINING + REVIEW, fresh) == {
        "value": "conditional",
        "confidence": "high",
        "evidence": [evidence(lines=(5, 5), quote="We will not use your content")],
        "review": {
            "status": "stale",
            "by": "legal",
            "date": "2026-11-24",
            "reviewed": "conditional",
            "seen": [QUOTE],
        },
    }


@pytest.mark.parametrize("fresh", [training(), {}])
def test_an_override_stays_and_moves_with_its_quote(acme, fresh):
    moved = "Preface\n\n" + TERMS
    review = {"status": "overridden", "reason": "a ban", "by": "legal", "date": "2026-11-24"}
    node = {"value": "prohibited", "confidence": "high"}
    if fresh:  # what the terms read as proves nothing of what a person set, and is kept beside it
        read = {"value": "conditional", "confidence": "high", "evidence": [evidence(lines=(7, 8))]}
        assert rewrite(acme, OVERRIDE, training(lines=(7, 8)), moved) == {**node, "review": review | {"read": [read]}}
    else:
        own = {"evidence": [evidence(lines=(7, 8))]}
        assert rewrite(acme, OVERRIDE, fresh, moved) == {**node, **own, "review": review}


def test_a_review_whose_quote_fell_is_stale(acme):
    changed = TERMS.replace("unless you opt in", "unless you agree")
    quote = QUOTE.replace("opt in", "agree")
    assert rewrite(acme, OVERRIDE, training(quote=quote), changed) == {
        "value": "conditional",
        "confidence": "high",
        "evidence": [evidence(quote=quote)],
        "review": {"status": "stale", "reason": "a ban", "by": "legal", "date": "2026-11-24", "reviewed": "prohibited"}
        | {"seen": [QUOTE]},
    }


def test_without_a_quote_there_is_no_fact_but_its_review_is_kept(acme):
    path, gone = acme / "facts.yaml", TERMS.replace("We will not use", "We use")
    assert rewrite(acme, OVERRIDE, {}, gone) is None
    review = {"status": "stale", "reason": "a ban", "by": "legal", "date": "2026-11-24", "reviewed": "prohibited"}
    review["seen"] = [QUOTE]
    assert read_facts(path, PROJECT).raw["stale_reviews"] == [{"fact": TRAINING_ID, "review": review}]
    text = facts_text(
        extraction(training()), read_facts(path, PROJECT)
    )  # the fact is back: the review has nothing left to say
    assert "stale_reviews" not in text


def test_a_set_has_no_order(acme):
    node = """\
      consent: {value: opt_in, confidence: high, evidence: [{document: terms, lines: [6, 6], quote: opt in}]}
  licence:
    purposes:
      value: [security, analytics]
      confidence: high
      evidence: [{document: terms, lines: [5, 5], quote: "your content"}]
      review: {status: confirmed, by: legal, date: "2026-11-24"}
"""
    piece = {"document": "terms", "lines": [5, 5], "quote": "your content"}
    fresh = {"licence": {"purposes": {"value": ["analytics", "security"], "confidence": "low", "evidence": [piece]}}}
    rewrite(acme, node, fresh)
    assert fact_node(read_facts(acme / "facts.yaml", PROJECT).facts, "licence.purposes") == {
        "value": ["analytics", "security"],
        "confidence": "low",
        "evidence": [piece],
        "review": {"status": "confirmed", "by": "legal", "date": "2026-11-24"},
    }


def test_of_two_places_the_nearer_one(acme):
    twice = TERMS + "\n\n" + "Filler.\n" * 20 + TERMS
    assert rewrite(acme, OVERRIDE, {}, twice)["evidence"] == [evidence()]


def test_stale_compares_data_not_bytes(acme):
    path = acme / "facts.yaml"
    fresh = content(facts_text(read_facts(path, PROJECT).raw, None))
    assert stale(path, read_facts(path, PROJECT) if path.exists() else None, fresh) is None
    path.write_text("# Checked by hand.\n" + path.read_text())
    assert stale(path, read_facts(path, PROJECT) if path.exists() else None, fresh) is None
    without = content(facts_text(extraction(training()), None))
    assert (
        stale(path, read_facts(path, PROJECT) if path.exists() else None, without)
        == f"{path}: is stale: change.notice_days; run 'vendorlint extract'"
    )
    path.unlink()
    assert (
        stale(path, read_facts(path, PROJECT) if path.exists() else None, fresh)
        == f"{path}: is missing; run 'vendorlint extract'"
    )


def test_a_fact_that_the_schema_lacks_is_not_dropped():
    with pytest.raises(InputError) as caught:
        nest({"data.dpa": {}, "sla.escrow": {}}, ["data.dpa"])
    assert str(caught.value) == "the schema of facts files lacks sla.escrow; run tools/generate"
