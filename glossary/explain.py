"""Finds the glossary's terms in a text. Nothing of the text is kept.

The vocabulary is that of the published glossary: every form of every term that
is marked in texts, in every language at once. It is built once for each version
of the content and process.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import orjson

from glossary import languages, reading
from glossary.matching import Form, build_vocabulary
from glossary.models import Publication

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.matching import Match, Vocabulary

CASE_SENSITIVE = frozenset({"abbreviation", "acronym", "code"})
_lock = threading.Lock()
_kept: tuple[reading.Shelf, Vocabulary] | None = None


def current_vocabulary() -> Vocabulary:
    """Return the vocabulary of the public glossary as of now."""
    global _kept  # noqa: PLW0603 (one for each process, replaced whole)
    shelf = reading.shelf()
    if _kept is None or _kept[0] is not shelf:
        with _lock:
            if _kept is None or _kept[0] is not shelf:
                _kept = shelf, _build()
    return _kept[1]


def find_terms(
    text: str, *, langs: Sequence[str] | None = None, exclude: Iterable[str] = ()
) -> list[Match]:
    """Return the terms in ``text`` with offsets in code points.

    ``langs`` says which languages' terms to look for (all where it is left out),
    the text's own first.
    """
    return current_vocabulary().find(text, exclude=exclude, languages=langs)


def _build() -> Vocabulary:
    clitics = {row.code: row.clitics for row in languages.all_languages()}
    return build_vocabulary(_forms(), clitics=clitics)


def _forms() -> Iterator[Form]:
    """Yield the forms that are marked in texts, entry by entry."""
    rows = Publication.objects.readable().order_by("entry_id")
    for entry_id, index in rows.values_list("entry_id", "index").iterator():
        entry = orjson.loads(index)
        not_inside = tuple(entry["not_inside"])
        for lang, _, kind, _, name, text, _, is_marked in entry["labels"]:
            if is_marked:
                yield Form(
                    text=text,
                    entry=entry_id,
                    lang=lang,
                    name=name,
                    case_sensitive=kind in CASE_SENSITIVE,
                    not_inside=not_inside,
                )
