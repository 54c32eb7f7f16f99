"""`vendorlint history`: a vendor's facts over the history of its terms."""

import hashlib
import json
import os
import re
import subprocess
import zlib
from pathlib import Path

import pytest

from .conftest import Vendorlint

VERSIONS = (
    ("2031-03-01", "We may use Customer Content to provide the Service."),
    ("2031-06-01", "We may use Customer Content to provide the Service and to train our machine-learning models."),
    ("2031-06-09", "We may use Customer Content to provide the  Service and to train our machine-learning models."),
    ("2031-08-01", "We will not use Customer Content to train our machine-learning models."),
)
HOUSE = """\
version: 1
name: house
requirements:
  ai-training-opt-in: {severity: error, on_silence: warning}
"""
TERMS = "# Larkspur Terms of Service\n\nBy using the Service, Customer agrees.\n\n## 1. Content\n\n1.1 {clause}\n"


def git(folder: Path, *arguments: str, date: str = "2031-01-01") -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    environ = os.environ | {"GIT_AUTHOR_DATE": f"{date}T08:00:00Z", "GIT_COMMITTER_DATE": f"{date}T08:00:00Z"}
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, env=environ)


@pytest.fixture
def collection(repository: Path) -> Path:
    """A collection as Open Terms Archive lays it out: a folder per service, a file per type of terms."""
    folder = repository / "versions"
    (folder / "Larkspur").mkdir(parents=True)
    git(folder, "init", "--quiet")
    (folder / "README.md").write_text("# A collection of terms\n")
    for date, clause in VERSIONS:
        (folder / "Larkspur" / "Terms of Service.md").write_text(TERMS.format(clause=clause))
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", f"Record new version of Larkspur, {date}", date=date)
    (folder / "Larkspur" / "Privacy Policy.md").write_text("# Privacy Policy\n\nWe do not sell your personal data.\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "First record of Larkspur Privacy Policy", date="2031-09-01")
    return folder


def short(folder: Path) -> list[str]:
    log = subprocess.run(
        ["git", "log", "--reverse", "--format=%H"], cwd=folder, check=True, capture_output=True, text=True
    )
    return [commit[:8] for commit in log.stdout.split()]


def test_each_fact_that_changed_is_a_lane(vendorlint: Vendorlint, collection: Path) -> None:
    march, june, _, august, september = short(collection)
    run = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--document", "Terms of Service")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        f"""\
Larkspur: 4 versions from 2031-03-01 to 2031-08-01

ai.training.customer_content
  2031-03-01 {march} █··· silent
  2031-06-01 {june} ·██· permitted  "We may use Customer Content to provide the Service and to train our machine-learning models."
  2031-08-01 {august} ···█ prohibited  "We will not use Customer Content to train our machine-learning models."

ai.training.consent
  2031-03-01 {march} █··· silent
  2031-06-01 {june} ·██· none  "We may use Customer Content to provide the Service and to train our machine-learning models."
  2031-08-01 {august} ···█ silent

ai.model_providers
  2031-03-01 {march} █··· silent
  2031-06-01 {june} ·███ own  "We may use Customer Content to provide the Service and to train our machine-learning models."

licence.granted
  2031-03-01 {march} ███· true  "We may use Customer Content to provide the Service."
  2031-08-01 {august} ···█ silent

licence.purposes
  2031-03-01 {march} █··· provide_service  "We may use Customer Content to provide the Service."
  2031-06-01 {june} ·██· ai_training, provide_service  "We may use Customer Content to provide the Service and to train our machine-learning models."
  2031-08-01 {august} ···█ silent

5 facts changed, 2 never
"""
    )
    whole = json.loads(vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "json").out)
    assert [version["documents"] for version in whole["versions"][-2:]] == [
        ["Terms of Service.md"],
        ["Privacy Policy.md", "Terms of Service.md"],
    ]
    assert [(span["from"], span["to"], span["value"]) for span in whole["facts"]["data.sale"]] == [
        (0, 3, None),
        (4, 4, "prohibited"),
    ]
    assert whole["versions"][-1]["commit"][:8] == september


def test_what_was_read_is_kept_with_the_user(
    vendorlint: Vendorlint, collection: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    arguments = ("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    home = tmp_path_factory.mktemp("home")
    first = vendorlint(*arguments, HOME=str(home)).out
    folder = home / ".cache" / "vendorlint" / "facts"
    kept = list(folder.glob("??/*.facts"))
    assert (len(kept), folder.stat().st_mode & 0o777) == (len(VERSIONS) + 1, 0o700)
    assert vendorlint(*arguments, HOME=str(home)).out == first
    # What is kept is what is read back, and nothing is read twice.
    for path in kept:
        packed = zlib.compress(
            zlib.decompress(path.read_bytes().partition(b"\n")[2]).replace(b"prohibited", b"permitted")
        )
        path.write_bytes(hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)
    assert vendorlint(*arguments, HOME=str(home)).out != first
    assert vendorlint(*arguments, HOME="/dev/null").out == first


def test_nothing_is_kept_in_the_repository(vendorlint: Vendorlint, collection: Path) -> None:
    before = sorted(collection.rglob("*"))
    vendorlint("history", "--repo", "versions", "--service", "Larkspur", HOME=str(collection))
    assert sorted(collection.rglob("*")) == before


def test_a_bare_clone_is_read_through_git(vendorlint: Vendorlint, collection: Path) -> None:
    git(collection.parent, "clone", "--quiet", "--bare", "versions", "versions.git")
    arguments = ("history", "--service", "Larkspur", "--output", "json", "--repo")
    bare = vendorlint(*arguments, "versions.git")
    assert (bare.code, bare.err, bare.out) == (0, "", vendorlint(*arguments, "versions").out)
    missed = vendorlint("history", "--repo", "versions.git", "--service", "Larkspurr")
    told = "vendorlint: versions.git/Larkspurr: no such folder (did you mean 'Larkspur'?)\n"
    assert (missed.code, missed.out, missed.err) == (2, "", told)
    none = vendorlint("history", "--repo", "versions.git", "--service", "objects")
    assert (none.code, none.err) == (2, "vendorlint: versions.git/objects: no such folder\n")


def test_a_sparse_clone_is_read_through_git(vendorlint: Vendorlint, collection: Path) -> None:
    arguments = ("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    whole = vendorlint(*arguments)
    git(collection, "sparse-checkout", "set", "Another")
    assert not (collection / "Larkspur").exists()
    assert vendorlint(*arguments) == whole
    missed = vendorlint("history", "--repo", "versions", "--service", "Larkspurr")
    assert (missed.code, missed.err) == (
        2,
        "vendorlint: versions/Larkspurr: no such folder (did you mean 'Larkspur'?)\n",
    )


def test_a_folder_that_looks_like_a_repository_is_none(vendorlint: Vendorlint, collection: Path) -> None:
    """Nobody named it: whoever adds files to a vendor's folder would choose its history."""
    fake = collection / "Larkspur"
    git(collection.parent, "clone", "--quiet", "--bare", "versions", "fake.git")
    for name in ("HEAD", "objects", "refs", "packed-refs", "config"):
        (collection.parent / "fake.git" / name).rename(fake / name)
    git(collection, "rm", "--quiet", "Larkspur/Privacy Policy.md")
    git(collection, "commit", "--quiet", "-m", "no policy", date="2031-12-01")
    run = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    assert json.loads(run.out)["versions"][-1]["documents"] == ["Terms of Service.md"]


def test_a_subject_may_hold_anything(vendorlint: Vendorlint, collection: Path) -> None:
    (collection / "Larkspur" / "Terms of Service.md").write_text(TERMS.format(clause="We may sell Customer Content."))
    git(collection, "add", ".")
    git(collection, "commit", "--quiet", "-m", "One\x1etwo\x1fthree\nand on\n\nBody", date="2031-10-01")
    run = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    last = json.loads(run.out)["versions"][-1]
    assert (run.code, last["date"], last["subject"]) == (0, "2031-10-01T08:00:00+00:00", "One\x1etwo\x1fthree and on")


def test_versions_that_say_the_same_share_a_column(vendorlint: Vendorlint, collection: Path) -> None:
    vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "html=h.html")
    page = (collection.parent / "h.html").read_text()
    shown = re.findall(
        r'<th scope="col" title="[^"]*"><div class="said">([-0-9]+)<br><small>[0-9a-f]{8}<br>(.*?)</small></div></th>',
        page,
    )
    assert shown == [
        ("2031-03-01", "1 version"),
        ("2031-06-01", "2 versions"),
        ("2031-08-01", "1 version"),
        ("2031-09-01", "1 version"),
    ]
    assert cells(page, "ai.<wbr>training.<wbr>customer_<wbr>content") == [
        ("1", "silent", "silent"),
        ("1", "bad", "permitted"),
        ("2", "good", "prohibited"),
    ]


