"""An index that was made for an earlier test is the one that would be made now."""

from __future__ import annotations

import pytest

from glossary import languages, reading
from glossary.models import Publication
from tests.factories import published
from tests.plugins import indexes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def _content(starter_glossary):
    pass


def whole():
    """Return the index that a test that comes now would read."""
    reading.forget()
    return reading.shelf().whole


def test_the_same_rows_have_the_same_index():
    assert whole() is whole()


def test_an_index_is_made_anew_for_what_was_published():
    before = whole()
    published("zebra-crossing")

    assert whole() is not before
    assert whole().count() == before.count() + 1


def test_an_index_is_made_anew_for_rows_that_were_changed():
    before = whole()
    entry = Publication.objects.entries().get(key="grooming")
    index = entry.index.replace('"grooming"', '"zebra"')
    Publication.objects.filter(pk=entry.pk).update(index=index)

    assert whole() is not before
    assert whole().sequence == before.sequence


def test_an_index_is_made_anew_for_other_languages(monkeypatch):
    before = whole()
    monkeypatch.setattr("glossary.languages._languages", {"en": languages.get("en")})

    assert whole() is not before


def test_an_index_in_a_file_is_not_kept_here(settings, tmp_path):
    before = whole()
    settings.SEARCH_INDEX_DIR = str(tmp_path)

    assert whole() is not before
    assert list(tmp_path.iterdir())


def test_a_small_index_is_not_kept(monkeypatch):
    monkeypatch.setattr(indexes, "_MANY", 1_000)

    assert whole() is not whole()
