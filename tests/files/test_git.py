"""What git keeps is read, and nothing of a hostile repository runs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from vendorlint.errors import InputError
from vendorlint.files.git import Entry, Repository
from vendorlint.jobs.changes.revisions import lay_out

from ..command import run_command

PROGRAM = """\
#!/bin/sh
echo "$0 $*" >> "{ran}"
true
"""
HEAD = '# Terms of Service\n\nThese terms hold between Fernhill Inc. ("Fernhill", "we") and the customer ("Customer").\n\n## 1. Content\n\n'
TERMS = f"{HEAD}We may use Customer Content to train our machine-learning models.\n"


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    environ = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, env=environ, input=given
    )
    return done.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two versions of a vendor's terms."""
    root = tmp_path / "repository"
    vendor = root / "vendors" / "acme"
    vendor.mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / "vendorlint.yaml").write_text("version: 1\npolicy: vendorlint/ai\n")
    (vendor / "terms.md").write_text(f"{HEAD}We keep Customer Content confidential.\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "one")
    (vendor / "terms.md").write_text(TERMS)
    (vendor / "more.md").write_text(TERMS)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "two")
    return root


@pytest.fixture
def ran(repository: Path, tmp_path: Path) -> Path:
    """Programs wherever git would start one; the file that there is once one has run."""
    ran, program = tmp_path / "ran", tmp_path / "program"
    program.write_text(PROGRAM.format(ran=ran))
    program.chmod(0o755)
    hooks = repository / ".git" / "hooks"
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc"):
        (hooks / hook).write_text(PROGRAM.format(ran=ran))
        (hooks / hook).chmod(0o755)
    for key in (
        *(
            "core.fsmonitor",
            "core.pager",
            "pager.rev-list",
            "pager.cat-file",
            "core.editor",
            "core.sshCommand",
            "core.askPass",
        ),
        *("core.alternateRefsCommand", "gpg.program", "gpg.ssh.program", "diff.external", "diff.evil.textconv"),
        *("diff.evil.command", "filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "credential.helper"),
        *("tar.tar.command", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "merge.evil.driver"),
    ):
        git(repository, "config", key, str(program))
    for name in ("rev-parse", "rev-list", "cat-file", "log", "archive"):
        git(repository, "config", f"alias.{name}", f"!{program}")
    git(repository, "config", "log.showSignature", "true")
    (repository / ".git" / "info").mkdir(exist_ok=True)
    attributes = "* filter=evil diff=evil merge=evil export-subst\nmore.md export-ignore\nvendors export-ignore\n"
    (repository / ".git" / "info" / "attributes").write_text(attributes)
    (repository / ".gitattributes").write_text(attributes)
    return ran


def test_nothing_of_the_repository_runs(repository: Path, ran: Path) -> None:
    diff = run_command(
        "diff", "--git", "HEAD~1", "HEAD", cwd=repository, environ={"GIT_DIR": "/nowhere", "GIT_PAGER": "x"}
    )
    assert (diff.code, diff.err, "1 introduced" in diff.out) == (1, "", True)
    history = run_command("history", "acme", cwd=repository, environ={})
    assert (history.code, history.err, "permitted" in history.out) == (0, "", True)
    assert not ran.exists()


def test_attributes_hide_nothing(repository: Path) -> None:
    (repository / ".gitattributes").write_text("vendors/** export-ignore\n*.md -text ident\n")
    (repository / "vendors" / "acme" / "ai.md").write_text("# AI terms\n\n1. Vendor may train with Customer Content.\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "three")
    with Repository(repository) as objects:
        commit = objects.commit(objects.commit_id("HEAD"))
        tree = objects.folder(commit.tree, ("vendors", "acme"))
        assert tree is not None
        assert [(each.kind, each.name) for each in objects.entries(tree)] == [
            ("file", "ai.md"),
            ("file", "more.md"),
            ("file", "terms.md"),
        ]


def test_a_partial_clone_fetches_nothing(repository: Path, ran: Path) -> None:
    blob = git(repository, "rev-parse", "HEAD:vendors/acme/terms.md")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"),
        ("remote.origin.url", str(repository)), ("protocol.file.allow", "always"), ("protocol.ext.allow", "always"),
    ):  # fmt: skip
        git(repository, "config", key, value)
    run = run_command("diff", "--git", "HEAD~1", "HEAD", cwd=repository, environ={})
    message = f"git has no object {blob[:12]} here; is it a partial clone? fetch it first"
    assert (run.code, run.out, run.err.partition(": git")[2]) == (2, "", f"{message.removeprefix('git')}\n")
    assert not ran.exists()


@pytest.mark.parametrize("revision", ["--output=x", "-h", "", "v9", "HEAD:vendors", "\n"])
def test_what_is_no_revision(repository: Path, revision: str) -> None:
    with Repository(repository) as objects, pytest.raises(InputError) as refused:
        objects.commit_id(revision)
    assert (refused.value.message.partition(":")[0], list(repository.parent.iterdir())) == (
        "no such revision", [repository]
    )  # fmt: skip


def tree(root: Path, *entries: tuple[str, str, bytes]) -> str:
    """A folder as git would never make it: the entries are mode, name and content."""
    made = b""
    for mode, name, content in entries:
        kind = "tree" if mode == "40000" else "blob"
        identity = content.decode() if kind == "tree" else git(root, "hash-object", "-w", "--stdin", given=content)
        made += f"{mode} {name}\0".encode() + bytes.fromhex(identity)
    return git(root, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=made)


@pytest.mark.parametrize("name", ["..", ".", "a/b", "../x"])
def test_a_name_that_leads_elsewhere(repository: Path, tmp_path: Path, name: str) -> None:
    identity = tree(repository, ("100644", name, b"x"))
    with Repository(repository) as objects, pytest.raises(InputError) as refused:
        lay_out(objects, identity, tmp_path / "there")
    assert refused.value.message == f"git has a file called '{name}', which no folder can hold"
    assert list((tmp_path / "there").iterdir()) == []


def test_nothing_is_laid_out_through_a_link(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    inner = tree(repository, ("100644", "x", b"words"))
    identity = tree(repository, ("120000", "a", str(tmp_path / "outside").encode()), ("40000", "a", inner.encode()))
    with Repository(repository) as objects:
        lay_out(objects, identity, tmp_path / "there")
    assert (list((tmp_path / "outside").iterdir()), (tmp_path / "there" / "a" / "x").read_text()) == ([], "words")


def test_links_are_judged_where_they_stand(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n\nWords that nobody may see.\n")
    (repository / "vendors" / "acme" / "out.md").symlink_to(secret)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "three")
    run = run_command("diff", "--git", "HEAD", "HEAD", cwd=repository, environ={})
    assert (run.code, "out.md: is a link that leaves" in run.err, "nobody may see" in run.out + run.err) == (
        2,
        True,
        False,
    )


def test_kinds_of_entries(repository: Path) -> None:
    inner = tree(repository)
    identity = tree(
        repository, ("100755", "f", b"x"), ("120000", "l", b"f"), ("40000", "d", inner.encode()), ("160000", "s", b"x")
    )
    with Repository(repository) as objects:
        assert [(each.kind, each.name) for each in objects.entries(identity)] == [
            ("file", "f"), ("link", "l"), ("folder", "d"), ("other", "s"),
        ]  # fmt: skip
        assert next(objects.entries(identity)) == Entry(
            "file", "f", git(repository, "hash-object", "--stdin", given=b"x")
        )


@pytest.mark.parametrize("content", [b"words", b"100644 a", b"100644 a\0short", b"\0" * 30])
def test_an_object_that_is_no_folder(repository: Path, content: bytes) -> None:
    blob = git(repository, "hash-object", "-w", "--stdin", given=content)
    with Repository(repository) as objects, pytest.raises(InputError) as refused:
        list(objects.entries(blob))
    assert refused.value.message == f"the object {blob[:12]} is no folder as git keeps them"


def test_a_reader_that_ends(repository: Path) -> None:
    (repository / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 99\n")
    with Repository(repository) as objects, pytest.raises(InputError) as refused:
        objects.read("a" * 40)
        objects.read("a" * 40)
    assert refused.value.message == "git has no object aaaaaaaaaaaa here; is it a partial clone? fetch it first"


def test_commits_with_odd_headers(repository: Path) -> None:
    top = git(repository, "rev-parse", "HEAD^{tree}")
    made = []
    for author, more, message in (
        (b"A <a> 1900000000 -0330", b"", b"Subject\nin two lines\n\nBody"),
        (b"A <a> 999999999999999 +0000", b"", b""),
        (b"A <a> what +0000", b"\nencoding latin-1", b"\xc9t\xe9"),
        (b"A <a> 0 +9999", b"\nencoding no-such", b"x\xff"),
    ):
        content = b"tree " + top.encode() + b"\nauthor " + author + b"\ncommitter " + author + more + b"\n\n" + message
        made.append(git(repository, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=content))
    with Repository(repository) as objects:
        assert [(each.date, each.subject) for each in map(objects.commit, made)] == [
            ("2030-03-17T14:16:40-03:30", "Subject in two lines"),
            ("1970-01-01T00:00:00+00:00", ""),
            ("1970-01-01T00:00:00+00:00", "Été"),
            ("1970-01-01T00:00:00+00:00", "x\ufffd"),
        ]


def test_a_folder_without_git(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        Repository(tmp_path)
    assert str(refused.value) == f"{tmp_path}: is in no git repository"


def test_an_object_over_the_limit_answers_no_other_question(repository: Path) -> None:
    forged = git(repository, "hash-object", "-w", "--stdin", given=b"aaaa blob 5\nEVIL!\n" * 100)
    good = git(repository, "hash-object", "-w", "--stdin", given=b"good\n")
    with Repository(repository) as objects:
        with pytest.raises(InputError):
            objects.read(forged, 100)
        assert objects.read(good) == b"good\n"
