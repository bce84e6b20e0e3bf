"""The short form of the siege: a reader notices little of any of it."""

from __future__ import annotations

import time
from functools import partial

import pytest

from tests.siege.attacks import (
    bodies_that_break_off,
    half_heads,
    readers_who_take_all,
    readers_who_take_nothing,
    silent_connections,
    slow_bodies,
)
from tests.siege.bombs import (
    abbreviations_to_annotate,
    all_kinds_of_work,
    begin,
    files_of_one_stream,
)
from tests.siege.databases import (
    FAILURES,
    running_database,
    three_first_starts_with_one_server,
)
from tests.siege.floods import FLOODS
from tests.siege.numbers import another_number
from tests.siege.places import running_site
from tests.siege.plugs import ENDS, a_worker_is_killed
from tests.siege.rows import besiege
from tests.siege.writers import three_first_starts, three_writers

SECONDS = 6.0


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site that has made its pages, and whose workers are the same to the end."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        time.sleep(10)
        begin(site)
        yield site


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("attack", "result"),
    [
        pytest.param(silent_connections, "1000 of 1000 closed", id="silent"),
        pytest.param(half_heads, "1000 of 1000 closed", id="half-heads"),
        pytest.param(slow_bodies, "50 of 50 answered 408", id="slow-bodies"),
        pytest.param(bodies_that_break_off, "200 of 200 refused", id="half-bodies"),
        pytest.param(readers_who_take_nothing, "MB meanwhile", id="nobody-reads"),
        pytest.param(three_writers, "no deadlock", id="three-writers"),
        pytest.param(another_number, "on 5 pages", id="another-number"),
        pytest.param(readers_who_take_all, ", 0 refused", id="everybody-reads"),
        pytest.param(files_of_one_stream, "503: ", id="files"),
        pytest.param(abbreviations_to_annotate, "503: ", id="long-texts"),
        pytest.param(all_kinds_of_work, "503: ", id="all-kinds"),
    ],
)
def test_a_reader_goes_on_reading(site, attack, result):
    row = besiege(site, partial(attack, site, SECONDS), attack.__name__)

    assert row.stood(), row
    assert result in row.note


@pytest.mark.sqlite
def test_a_worker_that_is_killed_is_replaced(tmp_path):
    with running_site(tmp_path) as site:
        time.sleep(10)
        row = besiege(site, partial(a_worker_is_killed, site, SECONDS), "", kills=1)

        assert row.failed == 0, row
        assert len(site.workers()) == 2


@pytest.mark.sqlite
@pytest.mark.parametrize("ending", ENDS, ids=lambda ending: ending.__name__)
def test_nothing_is_left_behind(tmp_path, ending):
    assert ending(tmp_path)


@pytest.mark.sqlite
def test_of_three_first_starts_one_fills_the_database(tmp_path):
    assert three_first_starts(tmp_path)


@pytest.mark.postgresql
def test_of_three_first_starts_with_one_server_one_fills_the_database(tmp_path):
    assert three_first_starts_with_one_server(tmp_path)


@pytest.mark.sqlite
@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood.__name__)
def test_one_sender_is_one_sender(tmp_path, flood):
    assert flood(tmp_path)


@pytest.mark.postgresql
def test_a_reader_goes_on_while_the_database_is_away(tmp_path):
    with (
        running_database() as database,
        running_site(tmp_path, DATABASE_URL=database.url) as site,
    ):
        time.sleep(15)
        rows = [
            besiege(site, partial(failure, site, database, SECONDS), failure.__name__)
            for failure in FAILURES
        ]

    assert all(row.stood() for row in rows), rows
