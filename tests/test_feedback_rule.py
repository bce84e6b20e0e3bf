"""An answer is counted by one rule, wherever it comes from."""

import datetime as dt

import pytest

from glossary.errors import InvalidQueryError, NotFoundError
from glossary.feedback import count_answer
from tests.factories import published, withdrawn

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 21)


def count(entry_id="grooming", lang="en", answer="yes", today=DAY):
    return count_answer(entry_id=entry_id, lang=lang, answer=answer, today=today)


def test_answers_of_one_month_add_up():
    published("grooming")
    count()

    row = count(today=DAY.replace(day=30))

    assert (row.count, row.month) == (2, dt.date(2026, 11, 1))


def test_another_month_begins_at_one():
    published("grooming")
    count()

    assert count(today=dt.date(2026, 12, 1)).count == 1


def test_an_answer_that_is_not_offered_is_refused():
    published("grooming")
    with pytest.raises(InvalidQueryError):
        count(answer="perhaps")


@pytest.mark.parametrize(
    "where",
    [
        pytest.param({"entry_id": "nothing"}, id="no-entry"),
        pytest.param({"lang": "fr"}, id="no-language"),
    ],
)
def test_a_page_that_is_not_there_is_refused(where):
    published("grooming")
    with pytest.raises(NotFoundError):
        count(**where)


def test_a_withdrawn_page_is_refused():
    published("grooming")
    withdrawn("grooming")

    with pytest.raises(NotFoundError):
        count()
