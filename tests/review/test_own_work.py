"""Nobody approves what they had a part in, by whatever way they try it."""

from __future__ import annotations

import orjson
import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from glossary.accounts import mark_as_one_person, mark_as_own_person
from glossary.closed_lists import RemarkReason, WithdrawalReason
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import (
    ApiKey,
    CommandLine,
    Note,
    Publication,
    Remark,
    Revision,
    RevisionState,
    SignOff,
    User,
)
from glossary.permissions import acts_of
from glossary.publishing import publish_revisions, restore_document, withdraw_document
from glossary.review import (
    ConflictError,
    abandon_draft,
    begin_check,
    begin_draft,
    bring_up_to_date,
    return_to_writer,
    save_draft,
    sign_off,
    submit_draft,
    take_back,
)
from tests.factories import OPERATOR, named, published
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    SIGNS,
    WELSH,
    WRITES,
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
NOBODY = (None, AnonymousUser(), ApiKey(name="an app"), "anna", True)


@pytest.fixture(params=["everybody", "superusers"])
def people(request):
    """Three who may do everything, as accounts and as superusers."""
    names = ("anna", "ben", "carys")
    if request.param == "superusers":
        return [User.objects.create_superuser(name) for name in names]
    return [somebody(name) for name in names]


def refused(revision, actor, asked=ENGLISH):
    """Tell whether ``actor`` is refused, and nothing is signed off."""
    with pytest.raises(PermissionDeniedError) as caught:
        signed(revision, actor, asked)
    assert not SignOff.objects.filter(user=actor).exists()
    return "part in this text" in caught.value.detail


def text_of(revision):
    return orjson.loads(revision.document)


def remark():
    return [Remark(reason=RemarkReason.HARD_TO_READ, place="/languages/en/short")]


def test_who_wrote_it_is_refused_whoever_submitted_it(people):
    anna, ben, carys = people

    revision = submit_draft(revision=begun(anna), actor=ben)

    assert refused(revision, anna)
    assert signed(revision, carys).state == RevisionState.APPROVED


def test_who_only_submitted_it_wrote_nothing_of_it(people):
    anna, ben, _ = people

    revision = submit_draft(revision=begun(anna), actor=ben)

    assert signed(revision, ben).state == RevisionState.APPROVED


def test_who_only_began_it_wrote_nothing_of_it(people):
    anna, ben, _ = people
    name = published(ENTRY).name
    revision = saved(begin_draft(name=name, actor=anna), ben, en="Ben's.")

    revision = submit_draft(revision=revision, actor=ben)

    assert signed(revision, anna).state == RevisionState.APPROVED


def test_who_wrote_it_is_refused_after_somebody_returned_it(people):
    anna, ben, _ = people
    revision = submitted(anna)
    return_to_writer(revision=revision, remarks=remark(), actor=ben)

    revision = submit_draft(revision=revision, actor=ben)

    assert refused(revision, anna)


def test_everybody_who_wrote_is_refused_and_not_only_the_last_one(people):
    anna, ben, carys = people
    revision = begun(anna, en="Four hundred words, as it were.")

    revision = submit_draft(
        revision=saved(revision, ben, en="Four hundred words, as it was."), actor=ben
    )

    assert refused(revision, anna)
    assert refused(revision, ben)
    assert signed(revision, carys).state == RevisionState.APPROVED


def test_who_wrote_one_language_is_refused_in_the_other_too(people):
    anna, ben, carys = people
    revision = saved(begun(anna, en="English."), ben, cy="Cymraeg.")
    revision = submit_draft(revision=revision, actor=anna)

    assert refused(revision, anna, WELSH)
    assert refused(revision, ben, ENGLISH)
    assert signed(signed(revision, carys), carys, WELSH).state == RevisionState.APPROVED


def test_what_is_written_after_it_was_signed_off_is_not_signed_off(people):
    anna, ben, carys = people
    revision = approved(anna, ben)

    revision = saved(revision, anna, en="Something else.")

    assert revision.state == RevisionState.DRAFT
    with pytest.raises(StateError):
        publish_revisions(revisions=[revision], actor=carys)
    revision = submit_draft(revision=revision, actor=anna)
    assert revision.state == RevisionState.SUBMITTED


