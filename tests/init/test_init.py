"""`vendorlint init` and what there is to look up; and the examples' facts are those of their documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..command import run_command

ROOT = Path(__file__).parents[2]


def run(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    done = run_command(*arguments, cwd=cwd, environ={})
    return done.code, done.out, done.err


def test_a_new_repository_passes_its_own_checks(tmp_path: Path) -> None:
    code, shown, _ = run("init", "acme", cwd=tmp_path)
    files = [
        "acme/vendorlint.yaml",
        "acme/policies/acme.yaml",
        "acme/vendors/example-vendor/vendor.yaml",
        "acme/vendors/example-vendor/terms-of-service.md",
        "acme/vendors/example-vendor/facts.yaml",
        "acme/.pre-commit-config.yaml",
        "acme/.github/workflows/vendorlint.yml",
    ]
    assert (code, shown.splitlines()) == (0, [*(f"created {file}" for file in files), "now run 'vendorlint check'"])
    assert run("extract", "--check", cwd=tmp_path / "acme")[0] == 0
    assert run("check", cwd=tmp_path / "acme")[0] == 0


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    policy = tmp_path / "policies" / f"{tmp_path.name.replace('_', '-').lower()}.yaml"
    policy.write_text("mine\n")
    code, _, error = run("init", cwd=tmp_path)
    assert (code, error) == (
        2,
        f"vendorlint: policies/{policy.name}: exists already; nothing is overwritten\n",
    )
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["policies", policy.name]
    assert policy.read_text() == "mine\n"


@pytest.mark.parametrize("name", ["no", "2024", "012", "null", "1e5", ".inf", "Über uns"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    assert run("init", name, cwd=tmp_path)[0] == 0
    assert run("check", cwd=tmp_path / name)[0] == 0


def test_init_writes_through_no_link(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").symlink_to("elsewhere")
    code, _, error = run("init", cwd=tmp_path)
    assert (code, error) == (
        2,
        "vendorlint: .pre-commit-config.yaml: exists already; nothing is overwritten\n",
    )
    assert [path.name for path in tmp_path.rglob("*")] == [".pre-commit-config.yaml"]


def test_init_wants_folders_where_files_are(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("mine\n")
    code, _, error = run("init", cwd=tmp_path)
    assert (code, error) == (2, "vendorlint: .github: exists already and is no folder\n")
    assert [path.name for path in tmp_path.rglob("*")] == [".github"]


def test_init_leaves_nothing_where_it_cannot_go_on(tmp_path: Path) -> None:
    """The last file's folder has the longest path: it alone is beyond what the file system takes."""
    deepest = 4095 - len("/.github/workflows")
    folder = tmp_path
    while len(str(folder)) + 202 < deepest:
        folder /= "f" * 200
    folder /= "f" * (deepest - len(str(folder)) - 1)
    folder.mkdir(parents=True)
    code, _, error = run("init", str(folder), cwd=tmp_path)
    assert (code, error.endswith("File name too long\n")) == (2, True)
    assert list(folder.iterdir()) == []


def test_the_examples_facts_are_those_of_their_documents() -> None:
    assert run("extract", "--check", cwd=ROOT / "examples")[0] == 0


def test_explain_a_rule() -> None:
    code, shown, _ = run("explain", "licence-irrevocable", cwd=ROOT)
    assert (code, shown.splitlines()[0]) == (0, "licence-irrevocable: The licence can be revoked")
    assert (
        "more       https://github.com/vendorlint/vendorlint/blob/main/docs/rules/licence-irrevocable.md"
        in shown.splitlines()
    )


def test_explain_a_fact() -> None:
    code, shown, _ = run("explain", "licence.irrevocable", cwd=ROOT)
    assert (code, shown) == (
        0,
        "licence.irrevocable: Irrevocable content licence\n\ntrue: stated irrevocable. false: stated revocable.\n\n"
        "type       bool\nrules      licence-irrevocable\n"
        "more       https://github.com/vendorlint/vendorlint/blob/main/docs/facts/licence.irrevocable.md\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("explain", "licence-irevocable"),
            "unknown rule or fact 'licence-irevocable' (did you mean 'licence-irrevocable'?)",
        ),
        (
            ("schema", "polcy"),
            "unknown schema 'polcy' (did you mean 'policy'?); expected one of config, user, facts, fact, policy, lock, vendor, rule, waivers, baseline, report, changes, comparison, history",
        ),
    ],
)
def test_a_typo_gets_a_suggestion(arguments: tuple[str, ...], message: str) -> None:
    assert run(*arguments, cwd=ROOT) == (2, "", f"vendorlint: {message}\n")


def test_config_shows_where_each_value_comes_from(tmp_path: Path) -> None:
    (tmp_path / "vendorlint.yaml").write_text("version: 1\nfail_on: warning\n")
    code, shown, _ = run("config", cwd=tmp_path)
    rows = {line.split()[0]: line.split()[1:] for line in shown.splitlines()}
    assert (code, rows["fail_on"], rows["engine"]) == (0, ["warning", "vendorlint.yaml:2"], ["embedded", "default"])
