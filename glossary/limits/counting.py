"""Counts what senders use: on this machine, and on all of them where Valkey is set."""

from __future__ import annotations

import math
from mmap import PAGESIZE, mmap
from typing import NamedTuple

from glossary.limits.policies import NAMES, Policy, every_policy
from glossary.limits.tables import TABLE_SIZE, Lock, Table
from glossary.limits.valkey_counts import common_counts

SIZE = math.ceil(len(NAMES) * TABLE_SIZE / PAGESIZE) * PAGESIZE
"""How many bytes of memory the counts take."""


class Verdict(NamedTuple):
    """Whether a request is allowed, and what its sender may still ask for."""

    policy: Policy
    is_allowed: bool
    used: int
    wait: int

    @property
    def left(self) -> int:
        """How many units are left in this window."""
        return max(0, self.policy.quota - self.used)

    def fields(self) -> list[tuple[str, str]]:
        """Return the fields of the IETF draft on rate limit headers."""
        name, quota, seconds = self.policy
        return [
            ("RateLimit-Policy", f'"{name}";q={quota};w={seconds}'),
            ("RateLimit", f'"{name}";r={self.left};t={self.wait}'),
        ]


class _Counts:
    """One table for each policy, in memory of this process or of all its siblings."""

    def __init__(self, memory: memoryview, lock: Lock) -> None:
        self.tables = {
            name: Table(memory[place * TABLE_SIZE :][:TABLE_SIZE], lock)
            for place, name in enumerate(NAMES)
        }


def _own() -> _Counts:
    return _Counts(memoryview(bytearray(SIZE)), Lock())


_counts = _own()


def share(file: int, place: int) -> None:
    """Count in a file that other processes have open too, from ``place`` on."""
    global _counts  # noqa: PLW0603 (the memory of a process is chosen once)
    _counts = _Counts(memoryview(mmap(file, SIZE, offset=place)), Lock(file))


def take(policy: Policy, sender: str, cost: int = 1) -> Verdict:
    """Count a request, if its sender may send it.

    What costs more than is allowed in a whole window can be had once in a window.
    """
    cost = min(cost, policy.quota)
    window = policy.window()
    table = _counts.tables[policy.name]
    known = table.used(sender, window.number)
    if known + cost > policy.quota:
        return Verdict(policy, False, known, window.wait)
    common = common_counts()
    counted = common and common.take(policy, sender, window, cost)
    if counted:
        table.note(sender, window.number, counted.used)
    else:
        counted = table.take(sender, window.number, cost, policy.quota)
    return Verdict(policy, *counted, window.wait)


def charge(policy: Policy, sender: str, cost: int) -> Verdict:
    """Count what a request has cost beside, as far as anything is left for it."""
    verdict = told(policy, sender)
    more = min(cost, verdict.left)
    return take(policy, sender, more) if more else verdict


def told(policy: Policy, sender: str) -> Verdict:
    """Return what a sender may still ask for, and count nothing."""
    window = policy.window()
    used = _counts.tables[policy.name].used(sender, window.number)
    return Verdict(policy, True, used, window.wait)


def forget_ended() -> None:
    """Forget what was counted in windows that have ended."""
    for policy in every_policy():
        _counts.tables[policy.name].forget(policy.window().number)


def forget() -> None:
    """Forget everything."""
    global _counts  # noqa: PLW0603
    _counts = _own()
