"""A text to be checked, and how it is read."""

from __future__ import annotations

from glossary.api.parameters.annotate import OFFSETS
from glossary.api.parameters.base import Answered
from glossary.api.parameters.fields import AUTO, Choice, Text, TextLanguage


class CheckQuery(Answered):
    """How a text is read. With a text as the body, this is the query string."""

    lang = TextLanguage(
        required=False,
        default=AUTO,
        help_text="The language of the text (BCP 47), or `auto`: the likeliest one.",
    )
    offsets = Choice(
        required=False,
        default="code-point",
        choices=OFFSETS,
        help_text="What `start` and `end` count.",
    )


class CheckBody(CheckQuery):
    """A text and how it is read."""

    text = Text()