def test_who_writes_while_reviewing_is_an_author(people):
    anna, ben, carys = people

    revision = saved(submitted(anna), ben, en="Ben's own words.")
    revision = submit_draft(revision=revision, actor=anna)

    assert refused(revision, ben)
    assert signed(revision, carys).state == RevisionState.APPROVED


def test_who_undoes_what_was_signed_off_and_does_it_again_is_seen(people):
    anna, ben, _ = people
    revision = approved(anna, ben, en="As it was.")
    revision = saved(revision, ben, en="Otherwise.")

    revision = submit_draft(revision=saved(revision, ben, en="As it was."), actor=ben)

    assert revision.state == RevisionState.SUBMITTED
    with pytest.raises(StateError):
        publish_revisions(revisions=[revision], actor=ben)


def test_what_was_changed_and_changed_back_has_to_be_seen_again(people):
    anna, ben, carys = people
    revision = approved(anna, ben, en="As it was.")
    revision = saved(saved(revision, anna, en="Otherwise."), anna, en="As it was.")

    revision = submit_draft(revision=revision, actor=anna)

    with pytest.raises(StateError):
        publish_revisions(revisions=[revision], actor=carys)
    assert signed(revision, ben).state == RevisionState.APPROVED


def test_who_takes_up_another_text_takes_its_authors_with_it(people):
    anna, ben, carys = people
    old = abandon_draft(revision=begun(anna), actor=ben)

    revision = begin_draft(name=NAME, actor=ben, of=old)
    revision = submit_draft(revision=revision, actor=carys)

    assert refused(revision, anna)
    assert refused(revision, ben)
    assert signed(revision, carys).state == RevisionState.APPROVED


def test_who_takes_up_what_the_command_line_wrote_does_not_become_its_author(people):
    anna, ben, carys = people
    old = saved(begun(anna), CommandLine("root"), en="By a script.")
    old = abandon_draft(revision=old, actor=anna)

    new = begin_draft(name=NAME, actor=ben, of=old)

    assert sorted(one.name for one in new.authors.all()) == ["anna", "ben", "root"]
    with pytest.raises(PermissionDeniedError, match="not known who wrote"):
        signed(submit_draft(revision=new, actor=ben), carys)


def test_words_that_come_in_by_another_way_are_still_their_writers(people):
    anna, ben, carys = people
    abandon_draft(revision=begun(anna, en="Anna's words."), actor=anna)

    pasted = begin_draft(name=NAME, actor=carys, start=typed(en="Anna's words."))
    revision = submit_draft(revision=pasted, actor=carys)

    assert refused(revision, anna)
    assert signed(revision, ben).state == RevisionState.APPROVED


def test_who_wrote_another_language_of_an_older_text_is_no_author(people):
    anna, _, carys = people
    abandon_draft(revision=begun(anna, en="Anna's words."), actor=anna)

    revision = submitted(carys, cy="Geiriau Carys.")

    assert {one.user for one in revision.authors.all()} == {carys}
    assert signed(revision, anna, WELSH).state == RevisionState.APPROVED


@pytest.mark.parametrize(
    "shut", [{"is_active": False}, {"is_superuser": False}], ids=["closed", "forbidden"]
)
def test_what_somebody_signed_off_who_may_not_any_more_lets_nothing_out(people, shut):
    anna, ben, carys = people
    revision = approved(anna, ben)

    User.objects.filter(pk=ben.pk).update(**shut)
    ben.user_permissions.clear()

    with pytest.raises(StateError, match="signed off first"):
        publish_revisions(revisions=[revision], actor=carys)


def test_who_brings_an_older_text_back_is_its_author(people):
    anna, ben, carys = people
    first = Revision.objects.get(pk=approved(anna, ben, en="First.").pk)
    publish_revisions(revisions=[first], actor=carys)
    second = approved(carys, ben, en="Second.")
    publish_revisions(revisions=[second], actor=carys)

    back = submit_draft(
        revision=begin_draft(name=NAME, actor=carys, of=first), actor=carys
    )

    assert refused(back, carys)
    assert refused(back, anna)


def test_two_accounts_of_one_person_are_that_person(people):
    anna, ben, _ = people
    revision = submitted(anna)

    mark_as_one_person(names=["ben", "anna"], actor=OPERATOR)

    assert refused(revision, User.objects.get(pk=ben.pk))


