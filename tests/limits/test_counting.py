"""What senders use is counted once for all processes, and forgotten in time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from glossary import limits
from glossary.limits import counting
from glossary.limits.policies import NAMES, Policy, every_policy
from glossary.limits.tables import TABLE_SIZE, Lock, Table

FEW = Policy("address", 3, 60)


def taken(times=1, sender="a", policy=FEW, cost=1):
    return [limits.take(policy, sender, cost).is_allowed for _ in range(times)]


def test_so_many_are_allowed_and_no_more():
    assert taken(5) == [True] * 3 + [False] * 2


def test_a_window_ends_for_all_that_was_counted_in_it(clock):
    taken(5)
    clock.now += 59.9
    assert taken() == [False]

    clock.now += 0.2

    assert taken(4) == [True] * 3 + [False]


def test_senders_are_told_apart():
    taken(5)

    assert taken(sender="b") == [True]


def test_policies_are_told_apart():
    taken(5)

    assert taken(policy=limits.SUGGESTIONS) == [True]


def test_what_is_refused_is_not_counted():
    taken(2)
    taken(50, cost=2)

    assert taken() == [True]


def test_nobody_is_shut_out_by_all_others_together(monkeypatch):
    # With one key in twenty-five, one of the two hundred shares all four cells.
    monkeypatch.setattr("glossary.limits.tables.secrets.token_bytes", bytes)
    for number in range(2000):
        taken(5, sender=f"10.0.{number // 256}.{number % 256}")

    assert all(
        taken(3, sender=f"192.0.2.{number}") == [True] * 3 for number in range(200)
    )


def test_what_costs_more_than_a_window_has_can_be_had_once():
    assert taken(2, cost=100) == [True, False]


@pytest.mark.parametrize(("used", "left"), [(0, 3), (1, 2), (3, 0)])
def test_what_is_left_is_told_without_counting(used, left, clock):
    taken(used)
    clock.now += 20.5

    for _ in range(2):
        verdict = limits.told(FEW, "a")
        assert (verdict.left, verdict.wait) == (left, 40)


def test_what_was_more_than_asked_for_is_charged_as_far_as_there_is_any():
    taken()

    assert limits.charge(FEW, "a", 1).left == 1
    assert limits.charge(FEW, "a", 100).left == 0
    assert limits.charge(FEW, "a", 1).left == 0


def test_the_fields_are_those_of_the_draft():
    taken()

    assert dict(limits.told(FEW, "a").fields()) == {
        "RateLimit-Policy": '"address";q=3;w=60',
        "RateLimit": '"address";r=2;t=60',
    }


def test_every_policy_has_its_place_in_memory():
    assert tuple(policy.name for policy in every_policy()) == NAMES
    assert len(NAMES) * TABLE_SIZE <= limits.SIZE


def test_nobody_is_remembered_for_longer_than_an_hour(settings):
    settings.RATE_LIMIT = "9/hour"
    of_people = [policy for policy in every_policy() if policy.name != "key"]

    assert max(policy.seconds for policy in of_people) == 3600


def memory_of(policy):
    return bytes(counting._counts.tables[policy.name]._memory)


def test_neither_an_address_nor_a_digest_of_one_is_held():
    limits.take(FEW, "198.51.100.7")

    memory = memory_of(FEW)
    cells = memory[64:]
    assert b"198.51.100.7" not in memory
    assert sum(cells) == 4  # four cells that say 1


def test_two_windows_have_two_keys_so_that_nothing_leads_from_one_to_the_other(clock):
    taken()
    first = memory_of(FEW)
    clock.now += 60

    taken()

    second = memory_of(FEW)
    assert first[8:40] != second[8:40]
    assert first[64:] != second[64:]


def test_when_a_window_has_ended_its_key_and_sums_go_though_nobody_comes(clock):
    taken()
    key = memory_of(FEW)[8:40]
    limits.forget_ended()
    assert any(memory_of(FEW)[64:])

    clock.now += 60
    limits.forget_ended()

    assert not any(memory_of(FEW)[64:])
    assert memory_of(FEW)[8:40] != key


def test_other_windows_go_on_when_one_ends(clock):
    taken()
    limits.take(limits.SUGGESTIONS, "a")
    clock.now += 60

    limits.forget_ended()

    assert limits.told(limits.SUGGESTIONS, "a").used == 1


def test_many_senders_are_told_hardly_too_much():
    table = Table(memoryview(bytearray(TABLE_SIZE)), Lock())
    used = {f"sender {number}": 1 + number % 5 for number in range(10_000)}
    for sender, units in used.items():
        table.take(sender, 1, units, 100)

    wrong = [table.used(sender, 1) - units for sender, units in used.items()]

    assert min(wrong) == 0
    assert sum(one > 0 for one in wrong) < 500
    assert max(wrong) <= 10


def test_a_table_counts_no_more_than_is_allowed_whoever_looked_before():
    """Two processes may both have seen that there is room."""
    table = Table(memoryview(bytearray(TABLE_SIZE)), Lock())

    found = [table.take("a", 1, 2, 5) for _ in range(4)]

    assert found == [(True, 2), (True, 4), (False, 4), (False, 4)]
    assert table.used("a", 1) == 4


def test_a_count_does_not_run_over():
    table = Table(memoryview(bytearray(TABLE_SIZE)), Lock())
    table.note("a", 1, 2**40)

    assert table.used("a", 1) == 2**32 - 1
    assert not table.take("a", 1, 1, 999_999_999).is_allowed


@pytest.fixture
def shared():
    """A file in memory, as the master of the server makes one for its workers."""
    file = os.memfd_create("test")
    os.ftruncate(file, 2 * limits.SIZE + 4096)
    limits.share(file, 4096)
    return file


def _in_another_process(task, *arguments):
    process = multiprocessing.get_context("fork").Process(target=task, args=arguments)
    process.start()
    return process


def _take(file, times):
    limits.share(file, 4096)
    taken(times, policy=Policy("address", 100_000, 60))


def _hold(file):
    counting._counts.tables["address"]._lock.held().__enter__()
    time.sleep(60)


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="workers share none here")
def test_processes_count_together_and_lose_nothing(shared):
    both = [_in_another_process(_take, shared, 20_000) for _ in range(2)]
    for process in both:
        process.join(60)

    assert limits.told(FEW, "a").used == 40_000


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="workers share none here")
def test_who_is_killed_while_counting_stops_nobody(shared):
    process = _in_another_process(_hold, shared)
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGKILL)
    process.join(5)

    assert taken() == [True]
