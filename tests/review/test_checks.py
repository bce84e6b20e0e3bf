"""What is public is gone through by others, and nothing of it changes."""

from __future__ import annotations

import orjson
import pytest

from glossary.accounts import mark_as_one_person
from glossary.closed_lists import Change, SignOffRole, WithdrawalReason
from glossary.document import DocumentKind, Name, parse_document
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import (
    CommandLine,
    Event,
    Publication,
    Revision,
    RevisionState,
    SignOff,
)
from glossary.publishing import (
    publish_revisions,
    republish_documents,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.review import (
    Asked,
    Void,
    add_reviewed_elsewhere,
    begin_check,
    begin_draft,
    is_check,
    judged_sign_offs,
    return_to_writer,
    save_draft,
    still_required,
    submit_draft,
    take_back,
)
from tests.factories import (
    OPERATOR,
    document,
    named,
    person,
    published,
    record,
    topic,
    withdrawn,
)
from tests.review.test_own_work import remark
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    WELSH,
    approved,
    begun,
    saved,
    signed,
    somebody,
    submitted,
    typed,
    wait,
)

pytestmark = pytest.mark.django_db

NAME = named(ENTRY)
SUBJECT = Asked(SignOffRole.SUBJECT_EXPERT, "en")


@pytest.fixture
def check(anna):
    """What Anna asked others to go through."""
    published(ENTRY)
    return begin_check(name=NAME, actor=anna)


def shown():
    return orjson.loads(Publication.objects.readable().get(key=ENTRY).body)


def checked(lang):
    return shown()["languages"][lang]["checked_by"]


def publish(revision, actor):
    return publish_revisions(revisions=[revision], actor=actor)


def test_a_check_is_submitted_with_the_very_text_that_is_public(check):
    public = Publication.objects.current().get(key=ENTRY)

    assert check.state == RevisionState.SUBMITTED
    assert check.document == public.revision.document
    assert (check.base, check.number) == (public, 2)
    assert is_check(check)
    actions = Event.objects.filter(revision=check).values_list("action", flat=True)
    assert list(actions) == ["check-begun", "submitted"]


def test_of_several_documents_the_one_that_is_named_is_checked(anna):
    topic(ENTRY, en="A topic of its name")
    published("police-force")
    published(ENTRY)
    published("chief-constable")

    check = begin_check(name=NAME, actor=anna)

    assert (check.name, check.base.name) == (NAME, NAME)


@pytest.mark.parametrize(
    ("asked", "lang", "role"),
    [
        (ENGLISH, "en", "editor"),
        (WELSH, "cy", "welsh-language"),
        (SUBJECT, "en", "subject-expert"),
        (SUBJECT._replace(lang="cy"), "cy", "subject-expert"),
    ],
)
def test_one_sign_off_in_any_role_and_language_is_enough(check, ben, asked, lang, role):
    before = shown()
    revision = signed(check, ben, asked)

    assert revision.state == RevisionState.APPROVED
    (row,) = publish(revision, ben)

    assert row.change == Change.CHECKED
    assert Event.objects.latest("pk").action == "checked"
    assert checked(lang) == [role]
    assert _without_checks(shown()) == _without_checks(before)


def _without_checks(body):
    """Return all that a reader sees but who has checked it, and what is numbered."""
    for section in body["languages"].values():
        del section["checked_by"], section["not_checked_by"]
    counted = {"sequence", "published_at", "updated_at", "revision"}
    return {name: body[name] for name in body.keys() - counted}


def test_the_record_of_the_review_elsewhere_stays(check, ben):
    publish(signed(check, ben), ben)

    assert shown()["review"] == {"arrival": "reviewed-elsewhere", "record": "tests"}
    with pytest.raises(StateError, match="still needs"):
        withdraw_unneeded(names=[Name(DocumentKind.REVIEW, "tests")], actor=OPERATOR)


def test_several_sign_it_off_before_it_is_published(check, ben):
    carys = somebody("carys")
    revision = signed(signed(check, ben), carys, WELSH)

    publish(revision, ben)

    assert (checked("en"), checked("cy")) == (["editor"], ["welsh-language"])


