"""What the page of an entry shows, made from the entry's public form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from glossary import labels, languages
from glossary.addresses import api_path, entry_path
from glossary.closed_lists import RenderingKind, TextLayer
from glossary.pages.partners import Partner
from glossary.public_form import PublicEntry, PublicSection, read_entry
from glossary.shown_names import name_lang, other_name, other_term
from glossary.web.parts.listing import Item, list_entries
from glossary.web.parts.names import Names, is_proposed, list_names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.public_form import PublicRendering
    from glossary.reading import Shelf

_FIRST = (TextLayer.EXPLANATION, TextLayer.FOR_YOU, TextLayer.ASK)
"""The parts of the text that come before help; the others come after it."""

CHECKED_BY_NOBODY = _("No editor or expert has checked this text yet.")
CHECKED_BY_SOME = _("Some of the people who should check this text have done so.")
CHECKED_BY_ALL = _("Everybody who should check this text has done so.")


class ShownLayer(NamedTuple):
    """A part of the text with its heading."""

    id: str
    heading: str | _StrPromise
    html: str


class ShownRendering(NamedTuple):
    """The text in another form, and what is known of who made it."""

    label: str | _StrPromise
    row: PublicRendering
    checks: Sequence[tuple[str | _StrPromise, dt.date]]

    @property
    def own_lang(self) -> str:
        """The language in which it is, in its own words; none where we have none."""
        known = {row.code: row.name for row in languages.all_languages()}
        return known.get(self.row.lang, "")


class NamesElsewhere(NamedTuple):
    """The names of the entry in another language, and its page there."""

    partner: Partner
    names: Names


class RelatedGroup(NamedTuple):
    """The entries related in one way."""

    heading: str | _StrPromise
    items: Sequence[Item]


@dataclass(frozen=True)
class ShownEntry:
    """A published entry as the page in ``lang`` shows it.

    ``text_lang`` is the language of the text: another one where the entry has
    none in ``lang`` yet.
    """

    body: PublicEntry
    lang: str
    text_lang: str

    @classmethod
    def of(cls, stored: str, lang: str) -> ShownEntry:
        """Read the body of a publication that is not withdrawn."""
        body = read_entry(stored)
        present = body.sections
        return cls(body, lang, lang if lang in present else next(iter(present)))

    @cached_property
    def section(self) -> PublicSection:
        """The text that is shown."""
        return self.body.sections[self.text_lang]

    @property
    def state(self) -> str:
        """Whether the page's own language is current, behind or missing."""
        return self.body.languages[self.lang].state

    @cached_property
    def paths(self) -> dict[str, str]:
        """The path of the page in each language."""
        found = self.body.sections
        return {
            code: entry_path(code, found.get(code, self.section).slug)
            for code in languages.codes()
        }

    @property
    def api_path(self) -> str:
        """Where an app finds the same."""
        return api_path("entry", self.body.id)

    @property
    def layers(self) -> list[ShownLayer]:
        """What everybody should read, in reading order."""
        return [layer for name in _FIRST for layer in self._layer(name)]

    @property
    def update(self) -> list[ShownLayer]:
        """What has changed since, if anything is known to have."""
        return self._layer(TextLayer.UPDATE)

    @property
    def detail(self) -> list[ShownLayer]:
        """More for those who want it, if there is more."""
        return self._layer(TextLayer.DETAIL)

    @property
    def name_lang(self) -> str:
        """The language of the preferred name, which is not always that of the text."""
        return name_lang(self.section.preferred, self.text_lang)

    @property
    def has_proposed_name(self) -> bool:
        """Whether nobody but us uses the preferred name."""
        return is_proposed(self.section.preferred)

    @property
    def names(self) -> Names:
        """All names in the language of the text."""
        return list_names(self.section.terms, self.text_lang)

    @cached_property
    def names_elsewhere(self) -> list[NamesElsewhere]:
        """The names in the languages other than that of the text."""
        found = self.body.sections
        return [
            NamesElsewhere(
                Partner(
                    row.code, row.name, self.paths[row.code], row.code == self.lang
                ),
                list_names(found[row.code].terms, row.code),
            )
            for row in languages.all_languages()
            if row.code != self.text_lang and row.code in found
        ]

    @property
    def renderings(self) -> list[ShownRendering]:
        """The text in other forms, those that replace reading first."""
        order = [*RenderingKind]
        return [
            ShownRendering(
                labels.RENDERINGS[row.kind],
                row,
                [
                    (labels.SIGNED_OFF[one.role], one.signed_on)
                    for one in row.signed_off
                ],
            )
            for row in sorted(
                self.section.renderings, key=lambda row: order.index(row.kind)
            )
        ]

    @property
    def nations(self) -> list[str | _StrPromise]:
        """Where it applies, in words."""
        return [labels.NATIONS[nation] for nation in self.body.applies_in]

    @property
    def kind(self) -> str | _StrPromise:
        """What sort of thing it is, in words."""
        return labels.KINDS[self.body.kind]

    @property
    def missing_language_checks(self) -> list[str | _StrPromise]:
        """Which sign-off of this language in particular nobody has given, in words."""
        return [
            labels.NOT_CHECKED[role]
            for role in self.section.not_checked_by
            if self.text_lang in settings.GLOSSARY_SIGN_OFFS.get(role, ())
        ]

    @property
    def also(self) -> str:
        """The abbreviation of the name, or what the abbreviation stands for."""
        return other_name(self.section.terms)

    @property
    def also_lang(self) -> str:
        """The language of that other name."""
        other = other_term(self.section.terms)
        return name_lang(other, self.text_lang) if other else self.text_lang

    @property
    def check_summary(self) -> str | _StrPromise:
        """Who has checked the text, in a sentence."""
        if not self.section.checked_by:
            return CHECKED_BY_NOBODY
        missing = self.section.not_checked_by
        return CHECKED_BY_SOME if missing else CHECKED_BY_ALL

    @property
    def checks(self) -> list[str | _StrPromise]:
        """Who has checked the text, in words."""
        return [labels.CHECKED[role] for role in self.section.checked_by]

    @property
    def missing_checks(self) -> list[str | _StrPromise]:
        """Who has not checked the text, in words."""
        roles = self.section.not_checked_by
        return [labels.NOT_CHECKED[role] for role in roles]

    def related(self, shelf: Shelf) -> list[RelatedGroup]:
        """Return the related entries in groups."""
        ids = [row.id for row in self.body.related]
        items = {item.id: item for item in list_entries(shelf, ids, self.lang)}
        groups = []
        for relation, heading in labels.RELATIONS.items():
            rows = [
                items[row.id]
                for row in self.body.related
                if row.relation == relation and row.id in items
            ]
            groups += [RelatedGroup(heading, rows)] if rows else []
        return groups

    def _layer(self, name: TextLayer) -> list[ShownLayer]:
        layer = getattr(self.section, name)
        heading = labels.LAYERS[name]
        anchor = name.replace("_", "-")
        return [ShownLayer(anchor, heading, layer.html)] if layer else []
