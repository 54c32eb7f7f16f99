"""A project: the facts that it knows are read once, and anew by the next one."""

from pathlib import Path

import pytest

from vendorlint.errors import InputErrors
from vendorlint.files.yaml.document import parse_yaml
from vendorlint.project.project import Project, find_project
from vendorlint.schemas.schema import fact_ids, schema

DEFINITION = """\
title: Escrow
type: bool
meaning: Whether source code is in escrow.
kind: presence
languages:
  en:
    readings:
      - {value: true, all: ['\\bescrow\\b']}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "vendorlint.yaml").write_text("version: 1\nfacts: [facts]\n")
    (tmp_path / "facts" / "acme").mkdir(parents=True)
    (tmp_path / "facts" / "acme" / "escrow.yaml").write_text(DEFINITION)
    return find_project(tmp_path)


def test_knows_the_own_facts_behind_the_shipped_ones(project: Project) -> None:
    facts = project.facts
    assert [fact.info.id for fact in facts.own] == ["acme.escrow"]
    assert facts.ids == (*fact_ids(), "acme.escrow")
    assert (list(facts.infos)[-1], facts.infos["acme.escrow"].title) == ("acme.escrow", "Escrow")
    assert facts.judged[len(facts.ids)].startswith("declared.")


def test_own_facts_are_in_the_schema_of_the_project_alone(project: Project) -> None:
    assert "acme" in project.facts.schema.content["properties"]["facts"]["properties"]
    assert "acme" not in schema("facts")["properties"]["facts"]["properties"]
    document = parse_yaml(
        "version: 1\nvendor: x\ndocuments: []\nfacts: {acme: {escro: {value: true}}}\n", Path("f.yaml")
    )
    with pytest.raises(InputErrors) as caught:
        project.facts.schema.validate(document)
    assert "f.yaml:4:16: unknown fact 'acme.escro' (did you mean 'acme.escrow'?)" in str(caught.value)


def test_is_what_it_was_until_a_new_one_is_made(project: Project) -> None:
    known = project.facts.own
    definition = known[0].path
    definition.write_text(DEFINITION.replace("title: Escrow", "title: Source code"))
    assert project.facts.own is known
    assert Project.of(project.config).facts.own[0].info.title == "Source code"


def test_what_is_wrong_with_a_definition_is_told_each_time(project: Project) -> None:
    (project.config.root / "facts" / "acme" / "escrow.yaml").write_text("title: Escrow\n")
    for _ in range(2):
        with pytest.raises(InputErrors):
            _ = project.facts.ids
