"""The starter glossary is for each module as if it had been published for it alone."""

from __future__ import annotations

import pytest

from glossary.models import Event, Publication, Revision
from tests.factories import published, withdrawn
from tests.folder import Folder
from tests.plugins.starter import KeptRows, all_rows


def in_order():
    """Return the rows of all tables, in the same order wherever they lie."""
    return {name: sorted(rows, key=repr) for name, (_, rows) in all_rows().items()}


@pytest.fixture
def folder(tmp_path):
    """A glossary that is smaller than the starter glossary, and loaded as that is."""
    return Folder(tmp_path)


@pytest.fixture
def kept(db, folder):
    """What writes the rows for modules, in a database in which none has begun."""
    return KeptRows(folder.load)


@pytest.fixture
def first(kept):
    """The rows that the first module found."""
    with kept.written():
        return in_order()


def test_a_later_module_finds_the_rows_of_the_first(kept, first):
    with kept.written():
        assert in_order() == first


def test_what_is_put_back_is_what_loading_it_again_would_give(first, folder):
    folder.load()

    loaded = {name: len(rows) for name, rows in in_order().items()}

    assert loaded == {name: len(rows) for name, rows in first.items()}
    assert loaded["glossary_publication"] > 3


def test_nothing_is_left_when_a_module_ends(kept, first):
    with kept.written():
        published("zebra-crossing")

    assert not Publication.objects.exists()
    assert not Event.objects.exists()


def test_no_module_sees_what_another_one_changed(kept, first):
    with kept.written():
        published("zebra-crossing")
        withdrawn("grooming")
        Publication.objects.update(index="{}")

    with kept.written():
        assert in_order() == first


def test_what_a_module_adds_is_numbered_after_what_was_put_back(kept, first):
    with kept.written():
        newest = Revision.objects.latest("id").id

        assert published("zebra-crossing").revision_id > newest


def test_rows_that_writing_changes_are_not_kept(db):
    published()
    rows = KeptRows(lambda: Publication.objects.update(index="{}"))

    with pytest.raises(AssertionError, match="a row was changed"), rows.written():
        pass
