"""`vendorlint policy`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vendorlint.project.project import Project

policy = typer.Typer(no_args_is_help=True, help="The requirements in force.")

Names = Annotated[
    list[str] | None,
    typer.Option("--policy", help="A pack (vendorlint/ai) or a policy file; repeatable.", show_default=False),
]


@policy.command()
def show(names: Names = None) -> None:
    """Print the effective policy, each key with its origin."""
    from vendorlint.cli.run import print_safely
    from vendorlint.reports.catalogue import policy_lines

    print_safely(policy_lines(_project(names)))


@policy.command()
def export(
    target: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder or an earlier export; or FILE.tar.gz, an OPA bundle.")
    ],
    names: Names = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="The date to go by, YYYY-MM-DD.")] = None,
) -> None:
    """Write the policy for conftest and `opa eval` (a folder) or for an OPA server (a bundle)."""
    from vendorlint.cli.run import iso_date, print_safely
    from vendorlint.jobs.export import export_policy
    from vendorlint.policy.requirements import policy_in_force, rule_data
    from vendorlint.policy.rules import all_rules
    from vendorlint.policy.waivers import all_waivers
    from vendorlint.project.vendors import find_vendors
    from vendorlint.unsafe import escape

    project = _project(names)
    config = project.config
    rules = all_rules(project)
    effective = policy_in_force(config, rules.rules)
    waivers = all_waivers(project, rules)
    vendors = find_vendors(config) if config.vendors.is_dir() else []
    data = rule_data(effective, vendors, iso_date(today), waivers)
    export_policy(target, effective.name, rules, data)
    print_safely(escape(f"{target}: {len(effective.requirements)} requirements of {effective.name}") + "\n")


@policy.command()
def update(
    locked: Annotated[
        bool, typer.Option("--locked", help="Fetch what the lock has and this machine has not; the lock stays.")
    ] = False,
) -> None:
    """Fetch the packs of other repositories that policies extend (git+https://...), and lock them. Nothing else fetches any."""
    from vendorlint.cli.run import print_safely
    from vendorlint.jobs.policy_update import fetch_locked, update_lines, update_policies
    from vendorlint.project.config import find_config
    from vendorlint.unsafe import escape

    config = find_config(Path.cwd())
    updates = fetch_locked(config) if locked else update_policies(config)
    lines = update_lines(updates) or ["no policy extends a pack of another repository; nothing was fetched"]
    print_safely("".join(f"{escape(line)}\n" for line in lines))


def _project(names: list[str] | None) -> Project:
    from vendorlint.cli.run import policy_names
    from vendorlint.project.project import find_project

    return find_project(Path.cwd(), flags={"policy": policy_names(names) if names else None})
