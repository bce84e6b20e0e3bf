"""Says which database a run is on, and leaves the other one's own tests to its run."""

from __future__ import annotations

import pytest
from django.db import connection

VENDORS = ("sqlite", "postgresql")


def pytest_configure(config: pytest.Config) -> None:
    """Register one marker for each database."""
    for vendor in VENDORS:
        config.addinivalue_line("markers", f"{vendor}: what only {vendor} does")


def pytest_report_header() -> str:
    """Name the database at the top of the run."""
    return f"database: {connection.vendor}"


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out the tests of the other database: they run where they belong."""
    others = [vendor for vendor in VENDORS if vendor != connection.vendor]
    foreign = [item for item in items if any(map(item.get_closest_marker, others))]
    config.hook.pytest_deselected(items=foreign)
    items[:] = [item for item in items if item not in foreign]
