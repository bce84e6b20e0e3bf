"""Merging entries: what turned out to be the same as another one leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE, RelationType, WithdrawalReason
from glossary.document import DocumentKind, Name, from_json
from glossary.errors import Problem, StateError
from glossary.models import (
    Action,
    Address,
    Entry,
    Event,
    Publication,
    locked_dataset,
)
from glossary.publishing.conditions import current_publication
from glossary.publishing.links import linked_with
from glossary.publishing.rights import require_withdrawer
from glossary.publishing.rules import tombstone_of, withdraw_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.models import Actor


@transaction.atomic
def merge_entries(*, keep: str, away: Sequence[str], actor: Actor) -> list[Publication]:
    """Let entries lead to the one that stays, for ever: ids, slugs and short codes.

    That they are the same is said by their own texts, which others have signed off:
    each of them has the relation ``replaced-by``. No word of the one that stays is
    changed. What points to the others points to it from then on. Returns the
    tombstones, then the publications of entries that show something else. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where one is not there, and
    ``StateError`` with a problem for each that cannot be merged.
    """
    require_withdrawer(actor)
    dataset = locked_dataset()
    names = [Name(DocumentKind.ENTRY, key) for key in dict.fromkeys(away)]
    stays = current_publication(Name(DocumentKind.ENTRY, keep))
    gone = [current_publication(name) for name in names]
    _require_mergeable(stays, gone)
    _lead(away, keep)
    for row in gone:
        details = {"into": keep}
        Event.objects.record_step(
            Action.MERGED, row.revision, actor=actor, details=details
        )
    tombstones = [tombstone_of(row, WithdrawalReason.REPLACED, [keep]) for row in gone]
    return withdraw_with(dataset, tombstones, linked_with(names), actor)


def _lead(away: Sequence[str], keep: str) -> None:
    """Let ids, short codes and addresses lead to the entry that stays."""
    entries = Entry.objects.filter(Q(pk__in=away) | Q(merged_into__in=away))
    entries.update(merged_into=keep)
    addresses = Address.objects.filter(entry__in=away)
    addresses.update(entry=keep, is_current=False)


def _require_mergeable(stays: Publication, gone: Sequence[Publication]) -> None:
    if not gone:
        raise StateError(_("Choose what is to be merged."))
    found = list(_unmergeable(stays, gone))
    if found:
        raise StateError(_("Nothing was merged."), *found)


def _unmergeable(stays: Publication, gone: Sequence[Publication]) -> Iterator[Problem]:
    """Yield why entries cannot be merged."""
    public = [stays, *gone]
    for row in public:
        if row.change in GONE:
            detail = _("“%(name)s” is not public.")
            yield Problem(str(row.name), "not-public", detail % {"name": row.key})
    for row in gone:
        if not _says_so(row, stays.key):
            detail = _(
                "“%(name)s” does not say yet that “%(other)s” replaces it. Write that "
                "in it, and let somebody sign it off."
            )
            names = {"name": row.key, "other": stays.key}
            yield Problem(str(row.name), "not-said", detail % names)


def _says_so(row: Publication, other: str) -> bool:
    """Tell whether the public text of an entry says that another one replaces it."""
    return any(
        one.relation == RelationType.REPLACED_BY and one.id == other
        for one in from_json(row.revision.document).related
    )
