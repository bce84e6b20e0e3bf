"""The shape of an entry document, and what must hold inside one.

Term types and statuses are those of ISO 30042 (TBX); relations those of SKOS.
``docs/content.md`` explains every field to writers.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    AfterValidator,
    Field,
    JsonValue,
    StrictBool,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from glossary.closed_lists import (
    ATTESTED,
    INVERSE,
    EntryKind,
    Nation,
    ProvenanceStatus,
    RelationType,
    TermStatus,
    TermType,
    TextLayer,
)
from glossary.document.fields import (
    AddressPart,
    EntryId,
    LanguageCode,
    ProperName,
    Shape,
    ShapeT,
    ShortId,
    Slug,
    Text,
    YearOrDate,
)
from glossary.document.kinds import DocumentKind, Name
from glossary.document.renderings import RenderingDocument
from glossary.document.spoken import spoken_sections
from glossary.errors import DocumentError, Problem
from glossary.matching import check_only, check_unless

if TYPE_CHECKING:
    from collections.abc import Mapping

LAYERS = tuple(TextLayer.values())
"""The parts of a section below its short version, in reading order."""


Pattern = Annotated[Text, Field(max_length=1000)]
Unless = Annotated[Pattern, AfterValidator(check_unless)]
Only = Annotated[Pattern, AfterValidator(check_only)]


_STORED = object()
"""The context in which a document was checked before, perhaps by other languages."""


class Document(Shape):
    """What is revised, reviewed and published whole, under a name of its own."""

    document_kind: ClassVar[DocumentKind]
    key_field: ClassVar[str] = "id"

    @property
    def key(self) -> str:
        """What the document is called among those of its kind."""
        return str(getattr(self, self.key_field))

    @property
    def name(self) -> Name:
        """The name of the document."""
        return Name(self.document_kind, self.key)

    @property
    def languages_said(self) -> tuple[str, ...]:
        """The languages in which it says something of its own."""
        return tuple(getattr(self, "languages", ()))

    @property
    def seen_on(self) -> dt.date | None:
        """The day on which somebody last went through it, if that is known."""
        return None

    @property
    def due_on(self) -> dt.date | None:
        """The day by which somebody has to go through it again, if there is one."""
        return None


DocumentT = TypeVar("DocumentT", bound=Document)


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

    text: ProperName
    type: TermType
    status: TermStatus
    plural: ProperName | None = None
    forms: tuple[ProperName, ...] = ()
    grammar: dict[str, JsonValue] = {}
    context_only: StrictBool = False
    unless: tuple[Unless, ...] = ()
    only: tuple[Only, ...] = ()
    sort_as: ProperName | None = None
    provenance: Provenance | None = None


class SectionDocument(Shape):
    """An entry in one language: its names, then its text in layers.

    ``hidden`` are words that lead here and are shown and marked nowhere: dialect,
    slang, old and other spellings (SKOS ``hiddenLabel``).
    ``edition`` and ``matches`` are left out of files that people write; they
    are then counted when the document becomes a revision. What ``slug`` may be its
    language says; where it is left out it is the id of the entry.
    """

    slug: AddressPart = ""
    terms: Annotated[tuple[TermDocument, ...], Field(min_length=1)]
    hidden: tuple[ProperName, ...] = ()
    short: Text
    explanation: Text | None = None
    for_you: Text | None = None
    ask: Text | None = None
    detail: Text | None = None
    update: Text | None = None
    notice: Text | None = None
    renderings: tuple[RenderingDocument, ...] = ()
    edition: Annotated[int, Field(ge=1)] | None = None
    matches: dict[LanguageCode, int] | None = None

    @model_validator(mode="after")
    def _one_preferred_term_comes_first(self) -> Self:
        statuses = [term.status for term in self.terms]
        preferred = TermStatus.PREFERRED
        if statuses[0] != preferred or statuses.count(preferred) != 1:
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


def _can_be_stated(relation: RelationType) -> RelationType:
    """Return ``relation``; what follows from another entry's word is not said twice."""
    if relation not in INVERSE:
        message = f"is stated by the other entry: one of {', '.join(INVERSE)}"
        raise ValueError(message)
    return relation


class RelationDocument(Shape):
    """A relation to another entry, seen from this one."""

    relation: Annotated[RelationType, AfterValidator(_can_be_stated)]
    id: EntryId


class InUse(Shape):
    """When a term was in use, as years or dates."""

    start: YearOrDate | None = Field(default=None, alias="from")
    end: YearOrDate | None = Field(default=None, alias="to")


class ReviewDates(Shape):
    """When the entry was last looked through, and when it is due again."""

    checked_on: dt.date
    check_due: dt.date


class EntryDocument(Document):
    """One entry, whole."""

    document_kind = DocumentKind.ENTRY

    id: EntryId
    kind: EntryKind
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
    def seen_on(self) -> dt.date:
        """The day on which the entry was last looked through."""
        return self.review.checked_on

    @property
    def due_on(self) -> dt.date:
        """The day by which it is to be looked through again."""
        return self.review.check_due

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
    """Return the entry document that ``to_json`` wrote."""
    return read_json(EntryDocument, text)


def read_json(shape: type[DocumentT], text: str) -> DocumentT:
    """Return the document of this shape that ``to_json`` wrote."""
    return shape.model_validate_json(text, context=_STORED)


def to_json(document: Document) -> str:
    """Return the canonical JSON text: one document, one text."""
    return document.model_dump_json(by_alias=True, exclude_defaults=True)


def _problems(error: ValidationError) -> list[Problem]:
    """Turn the library's findings into ours: a JSON pointer and a reason each.

    A finding about a whole that only follows from one about its part is left out.
    """
    found = error.errors()
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
