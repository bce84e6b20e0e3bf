"""Helplines for tests: as a file has them, and in the database."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from glossary.document import DocumentKind, HelplineDocument, Name, parse_shape
from glossary.models import Publication
from glossary.publishing import withdraw_unneeded
from tests.factories import OPERATOR, on_show

if TYPE_CHECKING:
    from glossary.transfer import Content

TODAY = timezone.localdate()
RECENT = str(TODAY - dt.timedelta(days=100))
OLD = str(TODAY - dt.timedelta(days=1000))
LATER = str(TODAY + dt.timedelta(days=100))


def seen(**values: Any) -> dict[str, Any]:
    """Return a page of the body itself that shows its number and is not old."""
    return {
        "url": "https://line.example/contact/",
        "whose": "own",
        "shows_number": True,
        "dated": RECENT,
        "seen_on": str(TODAY),
        "languages": {"en": "Its page", "cy": "Ei thudalen"},
        **values,
    }


def helpline(**values: Any) -> dict[str, Any]:
    """Return a helpline in both languages whose number was seen."""
    english = {"name": "A line", "brief": "people", "who_for": "For you."}
    welsh = {"name": "Llinell", "brief": "pobl", "who_for": "I chi."}
    return {
        "id": "a-line",
        "audience": "adults",
        "areas": ["wales"],
        "speaks": ["en", "cy"],
        "phone": "0800 000 000",
        "web": "https://line.example/",
        "languages": {"en": english, "cy": welsh},
        "seen": [seen()],
        "review_by": LATER,
        **values,
    }


def starters(content: Content) -> None:
    """Let the public see the helplines of a content folder."""
    for one in (content.helplines or {}).values():
        on_show(one)


def stored(*helplines: dict[str, Any]) -> None:
    """Let the public see these helplines, in this order, and no others."""
    documents = [
        parse_shape(HelplineDocument, {**one, "position": place})
        for place, one in enumerate(helplines)
    ]
    rows = Publication.objects.of_kind(DocumentKind.HELPLINE).readable()
    gone = set(rows.values_list("key", flat=True)) - {one.id for one in documents}
    names = [Name(DocumentKind.HELPLINE, key) for key in sorted(gone)]
    withdraw_unneeded(names=names, actor=OPERATOR)
    for one in documents:
        on_show(one)
