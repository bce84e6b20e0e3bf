"""What the tables of readers' words and answers refuse."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from glossary.closed_lists import FeedbackAnswer, MetIn
from glossary.models import FeedbackCount, SuggestedWord, SuggestionDay
from tests.factories import published

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 21)


def row_of(**values):
    month = dt.date(2026, 11, 1)
    defaults = {"key": "mash", "word": "MASH", "lang": "en", "met_in": MetIn.NEWS}
    months = {"first_month": month, "last_month": month}
    return SuggestedWord(**{**defaults, **months, **values})


def answer_of(publication, **values):
    defaults = {"lang": "en", "answer": FeedbackAnswer.YES, "month": DAY}
    return FeedbackCount(publication=publication, **{**defaults, **values})


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="twice"),
        pytest.param({"lang": "cy", "met_in": "bus"}, id="unknown-place"),
        pytest.param({"lang": "cy", "count": 0}, id="never-came"),
        pytest.param(
            {"lang": "cy", "last_month": dt.date(2026, 10, 1)}, id="last-before-first"
        ),
    ],
)
def test_the_database_refuses_an_impossible_word(values):
    row_of().save()

    with pytest.raises(IntegrityError), transaction.atomic():
        row_of(**values).save()


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="twice"),
        pytest.param({"answer": "perhaps"}, id="unknown-answer"),
    ],
)
def test_the_database_refuses_an_impossible_answer(values):
    publication = published("grooming")
    answer_of(publication).save()

    with pytest.raises(IntegrityError), transaction.atomic():
        answer_of(publication, **values).save()


def test_the_database_keeps_one_day_only():
    SuggestionDay.objects.create(day=DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        SuggestionDay.objects.create(id=2, day=DAY)
