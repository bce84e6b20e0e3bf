"""Finds the glossary's terms in a text. Nothing of the text is kept.

There are two vocabularies of the published glossary: every form of every term that
is marked in texts, in every language at once, and the same with the words that are
too general to be marked. Each is built once in each process, when somebody first asks
for it, and then follows what is published.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import orjson

from glossary import languages, reading
from glossary.closed_lists import ABBREVIATED
from glossary.document import DocumentKind
from glossary.matching import Form, build_vocabulary
from glossary.models import Publication
from glossary.plain_language import field_words
from glossary.small_letters import is_no_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.matching import Match, Vocabulary
    from glossary.models.publications import PublicationQuerySet

_MANY = 1000  # entries, whose change takes longer than to build the vocabulary anew
_NO_RULES: Sequence[Sequence[str]] = ((), ())


class KeptVocabulary:
    """A vocabulary of the glossary as of now, built when somebody first asks for it.

    Where the glossary has changed, ``follow`` is told what was kept and since which
    sequence; it returns the vocabulary as it is now.
    """

    def __init__(
        self,
        build: Callable[[], Vocabulary],
        follow: Callable[[Vocabulary, int], Vocabulary] | None = None,
    ) -> None:
        self._build = build
        self._follow = follow
        self._lock = threading.Lock()
        self._kept: tuple[reading.Shelf, Vocabulary] | None = None

    def current(self) -> Vocabulary:
        """Return it, changed or built anew where the glossary has changed."""
        shelf, kept = reading.shelf(), self._kept
        if kept is None or kept[0] is not shelf:
            with self._lock:
                kept = self._kept
                if kept is None or kept[0] is not shelf:
                    kept = self._kept = shelf, self._newer(shelf, kept)
        return kept[1]

    def _newer(
        self, shelf: reading.Shelf, kept: tuple[reading.Shelf, Vocabulary] | None
    ) -> Vocabulary:
        if kept is None or self._follow is None or kept[0].line is not shelf.line:
            return self._build()
        return self._follow(kept[1], kept[0].sequence)


def _build(*, with_general: bool) -> Vocabulary:
    """Return the vocabulary; ``with_general`` has words that are not marked too."""
    spoken = languages.all_languages()
    return build_vocabulary(
        _forms(Publication.objects.entries().readable(), with_general=with_general),
        clitics={row.code: row.clitics for row in spoken},
        conjunctions={row.code: row.conjunctions for row in spoken},
        foldings={row.code: row.folding for row in spoken},
        field=field_words(),
    )


def _follow(kept: Vocabulary, since: int, *, with_general: bool) -> Vocabulary:
    """Return a vocabulary with what was published or withdrawn since a sequence."""
    rows = Publication.objects.filter(sequence__gt=since).order_by()
    found = rows.values_list("kind", "key")  # quicker on SQLite than those of a kind
    changed = {key for kind, key in found if kind == DocumentKind.ENTRY}
    if len(changed) > _MANY:
        return _build(with_general=with_general)
    public = Publication.objects.entries().readable().of(changed)
    return kept.changed(changed, _forms(public, with_general=with_general))


def _kept(*, with_general: bool) -> KeptVocabulary:
    return KeptVocabulary(
        partial(_build, with_general=with_general),
        partial(_follow, with_general=with_general),
    )


_marked = _kept(with_general=False)
_known = _kept(with_general=True)


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
    return current_vocabulary().find(text, exclude=exclude, langs=langs)


def _forms(public: PublicationQuerySet, *, with_general: bool) -> Iterator[Form]:
    """Yield the forms that are marked in texts, and general words, by entry.

    With those, what must be around a word does not count: it is known anyway.
    """
    rows = public.order_by("key")
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
                    also_small=kind in ABBREVIATED and is_no_word(term),
                    unless=tuple(unless),
                    only=() if with_general else tuple(only),
                )
