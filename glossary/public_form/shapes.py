"""The public form of everything: what pages, API, exports and mirrors read.

Each shape documents itself: the OpenAPI document is made from it. Addresses begin with
``BASE``, one private-use character that no text can contain; whoever serves a form puts
the site's own address in its place. Names follow ISO 30042 (terms), SKOS (relations)
and schema.org where they have one.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Generic, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from glossary.closed_lists import (
    EntryKind,
    Gender,
    LanguageState,
    Licence,
    Nation,
    ProvenanceStatus,
    RelationType,
    RenderingKind,
    SignOffRole,
    TermStatus,
    TermType,
    WithdrawalReason,
)
from glossary.document import DocumentT

BASE = "\ue000"
LICENCE = Licence.CREATIVE_COMMONS.value
FORMAT = 4
"""The number of the public form: it moves when what is made of a document does."""

UNNUMBERED = 0
"""The sequence of a form before it is published."""

Lang = Annotated[str, Field(description="BCP 47.")]
State = Literal[LanguageState.CURRENT, LanguageState.BEHIND]

_TIME = WithJsonSchema({"type": "string", "format": "date-time"})
"""What readers of a form find: a time, though it has none before it is published."""
_BY_STATE = Field(discriminator="state")


class PublicShape(BaseModel):
    """A part of a public form. Nothing changes after it is made."""

    model_config = ConfigDict(
        frozen=True,
        populate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


class PublicForm(PublicShape):
    """A document as the public sees it, with the publication that it comes from."""

    _stamp: ClassVar[str] = "published_at"

    sequence: Annotated[
        int, Field(description="The number of its publication: one row for all.")
    ] = UNNUMBERED

    def content(self) -> str:
        """Return all that a reader sees of the document itself, as JSON text."""
        return self.model_dump_json(by_alias=True, exclude={"sequence", self._stamp})

    def stamped(self, sequence: int, at: dt.datetime) -> Self:
        """Return the form as the publication with this number shows it."""
        return self.model_copy(update={"sequence": sequence, self._stamp: at})

    def to_json(self) -> str:
        """Return the form as it is stored and given out."""
        return self.model_dump_json(by_alias=True)


class Said(PublicShape):
    """A text and the language that it is in."""

    text: Annotated[str, Field(description="The text.")]
    lang: Lang


class PublicSource(PublicShape):
    """A public document or page that an entry rests on."""

    id: Annotated[str, Field(description="Never changes, is never reused.")]
    title: Annotated[str, Field(description="Its title, in its own language.")]
    publisher: Annotated[str, Field(description="Who published it.")]
    publisher_names: Annotated[
        dict[str, str],
        Field(description="Language to the publisher's name in it. Empty: the same."),
    ] = {}
    url: Annotated[
        str, Field(description="Where it is.", json_schema_extra={"format": "uri"})
    ]
    published_on: Annotated[
        dt.date | None, Field(description="Its day; null: not known.")
    ] = None
    licence: Annotated[
        str | None,
        Field(description="SPDX, `OPL` or `all-rights-reserved`; null: unknown."),
    ] = None
    lang: Lang


class PublicProvenance(PublicShape):
    """Where a name comes from. A name that is `proposed` is not official."""

    status: Annotated[
        ProvenanceStatus, Field(description="How sure it is that this is the name.")
    ]
    source: Annotated[
        PublicSource | None, Field(description="Where it was seen, if anywhere.")
    ] = None


class PublicTerm(PublicShape):
    """One name of an entry (ISO 30042). Null: that does not apply to it."""

    text: Annotated[str, Field(description="The name.")]
    type: Annotated[
        TermType, Field(description="How the name is made (ISO 30042 term type).")
    ]
    status: Annotated[TermStatus, Field(description="ISO 30042 administrative status.")]
    plural: Annotated[str | None, Field(description="Its plural.")] = None
    gender: Annotated[Gender | None, Field(description="Its gender.")] = None
    article: Annotated[
        str | None,
        Field(description="What a sentence puts before the name, which lacks it."),
    ] = None
    context_only: Annotated[
        bool, Field(description="Stands for the term, but is too general a word.")
    ] = False
    provenance: Annotated[
        PublicProvenance | None,
        Field(description="Where it comes from; null: it is the body's own."),
    ] = None


class PublicText(PublicShape):
    """One part of an explanation, in three forms."""

    markdown: Annotated[
        str, Field(description="CommonMark; links to entries are `entry:ID`.")
    ]
    html: Annotated[
        str,
        Field(
            description="Safe: paragraphs, lists, emphasis, links, runs in another "
            "language."
        ),
    ]
    text: Annotated[str, Field(description="Without any markup.")]


class PublicSignOff(PublicShape):
    """Who has checked a rendering, and on which day."""

    role: Annotated[SignOffRole, Field(description="In which role.")]
    signed_on: Annotated[dt.date, Field(description="On which day.")]


class PublicRendering(PublicShape):
    """The same text in another form: in sign language, in easy read, read aloud."""

    kind: Annotated[RenderingKind, Field(description="What form it has.")]
    lang: Annotated[
        str, Field(description="BCP 47; that of British Sign Language is `bfi`.")
    ]
    url: Annotated[
        str, Field(description="Where it is.", json_schema_extra={"format": "uri"})
    ]
    made_by: Annotated[str, Field(description="A person or a body, by its name.")]
    made_on: Annotated[dt.date, Field(description="On which day it was made.")]
    signed_off: Annotated[
        tuple[PublicSignOff, ...], Field(description="Empty: nobody has checked it.")
    ] = ()


class PublicSection(PublicShape):
    """An entry in one language."""

    state: Annotated[
        State,
        Field(description="`behind`: the other language has changed since."),
    ]
    slug: Annotated[str, Field(description="What names it in its address.")]
    url: Annotated[
        str, Field(description="Its page.", json_schema_extra={"format": "uri"})
    ]
    terms: Annotated[
        tuple[PublicTerm, ...], Field(min_length=1, description="Preferred name first.")
    ]
    short: Annotated[str, Field(description="What it is, in a sentence or three.")]
    explanation: Annotated[
        PublicText | None, Field(description="What it is, and how it works.")
    ] = None
    for_you: Annotated[
        PublicText | None, Field(description="What it can mean for the reader.")
    ] = None
    ask: Annotated[
        PublicText | None, Field(description="What the reader can ask or do.")
    ] = None
    detail: Annotated[
        PublicText | None, Field(description="More, for those who want it.")
    ] = None
    update: Annotated[
        PublicText | None, Field(description="What has changed since `as_at`.")
    ] = None
    notice: Annotated[
        PublicText | None, Field(description="What to know before using the word.")
    ] = None
    renderings: Annotated[
        tuple[PublicRendering, ...], Field(description="The text in other forms.")
    ] = ()
    checked_by: Annotated[
        tuple[SignOffRole, ...],
        Field(description="The roles that signed the text off."),
    ] = ()
    not_checked_by: Annotated[
        tuple[SignOffRole, ...], Field(description="The roles that have not.")
    ] = ()

    @property
    def preferred(self) -> PublicTerm:
        """The name under which the entry is listed."""
        return self.terms[0]


class MissingSection(PublicShape):
    """A language in which an entry has no text yet."""

    state: Annotated[
        Literal[LanguageState.MISSING],
        Field(description="Another language never stands in."),
    ] = LanguageState.MISSING


class PublicCitation(PublicShape):
    """What an entry rests on: a source, and its own words where they are quoted."""

    source: Annotated[PublicSource, Field(description="What it rests on.")]
    quotation: Annotated[str | None, Field(description="Verbatim.")] = None
    lang: Annotated[str, Field(description="The language of the quotation (BCP 47).")]
    locator: Annotated[str | None, Field(description="Where in the source.")] = None


class Label(PublicShape):
    """A preferred name. One that is `proposed` is not official."""

    text: Annotated[str, Field(description="The name.")]
    provenance: Annotated[
        ProvenanceStatus | None, Field(description="Null: the name is the body's own.")
    ] = None


class PublicRelation(PublicShape):
    """A connection to another entry (SKOS), shown from both ends."""

    relation: Annotated[
        RelationType, Field(description="What the other entry is, seen from this one.")
    ]
    id: Annotated[str, Field(description="The id of the other entry.")]
    labels: Annotated[
        dict[str, Label], Field(description="Language to preferred name.")
    ]


class PublicUse(PublicShape):
    """When a term was in use, as years or dates; null: not known, or still."""

    start: Annotated[
        str | None, Field(alias="from", description="Since when; null: not known.")
    ] = None
    end: Annotated[
        str | None, Field(alias="to", description="Until when; null: it still is.")
    ] = None


class PublicReview(PublicShape):
    """How the entry's present text came to be approved."""

    arrival: Annotated[
        str,
        Field(
            description="`reviewed-elsewhere`: it came in reviewed, as `record` says; "
            "`written-here`: it was signed off here.",
            json_schema_extra={"enum": ["reviewed-elsewhere", "written-here"]},
        ),
    ]
    record: Annotated[
        str | None, Field(description="What says how it was reviewed, by its name.")
    ] = None


