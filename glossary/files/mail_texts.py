"""Texts of mails in which there is more than words: folds, marks, locks, files."""

from __future__ import annotations

import re
from itertools import groupby

from glossary.files.file_text import FileText, Gap, Unread

_SIGNATURE = "-- "
_TOKEN = re.compile(r"<<|<(/?)([A-Za-z0-9-]{1,60})>|[^<]+|<")
_LINE_ENDS = re.compile("\n+")
_LOCKED = re.compile(
    "-----BEGIN PGP MESSAGE-----.*?(?:-----END PGP MESSAGE-----|\\Z)", re.DOTALL
)
_SIGNED = re.compile("-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n:]+:[^\n]*\n)*\n*")
_SIGNATURE_OF = re.compile(
    "-----BEGIN PGP SIGNATURE-----.*?(?:-----END PGP SIGNATURE-----|\\Z)", re.DOTALL
)
_DASHES = re.compile("^- (?=-)", re.MULTILINE)
_FILE = re.compile(
    "^begin [0-7]{3,4} [^\n]+\n(?:[ -`]{1,62}\n)+end[ \t]*$", re.MULTILINE
)
"""A file as mails had it before MIME (uuencode)."""


def flowed(text: str, *, joins_words: bool) -> str:
    """Return a text whose lines go on where they end with a space (RFC 3676).

    Of languages that write no spaces, and of programs that cut words, lines
    ``joins_words``: the space at the end of a line is none.
    """
    lines: list[list[str]] = []
    goes_on_at = -1  # so many marks of quotation
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        if depth != goes_on_at or words in {"", _SIGNATURE}:
            lines.append([">" * depth + " " * bool(depth and words)])
        goes_on_at = -1
        if words.endswith(" ") and words != _SIGNATURE:
            goes_on_at = depth
            words = words[: len(words) - joins_words]
        lines[-1].append(words)
    return "\n".join("".join(line) for line in lines)


def enriched(text: str) -> str:
    """Return the words of a text in which programs write how it looks (RFC 1896).

    One line end is a space there, and of several each but the first is one.
    """
    depths = {"param": 0, "nofill": 0}
    pieces: list[tuple[bool, str]] = []
    for token in _TOKEN.finditer(text.replace("\r\n", "\n")):
        end, command = token.groups()
        if command is None:
            words = "<" if token[0] == "<<" else token[0]
            if not depths["param"]:
                pieces.append((depths["nofill"] > 0, words))
        elif command.lower() in depths:
            depth = depths[command.lower()] + (-1 if end else 1)
            depths[command.lower()] = max(0, depth)
    together = (
        (is_kept, "".join(words for _, words in run))
        for is_kept, run in groupby(pieces, lambda piece: piece[0])
    )
    return "".join(words if is_kept else _filled(words) for is_kept, words in together)


def _filled(words: str) -> str:
    return _LINE_ENDS.sub(lambda found: found[0][1:] or " ", words)


def opened(text: str) -> FileText:
    """Return a text without what programs alone read in it.

    A part that is locked and files are gaps; a signature is not.
    """
    plain = text.replace("\r\n", "\n")
    unsigned, count = _SIGNED.subn("", plain)
    if count:
        plain = _DASHES.sub("", _SIGNATURE_OF.sub("", unsigned))
    plain, locked = _LOCKED.subn("", plain)
    plain, files = _FILE.subn("", plain)
    gaps = {Unread.LOCKED: locked, Unread.ENCLOSED: files}
    return FileText(
        plain.strip("\n"), tuple(Gap(what) for what, found in gaps.items() if found)
    )
