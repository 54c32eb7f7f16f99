"""`vendorlint policy`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vendorlint.project.config import Config

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

    print_safely(policy_lines(_config(names)))


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
    from vendorlint.policy.requirements import load_policy, required_review, rule_data
    from vendorlint.policy.rules import all_rules
    from vendorlint.policy.waivers import all_waivers
    from vendorlint.project.vendors import find_vendors
    from vendorlint.reports.parts.escape import escape

    config = _config(names)
    rules = all_rules(config)
    effective = load_policy(config.policy, config.root, rules.rules, review=required_review(config))
    waivers = all_waivers(config, rules)
    vendors = find_vendors(config) if config.vendors.is_dir() else []
    data = rule_data(effective, vendors, iso_date(today), waivers)
    export_policy(target, rules, data)
    print_safely(f"{escape(str(target))}: {len(effective.requirements)} requirements of {effective.name}\n")


def _config(names: list[str] | None) -> Config:
    from vendorlint.cli.run import policy_names
    from vendorlint.project.config import find_config

    return find_config(Path.cwd(), flags={"policy": policy_names(names) if names else None})
