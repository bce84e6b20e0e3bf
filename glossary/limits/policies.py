"""What is allowed: so many units in so many seconds, to each sender."""

from __future__ import annotations

from functools import lru_cache
from time import time
from typing import NamedTuple

from django.conf import settings

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400}


class Policy(NamedTuple):
    """A limit by the name that the fields of an answer give it."""

    name: str
    quota: int
    seconds: int

    def window(self) -> Window:
        """Return the window that is on."""
        now = int(time())
        return Window(now // self.seconds, self.seconds - now % self.seconds)


class Window(NamedTuple):
    """A stretch of time by its number, and for how many seconds it still is."""

    number: int
    wait: int


FEEDBACK = Policy("feedback", 20, 3600)
FEEDBACK_ON_A_PAGE = Policy("feedback-on-a-page", 6, 3600)
"""Of one page: a "no", what was not clear, what is wrong, and others in the room."""
SUGGESTIONS = Policy("suggestions", 10, 3600)
SIGN_INS = Policy("sign-ins", 30, 3600)
SIGN_INS_AS_ONE = Policy("sign-ins-as-one", 5, 900)
"""Of one sender, with one name."""
SIGN_INS_BY_ALL = Policy("sign-ins-by-all", 50, 3600)
"""With one name, whoever sends: who has many addresses guesses no faster."""
SECOND_STEPS = Policy("second-steps", 5, 900)
"""Of one sender who knows the password of one account: codes."""
SECOND_STEPS_BY_ALL = Policy("second-steps-by-all", 20, 3600)
"""Codes for one account, whoever sends: three of a million are right at a time."""
_FIXED = (
    FEEDBACK,
    FEEDBACK_ON_A_PAGE,
    SUGGESTIONS,
    SIGN_INS,
    SIGN_INS_AS_ONE,
    SIGN_INS_BY_ALL,
    SECOND_STEPS,
    SECOND_STEPS_BY_ALL,
)
NAMES = ("address", "key", *(policy.name for policy in _FIXED))
"""Every policy, in the order in which their counts lie in memory."""


def every_policy() -> tuple[Policy, ...]:
    """Return them all."""
    return (of_addresses(), of_keys(), *_FIXED)


def of_addresses() -> Policy:
    """Return what an address may ask for."""
    return _read("address", settings.RATE_LIMIT)


def of_keys() -> Policy:
    """Return what an app with a key may ask for."""
    return _read("key", settings.KEY_RATE_LIMIT)


@lru_cache
def _read(name: str, rate: str) -> Policy:
    quota, _, unit = rate.partition("/")
    return Policy(name, int(quota), _SECONDS[unit])
