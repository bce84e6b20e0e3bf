"""A plan tells of what somebody writes here while a newer text comes in."""

from __future__ import annotations

import pytest

from glossary.document import Name
from glossary.review import begin_draft
from tests.review.writing import SIGNS, WRITES, approved, somebody
from tests.transfer.edits import ENTRY, HELPLINE, change

pytestmark = pytest.mark.django_db

OTHER = "entry/grooming"


def passed_by(folder):
    """Return the number of each revision that a load would pass by."""
    return {str(row.name): row.waiting for row in folder.plan().lines if row.passes_by}


def begun(name, actor):
    return begin_draft(name=Name.parse(name), actor=actor)


def test_work_is_passed_by_where_the_file_comes_in(folder):
    wen = somebody("wen")
    folder.load()
    begun(ENTRY, wen)
    begun(OTHER, wen)
    change(folder, ENTRY)
    change(folder, HELPLINE)

    assert passed_by(folder) == {ENTRY: 2}


def test_work_on_a_document_of_another_kind_is_not_passed_by(folder):
    wen = somebody("wen")
    folder.write_topics("police-data", "problem-profile")
    folder.load()
    begun(ENTRY, wen)
    folder.write_topics("problem-profile", "police-data")

    assert folder.standings() == {
        "topic/police-data": "changed",
        "topic/problem-profile": "changed",
    }
    assert passed_by(folder) == {}


def test_of_a_text_that_is_ready_and_a_draft_after_it_the_draft_is_named(folder):
    wen, sam = somebody("wen", *WRITES), somebody("sam", *SIGNS)
    folder.load()
    ready = approved(wen, sam, en="Another text.")
    draft = begun(OTHER, wen)
    folder.change_section("grooming", "en", short="Changed in the file.")

    assert (ready.number, draft.number) == (2, 3)
    assert passed_by(folder) == {OTHER: 3}
