"""A reader who asks for a page every 50 ms, whatever else goes on."""

from __future__ import annotations

import http.client
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.siege.places import Site

PAGES = ("/en/", "/cy/termau/adr149/", "/en/help/")
PAUSE = 0.05
_TIMEOUT = 10


class Asked(NamedTuple):
    """One request: how long it took, and what was wrong with the answer."""

    path: str
    seconds: float
    fault: str


class Reader:
    """Asks for home, an entry and help, each in a thread of its own."""

    def __init__(self, site: Site) -> None:
        self.asked: list[Asked] = []
        self._site = site
        self._is_over = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_asking, args=[path]) for path in PAGES
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    @property
    def failed(self) -> list[Asked]:
        return [one for one in self.asked if one.fault]

    @property
    def cut(self) -> list[Asked]:
        """What was cut off: no answer came at all."""
        return [one for one in self.failed if not one.fault.isdigit()]

    def milliseconds(self, part: float) -> float:
        """Return the time within which this part of the answers was there."""
        times = sorted(one.seconds for one in self.asked)
        return times[min(len(times) - 1, int(len(times) * part))] * 1000

    def _keep_asking(self, path: str) -> None:
        while not self._is_over.is_set():
            began = time.monotonic()
            fault = self._fault(path)
            seconds = time.monotonic() - began
            self.asked.append(Asked(path, seconds, fault))
            self._is_over.wait(max(0.0, PAUSE - seconds))

    def _fault(self, path: str) -> str:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self._site.port, timeout=_TIMEOUT
        )
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            whole = answer.read()
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        finally:
            connection.close()
        return "" if answer.status == 200 and whole else str(answer.status)


@contextmanager
def reading(site: Site) -> Iterator[Reader]:
    """Let a reader read while the block runs."""
    reader = Reader(site)
    reader.start()
    try:
        yield reader
    finally:
        reader.stop()
