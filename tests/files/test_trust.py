"""A repository's files are a stranger's: what they name stays in the repository, and what is a user's is not theirs to choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint.errors import InputError, InputErrors
from vendorlint.policy.packs import read_packs
from vendorlint.policy.rules import load_rules
from vendorlint.project.config import find_config
from vendorlint.project.outputs import Output
from vendorlint.project.own_facts import read_own_facts
from vendorlint.project.targets import find_targets

POLICY = "version: 1\nname: acme\nrequirements: {}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """With what lies outside of it: a folder, and a file whose text nobody may see."""
    root = tmp_path / "repository"
    (root / ".git" / "hooks").mkdir(parents=True)
    (root / ".github").mkdir()
    (root / "reports").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_text("secret: words\n")
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "hooks").symlink_to(root / ".git" / "hooks")
    (root / "linked.json").symlink_to(root / "reports" / "there.json")
    return root


def configured(root: Path, text: str) -> str:
    """What is refused of a configuration."""
    (root / "vendorlint.yaml").write_text(f"version: 1\n{text}\n")
    with pytest.raises(InputError) as refused:
        find_config(root, environ={})
    return str(refused.value)


OUT = "leads out of the folder of vendorlint.yaml; expected a path inside of it"
HIDDEN = "is hidden; expected a report in a folder that is not, such as reports"


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("../report.txt", f"'../report.txt' {OUT}"),
        ("reports/../../report.txt", f"'../report.txt' {OUT}"),
        ("/tmp/report.txt", OUT),
        ("out/report.txt", f"'out/report.txt' {OUT}"),
        ("linked.json", "'linked.json' is a link; expected the file itself"),
        (".git/hooks/post-checkout.txt", f"'.git' {HIDDEN}"),
        (".GIT/hooks/post-checkout.txt", f"'.GIT' {HIDDEN}"),
        ("hooks/post-checkout.txt", f"'.git' {HIDDEN}"),
        ("git~1/hooks/post-checkout.txt", f"'git~1' {HIDDEN}"),
        (".g\u200cit/hooks/x.txt", f"'.g\u200cit' {HIDDEN}"),
        ("\u200c.git/hooks/x.txt", f"'\u200c.git' {HIDDEN}"),
        (".github/workflows/x.txt", f"'.github' {HIDDEN}"),
        (".gitlab-ci.yml", f"'.gitlab-ci.yml' {HIDDEN}"),
        ("reports/x.pth", "'x.pth' is no report; expected one of .html, .json, .log, .md, .sarif, .txt, .xml"),
        ("Makefile", "'Makefile' is no report; expected one of .html, .json, .log, .md, .sarif, .txt, .xml"),
    ],
)
def test_a_configuration_writes_reports_only(repository: Path, file: str, message: str) -> None:
    assert configured(repository, f"output: ['text={file}']").endswith(message)
    assert find_config(repository, flags={"output": [f"text={file}"]}, environ={}).output == (
        Output("text", repository / file),
    )


def test_reports_of_a_configuration_in_a_hidden_folder(repository: Path) -> None:
    (repository / ".github" / "workflows").mkdir()
    root = repository / ".github"
    assert configured(root, "output: ['text=workflows/x.txt']") == f"vendorlint.yaml:2: '.github' {HIDDEN}"


def test_reports_where_they_may_be(repository: Path) -> None:
    (repository / "vendorlint.yaml").write_text("version: 1\noutput: [text, json=reports/r.json, html=REPORT.HTML]\n")
    expected = (None, repository / "reports" / "r.json", repository / "REPORT.HTML")
    assert tuple(output.file for output in find_config(repository, environ={}).output) == expected


@pytest.mark.parametrize("setting", ["vendors: {}", "policy: [{}]", "rego: [{}]", "facts: [{}]"])
@pytest.mark.parametrize("path", ["..", "../outside", "out", "out/secret.yaml", "/etc", ".git/config", "hooks"])
def test_a_configuration_reads_nothing_outside(repository: Path, setting: str, path: str) -> None:
    told = configured(repository, setting.format(path))
    assert (told.startswith("vendorlint.yaml:2: '"), told.endswith(f"' {OUT}")) == (True, True)


@pytest.mark.parametrize("name", ["vendors", "waivers.yaml", "vendorlint-baseline.json"])
def test_a_usual_name_is_no_link_out(repository: Path, tmp_path: Path, name: str) -> None:
    (repository / name).symlink_to(tmp_path / "outside" / "secret.yaml")
    message = "is a link that leaves the repository; what it leads to is not read"
    assert configured(repository, "") == f"{repository / name}: {message}"


def test_who_runs_it_may_name_anything(repository: Path, tmp_path: Path) -> None:
    config = find_config(repository, flags={"vendors": "../outside"}, environ={"VENDORLINT_POLICY": "../p.yaml"})
    assert (config.vendors, config.policy) == (repository / "../outside", (str(repository / "../p.yaml"),))


@pytest.mark.parametrize("key", ["url: https://evil.example.org", "token_file: token", "ca: x", "mode: push", ""])
def test_no_repository_chooses_a_server(repository: Path, key: str) -> None:
    assert configured(repository, f"opa: {{{key}}}") == (
        f"{repository / 'vendorlint.yaml'}:2:1: no repository chooses the OPA server; "
        "expected --opa-url, VENDORLINT_OPA_URL or $XDG_CONFIG_HOME/vendorlint/config.yaml"
    )


def user_config(folder: Path) -> Path:
    path = folder / "vendorlint" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("version: 1\nopa: {url: 'https://opa.example.org', ca: ca.pem}\n")
    return path


def test_a_user_chooses_it(repository: Path, tmp_path: Path) -> None:
    path = user_config(tmp_path / "xdg")
    home = user_config(tmp_path / "home" / ".config")
    config = find_config(repository, environ={"XDG_CONFIG_HOME": str(tmp_path / "xdg"), "HOME": str(tmp_path)})
    assert (config.opa.url, config.opa.ca) == ("https://opa.example.org", path.parent / "ca.pem")
    environ = {"XDG_CONFIG_HOME": "relative", "HOME": str(tmp_path / "home"), "VENDORLINT_OPA_URL": "https://env"}
    config = find_config(repository, environ=environ)
    assert (config.opa.url, config.opa.ca) == ("https://env", home.parent / "ca.pem")


def test_no_repository_is_a_home(repository: Path) -> None:
    path = user_config(repository / ".config")
    with pytest.raises(InputError) as refused:
        find_config(repository, environ={"HOME": str(repository)})
    message = "is in the repository that is checked; a user's own configuration stands outside of it"
    assert str(refused.value) == f"{path}: {message}"


NEAR = "is not read; the configuration is called vendorlint.yaml"


@pytest.mark.parametrize(
    "name",
    [
        "vendorlint.yml", ".vendorlint.yaml", ".vendorlint.yml", "Vendorlint.yaml", "vendor-lint.yaml", "vendor_lint.yml",
        "vendorlint.yaml.txt", "vendorlnt.yaml", "vendorlint.ymal", "vendorlint.toml", ".vendorlintrc", "_vendorlint.yaml",
        "\uff56endorlint.yaml", "vendorlint.yaml ",
    ],
)  # fmt: skip
def test_a_configuration_by_nearly_its_name(repository: Path, name: str) -> None:
    (repository / name).write_text("version: 1\n")
    (repository / "sub").mkdir()
    for start in (repository, repository / "sub"):
        with pytest.raises(InputError) as refused:
            find_config(start, environ={})
        assert str(refused.value) == f"{repository / name}: {NEAR}"


def test_one_of_another_spelling_beside_the_configuration(repository: Path) -> None:
    (repository / "vendorlint.yml").write_text("version: 1\n")
    assert configured(repository, "") == f"{repository / 'vendorlint.yml'}: {NEAR}"


@pytest.mark.parametrize(
    "name",
    [
        "vendors.yaml",
        "vendorlint.sarif",
        "vendorlint-baseline.json",
        "vendorlint.json",
        "vendorlint.html",
        ".github/vendorlint.yml",
    ],
)
def test_other_names_are_others(repository: Path, name: str) -> None:
    (repository / name).write_text("")
    (repository / "vendors").mkdir()
    assert find_config((repository / name).parent, environ={}).path is None


def test_a_configuration_that_is_no_file(repository: Path, tmp_path: Path) -> None:
    path = repository / "vendorlint.yaml"
    told = []
    for make in (
        path.mkdir,
        lambda: path.symlink_to("nowhere.yaml"),
        lambda: path.symlink_to(tmp_path / "outside" / "secret.yaml"),
    ):
        make()
        with pytest.raises(InputError) as refused:
            find_config(repository, environ={})
        told.append(str(refused.value).removeprefix(f"{path}: "))
        path.rmdir() if path.is_dir() else path.unlink()
    assert told == [
        "is a folder; expected a file",
        "is a link that leads nowhere; expected a file",
        "is a link that leaves its folder; expected the file itself",
    ]


LEFT = "is a link that leaves the repository; what it leads to is not read"
OWN = "is a link that leaves its folder; expected the file itself"


def refused_targets(root: Path, *paths: Path) -> list[str]:
    """What is told of the targets of a run."""
    try:
        targets = find_targets(paths, find_config(root, environ={}))
    except InputErrors as errors:
        return [str(error) for error in errors.errors]
    return [str(fault) for fault in targets.faults.values()]


def test_links_of_vendors(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "outside" / "secret.yaml"
    vendors = repository / "vendors"
    for name in ("a", "b"):
        (vendors / name).mkdir(parents=True)
    (vendors / "a" / "vendor.yaml").symlink_to(secret)
    (vendors / "b" / "facts.yaml").symlink_to(tmp_path / "outside" / "none.yaml")
    (vendors / "c").symlink_to(tmp_path / "outside")
    assert refused_targets(repository) == [
        f"{vendors / 'a' / 'vendor.yaml'}: {OWN}",
        f"{vendors / 'b' / 'facts.yaml'}: {OWN}",
        f"{vendors / 'c'}: {LEFT}",
    ]
    for path in (vendors / "c", vendors / "a" / "vendor.yaml", repository / "out" / "secret.yaml"):
        assert refused_targets(repository, path) == [f"{path}: {LEFT}"]


def test_links_of_policies_rules_and_facts(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "outside" / "secret.yaml"
    for name in ("rules/x.rego", "facts/acme/escrow.yaml"):
        (repository / name).parent.mkdir(parents=True)
        (repository / name).symlink_to(secret)
    with pytest.raises(InputError) as refused:
        load_rules([repository / "rules"])
    assert str(refused.value) == f"{repository / 'rules' / 'x.rego'}: {OWN}"
    with pytest.raises(InputError) as refused:
        read_own_facts((repository / "facts",))
    assert str(refused.value) == f"{repository / 'facts' / 'acme' / 'escrow.yaml'}: {OWN}"


@pytest.mark.parametrize("parent", ["../outside/secret.yaml", "out/secret.yaml", "linked.yaml"])
def test_what_a_policy_extends(repository: Path, tmp_path: Path, parent: str) -> None:
    policy = repository / "p.yaml"
    (repository / "linked.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")
    policy.write_text(POLICY + f"extends: [{parent}]\n")
    with pytest.raises(InputError) as refused:
        read_packs([str(policy)], repository)
    assert str(refused.value) == (
        f"{policy}:4:11: '{parent}' leads out of the repository; expected a path inside of it"
    )
