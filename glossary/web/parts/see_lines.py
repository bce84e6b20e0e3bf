"""The lines of an A to Z that lead from another name to the one an entry is under."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from glossary import languages
from glossary.addresses import entry_path
from glossary.closed_lists import TermStatus
from glossary.models import Publication
from glossary.public_form import brief_of
from glossary.shown_names import name_lang
from glossary.web.parts.names import is_proposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.languages import Language
    from glossary.public_form import BriefSection, PublicTerm
    from glossary.reading import Shelf

WHOLE_LIST = 500
"""Up to so many entries are shown on one page, and have such lines."""

_NEAR = 5
"""Two words that begin with so many of the same letters stand beside each other."""

_known: WeakKeyDictionary[Shelf, dict[str, Sequence[SeeLine]]] = WeakKeyDictionary()


class SeeLine(NamedTuple):
    """Another name, in its language, and the entry that it leads to."""

    letter: str
    sort_key: str
    text: str
    text_lang: str
    label: str
    label_lang: str
    path: str


def see_lines(shelf: Shelf, lang: str) -> Sequence[SeeLine]:
    """Return the lines of a language in its order.

    Names that are better avoided have none, nor those that nobody but us uses, nor
    those that begin like another name of the entry that is there: whoever looks for
    one finds the other beside it.
    """
    if shelf.index.count() > WHOLE_LIST:
        return ()
    known = _known.setdefault(shelf, {})
    if lang not in known:
        known[lang] = sorted(_read(lang), key=lambda line: (line.sort_key, line.label))
    return known[lang]


def _read(lang: str) -> Iterator[SeeLine]:
    bodies = Publication.objects.entries().readable().values_list("body", flat=True)
    for body in bodies:
        section = brief_of(body).sections.get(lang)
        if section:
            yield from _of(section, lang)


def _of(section: BriefSection, lang: str) -> Iterator[SeeLine]:
    language = languages.get(lang)
    preferred, *others = section.terms
    there = [_first_word(preferred, language)]
    for term in others:
        word = _first_word(term, language)
        if _leads(term) and not any(_is_beside(word, other) for other in there):
            there.append(word)
            order = language.without_article(term.text)
            yield SeeLine(
                language.letter(order),
                language.sort_key(order),
                term.text,
                name_lang(term, lang),
                preferred.text,
                name_lang(preferred, lang),
                entry_path(lang, section.slug),
            )


def _leads(term: PublicTerm) -> bool:
    is_usable = term.status == TermStatus.ADMITTED and not term.context_only
    return is_usable and not is_proposed(term)


def _is_beside(one: str, other: str) -> bool:
    """Tell whether two first words are near in the alphabet, a short one all of it."""
    shared = min(len(one), len(other), _NEAR)
    return one[:shared] == other[:shared]


def _first_word(term: PublicTerm, language: Language) -> str:
    first, *_more = language.without_article(term.text).split()
    return language.folding.key(first)
