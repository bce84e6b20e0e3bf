"""The page of an entry, and what is said of one that is gone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from django.http import Http404
from django.template import loader
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import labels, languages, reading
from glossary.addresses import entry_path, page_path
from glossary.closed_lists import GONE, Change
from glossary.database import Prepared
from glossary.document import short_code
from glossary.models import Address, Entry, Publication
from glossary.public_form import Tombstone
from glossary.web.entries.cited import Cited
from glossary.web.entries.shown_entry import ShownEntry
from glossary.web.leaflets.address import leaflet_address
from glossary.web.leaflets.furniture import help_lists
from glossary.web.page import (
    Crumb,
    in_language,
    redirect,
    render_answer,
    render_page,
    site_address,
)
from glossary.web.parts.listing import list_entries, list_topics
from glossary.web.parts.only_entry import only_entry
from glossary.web.parts.short_address import ShortAddress, short_address

if TYPE_CHECKING:
    import datetime as dt

    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from glossary.reading import Shelf

ENTRY = "glossary/entries/entry.html"
"""The template of the page of an entry."""
_HISTORY = 20


class _Published(NamedTuple):
    """The current publication of an entry."""

    key: str
    change: str
    published_at: dt.datetime
    body: str


class _Former(NamedTuple):
    """What the history of an entry says of one of its publications."""

    change: str
    published_at: dt.datetime
    note: str
    note_lang: str


_addressed = Prepared(
    lambda slug: Address.objects.filter(slug=slug).values_list("lang", "entry_id")
)
_published = Prepared(
    lambda entry_id: (
        Publication.objects.entries()
        .current()
        .filter(key=entry_id)
        .order_by()
        .values_list(*_Published._fields)
    )
)
_history = Prepared(
    lambda entry_id: (
        Publication.objects.entries()
        .filter(key=entry_id)
        .order_by("-sequence")
        .values_list(*_Former._fields)[:_HISTORY]
    )
)


@in_language
def entry(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """Explain one entry in the page's language.

    A former address, and that of another language, lead to the present one; so do a
    slug in capitals and a name that one entry has.
    """
    publication = _publication_at(lang, slug.lower())
    if publication is None:
        return _entry_named(lang, slug)
    if publication.change in GONE:
        return _withdrawn(request, lang, publication)
    shown = ShownEntry.of(publication.body, lang)
    if shown.paths[lang] != entry_path(lang, slug):
        return redirect(shown.paths[lang], status=308)
    context = entry_context(request, shown)
    return render_page(request, lang, ENTRY, context, paths=shown.paths)


def entry_context(request: HttpRequest, shown: ShownEntry) -> dict[str, Any]:
    """Return all that the page of an entry shows."""
    return {**_around(shown), "short_address": _short_address(request, shown)}


def _publication_at(lang: str, slug: str) -> _Published | None:
    """Return what is published at a slug: of this language, or else of another."""
    found = dict(_addressed.rows(slug)) or _erased_at(slug)
    for code in _own_first(lang):
        for row in _published.rows(found[code]) if code in found else ():
            return _Published(*row)
    return None


def _erased_at(slug: str) -> dict[str, str]:
    """Return the entries, by language, whose slug this was before it was erased."""
    return {row.lang: row.entry_id for row in Address.erased_at(slug)}


def _entry_named(lang: str, slug: str) -> HttpResponse:
    """Lead to the entry whose name somebody has put into the address."""
    shelf, words = reading.shelf(), slug.replace("-", " ")
    found = (only_entry(shelf, words, code, shown_in=lang) for code in _own_first(lang))
    path = next(filter(None, found), "")
    if not path:
        raise Http404
    return redirect(path, status=302)


def _own_first(lang: str) -> list[str]:
    return sorted(languages.codes(), key=lambda code: code != lang)


def _around(shown: ShownEntry) -> dict[str, Any]:
    """Return what the page shows beside the entry itself."""
    shelf = reading.shelf()
    lang, topics = shown.lang, list_topics(shelf, shown.lang)
    mine = [row for row in topics if row.id in shown.body.topics]
    above = [Crumb(row.label, row.path, row.lang) for row in mine[:1]]
    history = (_Former(*row) for row in _history.rows(shown.body.id))
    return {
        "entry": shown,
        "cited": Cited.of(shown.body, lang),
        "topics": mine,
        "related": shown.related(shelf),
        "history": [(row, labels.CHANGES[row.change]) for row in history],
        "help_on_paper": _help_on_paper(shelf, lang, timezone.localdate()),
        "feedback": page_path(lang, "feedback", shown.body.id),
        "crumbs": above or [Crumb(_("A to Z"), page_path(lang, "a-to-z"), lang)],
    }


def _help_on_paper(shelf: Shelf, lang: str, today: dt.date) -> SafeString:
    """Return the lines that are printed below every entry, made once for a day."""
    made = _made.setdefault(shelf, {})
    if (lang, today) not in made:
        context = {"help_lists": help_lists(lang, has_room=False), "lang": lang}
        template = "glossary/entries/help_on_paper.html"
        made[lang, today] = loader.render_to_string(template, context)
    return made[lang, today]


_made: WeakKeyDictionary[Shelf, dict[tuple[str, dt.date], SafeString]]
_made = WeakKeyDictionary()


def _short_address(request: HttpRequest, shown: ShownEntry) -> dict[str, str]:
    """Return the address that never changes, and the same as a QR code."""
    code = short_code(shown.body.id)
    address = short_address([code], shown.lang, site=site_address(request))
    leaflet = leaflet_address(shown.lang, [shown.body.id])
    return {"address": address.text, "code": _picture_of(address), "leaflet": leaflet}


@lru_cache(2048)
def _picture_of(address: ShortAddress) -> SafeString:
    """Return the QR code of an entry's own address: it takes long to draw."""
    return address.code


def _withdrawn(
    request: HttpRequest, lang: str, publication: _Published
) -> HttpResponse:
    """Say when and why an entry was withdrawn, and what to read instead.

    Of one that was erased only that it is not there any more.
    """
    tombstone = Tombstone.model_validate_json(publication.body)
    instead = Entry.objects.now(tombstone.replaced_by)
    context = {
        "tombstone": tombstone,
        "why": labels.WITHDRAWALS[tombstone.reason] if tombstone.reason else "",
        "instead": list_entries(reading.shelf(), instead, lang),
    }
    is_erased = publication.change == Change.ERASED
    template = f"glossary/errors/{'erased' if is_erased else 'withdrawn'}.html"
    paths = entry_paths(publication.key)
    return render_answer(request, lang, template, context, paths=paths, status=410)


def entry_paths(entry_id: str) -> dict[str, str]:
    """Return the path of an entry's page in each language, withdrawn or not."""
    rows = Address.objects.filter(entry_id=entry_id, is_current=True)
    slugs = {row.lang: row.slug for row in rows}
    first = next(slugs[code] for code in languages.codes() if code in slugs)
    return {
        code: entry_path(code, slugs.get(code, first)) for code in languages.codes()
    }
