"""Days and runs of text in the language of the page."""

import datetime as dt

import pytest
from django.utils import translation

from glossary.templatetags.plain_words import day, unless


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        pytest.param("en", "4 July 2025", id="english"),
        pytest.param("cy", "4 Gorffennaf 2025", id="welsh"),
        pytest.param("xx", "2025-07-04", id="no-such-language"),
    ],
)
def test_a_day_is_written_as_people_write_it(lang, written):
    with translation.override(lang):
        assert day(dt.date(2025, 7, 4)) == written
        moment = dt.datetime(2025, 7, 3, 23, 30, tzinfo=dt.UTC)  # past midnight here
        assert day(moment) == written


def test_only_a_run_in_another_language_says_so():
    assert unless("cy", "en") == ' lang="cy"'
    assert unless("cy", "cy") == ""
    assert unless('"><', "en") == ' lang="&quot;&gt;&lt;"'
