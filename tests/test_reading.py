"""What a process has read follows what is published."""

from __future__ import annotations

import time

import pytest

from glossary import reading
from glossary.models import Publication
from glossary.reading import indexes, shelves
from tests.factories import published, section, source, withdrawn


def found(name: str) -> list[str]:
    """Return the ids of what has this name now."""
    return [match.entry_id for match in reading.shelf().index.lookup(name)]


def test_what_is_read_back_is_what_was_published(starter_glossary):
    shelf = reading.shelf()

    assert shelf.sources | starter_glossary.sources == shelf.sources
    assert shelf.topics | starter_glossary.topics == shelf.topics
    assert shelf.helplines | starter_glossary.helplines == shelf.helplines


def test_a_publication_is_found_without_a_new_index(starter_glossary):
    before = reading.shelf()

    published("zebra-crossing")

    assert found("zebra crossing") == ["zebra-crossing"]
    assert reading.shelf().whole is before.whole


def test_a_withdrawn_entry_is_found_no_more(starter_glossary):
    published("toad-crossing")
    before = reading.shelf()

    withdrawn("toad-crossing")

    assert found("toad crossing") == []
    assert reading.shelf().index.count() == before.index.count() - 1


def test_another_name_takes_the_place_of_the_old_one(starter_glossary):
    published("zebra-crossing")
    reading.shelf()

    published("zebra-crossing", languages={"en": section("pelican crossing")})

    assert found("pelican crossing") == ["zebra-crossing"]
    assert found("zebra crossing") == []


def test_however_many_entries_have_changed_all_are_followed(
    starter_glossary, monkeypatch
):
    monkeypatch.setattr(indexes, "_FEW", 0)
    before = reading.shelf()

    published("zebra-crossing")

    assert found("zebra crossing") == ["zebra-crossing"]
    assert reading.shelf().whole is before.whole


def test_what_is_published_of_other_documents_is_no_entry(starter_glossary):
    before = reading.shelf()

    source("zebra-report")

    assert reading.shelf().index.count() == before.index.count()
    assert not indexes.changed_since(before.whole, reading.shelf().sequence)


def test_shelves_of_one_line_follow_each_on_the_one_before(starter_glossary):
    first = reading.shelf()
    published("zebra-crossing")
    second = reading.shelf()

    reading.forget()

    assert second is not first
    assert second.line is first.line
    assert reading.shelf().line is not first.line


def test_a_shelf_of_earlier_content_begins_another_line(starter_glossary):
    shelf = reading.shelf()

    earlier = shelves.Shelf(shelf.sequence - 1, shelf.whole, shelf)

    assert earlier.line is not shelf.line


def test_many_changes_make_a_new_index(starter_glossary):
    before = reading.shelf()

    for number in range(4):
        published(f"zebra-{number}")

    assert found("zebra 3") == ["zebra-3"]
    assert reading.shelf().whole.sequence == reading.version()
    assert reading.shelf().whole is not before.whole


@pytest.mark.django_db(transaction=True)
def test_a_large_glossary_is_read_anew_beside_the_answers(monkeypatch):
    monkeypatch.setattr(shelves, "_SMALL", 0)
    published("zebra-crossing")
    before = reading.shelf()

    published("problem-profile")

    assert found("problem profile") == ["problem-profile"]
    assert new_index(before.whole)
    assert found("problem profile") == ["problem-profile"]


def new_index(old: object) -> bool:
    """Wait for an index that is made in another thread."""
    until = time.monotonic() + 20
    while reading.shelf().whole is old and time.monotonic() < until:
        time.sleep(0.01)
    return reading.shelf().whole is not old


def test_an_index_in_a_file_is_used_again(starter_glossary, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = str(tmp_path)
    reading.forget()
    reading.shelf()
    (file,) = tmp_path.iterdir()
    made = file.stat().st_mtime_ns

    reading.forget()

    assert found("problem profile") == ["problem-profile"]
    assert file.stat().st_mtime_ns == made


def test_the_index_in_a_file_may_be_an_earlier_one(
    starter_glossary, settings, tmp_path
):
    settings.SEARCH_INDEX_DIR = str(tmp_path)
    reading.forget()
    kept = reading.shelf().whole

    published("zebra-crossing")
    reading.forget()

    assert found("zebra crossing") == ["zebra-crossing"]
    assert reading.shelf().whole.sequence == kept.sequence


def test_the_index_of_other_content_is_made_anew(starter_glossary, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = str(tmp_path)
    reading.forget()
    reading.shelf()

    Publication.objects.filter(sequence=reading.version()).update(digest="x")
    reading.forget()

    assert reading.shelf().whole.origin == "x"