def cells(page: str, lane: str) -> list[tuple[str, str, str]]:
    """The cells of a lane: how many columns each takes, its look, and what it says."""
    row = page.partition(f"{lane}</small></th>" if "." in lane else f'<th scope="row">{lane}</th>')[2].partition(
        "</tr>"
    )[0]
    found = re.findall(r'<td colspan="(\d+)" class="(\w+)"><div class="said">(.*?)</div></td>', row)
    return [(width, look, re.sub(r"<blockquote>.*?</blockquote>|<[^>]*>", "", said)) for width, look, said in found]


def test_the_policy_has_a_lane(vendorlint: Vendorlint, collection: Path) -> None:
    arguments = ("history", "--repo", "versions", "--service", "Larkspur", "--document", "Terms of Service")
    (collection.parent / "policies" / "house.yaml").write_text(HOUSE)
    vendorlint(*arguments, "--output", "html=h.html", "--output", "json=h.json")
    lane = cells((collection.parent / "h.html").read_text(), "Policy")
    assert lane == [("1", "info", "1 info"), ("1", "error", "1 error"), ("1", "passes", "no finding")]
    assert json.loads((collection.parent / "h.json").read_text())["verdicts"] == [
        {"from": 0, "to": 0, "findings": {"error": 0, "warning": 0, "info": 1}},
        {"from": 1, "to": 2, "findings": {"error": 1, "warning": 0, "info": 0}},
        {"from": 3, "to": 3, "findings": {"error": 0, "warning": 0, "info": 0}},
    ]


