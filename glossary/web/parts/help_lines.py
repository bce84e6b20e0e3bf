"""Helplines in words, as pages and leaflets show them: whom they are for, how old."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from glossary import labels, languages, reading
from glossary.closed_lists import Audience
from glossary.dates import date_in_words, first_day
from glossary.helplines import may_have_changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.document import HelplineDocument, HelplineText, SeenPage
    from glossary.reading import Shelf


_known: WeakKeyDictionary[Shelf, dict[tuple[str, dt.date], list[ShownHelpline]]] = (
    WeakKeyDictionary()
)


class ShownPage(NamedTuple):
    """A page that was seen: what it is, in ``lang``, and its day in words."""

    url: str
    what: str
    lang: str
    dated: str
    shows_number: bool


@dataclass(frozen=True)
class ShownHelpline:
    """A helpline in words; ``lang`` is the language of the words.

    ``number_dated`` is the day of the newest page that shows its number, in words,
    and empty where none of them has a day.
    """

    row: HelplineDocument
    words: HelplineText
    lang: str
    areas: Sequence[str | _StrPromise]
    speaks: Sequence[tuple[str, str]]
    seen: Sequence[ShownPage]
    seen_on: dt.date
    number_dated: str
    may_have_changed: bool

    @property
    def host(self) -> str:
        """The name of its own site."""
        return urlsplit(self.row.web).netloc.removeprefix("www.")

    @property
    def name_lang(self) -> str:
        """The language of its name."""
        return self.words.name_lang or self.lang

    @property
    def has_number(self) -> bool:
        """Whether it can be rung, as far as we saw."""
        return bool(self.row.phone)

    @property
    def is_urgent(self) -> bool:
        """Whether somebody in danger needs all that is said of it at once."""
        return self.row.audience == Audience.EMERGENCY


def all_helplines(lang: str, today: dt.date) -> list[ShownHelpline]:
    """Return the helplines as a page in ``lang`` shows them today, in their order.

    They are on every page of an entry, so each shelf has them in words once a day.
    """
    shelf = reading.shelf()
    known = _known.setdefault(shelf, {})
    if (lang, today) not in known:
        rows = shelf.helplines.values()
        known[lang, today] = [helpline_in_words(row, lang, today) for row in rows]
    return known[lang, today]


def helpline_in_words(
    row: HelplineDocument, lang: str, today: dt.date
) -> ShownHelpline:
    """Return a helpline as a page in ``lang`` shows it, in another one if it must."""
    spoken = lang if lang in row.languages else next(iter(row.languages))
    return ShownHelpline(
        row=row,
        words=row.languages[spoken],
        lang=spoken,
        areas=[labels.NATIONS[area] for area in row.areas],
        speaks=[(code, languages.get(code).name) for code in row.speaks],
        seen=[_shown_page(page, lang) for page in row.seen],
        seen_on=min(page.seen_on for page in row.seen),
        number_dated=_newest(row.seen, lang),
        may_have_changed=bool(row.phone) and may_have_changed(row, today),
    )


def _shown_page(page: SeenPage, lang: str) -> ShownPage:
    spoken = lang if lang in page.languages else next(iter(page.languages))
    dated = date_in_words(page.dated, lang) if page.dated else ""
    return ShownPage(page.url, page.languages[spoken], spoken, dated, page.shows_number)


def _newest(pages: Sequence[SeenPage], lang: str) -> str:
    """Return the day of the newest page that vouches for the number, in words."""
    days: list[Any] = [page.dated for page in pages if page.vouches_for_the_number]
    newest = max(filter(None, days), key=first_day, default="")
    return date_in_words(newest, lang) if newest else ""
