"""One request after another: held answers at once, all others by a crew."""

from __future__ import annotations

import gc
import io
import logging
from contextlib import suppress
from functools import partial
from mmap import PAGESIZE, mmap
from typing import TYPE_CHECKING, Any

from django.db import Error, connection
from django.urls import resolve

from glossary import limits, logs, reading
from glossary.addresses import is_for_apps
from glossary.answers import REFUSAL, present_at_hand, with_limits
from glossary.database import limit_waiting
from glossary.doors import is_of_desk_alone
from glossary.errors import BusyError
from glossary.failures import trace
from glossary.serving.board import SIZE as BOARD_SIZE
from glossary.serving.board import Board
from glossary.serving.bodies import Bodies, Body, drain, has_body
from glossary.serving.crews import Crew
from glossary.serving.environments import (
    address_of_client,
    asked_by,
    environment_of,
    fault_of,
    forwarded_for,
    host_of,
    port_of,
)
from glossary.serving.forgetting import forget_again_and_again
from glossary.serving.gates import Gate
from glossary.serving.timetable import Timetable
from glossary.serving.unread import LONG, Unread
from glossary.serving.warming import Warmer
from glossary.turns import THREADS

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.answers import Given
    from glossary.doors import Doors
    from glossary.serving.protocol import HTTP, Scope

logger = logging.getLogger(__name__)

_STATEMENT = 2.0  # seconds that the database has for one statement
_CLOSE = ("Connection", "close")


class Service:
    """The whole application for one worker process."""

    def __init__(self, doors: Doors, refuse: Callable[[dict[str, Any]], Given]) -> None:
        """Serve ``doors``; ``refuse`` says what must need no thread to be said."""
        self._doors = doors
        self._refuse = refuse
        self._port = ""  # the same for all that comes through one socket
        self._board = Board()
        self._timetable = Timetable()
        self._bodies = Bodies()
        self._gate = Gate()
        self._unread = Unread()
        self._readers = Crew("reader", threads=4, waiting=200, patience=10)
        self._senders = Crew("sender", threads=THREADS + 2, waiting=50, patience=20)

    def share(self, memory: int) -> None:
        """Let this worker know, by a file in memory, what the others do."""
        page = mmap(memory, PAGESIZE)
        self._board = Board(page)
        self._timetable = Timetable(page, BOARD_SIZE)
        limits.share(memory, PAGESIZE)

    def __rsgi_init__(self, _loop: object) -> None:
        """Get ready before the first request: know the content, keep knowing it."""
        logs.install()
        limit_waiting(_STATEMENT)
        reading.watch()
        _get_ready()
        Warmer(self._doors.public, self._board).start()
        forget_again_and_again()
        self._timetable.keep()

    async def __rsgi__(self, scope: Scope, http: HTTP) -> None:
        """Answer a request; where that fails, say no more than where.

        The server itself would say with what.
        """
        try:
            await self._answer(scope, http)
        except Exception as error:  # noqa: BLE001 (whatever it is)
            self._fail(scope, http, error)

    async def _answer(self, scope: Scope, http: HTTP) -> None:
        self._port = self._port or port_of(scope)
        version = present_at_hand()
        if version is not None:
            asked = asked_by(scope, self._port)
            door = self._doors.behind(scope.path, asked.host)
            given = door.at_once(asked, version)
            if given is not None:
                given = _with_limits(scope, given)
                if len(given.body) <= LONG:
                    _give(http, given)
                else:
                    await self._send(scope, http, given)
                return
        await self._work(scope, http)

    def _fail(self, scope: Scope, http: HTTP, error: Exception) -> None:
        """Log where something of ours is broken, and say that it is."""
        logger.error("Unexpected error while serving\n%s", trace(error))
        with suppress(Exception):  # it may have been answered already
            environ = {**environment_of(scope), REFUSAL: "server-error"}
            _give(http, self._refuse(environ))

    async def _work(self, scope: Scope, http: HTTP) -> None:
        """Answer what is not held."""
        has_more = has_body(scope)
        body = Body(problem=fault_of(scope))
        if has_more and not body.problem:
            body = await self._bodies.read(scope, http)
            has_more = not body.is_whole
        try:
            given = await self._given(scope, body)
        finally:
            self._bodies.done(body)
        if has_more:
            given = given._replace(headers=[*given.headers, _CLOSE])
        await self._send(scope, http, given, drained=has_more)

    async def _given(self, scope: Scope, body: Body) -> Given:
        """Return the answer to a request whose body is here, or did not come."""
        asked = asked_by(scope, self._port)
        if asked.host is not None and not is_of_desk_alone(asked.host):
            self._board.note(asked.scheme, asked.host)
        environ = environment_of(scope)
        if body.content or body.declared:
            environ["wsgi.input"] = io.BytesIO(body.content)
            environ["CONTENT_LENGTH"] = body.declared or str(len(body.content))
        if body.problem:
            environ[REFUSAL] = body.problem
        crew = self._senders if _takes_long(scope) else self._readers
        door = self._doors.behind(scope.path, asked.host)
        try:
            async with self._gate.through(None if body.problem else door.key(asked)):
                version = present_at_hand()
                landed = version and door.at_once(asked, version)
                if landed:
                    return _with_limits(scope, landed)
                return await crew.do(partial(door.give, environ))
        except BusyError:
            return self._refused(scope)

    def _refused(self, scope: Scope) -> Given:
        """Return the answer that there is too much to do."""
        environ = {**environment_of(scope), REFUSAL: "busy"}
        return _with_limits(scope, self._refuse(environ))

    async def _send(
        self, scope: Scope, http: HTTP, given: Given, *, drained: bool = False
    ) -> None:
        """Send an answer; of long ones only so many that are not taken yet."""
        size = len(given.body)
        if size > LONG and not self._unread.has_room(size):
            given, size = self._refused(scope), 0
        taking = None
        if size > LONG:
            stream = http.response_stream(int(given.status[:3]), given.headers)
            taking = self._unread.give(given.body, stream)
        else:
            _give(http, given)
        if drained:
            await drain(http)
        if taking:
            await taking


def _with_limits(scope: Scope, given: Given) -> Given:
    """Return an answer that tells an app what it may still ask for."""
    if not is_for_apps(scope.path):
        return given
    return with_limits(given, address_of_client(scope), forwarded_for(scope))


def _takes_long(scope: Scope) -> bool:
    """Tell whether it is sent, or costs more to read than a page does."""
    if scope.method == "POST":
        return True
    return limits.cost_of(scope.method, scope.path, 0, host=host_of(scope)) > 1


def _give(http: HTTP, given: Given) -> None:
    status = int(given.status[:3])
    if given.body:
        http.response_bytes(status, given.headers, given.body)
    else:
        http.response_empty(status, given.headers)


def _get_ready() -> None:
    """Do what the first request would have to wait for."""
    resolve("/")
    try:
        reading.shelf()
    except Error:
        logger.warning("The database does not answer yet.")
    finally:
        connection.close()
    gc.freeze()  # what is there now stays: no need to look through it again
