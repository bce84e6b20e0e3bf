"""Days and runs of text in the language of the page."""

import datetime as dt

import pytest
from django.utils import translation

from glossary.document import schema
from glossary.models import Change
from glossary.templatetags.plain_words import day, unless
from glossary.web import wording


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
        assert day("2025-07-04T10:00:00Z") == written


def test_only_a_run_in_another_language_says_so():
    assert unless("cy", "en") == ' lang="cy"'
    assert unless("cy", "cy") == ""
    assert unless('"><', "en") == ' lang="&quot;&gt;&lt;"'


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        pytest.param(wording.KINDS, schema.Kind, id="kinds"),
        pytest.param(wording.NATIONS, schema.Nation, id="nations"),
        pytest.param(wording.PROVENANCE, schema.ProvenanceStatus, id="provenance"),
    ],
)
def test_every_code_has_words(words, codes):
    assert set(words) == set(codes.__args__)


def test_everything_that_a_publication_does_has_words():
    assert set(wording.CHANGES) == set(Change.values)


def test_every_sign_off_has_words(settings):
    assert (
        set(wording.CHECKED)
        == set(wording.NOT_CHECKED)
        == set(settings.GLOSSARY_SIGN_OFFS)
    )


def test_every_layer_but_the_notice_has_a_heading():
    assert set(wording.LAYERS) == set(schema.LAYERS) - {"notice"}
