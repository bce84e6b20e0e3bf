"""Machines count together in Valkey, and each for itself while it is away."""

from __future__ import annotations

import time

import pytest

from glossary import limits
from glossary.limits import counting, valkey_counts
from glossary.limits.policies import Policy
from tests.limits.servers import ValkeyServer

FEW = Policy("address", 5, 3600)


@pytest.fixture(scope="module")
def _server(tmp_path_factory):
    with ValkeyServer(tmp_path_factory.mktemp("valkey")) as server:
        yield server


@pytest.fixture
def server(_server, settings):
    settings.VALKEY_URL = _server.url
    valkey_counts._counts_at.cache_clear()
    connection(_server).flushall()
    yield _server
    valkey_counts._counts_at.cache_clear()


def connection(server):
    return valkey_counts.CommonCounts(server.url)._server


def another_machine():
    """Go on as a machine that has counted nothing yet."""
    counting.forget()
    valkey_counts._counts_at.cache_clear()


def taken(times, cost=1):
    return [limits.take(FEW, "a", cost) for _ in range(times)]


def statuses(verdicts):
    return [one.is_allowed for one in verdicts]


def test_two_machines_allow_together_what_one_would(server):
    taken(3)
    another_machine()

    assert statuses(taken(4)) == [True, True, False, False]


def test_what_is_left_is_told_of_both(server):
    taken(3)
    another_machine()

    assert taken(1)[0].left == 1
    assert limits.told(FEW, "a").left == 1


def test_what_is_refused_is_not_counted_there_either(server):
    taken(4)
    another_machine()
    taken(20, cost=2)

    assert statuses(taken(1)) == [True]


def test_who_has_used_all_is_refused_without_asking(server, caplog):
    taken(6)
    server.stop()
    try:
        assert statuses(taken(1)) == [False]
        assert caplog.records == []
    finally:
        server.start()


def test_what_is_kept_there_names_nobody_and_ends_with_the_window(server, clock):
    clock.now += 600
    limits.take(FEW, "198.51.100.7")

    kept = connection(server)
    names = kept.keys("*")
    assert len(names) == 2
    assert not any(b"198.51" in name for name in names)
    assert all(0 < kept.ttl(name) <= 3000 for name in names)


def test_the_key_of_another_window_is_another_one(server, clock):
    taken(1)
    clock.now += 3600
    taken(1)

    kept = connection(server)
    keys = [kept.get(name) for name in kept.keys("*:key")]
    assert len(set(keys)) == 2


@pytest.fixture
def moments(monkeypatch):
    """Let it be asked again at once, and count the lines of the log."""
    monkeypatch.setattr(valkey_counts, "_PAUSE", 0.0)


def test_while_it_is_away_this_machine_counts_on_and_says_so_once(
    server, caplog, moments
):
    taken(2)
    server.stop()
    try:
        found = statuses(taken(6))
    finally:
        server.start()
    back = statuses(taken(1))

    assert found == [True] * 3 + [False] * 3
    assert back == [False]
    limits.take(FEW, "b")
    said = [record.getMessage() for record in caplog.records]
    assert said == [
        "Valkey does not answer: limits are of this machine.",
        "Valkey answers again: limits are of all machines.",
    ]


def test_one_that_hangs_is_waited_for_once_and_not_by_everybody(server):
    taken(1)
    server.pause(True)
    try:
        began = time.monotonic()
        for number in range(20):
            limits.take(FEW, f"sender {number}")
        waited = time.monotonic() - began
    finally:
        server.pause(False)

    assert waited < 20 * 0.2  # what twenty would wait


def test_one_that_refuses_is_as_good_as_away(server, settings):
    settings.VALKEY_URL = f"valkey://nobody:wrong@127.0.0.1:{server.port}"

    assert statuses(taken(6)) == [True] * 5 + [False]
