"""What was loaded before: the last text of each document, and the ones before it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from glossary.models import (
    BATCH,
    Action,
    Event,
    LoadedDocument,
    batches,
    rows_among,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary.document import DocumentKind


def digest_of(document: str) -> str:
    """Return the digest of a document's canonical JSON."""
    return hashlib.sha256(document.encode()).hexdigest()


class Loaded:
    """What was loaded of one kind of documents."""

    def __init__(self, kind: DocumentKind) -> None:
        """Read the digests; the texts are read where they are wanted."""
        self._rows = LoadedDocument.objects.filter(kind=kind)
        self.last = dict(self._rows.newest().values_list("key", "digest"))

    def texts(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the documents as they were loaded last."""
        rows = self._rows.newest().values_list("key", "document")
        return dict(rows_among(rows, "key", keys))

    def before(self, digests: Mapping[str, str]) -> set[str]:
        """Return the keys whose text, by its digest, was ever loaded."""
        rows = self._rows.values_list("key", "digest")
        found = set(rows_among(rows, "digest", digests.values()))
        return {key for key, digest in digests.items() if (key, digest) in found}


def record_loaded(
    load: Event, kind: DocumentKind, documents: Mapping[str, str]
) -> None:
    """Write down that these texts were loaded last, once those before are forgotten."""
    LoadedDocument.objects.bulk_create(
        (
            LoadedDocument(
                load=load,
                kind=kind,
                key=key,
                document=document,
                digest=digest_of(document),
            )
            for key, document in documents.items()
        ),
        batch_size=BATCH,
    )


def forget_loaded(kind: DocumentKind, keys: Iterable[str]) -> None:
    """Let these documents be of our own making: no file is the last word on them."""
    last = LoadedDocument.objects.newest().filter(kind=kind)
    for part in batches(keys):
        last.filter(key__in=part).update(is_last=False)


def last_load() -> Event | None:
    """Return the event of the load that came last, if there was one."""
    loads = Event.objects.filter(action=Action.CONTENT_LOADED)
    return loads.order_by("-id").first()
