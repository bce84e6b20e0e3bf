"""Withdrawing leaves a tombstone; restoring brings back what was there."""

import json

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.errors import NotFoundError, StateError
from glossary.models import Link, Publication, Revision
from glossary.publishing import (
    publish_revisions,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    published,
    restored,
    section,
    topic,
    withdrawn,
)
from tests.helplines import helpline, stored

pytestmark = pytest.mark.django_db

RELATED = [{"relation": "related", "id": "police-force"}]


def shown(entry_id):
    row = Publication.objects.entries().readable().of([entry_id]).first()
    return json.loads(row.body) if row else None


def test_a_tombstone_says_when_and_why_and_nothing_else():
    published("police-force")

    row = withdrawn("police-force", WithdrawalReason.HARMFUL)

    assert json.loads(row.body) == {
        "id": "police-force",
        "reason": "harmful",
        "replaced_by": [],
        "erased": [],
        "sequence": row.sequence,
        "withdrawn_at": row.published_at.isoformat().replace("+00:00", "Z"),
    }
    assert (row.reason, row.note, row.index) == ("harmful", "", "")
    assert (row.languages, row.due_on) == ([], None)
    assert not Publication.objects.entries().readable().exists()


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

    tombstone, echo = withdraw_document(
        name=named("police-force"), actor=OPERATOR, reason=WithdrawalReason.WRONG
    )

    assert (tombstone.change, echo.change) == ("withdrawn", "refreshed")
    assert (echo.key, echo.note) == ("problem-profile", "")
    assert shown("problem-profile")["related"] == []


def test_what_it_pointed_at_shows_it_no_more():
    published("police-force")
    published(related=RELATED)

    withdrawn()

    assert shown("police-force")["related"] == []
    assert not Link.objects.filter(key="problem-profile").exists()


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

    back, echo = restore_document(name=named("police-force"), actor=OPERATOR)

    assert (back.change, back.reason, back.note) == ("restored", "", "")
    assert (echo.change, echo.note) == ("refreshed", "")
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


def test_what_nobody_approved_does_not_come_back():
    published()
    withdrawn()
    newest = approved_revision(document(kind="data"))
    Revision.objects.filter(pk=newest.pk).update(state="submitted")

    assert restored().revision.number == 1


def test_what_is_withdrawn_cannot_be_withdrawn_again():
    published()
    withdrawn()

    with pytest.raises(StateError, match="withdrawn already"):
        withdrawn()

    assert Publication.objects.entries().count() == 2


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

    assert Publication.objects.entries().count() == 3


@pytest.mark.parametrize("rule", [withdrawn, restored])
def test_what_was_never_public_is_not_found(rule):
    approved_revision(document())

    with pytest.raises(NotFoundError, match="problem-profile"):
        rule()


def test_what_something_public_needs_cannot_be_withdrawn():
    published()
    reason = WithdrawalReason.WRONG

    for name in (Name(DocumentKind.SOURCE, "report-2023"), RECORD):
        with pytest.raises(StateError, match=f"stays: {name}"):
            withdraw_document(name=name, actor=OPERATOR, reason=reason)


def test_a_helpline_is_withdrawn_and_restored_like_an_entry():
    stored(helpline())
    name = Name(DocumentKind.HELPLINE, "a-line")
    reason = WithdrawalReason.MISTAKE

    (gone,) = withdraw_document(name=name, actor=OPERATOR, reason=reason)
    (back,) = restore_document(name=name, actor=OPERATOR)

    assert json.loads(gone.body)["reason"] == reason
    assert (gone.change, back.change) == ("withdrawn", "restored")


def test_what_nothing_needs_goes_without_a_word_but_no_entry_does():
    published()
    withdrawn()
    topic("people", en="People")
    gone = [
        Name(DocumentKind.TOPIC, "people"),
        Name(DocumentKind.SOURCE, "report-2023"),
    ]

    rows = withdraw_unneeded(names=gone, actor=OPERATOR)

    assert [(row.name, row.change) for row in rows] == [
        (name, "withdrawn") for name in gone
    ]
    with pytest.raises(StateError, match="why"):
        withdraw_unneeded(names=[named("problem-profile")], actor=OPERATOR)


def test_a_topic_with_entries_under_it_stays():
    topic("police-data", en="Data")
    published()

    with pytest.raises(StateError, match="topic/police-data"):
        withdraw_unneeded(
            names=[Name(DocumentKind.TOPIC, "police-data")], actor=OPERATOR
        )


def test_an_entry_whose_source_is_withdrawn_does_not_come_back():
    published()
    withdrawn()
    source = Name(DocumentKind.SOURCE, "report-2023")
    withdraw_unneeded(names=[source], actor=OPERATOR)

    with pytest.raises(StateError, match="not there"):
        restored()


def test_an_entry_whose_topic_is_withdrawn_does_not_come_back():
    data = topic("police-data", en="Data").name
    published()
    withdrawn()
    withdraw_unneeded(names=[data], actor=OPERATOR)

    with pytest.raises(StateError, match="not there") as caught:
        restored()
    (problem,) = caught.value.problems
    assert (problem.place, problem.code) == ("entry/problem-profile", "not-public")
    assert "topic/police-data" in problem.detail

    restore_document(name=data, actor=OPERATOR)
    assert restored().change == "restored"


def test_what_comes_back_follows_what_was_shown():
    """What was begun before that would undo it, and nobody would know."""
    published()
    first, second = (
        approved_revision(document(kind=kind)) for kind in ("data", "role")
    )
    publish_revisions(revisions=[first], actor=OPERATOR)
    withdrawn()

    assert restored().revision == first
    second.refresh_from_db()
    assert second.state == "approved"


RECORD = Name(DocumentKind.REVIEW, "tests")
