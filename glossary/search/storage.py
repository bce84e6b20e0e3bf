"""Where a finished index is kept, and connections to it that threads share.

In memory it is a database of SQLite's ``memdb``, which every connection of the
process that knows its name reads without locking the others out. In a file it
is never written to: a newer index takes the file's place.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sqlite3
import tempfile
import uuid
import weakref
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeAlias

from glossary.errors import GlossaryError
from glossary.search.schema import APPLICATION_ID, FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row: TypeAlias = tuple[Any, ...]

_CONNECTIONS = 4
_CACHE = 1024  # kB a connection; the database itself is in memory already
_PIECE = 1024 * 1024
_HEADER = 100  # bytes; the application's id is at 68 (SQLite's file format, 1.3)


class IndexFileError(GlossaryError):
    """The path for the index holds something that is not an index."""

    code = "index-file"


@dataclass(frozen=True, slots=True)
class Facts:
    """What an index knows about itself.

    ``origin`` and ``sequence`` name the content. ``languages``, ``forms`` and
    ``scopes`` give the meaning of the numbers that stand for them; ``lengths``
    has, for every length, the number of the first spelling that is as long.
    """

    sequence: int
    origin: str
    languages: tuple[str, ...]
    forms: tuple[str, ...]
    scopes: tuple[str, ...]
    lengths: tuple[int, ...]


class Store:
    """A finished index: its facts and its rows, from any thread.

    All connections are made at once: later the file may be another one.
    """

    def __init__(self, address: str) -> None:
        """Open the database at ``address``, a URI of SQLite.

        Raises ``LookupError`` where it is no index of this format.
        """
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        weakref.finalize(self, _close_all, self._idle)
        facts = set()
        for _ in range(_CONNECTIONS):
            connection = _connect(address)
            self._idle.put(connection)
            facts.add(_read_facts(connection))
        if len(facts) != 1:
            message = "The index was replaced while it was opened."
            raise LookupError(message)
        self.facts = facts.pop()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query; where all connections are busy, wait.

        A value that is no text in UTF-8 (half a surrogate pair) is in no row.
        """
        connection = self._idle.get()
        try:
            return connection.execute(sql, values).fetchall()
        except UnicodeEncodeError:
            return []
        finally:
            self._idle.put(connection)


def keep_in_memory(write: Callable[[sqlite3.Connection], None]) -> Store:
    """Have ``write`` make an index in memory, and return it."""
    address = f"file:/glossary-search-{uuid.uuid4().hex}?vfs=memdb"
    # The first keeps the database while none else does: what writing took is given
    # back before the connections are made that stay.
    with closing(_connect(address)):
        with closing(_connect(address)) as connection:
            write(connection)
        return Store(address)


def keep_in_file(path: Path, write: Callable[[sqlite3.Connection], None]) -> Store:
    """Have ``write`` make an index, put it at ``path`` when whole, and return it.

    Raises ``IndexFileError`` where ``path`` holds something else.
    """
    _refuse_another_file(path)
    _remove_what_was_left(path)
    handle, name = tempfile.mkstemp(prefix=_beginning(path), dir=path.parent)
    part = Path(name)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)  # it is not left, as long as this holds
        with closing(_connect(part.as_uri())) as connection:
            write(connection)
        _seal(part)
        store = Store(f"{part.as_uri()}?mode=ro&immutable=1")
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)
    return store


def find_in_file(path: Path) -> Store | None:
    """Return the index at ``path``; ``None`` where there is none to be read.

    One that is not as it was written is none, wherever it was damaged. Raises
    ``IndexFileError`` where ``path`` holds something else.
    """
    _refuse_another_file(path)
    if not _is_sealed(path):
        return None
    try:
        return Store(f"{path.absolute().as_uri()}?mode=ro&immutable=1")
    except (sqlite3.DatabaseError, LookupError, ValueError):
        return None


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    except sqlite3.DatabaseError:  # a damaged file
        connection.close()
        raise
    return connection


def _close_all(connections: SimpleQueue[sqlite3.Connection]) -> None:
    while not connections.empty():
        connections.get().close()


def _read_facts(connection: sqlite3.Connection) -> Facts:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != FORMAT:
        message = f"An index of format {version}, not {FORMAT}."
        raise LookupError(message)
    found = dict(connection.execute("SELECT name, value FROM fact"))
    facts = {name: json.loads(value) for name, value in found.items()}
    return Facts(
        sequence=facts["sequence"],
        origin=facts["origin"],
        languages=tuple(facts["languages"]),
        forms=tuple(facts["forms"]),
        scopes=tuple(facts["scopes"]),
        lengths=tuple(facts["lengths"]),
    )


def _refuse_another_file(path: Path) -> None:
    """Protect a file that somebody named by mistake from being replaced."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return
    if header and header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        detail = f"{path} is not a search index, so it is left as it is."
        raise IndexFileError(detail)


def _seal(path: Path) -> None:
    """Add the digest of a file at its end, where SQLite does not look; flush it."""
    with path.open("r+b") as file:
        digest = hashlib.file_digest(file, "sha256").digest()
        file.write(digest)
        file.flush()
        os.fsync(file.fileno())


def _is_sealed(path: Path) -> bool:
    """Tell whether a file is there and ends with the digest of the rest of it."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            left = path.stat().st_size - digest.digest_size
            while left > 0 and (piece := file.read(min(left, _PIECE))):
                digest.update(piece)
                left -= len(piece)
            return file.read() == digest.digest()
    except OSError:
        return False


def _beginning(path: Path) -> str:
    """Return how the names of files begin that become ``path`` when they are whole."""
    return f".{path.name}-"


def _remove_what_was_left(path: Path) -> None:
    """Remove parts of an index whose writers have died."""
    for part in path.parent.glob(f"{_beginning(path)}*"):
        with suppress(OSError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()
