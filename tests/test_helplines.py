"""How old a number is, and when its page has to be looked at again."""

import datetime as dt

import pytest

from glossary.document import HelplineDocument, parse_shape
from glossary.helplines import may_have_changed, overdue
from tests.helplines import helpline, seen

TODAY = dt.date(2026, 11, 28)


def dated(day):
    """Return a helpline whose number was seen on a page of this day, if it has one."""
    page = seen(dated=day and str(day), seen_on="2027-12-31")
    return parse_shape(HelplineDocument, helpline(seen=[page], review_by="2028-12-31"))


@pytest.mark.parametrize(
    ("day", "is_old"),
    [
        pytest.param(dt.date(2026, 11, 28), False, id="of-today"),
        pytest.param(dt.date(2024, 11, 28), False, id="two-years-to-the-day"),
        pytest.param(dt.date(2024, 11, 27), True, id="a-day-more"),
        pytest.param(None, True, id="without-a-date"),
    ],
)
def test_a_number_may_have_changed_after_two_years(day, is_old):
    assert may_have_changed(dated(day), TODAY) is is_old


def test_two_years_before_a_leap_day_is_the_last_of_february():
    leap_day = dt.date(2028, 2, 29)

    assert not may_have_changed(dated(dt.date(2026, 2, 28)), leap_day)
    assert may_have_changed(dated(dt.date(2026, 2, 27)), leap_day)


@pytest.mark.parametrize(
    ("days", "is_due"),
    [
        pytest.param(1, False, id="before"),
        pytest.param(0, False, id="on-the-day"),
        pytest.param(-1, True, id="after"),
    ],
)
def test_it_is_overdue_after_its_day(days, is_due):
    late = parse_shape(HelplineDocument, helpline())
    asked = late.review_by - dt.timedelta(days=days)

    assert (overdue([late], asked) == [late]) is is_due


def test_the_documents_of_a_content_folder_can_be_asked_too(starter_content):
    documents = starter_content.helplines.values()

    assert overdue(documents, dt.date(2026, 11, 21)) == []
    assert overdue(documents, dt.date(2030, 1, 1)) == list(documents)
    assert {may_have_changed(one, TODAY) for one in documents} == {True, False}
    assert all(may_have_changed(one, dt.date(2030, 1, 1)) for one in documents)
