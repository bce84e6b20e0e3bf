"""What is said of the days that somebody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.desk.writing.remarks import Remark, Weight
from glossary.review import at_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.review import Draft

_DUE = ("/review/check_due", "/review_by")
"""By when an entry, or a helpline, is to be looked through again."""


def remarks_on_days(draft: Draft) -> Iterator[tuple[str, Remark]]:
    """Yield what is to be looked through again by a day that is over."""
    today = timezone.localdate().isoformat()
    for place in _DUE:
        day = at_place(draft, place)
        if isinstance(day, str) and day[:1].isdigit() and day < today:
            text = _("This day is over: readers would be told at once that it is late.")
            yield place, Remark(text, Weight.LOOK)
