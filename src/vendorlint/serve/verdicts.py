"""What `vendorlint check` says of each vendor, worked out behind the pages and kept until a file changes that it rests on."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from vendorlint.errors import VendorlintError, internal_error
from vendorlint.findings.report import Report
from vendorlint.jobs.check import check_targets
from vendorlint.project.project import Project
from vendorlint.project.targets import Targets
from vendorlint.project.vendors import Vendor
from vendorlint.serve import stamps
from vendorlint.serve.stamps import Stamp

AT_ONCE = 20  # vendors in one check: more cost little more, and less is known sooner
Verdict = Report | str  # or why there is none, in a line


class Verdicts:
    """One check at a time; what was asked for meanwhile comes next. `today` is the date to go by (ISO 8601), or the clock's."""

    def __init__(self, today: str | None) -> None:
        self._today = today
        self._lock = threading.Lock()
        self._known: dict[str, tuple[Stamp, Verdict]] = {}
        self._asked: dict[str, Stamp] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")

    @property
    def today(self) -> str:
        """The date that rules go by, and that decisions are made on."""
        return self._today or datetime.date.today().isoformat()

    @property
    def working(self) -> bool:
        """Whether anything is being worked out."""
        return bool(self._asked)

    def of(self, vendors: Sequence[Vendor], project: Project) -> dict[str, Verdict]:
        """What is known of these vendors as they are now, by id; the others are worked out from now on."""
        shared = stamps.of_project(project)
        now: dict[str, Stamp] = {vendor.id: (self.today, shared, stamps.of_vendor(vendor)) for vendor in vendors}
        with self._lock:
            known = {name: self._known[name][1] for name, stamp in now.items() if self._holds(name, stamp)}
            missing = [each for each in vendors if each.id not in known and self._asked.get(each.id) != now[each.id]]
            self._asked |= {vendor.id: now[vendor.id] for vendor in missing}
        for start in range(0, len(missing), AT_ONCE):
            some = missing[start : start + AT_ONCE]
            self._worker.submit(self._work_out, some, {each.id: now[each.id] for each in some}, project)
        return known

    def close(self) -> None:
        """End what is under way, and start nothing more."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _holds(self, name: str, stamp: Stamp) -> bool:
        return name in self._known and self._known[name][0] == stamp

    def _work_out(self, vendors: Sequence[Vendor], asked: dict[str, Stamp], project: Project) -> None:
        with self._lock:  # what has changed again since waits behind this as it is now
            vendors = [each for each in vendors if self._asked.get(each.id) == asked[each.id]]
        if not vendors:
            return
        try:
            verdict: Verdict = check_targets(Targets(tuple(vendors)), project, self.today)
        except VendorlintError as error:
            if len(vendors) > 1:  # whose fault it is
                for each in vendors:
                    self._work_out([each], {each.id: asked[each.id]}, project)
                return
            verdict = str(error)
        except Exception as error:
            verdict = internal_error(error)
        with self._lock:
            for name, stamp in ((each.id, asked[each.id]) for each in vendors):
                self._known[name] = stamp, verdict
                if self._asked.get(name) == stamp:
                    del self._asked[name]
