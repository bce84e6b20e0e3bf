"""A time on the wall means one moment, or none, or two when the clocks change."""

import datetime as dt
import time

import pytest
from django.utils import timezone

from glossary.publishing.clock import readings


@pytest.mark.parametrize(
    ("typed", "moments"),
    [
        pytest.param("2026-01-10T09:00", ["2026-01-10T09:00"], id="winter"),
        pytest.param("2026-07-10T09:00", ["2026-07-10T08:00"], id="summer"),
        pytest.param("2026-03-29T00:59", ["2026-03-29T00:59"], id="before-spring"),
        pytest.param("2026-03-29T01:00", [], id="the-hour-begins-that-is-not"),
        pytest.param("2026-03-29T01:59", [], id="the-hour-ends-that-is-not"),
        pytest.param("2026-03-29T02:00", ["2026-03-29T01:00"], id="after-spring"),
        pytest.param("2026-10-25T00:59", ["2026-10-24T23:59"], id="before-autumn"),
        pytest.param(
            "2026-10-25T01:00",
            ["2026-10-25T00:00", "2026-10-25T01:00"],
            id="the-hour-begins-that-is-twice",
        ),
        pytest.param(
            "2026-10-25T01:59",
            ["2026-10-25T00:59", "2026-10-25T01:59"],
            id="the-hour-ends-that-is-twice",
        ),
        pytest.param("2026-10-25T02:00", ["2026-10-25T02:00"], id="after-autumn"),
    ],
)
def test_a_time_on_the_wall_means(typed, moments):
    found = readings(dt.datetime.fromisoformat(typed))

    assert [one.isoformat() for one in found] == [f"{one}:00+00:00" for one in moments]


@pytest.fixture
def _elsewhere(monkeypatch):
    """Let this process run by another clock than the one of the site."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    with timezone.override("Asia/Tokyo"):
        yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_elsewhere")
def test_the_wall_is_that_of_the_site_wherever_it_runs_and_whoever_reads():
    found = readings(dt.datetime.fromisoformat("2026-10-25T01:30"))

    assert [f"{one:%H:%M}" for one in found] == ["00:30", "01:30"]
