"""Finds the glossary's terms in a text. Nothing of the text is kept.

There are two vocabularies of the published glossary: every form of every term that
is marked in texts, in every language at once, and the same with the words that are
too general to be marked. Each is built once for each version of the content and
process, when somebody first asks for it.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import orjson

from glossary import languages, reading
from glossary.closed_lists import ABBREVIATED
from glossary.matching import Form, build_vocabulary
from glossary.models import Publication
from glossary.plain_language import field_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.matching import Match, Vocabulary

_NO_RULES: Sequence[Sequence[str]] = ((), ())


class KeptVocabulary:
    """A vocabulary of the glossary as of now, built when somebody first asks for it."""

    def __init__(self, build: Callable[[], Vocabulary]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._kept: tuple[reading.Shelf, Vocabulary] | None = None

    def current(self) -> Vocabulary:
        """Return it, built anew where the glossary has changed."""
        shelf, kept = reading.shelf(), self._kept
        if kept is None or kept[0] is not shelf:
            with self._lock:
                kept = self._kept
                if kept is None or kept[0] is not shelf:
                    kept = self._kept = shelf, self._build()
        return kept[1]


def _build(*, with_general: bool) -> Vocabulary:
    """Return the vocabulary; ``with_general`` has words that are not marked too."""
    spoken = languages.all_languages()
    clitics = {row.code: row.clitics for row in spoken}
    foldings = {row.code: row.folding for row in spoken}
    forms = _forms(with_general=with_general)
    return build_vocabulary(
        forms, clitics=clitics, foldings=foldings, field=field_words()
    )


_marked = KeptVocabulary(partial(_build, with_general=False))
_known = KeptVocabulary(partial(_build, with_general=True))


def current_vocabulary() -> Vocabulary:
    """Return the vocabulary of what is marked in texts."""
    return _marked.current()


def known_words() -> Vocabulary:
    """Return the vocabulary of every term, of those too that are not marked."""
    return _known.current()


def find_terms(
    text: str, *, langs: Sequence[str] | None = None, exclude: Iterable[str] = ()
) -> list[Match]:
    """Return the terms in ``text`` with offsets in code points.

    ``langs`` says which languages' terms to look for (all where it is left out),
    the text's own first.
    """
    return current_vocabulary().find(text, exclude=exclude, languages=langs)


def _forms(*, with_general: bool) -> Iterator[Form]:
    """Yield the forms that are marked in texts, and general words, by entry.

    With those, what must be around a word does not count: it is known anyway.
    """
    rows = Publication.objects.entries().readable().order_by("key")
    for entry_id, index in rows.values_list("key", "index").iterator():
        entry = orjson.loads(index)
        rules = {(lang, term): given for lang, term, *given in entry["rules"]}
        for lang, term, kind, _, name, text, is_general, is_marked in entry["labels"]:
            if is_marked or (with_general and is_general):
                unless, only = rules.get((lang, term), _NO_RULES)
                yield Form(
                    text=text,
                    entry=entry_id,
                    lang=lang,
                    name=name,
                    case_sensitive=kind in ABBREVIATED,
                    unless=tuple(unless),
                    only=() if with_general else tuple(only),
                )
