"""Which helplines a reader may be shown as checked, and which are due again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from glossary.models import Helpline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


class Reviewable(Protocol):
    """What has to be looked at again by a certain day: a row, or a document."""

    @property
    def review_by(self) -> dt.date:
        """The last day on which it counts as checked."""


R = TypeVar("R", bound=Reviewable)


def overdue(helplines: Iterable[R], today: dt.date) -> list[R]:
    """Return the helplines that were to be checked again before ``today``."""
    return [row for row in helplines if row.review_by < today]


def is_checked(helpline: Helpline, today: dt.date) -> bool:
    """Tell whether its number may be shown as one that was checked."""
    is_due = bool(overdue([helpline], today))
    return helpline.status == Helpline.Status.CHECKED and not is_due
