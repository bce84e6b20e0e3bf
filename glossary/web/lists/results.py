"""What was found, as a page shows it: the entry, and why it is there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from glossary import languages
from glossary.closed_lists import ABBREVIATED, MatchTier
from glossary.search import highlight
from glossary.web.parts.listing import Item, list_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from django.utils.safestring import SafeString

    from glossary.reading import Shelf
    from glossary.search import SearchHit

_CLOSE = {MatchTier.CLOSE_SPELLING, MatchTier.CLOSE_WORDS}
_TYPED = {MatchTier.OTHER_EXACT, MatchTier.OTHER_FOLDED}


class Reason(NamedTuple):
    """Why an entry was found: words of ours, and a name in its own language."""

    words: str
    name: SafeString | str
    lang: str


class Result(NamedTuple):
    """An entry that was found. The texts hold marks where the words stand."""

    item: Item
    label: SafeString
    short: SafeString
    reason: Reason | None


def show_results(shelf: Shelf, hits: Sequence[SearchHit], lang: str) -> list[Result]:
    """Return what a page in ``lang`` shows of ``hits``, in their order."""
    items = {
        item.id: item
        for item in list_entries(shelf, [hit.entry_id for hit in hits], lang)
    }
    return [
        Result(
            item,
            mark(item.label, hit.words, item.lang),
            mark(item.short, hit.words, item.lang),
            _reason(hit, item),
        )
        for hit in hits
        if (item := items.get(hit.entry_id))
    ]


def mark(text: str, words: Collection[str], lang: str) -> SafeString:
    """Return ``text`` as HTML, with marks around ``words``.

    Escaped first, marked after.
    """
    spans = highlight(text, words, languages.get(lang))
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    parts = [text[start:end] for start, end in pairwise(edges)]
    return format_html_join(
        "",
        "{}{}",
        (
            (part, format_html("<mark>{}</mark>", marked) if marked else "")
            for part, marked in zip(parts[::2], [*parts[1::2], ""], strict=True)
        ),
    )


def _reason(hit: SearchHit, item: Item) -> Reason | None:
    """Say why an entry was found where its heading does not show it."""
    if hit.is_older:
        return Reason(_("You typed an older name for this."), "", item.lang)
    if hit.is_in_text:
        if hit.lang == item.lang:
            return Reason(_("These words are in the explanation."), "", item.lang)
        name = languages.get(hit.lang).name
        return Reason(_("These words are in the explanation in:"), name, hit.lang)
    name = mark(hit.label, hit.words, hit.lang)
    if hit.lang != item.lang:
        return Reason(_elsewhere(hit), name, hit.lang)
    if hit.match in _CLOSE:
        return Reason(_("This is spelt in nearly the same way:"), name, hit.lang)
    return (
        Reason(_("Also called:"), name, hit.lang) if hit.label != item.label else None
    )


def _elsewhere(hit: SearchHit) -> str:
    """Say what a name of another language is: a code may be another one's here."""
    if hit.type in ABBREVIATED and hit.match in _TYPED:
        return _(
            "This is the short form in another language. In the language of this page "
            "the same letters may stand for something else:"
        )
    return _("Its name in another language:")
