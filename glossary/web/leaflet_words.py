"""What a leaflet says: the words with their short versions, and who can help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from glossary import languages
from glossary.dates import day_in_words
from glossary.helplines import is_checked
from glossary.models import Helpline, Publication
from glossary.presentation import BASE
from glossary.web.listing import other_name
from glossary.web.qr_codes import qr_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.safestring import SafeString

    from glossary.web.leaflet_address import Leaflet


class Told(NamedTuple):
    """One word in one language. ``lang`` is the language that it came in."""

    label: str
    also: str
    short: str
    more: Mapping[str, str] | None
    lang: str


@dataclass(frozen=True)
class LeafletWord:
    """One word on the leaflet, in each language that the leaflet has."""

    id: str
    told: Sequence[Told]
    related: Sequence[str]
    address: str
    short_code: str

    @property
    def label(self) -> str:
        """Its name in the first language."""
        return self.told[0].label

    @property
    def lang(self) -> str:
        """The language of the name."""
        return self.told[0].lang

    @property
    def code(self) -> SafeString:
        """Its short address as a QR code."""
        return qr_code(self.address)


class HelpLine(NamedTuple):
    """Whom to ring. ``lang`` is the language of the name and the hours."""

    phone: str
    name: str
    hours: str
    lang: str


class Furniture(NamedTuple):
    """What every leaflet says, in one language."""

    lang: str
    title: str
    more: str
    help: str
    danger: str
    checked: str
    date: str
    all_words: str
    independent: str
    lines: Sequence[HelpLine]


def leaflet_langs(leaflet: Leaflet, lang: str) -> list[str]:
    """Return the languages of a leaflet, that of its page first."""
    if not leaflet.is_in_both:
        return [lang]
    return sorted(languages.codes(), key=lambda code: code != lang)


def leaflet_words(leaflet: Leaflet, lang: str, *, site: str) -> list[LeafletWord]:
    """Return the words of a leaflet that are public, in its order.

    ``site`` is the site's own address.
    """
    langs = leaflet_langs(leaflet, lang)
    rows = Publication.objects.readable().of(leaflet.ids)
    bodies = {
        entry_id: orjson.loads(body.replace(BASE, ""))
        for entry_id, body in rows.values_list("entry_id", "body")
    }
    return [
        LeafletWord(
            id=one,
            told=[_told(bodies[one], code) for code in langs],
            related=[row["id"] for row in bodies[one]["related"]],
            address=site + bodies[one]["short_url"],
            short_code=bodies[one]["short_url"].strip("/").rpartition("/")[2],
        )
        for one in leaflet.ids
        if one in bodies
    ]


def set_address(words: Sequence[LeafletWord], *, site: str) -> str:
    """Return the short address that leads to these words, in their order."""
    return f"{site}/t/{'-'.join(word.short_code for word in words)}/"


def furniture(lang: str) -> Furniture:
    """Return what every leaflet says in ``lang``, with today's date."""
    rows = _checked_helplines()
    with translation.override(lang):
        return Furniture(
            lang=lang,
            title=_("Words explained"),
            more=_("What it may mean for you"),
            help=_("Who can help"),
            danger=_("If somebody is in danger now, call 999."),
            checked=_checked(rows, lang),
            date=_("This leaflet was made on %(date)s. Words and numbers can change.")
            % {"date": day_in_words(timezone.localdate(), lang)},
            all_words=_("These words, up to date:"),
            independent=_(
                "A leaflet by an independent site, Plain Words. Not the police, "
                "not the government."
            ),
            lines=[_help_line(row, lang) for row in rows],
        )


def _checked_helplines() -> list[Helpline]:
    """Return the helplines that count as checked today, in their order."""
    today = timezone.localdate()
    rows = Helpline.objects.prefetch_related("texts")
    return [row for row in rows if is_checked(row, today)]


def _checked(rows: Sequence[Helpline], lang: str) -> str:
    if not rows:
        return ""
    date = day_in_words(min(row.checked_on for row in rows), lang)
    return _("We checked all these numbers on %(date)s or later.") % {"date": date}


def _help_line(row: Helpline, lang: str) -> HelpLine:
    texts = {text.lang: text for text in row.texts.all()}
    text = texts.get(lang) or next(iter(texts.values()))
    phone = "" if text.name.startswith(row.phone) else row.phone
    return HelpLine(phone, text.name, text.hours, text.lang)


def _told(body: Mapping[str, Any], lang: str) -> Told:
    """Return the text in ``lang``, or in another language where it has none."""
    sections = {
        code: part for code, part in body["languages"].items() if "terms" in part
    }
    spoken = lang if lang in sections else next(iter(sections))
    section = sections[spoken]
    return Told(
        label=section["terms"][0]["text"],
        also=other_name(section["terms"]),
        short=section["short"],
        more=section["for_you"],
        lang=spoken,
    )
