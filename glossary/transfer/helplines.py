"""Helplines in a content folder: what would change, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.models import Helpline, HelplineText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.document import HelplineDocument


def changed_helplines(documents: Mapping[str, HelplineDocument] | None) -> list[str]:
    """Return the ids of the helplines that are new, changed or gone.

    A folder without a file of helplines (``None``) leaves them as they are.
    """
    if documents is None:
        return []
    rows = Helpline.objects.prefetch_related("texts")
    stored = {row.id: (_row_values(row), _row_texts(row)) for row in rows}
    wanted = {
        document.id: (_values(place, document), _texts(document))
        for place, document in enumerate(documents.values())
    }
    return [
        helpline_id
        for helpline_id in {**wanted, **stored}
        if wanted.get(helpline_id) != stored.get(helpline_id)
    ]


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


def _row_values(row: Helpline) -> dict[str, Any]:
    names = {field.attname for field in Helpline._meta.concrete_fields} - {"id"}
    return {name: getattr(row, name) for name in names}


def _row_texts(row: Helpline) -> dict[str, dict[str, str]]:
    names = ("name", "name_lang", "brief", "who_for", "hours", "cost", "notes")
    return {
        text.lang: {name: getattr(text, name) for name in names}
        for text in row.texts.all()
    }
