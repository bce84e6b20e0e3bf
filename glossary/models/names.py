"""Documents by their names: two columns of every table that speaks of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models

from glossary.document import DocumentKind, Name
from glossary.models.batches import batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

M = TypeVar("M", bound=models.Model)
T = TypeVar("T")

KINDS = [(kind.value, kind.value) for kind in DocumentKind]


def is_known(field: str = "kind", *, or_none: bool = False) -> models.Q:
    """Return the condition that there is such a kind of documents."""
    known = [kind.value for kind in DocumentKind]
    return models.Q(**{f"{field}__in": [*known, ""] if or_none else known})


class Named(models.Model):
    """Something about the document ``kind``/``key``."""

    kind = models.CharField(max_length=20, choices=KINDS)
    key = models.CharField(max_length=120)

    class Meta:
        """Each table says itself what holds in it."""

        abstract = True

    @property
    def name(self) -> Name:
        """The name of the document."""
        return Name(DocumentKind(self.kind), self.key)


def by_kind(names: Iterable[Name]) -> dict[DocumentKind, list[str]]:
    """Return the keys of documents under their kinds, each once, in their order."""
    found: dict[DocumentKind, dict[str, None]] = {}
    for name in names:
        found.setdefault(name.kind, {})[name.key] = None
    return {kind: list(keys) for kind, keys in found.items()}


def rows_named(
    rows: models.QuerySet[M, T],
    names: Iterable[Name],
    fields: tuple[str, str] = ("kind", "key"),
) -> Iterator[T]:
    """Yield those of ``rows`` that are about one of these documents."""
    for part in parts_named(rows, names, fields):
        yield from part


def parts_named(
    rows: models.QuerySet[M, T],
    names: Iterable[Name],
    fields: tuple[str, str] = ("kind", "key"),
) -> Iterator[models.QuerySet[M, T]]:
    """Yield the same as querysets of no more names than one statement takes."""
    kind_field, key_field = fields
    for kind, keys in by_kind(names).items():
        for part in batches(keys):
            yield rows.filter(**{kind_field: kind, f"{key_field}__in": part})
