"""A text and how it is read, and which part of the vocabulary to take home."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from glossary.api.parameters.base import Answered
from glossary.api.parameters.fields import (
    AUTO,
    Choice,
    Ids,
    LanguageCode,
    Text,
    TextLanguage,
)

OFFSETS = ["code-point", "utf-16", "utf-8"]
OCCURRENCES = ["all", "first"]


class AnnotateQuery(Answered):
    """How a text is read. With a text as the body, this is the query string."""

    lang = TextLanguage(
        required=False,
        default=AUTO,
        help_text="The language whose terms are looked for (BCP 47), or `auto`: all.",
    )
    occurrences = Choice(required=False, default="all", choices=OCCURRENCES)
    exclude = Ids(
        required=False, default=list, help_text="Ids of entries to leave out."
    )
    offsets = Choice(
        required=False,
        default="code-point",
        choices=OFFSETS,
        help_text="What `start` and `end` count.",
    )


class AnnotateBody(AnnotateQuery):
    """A text, plain or as HTML, and how it is read."""

    text = Text(required=False)
    html = Text(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """There is one text."""
        if "text" in attrs and "html" in attrs:
            detail = _("Give “text” or “html”, not both.")
            raise serializers.ValidationError({"html": detail}, code="both")
        if "text" not in attrs and "html" not in attrs:
            raise serializers.ValidationError({"text": ""}, code="required")
        return attrs


class TermPackQuery(Answered):
    """Which part of the vocabulary."""

    lang = LanguageCode(
        required=False,
        help_text="The language of the forms (BCP 47); all when left out.",
    )
    include = Choice(
        required=False,
        choices=["short"],
        help_text="`short`: what each entry means in brief, too.",
    )
