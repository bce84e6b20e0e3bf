"""The numbers that a page prints: whoever has it on paper can touch no link."""

from __future__ import annotations

from typing import NamedTuple

from django.utils import timezone

from glossary.helplines import is_checked
from glossary.models import Helpline

FOR_EVERYBODY = Helpline.Audience.EMERGENCY
FOR_READERS = (Helpline.Audience.CHILDREN, Helpline.Audience.ADULTS)
_MOST = 5
"""So many beside those for everybody: there is room for no more on a sheet."""


class HelpNumber(NamedTuple):
    """A number to ring. ``lang`` is the language of the words."""

    number: str
    name: str
    who_for: str
    lang: str


def help_numbers(lang: str) -> list[HelpNumber]:
    """Return the numbers for everybody, then the first few for readers.

    Only what counts as checked today.
    """
    today = timezone.localdate()
    rows = [
        row
        for row in Helpline.objects.prefetch_related("texts")
        if is_checked(row, today)
    ]
    first = [row for row in rows if row.audience == FOR_EVERYBODY]
    then = [row for row in rows if row.audience in FOR_READERS][:_MOST]
    return [_in_words(row, lang) for row in [*first, *then]]


def _in_words(row: Helpline, lang: str) -> HelpNumber:
    """Return a row in words; a number that is in the name already is left out."""
    texts = {text.lang: text for text in row.texts.all()}
    text = texts.get(lang) or next(iter(texts.values()))
    number = "" if row.phone in text.name else row.phone
    return HelpNumber(number, text.name, text.who_for, text.lang)
