"""Counts which lines run only in tests that can tell something by it.

Counting takes about as long as the tests themselves. The site that a browser looks at
is another process, which is not counted. What a test does on PostgreSQL it does by the same
lines on SQLite, but in the rooms that ask which database it is. Tests that go through
everything there is by a rule come by what the tests of each part come by, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

DIFFERING = ("tests/commands/", "tests/database/")
"""The tests of the rooms that ask which database it is."""

GOING_THROUGH_ALL = ("tests/desk/test_matrix.py", "tests/harm/", "tests/siege/")
"""The tests that ask the same of every act or word, or of a server under siege."""


def pytest_configure(config: pytest.Config) -> None:
    """Take counting in hand where ``coverage run`` has begun it."""
    counted = Coverage.current()
    if counted is not None:
        config.pluginmanager.register(Counting(counted))


class Counting:
    """Stops counting before tests that have nothing to tell, and goes on after them."""

    def __init__(self, counted: Coverage) -> None:
        self._counted = counted
        self._goes_on = True

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Count, or do not, from before a test is set up until it is cleared away."""
        wanted = tells(item, connection.vendor)
        if wanted != self._goes_on:
            self._goes_on = wanted
            (self._counted.start if wanted else self._counted.stop)()
        return (yield)


def tells(item: pytest.Item, vendor: str) -> bool:
    """Tell whether a test may run lines that no other test of ``make test`` counts."""
    if vendor == "sqlite":
        is_seen = item.get_closest_marker("browser") is not None
        return not (is_seen or item.nodeid.startswith(GOING_THROUGH_ALL))
    return item.nodeid.startswith(DIFFERING)
