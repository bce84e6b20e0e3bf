"""Where entries are, where they point, and on which sources they rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import markdown
from glossary.document import LAYERS
from glossary.errors import Problem, StateError
from glossary.models import BATCH, Address, CitedSource, Link, batches, rows_among

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from glossary.document import EntryDocument

    Documents = Mapping[str, EntryDocument]
    Place = tuple[str, str]  # a language and a slug


def claim_addresses(documents: Documents) -> None:
    """Give the entries the slugs of their documents; former ones keep leading to them.

    Raises ``StateError`` where a slug is, or was, the address of another entry.
    """
    owners = {
        (row.lang, row.slug): row.entry_id
        for row in rows_among(Address.objects.all(), "slug", _slugs(documents))
    }
    _require_free(documents, owners)
    wanted = dict(_wanted(documents))
    for part in batches(_left(documents, wanted)):
        Address.objects.filter(pk__in=part).update(is_current=False)
    Address.objects.bulk_create(
        (
            Address(lang=lang, slug=slug, entry_id=entry_id, is_current=True)
            for (lang, slug), entry_id in wanted.items()
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["lang", "slug"],
        update_fields=["is_current"],
    )


def _wanted(documents: Documents) -> Iterator[tuple[Place, str]]:
    for document in documents.values():
        for lang, section in document.languages.items():
            yield (lang, section.slug), document.id


def _left(documents: Documents, wanted: Mapping[Place, str]) -> list[int]:
    """Return the rows of the addresses that the documents have no more."""
    current = Address.objects.filter(is_current=True)
    return [
        row.pk
        for row in rows_among(current, "entry_id", documents)
        if row.lang in documents[row.entry_id].languages
        and (row.lang, row.slug) not in wanted
    ]


def _slugs(documents: Documents) -> set[str]:
    return {slug for (_, slug), _ in _wanted(documents)}


def _require_free(documents: Documents, owners: dict[Place, str]) -> None:
    """Raise ``StateError`` naming each slug that another entry has."""
    detail = _("“%(slug)s” is the address of “%(entry)s”.")
    problems = [
        Problem(
            f"/languages/{lang}/slug",
            "address-taken",
            detail % {"slug": slug, "entry": owners[lang, slug]},
        )
        for (lang, slug), entry_id in _wanted(documents)
        if owners.setdefault((lang, slug), entry_id) != entry_id
    ]
    if problems:
        raise StateError(_("The address belongs to another entry."), *problems)


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


def replace_links(documents: Documents) -> None:
    """Make the links and the sources of these entries those of their documents."""
    remove_links(documents)
    for part in batches(documents):
        CitedSource.objects.filter(entry_id__in=part).delete()
    Link.objects.bulk_create(
        (
            Link(entry_id=document.id, relation=relation, other=other)
            for document in documents.values()
            for relation, other in _links(document)
        ),
        batch_size=BATCH,
    )
    CitedSource.objects.bulk_create(
        (
            CitedSource(entry_id=document.id, source_id=source_id)
            for document in documents.values()
            for source_id in sorted(document.source_ids)
        ),
        batch_size=BATCH,
    )


def remove_links(entry_ids: Iterable[str]) -> None:
    """Let these entries point nowhere, as what is not public does."""
    for part in batches(entry_ids):
        Link.objects.filter(entry_id__in=part).delete()


def linked_with(entry_ids: Collection[str]) -> set[str]:
    """Return the ids of the entries at the other end of any link, either way."""
    onward = Link.objects.exclude(relation=Link.MENTION).values_list("other", flat=True)
    back = Link.objects.values_list("entry_id", flat=True)
    return {
        *rows_among(onward, "entry_id", entry_ids),
        *rows_among(back, "other", entry_ids),
    }


def resting_on(source_ids: Collection[str]) -> set[str]:
    """Return the ids of the entries whose newest publication rests on these sources."""
    rows = CitedSource.objects.values_list("entry_id", flat=True)
    return set(rows_among(rows, "source_id", source_ids))
