"""Each quotation of a public entry stands in the text that we show of its source."""

from __future__ import annotations

import sys

import pytest

from glossary.document_texts import add_document_text
from glossary.transfer import quotations_not_found
from tests.factories import OPERATOR, published, source, withdrawn
from tests.transfer.edits import withdraw

pytestmark = pytest.mark.django_db


def shown(source_id, text):
    """Show the text of a source."""
    source(source_id)
    add_document_text(source_id=source_id, text=text, actor=OPERATOR)


def quoting(entry_id, *quotations):
    """Publish an entry with these quotations, each of a source."""
    published(
        entry_id,
        citations=[
            {"source": key, "lang": "en"} | ({"quotation": words} if words else {})
            for key, words in quotations
        ],
    )


def told():
    return [(str(name), words) for name, words in quotations_not_found()]


@pytest.fixture
def texts(db):
    """Two sources of which we show texts, and one of which we show none."""
    shown("one", "In it it says “so”, the force’s\nown\u00a0words.")
    shown("two", "Other words.")
    source("three")


def test_it_is_found_whatever_its_marks_and_spaces(texts):
    quoting("courts", ("one", "the force's own words"), ("one", 'says "so"'))
    quoting("grooming", ("two", "Other words"), ("two", None))

    assert told() == []


def test_it_has_to_stand_in_the_text_of_its_own_source(texts):
    quoting("courts", ("one", "Other words"), ("two", "Other words"), ("one", "so"))

    assert told() == [("entry/courts", "Other words")]


def test_words_of_which_we_show_no_text_are_passed_over(texts):
    quoting("courts", ("three", "Anything"), ("two", None), ("one", "Nothing of it"))
    quoting("grooming", ("three", "Anything"))

    assert told() == [("entry/courts", "Nothing of it")]


def test_what_nobody_can_read_is_not_looked_at(texts):
    for key in ("courts", "grooming"):
        quoting(key, ("one", "Not there"), ("two", "Not there either"))
    withdrawn("grooming")
    withdraw("text/two")

    assert told() == [("entry/courts", "Not there")]


def test_only_what_is_public_now_counts(texts):
    quoting("courts", ("one", "Not there"))
    quoting("courts", ("one", "Never there"))

    assert told() == [("entry/courts", "Never there")]


def test_each_is_told_once_and_in_the_order_of_the_entries(texts, monkeypatch):
    keys = ["g-one", "a-one", "e-one", "c-one"]
    for key in keys:
        quoting(key, ("one", "Not in one"), ("two", "Not in two"))
    monkeypatch.setattr(sys.modules["glossary.models.batches"], "BATCH", 1)

    assert told() == [
        (f"entry/{key}", words)
        for key in sorted(keys)
        for words in ("Not in one", "Not in two")
    ]
