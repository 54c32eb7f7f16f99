"""Which tests run in one worker, where the tests run in several: those that share what is dear to make."""

from __future__ import annotations

import pytest

# Fixtures of a session or a module, and what they cost: a browser, servers, wheels, environments, whole reports.
DEAR = {
    "browser", "start_opa", "wheel", "program", "source", "examples", "judged", "reports", "scan", "soffice",
}  # fmt: skip


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for name in sorted(DEAR.intersection(getattr(item, "fixturenames", ()))):
            item.add_marker(pytest.mark.xdist_group(name))
