"""How old what we know of a helpline is, and which ones have to be looked at again.

One rule for all of them: a number is shown where it was seen on a page of the
body itself or of a public authority. Where the newest such page is more than two
years old, or has no day, readers are told that the number may have changed.
"""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

YEARS = 2


class Numbered(Protocol):
    """What has a number that was seen on a page: a row, or a document."""

    @property
    def number_dated(self) -> dt.date | None:
        """The day of the newest page that shows the number, if it has one."""


class Reviewable(Protocol):
    """What has to be looked at again by a certain day: a row, or a document."""

    @property
    def review_by(self) -> dt.date:
        """The last day on which it is not due."""


R = TypeVar("R", bound=Reviewable)


def may_have_changed(line: Numbered, today: dt.date) -> bool:
    """Tell whether nothing that we saw shows the number of the last two years."""
    return line.number_dated is None or line.number_dated < _years_before(today)


def overdue(helplines: Iterable[R], today: dt.date) -> list[R]:
    """Return the helplines that were to be looked at again before ``today``."""
    return [row for row in helplines if row.review_by < today]


def _years_before(day: dt.date) -> dt.date:
    """Return the same day two years earlier; 28 February for a leap day."""
    year = day.year - YEARS
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))
