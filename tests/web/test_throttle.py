"""Floods are held back without keeping anybody's address."""

from django.test import RequestFactory

from glossary.web.throttle import Throttle


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def ask(address="10.0.0.1"):
    return RequestFactory().post("/", REMOTE_ADDR=address)


def test_a_window_ends():
    clock = Clock()
    throttle = Throttle(each=1, together=9, seconds=60, clock=clock)

    assert throttle.allows(ask())
    assert not throttle.allows(ask())
    clock.now = 60.0
    assert throttle.allows(ask())


def test_addresses_are_told_apart():
    throttle = Throttle(each=1, together=9)

    assert throttle.allows(ask("10.0.0.1"))
    assert throttle.allows(ask("10.0.0.2"))


def test_whoever_asks_on_shuts_nobody_else_out():
    throttle = Throttle(each=1, together=3)

    for _ in range(9):
        throttle.allows(ask("10.0.0.1"))

    assert throttle.allows(ask("10.0.0.2"))


def test_no_more_is_held_than_is_allowed():
    throttle = Throttle(each=1, together=3)

    allowed = [throttle.allows(ask(f"10.0.0.{number}")) for number in range(9)]

    assert allowed == [True] * 3 + [False] * 6
    assert len(throttle._counts) == 3


def test_nothing_that_is_held_is_an_address():
    throttle = Throttle(each=1, together=9)
    throttle.allows(ask("10.0.0.1"))

    assert "10.0.0.1" not in repr(vars(throttle))
