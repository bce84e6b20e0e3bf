"""A sign-off in words: the role in which it is given, and what is judged in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import labels, languages
from glossary.closed_lists import SignOffRole

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from glossary.review import Asked


class Wanted(NamedTuple):
    """A sign-off in words: in which role, of the text in which language."""

    role: str
    lang: str
    label: _StrPromise
    language: str
    judges: _StrPromise


def in_words(asked: Asked) -> Wanted:
    """Return what a sign-off is called, and what whoever gives it judges."""
    role = SignOffRole(asked.role)
    name = languages.get(asked.lang).name if asked.lang in languages.codes() else ""
    return Wanted(
        role, asked.lang, labels.ROLES[role], name or asked.lang, labels.JUDGED[role]
    )
