"""A helpline counts as checked until its day, and no longer."""

import datetime as dt

import pytest

from glossary.helplines import is_checked, overdue
from glossary.models import Helpline

DAY = dt.date(2027, 5, 21)


@pytest.mark.parametrize(
    ("today", "is_due"),
    [
        pytest.param(DAY - dt.timedelta(days=1), False, id="before"),
        pytest.param(DAY, False, id="on-the-day"),
        pytest.param(DAY + dt.timedelta(days=1), True, id="after"),
    ],
)
def test_it_is_overdue_after_its_day(today, is_due):
    row = Helpline(status="checked", review_by=DAY)

    assert (overdue([row], today) == [row]) is is_due
    assert is_checked(row, today) is not is_due


def test_one_that_was_never_checked_is_not_checked():
    assert not is_checked(Helpline(status="not-checked", review_by=DAY), DAY)


def test_the_documents_of_a_content_folder_can_be_asked_too(starter_content):
    documents = starter_content.helplines.values()

    assert overdue(documents, dt.date(2026, 11, 21)) == []
    assert overdue(documents, dt.date(2030, 1, 1)) == list(documents)
