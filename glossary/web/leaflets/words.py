"""The words of a leaflet with their short versions, in each of its languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.document import short_code
from glossary.models import Publication
from glossary.public_form import read_entry
from glossary.shown_names import name_lang, other_term
from glossary.web.parts.codes import ids_of
from glossary.web.parts.short_address import ShortAddress, short_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.public_form import PublicEntry, PublicText
    from glossary.web.leaflets.address import Leaflet


class Meaning(NamedTuple):
    """One word in one language. ``lang`` is the language that it came in.

    Its names have a language of their own: some stay in English in every text.
    """

    label: str
    label_lang: str
    also: str
    also_lang: str
    short: str
    more: PublicText | None
    lang: str


@dataclass(frozen=True)
class LeafletWord:
    """One word on the leaflet, in each language that the leaflet has."""

    id: str
    short_code: str
    meanings: Sequence[Meaning]
    address: ShortAddress

    @property
    def label(self) -> str:
        """Its name in the first language."""
        return self.meanings[0].label

    @property
    def lang(self) -> str:
        """The language of the name."""
        return self.meanings[0].label_lang


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
    rows = Publication.objects.entries().readable().of(ids_of(leaflet.codes))
    bodies = {
        short_code(key): read_entry(body)
        for key, body in rows.values_list("key", "body")
    }
    return [
        LeafletWord(
            id=bodies[code].id,
            short_code=code,
            meanings=[_meaning(bodies[code], spoken) for spoken in langs],
            address=short_address([code], lang, site=site),
        )
        for code in leaflet.codes
        if code in bodies
    ]


def _meaning(entry: PublicEntry, lang: str) -> Meaning:
    """Return the text in ``lang``, or in another language where it has none."""
    sections = entry.sections
    spoken = lang if lang in sections else next(iter(sections))
    section = sections[spoken]
    name, other = section.preferred, other_term(section.terms)
    return Meaning(
        label=name.text,
        label_lang=name_lang(name, spoken),
        also=other.text if other else "",
        also_lang=name_lang(other or name, spoken),
        short=section.short,
        more=section.for_you,
        lang=spoken,
    )
