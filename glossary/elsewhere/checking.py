"""Many addresses one after the other, politely, and not for longer than is allowed."""

from __future__ import annotations

import heapq
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from glossary.elsewhere.asking import Answer, ask, host_of
from glossary.elsewhere.report import Found, Verdict, today

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

MOST_REDIRECTS = 5
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_LEADS_ON = {301, 302, 303, 307, 308}
_FOR_EVER = {301, 308}
_NOT_ANSWERED_TO_HEAD = 400
"""From this status on a page is asked for again with ``GET``: many refuse ``HEAD``."""
_DEAD = {"no-such-host", "no-address", "not-public"}
"""What cannot be otherwise tomorrow; whatever else fails may be a bad day."""


@dataclass(frozen=True)
class Limits:
    """How much is asked, and how slowly; ``clock`` and ``sleep`` are for tests."""

    most: int = 1_000
    seconds: float = 1_800
    apart: float = 1.0
    allowed: Collection[str] = ()
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


@dataclass
class _Round:
    """One check of all addresses."""

    agent: str
    limits: Limits
    _free_at: dict[str, float] = field(default_factory=dict)

    def wait_for(self, host: str) -> None:
        """Wait until this host was left alone for long enough."""
        now = self.limits.clock()
        pause = self._free_at.get(host, now) - now
        if pause > 0:
            self.limits.sleep(pause)

    def ready_at(self, host: str) -> float:
        """Return from when on this host can be asked."""
        return self._free_at.get(host, 0.0)

    def ask(self, url: str, method: str) -> Answer:
        """Ask once, when the host is ready."""
        host = host_of(url)
        self.wait_for(host)
        try:
            return ask(
                url, method=method, agent=self.agent, allowed=self.limits.allowed
            )
        finally:
            self._free_at[host] = self.limits.clock() + self.limits.apart

    def head_or_get(self, url: str) -> Answer:
        """Ask for the head; where that is refused, for the page."""
        answer = self.ask(url, "HEAD")
        is_refused = answer.status >= _NOT_ANSWERED_TO_HEAD
        if is_refused or answer.problem == "broken-off":
            return self.ask(url, "GET")
        return answer

    def follow(self, url: str) -> tuple[Answer, str]:
        """Follow redirects; return the last answer, and where a page has moved to.

        It has moved where every step says that it is for ever.
        """
        answer, here, is_for_ever = self.head_or_get(url), url, True
        for _ in range(MOST_REDIRECTS + 1):
            if answer.status not in _LEADS_ON or not answer.location:
                return answer, here if here != url and is_for_ever else ""
            is_for_ever = is_for_ever and answer.status in _FOR_EVER
            here = answer.location
            answer = self.head_or_get(here)
        return Answer(problem="too-many-redirects"), ""


def check_addresses(
    named: Mapping[str, tuple[str, ...]],
    *,
    agent: str,
    before: Mapping[str, Found],
    limits: Limits,
) -> Iterator[Found]:
    """Yield what is found at each address, whose host is ready first coming first.

    What would be too much, or take too long, is not asked, and said to be so. What was
    asked longest ago comes first. ``before`` is what the last check found.
    """
    turn = _Round(agent, limits)
    ends = limits.clock() + limits.seconds
    order = sorted(named, key=lambda url: (_asked_on(before, url), url))
    waiting = [(0.0, place, url) for place, url in enumerate(order)]
    asked = 0
    while waiting:
        _, place, url = heapq.heappop(waiting)
        ready = max(limits.clock(), turn.ready_at(host_of(url)))
        is_over = asked >= limits.most or ready >= ends
        if not is_over and waiting and ready > max(limits.clock(), waiting[0][0]):
            heapq.heappush(waiting, (ready, place, url))
            continue
        last = before.get(url)
        if is_over:
            yield _not_asked(url, named[url], last)
            continue
        asked += 1
        yield _found(url, named[url], *turn.follow(url), last)


def _asked_on(before: Mapping[str, Found], url: str) -> str:
    return before[url].asked_on if url in before else ""


def _not_asked(url: str, names: tuple[str, ...], last: Found | None) -> Found:
    answered, asked = (last.answered_on, last.asked_on) if last else ("", "")
    return Found(url, Verdict.NOT_ASKED, names, asked_on=asked, answered_on=answered)


def _found(
    url: str, names: tuple[str, ...], answer: Answer, moved_to: str, last: Found | None
) -> Found:
    verdict = _verdict(answer, moved_to)
    is_there = verdict in {Verdict.WORKS, Verdict.MOVED}
    return Found(
        url,
        verdict,
        names,
        status=answer.status,
        problem=answer.problem,
        moved_to=moved_to if is_there else "",
        asked_on=today(),
        answered_on=today() if is_there else last.answered_on if last else "",
    )


def _verdict(answer: Answer, moved_to: str) -> Verdict:
    if answer.problem in _DEAD or answer.status in _GONE:
        return Verdict.DEAD
    if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return Verdict.MOVED if moved_to else Verdict.WORKS
    return Verdict.UNSURE
