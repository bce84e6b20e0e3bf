"""One computation for many: the first works, the others wait, but not for ever."""

from __future__ import annotations

import contextlib
import threading

import pytest

from glossary.answers.flights import Flights


def another(flights, key):
    """Let another thread in for ``key``; return what tells that it came in."""
    entered = threading.Event()

    def enter():
        with flights.alone(key):
            entered.set()

    threading.Thread(target=enter, daemon=True).start()
    return entered


def test_the_second_waits_for_the_first_and_comes_in_then():
    flights = Flights()

    with flights.alone("a"):
        entered = another(flights, "a")
        assert not entered.wait(0.1)

    assert entered.wait(5)


def test_who_asks_for_something_else_does_not_wait():
    flights = Flights()

    with flights.alone("a"):
        assert another(flights, "b").wait(5)


def test_nobody_waits_for_ever():
    flights = Flights(patience=0.01)

    with flights.alone("a"):
        assert another(flights, "a").wait(5)


@pytest.mark.parametrize("error", [None, ValueError])
def test_when_it_is_done_the_next_one_is_alone_again(error):
    flights = Flights()
    with contextlib.suppress(ValueError), flights.alone("a"):
        if error:
            raise error

    with flights.alone("a"):
        entered = another(flights, "a")
        assert not entered.wait(0.1)

    assert entered.wait(5)
