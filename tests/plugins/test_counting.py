"""Which lines run is counted in tests that can tell something by it, in no others."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.plugins import counting
from tests.plugins.counting import Counting, tells

ASKING = {"glossary/database", "glossary/management"}


def a_test(path="tests/test_text.py", *markers):
    """Return a test in this file with these markers."""
    return SimpleNamespace(
        nodeid=f"{path}::test_it",
        get_closest_marker=dict.fromkeys(markers, "there").get,
    )


@pytest.mark.parametrize(
    ("vendor", "path", "markers", "counts"),
    [
        ("sqlite", "tests/test_text.py", [], True),
        ("sqlite", "tests/database/test_waiting.py", ["sqlite"], True),
        ("sqlite", "tests/matching/test_browser.py", ["browser"], False),
        ("sqlite", "tests/desk/test_matrix.py", ["django_db"], False),
        ("sqlite", "tests/desk/test_drafts.py", ["django_db"], True),
        ("sqlite", "tests/contracts/test_privacy.py", [], True),
        ("postgresql", "tests/test_text.py", [], False),
        ("postgresql", "tests/search/test_changes.py", ["django_db"], False),
        ("postgresql", "tests/database/test_waiting.py", [], True),
        ("postgresql", "tests/commands/test_starting.py", ["django_db"], True),
    ],
)
def test_what_tells_something_is_counted(vendor, path, markers, counts):
    assert tells(a_test(path, *markers), vendor) == counts


def test_no_other_room_asks_which_database_it_is():
    files = [*ROOT.glob("glossary/**/*.py"), *ROOT.glob("explainer/**/*.py")]
    asking = {
        "/".join(path.relative_to(ROOT).parts[:2])
        for path in files
        if ".vendor" in path.read_text(encoding="utf-8")
    }

    assert asking == ASKING


def test_counting_stops_and_goes_on_when_it_has_to(monkeypatch):
    monkeypatch.setattr(counting, "connection", SimpleNamespace(vendor="sqlite"))
    done = []
    counted: Any = SimpleNamespace(
        start=lambda: done.append("start"), stop=lambda: done.append("stop")
    )
    plugin = Counting(counted)

    for markers in ([], ["browser"], ["browser"], [], []):
        list(plugin.pytest_runtest_protocol(a_test("tests/test_text.py", *markers)))

    assert done == ["stop", "start"]
