"""Withdrawing leaves a tombstone; restoring brings back what was there."""

import json

import pytest

from glossary.errors import NotFoundError, StateError
from glossary.models import Link, Publication, Revision
from glossary.publishing import Note, restore_entry, withdraw_entry
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    published,
    restored,
    section,
    withdrawn,
)

pytestmark = pytest.mark.django_db

RELATED = [{"relation": "related", "id": "police-force"}]


def shown(entry_id):
    row = Publication.objects.readable().filter(entry_id=entry_id).first()
    return json.loads(row.body) if row else None


def test_a_tombstone_says_when_and_why_and_nothing_else():
    published("police-force")

    row = withdrawn("police-force", "Roedd yn anghywir.", "cy")

    assert json.loads(row.body) == {
        "id": "police-force",
        "reason": "Roedd yn anghywir.",
        "reason_lang": "cy",
        "replaced_by": [],
        "sequence": 2,
        "withdrawn_at": row.published_at.isoformat().replace("+00:00", "Z"),
    }
    assert (row.note, row.note_lang, row.index) == ("Roedd yn anghywir.", "cy", "")
    assert row.languages == []
    assert not Publication.objects.readable().exists()


def test_a_tombstone_leads_to_what_replaced_it_and_to_nothing_else():
    published("police-force")
    published("grooming")
    relations = [
        {"relation": "replaced-by", "id": "police-force"},
        {"relation": "broader", "id": "grooming"},
        {"relation": "related", "id": "grooming"},
    ]
    published(related=relations)

    assert json.loads(withdrawn().body)["replaced_by"] == ["police-force"]


def test_an_entry_that_showed_it_shows_it_no_more():
    published("police-force")
    published(related=RELATED)

    tombstone, echo = withdraw_entry(
        entry_id="police-force", actor=OPERATOR, reason=Note("It was wrong.", "en")
    )

    assert (tombstone.kind, echo.kind) == ("withdrawn", "refreshed")
    assert (echo.entry_id, echo.note) == ("problem-profile", "")
    assert shown("problem-profile")["related"] == []


def test_what_it_pointed_at_shows_it_no_more():
    published("police-force")
    published(related=RELATED)

    withdrawn()

    assert shown("police-force")["related"] == []
    assert not Link.objects.filter(entry_id="problem-profile").exists()


def test_a_withdrawn_neighbour_stays_away_when_an_entry_changes():
    published("police-force")
    published(related=RELATED)
    withdrawn("police-force")

    published(related=RELATED, languages={"en": section("profile of a problem")})

    assert shown("police-force") is None
    assert shown("problem-profile")["related"] == []


def test_restoring_brings_it_back_everywhere():
    published("police-force")
    published(related=RELATED)
    withdrawn("police-force")

    back, echo = restore_entry(
        entry_id="police-force", actor=OPERATOR, note=Note("It was right.", "en")
    )

    assert (back.kind, back.note, back.note_lang) == ("restored", "It was right.", "en")
    assert (echo.kind, echo.note) == ("refreshed", "")
    assert shown("problem-profile")["related"][0]["id"] == "police-force"
    sequences = list(Publication.objects.values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))


def test_restoring_brings_back_what_it_pointed_at():
    published("police-force")
    published(related=RELATED)
    withdrawn()

    restored()

    assert shown("police-force")["related"][0]["id"] == "problem-profile"


def test_what_was_approved_meanwhile_is_what_comes_back():
    published()
    withdrawn()
    approved_revision(document(kind="data"))

    assert restored().revision.number == 2
    assert shown("problem-profile")["kind"] == "data"


def test_what_nobody_approved_does_not_come_back(without_checks):
    published()
    withdrawn()
    newest = approved_revision(document(kind="data"))
    without_checks(Revision.objects.filter(pk=newest.pk), status="submitted")

    assert restored().revision.number == 1


@pytest.mark.parametrize("reason", ["", " \n", "\x00"])
def test_readers_are_told_why(reason):
    published()

    with pytest.raises(StateError):
        withdrawn(reason=reason)

    assert Publication.objects.readable().count() == 1


def test_what_is_withdrawn_cannot_be_withdrawn_again():
    published()
    withdrawn()

    with pytest.raises(StateError, match="withdrawn already"):
        withdrawn()

    assert Publication.objects.count() == 2


def test_what_is_public_cannot_be_restored():
    published()

    with pytest.raises(StateError, match="not withdrawn"):
        restored()


def test_what_came_back_cannot_be_restored_again():
    published()
    withdrawn()
    restored()

    with pytest.raises(StateError, match="not withdrawn"):
        restored()

    assert Publication.objects.count() == 3


@pytest.mark.parametrize("rule", [withdrawn, restored])
def test_what_was_never_public_is_not_found(rule):
    approved_revision(document())

    with pytest.raises(NotFoundError, match="problem-profile"):
        rule()
