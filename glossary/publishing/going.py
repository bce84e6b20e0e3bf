"""What goes when texts are erased, and what those who read are told of it.

Call inside a transaction that holds the lock of the dataset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import reading
from glossary.closed_lists import GONE, Change, WithdrawalReason
from glossary.database import leave_no_traces
from glossary.document import Name
from glossary.errors import NotFoundError
from glossary.models import (
    ERASED,
    Action,
    Erasure,
    Event,
    Publication,
    Revision,
    was_called,
)
from glossary.public_form import Tombstone
from glossary.publishing.candidates import Candidate, fresh_forms
from glossary.publishing.conditions import require_unneeded
from glossary.publishing.copies import erase_own, erase_publications, shown_elsewhere
from glossary.publishing.erased_list import Listed, write_down
from glossary.publishing.erasing_keys import (
    earlier_mentions,
    put_entry,
    put_new_key,
    require_unmentioned,
    stones_naming,
)
from glossary.publishing.links import remove_links
from glossary.publishing.numbering import write_publications

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from glossary.models import Actor, Dataset


def clear_files(erasure: Erasure) -> bool:
    """Leave nothing of it in the files of the database; tell whether nothing is left.

    Call it outside of a transaction. The kept search index goes, too: whoever needs
    one makes it anew.
    """
    reading.remove_kept_index()
    is_clear = leave_no_traces()
    if is_clear:
        Erasure.objects.filter(pk=erasure.pk).update(cleared_at=timezone.now())
    return is_clear


def erase(
    dataset: Dataset, erasure: Erasure, going: Sequence[Revision], actor: Actor
) -> Erasure:
    """Erase these texts and every copy of them, and let all who read know.

    With the key, what earlier texts of other documents have of it goes before. Raises
    ``StateError`` where something still needs what would go.
    """
    name, with_key = erasure.name, bool(erasure.new_key)
    require_may_go(erasure, going)
    if with_key:
        for other, rows in earlier_mentions(name).items():
            erase(dataset, _beside(erasure, other, rows), rows, actor)
    current = current_of(name)
    takes_away = _takes_away(erasure, current, going)
    if takes_away:
        remove_links([name])
    erasure.gone = [Listed.mark(row) for row in going]
    own = erase_own(name, going)
    if with_key:  # what says only that something was here has the key, too
        every = Publication.objects.of_kind(name.kind).of([name.key])
        own = list(every.values_list("sequence", flat=True))
        put_entry(erasure)
    others = []
    if own:  # nobody has shown a draft
        others = shown_elsewhere(name, with_key=with_key)
    stones = stones_naming(name) if with_key else []
    gone = [*others, *stones]
    sequences = [*own, *(row.sequence for row in gone)]
    mine = _of_itself(erasure, current, sequences, takes_away=takes_away)
    told = {row.name for row in others} | ({name} if not mine and own else set())
    fresh = fresh_forms({}, {}, told, gone=[name] if takes_away else [])
    rest = [one.candidate(Change.EARLIER_ERASED) for one in fresh]
    led = [_led_to(row, erasure) for row in stones if row.is_current]
    erase_publications(sequences)
    write_publications(dataset, [*mine, *led, *rest], actor=actor)
    erasure.sequence = dataset.sequence
    erasure.save()
    record(Action.ERASURE_DONE, erasure, actor, revisions=len(going))
    if with_key:
        put_new_key(erasure)
    write_down(erasure)
    transaction.on_commit(lambda: clear_files(erasure), robust=True)
    return erasure


def require_may_go(erasure: Erasure, going: Sequence[Revision]) -> None:
    """Refuse to take away what something still needs. Raises ``StateError``."""
    if erasure.new_key:
        require_unmentioned(erasure.name)
    if _takes_away(erasure, current_of(erasure.name), going):
        require_unneeded([erasure.name])


def _takes_away(
    erasure: Erasure, current: Publication | None, going: Sequence[Revision]
) -> bool:
    """Tell whether the newest text that was published goes, or all of the document."""
    if current is None:
        return False
    goes = current.revision_id in {row.pk for row in going}
    return goes or bool(erasure.new_key)


def _beside(erasure: Erasure, name: Name, going: Sequence[Revision]) -> Erasure:
    """Return the erasure of what another document has of a key, said by the same."""
    return Erasure.objects.create(
        kind=name.kind,
        key=name.key,
        revisions=[row.number for row in going],
        reason=erasure.reason,
        asked_at=erasure.asked_at,
        asked_by=erasure.asked_by,
        asked_by_name=erasure.asked_by_name,
        erased_at=erasure.erased_at,
        confirmed_at=erasure.confirmed_at,
        confirmed_by=erasure.confirmed_by,
        confirmed_by_name=erasure.confirmed_by_name,
    )


def _of_itself(
    erasure: Erasure,
    current: Publication | None,
    sequences: Sequence[int],
    *,
    takes_away: bool,
) -> list[Candidate]:
    """Return the tombstone of what readers see no more."""
    if current is None:
        return []
    if takes_away:
        stone = Tombstone(
            id=erasure.new_key or current.key, erased=_with_former(current, sequences)
        )
        return [Candidate(current.revision, Change.ERASED, stone)]
    if current.change not in GONE:
        return []
    former = Tombstone.model_validate_json(current.body)
    stone = former.model_copy(update={"erased": _with_former(current, sequences)})
    reason = WithdrawalReason(current.reason) if current.reason else None
    return [Candidate(current.revision, Change(current.change), stone, reason=reason)]


def _with_former(current: Publication, sequences: Sequence[int]) -> tuple[int, ...]:
    """Return the sequences that are to be deleted, with those that were before."""
    former: tuple[int, ...] = ()
    if current.change in GONE:
        former = Tombstone.model_validate_json(current.body).erased
    return tuple(sorted({*former, *sequences}))


def _led_to(current: Publication, erasure: Erasure) -> Candidate:
    """Return the tombstone of another entry, which said to read this one instead.

    Whoever withdrew that has said why.
    """
    former = Tombstone.model_validate_json(current.body)
    instead = (
        erasure.new_key if one == erasure.key else one for one in former.replaced_by
    )
    erased = (*former.erased, current.sequence)
    stone = former.model_copy(update={"replaced_by": tuple(instead), "erased": erased})
    reason = WithdrawalReason(current.reason)
    return Candidate(current.revision, Change(current.change), stone, reason=reason)


def texts_to_go(erasure: Erasure) -> list[Revision]:
    """Return the revisions whose texts are to go, held.

    Raises ``NotFoundError`` where one is not there, or none is: a key can go after all
    texts have gone.
    """
    rows = texts_of(erasure.name).select_for_update(of=("self",))
    wanted = erasure.revisions
    found = list(rows.filter(number__in=wanted) if wanted else rows)
    is_there = bool(found) or (bool(erasure.new_key) and _has_key(erasure))
    if not is_there or len(found) < len(wanted):
        raise NotFoundError(_("There is no such text, or it is erased already."))
    return found


def _has_key(erasure: Erasure) -> bool:
    """Tell whether there is such a document, and its key is not erased already."""
    return is_here(erasure.name) and not Erasure.objects.keys_taken([erasure.name])


def back_again(listed: Listed) -> tuple[Name | None, list[Revision]]:
    """Return under which name a backup has brought back what is listed, and its texts.

    Where that is not the name on the list, the key has come back with it, and every
    text goes with it: all of them had gone.
    """
    name = listed.name
    if listed.former:
        keys = Revision.objects.filter(kind=name.kind).values_list("key", flat=True)
        names = {Name(name.kind, key) for key in keys}
        name = next((one for one in names if was_called(listed.former, one)), name)
    if name != listed.name:
        return name, list(texts_of(name))
    back = [row for row in texts_of(name) if listed.has(row)]
    return (name if back else None), back


def is_here(name: Name) -> bool:
    """Tell whether there is such a document, whatever is left of it."""
    return Revision.objects.filter(kind=name.kind, key=name.key).exists()


def texts_of(name: Name) -> QuerySet[Revision]:
    """Return the revisions of a document whose texts are there."""
    rows = Revision.objects.filter(kind=name.kind, key=name.key)
    return rows.exclude(document=ERASED)


def current_of(name: Name) -> Publication | None:
    """Return what is published of a document now, a tombstone too."""
    rows = Publication.objects.current().of_kind(name.kind).of([name.key])
    return rows.select_related("revision").first()


def record(action: Action, erasure: Erasure, actor: Actor, **more: int) -> None:
    """Write down what was done, and nothing of the text."""
    details = {"erasure": erasure.pk, "reason": erasure.reason, **more}
    Event.objects.record_about(action, erasure.name, actor=actor, details=details)
