"""The languages of this installation, each from one module behind one protocol.

``configure`` is called once, by the application, with the modules named in the
settings; everything else asks ``get`` and ``codes``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError

from glossary.languages.grammar import Grammar
from glossary.languages.protocol import (
    ASCII_SLUG,
    Direction,
    Language,
    SurfaceForm,
    TermFacts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ASCII_SLUG",
    "Direction",
    "Grammar",
    "Language",
    "SurfaceForm",
    "TermFacts",
    "all_languages",
    "codes",
    "configure",
    "direction_of",
    "get",
    "turned",
]

_languages: dict[str, Language] = {}


def configure(modules: Iterable[str]) -> None:
    """Use the languages of ``modules``, dotted paths that expose ``language``."""
    found: list[Language] = [import_module(path).language for path in modules]
    _languages.clear()
    _languages.update({language.code: language for language in found})


def codes() -> tuple[str, ...]:
    """Return the codes of the languages in the order of the settings."""
    return tuple(_languages)


def all_languages() -> tuple[Language, ...]:
    """Return the languages in the order of the settings."""
    return tuple(_languages.values())


def get(code: str) -> Language:
    """Return the language with ``code``.

    Raises ``KeyError`` where this installation has none.
    """
    return _languages[code]


def direction_of(code: str) -> Direction:
    """Return where the lines of a language go, of any language.

    Of one that this installation has not, as CLDR has it; left to right where nobody
    knows.
    """
    language = _languages.get(code)
    return language.direction if language else _direction_elsewhere(code)


def turned(code: str, around: str) -> Direction | Literal[""]:
    """Return where the lines of a language go, if otherwise than those around it."""
    found = direction_of(code)
    return found if found != direction_of(around) else ""


@lru_cache(maxsize=256)
def _direction_elsewhere(code: str) -> Direction:
    try:
        is_rtl = Locale.parse(code, sep="-").text_direction == "rtl"
    except (ValueError, UnknownLocaleError):
        return "ltr"
    return "rtl" if is_rtl else "ltr"