def test_a_second_check_adds_to_the_first(check, anna, ben):
    publish(signed(check, ben), ben)

    publish(signed(begin_check(name=NAME, actor=ben), anna, WELSH), ben)

    assert (checked("en"), checked("cy")) == (["editor"], ["welsh-language"])
    assert shown()["review"]["record"] == "tests"


def test_what_the_record_says_and_what_a_check_adds_are_both_told(anna, ben):
    record("before", en=["editor"])
    published(ENTRY)
    data = document(ENTRY, as_at="2025-01-01")
    publish(
        add_reviewed_elsewhere([data], review="before", actor=OPERATOR)[0], OPERATOR
    )

    publish(signed(begin_check(name=NAME, actor=anna), ben, SUBJECT), ben)

    assert checked("en") == ["editor", "subject-expert"]


def test_who_asked_does_not_sign_it_off(check, anna):
    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(check, anna)


def test_who_asked_as_another_account_does_not_sign_it_off(check, anna, ben):
    mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(check, type(ben).objects.get(pk=ben.pk))


def test_nobody_has_their_own_words_checked_by_themselves(anna, ben):
    publish(approved(anna, ben), ben)

    revision = begin_check(name=NAME, actor=ben)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(revision, anna, SUBJECT)


def test_nor_words_that_were_public_further_back(anna, ben):
    publish(approved(anna, ben), ben)
    carys = somebody("carys")
    publish(approved(carys, ben, cy="Testun arall."), ben)
    publish(signed(begin_check(name=NAME, actor=ben), somebody("dai"), SUBJECT), ben)

    revision = begin_check(name=NAME, actor=ben)

    for author in (anna, carys):
        with pytest.raises(PermissionDeniedError, match="part in this text"):
            signed(revision, author, SUBJECT)


def test_nor_words_of_the_first_text_that_ever_was_public(anna, ben):
    published("police-force")  # what it stands on
    data = orjson.loads(document("a-new-word").model_dump_json(exclude_defaults=True))
    data["languages"]["cy"]["short"] = "Dyma ystyr y gair."
    data["languages"]["cy"]["terms"][0]["text"] = "gair newydd"
    name = named("a-new-word")
    revision = begin_draft(name=name, actor=anna, start=data)
    revision = submit_draft(revision=revision, actor=anna)
    for asked in still_required(revision):
        revision = signed(revision, ben, asked)
    publish(revision, ben)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(begin_check(name=name, actor=ben), anna, SUBJECT)


def test_nor_words_of_the_first_text_after_all_of_it_was_written_anew(anna, ben):
    """There was nothing from which the first text departed."""
    published("police-force")  # what it stands on
    carys = somebody("carys")
    start = typed(en="What it is.", cy="Dyma ystyr y gair.")
    revision = begin_draft(name=NAME, actor=anna, start=start)
    publish(_signed(submit_draft(revision=revision, actor=anna), ben), ben)
    revision = begun(carys, en="By Carys.", cy="Gan Carys.")
    publish(_signed(submit_draft(revision=revision, actor=carys), ben), ben)

    check = begin_check(name=NAME, actor=ben)

    assert sorted(row.name for row in check.authors.all()) == ["ben", "carys"]
    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(check, anna)


def _signed(revision, reviewer):
    """Sign off all that a revision needs."""
    for asked in still_required(revision):
        revision = signed(revision, reviewer, asked)
    return revision


def test_who_asked_for_an_earlier_check_has_no_part_in_the_text(check, anna, ben):
    publish(signed(check, ben), ben)

    revision = signed(begin_check(name=NAME, actor=ben), anna, WELSH)

    assert revision.state == RevisionState.APPROVED


def test_who_loaded_it_with_an_account_had_a_part_in_it(anna, ben):
    published(ENTRY)
    data = document(ENTRY, as_at="2025-01-01")
    publish(add_reviewed_elsewhere([data], review="tests", actor=ben)[0], OPERATOR)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(begin_check(name=NAME, actor=anna), ben)


