"""Days, months and years as people write them."""

import datetime as dt

import pytest

from glossary.dates import date_in_words, day_in_words, first_day


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("2023-12-08", "cy", "8 Rhagfyr 2023"),
        ("2023-12", "cy", "Rhagfyr 2023"),
        ("2020-07", "cy", "Gorffennaf 2020"),
        ("2023-12", "en", "December 2023"),
        ("2023", "en", "2023"),
        ("2023-12", "tlh", "2023-12"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(text, lang, words):
    assert date_in_words(text, lang) == words


def test_a_day_is_said_in_full():
    assert day_in_words(dt.date(2023, 12, 8), "en") == "8 December 2023"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", dt.date(2019, 1, 1)),
        ("2019-04", dt.date(2019, 4, 1)),
        ("2019-04-30", dt.date(2019, 4, 30)),
    ],
)
def test_what_is_known_in_part_begins_on_its_first_day(text, day):
    assert first_day(text) == day