class PublicEntry(PublicForm):
    """One entry, whole, in every language of the site."""

    id: Annotated[str, Field(description="Never changes, is never reused.")]
    url: Annotated[
        str,
        Field(
            description="Its page in the first language that has one; `languages` has "
            "each.",
            json_schema_extra={"format": "uri"},
        ),
    ]
    short_url: Annotated[
        str,
        Field(
            description="Leads to its page in the reader's language.",
            json_schema_extra={"format": "uri"},
        ),
    ]
    revision: Annotated[int, Field(description="Counts within the entry.")]
    kind: Annotated[EntryKind, Field(description="What sort of thing it explains.")]
    topics: Annotated[tuple[str, ...], Field(description="Ids of topics.")]
    applies_in: Annotated[
        tuple[Nation, ...], Field(description="The nations where this holds.")
    ]
    as_at: Annotated[dt.date, Field(description="When the facts were last seen.")]
    in_use: Annotated[PublicUse, Field(description="When the term was in use.")]
    replaced_by: Annotated[
        tuple[str, ...], Field(description="Ids of the entries to read instead.")
    ] = ()
    checked_on: Annotated[dt.date, Field(description="When it was gone through.")]
    check_due: Annotated[dt.date, Field(description="When it has to be again.")]
    review: Annotated[
        PublicReview, Field(description="How the text came to be approved.")
    ]
    languages: Annotated[
        dict[str, Annotated[PublicSection | MissingSection, _BY_STATE]],
        Field(description="BCP 47 to the text in that language."),
    ]
    citations: Annotated[
        tuple[PublicCitation, ...], Field(description="What it rests on.")
    ]
    related: Annotated[
        tuple[PublicRelation, ...], Field(description="Its connections, both ways.")
    ] = ()
    licence: Annotated[str, Field(description="SPDX.")] = LICENCE
    published_at: Annotated[
        dt.datetime | None,
        _TIME,
        Field(description="When this was published (RFC 3339)."),
    ] = None

    def section(self, lang: str) -> PublicSection | None:
        """Return the text in ``lang``, if there is one."""
        found = self.languages.get(lang)
        return found if isinstance(found, PublicSection) else None

    @property
    def sections(self) -> dict[str, PublicSection]:
        """The text in every language in which there is one."""
        return {
            lang: part
            for lang, part in self.languages.items()
            if isinstance(part, PublicSection)
        }


