"""The shape of an entry document, and what must hold inside one.

Term types and statuses are those of ISO 30042 (TBX); relations those of SKOS.
``docs/content.md`` explains every field to writers.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from glossary.document.spoken import spoken_sections
from glossary.errors import DocumentError, Problem
from glossary.matching import check_only, check_unless

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "concept",
    "policing-practice",
    "legal",
    "organisation",
    "role",
    "programme",
    "data",
    "report",
    "service",
    "funding",
]
Nation = Literal["england", "wales", "scotland", "northern-ireland"]
TermType = Literal["full-form", "short-form", "abbreviation", "acronym", "code"]
TermStatus = Literal["preferred", "admitted", "deprecated", "superseded"]
ProvenanceStatus = Literal[
    "attested",
    "attested-variant",
    "by-pattern",
    "widely-known",
    "proposed",
    "kept-in-english",
]
RelationType = Literal["broader", "related", "replaced-by"]
ATTESTED = frozenset({"attested", "attested-variant"})
LAYERS = ("explanation", "for_you", "ask", "detail", "update", "notice")
"""The parts of a section below its short version, in reading order."""


def clean_text(text: str) -> str:
    """Return ``text`` in NFC; refuse characters that nobody can see or type."""
    for char in text:
        if char not in "\n\t" and unicodedata.category(char) in {"Cc", "Co", "Cs"}:
            message = f"contains the character U+{ord(char):04X}"
            raise ValueError(message)
    return unicodedata.normalize("NFC", text.strip())


# No longer than their columns: SQLite would take more, PostgreSQL would not.
Text = Annotated[str, AfterValidator(clean_text), Field(min_length=1)]
Label = Annotated[Text, Field(max_length=120)]
Name = Annotated[Text, Field(max_length=200)]
Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=120)
]
AddressPart = Annotated[str, AfterValidator(clean_text), Field(max_length=120)]
EntryId = Annotated[Slug, Field(max_length=80)]
ShortId = Annotated[Slug, Field(max_length=60)]
LanguageCode = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", max_length=20)
]
Pattern = Annotated[Text, Field(max_length=1000)]
Unless = Annotated[Pattern, AfterValidator(check_unless)]
Only = Annotated[Pattern, AfterValidator(check_only)]
YearOrDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")]


class Shape(BaseModel):
    """No field is unknown, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


ShapeT = TypeVar("ShapeT", bound=Shape)

_STORED = object()
"""The context in which a document was checked before, perhaps by other languages."""


class Provenance(Shape):
    """Where a name comes from, and how sure that is."""

    status: ProvenanceStatus
    source: Slug | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _attested_names_its_source(self) -> Self:
        if self.status in ATTESTED and not self.source:
            message = "an attested name must name its source"
            raise ValueError(message)
        return self


class TermDocument(Shape):
    """One name of an entry in one language.

    ``forms`` are what else it is in running text: verbs of it, its singular inside.
    ``unless`` and ``only`` are the patterns by which it is known to be meant there.
    ``grammar`` is what the language's own module knows of names: see ``spoken``.
    """

    text: Name
    type: TermType
    status: TermStatus
    plural: Name | None = None
    forms: tuple[Name, ...] = ()
    grammar: dict[str, JsonValue] = {}
    context_only: StrictBool = False
    unless: tuple[Unless, ...] = ()
    only: tuple[Only, ...] = ()
    sort_as: Name | None = None
    provenance: Provenance | None = None


class SectionDocument(Shape):
    """An entry in one language: its names, then its text in layers.

    ``hidden`` are words that lead here and are shown and marked nowhere: dialect,
    slang, old and other spellings (SKOS ``hiddenLabel``).
    ``edition`` and ``matches`` are left out of files that people write; they
    are then worked out when the document is applied. What ``slug`` may be its language
    says; where it is left out it is the id of the entry.
    """

    slug: AddressPart = ""
    terms: Annotated[tuple[TermDocument, ...], Field(min_length=1)]
    hidden: tuple[Name, ...] = ()
    short: Text
    explanation: Text | None = None
    for_you: Text | None = None
    ask: Text | None = None
    detail: Text | None = None
    update: Text | None = None
    notice: Text | None = None
    edition: Annotated[int, Field(ge=1)] | None = None
    matches: dict[LanguageCode, int] | None = None

    @model_validator(mode="after")
    def _one_preferred_term_comes_first(self) -> Self:
        statuses = [term.status for term in self.terms]
        if statuses[0] != "preferred" or statuses.count("preferred") != 1:
            message = "exactly one term is preferred, and it comes first"
            raise ValueError(message)
        return self

    @property
    def preferred(self) -> TermDocument:
        """The term under which the entry is listed."""
        return self.terms[0]


