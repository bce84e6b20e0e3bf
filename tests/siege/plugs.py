"""Pulling plugs: every process of the site is killed, or stopped, in turn."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from typing import TYPE_CHECKING

from tests.siege.places import end, is_alive, running_site, wait_until
from tests.siege.reader import PAGES, reading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.siege.places import Site

_DEATHS = 3


def a_worker_is_killed(site: Site, seconds: float) -> str:
    """One worker dies, as for want of memory."""
    victim = site.workers()[0].pid
    os.kill(victim, signal.SIGKILL)
    took = wait_until(lambda: _is_whole(site, {victim}), 30, site)
    time.sleep(max(0.0, seconds - took))
    return f"replaced after {took:.1f} s"


def every_worker_is_killed(site: Site, seconds: float) -> str:
    """One worker after another dies."""
    victims = [one.pid for one in site.workers()]
    for victim in victims:
        time.sleep(max(6.0, seconds / 2))
        os.kill(victim, signal.SIGKILL)
    took = wait_until(lambda: _is_whole(site, {*victims}), 30, site)
    return f"replaced after {took:.1f} s"


PLUGS = (a_worker_is_killed, every_worker_is_killed)
KILLS = {"a_worker_is_killed": 1, "every_worker_is_killed": 2}


def a_worker_that_hangs(folder: Path) -> str:
    """One worker is stopped: whoever comes then is answered by the other one."""
    with running_site(folder) as site:
        victim = site.workers()[0].pid
        os.kill(victim, signal.SIGSTOP)
        time.sleep(0.5)  # until all its threads have stopped
        seen = [site.status("/en/help/") for _ in range(40)]
        os.kill(victim, signal.SIGCONT)
        assert set(seen) == {200}, seen
    return "40 of 40 answered"


def workers_that_die_again_and_again(folder: Path) -> str:
    """A worker dies, and its successors too: the site begins anew."""
    with running_site(folder) as site:
        time.sleep(8)
        for _ in range(3):
            for worker in site.workers():
                os.kill(worker.pid, signal.SIGKILL)
            time.sleep(1.5)
        took = wait_until(lambda: site.status("/en/help/") == 200, 30, site)
    return f"well again after {took:.1f} s"


def a_worker_that_dies_young(folder: Path) -> str:
    """A worker dies, and its successor too: the other one serves all the while.

    Each takes with it what it was just answering, if anything.
    """
    with running_site(folder) as site:
        time.sleep(12)
        with reading(site) as reader:
            stays, victim = (one.pid for one in site.workers())
            for _ in range(_DEATHS):
                os.kill(victim, signal.SIGKILL)
                wait_until(partial(_is_whole, site, {victim}), 30, site)
                victim = next(one.pid for one in site.workers() if one.pid != stays)
            assert is_alive(stays)
        assert reader.failed == reader.cut, reader.failed
        assert len(reader.cut) <= _DEATHS * len(PAGES), reader.cut
    return f"{len(reader.asked)} answers meanwhile"


def workers_that_grow(folder: Path) -> str:
    """Workers take more than they may: others take their place, one by one."""
    with running_site(folder, WORKER_MEMORY_MB="100") as site:
        first = {one.pid for one in site.workers()}
        with reading(site) as reader:
            took = wait_until(
                lambda: not first & {one.pid for one in site.workers()}, 90, site
            )
        assert not reader.failed, reader.failed
        assert "raise the setting" in site.log.read_text()
    return f"all replaced after {took:.0f} s, {len(reader.asked)} answers meanwhile"


def end_of_the_master(folder: Path) -> str:
    """The master is killed: all ends, and another site can take the port."""
    with running_site(folder) as site:
        workers = [one.pid for one in site.workers()]
        os.kill(site.pid, signal.SIGKILL)
        site.process.wait()
        took = wait_until(lambda: not any(map(is_alive, workers)), 10, site)
        free = wait_until(lambda: not site.is_listening(), 5, site)
        with running_site(folder, port=site.port) as again:
            assert again.status("/en/help/") == 200
    return f"workers gone after {took:.1f} s, port free {free:.1f} s later"


def end_on_request(folder: Path) -> str:
    """The site is told to stop while connections are open: it does, soon."""
    with running_site(folder) as site:
        held = [site.connect() for _ in range(200)]
        began = time.monotonic()
        end(site)
        took = time.monotonic() - began
        for one in held:
            one.close()
        assert site.process.returncode == 0, site.process.returncode
    return f"stopped after {took:.1f} s"


ENDS = (
    a_worker_that_hangs,
    workers_that_die_again_and_again,
    a_worker_that_dies_young,
    workers_that_grow,
    end_of_the_master,
    end_on_request,
)


def _is_whole(site: Site, gone: set[int]) -> bool:
    workers = {one.pid for one in site.workers()}
    return len(workers) == 2 and not workers & gone and site.status("/en/help/") == 200
