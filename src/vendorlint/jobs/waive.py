"""Writes a waiver for a finding into waivers.yaml, beside what people wrote there."""

from __future__ import annotations

import datetime
import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically
from vendorlint.files.lock import locked
from vendorlint.files.text import read_text
from vendorlint.files.yaml.document import dump_yaml, parse_yaml, read_yaml
from vendorlint.findings.finding import Finding
from vendorlint.findings.report import Report
from vendorlint.jobs.init import with_schema
from vendorlint.near import did_you_mean
from vendorlint.project.config import Config
from vendorlint.schemas.schema import validate

_INDENT = re.compile(r"^( *)- ", re.MULTILINE)
MIN_DIGITS = 6  # of a fingerprint


@dataclass(frozen=True, slots=True)
class Approval:
    """Who accepts a finding, why, and until which day (ISO 8601); `ticket` may be empty."""

    by: str
    reason: str
    until: str
    ticket: str = ""


def named_finding(word: str, report: Report) -> Finding:
    """The finding that VENDOR/RULE or the beginning of a fingerprint names. Raises InputError: none, or of several facts."""
    vendor, slash, rule = word.partition("/")
    if slash:
        found = [each for each in report.findings if (each.vendor, each.rule) == (vendor, rule)]
    else:
        found = [each for each in report.findings if len(word) >= MIN_DIGITS and each.fingerprint.startswith(word)]
    vendors = sorted(each.vendor.id for each in report.subjects)
    if slash and vendor not in vendors and (near := did_you_mean(vendor, vendors)):
        raise InputError(f"unknown vendor '{vendor}'{near}")
    if not found:
        known = sorted({f"{each.vendor}/{each.rule}" for each in report.findings})
        near = did_you_mean(word, known) or "; expected VENDOR/RULE or the beginning of a finding's fingerprint"
        raise InputError(f"no finding '{word}'{near}")
    if len({(each.vendor, each.rule) for each in found}) > 1:
        raise InputError(f"'{word}' begins more than one finding's fingerprint; give more of it, or VENDOR/RULE")
    return found[0]


def waiver_of(finding: Finding, report: Report, given: Approval) -> dict[str, str]:
    """The entry of waivers.yaml. Raises InputError: nobody, no reason or no day to come, or a finding that no waiver covers."""
    try:
        last = datetime.date.fromisoformat(given.until).isoformat()
    except ValueError:
        raise InputError(f"--until is '{given.until}'; expected a date, YYYY-MM-DD") from None
    if last < report.today:
        raise InputError(f"--until is {last}, which has passed; expected a day to come")
    if finding.status == "parameters":
        raise InputError(f"{finding.rule} has wrong parameters, which no waiver covers: {finding.message}")
    if any(rule.mandatory for rule in report.rules if rule.id == finding.rule):
        raise InputError(f"{finding.rule} is mandatory: no waiver counts")
    for option, text in (("--reason", given.reason), ("--by", given.by)):
        if not text.strip():
            raise InputError(f"{option} is empty")
    about = {"rule": finding.rule, "vendor": finding.vendor}
    told = {"reason": given.reason, "approved_by": given.by, "ticket": given.ticket, "expires": last}
    return {key: text for key, text in (about | told).items() if text}


def add_waiver(entry: Mapping[str, str], config: Config) -> Path:
    """Write an entry behind those that are there, comments and all kept.

    Raises InputError for one that is there already, and for a file whose form has no room for it.
    """
    path = config.waivers
    with locked(path.parent):
        new = waived_text(entry, path)
        validate(parse_yaml(new, path), "waivers")
        write_atomically(path, new)
    return path


def has_waiver(path: Path, rule: str, vendor: str) -> bool:
    """Whether the waivers at a path have one of a rule for a vendor, whatever the fact. Raises VendorlintError."""
    if not path.exists():
        return False
    document = read_yaml(path)
    validate(document, "waivers")
    return _has(document.value["waivers"], rule, vendor)


def _has(waivers: Iterable[Mapping[str, Any]], rule: str, vendor: str) -> bool:
    return any((each["rule"], each["vendor"], each.get("fact")) == (rule, vendor, None) for each in waivers)


def waived_text(entry: Mapping[str, str], path: Path) -> str:
    """The text of the waivers at a path with an entry more, of which somebody may still have to fill in what is empty. Raises as
    `add_waiver` does."""
    old: list[Any] = []
    there = path.exists()
    text = with_schema("waivers", "version: 1\nwaivers:\n")
    if there:
        text = read_text(path)
        document = parse_yaml(text, path)
        validate(document, "waivers")
        old = document.value["waivers"]
    if _has(old, entry["rule"], entry["vendor"]):
        raise InputError(f"has a waiver for {entry['rule']} of {entry['vendor']}; change that one", path)
    item = textwrap.indent(dump_yaml([dict(entry)]), _INDENT.findall(text)[-1] if old else "")
    new = f"{text.rstrip()}\n{item}" if old or not there else _begun(text, item)
    if parse_yaml(new, path).value != {"version": 1, "waivers": [*old, dict(entry)]}:
        raise InputError(f"has no room at its end; write this below 'waivers:' yourself: {dict(entry)}", path)
    return new


def _begun(text: str, item: str) -> str:
    """The text of a file without entries, with its first."""
    return f"{text.rstrip().removesuffix('[]').rstrip()}\n{item}"