class CitationDocument(Shape):
    """A source, and its own words where they are quoted."""

    source: Slug
    quotation: Text | None = None
    lang: LanguageCode
    locator: Text | None = None


class RelationDocument(Shape):
    """A relation to another entry, seen from this one."""

    relation: RelationType
    id: EntryId


class InUse(Shape):
    """When a term was in use, as years or dates."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    start: YearOrDate | None = Field(default=None, alias="from")
    end: YearOrDate | None = Field(default=None, alias="to")


class ReviewDates(Shape):
    """When the entry was last looked through, and when it is due again."""

    checked_on: dt.date
    check_due: dt.date


class EntryDocument(Shape):
    """One entry, whole."""

    id: EntryId
    kind: Kind
    topics: Annotated[tuple[ShortId, ...], Field(min_length=1)]
    applies_in: Annotated[tuple[Nation, ...], Field(min_length=1)]
    as_at: dt.date
    in_use: InUse = InUse()
    languages: Annotated[dict[LanguageCode, SectionDocument], Field(min_length=1)]
    citations: Annotated[tuple[CitationDocument, ...], Field(min_length=1)]
    related: tuple[RelationDocument, ...] = ()
    review: ReviewDates

    @field_validator("languages")
    @classmethod
    def _sections_are_as_their_languages_have_them(
        cls, sections: dict[str, SectionDocument], info: ValidationInfo
    ) -> dict[str, SectionDocument]:
        if info.context is _STORED:
            return sections
        return spoken_sections(sections, entry_id=info.data.get("id", ""))

    @model_validator(mode="after")
    def _relations_lead_elsewhere_once(self) -> Self:
        pairs = [(relation.relation, relation.id) for relation in self.related]
        if len(set(pairs)) != len(pairs):
            message = "the same relation is given twice"
            raise ValueError(message)
        if self.id in {other for _, other in pairs}:
            message = "an entry cannot be related to itself"
            raise ValueError(message)
        return self

    @property
    def source_ids(self) -> frozenset[str]:
        """The sources that the citations and the names' provenance rest on."""
        cited = {citation.source for citation in self.citations}
        for section in self.languages.values():
            for term in section.terms:
                if term.provenance and term.provenance.source:
                    cited.add(term.provenance.source)
        return frozenset(cited)


def parse_document(data: Mapping[str, Any]) -> EntryDocument:
    """Return the entry document in ``data``.

    Raises ``DocumentError`` with one problem for each field that is wrong.
    """
    return parse_shape(EntryDocument, data)


def parse_shape(shape: type[ShapeT], data: Any) -> ShapeT:
    """Return ``data`` as ``shape``.

    Raises ``DocumentError`` with one problem for each field that is wrong.
    """
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        problems = _problems(error)
        raise DocumentError("The document is not valid.", *problems) from None


def from_json(text: str) -> EntryDocument:
    """Return the document that ``to_json`` wrote."""
    return EntryDocument.model_validate_json(text, context=_STORED)


def to_json(document: EntryDocument) -> str:
    """Return the canonical JSON text: one document, one text."""
    return document.model_dump_json(by_alias=True, exclude_defaults=True)


def to_mapping(document: EntryDocument) -> dict[str, Any]:
    """Return the document as plain values, with empty and usual ones left out."""
    return document.model_dump(by_alias=True, exclude_defaults=True)


def _problems(error: ValidationError) -> list[Problem]:
    """Turn the library's findings into ours: a JSON pointer and a reason each.

    A finding about a whole that only follows from one about its part is left out.
    """
    found = error.errors(include_url=False, include_input=False)
    places = [row["loc"] for row in found]
    return [
        Problem(
            place="/" + "/".join(str(part) for part in row["loc"]),
            code=row["type"].replace("_", "-"),
            detail=row["msg"].removeprefix("Value error, "),
        )
        for row in found
        if not any(
            len(p) > len(row["loc"]) and p[: len(row["loc"])] == row["loc"]
            for p in places
        )
    ]
