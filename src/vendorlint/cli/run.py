"""What a run takes from its surroundings: the date, the terminal."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vendorlint.errors import EXIT_ERROR, EXIT_NOTHING, InputError
from vendorlint.near import did_you_mean
from vendorlint.project.values import PACK_PREFIX

if TYPE_CHECKING:
    from vendorlint.files.notice import Notice
    from vendorlint.findings.report import Report
    from vendorlint.findings.trusted import Trusted
    from vendorlint.findings.unchecked import Unchecked
    from vendorlint.jobs.changes.compare import Changes
    from vendorlint.project.outputs import Format, Output
    from vendorlint.project.project import Project

MAX_WIDTH = 120  # columns of text that one reads with ease
_LINKING = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio")  # of TERM_PROGRAM
_PACK = re.compile(r"[a-z0-9-]+")


def iso_date(given: str | None) -> str:
    """The date given with --today, or the date of the clock. Raises InputError for what is no date."""
    if given is None:
        return datetime.date.today().isoformat()  # the user's own date, as on a letter
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
            return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        pass
    raise InputError(f"--today is '{given}'; expected a date, YYYY-MM-DD")


def policy_names(words: Sequence[str]) -> list[str]:
    """The names of packs with their prefix, and paths as they are. Raises InputError for a name that is neither."""
    from vendorlint.policy.packs import bundled_packs

    shipped = [name.removeprefix(PACK_PREFIX) for name in bundled_packs()]
    names = []
    for word in words:
        is_name = bool(_PACK.fullmatch(word)) and not Path(word).is_file()
        if is_name and word not in shipped:
            near = did_you_mean(word, shipped) or f"; expected one of {', '.join(shipped)}, or a file"
            raise InputError(f"unknown pack '{word}'{near}")
        names.append(PACK_PREFIX + word if is_name else word)
    return names


def check_everything(project: Project, today: str) -> Report:
    """The report of every vendor of the project. Ends with exit code 2 where the policy's parameters are wrong."""
    from vendorlint.jobs.check import check_targets
    from vendorlint.project.targets import find_targets

    report = check_targets(find_targets([], project.config, hook=False), project, today)
    require_parameters(report)
    return report


def require_all_checked(unchecked: Sequence[Unchecked], *, told: bool = False) -> None:
    """End with exit code 2 where something could not be checked; it is named on stderr, unless it is `told` already."""
    from vendorlint.reports.parts.wording import unchecked_line

    _end_with(() if told else [unchecked_line(each) for each in unchecked], bool(unchecked))


def require_usable(trusted: Trusted | None) -> None:
    """End with exit code 2 where what judges as it is could judge nothing, once it is merged."""
    lines = [f"what judges as it is here could not judge: {trusted.problem}"] if trusted and trusted.problem else []
    _end_with(lines, bool(lines))


def require_parameters(report: Report) -> None:
    """End with exit code 2 and a line for each rule whose parameters are wrong in the policy, whatever vendors there are."""
    from vendorlint.files.paths import shown_path

    known = {rule.id: rule.params for rule in report.rules}
    wrong = [each for each in report.findings if each.status == "parameters"]
    lines = [
        f"{shown_path(each.place.path)}:{each.place.line}:{each.place.column}: "
        f"{each.rule}: {each.message}{_meant(each.value, known[each.rule])}"
        for each in wrong
    ]
    _end_with(list(dict.fromkeys(lines)), bool(wrong))


def _meant(given: Mapping[str, object], known: Collection[str]) -> str:
    """A did-you-mean for the first parameter that the rule has not."""
    return next((did_you_mean(name, known) for name in given if name not in known), "")


def require_judged(report: Report) -> None:
    """End with exit code 3 where no rule applies to any vendor."""
    if not report.judged:
        vendors = ", ".join(report.vendors)
        why = "each is for vendors of other tiers or data; nothing was checked"
        _end_with([f"no rule of the policy applies to {vendors}: {why}"], True, EXIT_NOTHING)


def tell_not_as_filed(report: Report) -> None:
    """Name on stderr the vendors that were not judged by their facts file as that stands."""
    _tell(notice for subject in report.subjects for notice in subject.notices)


def tell_of_waivers(report: Report, waivers: Path) -> None:
    """Name on stderr what there is to say of the waivers of a file: which nothing needs, and why."""
    _tell(notice for notice in report.notices if notice.place.path == waivers)


def _tell(notices: Iterable[Notice]) -> None:
    from vendorlint.files.paths import shown_path
    from vendorlint.unsafe import escape

    for notice in notices:
        print(f"vendorlint: {escape(f'{shown_path(notice.place.path)}: {notice.message}')}", file=sys.stderr)  # noqa: T201


def require_all_compared(changes: Changes) -> None:
    """The same of both versions of a comparison."""
    from vendorlint.reports.changes.text import version_path
    from vendorlint.reports.parts.wording import unchecked_line

    lines = [unchecked_line(each, version_path(version, each.place.path)) for version, each in changes.unchecked]
    _end_with(lines, bool(lines))


def _end_with(lines: Sequence[str], incomplete: bool, code: int = EXIT_ERROR) -> None:
    from vendorlint.unsafe import escape

    for line in lines:
        print(f"vendorlint: {escape(line)}", file=sys.stderr)  # noqa: T201
    if incomplete:
        raise SystemExit(code)


def use_color(wanted: str) -> bool:
    """Whether to colour. `auto` asks FORCE_COLOR, then NO_COLOR (https://no-color.org), then the terminal."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def in_color(output: Output[Format], wanted: str) -> bool:
    """Whether to colour what goes there: a file only where somebody says so."""
    return wanted == "always" if output.file else use_color(wanted)


def use_links() -> bool:
    """Whether the terminal opens links (OSC 8), as far as its surroundings tell; FORCE_HYPERLINK decides where it is set.

    Those that are known to: https://github.com/Alhadis/OSC8-Adoption
    """
    told = os.environ.get
    if forced := told("FORCE_HYPERLINK"):
        return forced != "0"
    if not sys.stdout.isatty() or told("CI"):
        return False
    known = told("TERM_PROGRAM") in _LINKING or any(
        told(name) for name in ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION")
    )
    return known or told("VTE_VERSION", "").zfill(5) >= "05000" or told("TERM") in ("xterm-kitty", "alacritty", "foot")


def text_width() -> int:
    """The columns of the terminal, at most MAX_WIDTH; where there is none, the width that files are written for."""
    from vendorlint.reports.check.lines import WIDTH

    if not sys.stdout.isatty():
        return WIDTH
    return min(shutil.get_terminal_size().columns, MAX_WIDTH)


def print_safely(text: str) -> None:
    """Write to stdout, also where its encoding lacks a character."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()


def write_reports(outputs: Sequence[Output[Format]], texts: Sequence[str | bytes]) -> None:
    """Write each text to its output's file, replaced whole, or to stdout; bytes are for files alone."""
    from vendorlint.files.atomic import write_atomically

    for output, text in zip(outputs, texts, strict=True):
        if output.file:
            raw = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
            write_atomically(output.file, raw)
        elif isinstance(text, str):
            print_safely(text)
