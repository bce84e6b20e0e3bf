"""Floods are held back without keeping anybody's address."""

import pytest
from django.test import RequestFactory

from glossary.web.throttle import Throttle


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def ask(address="10.0.0.1", forwarded_for=None):
    headers = {"X-Forwarded-For": forwarded_for} if forwarded_for else {}
    return RequestFactory().post("/", REMOTE_ADDR=address, headers=headers)


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


SENDER, PROXY, OTHER = "198.51.100.7", "10.0.0.1", "10.0.0.2"


@pytest.mark.parametrize(
    ("proxies", "first", "second"),
    [
        pytest.param(0, "192.0.2.1", "192.0.2.2", id="no-proxy"),
        pytest.param(1, f"192.0.2.1, {SENDER}", f"192.0.2.2,{SENDER}", id="one"),
        pytest.param(1, SENDER, f" , {SENDER} ", id="spaces"),
        pytest.param(
            2, f"192.0.2.1, {SENDER}, {PROXY}", f"{SENDER}, {OTHER}", id="two"
        ),
        pytest.param(1, None, None, id="a-proxy-that-says-nothing"),
    ],
)
def test_what_a_sender_writes_makes_nobody_else_of_them(
    settings, proxies, first, second
):
    settings.PROXIES = proxies
    throttle = Throttle(each=1, together=9)

    assert throttle.allows(ask(forwarded_for=first))
    assert not throttle.allows(ask(forwarded_for=second))


@pytest.mark.parametrize(
    ("proxies", "first", "second"),
    [
        pytest.param(1, f"{SENDER}, 192.0.2.1", f"{SENDER}, 192.0.2.2", id="one"),
        pytest.param(2, f"192.0.2.1, {PROXY}", f"192.0.2.2, {PROXY}", id="two"),
        pytest.param(3, "192.0.2.1", "192.0.2.2", id="fewer-than-we-thought"),
    ],
)
def test_senders_behind_the_same_proxies_are_told_apart(
    settings, proxies, first, second
):
    settings.PROXIES = proxies
    throttle = Throttle(each=1, together=9)

    assert throttle.allows(ask(forwarded_for=first))
    assert throttle.allows(ask(forwarded_for=second))


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        pytest.param("2001:db8:0:1::1", "2001:DB8:0:1:ffff::2", True, id="one-network"),
        pytest.param("2001:db8:0:1::1", "2001:db8:0:2::1", False, id="two-networks"),
        pytest.param("::ffff:192.0.2.1", "::ffff:192.0.2.2", False, id="mapped"),
        pytest.param("unix:", "unix:", True, id="no-address"),
    ],
)
def test_a_sender_has_many_addresses_of_ipv6(first, second, is_one):
    throttle = Throttle(each=1, together=9)

    assert throttle.allows(ask(first))
    assert throttle.allows(ask(second)) is not is_one
