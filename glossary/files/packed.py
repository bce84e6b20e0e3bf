"""A folder packed as ZIP, as office programs keep documents, read within bounds."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from glossary.files.faults import Fault, FileError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_UNPACKED = 20_000_000  # bytes, of all that is read
_MOST_PARTS = 5000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,  # what is locked, and ways of packing that nobody uses
    ValueError,
)
_LOCKED = 1


class Folder:
    """The parts of a document by their names, whatever case they are written in."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises ``FileError`` where it is none."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise FileError(Fault.BROKEN) from None
        parts = self._archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise FileError(Fault.TOO_MUCH)
        self._parts = {_plain(part.filename): part for part in parts}
        self._left = _MOST_UNPACKED

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._parts))

    def read(self, name: str) -> bytes:
        """Return a part, or nothing where there is none.

        What the archive says of its size is only a promise: no more is unpacked, and
        what has more is broken.
        """
        part = self._parts.get(_plain(name))
        if part is None:
            return b""
        if part.flag_bits & _LOCKED:
            raise FileError(Fault.ENCRYPTED)
        if part.file_size > self._left:
            raise FileError(Fault.TOO_MUCH)
        try:
            with self._archive.open(part) as file:
                data = file.read(self._left + 1)
        except _DAMAGE:
            raise FileError(Fault.BROKEN) from None
        self._left -= len(data)
        return data


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
