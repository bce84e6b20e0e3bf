"""Puts links on the terms in a markup: on each entry's first use that can bear one."""

from __future__ import annotations

import html
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from glossary.annotation.cleaning import clean, escape
from glossary.annotation.elements import LINK_CLASS
from glossary.annotation.markup_text import MarkupText

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from glossary.matching import Match

_END = "</a>"


class Annotated(NamedTuple):
    """Safe, well-formed HTML with links; the text read of it, and what is in that."""

    html: str
    text: str
    matches: list[Match]


def annotate(
    markup: str,
    *,
    find: Callable[[str, str], list[Match]],
    page: Callable[[Sequence[str], str], tuple[str, str] | None],
    langs: Collection[str] = (),
) -> Annotated:
    """Find the terms in ``markup`` with ``find``, and link the first use of each.

    ``page`` gives the address of the page about an entry that is one of several,
    and its language. Both are told the language of the words, one of ``langs``, or
    nothing where the markup does not say it. Neither a link nor a term goes from
    one block into another; nothing is linked inside links, headings and buttons, and
    nothing is found inside code and the class ``no-glossary``. An entry to which a
    link of ours leads already gets no other one.
    """
    reading = MarkupText(markup)
    languages = _Languages(reading, langs)
    matches = languages.find(find)
    linking = Linking(reading)
    met = set(reading.linked)
    for match in matches:
        if met.issuperset(match.candidates):
            continue
        target = page(match.candidates, languages.at(match))
        if target and linking.add(match, _start_tag(match.candidates, *target)):
            met.update(match.candidates)
    return Annotated(clean(linking.markup()), reading.text, matches)


class _Languages:
    """The languages of a text, as its markup says them."""

    def __init__(self, reading: MarkupText, known: Collection[str]) -> None:
        self._reading = reading
        said = {piece.lang for piece in reading.pieces}
        tags = {lang: lang.strip().partition("-")[0].lower() for lang in said}
        self._known = {lang: tag if tag in known else "" for lang, tag in tags.items()}

    def at(self, match: Match) -> str:
        """Return the language of the words with which ``match`` begins."""
        first = self._reading.pieces_in(match.start, match.end)[0]
        return self._known[first.lang]

    def find(self, find: Callable[[str, str], list[Match]]) -> list[Match]:
        """Return the terms in the text, those of a part's own language first there.

        Each time, the whole text is read: what a word means is told by all of it.
        """
        text = self._reading.text
        found = {
            match.start: match
            for lang in {*self._known.values()} or {""}
            for match in find(text, lang)
            if self.at(match) == lang
        }
        matches: list[Match] = []
        for start in sorted(found):
            if not matches or start >= matches[-1].end:
                matches.append(found[start])
        return matches


def _start_tag(entries: Sequence[str], address: str, lang: str) -> str:
    return (
        f'<a class="{LINK_CLASS}" data-entries="{" ".join(entries)}" '
        f'href="{html.escape(address)}" hreflang="{lang}">'
    )


class Linking:
    """Where links begin and end, until they are written into the markup."""

    def __init__(self, reading: MarkupText) -> None:
        self._items, self._steps = reading.items, reading.steps
        self._pieces_in = reading.pieces_in
        self._before: dict[int, str] = {}
        self._after: dict[int, str] = {}
        self._inside: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)

    def add(self, match: Match, start_tag: str) -> bool:
        """Link ``match``; return whether that can be done.

        The link never cuts an element in two: where the term begins or ends one
        (``<b>problem</b> profile``) it goes around the whole of it, and where
        that would take in more than the term there is none.
        """
        pieces = self._pieces_in(match.start, match.end)
        first, last = pieces[0], pieces[-1]
        begin, end = match.start - first.start, match.end - last.start
        ends, starts = self._cut_elements(first.item, last.item)
        if not (
            all(piece.can_be_linked for piece in pieces)
            and (not ends or self._is_first_in(first.item, ends, begin))
            and (not starts or self._is_last_in(last.item, starts, end))
        ):
            return False
        if ends:
            self._before[first.item - ends] = start_tag
        else:
            self._inside[first.item].append((begin, start_tag))
        if starts:
            self._after[last.item + starts] = _END
        else:
            self._inside[last.item].append((end, _END))
        return True

    def markup(self) -> str:
        """Return the markup with the links in it."""
        return "".join(map(self._written, range(len(self._items))))

    def _cut_elements(self, first: int, last: int) -> tuple[int, int]:
        """Return how many elements end, and how many start, between two items.

        Those that do both are not counted: they are whole.
        """
        depth = lowest = 0
        for step in self._steps[first:last]:
            depth += step or 0
            lowest = min(lowest, depth)
        return -lowest, depth - lowest

    def _is_first_in(self, item: int, count: int, begin: int) -> bool:
        """Whether the term is what so many elements around ``item`` begin with."""
        steps = self._steps[max(0, item - count) : item]
        return begin == 0 and steps == [1] * count

    def _is_last_in(self, item: int, count: int, end: int) -> bool:
        """Whether the term is what so many elements around ``item`` end with."""
        steps = self._steps[item + 1 : item + 1 + count]
        return end == len(self._items[item]) and steps == [-1] * count

    def _written(self, index: int) -> str:
        """Return an item as it is written, with the tags of links in or around it."""
        item = self._items[index]
        if self._steps[index] is not None:
            return self._before.get(index, "") + item + self._after.get(index, "")
        parts: list[str] = []
        done = 0
        for place, tag in self._inside.get(index, ()):
            parts += escape(item[done:place]), tag
            done = place
        return "".join([*parts, escape(item[done:])])
