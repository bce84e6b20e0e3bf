"""The languages of this installation, each from one module behind one protocol.

``configure`` is called once, by the application, with the modules named in the
settings; everything else asks ``get`` and ``codes``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from glossary.languages.grammar import Grammar
from glossary.languages.protocol import (
    ASCII_SLUG,
    Language,
    SurfaceForm,
    TermFacts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ASCII_SLUG",
    "Grammar",
    "Language",
    "SurfaceForm",
    "TermFacts",
    "all_languages",
    "codes",
    "configure",
    "get",
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
