"""Writes helplines to their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.models import Helpline, HelplineText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.document import HelplineDocument


def write_helplines(documents: Mapping[str, HelplineDocument]) -> None:
    """Make the tables hold these helplines and no others. Call in a transaction."""
    Helpline.objects.all().delete()
    Helpline.objects.bulk_create(
        Helpline(id=document.id, **_values(place, document))
        for place, document in enumerate(documents.values())
    )
    HelplineText.objects.bulk_create(
        HelplineText(helpline_id=document.id, lang=lang, **values)
        for document in documents.values()
        for lang, values in _texts(document).items()
    )


def _values(position: int, document: HelplineDocument) -> dict[str, Any]:
    return {
        "position": position,
        "audience": document.audience,
        "areas": list(document.areas),
        "speaks": list(document.speaks),
        "phone": document.phone or "",
        "text": document.text or "",
        "web": str(document.web),
        "chat": document.chat,
        "seen": [page.model_dump(mode="json") for page in document.seen],
        "number_seen_on": document.number_seen_on,
        "number_dated": document.number_dated,
        "rung_on": document.rung_on,
        "review_by": document.review_by,
    }


def _texts(document: HelplineDocument) -> dict[str, dict[str, str]]:
    return {
        lang: {name: value or "" for name, value in text.model_dump().items()}
        for lang, text in document.languages.items()
    }