def test_columns_are_as_wide_as_they_were_long(vendorlint: Vendorlint, collection: Path) -> None:
    """92 days, 61, 31 and none of 184: a column has room for its date at least."""
    vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "html=h.html")
    page = (collection.parent / "h.html").read_text()
    assert re.findall(r'<col width="(\d+)">', page) == ["240", "900", "597", "303", "112"]


def test_commits_in_which_the_folder_is_not_there(vendorlint: Vendorlint, collection: Path) -> None:
    for date, change in (("2031-10-01", "gone"), ("2031-11-01", "a file"), ("2031-12-01", "back")):
        if change == "gone":
            (collection / "Larkspur").rename(collection / "Elsewhere")
        elif change == "a file":
            (collection / "Larkspur").write_text("moved\n")
        else:
            (collection / "Larkspur").unlink()
            (collection / "Elsewhere").rename(collection / "Larkspur")
            (collection / "Larkspur" / "Imprint Größe.md").write_text(
                "# Imprint\n\nLarkspur is a company in Utrecht.\n"
            )
            (collection / "Larkspur" / "link.md").symlink_to("Privacy Policy.md")
        git(collection, "add", "--all", ".")
        git(collection, "commit", "--quiet", "-m", change, date=date)
    run = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    versions = json.loads(run.out)["versions"]
    assert [(version["date"][:7], version["documents"]) for version in versions[-2:]] == [
        ("2031-09", ["Privacy Policy.md", "Terms of Service.md"]),
        ("2031-12", ["Imprint Größe.md", "Privacy Policy.md", "Terms of Service.md"]),
    ]


