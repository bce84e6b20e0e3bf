"""A text and how it is read, and which part of the vocabulary to take home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from django.utils.translation import gettext as _
from pydantic import Field, model_validator

from glossary.api.openapi.parts import PART
from glossary.api.requests.base import Answered
from glossary.api.requests.codes import (
    AUTO,
    KNOWN,
    NOT_NULL,
    Language,
    TextLanguage,
)
from glossary.api.requests.refusals import refusal
from glossary.api.requests.values import Ids

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

MAX_TEXT = 1024 * 1024
"""How many bytes of UTF-8 a text may have: it has no more characters, either."""
MAX_CHECKED = 200_000
"""About 80 pages, as on the site: checking costs far more than finding terms."""

Offsets = Annotated[
    Annotated[Literal["code-point", "utf-16", "utf-8"], KNOWN],
    Field(description="What `start` and `end` count."),
]


class AnnotateOptions(Answered):
    """How a text is read in which to find terms."""

    lang: Annotated[
        TextLanguage,
        Field(
            description="The language whose terms are looked for, or `auto`: all, and "
            "of abbreviations those of the text's own."
        ),
    ] = AUTO
    occurrences: Annotated[
        Annotated[Literal["all", "first"], KNOWN],
        Field(description="Whether each term is listed each time, or only the first."),
    ] = "all"
    exclude: Annotated[Ids, Field(description="Ids of entries to leave out.")] = []
    offsets: Offsets = "code-point"


class AnnotateRequest(AnnotateOptions):
    """A text, plain or as HTML (one of the two), and how it is read."""

    text: Annotated[
        str | None,
        NOT_NULL,
        Field(
            description="A text of at most 1 MB of UTF-8.",
            json_schema_extra={"maxLength": MAX_TEXT},
        ),
    ] = None
    html: Annotated[
        str | None,
        NOT_NULL,
        Field(
            description="HTML, a part or a page, of at most 1 MB of UTF-8.",
            json_schema_extra={"maxLength": MAX_TEXT},
        ),
    ] = None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say that it is one of two: with a text, or with HTML."""
        found = handler.resolve_ref_schema(handler(schema))
        kinds = [_with_one(found, "text", "html"), _with_one(found, "html", "text")]
        return {"description": found["description"], "oneOf": kinds}

    @model_validator(mode="after")
    def _there_is_one_text(self) -> Self:
        if self.text is not None and self.html is not None:
            detail = _("Give “text” or “html”, not both.")
            raise refusal("both", detail, at="html")
        if self.text is None and self.html is None:
            raise refusal("required", _("This is needed."), at="text")
        return self


def _with_one(schema: JsonSchemaValue, given: str, not_given: str) -> JsonSchemaValue:
    """Return the description of a request with one of two texts."""
    members = {
        name: value for name, value in schema["properties"].items() if name != not_given
    }
    part = {**schema, "properties": members, "required": [given]}
    return {PART: {f"Annotate{given.title()}": part}}


class CheckOptions(Answered):
    """How a text is read that is to be checked."""

    lang: Annotated[
        TextLanguage,
        Field(description="The language of the text, or `auto`: the likeliest one."),
    ] = AUTO
    offsets: Offsets = "code-point"


class CheckRequest(CheckOptions):
    """A text to be checked, and how it is read."""

    text: Annotated[
        str,
        Field(
            description="A text of at most 200 kB of UTF-8.",
            json_schema_extra={"maxLength": MAX_CHECKED},
        ),
    ]


class TermPackQuery(Answered):
    """Which part of the vocabulary."""

    lang: Annotated[
        Language | None,
        NOT_NULL,
        Field(description="The language of the forms; all when left out."),
    ] = None
    include: Annotated[
        Annotated[Literal["short"], KNOWN] | None,
        NOT_NULL,
        Field(description="`short`: what each entry means in brief, too."),
    ] = None
