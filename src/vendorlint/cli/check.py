"""`vendorlint check`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vendorlint.choices import CHECK_FORMATS, SEVERITIES, CheckFormat, Color, EngineName, OpaMode, Severity
from vendorlint.cli.options import Executor, InColor, Jobs, NoCache, Policies, StdinFilename, Today, output_option

if TYPE_CHECKING:
    from vendorlint.findings.report import Report
    from vendorlint.findings.subjects import Track
    from vendorlint.jobs.trusted import Basis
    from vendorlint.project.outputs import Output
    from vendorlint.project.project import Project


@dataclass(frozen=True, slots=True)
class View:
    """How the report in text is wanted: `form` is the option that asks for another than the short one."""

    color: Color
    form: str | None
    least: Severity | None


def check(  # noqa: PLR0913, PLR0917 - the options of a command
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Vendor folders, facts files, or documents; - for standard input. Without any: every vendor.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[Severity | None, typer.Option(help="The least severity that fails the check.")] = None,
    policy: Policies = None,
    vendor: Annotated[
        list[str] | None, typer.Option(help="Only this vendor, by id; repeatable.", show_default=False)
    ] = None,
    today: Today = None,
    output: Annotated[list[str] | None, output_option(CHECK_FORMATS)] = None,
    engine: Annotated[EngineName | None, typer.Option(help="What runs the rules.")] = None,
    opa_url: Annotated[str | None, typer.Option(help="The OPA server, http(s)://host:port.")] = None,
    opa_token_file: Annotated[Path | None, typer.Option(help="Holds the token; or set VENDORLINT_OPA_TOKEN.")] = None,
    opa_ca: Annotated[Path | None, typer.Option(help="Certificates to trust (PEM).")] = None,
    opa_cert: Annotated[Path | None, typer.Option(help="Our certificate (PEM), for mTLS.")] = None,
    opa_key: Annotated[Path | None, typer.Option(help="The key of our certificate (PEM).")] = None,
    opa_mode: Annotated[
        OpaMode | None, typer.Option(help="Upload rules for the run, or use the server's bundle.")
    ] = None,
    color: InColor = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="In text, a line per finding and nothing else.")] = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help="In text, all findings and clauses uncut, what to negotiate, and what passed."
        ),
    ] = False,
    min_severity: Annotated[
        Severity | None, typer.Option(help="In text, the least severity that is shown.", show_default="warning")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only this rule, or category of rules; repeatable.", show_default=False),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="All but this rule, or category of rules; repeatable.", show_default=False),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="In text, findings by rule and no more.")] = False,
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help="As if waivers.yaml were empty.")] = False,
    policy_from: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Judge by the policy, waivers, rules and configuration of a git revision; pull-request is CI's base.",
            show_default=False,
        ),
    ] = None,
    trust_facts: Annotated[
        bool,
        typer.Option("--trust-facts", help="Judge facts.yaml as it stands, where it is of its documents as they are."),
    ] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Let ocrmypdf read a PDF that holds no text.")] = False,
    office: Annotated[bool, typer.Option("--office", help="Let LibreOffice read old Word documents (.doc).")] = False,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    executor: Executor = None,
    no_cache: NoCache = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 in spite of findings.")] = False,
) -> None:
    """Check vendors against the policy; exits with 1 where one violates it, with 2 where not everything could be checked."""
    from vendorlint.cli.gate import ending, gate_basis, gate_folders
    from vendorlint.cli.run import iso_date, policy_names
    from vendorlint.cli.stdin import with_stdin
    from vendorlint.errors import EXIT_OK, InputError
    from vendorlint.facts.executor import executed_by

    flags = {
        "policy": policy_names(policy) if policy else None,
        "fail_on": fail_on,
        "output": output,
        "limits.ocr": ocr or None,
        "limits.office": office or None,
        "engine": engine,
        "opa.url": opa_url,
        "opa.token_file": opa_token_file,
        "opa.ca": opa_ca,
        "opa.cert": opa_cert,
        "opa.key": opa_key,
        "opa.mode": opa_mode,
    }
    told = [name for name, on in (("--quiet", quiet), ("--verbose", verbose), ("--statistics", statistics)) if on]
    if len(told) > 1:
        raise InputError(f"{told[0]} and {told[1]} exclude each other")
    view = View(color, told[0] if told else None, min_severity)
    date = iso_date(today)
    codes: list[int] = []
    with executed_by(executor), with_stdin(paths or [], stdin_filename) as read:
        for folder, named in gate_folders(read):
            with ending(codes), gate_basis(folder, flags, policy_from) as (project, basis):
                _check(
                    project, basis, folder, named, flags, date, vendor or [], (select or [], ignore or []), view,
                    no_waivers=no_waivers, exit_zero=exit_zero,
                    # `extract --check` went by the definitions and the configuration that are here, and not by the revision's.
                    trust_facts=trust_facts and basis is None,
                )  # fmt: skip
    raise typer.Exit(max(codes, default=EXIT_OK))


def _check(  # noqa: PLR0913, PLR0917 - what the command takes
    project: Project,
    basis: Basis | None,
    folder: Path,
    paths: list[Path],
    flags: Mapping[str, Any],
    today: str,
    vendor: list[str],
    rules: tuple[list[str], list[str]],
    view: View,
    *,
    no_waivers: bool,
    trust_facts: bool,
    exit_zero: bool,
) -> None:
    """Check what the paths name by one project, and report it."""
    from vendorlint.cli.gate import is_hook
    from vendorlint.cli.progress import track
    from vendorlint.cli.run import (
        require_all_checked,
        require_judged,
        require_parameters,
        require_usable,
        tell_not_as_filed,
        tell_of_waivers,
        write_reports,
    )
    from vendorlint.errors import EXIT_FINDINGS, InputError
    from vendorlint.findings.finding import fails
    from vendorlint.jobs.check import check_targets
    from vendorlint.jobs.selection import selected
    from vendorlint.project.outputs import require_writable
    from vendorlint.project.targets import find_targets, select_vendors
    from vendorlint.reports.outputs import render_report

    config = project.config
    given = [name for name, value in flags.items() if name.startswith("opa.") and value]
    if given and config.engine != "opa":
        raise InputError(f"--{given[0].replace('.', '-').replace('_', '-')} goes with --engine opa")
    targets = find_targets(paths, config, hook=is_hook())
    if is_hook() and not targets:
        return
    require_writable(config.output)
    if view.least and SEVERITIES.index(view.least) < SEVERITIES.index(config.fail_on):
        raise InputError(f"--min-severity {view.least} would hide what fails the check (fail_on: {config.fail_on})")

    def run(each: Project, track: Track = iter) -> Report:
        found = targets if each is project else find_targets(paths, each.config, hook=is_hook())
        return check_targets(
            select_vendors(found, vendor),
            each,
            today,
            with_waivers=not no_waivers,
            trust_facts=trust_facts,
            track=track,
        )

    report = run(project, track)
    if basis:
        from vendorlint.cli.gate import gate_project
        from vendorlint.jobs.trusted import with_differences

        report = with_differences(basis, report, lambda: gate_project(folder, flags), run)
    require_parameters(report)
    report = selected(report, *rules)
    tell_not_as_filed(report)
    if view.form == "--quiet":  # whose lines say nothing of the others
        tell_of_waivers(report, config.waivers)
    texts = [
        _text(report, each, config.fail_on, view)
        if each.format == "text"
        else render_report(each.format, report, config.fail_on)
        for each in config.output
    ]
    write_reports(config.output, texts)
    if any(each.format == "github" for each in config.output):
        from vendorlint.reports.check.github import append_summary

        append_summary(report, config.fail_on)
    told = view.form not in {"--quiet", "--statistics"} and any(
        each.format in {"text", "github"} and not each.file for each in config.output
    )
    require_all_checked(report.unchecked, told=told)
    require_usable(report.trusted)
    require_judged(report)
    if fails(report.findings, config.fail_on) and not exit_zero:
        raise typer.Exit(EXIT_FINDINGS)


def _text(report: Report, output: Output[CheckFormat], fail_on: Severity, view: View) -> str:
    """The report in text; a file gets colours only if they are asked for outright, and the width of no terminal."""
    from vendorlint.cli.run import in_color, text_width, use_links
    from vendorlint.reports.check.lines import WIDTH, Look
    from vendorlint.reports.check.text import quiet_report, statistics_report, text_report
    from vendorlint.reports.check.whole import whole_report

    colored = in_color(output, view.color)
    look = Look(colored, WIDTH if output.file else text_width(), links=not output.file and colored and use_links())
    match view.form:
        case "--quiet":
            return quiet_report(report, look, view.least)
        case "--statistics":
            return statistics_report(report, look)
        case "--verbose":
            return whole_report(report, look, view.least or "info")
        case _:
            return text_report(report, fail_on, look, view.least)
