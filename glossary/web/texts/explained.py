"""A text with its terms, as the explainer shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from django.db import InterfaceError, OperationalError
from django.utils.safestring import SafeString

from glossary import languages, reading
from glossary.explain import find_terms
from glossary.matching import first_occurrences
from glossary.plain_language import LongSentence, Measures, likely_language, measure
from glossary.unexplained import MOST_NAMED, Unexplained, find_unexplained
from glossary.web.leaflets.address import leaflet_address
from glossary.web.parts.listing import Item, list_entries
from glossary.web.texts.longer import longer_texts
from glossary.web.texts.paragraphs import paragraph_spans, without_page_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.matching import Match

_AWAY = (OperationalError, InterfaceError)
_NOTHING = SafeString("")
_QUOTES_SHOWN = 3


class Meant(NamedTuple):
    """An entry that some words may stand for; ``longer`` is what else it says."""

    item: Item
    longer: SafeString = _NOTHING


class Word(NamedTuple):
    """An entry that the text uses: in which words, and how many times."""

    item: Item
    quotes: Sequence[str]
    times: int
    longer: SafeString = _NOTHING


class Piece(NamedTuple):
    """A part of the text; ``number`` and ``items`` if it is a term's first use."""

    text: str
    number: int = 0
    items: Sequence[Meant] = ()


class Run(NamedTuple):
    """Pieces in a row; ``number`` is that of the long sentence which they are."""

    pieces: Sequence[Piece]
    number: int = 0


class LongOne(NamedTuple):
    """A long sentence: its number in the text, how it begins, how many words."""

    number: int
    beginning: str
    words: int


@dataclass(frozen=True)
class Explained:
    """A text as a page in ``lang`` explains it. ``text_lang`` may be a guess."""

    text: str
    lang: str
    text_lang: str
    paragraphs: Sequence[Sequence[Run]]
    firsts: Sequence[Piece]
    words: Sequence[Word]
    unexplained: Sequence[Unexplained]
    more_unexplained: int
    measures: Measures
    leaflet: str

    @property
    def longest(self) -> list[LongOne]:
        """The longest sentences, by how they begin."""
        return [
            LongOne(number, _beginning(self.text[row.start : row.end]), row.words)
            for number, row in enumerate(self.measures.longest, 1)
        ]


def explain(text: str, lang: str, *, text_lang: str = "") -> Explained:
    """Find the terms in ``text`` and measure it, for a page in ``lang``.

    The language of the text is guessed where nobody knows it.
    """
    langs = sorted(languages.codes(), key=lambda code: code != lang)
    text_lang = text_lang or likely_language(text, langs)
    langs.sort(key=lambda code: code != text_lang)
    matches = find_terms(text, langs=langs)
    text = without_page_ends(text)
    ids = list(dict.fromkeys(one for match in matches for one in match.candidates))
    items = {row.id: row for row in list_entries(reading.shelf(), ids, lang)}
    unexplained = find_unexplained(text, matches, langs=langs)
    measures = measure(text, text_lang)
    pieces = _pieces(text, first_occurrences(matches), items)
    return Explained(
        text=text,
        lang=lang,
        text_lang=text_lang,
        paragraphs=list(_paragraphs(text, pieces, measures.longest)),
        firsts=[piece for _, piece in pieces],
        words=_words(text, matches, [items[one] for one in ids if one in items]),
        unexplained=unexplained[:MOST_NAMED],
        more_unexplained=max(0, len(unexplained) - MOST_NAMED),
        measures=measures,
        leaflet=leaflet_address(lang, [one for one in ids if one in items]),
    )


def explain_letter(text: str, lang: str) -> Explained:
    """Explain a text in which nobody wants to lose the place: all is said in it."""
    explained = explain(text, lang)
    longer = _longer(lang, [word.item.id for word in explained.words])
    words = [
        word._replace(longer=longer.get(word.item.id, _NOTHING))
        for word in explained.words
    ]
    firsts = [
        piece._replace(
            items=[
                Meant(meant.item, longer.get(meant.item.id, _NOTHING))
                for meant in piece.items
            ]
        )
        for piece in explained.firsts
    ]
    return replace(explained, words=words, firsts=firsts)


def _longer(lang: str, ids: Sequence[str]) -> Mapping[str, SafeString]:
    """Return the longer texts; none while the database is away."""
    try:
        return longer_texts(lang, ids)
    except _AWAY:
        return {}


def _words(text: str, matches: Sequence[Match], items: Sequence[Item]) -> list[Word]:
    counts = Counter(one for match in matches for one in match.candidates)
    quotes: dict[str, dict[str, None]] = {}
    for match in matches:
        for one in match.candidates:
            quote = " ".join(text[match.start : match.end].split())
            quotes.setdefault(one, {})[quote] = None
    return [
        Word(item, list(quotes[item.id])[:_QUOTES_SHOWN], counts[item.id])
        for item in items
    ]


def _pieces(
    text: str, firsts: Sequence[Match], items: Mapping[str, Item]
) -> list[tuple[int, Piece]]:
    """Return the terms' first uses, each with where it starts."""
    found: list[tuple[int, Piece]] = []
    for match in firsts:
        meant = [Meant(items[one]) for one in match.candidates if one in items]
        if meant:
            quote = text[match.start : match.end]
            found.append((match.start, Piece(quote, len(found) + 1, meant)))
    return found


def _paragraphs(
    text: str, pieces: Sequence[tuple[int, Piece]], longest: Sequence[LongSentence]
) -> Iterator[list[Run]]:
    """Yield the paragraphs of ``text``, each cut at its terms and long sentences."""
    for start, end in paragraph_spans(text):
        yield list(_runs(text, start, end, pieces, longest))


def _runs(
    text: str,
    start: int,
    end: int,
    pieces: Sequence[tuple[int, Piece]],
    longest: Sequence[LongSentence],
) -> Iterator[Run]:
    inside = [
        (number, row)
        for number, row in enumerate(longest, 1)
        if start <= row.start < end
    ]
    for number, row in inside:
        if start < row.start:
            yield Run(list(_cut(text, start, row.start, pieces)))
        stop = min(row.end, end)
        yield Run(list(_cut(text, row.start, stop, pieces)), number)
        start = stop
    if start < end:
        yield Run(list(_cut(text, start, end, pieces)))


def _cut(
    text: str, start: int, end: int, pieces: Sequence[tuple[int, Piece]]
) -> Iterator[Piece]:
    """Yield ``text[start:end]`` with its terms apart.

    A term over the end, which a sentence or a paragraph makes, stays plain.
    """
    for place, piece in pieces:
        if start <= place and place + len(piece.text) <= end:
            if start < place:
                yield Piece(text[start:place])
            yield piece
            start = place + len(piece.text)
    if start < end:
        yield Piece(text[start:end])


def _beginning(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:8]) + ("\u2026" if len(words) > 8 else "")
