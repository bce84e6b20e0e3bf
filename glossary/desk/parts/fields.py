"""What the fields of documents, and the codes in them, are called on the desk.

A field has its words by the shape that it is in and its name there, as the document
writes it. A test walks through the shapes, so that none is forgotten.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from glossary import labels, languages
from glossary.closed_lists import Article, PageOwner, SourceKind, TermStatus, TermType
from glossary.dates import day_in_words
from glossary.desk.parts.field_words import FIELDS
from glossary.document import SHAPES, TermDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.utils.functional import _StrPromise

    from glossary.document import DocumentKind

    Words = str | _StrPromise

CODES: dict[tuple[str, str], Mapping[str, Words]] = {
    ("EntryDocument", "kind"): labels.KINDS,
    ("EntryDocument", "applies_in"): labels.NATIONS,
    ("TermDocument", "type"): {
        TermType.FULL_FORM: _("full name"),
        TermType.SHORT_FORM: _("short name"),
        TermType.ABBREVIATION: _("abbreviation"),
        TermType.ACRONYM: _("abbreviation of first letters"),
        TermType.CODE: _("code"),
    },
    ("TermDocument", "status"): {
        TermStatus.PREFERRED: _("preferred"),
        TermStatus.ADMITTED: _("used too"),
        TermStatus.DEPRECATED: _("better avoided"),
        TermStatus.SUPERSEDED: _("older, no longer used"),
    },
    ("Provenance", "status"): labels.PROVENANCE,
    ("WelshGrammar", "gender"): labels.GENDERS,
    ("WelshGrammar", "article"): {
        Article.NONE: _("no article"),
        Article.Y: _("takes “y”"),
        Article.YR: _("takes “yr”"),
    },
    ("RenderingDocument", "kind"): labels.RENDERINGS,
    ("RenderingSignOff", "role"): labels.ROLES,
    ("ReviewRecord", "signed_off"): labels.ROLES,
    ("RelationDocument", "relation"): labels.RELATIONS,
    ("SourceDocument", "kind"): {
        SourceKind.DOCUMENT: _("A document from which terms were taken"),
        SourceKind.WEB_PAGE: _("A page that supports what we say"),
    },
    ("SourceDocument", "genre"): labels.GENRES,
    ("SourceDocument", "licence"): labels.LICENCES,
    ("HelplineDocument", "audience"): labels.AUDIENCES,
    ("HelplineDocument", "areas"): labels.NATIONS,
    ("SeenPage", "whose"): {
        PageOwner.OWN: _("The body's own"),
        PageOwner.AUTHORITY: _("A public authority's"),
        PageOwner.OTHER: _("Somebody else's"),
    },
}
"""What the codes of closed lists are called, by shape and field."""

_LANGUAGES = {"lang", "name_lang", "speaks"}
"""The fields that hold codes of languages."""


class Field(NamedTuple):
    """A field of a shape; of a list or a table of languages, what each part of it is.

    Without a ``shape`` it is none that we know: a draft may hold anything.
    """

    shape: str
    name: str

    @property
    def label(self) -> Words:
        """What it is called; its own name where nobody has given it words."""
        words = FIELDS.get((self.shape, self.name))
        return words.label if words else self.name

    def words(self, value: Any) -> Words | None:
        """Return what a value that is no text is called: a code, a day, yes or no."""
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if not isinstance(value, str):
            return None
        if self.name in _LANGUAGES and value in languages.codes():
            return languages.get(value).name
        return CODES.get((self.shape, self.name), {}).get(value) or _day(value)


def fields_of(shape: type[BaseModel]) -> dict[str, Field]:
    """Return the fields of a shape, as the document writes them, in its order."""
    return {name: Field(shape.__name__, name) for name in _annotations(shape)}


def inside(shape: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    """Return the shape of what a field holds, or of each part of it."""
    return next(_shapes(_annotations(shape).get(name)), None) if shape else None


def shape_of(kind: DocumentKind) -> type[BaseModel]:
    """Return the shape of documents of this kind."""
    return SHAPES[kind]


def grammar_of(lang: str) -> type[BaseModel] | None:
    """Return the shape of what a language knows of a name."""
    return languages.get(lang).grammar if lang in languages.codes() else None


def is_grammar(shape: type[BaseModel] | None, name: str) -> bool:
    """Tell whether a field is the grammar of a name: its language has the shape."""
    return shape is TermDocument and name == "grammar"


@cache
def _annotations(shape: type[BaseModel]) -> Mapping[str, Any]:
    fields = shape.model_fields.items()
    return {field.alias or name: field.annotation for name, field in fields}


def _shapes(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the shapes that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    parts = get_args(annotation)
    for part in parts[:1] if get_origin(annotation) is Annotated else parts:
        yield from _shapes(part)


def _day(text: str) -> Words | None:
    """Return a day in words, if the text is one."""
    try:
        day = dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 (a day)
    except ValueError:
        return None
    return day_in_words(day, get_language() or languages.codes()[0])