def test_who_loaded_the_first_text_had_a_part_in_it(anna, ben):
    published("police-force")  # what it stands on
    rows = add_reviewed_elsewhere([document(ENTRY)], review="tests", actor=ben)
    publish(rows[0], OPERATOR)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(begin_check(name=NAME, actor=anna), ben)


def test_who_loaded_it_again_as_it_was_had_a_part_in_it_too(anna, ben):
    """What comes in reviewed is no check of what is here, whatever it says."""
    published(ENTRY)
    record("again")
    rows = add_reviewed_elsewhere([document(ENTRY)], review="again", actor=ben)
    publish(rows[0], OPERATOR)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(begin_check(name=NAME, actor=anna), ben)


def test_who_brought_a_withdrawn_text_back_as_it_was_had_a_part_in_it(anna, ben):
    published(ENTRY)
    withdrawn(ENTRY)
    back = begin_draft(name=NAME, actor=anna, of=Revision.objects.get(key=ENTRY))
    _signed(submit_draft(revision=back, actor=anna), ben)
    restore_document(name=NAME, actor=ben)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(begin_check(name=NAME, actor=ben), anna)


def test_who_wrote_words_that_came_in_by_a_load_is_their_author(anna, ben):
    draft = begun(anna, en="Anna's words.")
    Revision.objects.filter(pk=draft.pk).update(state=RevisionState.ABANDONED)
    data = parse_document(orjson.loads(draft.document))
    publish(add_reviewed_elsewhere([data], review="tests", actor=OPERATOR)[0], OPERATOR)

    revision = begin_check(name=NAME, actor=ben)

    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(revision, anna)


def test_who_wrote_after_what_was_loaded_is_no_author_of_that(anna, ben):
    first = published(ENTRY).revision
    draft = begun(anna, en="Anna's words.")
    back = saved(
        draft, anna, en=orjson.loads(first.document)["languages"]["en"]["short"]
    )
    Revision.objects.filter(pk=back.pk).update(state=RevisionState.ABANDONED)

    revision = signed(begin_check(name=NAME, actor=ben), anna)

    assert revision.state == RevisionState.APPROVED


def test_what_the_command_line_asks_for_nobody_signs_off(ben):
    published(ENTRY)
    revision = begin_check(name=NAME, actor=CommandLine("root"))

    with pytest.raises(PermissionDeniedError, match="not known who wrote"):
        signed(revision, ben)


def test_who_wrote_a_draft_that_was_never_public_may_check(anna, ben):
    abandoned = begun(anna)
    Revision.objects.filter(pk=abandoned.pk).update(state=RevisionState.ABANDONED)

    revision = signed(begin_check(name=NAME, actor=ben), anna)

    assert revision.state == RevisionState.APPROVED


def test_a_check_is_not_published_before_somebody_has_signed_it_off(check, ben):
    with pytest.raises(StateError):
        publish(check, ben)
    Revision.objects.filter(pk=check.pk).update(state=RevisionState.APPROVED)
    with pytest.raises(StateError, match="signed off first"):
        publish(check, ben)


def test_a_sign_off_of_a_check_becomes_too_old(check, ben, monkeypatch):
    revision = signed(check, ben)

    wait(monkeypatch, 91)

    assert [void for _, void in judged_sign_offs(revision)] == [Void.TOO_OLD]
    with pytest.raises(StateError, match="signed off first"):
        publish(revision, ben)


def test_a_check_of_what_was_changed_meanwhile_is_not_signed_off(check, anna, ben):
    data = document(ENTRY, as_at="2025-01-01")
    publish(add_reviewed_elsewhere([data], review="tests", actor=OPERATOR)[0], OPERATOR)

    with pytest.raises(StateError, match="was changed since"):
        signed(check, ben)


def test_only_what_a_text_says_can_be_signed_off(anna, ben):
    sections = {"en": document(ENTRY).model_dump(mode="json")["languages"]["en"]}
    published(ENTRY, languages=sections)
    revision = begin_check(name=NAME, actor=anna)

    assert {asked.lang for asked in still_required(revision)} == {"en"}
    with pytest.raises(StateError, match="no such sign-off"):
        signed(revision, ben, WELSH)