def test_what_a_second_account_signed_off_before_it_was_known_is_void(people):
    anna, ben, carys = people
    revision = approved(anna, ben)

    mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)

    with pytest.raises(StateError, match="signed off first"):
        publish_revisions(revisions=[revision], actor=carys)
    assert signed(revision, carys).state == RevisionState.APPROVED
    assert publish_revisions(revisions=[revision], actor=carys)


def test_all_accounts_of_a_person_are_one_and_can_be_parted_again(people):
    anna, ben, _ = people

    mark_as_one_person(names=["anna", "ben"], actor=OPERATOR)
    mark_as_one_person(names=["ben", "carys"], actor=OPERATOR)
    assert {user.person for user in User.objects.all()} == {anna.pk}

    mark_as_own_person(name="anna", actor=OPERATOR)
    persons = {user.username: user.person for user in User.objects.all()}
    assert persons == {"anna": anna.pk, "ben": ben.pk, "carys": ben.pk}


def test_another_name_does_not_make_another_person(people):
    anna, _, _ = people
    revision = submitted(anna)

    User.objects.filter(pk=anna.pk).update(username="anwen", email="anwen@a.example")

    assert refused(revision, User.objects.get(pk=anna.pk))


def _of_nobody(revision):
    """Return a copy of a revision that has no author, as nothing here makes one."""
    revision.pk, revision.number = None, revision.number + 1
    Revision.objects.filter(state=RevisionState.SUBMITTED).update(
        state=RevisionState.ABANDONED
    )
    revision.save(force_insert=True)
    return revision


def test_where_nobody_is_known_to_have_written_it_nobody_signs_it_off(people):
    anna, ben, _ = people
    revision = _of_nobody(submitted(anna))

    with pytest.raises(PermissionDeniedError, match="not known who wrote"):
        signed(revision, ben)


def test_what_the_command_line_had_a_part_in_nobody_signs_off(people):
    anna, ben, _ = people
    revision = submit_draft(
        revision=saved(begun(anna), CommandLine("root"), en="By a script."), actor=anna
    )

    with pytest.raises(PermissionDeniedError, match="not known who wrote"):
        signed(revision, ben)


@pytest.mark.parametrize("actor", [None, CommandLine("root"), "anna"])
def test_what_is_no_person_signs_nothing_off(actor):
    revision = submitted(somebody("anna"))

    with pytest.raises(PermissionDeniedError):
        signed(revision, actor)


def test_a_closed_account_signs_nothing_off():
    revision, ben = submitted(somebody("anna")), somebody("ben")
    User.objects.filter(pk=ben.pk).update(is_active=False)

    with pytest.raises(PermissionDeniedError):
        signed(revision, User.objects.get(pk=ben.pk))


@pytest.mark.parametrize("act", SIGNS)
def test_each_role_is_an_act_of_its_own(act):
    revision = submitted(somebody("anna"))
    others = [one for one in acts_of(somebody("all")) if one != act]
    role = {
        "sign_off_editor": ("editor", "en"),
        "sign_off_welsh": ("welsh-language", "cy"),
        "sign_off_subject": ("subject-expert", "en"),
        "sign_off_lived_experience": ("lived-experience", "cy"),
    }[act]
    asked = ENGLISH._replace(role=type(ENGLISH.role)(role[0]), lang=role[1])

    with pytest.raises(PermissionDeniedError):
        signed(revision, somebody("ben", *others), asked)
    signed(revision, somebody("carys", act), asked)
    assert SignOff.objects.get().user.username == "carys"


def test_an_approved_text_is_published_by_whoever_may_also_its_author(people):
    anna, ben, _ = people

    (row,) = publish_revisions(revisions=[approved(anna, ben)], actor=anna)

    assert "Another text." in row.body


def test_nothing_is_approved_by_hand_in_the_table_alone(people):
    anna, _, carys = people
    revision = submitted(anna)

    Revision.objects.filter(pk=revision.pk).update(state=RevisionState.APPROVED)

    with pytest.raises(StateError, match="signed off first"):
        publish_revisions(revisions=[revision], actor=carys)


