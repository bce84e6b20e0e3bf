"""Which of our languages somebody prefers (RFC 9110, section 12.5.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_RANGES = 20
_TAG = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,9}", re.ASCII)
_IN = re.compile(r"(?:^|&)in=([A-Za-z0-9-]+)(?=[&,%]|$)")


def language_of_tag(tag: str) -> str | None:
    """Return the language of ours that a tag asks for, if any does.

    Case does not count (RFC 5646, 2.1.1), and ``cy-GB`` asks for ``cy`` (RFC 4647, 3.4:
    parts are left out from the end).
    """
    if not _TAG.fullmatch(tag):
        return None
    known = {code.lower(): code for code in languages.codes()}
    parts = tag.lower().split("-")
    tried = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((known[one] for one in tried if one in known), None)


def preferred_languages(accept: str) -> list[str]:
    """Return the languages of ``Accept-Language`` that we have, best first.

    ``*`` and what cannot be read count as nothing.
    """
    ranges = sorted(_ranges(accept), key=lambda pair: -pair[0])
    wanted = (language_of_tag(name) for _, name in ranges)
    return list(dict.fromkeys(code for code in wanted if code))


def language_for_app(query: str, accept: str) -> str:
    """Return the language in which an app is told something.

    It is the first that ``in`` names in the query string, else what
    ``Accept-Language`` prefers, else our first one.
    """
    named = _IN.search(query)
    code = language_of_tag(named[1]) if named else None
    return code or (preferred_languages(accept) or languages.codes())[0]


def _ranges(accept: str) -> Iterator[tuple[float, str]]:
    for part in accept.split(",")[:MAX_RANGES]:
        name, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if quality > 0 and name.strip():
            yield quality, name.strip()