def test_a_vendor_of_this_repository(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / ".git").rmdir()
    git(repository, "init", "--quiet")
    for date, clause in VERSIONS[:2]:
        (repository / "vendors/brightleaf/terms.md").write_text(TERMS.format(clause=clause))
        git(repository, "add", ".")
        git(repository, "commit", "--quiet", "-m", date, date=date)
    run = vendorlint("history", "brightleaf", "--git", "--output", "html=h.html", "--all", "--output", "text")
    assert run.out.splitlines()[0] == "brightleaf: 2 versions from 2031-03-01 to 2031-06-01"
    assert "document.language: en" in run.out
    page = (repository / "h.html").read_text()
    assert cells(page, "ai.<wbr>training.<wbr>customer_<wbr>content")[0] == ("1", "silent", "silent")
    assert '<th scope="row">AI training on customer content<br>' in page
    assert "Facts that never changed: 3" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "expected a vendor, or --repo with --service"),
        (("--repo", "versions"), 2, "expected a vendor, or --repo with --service"),
        (("--repo", "versions", "--service", "Larkspr"), 2, "versions/Larkspr: no such folder (did you mean 'Larkspur'?)"),
        (("--repo", "versions", "--service", "Larkspur", "--document", "DPA"), 2, "versions/Larkspur: has no document 'DPA'; "
         "expected one of Privacy Policy, Terms of Service"),
    ],
)  # fmt: skip
def test_what_is_wrong(
    vendorlint: Vendorlint, collection: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    run = vendorlint("history", *arguments)
    assert (run.code, run.out, run.err) == (code, "", f"vendorlint: {message}\n")


def test_terms_that_git_does_not_know(vendorlint: Vendorlint, repository: Path) -> None:
    (repository / ".git").rmdir()
    git(repository, "init", "--quiet")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "empty")
    run = vendorlint("history", "brightleaf")
    assert (run.code, run.err) == (3, "vendorlint: vendors/brightleaf: git knows no version of a document in it\n")


def test_terms_in_folders_inside(vendorlint: Vendorlint, collection: Path) -> None:
    dpa = "# Data Processing Addendum\n\nThe processor will notify the controller of a personal data breach within {} hours.\n"
    for name, hours in (
        ("annexes/2031/dpa.md", 48),
        ("_drafts/dpa.md", 12),
        ("other/dpa.md", 10),
        ("other/facts.yaml", 0),
    ):
        path = collection / "Larkspur" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dpa.format(hours))
    git(collection, "add", ".")
    git(collection, "commit", "--quiet", "-m", "Add the annex", date="2031-10-01")
    run = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    assert (run.code, run.err) == (0, "")
    timeline = json.loads(run.out)
    assert timeline["versions"][-1]["documents"] == ["Privacy Policy.md", "Terms of Service.md", "annexes/2031/dpa.md"]
    assert [span["value"] for span in timeline["facts"]["data.breach_notice_hours"]] == [None, 48]


def test_verdicts_are_those_of_a_check_and_begin_where_something_was_read(
    vendorlint: Vendorlint, repository: Path
) -> None:
    folder = repository / "versions" / "Larkspur"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "--quiet")
    for date, text in (
        ("2031-01-01", ""),
        ("2031-02-01", TERMS.format(clause="You pay. <!-- you see me not, do you -->")),
    ):
        (folder / "Terms.md").write_text(text)
        git(folder.parent, "add", ".")
        git(folder.parent, "commit", "--quiet", "-m", date, date=date)
    (repository / "policies" / "house.yaml").write_text(
        "version: 1\nname: house\nrequirements:\n  documents-as-seen: {severity: error, on_silence: pass}\n"
    )
    run = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "json")
    verdicts = [(each["from"], each["to"], each["findings"]["error"]) for each in json.loads(run.out)["verdicts"]]
    assert verdicts == [(1, 1, 1)]
    page = vendorlint("history", "--repo", "versions", "--service", "Larkspur", "--output", "html").out
    assert "could not be read" in page


def test_several_versions_at_a_time_are_told_as_one_after_another(
    vendorlint: Vendorlint, collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vendorlint.jobs.history.timeline.FEW", 1)  # versions that one process reads
    (collection / "Larkspur" / "Terms of Service.md").write_bytes(b"\0")  # a version that cannot be read
    git(collection, "add", ".")
    git(collection, "commit", "--quiet", "-m", "Record new version of Larkspur", date="2031-10-01")
    told = {
        number: [
            vendorlint(
                "history",
                "--repo",
                "versions",
                "--service",
                "Larkspur",
                "--no-cache",
                "--jobs",
                number,
                "--output",
                form,
            )
            for form in ("text", "json", "html")
        ]
        for number in ("1", "3")
    }
    assert told["1"] == told["3"]
    assert [(each.code, "2031-10-01" in each.out) for each in told["3"]] == [(0, True)] * 3