def test_who_edits_a_check_makes_a_change_of_it_with_all_its_rules(check, ben):
    carys = somebody("carys")
    revision = saved(check, ben, en="Ben's words.")
    revision = submit_draft(revision=revision, actor=ben)

    assert not is_check(revision)
    assert still_required(revision) == [ENGLISH]
    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(revision, ben)
    assert publish(signed(revision, carys), ben)[0].change == Change.UPDATED


def test_what_is_said_of_another_language_is_a_change(check, ben):
    data = orjson.loads(check.document)
    revision = save_draft(
        revision=check, document=data, seen=check.digest, actor=ben, untouched=["cy"]
    )

    assert not is_check(revision)
    assert still_required(revision) == [WELSH]


def test_a_check_that_was_taken_back_is_not_submitted_as_a_change(check, anna):
    revision = take_back(revision=check, actor=anna)

    with pytest.raises(StateError, match="what is public already"):
        submit_draft(revision=revision, actor=anna)


def test_a_check_is_returned_as_all_else_is(check, ben):
    row = return_to_writer(revision=check, remarks=remark(), actor=ben)

    assert row.state == RevisionState.RETURNED


def test_a_second_one_is_not_begun_beside_it(check, ben):
    with pytest.raises(StateError, match="has a draft already"):
        begin_check(name=NAME, actor=ben)


def test_what_is_withdrawn_is_not_checked(anna):
    published(ENTRY)
    withdrawn(ENTRY)

    with pytest.raises(NotFoundError, match="is not public"):
        begin_check(name=NAME, actor=anna)


def test_what_never_was_public_is_not_checked(anna):
    with pytest.raises(NotFoundError, match="“entry/nothing” is not public"):
        begin_check(name=named("nothing"), actor=anna)


def test_of_what_stands_beside_entries_nobody_is_told_who_checked_it(anna):
    topic("police-data", en="Police data")

    with pytest.raises(StateError, match="entries alone"):
        begin_check(name=Name(DocumentKind.TOPIC, "police-data"), actor=anna)


def test_what_was_checked_and_withdrawn_is_signed_off_anew(check, anna, ben):
    publish(signed(check, ben), ben)
    withdraw_document(name=NAME, actor=ben, reason=WithdrawalReason.WRONG)

    with pytest.raises(StateError, match="signed off first"):
        restore_document(name=NAME, actor=ben)
    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(Revision.objects.get(pk=check.pk), anna)
    carys = somebody("carys")
    signed(Revision.objects.get(pk=check.pk), carys, WELSH)
    with pytest.raises(StateError, match="signed off first"):
        restore_document(name=NAME, actor=ben)
    signed(Revision.objects.get(pk=check.pk), carys, ENGLISH)

    assert restore_document(name=NAME, actor=ben)[0].change == Change.RESTORED


def test_what_readers_see_is_signed_off_by_a_check_alone(anna, ben):
    revision = approved(anna, ben)
    publish(revision, ben)

    with pytest.raises(StateError, match="Ask for a check"):
        signed(revision, ben, SUBJECT)
    assert SignOff.objects.count() == 1


def test_what_is_made_again_later_says_who_checked_it(check, ben):
    publish(signed(check, ben), ben)
    Publication.objects.update(format=0)

    republish_documents(actor=OPERATOR)

    assert checked("en") == ["editor"]


def test_what_changes_later_has_to_be_checked_anew_in_its_language(check, anna, ben):
    publish(signed(signed(check, ben, SUBJECT), ben, WELSH), ben)

    publish(approved(anna, ben), ben)

    assert (checked("en"), checked("cy")) == (["editor"], ["welsh-language"])
    assert still_required(submitted(anna, en="More.")) == [ENGLISH]


@pytest.mark.parametrize("act", ["publish", "withdraw", "manage_accounts"])
def test_who_neither_writes_nor_reviews_asks_for_nothing(act):
    published(ENTRY)

    with pytest.raises(PermissionDeniedError, match="ask for a check"):
        begin_check(name=NAME, actor=person(act))
