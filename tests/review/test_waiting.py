"""What waits to be signed off or published, and who can give what it waits for."""

from __future__ import annotations

import orjson
import pytest
from django.conf import settings as site

from glossary.closed_lists import RemarkReason, SignOffRole, WithdrawalReason
from glossary.models import Act, Remark
from glossary.publishing import publish_revisions, withdraw_document
from glossary.review import (
    Asked,
    abandon_draft,
    begin_check,
    begin_draft,
    return_to_writer,
    save_draft,
    sign_offs_due,
    submit_draft,
    take_back,
    waiting_for,
)
from tests.factories import approved_revision, document, published
from tests.review.writing import (
    ENGLISH,
    WELSH,
    approved,
    begun,
    saved,
    signed,
    somebody,
    submitted,
    wait,
)

pytestmark = pytest.mark.django_db

BOTH = {"en": "Another text.", "cy": "Testun arall."}


def only(person):
    """Return the one text that waits, as it is for somebody."""
    (row,) = waiting_for(person)
    return row


def of_another(entry_id, actor):
    """Return a text of another entry that somebody wrote and submitted."""
    revision = begin_draft(name=published(entry_id).name, actor=actor)
    return submit_draft(revision=saved(revision, actor, en="What it is."), actor=actor)


def test_of_each_text_it_is_known_which_sign_offs_are_due(anna, ben):
    revision = submitted(anna, **BOTH)
    assert sign_offs_due(revision) == [ENGLISH, WELSH]

    revision = signed(revision, ben)
    assert sign_offs_due(revision) == [WELSH]
    revision = signed(revision, ben, WELSH)
    assert sign_offs_due(revision) == []

    publish_revisions(revisions=[revision], actor=anna)
    withdraw_document(name=revision.name, actor=anna, reason=WithdrawalReason.WRONG)
    assert sign_offs_due(revision) == [ENGLISH, WELSH]


def test_what_nobody_has_to_sign_off_but_somebody_to_approve_is_due(anna, ben):
    """Who signed it off gave that before it was taken back and submitted once more."""
    revision = take_back(revision=signed(submitted(anna), ben), actor=anna)

    revision = submit_draft(revision=revision, actor=anna)

    assert sign_offs_due(revision) == [ENGLISH]


def test_a_submitted_text_waits_for_all_that_it_needs(anna, ben):
    revision = submitted(anna, **BOTH)

    row = only(ben)

    assert row.revision == revision
    assert row.missing == row.mine == [ENGLISH, WELSH]
    assert not row.is_ready


@pytest.mark.parametrize(
    ("acts", "mine"),
    [
        ([], []),
        ([Act.PUBLISH], []),
        ([Act.SIGN_OFF_SUBJECT], []),
        ([Act.SIGN_OFF_EDITOR], [ENGLISH]),
        ([Act.SIGN_OFF_WELSH], [WELSH]),
        ([Act.SIGN_OFF_EDITOR, Act.SIGN_OFF_WELSH], [ENGLISH, WELSH]),
    ],
)
def test_of_what_is_missing_each_gives_what_they_may(anna, acts, mine):
    submitted(anna, **BOTH)

    row = only(somebody("carys", *(acts or ["none"])))

    assert (row.missing, row.mine) == ([ENGLISH, WELSH], mine)


def test_who_had_a_part_in_it_gives_nothing_of_what_is_missing(anna, ben):
    submit_draft(revision=saved(begun(anna, en="E."), ben, cy="C."), actor=anna)

    for writer in (anna, ben):
        row = only(writer)
        assert (row.missing, row.mine) == ([ENGLISH, WELSH], [])


def test_what_was_given_is_not_missing_any_more(anna, ben):
    signed(submitted(anna, **BOTH), ben)

    row = only(ben)

    assert row.missing == row.mine == [WELSH]
    assert not row.is_ready


def test_an_approved_text_can_be_published_and_waits_for_nothing(anna, ben):
    revision = approved(anna, ben)

    row = only(ben)

    assert row.revision == revision
    assert row.missing == row.mine == []
    assert row.is_ready


def test_an_approved_text_waits_again_when_a_sign_off_is_too_old(
    anna, ben, monkeypatch
):
    approved(anna, ben)
    wait(monkeypatch, site.SIGN_OFF_DAYS)

    row = only(ben)

    assert row.missing == row.mine == [ENGLISH]
    assert not row.is_ready


