"""What comes in approved says who brought it in, by what right, and on what it stands."""

from __future__ import annotations

import pytest
from django.utils import timezone

from glossary.document import SourceText, from_json, short_code
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import (
    Act,
    Arrival,
    Author,
    Entry,
    Publication,
    Revision,
    RevisionState,
)
from glossary.publishing import publish_revisions
from glossary.review import add_copy, add_reviewed_elsewhere, newest_approved
from tests.factories import (
    OPERATOR,
    document,
    named,
    person,
    published,
    section,
    withdrawn,
)
from tests.review.writing import approved, somebody

pytestmark = pytest.mark.django_db

GROOMING = named("grooming")
TEXT = SourceText(source="report-2023", text="In its own words.")


def reviewed(*documents, actor=OPERATOR):
    return add_reviewed_elsewhere(documents, review="tests", actor=actor)


def copied(actor):
    return [add_copy(TEXT, actor=actor)]


def loaded(actor):
    return reviewed(document("grooming"), actor=actor)


RULES = {
    copied: (Act.ADD_DOCUMENT_TEXTS, TEXT.name, Arrival.COPIED, ""),
    loaded: (Act.LOAD_REVIEWED_CONTENT, GROOMING, Arrival.REVIEWED_ELSEWHERE, "tests"),
}
CASES = [pytest.param(rule, *rest, id=rule.__name__) for rule, rest in RULES.items()]


@pytest.mark.parametrize(("rule", "act", "name", "arrival", "review"), CASES)
def test_who_may_bring_it_in_does(rule, act, name, arrival, review):
    before = timezone.now()

    (revision,) = rule(person(act))

    stored = Revision.objects.get()
    assert stored == revision
    assert (stored.name, stored.number) == (name, 1)
    assert (stored.state, stored.base) == (RevisionState.APPROVED, None)
    assert (stored.arrival, stored.review) == (arrival, review)
    assert before <= stored.created_at <= timezone.now()


@pytest.mark.parametrize(("rule", "act", "name", "arrival", "review"), CASES)
def test_who_brought_it_in_is_its_author(rule, act, name, arrival, review):
    actor = person(act)

    rule(actor)
    assert [(one.user, one.name) for one in Author.objects.all()] == [
        (actor, "somebody")
    ]

    rule(OPERATOR)
    newest = Revision.objects.get(number=2)
    assert [(one.user, one.name) for one in newest.authors.all()] == [
        (None, "operator")
    ]


@pytest.mark.parametrize(("rule", "act", "name", "arrival", "review"), CASES)
def test_who_may_do_everything_else_may_not(rule, act, name, arrival, review):
    others = set(Act.values) - {act}

    for actor in (person(*others), None):
        with pytest.raises(PermissionDeniedError):
            rule(actor)

    assert not Revision.objects.exists()
    assert not Entry.objects.exists()


def test_each_document_counts_its_own_revisions():
    first = reviewed(document("grooming"))
    second = reviewed(document("grooming"), document("police-force"))

    assert [(one.name, one.number) for one in (*first, *second)] == [
        (GROOMING, 1),
        (GROOMING, 2),
        (named("police-force"), 1),
    ]


def test_a_number_that_was_used_up_is_not_given_again():
    reviewed(document("grooming"))
    Revision.objects.update(state=RevisionState.ABANDONED)

    (revision,) = reviewed(document("grooming"))

    assert revision.number == 2


def test_a_revision_departs_from_what_is_public_at_the_time():
    published("police-force")
    published("grooming")
    current = published("grooming", as_at="2025-01-01")

    new, changed = reviewed(document(), document("grooming"))

    assert (new.base, changed.base) == (None, current)


def test_a_revision_of_what_is_withdrawn_departs_from_the_tombstone():
    published("grooming")
    tombstone = withdrawn("grooming")

    (revision,) = reviewed(document("grooming"))

    assert revision.base == tombstone


def test_editions_are_counted_from_the_newest_approved_revision():
    reviewed(document("grooming"))
    (second,) = reviewed(
        document("grooming", languages={"en": section("grooming", short="Another.")})
    )

    assert (
        from_json(Revision.objects.get(number=1).document).languages["en"].edition == 1
    )
    assert from_json(second.document).languages["en"].edition == 2


def test_a_source_has_no_editions():
    (revision,) = copied(OPERATOR)

    assert revision.read() == TEXT


def test_the_newest_approved_revision_is_the_one_to_be_shown():
    first, second = reviewed(document("grooming")), reviewed(document("grooming"))
    Revision.objects.create(
        kind=GROOMING.kind,
        key=GROOMING.key,
        number=3,
        state=RevisionState.DRAFT,
        document=first[0].document,
        digest=first[0].digest,
        arrival=Arrival.WRITTEN_HERE,
        created_at=timezone.now(),
    )
    other = reviewed(document("police-force"))

    assert newest_approved([GROOMING]) == {GROOMING: second[0]}
    assert newest_approved([GROOMING, named("police-force"), named("nothing")]) == {
        GROOMING: second[0],
        named("police-force"): other[0],
    }


def test_what_was_superseded_is_not_to_be_shown():
    published("grooming")
    newest = published("grooming", as_at="2025-01-01").revision
    newest.state = RevisionState.ABANDONED
    newest.save()

    assert newest_approved([GROOMING]) == {}


def test_what_was_written_here_is_to_be_shown_once_it_is_public():
    """Until then it waits, whatever else is public, and may be passed by."""
    anna, ben = somebody("anna"), somebody("ben")
    waits = approved(anna, ben)
    public = Publication.objects.current().get(key="grooming").revision
    assert newest_approved([GROOMING]) == {GROOMING: public}

    publish_revisions(revisions=[waits], actor=anna)

    assert newest_approved([GROOMING]) == {GROOMING: waits}


def test_an_entry_that_is_new_is_there_with_its_short_code():
    reviewed(document("grooming"), document("police-force"))
    reviewed(document("grooming"))
    copied(OPERATOR)

    assert dict(Entry.objects.values_list("pk", "short_code")) == {
        key: short_code(key) for key in ("grooming", "police-force")
    }


@pytest.mark.parametrize("together", [True, False], ids=["together", "one-by-one"])
def test_two_entries_cannot_have_one_short_code(monkeypatch, together):
    monkeypatch.setattr("glossary.review.arrivals.short_code", lambda _: "abcdef")
    documents = [document(f"entry-{number}") for number in (7, 3, 1, 8, 6, 2, 5, 4)]
    if not together:
        reviewed(documents.pop(2))

    with pytest.raises(StateError, match=r"“entry-2”.*“entry-1”"):
        reviewed(*documents)


def test_what_was_reviewed_can_be_published():
    published("chief-constable")  # with the source that entries rest on

    rows = publish_revisions(revisions=reviewed(document("grooming")), actor=OPERATOR)

    assert rows == list(Publication.objects.entries().of(["grooming"]))
