"""What is wrong with a document or a vendor holds up no other: those are read and judged, and the exit code is 2."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from vendorlint.files.yaml.document import parse_yaml
from vendorlint.findings import subjects

from .conftest import TERMS, Vendorlint

GERMAN = "Die Kundin räumt dem Anbieter das Recht ein, ihre Daten während der Laufzeit des Vertrags zu nutzen.\n"
TABLE = "| Name | Ort |\n|---|---|\n| Nordlicht GmbH | Kiel |\n| Sudwind SA | Lyon |\n| Westwall BV | Delft |\n| Ostsee AB | Malmo |\n"
FINDING = "vendors/{}/terms.md:7:5: error[ai-training-opt-in] Customer content may be used to train AI models: the terms take the right without asking (high confidence)"
NO_PAGES = "is broken: it has no readable list of pages; save or export it again"
NO_GERMAN = "is in a language (de) that vendorlint cannot read; it reads: en, fr"
NO_TERMS = "holds no terms (.doc, .docm, .docx, .dotx, .eml, .htm, .html, .markdown, .md, .mht, .mhtml, .msg, .odt, .pdf, .rtf, .txt, .xhtml) and no facts.yaml"
OTHERS = "holds the facts of vendor 'oak' in the folder of 'elm'"
NO_TIER = "'tier' is 'grave'; expected one of low, standard, critical"


@pytest.fixture
def mixed(vendorlint: Vendorlint, repository: Path) -> Path:
    """brightleaf is well; birch is in German, cedar has a broken PDF beside its terms, dogwood has nothing, elm's facts are
    another vendor's, fir's declaration is wrong."""
    vendors = repository / "vendors"
    for name in ("birch", "cedar", "dogwood", "elm", "fir"):
        (vendors / name).mkdir()
    for name in ("cedar", "elm", "fir"):
        (vendors / name / "terms.md").write_text(TERMS)
    vendorlint("extract", "vendors/elm")
    facts = vendors / "elm" / "facts.yaml"
    facts.write_text(facts.read_text().replace("vendor: elm", "vendor: oak"))
    (vendors / "birch" / "agb.md").write_text(GERMAN)
    (vendors / "cedar" / "dpa.pdf").write_bytes(b"%PDF-1.7 and no page")
    (vendors / "fir" / "vendor.yaml").write_text("version: 1\ntier: grave\n")
    return repository


def test_the_others_are_judged_and_the_rest_is_told(vendorlint: Vendorlint, mixed: Path) -> None:
    run = vendorlint("check", "--today", "2026-11-25")
    assert (run.code, run.err) == (2, "")
    *findings, missing, table, _, summary = run.out.split("\n\n")
    heads = [block.splitlines()[0] for block in findings if "error[" in block]
    assert heads == [FINDING.format("brightleaf"), FINDING.format("cedar")]
    fir = missing.splitlines()[-1]
    assert missing.splitlines()[:-1] == [
        "Not checked:",
        f"  birch: vendors/birch/agb.md:1:1: {NO_GERMAN}",
        f"  cedar: vendors/cedar/dpa.pdf:1:1: {NO_PAGES}; judged without it, so that silences may be wrong",
        f"  dogwood: vendors/dogwood:1:1: {NO_TERMS}",
        f"  elm: vendors/elm/facts.yaml:3:9: {OTHERS}",
    ]
    assert fir.startswith("  fir: vendors/fir/vendor.yaml:2:7: ")
    assert [row.split()[0] for row in table.splitlines()] == ["vendor", "brightleaf", "cedar"]
    counts = "2 errors, 0 warnings, 2 infos, 4 vendors and 1 document not checked"
    assert re.sub(r"regorus [\d.]+", "regorus", summary) == f"2 rules x 2 vendors checked (engine regorus): {counts}\n"


def test_a_document_beside_the_vendors_is_told(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendors" / "dpa.md").write_text(TERMS)
    (repository / "vendors" / "README.md").write_text("Vendors")
    run = vendorlint("check", "--exit-zero")
    line = "  dpa.md: vendors/dpa.md:1:1: belongs to no vendor and was not read; move it into the vendor's folder"
    assert (run.code, line in run.out.splitlines()) == (2, True)


def test_exit_codes(vendorlint: Vendorlint, mixed: Path) -> None:
    """2 also where findings are masked, and where there are none; 3 for nothing but an empty folder."""
    assert vendorlint("check", "--exit-zero").code == 2
    assert vendorlint("check", "--vendor", "brightleaf", "--vendor", "dogwood", "--exit-zero").code == 2
    assert vendorlint("check", "--vendor", "brightleaf", "--exit-zero").code == 0
    alone = vendorlint("check", "--vendor", "dogwood")
    assert (alone.code, alone.out, alone.err) == (3, "", f"vendorlint: vendors/dogwood: {NO_TERMS}\n")
    none = vendorlint("check", "--vendor", "dogwood", "--vendor", "birch")
    lines = [f"vendorlint: vendors/birch/agb.md: {NO_GERMAN}", f"vendorlint: vendors/dogwood: {NO_TERMS}"]
    assert (none.code, none.out, none.err.splitlines()) == (2, "", lines)
    assert vendorlint("check", "--vendor", "fri").err == "vendorlint: unknown vendor 'fri' (did you mean 'fir'?)\n"


def test_it_is_told_on_stderr_where_no_text_tells_it(vendorlint: Vendorlint, mixed: Path) -> None:
    pair = ("--vendor", "brightleaf", "--vendor", "birch")
    line = f"vendorlint: vendors/birch/agb.md:1:1: {NO_GERMAN}\n"
    quiet = vendorlint("check", *pair, "--quiet")
    assert (quiet.code, quiet.out.splitlines()[1:], quiet.err) == (2, [FINDING.format("brightleaf")], line)
    assert vendorlint("check", *pair, "--output", "json").err == line
    assert vendorlint("check", *pair, "--statistics").err == line
    assert vendorlint("check", *pair, "--output", "text=report.txt").err == line
    assert vendorlint("check", *pair).err == ""


def test_extract_writes_what_can_be_read(vendorlint: Vendorlint, mixed: Path) -> None:
    run = vendorlint("extract")
    facts = [line.partition(":")[0] for line in run.out.splitlines()]
    assert facts == [f"vendors/{name}/facts.yaml" for name in ("brightleaf", "cedar", "elm")]
    told = [line.removeprefix("vendorlint: vendors/") for line in run.err.splitlines()]
    assert told[0].startswith("fir/vendor.yaml:2:7: ")
    assert (run.code, told[1:]) == (
        2,
        [f"birch/agb.md: {NO_GERMAN}", f"cedar/dpa.pdf: {NO_PAGES}", f"dogwood: {NO_TERMS}"],
    )
    path = mixed / "vendors/cedar/facts.yaml"
    assert parse_yaml(path.read_text(), path).value["unread"] == [{"path": "dpa.pdf", "reason": NO_PAGES}]
    again = vendorlint("extract", "--check", "vendors/cedar")
    assert (again.code, again.out, again.err) == (2, "", f"vendorlint: vendors/cedar/dpa.pdf: {NO_PAGES}\n")
    assert (vendorlint("extract", "vendors/cedar").code, vendorlint("extract", "--stdout", "vendors/cedar").code) == (
        2,
        2,
    )


def test_a_facts_file_says_again_what_was_not_read(vendorlint: Vendorlint, mixed: Path) -> None:
    vendorlint("extract", "vendors/cedar")
    report = json.loads(vendorlint("check", "--vendor", "cedar", "--output", "json").out)
    location = {"path": "vendors/cedar/dpa.pdf", "line": 1, "column": 1}
    entry = {"vendor": "cedar", "what": "document", "location": location, "reason": NO_PAGES}
    assert (report["unchecked"], [each["vendor"] for each in report["findings"]]) == ([entry], ["cedar", "cedar"])
    (mixed / "vendors/cedar/dpa.pdf").unlink()
    stale = vendorlint("extract", "--check", "vendors/cedar")
    why = "dpa.pdf can be read, or is gone"
    assert (stale.code, stale.out) == (1, f"vendors/cedar/facts.yaml: is stale: {why}; run 'vendorlint extract'\n")
    assert (vendorlint("extract", "vendors/cedar").code, vendorlint("check", "--vendor", "cedar").code) == (0, 1)


def test_a_place_in_a_document_is_kept(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / "vendors/brightleaf/more.md").write_bytes(b"Terms\n\nCaf\xe9")
    vendorlint("extract")
    line = "vendors/brightleaf/more.md:3:4: is not UTF-8 (byte 0xe9); save it as UTF-8"
    assert f"  brightleaf: {line}; judged without it" in vendorlint("check").out
    assert vendorlint("extract", "--check").err == f"vendorlint: {line}\n"


def test_reviews_are_not_lost_to_a_document_that_breaks(vendorlint: Vendorlint, repository: Path) -> None:
    home = repository / "vendors/brightleaf"
    (home / "dpa.md").write_text("# Data\n\nWe will tell you of a personal data breach within 48 hours.\n")
    vendorlint("extract")
    fact = "data.breach_notice_hours"
    vendorlint("review", "brightleaf", "--confirm", fact, "--by", "legal")
    before = (home / "facts.yaml").read_text()
    assert "review:" in before
    (home / "dpa.md").write_bytes(b"\xff")
    run = vendorlint("extract")
    assert (run.code, run.out, run.err.splitlines()) == (
        2,
        "",
        [
            "vendorlint: vendors/brightleaf/dpa.md:1:1: is not UTF-8 (byte 0xff); save it as UTF-8",
            f"vendorlint: vendors/brightleaf/facts.yaml: is left as it is: reviews rest on documents that cannot be read now ({fact})",
        ],
    )
    assert (home / "facts.yaml").read_text() == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Terms of Service\n", "is a stub of 3 words; expected the terms of a vendor, or a name that begins with '_' for a note"),
        (GERMAN, NO_GERMAN),
        (f"{TABLE}\n{GERMAN}", NO_GERMAN),
    ],
    ids=["stub", "German", "German with a table"],
)  # fmt: skip
def test_what_is_no_text_is_named_as_what_it_is(
    vendorlint: Vendorlint, repository: Path, text: str, reason: str
) -> None:
    (repository / "vendors/brightleaf/more.md").write_text(text)
    run = vendorlint("extract", "--stdout", "--format", "json", "vendors/brightleaf")
    assert (run.code, run.err) == (2, f"vendorlint: vendors/brightleaf/more.md: {reason}\n")
    assert json.loads(run.out)["unread"] == [{"path": "more.md", "reason": reason}]


LIST = "- Nordlicht GmbH, Kiel\n- Sudwind SA, Lyon\n- Westwall BV, Delft\n- Ostsee AB, Malmo\n"


@pytest.mark.parametrize(("text", "what"), [(TABLE, "a table"), (LIST, "a list")])
def test_a_list_beside_terms_is_named_and_fails_nothing(
    vendorlint: Vendorlint, repository: Path, text: str, what: str
) -> None:
    home = repository / "vendors/brightleaf"
    (home / "subprocessors.md").write_text(text)
    told = f"holds {what} and no sentence; nothing was read of it"
    run = vendorlint("extract")
    assert (run.code, run.err, run.out.splitlines()[0]) == (0, "", f"vendors/brightleaf/subprocessors.md: {told}")
    [entry] = [
        each for each in yaml.safe_load((home / "facts.yaml").read_text())["documents"] if each["id"] == "subprocessors"
    ]
    assert entry["listing"] == told
    assert f"\nvendors/brightleaf/subprocessors.md:1: note {told}\n" in vendorlint("check").out


def test_lists_alone_are_nothing_to_check(vendorlint: Vendorlint, repository: Path) -> None:
    home = repository / "vendors/fern"
    home.mkdir()
    (home / "prices.md").write_text(TABLE)
    line = "vendorlint: vendors/fern/prices.md: holds a table and no sentence; nothing was read of it\n"
    for command in ("extract", "check"):
        run = vendorlint(command, "vendors/fern")
        assert (run.code, run.out, run.err) == (3, "", line)


@pytest.mark.parametrize("beside", [True, False])
def test_key_terms_in_a_table_alone_are_read(vendorlint: Vendorlint, repository: Path, beside: bool) -> None:
    home = repository / "vendors" / ("brightleaf" if beside else "fern")
    home.mkdir(exist_ok=True)
    (home / "order.md").write_text(
        "| Governing law | Ireland |\n| --- | --- |\n| Breach notice | 48 hours |\n| Uptime | 99.9% |\n"
    )
    run = vendorlint("extract", "--stdout", "--format", "json", str(home.relative_to(repository)))
    facts = json.loads(run.out)["facts"]
    assert (run.code, facts["data"]["breach_notice_hours"]["value"], facts["sla"]["uptime_percent"]["value"]) == (
        0,
        48,
        99.9,
    )


def test_sentences_tell_the_language_of_a_long_table(vendorlint: Vendorlint, repository: Path) -> None:
    rows = TABLE + "".join(f"| Nordlicht {number} GmbH | Kiel, Lyon, Delft, Malmo |\n" for number in range(40))
    opening = "We use the sub-processors that are named in the table, and you agree to each of them.\n\n"
    (repository / "vendors/brightleaf/subprocessors.md").write_text(opening + rows)
    assert vendorlint("extract").code == 0


def test_an_internal_error_stays_with_its_vendor(
    vendorlint: Vendorlint, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = subjects._of_vendor

    def failing(vendor, project, trust):
        if vendor.id == "cedar":
            raise KeyError("x")
        return real(vendor, project, trust)

    monkeypatch.setattr(subjects, "_of_vendor", failing)
    run = vendorlint("check", "--vendor", "cedar", "--vendor", "brightleaf")
    reason = "internal error: KeyError: 'x' (run with --debug for the traceback)"
    assert (run.code, f"  cedar: vendors/cedar:1:1: {reason}\n" in run.out) == (2, True)
    assert FINDING.format("brightleaf") in run.out


def test_what_all_vendors_depend_on_ends_the_run(vendorlint: Vendorlint, mixed: Path) -> None:
    policy = mixed / "policies/house.yaml"
    policy.write_text(policy.read_text().replace("ai-training-opt-in", "ai-training-opt-im"))
    run = vendorlint("check")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_a_document_given_beside_another_of_its_vendor(vendorlint: Vendorlint, mixed: Path) -> None:
    documents = [f"vendors/cedar/{name}" for name in ("terms.md", "dpa.pdf")]
    report = json.loads(vendorlint("check", *documents, "--output", "json").out)
    assert [(each["vendor"], each["what"]) for each in report["unchecked"]] == [("cedar", "document")]


def test_the_baseline_of_what_was_checked(vendorlint: Vendorlint, mixed: Path) -> None:
    """Nothing is taken out of it because it could not be found today."""
    run = vendorlint("baseline", "create")
    assert (run.code, run.out) == (2, "vendorlint-baseline.json: 4 added, 0 removed, 0 kept\n")
    assert run.err.count("\n") == 5
    (mixed / "vendors/cedar/terms.md").write_bytes(b"")
    for verb in ("update", "prune"):
        run = vendorlint("baseline", verb)
        assert (run.code, run.out) == (2, "vendorlint-baseline.json: 0 added, 0 removed, 4 kept\n")


def test_calendar_and_waivers_go_on(vendorlint: Vendorlint, mixed: Path) -> None:
    (mixed / "vendors/brightleaf/vendor.yaml").write_text('version: 1\nrenewal_date: "2027-03-01"\n')
    run = vendorlint("calendar", "--today", "2026-11-25")
    assert (run.code, "2027-03-01" in run.out, run.err.count("\n")) == (2, True, 5)
    waiver = '{rule: ai-training-opt-in, vendor: birch, reason: The pilot holds no content, approved_by: legal@example.org, expires: "2027-03-31"}'
    (mixed / "waivers.yaml").write_text(f"version: 1\nwaivers:\n  - {waiver}\n")
    run = vendorlint("waivers", "--today", "2026-11-25")
    assert (run.code, run.out.splitlines()[1].split()[4]) == (2, "unknown")


def test_diff_leaves_out_what_it_cannot_compare(vendorlint: Vendorlint, mixed: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(mixed), *arguments], check=True, capture_output=True)

    (mixed / ".git").rmdir()
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "one")
    (mixed / "vendors/birch/agb.md").write_text(TERMS)
    run = vendorlint("diff", "--git", "HEAD")
    assert (run.code, run.out) == (2, "2 vendors compared: no difference\n")
    lines = [line.removeprefix("vendorlint: ").split(":1:1: ")[0] for line in run.err.splitlines()]
    assert lines[0] == "HEAD:vendors/birch/agb.md"
    assert "vendors/cedar/dpa.pdf" in lines
    assert not any(line.startswith("vendors/birch") for line in lines)
    digest = vendorlint("report", "--since", "HEAD", "--today", "2026-11-25")
    assert (digest.code, "Dates until" in digest.out, len(digest.err.splitlines())) == (2, True, len(lines))
