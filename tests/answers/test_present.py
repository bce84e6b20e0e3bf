"""What is held is of a version and of a day."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from glossary import reading
from glossary.answers import present_at_hand
from glossary.answers.present import present
from tests.factories import published


def test_what_is_not_known_without_waiting_is_not_at_hand():
    reading.forget()

    assert present_at_hand() is None


@pytest.mark.django_db
def test_the_present_is_the_newest_publication_and_the_day_here():
    today = dt.datetime.fromtimestamp(time.time()).astimezone().date()

    newest = published()

    day = (today.year, today.month, today.day)
    assert present() == (newest.sequence, day)


@pytest.mark.django_db
def test_what_is_at_hand_is_the_same(settings):
    settings.SEQUENCE_CHECK_SECONDS = 60
    published()

    known = present()

    assert present_at_hand() == known
