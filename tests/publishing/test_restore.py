"""What was withdrawn comes back signed off afresh; a mistake is undone for a day."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.db import IntegrityError, transaction

from glossary.closed_lists import Change, ErasureReason, WithdrawalReason
from glossary.document import DocumentKind, Name, SourceText
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Publication, Revision
from glossary.publishing import (
    erase_alone,
    publish_revisions,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.review import begin_draft, save_draft, still_required, submit_draft
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    on_show,
    published,
    source,
    topic,
    withdrawn,
)
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    WELSH,
    approved,
    saved,
    signed,
    somebody,
    wait,
)

pytestmark = pytest.mark.django_db
NAME = named(ENTRY)
GRAVE = set(WithdrawalReason) - {WithdrawalReason.MISTAKE}


@pytest.fixture
def people(db):
    return somebody("anna"), somebody("ben")


def restore(actor=OPERATOR):
    return restore_document(name=NAME, actor=actor)[0]


def gone(reason, **values):
    published(ENTRY, **values)
    instead = [published("police-force").key]
    return withdraw_document(
        name=NAME, actor=OPERATOR, reason=reason, replaced_by=instead
    )[0]


def again(anna):
    """Return a draft of what is withdrawn, as it was, that Anna has submitted."""
    return submit_draft(revision=begin_draft(name=NAME, actor=anna), actor=anna)


@pytest.mark.parametrize("reason", sorted(GRAVE))
def test_nobody_brings_back_alone_what_was_reviewed_elsewhere(reason):
    gone(reason)

    with pytest.raises(StateError, match="signed off first"):
        restore()


@pytest.mark.parametrize("reason", WithdrawalReason)
def test_what_others_have_signed_off_since_comes_back_unchanged(people, reason):
    anna, ben = people
    gone(reason)
    revision = again(anna)
    assert still_required(revision) == [ENGLISH, WELSH]
    for asked in (ENGLISH, WELSH):
        signed(revision, ben, asked)

    row = restore(anna)

    assert (row.change, row.revision.number) == (Change.RESTORED, 2)
    shown = json.loads(row.body)["languages"]
    assert [shown[lang]["checked_by"] for lang in ("en", "cy")] == [
        ["editor"],
        ["welsh-language"],
    ]


def test_one_language_is_not_enough(people):
    anna, ben = people
    gone(WithdrawalReason.WRONG)
    signed(again(anna), ben)

    with pytest.raises(StateError, match="signed off first"):
        restore()


def test_who_brings_a_text_back_had_a_part_in_it(people):
    anna, _ = people
    gone(WithdrawalReason.WRONG)
    revision = again(anna)

    with pytest.raises(PermissionDeniedError, match="had a part"):
        signed(revision, anna)


def test_another_text_comes_back_with_its_line_for_readers(people):
    anna, ben = people
    gone(WithdrawalReason.WRONG)
    revision = saved(begin_draft(name=NAME, actor=anna), anna, en="Put right.")
    Revision.objects.filter(pk=revision.pk).update(note="Put right.", note_lang="en")
    submit_draft(revision=revision, actor=anna)
    for asked in (ENGLISH, WELSH):
        signed(revision, ben, asked)

    row = restore()

    assert row.note == "Put right."
    assert "Put right." in row.body


def test_what_was_approved_before_is_signed_off_again_in_every_language(people):
    anna, ben = people
    published(ENTRY)
    waits = approved(anna, ben, en="Waits.")
    withdrawn(ENTRY, WithdrawalReason.WRONG)
    assert still_required(Revision.objects.get(pk=waits.pk)) == [ENGLISH, WELSH]
    for asked in (ENGLISH, WELSH):
        signed(waits, ben, asked)

    assert restore().revision_id == waits.pk


def test_a_sign_off_that_is_too_old_brings_nothing_back(people, monkeypatch):
    anna, ben = people
    gone(WithdrawalReason.WRONG)
    revision = again(anna)
    for asked in (ENGLISH, WELSH):
        signed(revision, ben, asked)
    wait(monkeypatch, 91)

    with pytest.raises(StateError, match="signed off first"):
        restore()


def at(monkeypatch, moment):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def test_a_mistake_is_undone_alone_for_a_day(monkeypatch):
    stone = gone(WithdrawalReason.MISTAKE)
    a_day_later = stone.published_at + dt.timedelta(hours=24)

    at(monkeypatch, a_day_later + dt.timedelta(microseconds=1))
    with pytest.raises(StateError, match="signed off first"):
        restore()
    at(monkeypatch, a_day_later)
    assert restore().change == Change.RESTORED


def test_the_day_begins_when_it_goes_however_long_it_was_there(monkeypatch):
    published(ENTRY)
    wait(monkeypatch, 100)
    withdrawn(ENTRY)

    assert restore().change == Change.RESTORED


def test_the_day_begins_when_it_goes_again(monkeypatch):
    published(ENTRY)
    withdrawn(ENTRY)
    restore()
    wait(monkeypatch, 100)
    withdrawn(ENTRY)

    assert restore().change == Change.RESTORED


def test_the_day_is_that_of_the_entry_whatever_else_is_public_since():
    published(ENTRY)
    withdrawn(ENTRY)
    published("police-force")
    topic(ENTRY, en="A topic of its name")

    assert restore().change == Change.RESTORED


def test_the_day_does_not_begin_again_when_an_earlier_text_is_erased(
    people, monkeypatch, settings, tmp_path
):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    publish_revisions(revisions=[approved(*people)], actor=OPERATOR)
    withdraw_document(name=NAME, actor=OPERATOR, reason=WithdrawalReason.MISTAKE)
    wait(monkeypatch, 2)

    reason = ErasureReason.COURT_ORDER
    erase_alone(name=NAME, reason=reason, actor=OPERATOR, revisions=[1])

    with pytest.raises(StateError, match="signed off first"):
        restore()


def test_what_was_written_here_and_withdrawn_by_mistake_comes_back_alone(people):
    anna, ben = people
    publish_revisions(revisions=[approved(anna, ben)], actor=anna)
    withdrawn(ENTRY)

    assert restore(anna).revision.number == 2


def test_what_waited_is_not_brought_back_in_place_of_a_mistake(people):
    """Its sign-offs are from before; what readers saw comes back."""
    anna, ben = people
    published(ENTRY)
    approved(anna, ben, en="It waits.")
    withdrawn(ENTRY)

    row = restore(anna)

    assert (row.revision.number, "It waits." in row.body) == (1, False)


def test_what_came_in_since_a_mistake_comes_back_in_its_place():
    published(ENTRY)
    withdrawn(ENTRY)
    approved_revision(document(ENTRY, kind="data"))

    assert json.loads(restore().body)["kind"] == "data"


def test_what_came_in_since_is_not_brought_back_alone_either():
    gone(WithdrawalReason.WRONG)
    approved_revision(document(ENTRY, kind="data"))

    with pytest.raises(StateError, match="signed off first"):
        restore()


def test_what_came_in_since_can_be_what_a_draft_begins_with(people):
    anna, ben = people
    gone(WithdrawalReason.WRONG)
    newer = approved_revision(document(ENTRY, kind="data"))
    draft = begin_draft(name=NAME, actor=anna, of=newer)
    submit_draft(revision=draft, actor=anna)
    for asked in (ENGLISH, WELSH):
        signed(draft, ben, asked)

    assert json.loads(restore().body)["kind"] == "data"


def test_a_topic_that_a_load_removed_comes_back_alone_for_a_day(monkeypatch):
    name = topic("people", en="People").name
    withdraw_unneeded(names=[name], actor=OPERATOR)
    wait(monkeypatch, 2)

    with pytest.raises(StateError, match="signed off first"):
        restore_document(name=name, actor=OPERATOR)


def test_what_nobody_writes_here_comes_back_alone(monkeypatch):
    source()
    on_show(SourceText(source="report-2023", text="Its text."))
    name = Name(DocumentKind.TEXT, "report-2023")
    withdraw_document(name=name, actor=OPERATOR, reason=WithdrawalReason.HARMFUL)
    wait(monkeypatch, 100)

    assert restore_document(name=name, actor=OPERATOR)[0].change == Change.RESTORED


def test_a_draft_of_what_is_withdrawn_is_published_by_bringing_it_back_alone(people):
    anna, ben = people
    gone(WithdrawalReason.WRONG)
    revision = again(anna)
    for asked in (ENGLISH, WELSH):
        signed(revision, ben, asked)

    with pytest.raises(StateError, match="restored first"):
        publish_revisions(revisions=[revision], actor=anna)


def test_what_waits_is_told_that_it_is_withdrawn_before_who_has_to_sign_it_off(people):
    revision = approved(*people)
    withdrawn(ENTRY)
    assert still_required(revision) == [ENGLISH, WELSH]

    with pytest.raises(StateError, match="restored first"):
        publish_revisions(revisions=[revision], actor=OPERATOR)


def test_what_is_public_again_can_be_changed_in_one_language(people):
    anna, ben = people
    gone(WithdrawalReason.WRONG)
    revision = again(anna)
    for asked in (ENGLISH, WELSH):
        signed(revision, ben, asked)
    restore()

    change = saved(begin_draft(name=NAME, actor=anna), anna, en="Newer.")
    change = submit_draft(revision=change, actor=anna)

    assert still_required(change) == [ENGLISH]


def test_who_writes_one_language_may_begin_but_others_still_sign_all(people):
    _, ben = people
    gone(WithdrawalReason.WRONG)
    english = somebody("eve", "write_en")
    revision = again(english)

    assert still_required(revision) == [ENGLISH, WELSH]
    assert signed(revision, ben).state == "submitted"


def test_nothing_is_submitted_that_readers_see_already(people):
    anna, _ = people
    published(ENTRY)
    draft = begin_draft(name=NAME, actor=anna)
    draft = save_draft(
        revision=draft,
        document=json.loads(draft.document),
        seen=draft.digest,
        actor=anna,
    )

    with pytest.raises(StateError, match="public already"):
        submit_draft(revision=draft, actor=anna)


@pytest.mark.parametrize("replaced_by", [["nowhere"], ["gone-too"], [ENTRY]])
def test_readers_are_led_to_nothing_that_is_not_there(replaced_by):
    published(ENTRY)
    published("gone-too")
    withdrawn("gone-too")

    with pytest.raises(StateError, match="is not public"):
        withdraw_document(
            name=NAME,
            actor=OPERATOR,
            reason=WithdrawalReason.WRONG,
            replaced_by=replaced_by,
        )


def test_of_several_that_are_not_there_the_first_by_its_id_is_named():
    published(ENTRY)
    published("police-force")
    missing = ["zeal", "cps", "adr149", "courts", "hydrant"]

    with pytest.raises(StateError, match="“entry/adr149” is not public"):
        withdraw_document(
            name=NAME,
            actor=OPERATOR,
            reason=WithdrawalReason.WRONG,
            replaced_by=["police-force", *missing],
        )


def test_what_is_replaced_says_by_what():
    published(ENTRY)

    with pytest.raises(StateError, match="which entry"):
        withdraw_document(name=NAME, actor=OPERATOR, reason=WithdrawalReason.REPLACED)


def test_what_replaces_it_is_named_once_with_what_the_text_itself_says():
    published("police-force")
    published("problem-profile")
    published(ENTRY, related=[{"relation": "replaced-by", "id": "police-force"}])

    rows = withdraw_document(
        name=NAME,
        actor=OPERATOR,
        reason=WithdrawalReason.REPLACED,
        replaced_by=["problem-profile", "police-force"],
    )

    assert json.loads(rows[0].body)["replaced_by"] == [
        "problem-profile",
        "police-force",
    ]


@pytest.mark.parametrize(
    ("change", "reason"), [("published", "wrong"), ("withdrawn", "because")]
)
def test_the_database_keeps_to_the_list_of_reasons(change, reason):
    published(ENTRY)
    rows = Publication.objects.of([ENTRY])

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(change=change, reason=reason)
