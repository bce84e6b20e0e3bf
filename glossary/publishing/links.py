"""Where entries are, and where they point: addresses and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import markdown
from glossary.document import LAYERS
from glossary.errors import Problem, StateError
from glossary.models import Address, Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.document import EntryDocument


def claim_addresses(document: EntryDocument) -> None:
    """Give the entry the slugs of its document; the former ones keep leading to it."""
    for lang, section in document.languages.items():
        taken = Address.objects.filter(lang=lang, slug=section.slug).first()
        if taken and taken.entry_id != document.id:
            place = f"/languages/{lang}/slug"
            detail = f"“{section.slug}” is the address of “{taken.entry_id}”."
            raise StateError(
                "The address belongs to another entry.",
                Problem(place, "address-taken", detail),
            )
        mine = Address.objects.filter(entry_id=document.id, lang=lang)
        mine.exclude(slug=section.slug).update(is_current=False)
        Address.objects.update_or_create(
            lang=lang,
            slug=section.slug,
            defaults={"entry_id": document.id, "is_current": True},
        )


def _links(document: EntryDocument) -> dict[tuple[str, str], None]:
    """Return relation and other entry of everything the document points to."""
    found: dict[tuple[str, str], None] = {
        (row.relation, row.id): None for row in document.related
    }
    for section in document.languages.values():
        for layer in LAYERS:
            for other in markdown.mentioned_entries(getattr(section, layer) or ""):
                found[Link.MENTION, other] = None
    return found


def replace_links(documents: Mapping[str, EntryDocument]) -> None:
    """Make the links of these entries those of their documents."""
    Link.objects.filter(entry_id__in=documents).delete()
    Link.objects.bulk_create(
        Link(entry_id=document.id, relation=relation, other=other)
        for document in documents.values()
        for relation, other in _links(document)
    )


def linked_with(documents: Mapping[str, EntryDocument]) -> set[str]:
    """Return the ids of the entries at the other end of any link, either way."""
    onward = Link.objects.filter(entry_id__in=documents).exclude(relation=Link.MENTION)
    back = Link.objects.filter(other__in=documents)
    return {
        *onward.values_list("other", flat=True),
        *back.values_list("entry_id", flat=True),
    }