class BriefSection(PublicShape):
    """What an entry means in brief in one language."""

    state: State
    slug: str
    url: Annotated[str, Field(json_schema_extra={"format": "uri"})]
    terms: tuple[PublicTerm, ...]
    short: str
    not_checked_by: tuple[SignOffRole, ...] = ()


class Brief(PublicShape):
    """What an entry means in brief: a part of its public form."""

    id: str
    languages: dict[str, Annotated[BriefSection | MissingSection, _BY_STATE]]

    @property
    def sections(self) -> dict[str, BriefSection]:
        """The text in every language in which there is one."""
        return {
            lang: part
            for lang, part in self.languages.items()
            if isinstance(part, BriefSection)
        }


class Tombstone(PublicForm):
    """What stays of a withdrawn document: no text of it."""

    _stamp = "withdrawn_at"

    id: Annotated[str, Field(description="Stays taken for ever.")]
    reason: Annotated[
        WithdrawalReason | None,
        Field(description="Why, if readers are told: one of a fixed list."),
    ] = None
    replaced_by: Annotated[
        tuple[str, ...], Field(description="Ids of the entries to read instead.")
    ] = ()
    erased: Annotated[
        tuple[int, ...],
        Field(
            description="The sequences whose texts are gone for ever, of other entries "
            "too: delete what you keep of them. Empty: nothing was erased."
        ),
    ] = ()
    withdrawn_at: Annotated[
        dt.datetime | None,
        _TIME,
        Field(description="When it was withdrawn (RFC 3339)."),
    ] = None


class Shown(PublicForm, Generic[DocumentT]):
    """A document other than an entry: it is shown as it is."""

    document: DocumentT
    published_at: dt.datetime | None = None
