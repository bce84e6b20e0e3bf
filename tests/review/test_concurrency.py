"""People who work on one text at the same moment: none undoes what another did."""

from __future__ import annotations

import pytest
from django.db import transaction

from glossary.document import from_json
from glossary.errors import GlossaryError, StateError
from glossary.models import (
    OPEN,
    Event,
    Look,
    Publication,
    Revision,
    RevisionState,
    SignOff,
    locked_dataset,
)
from glossary.publishing import publish_revisions
from glossary.review import (
    ConflictError,
    begin_check,
    begin_draft,
    bring_up_to_date,
    look_at,
    save_draft,
    sign_off,
    submit_draft,
)
from tests.factories import named, published
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    approved,
    begun,
    saved,
    somebody,
    submitted,
    typed,
)
from tests.threads import together

pytestmark = pytest.mark.django_db(transaction=True)

NAME = named(ENTRY)


def test_of_several_who_begin_one_has_the_draft():
    published(ENTRY)
    people = [somebody(name) for name in ("anna", "ben", "carys")]

    failures = together(
        *(lambda who=who: begin_draft(name=NAME, actor=who) for who in people)
    )

    assert [type(one) for one in failures] == [StateError, StateError]
    assert Revision.objects.filter(state=RevisionState.DRAFT).count() == 1


def test_of_several_who_ask_for_a_check_one_has_asked():
    published(ENTRY)
    people = [somebody(name) for name in ("anna", "ben", "carys")]

    failures = together(
        *(lambda who=who: begin_check(name=NAME, actor=who) for who in people)
    )

    assert [type(one) for one in failures] == [StateError, StateError]
    (check,) = Revision.objects.filter(state=RevisionState.SUBMITTED)
    assert check.authors.count() == 1


def test_a_check_and_a_draft_at_once_are_one_of_them():
    published(ENTRY)
    anna, ben = somebody("anna"), somebody("ben")

    failures = together(
        lambda: begin_check(name=NAME, actor=anna),
        lambda: begin_draft(name=NAME, actor=ben),
    )

    assert [type(one) for one in failures] == [StateError]
    assert Revision.objects.filter(state__in=OPEN).count() == 1


def test_two_windows_of_one_person_are_one_look():
    anna = somebody("anna")
    draft = begun(anna)

    assert together(*[lambda: look_at(draft, anna)] * 3) == []
    assert Look.objects.get().digest == draft.digest


def test_of_several_who_save_one_has_saved_and_the_others_are_told():
    people = [somebody(name) for name in ("anna", "ben", "carys")]
    draft = begun(people[0], en="Before.")

    def save(who):
        save_draft(
            revision=draft,
            document=typed(en=f"By {who.username}."),
            seen=draft.digest,
            actor=who,
        )

    failures = together(*(lambda who=who: save(who) for who in people))

    assert [type(one) for one in failures] == [ConflictError, ConflictError]
    row = Revision.objects.get(pk=draft.pk)
    theirs = {one.revision.document for one in failures}
    assert theirs == {row.document}


def test_two_reviewers_approve_once():
    anna, ben, carys = (somebody(name) for name in ("anna", "ben", "carys"))
    revision = submitted(anna)

    def sign(who):
        sign_off(revision=revision, asked=ENGLISH, seen=revision.digest, actor=who)

    failures = together(lambda: sign(ben), lambda: sign(carys))

    assert [type(one) for one in failures] == [StateError]
    assert SignOff.objects.count() == 1
    assert Event.objects.filter(action="approved").count() == 1


@pytest.mark.parametrize("turn", range(4))
def test_what_is_written_while_somebody_signs_off_is_signed_off_by_nobody(turn):
    anna, ben = somebody("anna"), somebody("ben")
    revision = submitted(anna, en="As it was seen.")

    def sign():
        sign_off(revision=revision, asked=ENGLISH, seen=revision.digest, actor=ben)

    failures = together(sign, lambda: saved(revision, anna, en="Slipped in."))

    row = Revision.objects.get(pk=revision.pk)
    assert row.state == RevisionState.DRAFT
    assert "Slipped in." in row.document
    assert all(isinstance(one, GlossaryError) for one in failures), turn


@pytest.mark.parametrize("turn", range(4))
def test_what_is_written_while_somebody_publishes_never_becomes_public(turn):
    anna, ben = somebody("anna"), somebody("ben")
    revision = approved(anna, ben, en="As it was seen.")

    failures = together(
        lambda: publish_revisions(revisions=[revision], actor=ben),
        lambda: saved(revision, anna, en="Slipped in."),
    )

    assert [type(one) for one in failures] == [StateError], turn
    row = Publication.objects.current().get(kind="entry", key=ENTRY)
    assert "Slipped in." not in row.body
    assert "Slipped in." not in row.revision.document


def test_a_publication_during_a_merge_is_not_undone():
    anna, ben = somebody("anna"), somebody("ben")
    draft = begun(anna, en="Anna's.")
    published(ENTRY, as_at="2025-01-01")

    @transaction.atomic
    def publish_another():
        locked_dataset()
        published(ENTRY, as_at="2025-02-02")

    failures = together(
        lambda: bring_up_to_date(revision=draft, seen=draft.digest, actor=anna),
        publish_another,
    )
    assert not failures

    row = Revision.objects.get(kind="entry", key=ENTRY, state=RevisionState.DRAFT)
    public = Publication.objects.current().get(key=ENTRY).revision
    if row.base.revision != public:
        with pytest.raises(StateError, match="was changed since"):
            submit_draft(revision=row, actor=anna)
        row = bring_up_to_date(revision=row, seen=row.digest, actor=ben).revision
    now = from_json(row.document)
    assert (str(now.as_at), now.languages["en"].short) == ("2025-02-02", "Anna's.")
