"""The signs that RTF is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"""  \\ (?P<word> [A-Za-z]{1,32} ) (?P<number> -?[0-9]{1,9} )? [ ]?
        |  \\' (?P<byte> [0-9A-Fa-f]{2} )
        |  \\ (?P<symbol> . )
        |  (?P<open> \{ )
        |  (?P<close> \} )
        |  (?P<text> [^\\{}\r\n]+ )
        |  [\r\n]+ | \\
    """,
    re.VERBOSE | re.DOTALL,
)
_BYTES = b"bin"


def tokens(data: bytes) -> Iterator[tuple[str, str | bytes, int | None]]:
    r"""Yield the kind of each token, what it says, and the number of a control word.

    ``\\binN`` says that N bytes follow which are no RTF: they are passed over.
    """
    place = 0
    while token := _TOKEN.match(data, place):
        place = token.end()
        kind = token.lastgroup
        if kind == "text":
            yield kind, token[0], None
        elif kind == "byte":
            yield "text", bytes.fromhex(token[kind].decode()), None
        elif kind in {"word", "number"}:
            number = None if kind == "word" else int(token[kind])
            if token["word"] == _BYTES:
                place += max(0, number or 0)
            else:
                yield "word", token["word"].decode(), number
        elif kind:
            yield kind, token[kind].decode("latin-1"), None
