"""Pages that are made before anybody asks, so that they are there when it matters.

A process holds only what it has made. Had another one made a page before the
database went away, a reader would find it by luck alone. So each process makes the
pages itself, for the addresses by which readers reach the site, whenever the
content has changed. It does so in a thread that gives way to every reader.
"""

from __future__ import annotations

import gc
import io
import logging
import threading
import time
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from django.db import Error, connection

from glossary import languages, reading
from glossary.addresses import entry_path, plain_paths
from glossary.answers import OURS
from glossary.explain import current_vocabulary
from glossary.failures import trace
from glossary.models import Address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.doors import Door
    from glossary.serving.board import Board

logger = logging.getLogger(__name__)

_PAUSE = 0.02  # seconds between two pages
_MOST = 500  # entries' pages of one address


class Warmer:
    """Makes pages for the addresses on the board, at each version."""

    def __init__(
        self,
        answers: Door,
        board: Board,
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Let ``answers`` hold the pages for what is on ``board``."""
        self._answers = answers
        self._board = board
        self._sleep = sleep
        self._version: int | None = None
        self._done: set[tuple[str, str]] = set()

    def start(self) -> None:
        """Go on in a thread of its own."""
        threading.Thread(target=self._go_on, name="warming", daemon=True).start()

    def make_missing(self) -> None:
        """Make what is not made yet of the content as it is now."""
        version = reading.version()
        if version != self._version:
            _read_all()
            if self._version is None:
                _leave_alone()
            self._version, self._done = version, set()
        for address in self._board.read():
            if address not in self._done and self._make(*address):
                self._done.add(address)

    def _make(self, scheme: str, host: str) -> bool:
        """Make the pages of an address; tell whether all could be made."""
        for path in chain(_plain_paths(), _entry_paths()):
            given = self._answers.give(_request(scheme, host, path))
            if given.status.startswith("5"):
                return False
            self._sleep(_PAUSE)
        return True

    def _go_on(self) -> None:
        while True:
            try:
                self.make_missing()
            except Error:
                connection.close()
            except Exception as error:  # noqa: BLE001 (nothing may end this thread)
                _report(error)
            self._sleep(1)


def _read_all() -> None:
    """Read what is kept in memory, and used from there without asking again."""
    reading.shelf()
    current_vocabulary()


def _leave_alone() -> None:
    """Let Python look for garbage in none of what was read: it stays.

    Of a large glossary that would take a second, in the middle of an answer.
    """
    gc.collect()
    gc.freeze()


def _plain_paths() -> Iterator[str]:
    """Yield the paths of the pages that need no name of anything."""
    for lang in languages.codes():
        yield from (path for path in plain_paths(lang).values() if path[-1] == "/")


def _entry_paths() -> Iterator[str]:
    rows = Address.objects.filter(is_current=True).order_by("entry_id", "lang")
    for lang, slug in rows.values_list("lang", "slug")[:_MOST]:
        yield entry_path(lang, slug)


def _request(scheme: str, host: str, path: str) -> dict[str, Any]:
    """Return the environment of a reader's request."""
    port = host.rpartition(":")[2] if not host.endswith("]") else ""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": "",
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": host,
        "wsgi.url_scheme": scheme,
        "wsgi.input": io.BytesIO(),
        OURS: True,
    }


def _report(error: Exception) -> None:
    logger.error("Cannot make pages\n%s", trace(error))
