"""Terms that attack whoever reads a report: in each format they are text, and nothing but text."""

from __future__ import annotations

import json
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from .conftest import Vendorlint, published_schema, vendorlint_in
from .test_formats import GITLAB_SCHEMA, as_the_runner_reads

HOSTILE = {
    "command": "::error file=x,line=1::pwned",
    "old-command": "##[error]pwned ###[add-mask]a ##vso[task.setvariable variable=a]b ##teamcity[buildStop]",
    "escapes": "%0A::error::pwned%0D%0A::set-output name=a::b %25",
    "cdata": "]]> </failure></testcase> &lt; &amp; &#0; <![CDATA[ x",
    "terminal": "\x1b[2J\x1b]8;;https://evil.example\x07click\x9b31m\x08\x01",
    "bidi": "\u202edesrever\u202c \u2066isolated\u2069 \u200bzero\ufeff\u00ad \U000e0041tag",
    "noncharacters": "\ufffe\uffff\U0001fffe",
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)> </details> </summary> <!-- hidden",
    "links": "[click](https://evil.example) ![x](https://evil.example/a.png) <https://evil.example> [a]: https://evil.example",
    "bare-links": "https://evil.example www.evil.example",
    "mentions": "@octocat #12 GH-12 octo/repo#1 !3 ~label",
    "table": "a | b | \\| `code` ```` ~~~ $x$ __b__ **c** ~~d~~",
}
ENGLISH = (
    "The customer and the vendor are the parties to this agreement, and each of them is bound by it for its term. " * 3
)
# Section heading and clause alike, and a clause that begins a line with it.
TERMS = f"""\
# Terms

{ENGLISH}

## 1. Content {{payload}}

{{payload}} we may use Customer Content to train our machine-learning models, {{payload}} and more.
"""
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown")
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\u00ad\U000e0000-\U000e007f]"
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each format of one run over a vendor per attack."""
    root = tmp_path_factory.mktemp("hostile")
    books = root / "books"
    (books / "policies").mkdir(parents=True)
    (root / ".git").mkdir()
    (books / "vendorlint.yaml").write_text("version: 1\npolicy: policies/house.yaml\n")
    (books / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  ai-training-opt-in: {severity: error}\n"
    )
    for vendor, payload in HOSTILE.items():
        folder = books / "vendors" / vendor
        folder.mkdir(parents=True)
        (folder / "terms.md").write_bytes(TERMS.format(payload=payload).encode())
    outputs = [word for name in FORMATS for word in ("--output", f"{name}={root / name}")]
    run = vendorlint_in(root)("check", *outputs, GITHUB_STEP_SUMMARY=str(root / "summary"))
    assert (run.err, run.code, run.out) == ("", 1, "")
    return {name: (root / name).read_bytes().decode() for name in (*FORMATS, "summary")}


def test_every_attack_is_found(reports: dict[str, str]) -> None:
    findings = json.loads(reports["json"])["findings"]
    assert {finding["vendor"] for finding in findings if finding["severity"] == "error"} == HOSTILE.keys()
    for finding in findings:
        payload = " ".join(HOSTILE[finding["vendor"]].split())
        assert payload.split()[0] in finding["clauses"][0]["quote"]


@pytest.mark.parametrize("name", [*FORMATS, "summary"])
def test_nothing_hides_or_steers_a_terminal(reports: dict[str, str], name: str) -> None:
    assert CONTROL.findall(reports[name].replace("\n", "")) == []


@pytest.mark.parametrize("name", [*FORMATS, "summary"])
def test_nothing_commands_the_runner(reports: dict[str, str], name: str) -> None:
    commands = as_the_runner_reads(reports[name])
    assert re.findall(r"##\w*\[", reports[name]) == []
    if name != "github":
        assert commands == []
    else:
        assert {(kind, properties["title"]) for kind, properties, _ in commands} == {
            *(("error", f"ai-training-opt-in: {vendor}") for vendor in HOSTILE),
            ("warning", "vendorlint"),  # words of theirs are struck
        }
        assert {properties["file"] for _, properties, _ in commands} == {
            f"books/vendors/{vendor}/terms.md" for vendor in HOSTILE
        }


def test_sarif_has_no_link_but_to_its_locations(reports: dict[str, str]) -> None:
    sarif = json.loads(reports["sarif"])
    Draft7Validator(published_schema("sarif-2.1.0.json")).validate(sarif)
    for result in sarif["runs"][0]["results"]:
        text = result["message"]["text"]
        assert CONTROL.findall(text.replace("\n", "")) == []
        assert [target for target in re.findall(r"(?<!\\)\[[^\]]*\]\(([^)]*)\)", text) if not target.isdigit()] == []


def test_gitlab_describes_in_one_line(reports: dict[str, str]) -> None:
    issues = json.loads(reports["gitlab"])
    Draft7Validator(GITLAB_SCHEMA).validate(issues)
    assert {issue["description"].partition(":")[0] for issue in issues} == {"ai-training-opt-in"}


def test_junit_has_its_own_elements_only(reports: dict[str, str]) -> None:
    root = ElementTree.fromstring(reports["junit"])
    elements = [element.tag for element in root.iter()]
    assert sorted(set(elements)) == ["failure", "testcase", "testsuite", "testsuites"]
    texts = {suite.get("name"): "".join(suite.itertext()) for suite in root}
    assert HOSTILE["cdata"] in texts["cdata"]
    assert HOSTILE["html"] in texts["html"]
    assert "\\x1b[2J\\x1b]8;;https://evil.example\\x07click\\x9b31m\\x08\\x01" in texts["terminal"]
    assert "\\ufffe\\uffff" in texts["noncharacters"]


class Page(HTMLParser):
    """The elements, links, comments and text outside of code of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.comments: list[str] = []
        self.prose = ""
        self.code = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for _, value in attrs if tag != "code"]
        self.code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")
        self.code -= tag == "code"

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.prose += "" if self.code else data