def test_what_was_written_into_the_table_is_not_what_was_signed_off(people):
    anna, ben, carys = people
    revision = approved(anna, ben)
    text = revision.document.replace("Another text.", "Slipped in.")

    Revision.objects.filter(pk=revision.pk).update(document=text)

    with pytest.raises(StateError, match="signed off first"):
        publish_revisions(revisions=[revision], actor=carys)


def test_there_are_only_the_sign_offs_that_the_site_has(people):
    anna, ben, _ = people
    revision = submitted(anna)

    with pytest.raises(StateError, match="no such sign-off"):
        signed(revision, ben, WELSH._replace(lang="en"))
    with pytest.raises(StateError, match="no such sign-off"):
        signed(revision, ben, ENGLISH._replace(lang="xx"))


def test_what_was_signed_off_too_long_ago_has_to_be_seen_again(people, monkeypatch):
    anna, ben, carys = people
    revision = approved(anna, ben)

    wait(monkeypatch, settings.SIGN_OFF_DAYS - 0.01)
    assert publish_revisions(revisions=[revision], actor=carys)
    revision = approved(anna, ben, en="Yet another.")
    wait(monkeypatch, settings.SIGN_OFF_DAYS)

    with pytest.raises(StateError, match="signed off first"):
        publish_revisions(revisions=[revision], actor=carys)
    signed(revision, ben)
    assert publish_revisions(revisions=[revision], actor=carys)


def test_what_departs_from_an_older_text_is_not_signed_off_nor_published(people):
    anna, ben, carys = people
    first = approved(anna, ben, en="First.")
    second = submitted(carys, en="Second.")
    publish_revisions(revisions=[first], actor=anna)

    with pytest.raises(StateError, match="was changed since"):
        signed(second, ben)


def test_two_who_sign_off_beside_each_other_count_once_each(people):
    anna, ben, carys = people
    revision = submitted(anna, en="English.", cy="Cymraeg.")

    signed(revision, ben)

    with pytest.raises(StateError, match="already"):
        signed(revision, carys)
    assert signed(revision, carys, WELSH).state == RevisionState.APPROVED


def test_who_looked_at_an_older_text_does_not_sign_off_the_newer(people):
    anna, ben, _ = people
    revision = submitted(anna)
    seen = revision.digest
    revision = submit_draft(revision=saved(revision, anna, en="Newer."), actor=anna)

    with pytest.raises(ConflictError):
        sign_off(revision=revision, asked=ENGLISH, seen=seen, actor=ben)
    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    "beside",
    [{"note": Note("Slipped in.", "en")}, {"untouched": ["cy"]}],
    ids=["line", "claim"],
)
def test_who_has_not_seen_what_stands_beside_the_text_does_not_sign_it_off(
    people, beside
):
    anna, ben, _ = people
    revision = submitted(anna)
    seen = revision.digest
    revision = save_draft(
        revision=revision, document=text_of(revision), seen=seen, actor=anna, **beside
    )
    revision = submit_draft(revision=revision, actor=anna)

    with pytest.raises(ConflictError):
        sign_off(revision=revision, asked=ENGLISH, seen=seen, actor=ben)
    assert not SignOff.objects.exists()


def test_a_line_that_was_written_into_the_table_is_not_what_was_signed_off(people):
    anna, ben, carys = people
    revision = approved(anna, ben)

    Revision.objects.filter(pk=revision.pk).update(note="Slipped in.", note_lang="en")

    with pytest.raises(StateError, match="signed off first"):
        publish_revisions(revisions=[revision], actor=carys)


def test_withdrawing_alone_needs_nobody_else_and_restoring_does(people):
    anna, ben, carys = people
    publish_revisions(revisions=[approved(anna, ben)], actor=anna)

    withdraw_document(name=NAME, actor=ben, reason=WithdrawalReason.WRONG)

    for asked in (ENGLISH, WELSH):
        with pytest.raises(StateError, match="signed off first"):
            restore_document(name=NAME, actor=anna)
        signed(Revision.objects.latest("number"), carys, asked)
    assert restore_document(name=NAME, actor=anna)


