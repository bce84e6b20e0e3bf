"""Withdrawing leaves a tombstone; restoring brings back what was there."""

import json

import pytest

from glossary.errors import StateError
from glossary.models import Entry, Publication
from glossary.publishing import restore_entry, withdraw_entry
from tests.factories import published

pytestmark = pytest.mark.django_db


def test_a_tombstone_says_when_and_why_and_nothing_else():
    published("police-force")
    entry = Entry.objects.get()

    row = withdraw_entry(entry=entry, actor=None, reason="It was wrong.")

    tombstone = json.loads(row.body)
    assert set(tombstone) == {"id", "reason", "replaced_by", "sequence", "withdrawn_at"}
    assert (tombstone["reason"], tombstone["sequence"]) == ("It was wrong.", 2)
    assert not Publication.objects.readable().exists()


def test_an_entry_that_showed_it_shows_it_no_more():
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])

    withdraw_entry(entry=Entry.objects.get(pk="police-force"), actor=None, reason="-")

    left = Publication.objects.readable().get()
    assert json.loads(left.body)["related"] == []


def test_restoring_brings_it_back_everywhere():
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])
    entry = Entry.objects.get(pk="police-force")
    withdraw_entry(entry=entry, actor=None, reason="-")

    restored = restore_entry(entry=entry, actor=None)

    assert restored.kind == "restored"
    other = Publication.objects.readable().get(entry_id="problem-profile")
    assert json.loads(other.body)["related"][0]["id"] == "police-force"
    sequences = list(Publication.objects.values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))


def test_what_is_not_public_cannot_be_withdrawn_twice():
    published()
    entry = Entry.objects.get()
    withdraw_entry(entry=entry, actor=None, reason="-")

    with pytest.raises(StateError):
        withdraw_entry(entry=entry, actor=None, reason="-")


def test_what_is_public_cannot_be_restored():
    published()

    with pytest.raises(StateError):
        restore_entry(entry=Entry.objects.get(), actor=None)
