"""Packs of other git repositories: fetched by `policy update` alone, read as they are locked, and refused otherwise."""

import os
import re
import shutil
import subprocess

import pytest

from vendorlint.errors import InputError
from vendorlint.files.fetch import fetched
from vendorlint.files.yaml.document import read_yaml
from vendorlint.policy.lock import digest
from vendorlint.project.elsewhere import Elsewhere, Source

from ..command import run_command

TERMS = "# Terms of service\n\nWe may assign this agreement to anybody.\n"
HOUSE = "version: 1\nname: house\nextends: [vendorlint/baseline, {pack}]\nrequirements: {{}}\n"
BASE = "version: 1\nname: base\nrequirements:\n  liability-cap-months: {severity: error, on_silence: error, params: {months: 24}}\n"
GROUP = "version: 1\nname: group\nextends: [../base.yaml]\nrequirements: {}\n"
SECOND = BASE.replace("24", "36")


def git(folder, *words) -> str:
    names = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(["git", *names, *words], cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def commit(folder, tag: str, **files: str) -> str:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", tag)
    git(folder, "tag", "--force", "-a", "-m", tag, tag)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def policies(tmp_path):
    """A repository of policies with a tag v1."""
    folder = tmp_path / "policies"
    folder.mkdir()
    git(folder, "init", "--quiet", ".")
    commit(folder, "v1", base=BASE, eu__group=GROUP)
    return folder


@pytest.fixture
def root(policies, tmp_path):
    """A procurement repository whose policy extends a pack of it."""
    root = tmp_path / "procurement"
    (root / "vendors" / "acme").mkdir(parents=True)
    (root / "vendors" / "acme" / "terms.md").write_text(TERMS)
    (root / "vendorlint.yaml").write_text("version: 1\npolicy: [house.yaml]\n")
    name(root, f"git+file://{policies}@v1#eu/group.yaml")
    return root


def name(root, pack: str) -> None:
    (root / "house.yaml").write_text(HOUSE.format(pack=pack))


@pytest.fixture
def run(root, tmp_path):
    """`vendorlint ...`: exit code, and what it says, with the folder of the test as ~."""

    def run(*arguments):
        done = run_command(*arguments, cwd=root, environ={"HOME": str(tmp_path / "home")})
        return done.code, (done.out + done.err).replace(str(tmp_path), "~")

    return run


def kept(tmp_path, head: str):
    return tmp_path / "home" / ".cache" / "vendorlint" / "policies" / head


def test_a_pack_is_fetched_by_update_and_read_as_locked(run, root, policies, tmp_path):
    source = f"git+file://{policies}@v1"
    told = "git+file://~/policies@v1"
    missing = f"vendorlint: house.yaml:3:32: {told} is not in vendorlint-lock.yaml; run 'vendorlint policy update' to fetch and lock it\n"
    assert run("check") == (2, missing)
    assert run("policy", "update", "--locked") == (2, missing)
    head = git(policies, "rev-parse", "HEAD")
    assert run("policy", "update") == (0, f"{told}: {head[:12]}, new\n")
    files = {"base.yaml": digest(BASE.encode()), "eu/group.yaml": digest(GROUP.encode())}
    expected = {"version": 1, "sources": [{"source": source, "commit": head, "files": files}]}
    assert read_yaml(root / "vendorlint-lock.yaml").value == expected
    policies.rename(policies.with_name("gone"))  # from here on nothing can be fetched
    assert f"{told}#base.yaml:4" in run("policy", "show")[1]
    assert run("check")[0] == 1
    assert run("policy", "update", "--locked") == (0, f"{told}: {head[:12]}, as it was\n")


def test_a_pack_that_changed_is_refused_until_it_is_locked_again(run, root, policies, tmp_path):
    run("policy", "update")
    first = git(policies, "rev-parse", "HEAD")
    file = kept(tmp_path, first) / "base.yaml"
    file.write_text(SECOND)
    code, told = run("check")
    assert (code, re.sub(r"[0-9a-f]{12,40}", "ID", told)) == (
        2,
        "vendorlint: ~/home/.cache/vendorlint/policies/ID/base.yaml: has another content (sha256:ID...) than vendorlint-lock.yaml "
        "says (sha256:ID...); run 'vendorlint policy update --locked'\n",
    )
    second = commit(policies, "v1", base=SECOND)  # the tag moves
    assert run("policy", "update", "--locked") == (0, f"git+file://~/policies@v1: {first[:12]}\n")
    assert file.read_text() == BASE
    assert run("policy", "update") == (0, f"git+file://~/policies@v1: {first[:12]} -> {second[:12]}\n")
    assert (kept(tmp_path, second) / "base.yaml").read_text() == SECOND


def test_a_lock_that_says_otherwise_than_the_commit_is_refused(run, root, policies, tmp_path):
    run("policy", "update")
    lock = root / "vendorlint-lock.yaml"
    lock.write_text(lock.read_text().replace(digest(BASE.encode()), digest(SECOND.encode())))
    head = git(policies, "rev-parse", "HEAD")
    assert run("policy", "update", "--locked") == (
        2,
        f"vendorlint: house.yaml:3:32: git+file://~/policies@v1 at {head[:12]} is not what vendorlint-lock.yaml says\n",
    )


def test_a_commit_is_a_revision_too_and_the_configuration_may_name_it(run, root, policies):
    head = git(policies, "rev-parse", "HEAD")
    commit(policies, "v2", base=SECOND)
    (root / "vendorlint.yaml").write_text(f"version: 1\npolicy: ['git+file://{policies}@{head}#base.yaml']\n")
    assert run("policy", "update") == (0, f"git+file://~/policies@{head}: {head[:12]}, new\n")
    assert f"git+file://~/policies@{head}#base.yaml:4" in run("policy", "show")[1]


def test_the_lock_of_the_base_judges_a_pull_request(run, root, policies):
    run("policy", "update")
    git(root, "init", "--quiet", "--initial-branch=main", ".")
    commit(root, "base")
    commit(policies, "v1", base=SECOND)
    run("policy", "update")
    told = run("check", "--policy-from", "main")[1]
    assert "What differs here was not applied:" in told
    assert "\n  vendorlint-lock.yaml: changed\n" in told
    assert "liability-cap-months params.months 24 -> 36" in told


def test_a_lock_without_need_goes(run, root):
    run("policy", "update")
    (root / "house.yaml").write_text("version: 1\nname: house\nextends: [vendorlint/baseline]\nrequirements: {}\n")
    assert run("policy", "update") == (0, "no policy extends a pack of another repository; nothing was fetched\n")
    assert not (root / "vendorlint-lock.yaml").exists()


EXPECTED = "expected git+https://HOST/REPOSITORY@TAG#PATH.yaml, or git+ssh://, without a password"


@pytest.mark.parametrize(
    "word",
    [
        "git+http://host/x@v1#a.yaml",
        "git+ext::sh -c x@v1#a.yaml",
        "git+ssh://-oProxyCommand=x/y@v1#a.yaml",
        "git+https://host/x@--upload-pack=x#a.yaml",
        "git+https://host/x@v1..v2#a.yaml",
        "git+https://host/x@v1#../a.yaml",
        "git+https://host/x@v1#.git/a.yaml",
        "git+https://host/x@v1#a.rego",
        "git+https://host/../x@v1#a.yaml",
        "git+https://host/x@v1",
        "git+https://host/x#a.yaml",
        "git+file://host/x@v1#a.yaml@v2#b.yaml",
        "git+https://host/x@v1#a.yaml\n",
    ],
)
def test_words_that_are_no_pack(word):
    with pytest.raises(InputError) as caught:
        Elsewhere.of(word, "house.yaml:3")
    assert caught.value == InputError(f"found '{word}'; {EXPECTED}", "house.yaml:3")


def test_a_password_is_not_repeated():
    with pytest.raises(InputError) as caught:
        Elsewhere.of("git+https://me:secret@host/x@v1#a.yaml", None)
    assert str(caught.value) == f"found 'git+https://...@host/x@v1#a.yaml'; {EXPECTED}"


@pytest.mark.parametrize(
    ("word", "url", "revision"),
    [
        (
            "git+https://git.example.org:8443/org/policies@v1.2#a/b.yaml",
            "https://git.example.org:8443/org/policies",
            "v1.2",
        ),
        (
            "git+ssh://git@example.org/org/p.git@release/2026-11#a/b.yaml",
            "ssh://git@example.org/org/p.git",
            "release/2026-11",
        ),
        ("git+file:///srv/p@v1#a/b.yaml", "file:///srv/p", "v1"),
    ],
)
def test_words_that_are_a_pack(word, url, revision):
    assert Elsewhere.of(word, None) == Elsewhere(Source(url, revision), "a/b.yaml")
    assert str(Elsewhere.of(word, None)) == word


@pytest.mark.parametrize(
    ("files", "pack", "told"),
    [
        ({}, "v1#none.yaml", "house.yaml:3:32: none.yaml is no file in ~@v1"),
        ({}, "v9#base.yaml", "house.yaml:3:32: ~@v9: couldn't find remote ref refs/tags/v9"),
        ({}, "v2#link.yaml", "house.yaml:3:32: link.yaml is a link, and links are not followed in ~@v2"),
        ({}, "v2#folder/base.yaml", "house.yaml:3:32: folder/base.yaml is no file in ~@v2"),
        ({"a": GROUP}, "v2#a.yaml", "~/policies@v2#a.yaml:3:11: ~@v2#a.yaml extends '../base.yaml'; BOUND"),
        (
            {"a": GROUP.replace("../base.yaml", "git+https://host/x@v1#a.yaml")},
            "v2#a.yaml",
            "~/policies@v2#a.yaml:3:11: ~@v2#a.yaml extends 'git+https://host/x@v1#a.yaml'; BOUND",
        ),
        ({"a": "version: 2\n"}, "v2#a.yaml", "~/policies@v2#a.yaml:1:1: the key 'name' is missing"),
    ],
)
def test_what_a_repository_may_not_have(run, root, policies, files, pack, told):
    (policies / "link.yaml").symlink_to("base.yaml")
    (policies / "folder").symlink_to(".")
    commit(policies, "v2", **files)
    name(root, f"git+file://{policies}@{pack}")
    code, said = run("policy", "update")
    bound = "a pack of another repository extends vendorlint/<pack> or a file of its own repository"
    expected = told.replace("BOUND", bound).replace("~@", "git+file://~/policies@")
    assert (code, said.splitlines()[0]) == (2, f"vendorlint: {expected}")
    assert not (root / "vendorlint-lock.yaml").exists()


def test_nothing_of_the_repository_runs_or_is_checked_out(run, root, policies, tmp_path):
    """Neither hooks of the other repository or of the user, nor a submodule, nor the configuration of this one."""
    mark = tmp_path / "ran"
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-merge", "pre-auto-gc"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch {mark}\n")
        (hooks / hook).chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(f"[core]\n\thooksPath = {hooks}\n[init]\n\ttemplateDir = {hooks}\n")
    git(root, "init", "--quiet", ".")
    git(root, "config", "core.fsmonitor", f"touch {mark}")
    git(root, "config", "core.sshCommand", f"touch {mark}")
    git(policies, "config", "uploadpack.packObjectsHook", f"touch {mark}; exec")
    (policies / ".gitmodules").write_text(
        f'[submodule "s"]\n\tpath = s\n\turl = ext::touch {mark}\n\tupdate = !touch {mark}\n'
    )
    (policies / ".gitattributes").write_text("*.yaml filter=evil export-ignore\n")
    commit(policies, "v1")
    assert run("policy", "update")[0] == 0
    assert not mark.exists()
    assert sorted(path.name for path in home.rglob("*.yaml")) == ["base.yaml", "group.yaml"]


def test_a_repository_that_is_too_large_is_given_up(policies):
    (policies / "large.bin").write_bytes(os.urandom(300_000))
    commit(policies, "v2")
    with fetched(f"file://{policies}", "refs/tags/v1", 200_000) as (repository, found):
        assert repository.commit_id(found) == found
    with (
        pytest.raises(InputError, match=r"^git could not take what came; is it more than 0\.2 MB\?$"),
        fetched(f"file://{policies}", "refs/tags/v2", 200_000),
    ):
        pass


def test_locked_says_what_is_not_locked_and_takes_less_than_is(run, root, policies, tmp_path):
    source = f"git+file://{policies}@v1"
    assert run("policy", "update")[0] == 0
    name(root, f"'{source}#base.yaml'")
    shutil.rmtree(tmp_path / "home")  # a machine that has fetched nothing
    assert run("policy", "update", "--locked")[0] == 0
    name(root, f"'{source}#eu/other.yaml'")
    code, said = run("policy", "update", "--locked")
    assert (code, "eu/other.yaml is not in vendorlint-lock.yaml" in said) == (2, True)
