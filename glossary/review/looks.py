"""What somebody last looked at is remembered, for them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.errors import NotFoundError
from glossary.models import Look, Revision

if TYPE_CHECKING:
    from glossary.models import User


@transaction.atomic
def look_at(revision: Revision, reader: User) -> Look:
    """Return what somebody sees of a document now, and what they saw before it.

    Looking twice at one text is looking once: what was before stays. It is no event:
    nobody is told who reads what. Raises ``NotFoundError`` where the text was erased
    meanwhile.
    """
    now = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    if now.name != revision.name or now.is_erased != revision.is_erased:
        raise NotFoundError(_("There is no such revision."))
    row = _known(revision, reader)
    if row is None:
        row = Look(user=reader, kind=revision.kind, key=revision.key)
    elif row.digest == revision.digest:
        return row
    else:
        row.former, row.former_at = row.document, row.at
    row.revision, row.at = revision, timezone.now()
    row.document, row.digest = revision.document, revision.digest
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # in another window at once, which counts
        return Look.objects.get(user=reader, kind=row.kind, key=row.key)
    return row


def _known(revision: Revision, reader: User) -> Look | None:
    rows = Look.objects.filter(kind=revision.kind, key=revision.key)
    return rows.filter(user=reader).first()
