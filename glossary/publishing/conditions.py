"""What must hold before something is published: read under the lock, told in words."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE, Change, WithdrawalReason
from glossary.document import DocumentKind, Name, grounds, listings, pointers
from glossary.errors import NotFoundError, Problem, StateError
from glossary.models import (
    Arrival,
    Erasure,
    Publication,
    Revision,
    rows_among,
    rows_named,
)
from glossary.publishing.links import needed, reviewed_in
from glossary.review import WRITTEN, still_required

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glossary.document import Document

ALONE = dt.timedelta(hours=24)
"""So long one person may undo a withdrawal that was a mistake."""


def current_publication(name: Name) -> Publication:
    """Return what is published of a document now, a tombstone too."""
    rows = Publication.objects.current().of_kind(name.kind).of([name.key])
    found = rows.select_related("revision").first()
    if found is None:
        detail = _("Nothing was published under the name “%(name)s”.")
        raise NotFoundError(detail % {"name": name})
    return found


def revision_to_restore(current: Publication) -> Revision:
    """Return what is to be shown again of a withdrawn document.

    It is the newest text that was signed off since. What nobody writes here may come
    back without that, and so may for a day what was withdrawn as a mistake: as it was,
    or as it came in since. Raises ``StateError`` where somebody has to sign it off.
    """
    rows = Revision.objects.approved().filter(kind=current.kind, key=current.key)
    shown = current.revision_id
    after = rows.filter(Q(pk=shown) | Q(base__revision=shown)).order_by("-number")
    found = next((row for row in after if not still_required(row)), None)
    if found is None and _may_come_back_alone(current):
        found = after.filter(Q(pk=shown) | ~Q(arrival=Arrival.WRITTEN_HERE)).first()
    if found is None:
        detail = _("“%(name)s” has to be signed off first.")
        raise StateError(detail % {"name": current.name})
    return approved_revisions([found])[found.name]


def _may_come_back_alone(gone: Publication) -> bool:
    """Tell whether one person may bring back what was withdrawn."""
    is_new = timezone.now() - _went_at(gone) <= ALONE
    was_right = gone.reason in {WithdrawalReason.MISTAKE, ""}
    return gone.name.kind not in WRITTEN or (is_new and was_right)


def _went_at(gone: Publication) -> dt.datetime:
    """Return when readers saw it last: a tombstone may have been published anew."""
    rows = Publication.objects.of_kind(gone.name.kind).of([gone.key])
    rows = rows.only("sequence", "published_at")
    seen = rows.exclude(change__in=GONE).latest("sequence")
    return rows.filter(sequence__gt=seen.sequence).earliest("sequence").published_at


def require_replacements(
    reason: WithdrawalReason, replaced_by: Sequence[str], *, of: Name
) -> None:
    """Refuse to lead readers to what is not there, or nowhere where they are told so.

    Raises ``StateError``.
    """
    names = [Name(DocumentKind.ENTRY, key) for key in replaced_by]
    public = {row.name for row in rows_named(Publication.objects.readable(), names)}
    missing = sorted(set(names) - (public - {of}))
    if missing:
        detail = _("“%(name)s” is not public.")
        raise StateError(detail % {"name": missing[0]})
    if reason == WithdrawalReason.REPLACED and not names:
        raise StateError(_("Say which entry takes its place."))


def approved_revisions(revisions: Sequence[Revision]) -> dict[Name, Revision]:
    """Return the revisions as the database has them, by their documents' names.

    They are held until the transaction ends: nobody writes in one meanwhile.
    """
    ids = [row.pk for row in revisions]
    rows = Revision.objects.approved().select_related("base")
    rows = rows.select_for_update(of=("self",))
    rows = rows.defer("base__body", "base__index")
    found = {row.pk: row for row in rows_among(rows, "pk", ids)}
    chosen: dict[Name, Revision] = {}
    for given in revisions:
        row = found.get(given.pk)
        if row is None or row.name != given.name:
            raise StateError(_("Only an approved revision can be published."))
        if chosen.setdefault(row.name, row) is not row:
            detail = _("Two revisions of “%(name)s” cannot be published together.")
            raise StateError(detail % {"name": row.name})
    return chosen


def require_ready(chosen: Mapping[Name, Revision]) -> None:
    """Refuse what cannot be published, each for its own reason."""
    found = list(hindrances(chosen))
    if len(found) == 1:
        raise StateError(found[0].detail)
    if found:
        raise StateError(_("Nothing was published."), *found)


def hindrances(chosen: Mapping[Name, Revision]) -> Iterator[Problem]:
    """Yield why revisions cannot be published, in the order in which they came.

    It is asked again when something is published: meanwhile a sign-off may have become
    too old, and somebody may have turned out to be one of the authors.
    """
    current = Publication.objects.current().select_related("revision")
    shown = {row.name: row for row in rows_named(current, chosen)}
    led = _led_to_an_erased_key(chosen)
    for name, mine in chosen.items():
        detail = _passed_by(mine, shown[name]) if name in shown else ""
        if not detail and name in led:
            detail = _("“%(name)s” leads to a key that was erased for ever.")
        if not detail and mine.arrival == Arrival.WRITTEN_HERE and still_required(mine):
            detail = _("“%(name)s” has to be signed off first.")
        if detail:
            yield Problem(str(name), "not-ready", detail % {"name": name})


def _led_to_an_erased_key(chosen: Mapping[Name, Revision]) -> set[Name]:
    """Return which of these would bring back a key that was erased.

    Somebody had it in a form that was open then, or in a content folder.
    """
    if not Erasure.objects.exclude(former="").exists():
        return set()  # no text is read for it
    others = {
        name: {row.other for row in pointers(mine.read())}
        for name, mine in chosen.items()
    }
    taken = Erasure.objects.keys_taken({*chain.from_iterable(others.values())})
    return {name for name, found in others.items() if found & taken}


def _passed_by(mine: Revision, shown: Publication) -> str:
    """Return why a revision does not follow what is shown, if it does not.

    What is public already and what was withdrawn do not; of what was erased something
    new may become public, by the same way as ever. A revision that departs from
    an earlier text than the public one would undo, and nobody would know, what was
    published meanwhile.
    """
    if shown.change == Change.WITHDRAWN:
        return _("“%(name)s” is withdrawn. It has to be restored first.")
    if shown.revision.number >= mine.number:
        return _("“%(name)s” shows this revision already, or a newer one.")
    if mine.base is None or mine.base.revision_id != shown.revision_id:
        return _("“%(name)s” was changed since this revision was begun.")
    return ""


def require_ground(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> None:
    """Refuse what rests on what is not public, and whose topic is withdrawn.

    A topic may not be there yet: an entry is then listed under it once it is.
    """
    rests = dict(_resting(documents, revisions))
    public = rows_named(Publication.objects.readable(), rests)
    topics = dict(_listed(documents))
    withdrawn = rows_named(Publication.objects.withdrawn(), topics)
    missing = {*rests} - {row.name for row in public}
    missing |= {row.name for row in withdrawn}
    missing -= documents.keys()
    if missing:
        detail = _("“%(name)s” is not public.")
        problems = (
            Problem(str((rests | topics)[name]), "not-public", detail % {"name": name})
            for name in sorted(missing)
        )
        raise StateError(_("A text rests on something that is not there."), *problems)


def _resting(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> Iterator[tuple[Name, Name]]:
    """Yield what the documents cannot do without, and which of them."""
    for name, document in documents.items():
        for row in [*grounds(document), *reviewed_in(revisions[name])]:
            yield row.other, name


def _listed(documents: Mapping[Name, Document]) -> Iterator[tuple[Name, Name]]:
    """Yield the topics that documents are listed under, and which of them."""
    for name, document in documents.items():
        for row in listings(document):
            yield row.other, name


def require_unneeded(names: Collection[Name]) -> None:
    """Refuse to take away what something public cannot do without."""
    found = sorted(map(str, needed(names)))
    if found:
        detail = _("Something still needs this, so it stays: %(names)s")
        raise StateError(detail % {"names": ", ".join(found)})
