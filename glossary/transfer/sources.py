"""Sources in a content folder: what it has, what is here, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.models import (
    Citation,
    CitedSource,
    DocumentKind,
    DocumentText,
    Source,
    Term,
)
from glossary.transfer.parts import Part
from glossary.transfer.values import plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.transfer.content import Content
    from glossary.transfer.values import Values


class Sources(Part):
    """The public documents and pages on which entries rest."""

    kind = DocumentKind.SOURCE
    is_ordered = False

    def in_folder(self, content: Content) -> dict[str, Values]:
        """Return the columns of each source."""
        return {key: _values(content, key) for key in content.sources}

    def here(self) -> dict[str, Values]:
        """Return the same of what is here."""
        return {row["id"]: plain(row) for row in Source.objects.values()}

    def write(self, content: Content, due: Collection[str]) -> None:
        """Bring in these sources."""
        rows = [Source(id=key, **_values(content, key)) for key in due]
        names = [field.name for field in Source._meta.concrete_fields]
        Source.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[name for name in names if name != "id"],
        )

    def used(self, keys: Collection[str]) -> set[str]:
        """Return the sources that are cited, or whose text was added."""
        return {
            *Citation.objects.filter(source__in=keys).values_list("source", flat=True),
            *CitedSource.objects.filter(source__in=keys).values_list(
                "source", flat=True
            ),
            *DocumentText.objects.filter(source__in=keys).values_list(
                "source", flat=True
            ),
            *Term.objects.filter(provenance_source__in=keys).values_list(
                "provenance_source", flat=True
            ),
        }

    def remove(self, keys: Collection[str]) -> None:
        """Remove these sources."""
        Source.objects.filter(pk__in=keys).delete()


def _values(content: Content, source_id: str) -> dict[str, object]:
    document = content.sources[source_id]
    publisher = content.publishers.get(document.publisher)
    return {
        "kind": document.kind,
        "genre": document.genre or "",
        "title": document.title,
        "publisher": document.publisher,
        "publisher_names": publisher.languages if publisher else {},
        "url": str(document.url),
        "published_on": document.published_on and document.published_on.isoformat(),
        "licence": document.licence or "",
        "lang": document.lang,
        "note": document.note or "",
        "text_file": document.file or "",
    }
