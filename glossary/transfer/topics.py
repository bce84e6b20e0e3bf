"""Topics in a content folder: what it has, what is here, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.models import DocumentKind, Entry, Topic, TopicLabel
from glossary.transfer.parts import Part
from glossary.transfer.values import in_order, of_document

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.transfer.content import Content
    from glossary.transfer.values import Values


class Topics(Part):
    """The subjects under which entries are listed."""

    kind = DocumentKind.TOPIC
    is_ordered = True

    def in_folder(self, content: Content) -> dict[str, Values]:
        """Return what each topic is called in each language."""
        return {key: of_document(topic) for key, topic in content.topics.items()}

    def here(self) -> dict[str, Values]:
        """Return the same of what is here."""
        return {
            topic.id: {
                "languages": {
                    row.lang: {"label": row.label, "description": row.description}
                    for row in topic.labels.all()
                }
            }
            for topic in Topic.objects.prefetch_related("labels")
        }

    def write(self, content: Content, due: Collection[str]) -> None:
        """Bring in these topics, with their labels and no others."""
        here = Topic.objects.values_list("pk", flat=True)
        order = in_order(content.topics, [*here, *due])
        Topic.objects.bulk_create(
            (Topic(id=key, position=place) for place, key in enumerate(order)),
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["position"],
        )
        TopicLabel.objects.filter(topic__in=due).delete()
        TopicLabel.objects.bulk_create(
            TopicLabel(topic_id=key, lang=lang, **text.model_dump())
            for key in due
            for lang, text in content.topics[key].languages.items()
        )

    def used(self, keys: Collection[str]) -> set[str]:
        """Return the topics under which an entry is listed."""
        listed = Entry.objects.values_list("topics", flat=True)
        return {key for topics in listed for key in topics} & set(keys)

    def remove(self, keys: Collection[str]) -> None:
        """Remove these topics."""
        Topic.objects.filter(pk__in=keys).delete()