def test_what_waits_is_not_brought_back_in_place_of_what_was_withdrawn(people):
    anna, ben, _ = people
    published(ENTRY)
    approved(anna, ben, en="Never public.")
    withdraw_document(name=NAME, actor=ben, reason=WithdrawalReason.MISTAKE)

    (row, *_others) = restore_document(name=NAME, actor=anna)

    assert "Never public." not in row.body


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_nobody_writes_in_a_language_that_is_not_theirs(lang):
    other = {"en": "cy", "cy": "en"}[lang]
    begun(somebody("anna"))
    revision = Revision.objects.latest("number")
    ben = somebody("ben", f"write_{other}")

    with pytest.raises(PermissionDeniedError):
        saved(revision, ben, **{lang: "Mine."})
    assert saved(revision, ben, **{other: "Mine."})


def test_who_writes_another_language_does_not_bring_a_text_back_by_saving_it():
    revision = submitted(somebody("anna"), cy="Cymraeg.")
    english = somebody("cari", "write_en")

    with pytest.raises(PermissionDeniedError, match="write this"):
        saved(revision, english)

    assert Revision.objects.get(pk=revision.pk).state == RevisionState.SUBMITTED


STEPS = {
    "begin_draft": lambda revision, actor: begin_draft(name=named("new"), actor=actor),
    "save_draft": lambda revision, actor: save_draft(
        revision=revision, document=typed(), seen=revision.digest, actor=actor
    ),
    "submit_draft": lambda revision, actor: submit_draft(
        revision=revision, actor=actor
    ),
    "take_back": lambda revision, actor: take_back(revision=revision, actor=actor),
    "return_to_writer": lambda revision, actor: return_to_writer(
        revision=revision, remarks=remark(), actor=actor
    ),
    "abandon_draft": lambda revision, actor: abandon_draft(
        revision=revision, actor=actor
    ),
    "bring_up_to_date": lambda revision, actor: bring_up_to_date(
        revision=revision, seen=revision.digest, actor=actor
    ),
    "begin_check": lambda revision, actor: begin_check(name=NAME, actor=actor),
    "sign_off": signed,
}
"""Each step of a revision, and below the acts of which one is needed for it."""
NEEDED = {step: {*WRITES} for step in STEPS} | {
    "return_to_writer": set(SIGNS),
    "begin_check": {*WRITES, *SIGNS},
    "sign_off": {SIGNS[0]},
}


@pytest.mark.parametrize("state", RevisionState.values)
@pytest.mark.parametrize("step", STEPS)
def test_no_step_is_for_who_may_not_whatever_the_state(step, state):
    revision = begun(somebody("anna"))
    Revision.objects.filter(pk=revision.pk).update(state=state)
    others = set(acts_of(somebody("all"))) - NEEDED[step]
    actors = [somebody("ben", *others), somebody("nobody", "none"), *NOBODY]

    for actor in actors:
        with pytest.raises(PermissionDeniedError):
            STEPS[step](Revision.objects.get(pk=revision.pk), actor)

    assert Revision.objects.get(pk=revision.pk).state == state
    assert not Publication.objects.exclude(revision__number=1).exists()


@pytest.mark.parametrize("step", STEPS.keys() - {"sign_off"})
def test_who_may_not_does_not_learn_what_is_there(step):
    with pytest.raises(PermissionDeniedError):
        STEPS[step](Revision(pk=999_999, digest="-"), somebody("nobody", "none"))


@pytest.mark.parametrize(
    ("step", "act"), [(step, act) for step, acts in NEEDED.items() for act in acts]
)
def test_one_of_the_acts_is_enough_where_there_is_something_to_do(step, act):
    english = {"en": "Another."} if act != "write_cy" else {"cy": "Arall."}
    revision = begun(somebody("anna"), **english)
    if step in {"take_back", "return_to_writer", "sign_off"}:
        revision = submit_draft(revision=revision, actor=somebody("carys"))
    asked = WELSH if act == SIGNS[1] else ENGLISH
    ben = somebody("ben", act)

    if step == "sign_off":
        signed(revision, ben, asked)
    elif step == "begin_draft":
        name = published("police-force").name
        begin_draft(name=name, actor=ben)
    elif step == "begin_check":
        begin_check(name=published("police-force").name, actor=ben)
    elif step == "save_draft":
        saved(revision, ben, **dict.fromkeys(english, "Mine."))
    elif step == "bring_up_to_date":
        published(ENTRY, topics=["another"])
        STEPS[step](revision, ben)
    else:
        STEPS[step](revision, ben)