@pytest.mark.parametrize("name", ["markdown", "summary"])
def test_markdown_has_no_markup_of_the_terms(reports: dict[str, str], name: str) -> None:
    page = Page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(reports[name]))
    known = [
        "a",
        "b",
        "code",
        "details",
        "h2",
        "li",
        "p",
        "pre",
        "strong",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
    assert sorted(tag for tag in set(page.tags) if not tag.startswith("/")) == known
    for tag in ("details", "summary", "table", "pre"):
        assert (
            page.tags.count(tag)
            == page.tags.count(f"/{tag}")
            == {"table": 1, "pre": len(HOSTILE)}.get(tag, len(HOSTILE) + 1)
        )  # and the terms that are defined
    assert page.tags.count("td") == 5 * len(HOSTILE)
    assert set(page.links) == {
        "https://github.com/vendorlint/vendorlint/blob/main/docs/rules/ai-training-opt-in.md",
    }
    assert page.comments == [" vendorlint report "]
    assert re.findall(r"@\w|#\d|GH-\d|!\d|~\w", page.prose, re.IGNORECASE) == []
    assert re.findall(r"https?://evil|www\.evil", page.prose) == []


def test_a_line_of_a_megabyte(tmp_path: Path, books: Path, vendorlint: Vendorlint) -> None:
    terms = f"# Terms\n\n{ENGLISH}\n\nWe may use Customer Content to train our models, {'or more ' * 130_000}.\n"
    (books / "vendors/brightroom/terms of service.md").write_text(terms)
    outputs = [word for name in FORMATS for word in ("--output", f"{name}={tmp_path / name}")]
    run = vendorlint("check", *outputs, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert (run.err, run.code) == ("", 1)
    sizes = {name: (tmp_path / name).stat().st_size for name in (*FORMATS, "summary")}
    assert [name for name, size in sizes.items() if size > 20_000] == []


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode here")
def test_a_name_that_is_no_unicode_is_refused(tmp_path: Path, books: Path, vendorlint: Vendorlint) -> None:
    """The engines take no lone surrogates, in which Python gives such a name."""
    folder = books / "vendors/brightroom"
    (folder / "terms of service.md").rename(folder / os.fsdecode(b"t\xff.md"))
    run = vendorlint("check", "--output", f"sarif={tmp_path / 'sarif'}")
    assert (run.code, run.out, run.err.count("\n"), (tmp_path / "sarif").exists()) == (2, "", 1, False)
