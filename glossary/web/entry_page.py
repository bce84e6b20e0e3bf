"""What the page of an entry shows, made from the entry's public form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from django.conf import settings

from glossary import languages
from glossary.presentation import BASE, entry_path
from glossary.shown_names import name_lang, other_name, other_term
from glossary.web import wording
from glossary.web.listing import Item, list_entries
from glossary.web.names import Names, is_proposed, list_names
from glossary.web.page import Partner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise

    from glossary.models import Publication
    from glossary.reading import Shelf

_FIRST = ("explanation", "for_you", "ask")
"""The parts of the text that come before help; the others come after it."""


class Layer(NamedTuple):
    """A part of the text with its heading."""

    id: str
    heading: str | _StrPromise
    html: str


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

    body: Mapping[str, Any]
    lang: str
    text_lang: str

    @classmethod
    def of(cls, publication: Publication, lang: str) -> ShownEntry:
        """Read a publication that is not withdrawn."""
        body = orjson.loads(publication.body.replace(BASE, ""))
        present = [code for code, part in body["languages"].items() if "slug" in part]
        return cls(body, lang, lang if lang in present else present[0])

    @property
    def section(self) -> Mapping[str, Any]:
        """The text that is shown."""
        return self._part(self.text_lang)

    @property
    def state(self) -> str:
        """Whether the page's own language is current, behind or missing."""
        return str(self._part(self.lang)["state"])

    @property
    def paths(self) -> dict[str, str]:
        """The path of the page in each language."""
        first = self.section["slug"]
        return {
            code: entry_path(code, self._part(code).get("slug", first))
            for code in languages.codes()
        }

    @property
    def layers(self) -> list[Layer]:
        """What everybody should read, in reading order."""
        return [layer for name in _FIRST for layer in self._layer(name)]

    @property
    def update(self) -> list[Layer]:
        """What has changed since, if anything is known to have."""
        return self._layer("update")

    @property
    def detail(self) -> list[Layer]:
        """More for those who want it, if there is more."""
        return self._layer("detail")

    @property
    def name_lang(self) -> str:
        """The language of the preferred name, which is not always that of the text."""
        return name_lang(self.section["terms"][0], self.text_lang)

    @property
    def has_proposed_name(self) -> bool:
        """Whether nobody but us uses the preferred name."""
        return is_proposed(self.section["terms"][0])

    @property
    def names(self) -> Names:
        """All names in the language of the text."""
        return list_names(self.section, self.text_lang)

    @property
    def names_elsewhere(self) -> list[NamesElsewhere]:
        """The names in the languages other than that of the text."""
        return [
            NamesElsewhere(
                Partner(
                    row.code, row.name, self.paths[row.code], row.code == self.lang
                ),
                list_names(self._part(row.code), row.code),
            )
            for row in languages.all_languages()
            if row.code != self.text_lang and "terms" in self._part(row.code)
        ]

    @property
    def nations(self) -> list[str | _StrPromise]:
        """Where it applies, in words."""
        return [wording.NATIONS[nation] for nation in self.body["applies_in"]]

    @property
    def kind(self) -> str | _StrPromise:
        """What sort of thing it is, in words."""
        return wording.KINDS[self.body["kind"]]

    @property
    def missing_language_checks(self) -> list[str | _StrPromise]:
        """Which sign-off of this language in particular nobody has given, in words."""
        return [
            wording.NOT_CHECKED.get(role, role)
            for role in self.section["not_checked_by"]
            if self.text_lang in settings.GLOSSARY_SIGN_OFFS.get(role, ())
        ]

    @property
    def also(self) -> str:
        """The abbreviation of the name, or what the abbreviation stands for."""
        return other_name(self.section["terms"])

    @property
    def also_lang(self) -> str:
        """The language of that other name."""
        other = other_term(self.section["terms"])
        return name_lang(other, self.text_lang) if other else self.text_lang

    @property
    def check_summary(self) -> str | _StrPromise:
        """Who has checked the text, in a sentence."""
        if not self.section["checked_by"]:
            return wording.CHECKED_BY_NOBODY
        missing = self.section["not_checked_by"]
        return wording.CHECKED_BY_SOME if missing else wording.CHECKED_BY_ALL

    @property
    def checks(self) -> list[str | _StrPromise]:
        """Who has checked the text, in words."""
        return [wording.CHECKED.get(role, role) for role in self.section["checked_by"]]

    @property
    def missing_checks(self) -> list[str | _StrPromise]:
        """Who has not checked the text, in words."""
        roles = self.section["not_checked_by"]
        return [wording.NOT_CHECKED.get(role, role) for role in roles]

    def related(self, shelf: Shelf) -> list[RelatedGroup]:
        """Return the related entries in groups."""
        ids = [row["id"] for row in self.body["related"]]
        items = {item.id: item for item in list_entries(shelf, ids, self.lang)}
        groups = []
        for relation, heading in wording.RELATIONS.items():
            rows = [
                items[row["id"]]
                for row in self.body["related"]
                if row["relation"] == relation and row["id"] in items
            ]
            groups += [RelatedGroup(heading, rows)] if rows else []
        return groups

    def _layer(self, name: str) -> list[Layer]:
        layer = self.section[name]
        heading = wording.LAYERS[name]
        return [Layer(name.replace("_", "-"), heading, layer["html"])] if layer else []

    def _part(self, lang: str) -> Mapping[str, Any]:
        part: Mapping[str, Any] = self.body["languages"].get(lang, {"state": "missing"})
        return part