def test_what_needs_less_than_before_waits_for_somebody_to_approve_it(
    anna, ben, settings
):
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor", "subject-expert"]}
    signed(submitted(anna), ben)
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor"]}

    row = only(ben)

    assert (row.missing, row.mine) == ([], [ENGLISH])
    assert not row.is_ready


def test_a_check_waits_for_whatever_somebody_can_give(anna):
    begin_check(name=published("grooming").name, actor=anna)

    row = only(somebody("dai", Act.SIGN_OFF_WELSH))

    assert row.mine == [WELSH]
    assert {ENGLISH, WELSH} < {*row.missing}


def test_an_approved_check_waits_for_none_of_the_sign_offs_of_other_changes(anna, ben):
    check = begin_check(name=published("grooming").name, actor=anna)
    signed(check, ben, WELSH)

    row = only(ben)

    assert (row.missing, row.mine, row.is_ready) == ([], [], True)


def test_what_was_passed_by_waits_and_nobody_can_sign_it_off(anna, ben):
    submitted(anna)
    published("grooming", topics=["another"])

    row = only(ben)

    assert (row.missing, row.mine) == ([ENGLISH], [])


def _returned(revision, ben):
    remark = Remark(reason=RemarkReason.NOT_RIGHT, text="Since.")
    return_to_writer(revision=revision, remarks=[remark], actor=ben)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(lambda row, ben: take_back(revision=row, actor=ben), id="draft"),
        pytest.param(_returned, id="returned"),
        pytest.param(
            lambda row, ben: abandon_draft(revision=row, actor=ben), id="abandoned"
        ),
        pytest.param(
            lambda row, ben: publish_revisions(revisions=[signed(row, ben)], actor=ben),
            id="public",
        ),
    ],
)
def test_what_is_written_given_up_or_public_waits_for_nobody(anna, ben, step):
    revision = submitted(anna)
    assert only(ben)

    step(revision, ben)

    assert waiting_for(ben) == []


def test_what_was_reviewed_elsewhere_waits_for_nobody_here(ben):
    approved_revision(document("grooming"))

    assert waiting_for(ben) == []


def test_what_was_submitted_first_comes_first(anna, ben, monkeypatch):
    first, second = submitted(anna), of_another("police-force", anna)
    assert [row.revision for row in waiting_for(ben)] == [first, second]

    take_back(revision=first, actor=anna)
    wait(monkeypatch, 1)
    submit_draft(revision=first, actor=anna)

    assert [row.revision for row in waiting_for(ben)] == [second, first]


def test_each_text_waits_for_its_own(anna, ben):
    mine = approved(anna, ben)
    other = of_another("police-force", ben)

    known = {row.revision: row for row in waiting_for(ben)}

    assert known[mine].is_ready
    assert (known[other].missing, known[other].mine) == ([ENGLISH], [])


def test_many_texts_are_asked_for_at_once(
    anna, ben, settings, django_assert_num_queries, django_assert_max_num_queries
):
    def in_every_state(*entry_ids):
        """Let texts wait: without a sign-off, with one, with all, and approved."""
        for entry_id in entry_ids:
            of_another(entry_id, anna)
        signed(of_another(f"{entry_ids[0]}-half", anna), ben, ENGLISH)
        settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor", "subject-expert"]}
        signed(of_another(f"{entry_ids[0]}-all", anna), ben, ENGLISH)
        settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor"]}

    in_every_state("one")
    with django_assert_max_num_queries(20) as asked:
        assert len(waiting_for(ben)) == 3
    in_every_state("two", "three")

    with django_assert_num_queries(len(asked)):
        assert len(waiting_for(ben)) == 7


def test_of_who_signed_off_much_it_is_asked_once_what_they_may(
    anna, ben, django_assert_max_num_queries
):
    signed(of_another("police-force", anna), ben)
    with django_assert_max_num_queries(25) as one:
        waiting_for(anna)

    for entry_id in ("chief-constable", "problem-profile"):
        signed(of_another(entry_id, anna), ben)

    with django_assert_max_num_queries(len(one)):
        assert len(waiting_for(anna)) == 3


def test_a_role_without_a_text_in_its_language_is_not_asked_for(anna, ben):
    revision = begun(anna, en="Another text.")
    save_draft(
        revision=revision,
        document=orjson.loads(revision.document),
        seen=revision.digest,
        actor=anna,
        untouched=["cy"],
    )
    submit_draft(revision=revision, actor=anna)

    row = only(somebody("dai", Act.SIGN_OFF_WELSH))

    assert row.missing == [ENGLISH, WELSH]
    assert row.mine == [Asked(SignOffRole.WELSH_LANGUAGE, "cy")]
