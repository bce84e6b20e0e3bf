"""The one rule of feedback: an answer is counted, and nothing else is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from glossary import languages
from glossary.errors import InvalidQueryError, NotFoundError
from glossary.models import FeedbackAnswer, FeedbackCount, Publication

if TYPE_CHECKING:
    import datetime as dt


@transaction.atomic
def count_answer(
    *, entry_id: str, lang: str, answer: str, today: dt.date
) -> FeedbackCount:
    """Add one to the number of times that ``answer`` was given, and return it.

    Anybody may answer, so there is no actor, and no event either: an event would
    keep the time. Raises ``InvalidQueryError`` for an answer that is not offered
    and ``NotFoundError`` where there is no such page.
    """
    if answer not in FeedbackAnswer.values:
        raise InvalidQueryError(_("Please choose one of the answers."))
    readable = Publication.objects.readable().of([entry_id])
    if lang not in languages.codes() or not readable.exists():
        raise NotFoundError(_("There is no such page."))
    row, _is_new = FeedbackCount.objects.get_or_create(
        entry_id=entry_id, lang=lang, answer=answer, month=today.replace(day=1)
    )
    FeedbackCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
    row.refresh_from_db()
    return row
