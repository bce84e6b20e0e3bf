"""The road from a draft to what the public sees, step by step."""

from __future__ import annotations

import json

import orjson
import pytest
from django.utils import translation

from glossary.closed_lists import RemarkReason, SignOffRole, WithdrawalReason
from glossary.document import from_json, to_json
from glossary.errors import (
    DocumentError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.models import (
    Action,
    Arrival,
    Entry,
    Event,
    Note,
    Publication,
    Remark,
    Revision,
    RevisionState,
)
from glossary.publishing import (
    publish_revisions,
    republish_documents,
    restore_document,
    withdraw_document,
)
from glossary.review import (
    Asked,
    ConflictError,
    abandon_draft,
    begin_draft,
    may_abandon,
    may_be_returned,
    missing_sign_offs,
    possible_sign_offs,
    required_sign_offs,
    return_to_writer,
    save_draft,
    still_required,
    submit_draft,
    take_back,
)
from tests.factories import (
    approved_revision,
    document,
    named,
    published,
    record,
    source,
    topic,
)
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


def body(name=NAME):
    row = Publication.objects.current().of_kind(name.kind).of([name.key]).get()
    return json.loads(row.body)


def behind(lang):
    return body()["languages"][lang]["state"]


# From the draft to the public


def test_a_draft_is_of_what_is_public_and_the_public_sees_nothing_of_it(anna):
    before = body() if published(ENTRY) else None

    draft = begin_draft(name=NAME, actor=anna)
    saved(draft, anna, en="Not yet.")

    assert draft.state == RevisionState.DRAFT
    assert draft.base == Publication.objects.get(key=ENTRY)
    assert draft.arrival == Arrival.WRITTEN_HERE
    assert body() == before


def test_what_two_have_seen_becomes_public(anna, ben):
    revision = approved(anna, ben)

    publish_revisions(revisions=[revision], actor=anna)

    assert body()["languages"]["en"]["short"] == "Another text."
    assert body()["review"] == {"arrival": "written-here", "record": None}
    assert not Revision.objects.filter(state=RevisionState.DRAFT).exists()


def test_what_is_only_submitted_is_not_published(anna):
    revision = submitted(anna)

    with pytest.raises(StateError, match="approved"):
        publish_revisions(revisions=[revision], actor=anna)


def test_something_new_begins_with_what_is_known_of_it(anna, ben):
    published("police-force")  # and the source that it rests on
    start = orjson.loads(to_json(document("chief-constable")))
    del start["languages"]["cy"]  # its text is in English
    new = named("chief-constable")

    revision = begin_draft(name=new, actor=anna, start=start)
    revision = submit_draft(revision=revision, actor=anna)
    for asked in still_required(revision):
        revision = signed(revision, ben, asked)
    publish_revisions(revisions=[revision], actor=ben)

    assert body(new)["id"] == "chief-constable"
    assert Entry.objects.filter(pk="chief-constable").exists()


def test_something_new_needs_something_to_begin_with(anna):
    with pytest.raises(NotFoundError, match="“entry/nowhere”"):
        begin_draft(name=named("nowhere"), actor=anna)
    assert not Entry.objects.exists()


def test_of_several_documents_the_one_that_is_named_is_begun_with(anna):
    topic(ENTRY, en="A topic of its name")
    published("police-force")
    published(ENTRY)
    published("chief-constable")

    draft = begin_draft(name=NAME, actor=anna)

    assert (draft.name, draft.base.name, draft.base.key) == (NAME, NAME, ENTRY)
    assert from_json(draft.document).id == ENTRY


def test_a_document_has_one_draft_at_a_time(anna, ben):
    begun(anna)

    with pytest.raises(StateError, match="“entry/grooming” has a draft already"):
        begin_draft(name=NAME, actor=ben)
    assert Revision.objects.filter(arrival=Arrival.WRITTEN_HERE).count() == 1


def test_what_waits_to_be_published_leaves_room_for_the_next_draft(anna, ben):
    first = approved(anna, ben)

    second = begin_draft(name=NAME, actor=anna, of=first)

    assert (first.number, second.number) == (2, 3)
    assert second.document == first.document


def _rewritten(row, anna, ben):
    """Publish a document of any kind with other words, as two people do it."""
    draft = begin_draft(name=row.name, actor=anna)
    text = draft.document.replace("Map", "Plan")
    draft = save_draft(
        revision=draft, document=orjson.loads(text), seen=draft.digest, actor=anna
    )
    draft = submit_draft(revision=draft, actor=anna)
    wanted = required_sign_offs(draft)
    for asked in wanted:
        draft = signed(draft, ben, asked)
    publish_revisions(revisions=[draft], actor=ben)
    return wanted


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        pytest.param(lambda: topic("help", en="Map"), [ENGLISH], id="topic"),
        pytest.param(
            lambda: topic("help", en="Help", cy="Map"), [WELSH], id="welsh topic"
        ),
        pytest.param(
            lambda: topic("help", en="Map", cy="Map"),
            [ENGLISH, WELSH],
            id="topic in both",
        ),
        pytest.param(lambda: source(title="Map"), [ENGLISH], id="source"),
        pytest.param(
            lambda: source(publisher_names={"cy": "Map"}), [WELSH], id="publisher"
        ),
    ],
)
def test_documents_of_every_kind_go_the_same_way(anna, ben, made, wanted):
    document = made()

    assert _rewritten(document, anna, ben) == wanted

    assert "Plan" in json.dumps(body(document.name))
    assert "Map" not in json.dumps(body(document.name))


@pytest.mark.parametrize("odd", [[], [1], "", "odd", 5, False, None, {}])
def test_who_may_not_write_welsh_takes_none_away_by_what_is_no_text(odd):
    published(ENTRY)
    english = somebody("cari", "write_en")
    draft = begin_draft(name=NAME, actor=english)
    text = orjson.loads(draft.document) | {"languages": odd}

    with pytest.raises(PermissionDeniedError):
        save_draft(revision=draft, document=text, seen=draft.digest, actor=english)


@pytest.mark.parametrize("odd", [[], [1], "odd"])
def test_who_may_not_write_welsh_puts_none_where_something_odd_stood(anna, odd):
    english = somebody("cari", "write_en")
    draft = begun(anna)
    text = orjson.loads(draft.document)
    draft = save_draft(
        revision=draft,
        document=text | {"languages": odd},
        seen=draft.digest,
        actor=anna,
    )
    text["languages"]["cy"]["short"] = "Welsh, by who may not write it."

    with pytest.raises(PermissionDeniedError):
        save_draft(revision=draft, document=text, seen=draft.digest, actor=english)


def test_who_writes_one_language_begins_with_what_they_have_of_it(anna):
    published(ENTRY)
    english = somebody("cari", "write_en")

    with pytest.raises(PermissionDeniedError, match="this language"):
        begin_draft(name=NAME, actor=english, start=typed(en="E.", cy="C."))
    assert begin_draft(name=NAME, actor=english, start=typed(en="E."))


@pytest.mark.parametrize("texts", [{"cy": "C."}, {"en": "E.", "cy": "C."}])
def test_who_writes_one_language_does_not_go_on_with_another(anna, texts):
    english = somebody("cari", "write_en")
    old = abandon_draft(revision=begun(anna, **texts), actor=anna)

    with pytest.raises(PermissionDeniedError, match="this language"):
        begin_draft(name=NAME, actor=english, of=old)


@pytest.mark.parametrize("texts", [{"cy": "C."}, {"en": "E.", "cy": "C."}])
def test_who_writes_one_language_gives_up_no_words_in_another(anna, texts):
    english = somebody("cari", "write_en")
    row = begun(anna, **texts)

    with pytest.raises(PermissionDeniedError, match="this language"):
        abandon_draft(revision=row, actor=english)
    assert not may_abandon(row, english)
    assert Revision.objects.get(pk=row.pk).state == RevisionState.DRAFT


@pytest.mark.parametrize("texts", [{"en": "E."}, {}])
def test_who_writes_one_language_gives_up_what_changes_in_it_alone(anna, texts):
    english = somebody("cari", "write_en")
    published(ENTRY)
    row = begin_draft(name=NAME, actor=anna)
    row = saved(row, anna, **texts) if texts else row
    assert may_abandon(row, english)

    assert abandon_draft(revision=row, actor=english).state == RevisionState.ABANDONED


def test_revisions_count_within_their_own_document(anna):
    published(ENTRY)
    for label in ("One", "Two", "Three"):
        topic(ENTRY, en=label)

    assert begin_draft(name=NAME, actor=anna).number == 2


def test_each_language_has_the_sign_offs_of_its_own():
    assert missing_sign_offs({"cy": ["editor"]}) == {
        "en": ["editor", "subject-expert", "lived-experience"],
        "cy": ["welsh-language", "subject-expert", "lived-experience"],
    }


# Saving


def test_a_draft_may_be_unfinished(anna):
    revision = begun(anna)
    rest = {"id": ENTRY, "languages": {"en": {"short": ""}}, "and": ["what", 2]}

    row = save_draft(revision=revision, document=rest, seen=revision.digest, actor=anna)

    assert orjson.loads(row.document) == rest
    with pytest.raises(DocumentError) as caught:
        submit_draft(revision=row, actor=anna)
    places = {problem.place for problem in caught.value.problems}
    assert {"/languages/en/short", "/languages/en/terms", "/kind"} <= places
    assert Revision.objects.get(pk=row.pk).state == RevisionState.DRAFT


def test_who_saves_over_somebody_is_refused_and_given_both(anna, ben):
    revision = begun(anna, en="As both saw it.")
    saved(revision, ben, en="Ben's.")

    with pytest.raises(ConflictError, match="Somebody else has changed") as caught:
        save_draft(
            revision=revision,
            document=typed(en="Anna's."),
            seen=revision.digest,
            actor=anna,
        )

    theirs = orjson.loads(caught.value.revision.document)
    assert theirs["languages"]["en"]["short"] == "Ben's."
    assert caught.value.code == "conflict"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_save_changes_only_what_was_written(anna, ben, lang):
    other = {"en": "cy", "cy": "en"}[lang]
    before = orjson.loads(begun(anna, **{other: "Theirs."}).document)

    row = saved(Revision.objects.latest("number"), ben, **{lang: "Mine."})

    after = orjson.loads(row.document)
    assert after["languages"][other] == before["languages"][other]
    assert after["languages"][lang]["short"] == "Mine."


def test_a_document_keeps_its_name(anna):
    revision = begun(anna)
    data = typed() | {"id": "another"}
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    with pytest.raises(StateError, match="another name"):
        submit_draft(revision=row, actor=anna)


@pytest.mark.parametrize("field", ["edition", "matches"])
def test_nobody_counts_editions_by_hand(anna, ben, field):
    revision = begun(anna, en="Another.")
    data = orjson.loads(revision.document)
    data["languages"]["en"][field] = {"edition": 9, "matches": {"cy": 9}}[field]
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    row = submit_draft(revision=row, actor=anna)
    section = from_json(row.document).languages["en"]

    assert (section.edition, section.matches) == (2, {"cy": 1})


# Two languages


def test_english_that_changes_alone_leaves_welsh_behind(anna, ben):
    revision = approved(anna, ben, en="Another.")
    assert required_sign_offs(revision) == [ENGLISH]

    publish_revisions(revisions=[revision], actor=anna)

    assert (behind("en"), behind("cy")) == ("current", "behind")


def test_a_change_can_be_said_not_to_touch_the_other_language(anna, ben):
    revision = begun(anna, en="Another comma.")
    data = orjson.loads(revision.document)
    row = save_draft(
        revision=revision,
        document=data,
        seen=revision.digest,
        actor=anna,
        untouched=["cy"],
    )
    row = submit_draft(revision=row, actor=anna)
    assert required_sign_offs(row) == [ENGLISH, WELSH]  # the claim is judged, too

    row = signed(signed(row, ben), ben, WELSH)
    publish_revisions(revisions=[row], actor=anna)

    assert (behind("en"), behind("cy")) == ("current", "current")


def test_who_may_not_write_welsh_claims_nothing_about_it(anna):
    revision = begun(anna)
    english = somebody("cari", "write_en")

    with pytest.raises(PermissionDeniedError, match="may not write"):
        save_draft(
            revision=revision,
            document=orjson.loads(revision.document),
            seen=revision.digest,
            actor=english,
            untouched=["cy"],
        )


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ({"en": "E."}, [ENGLISH]),
        ({"cy": "C."}, [WELSH]),
        ({"en": "E.", "cy": "C."}, [ENGLISH, WELSH]),
    ],
)
def test_a_change_asks_for_the_sign_offs_of_its_languages(anna, texts, wanted):
    assert required_sign_offs(submitted(anna, **texts)) == wanted


def test_a_change_of_no_language_asks_for_an_editor(anna):
    revision = begun(anna, en="What grooming means.")
    data = orjson.loads(revision.document) | {"as_at": "2026-01-01"}
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert required_sign_offs(submit_draft(revision=row, actor=anna)) == [ENGLISH]


def test_a_setting_asks_for_more(anna, ben, settings):
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor", "lived-experience"]}
    revision = submitted(anna)

    revision = signed(revision, ben)

    assert revision.state == RevisionState.SUBMITTED
    assert still_required(revision) == [Asked(SignOffRole.LIVED_EXPERIENCE, "en")]


@pytest.mark.parametrize("asks", [{"*": []}, {"en": [], "*": []}])
def test_no_setting_lets_a_text_out_that_one_person_has_seen(anna, ben, settings, asks):
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = asks
    revision = submitted(anna)

    assert still_required(revision) == [ENGLISH]
    assert signed(revision, ben).state == RevisionState.APPROVED


# What readers are told of it


def noted(revision, actor, note):
    return save_draft(
        revision=revision,
        document=orjson.loads(revision.document),
        seen=revision.digest,
        actor=actor,
        note=note,
    )


def test_the_line_for_readers_is_signed_off_with_the_text(anna, ben):
    note = Note("We said it more clearly.", "en")
    revision = submit_draft(revision=noted(begun(anna), anna, note), actor=anna)

    (row,) = publish_revisions(revisions=[signed(revision, ben)], actor=anna)

    assert (row.note, row.note_lang) == (note.text, note.lang)


@pytest.mark.parametrize(
    ("changed", "told"), [({"en": "Newer."}, "cy"), ({"cy": "Newydd."}, "en")]
)
def test_a_line_is_signed_off_in_its_own_language_too(anna, ben, changed, told):
    note = Note("One line.", told)
    revision = noted(begun(anna, **changed), anna, note)
    revision = submit_draft(revision=revision, actor=anna)

    assert still_required(revision) == [ENGLISH, WELSH]
    for asked in (ENGLISH, WELSH):
        assert revision.state == RevisionState.SUBMITTED
        revision = signed(revision, ben, asked)
    assert revision.state == RevisionState.APPROVED


def test_a_line_in_a_language_that_the_text_lacks_can_be_signed_off(anna):
    revision = noted(begun(anna), anna, Note("Un llinell.", "cy"))
    text = orjson.loads(revision.document)
    del text["languages"]["cy"]
    revision.base = None

    assert WELSH in possible_sign_offs(revision.hold_text(json.dumps(text)))


def test_another_line_has_to_be_signed_off_again(anna, ben):
    revision = noted(approved(anna, ben), anna, Note("Slipped in.", "en"))

    assert revision.state == RevisionState.DRAFT
    with pytest.raises(StateError):
        publish_revisions(revisions=[revision], actor=anna)


def test_nobody_saves_over_a_line_that_somebody_else_has_written(anna, ben):
    opened = begun(anna)
    noted(opened, ben, Note("We said it more clearly.", "en"))

    with pytest.raises(ConflictError):
        noted(opened, anna, Note("Another line.", "en"))


@pytest.mark.parametrize("note", [Note("Neues.", "de"), Note("\x00", "en")])
def test_a_line_that_readers_could_not_be_told_is_not_submitted(anna, note):
    revision = begun(anna)
    Revision.objects.filter(pk=revision.pk).update(
        note=note.text.replace("\x00", "\x07"), note_lang=note.lang
    )

    with pytest.raises(StateError):
        submit_draft(revision=revision, actor=anna)


def test_who_may_not_write_welsh_neither_submits_nor_takes_back_what_is_welsh(anna):
    revision = begun(anna, cy="Testun arall.")
    english = somebody("cari", "write_en")

    with pytest.raises(PermissionDeniedError, match="may not write"):
        submit_draft(revision=revision, actor=english)
    submit_draft(revision=revision, actor=anna)
    with pytest.raises(PermissionDeniedError, match="may not write"):
        take_back(revision=revision, actor=english)


def test_it_is_counted_how_often_a_text_was_submitted(anna):
    row = begun(anna)
    counts = []
    for _ in range(3):
        row = submit_draft(revision=row, actor=anna)
        counts.append(row.submissions)
        row = take_back(revision=row, actor=anna)

    assert counts == [1, 2, 3]


def test_what_readers_see_cannot_go_back_to_its_writer(anna, ben):
    row = approved(anna, ben)
    assert may_be_returned(row)

    publish_revisions(revisions=[row], actor=anna)

    assert not may_be_returned(row)


def test_who_may_not_write_welsh_tells_readers_nothing_in_it(anna):
    revision = begun(anna)
    english = somebody("cari", "write_en")

    with pytest.raises(PermissionDeniedError):
        noted(revision, english, Note("Newydd.", "cy"))
    assert noted(revision, english, Note("New.", "en")).note == "New."


def test_the_line_of_a_change_is_not_told_again_when_it_comes_back(anna, ben):
    note = Note("We said it more clearly.", "en")
    revision = submit_draft(revision=noted(begun(anna), anna, note), actor=anna)
    publish_revisions(revisions=[signed(revision, ben)], actor=anna)
    withdraw_document(name=NAME, actor=anna, reason=WithdrawalReason.WRONG)
    for asked in (ENGLISH, WELSH):
        signed(Revision.objects.latest("number"), ben, asked)

    (row, *_others) = restore_document(name=NAME, actor=anna)

    assert row.note == ""


# Back to the writer


def test_a_returned_text_is_whole_and_says_what_should_be_otherwise(anna, ben):
    revision = submitted(anna)
    text = revision.document
    remark = Remark(
        place="/languages/en/short", reason=RemarkReason.NO_SOURCE, text="Where from?"
    )

    row = return_to_writer(revision=revision, remarks=[remark], actor=ben)

    assert (row.state, row.document) == (RevisionState.RETURNED, text)
    stored = row.remarks.get()
    assert (stored.user, stored.digest) == (ben, row.digest)
    assert (stored.reason, stored.text) == ("no-source", "Where from?")
    assert saved(row, anna, en="Mended.").state == RevisionState.DRAFT


def test_nothing_is_returned_without_a_word(anna, ben):
    revision = submitted(anna)

    with pytest.raises(StateError, match="Say what"):
        return_to_writer(revision=revision, remarks=[], actor=ben)


def test_what_was_approved_can_still_be_returned(anna, ben):
    revision = approved(anna, ben)
    remark = Remark(reason=RemarkReason.NOT_RIGHT, text="Since.")

    row = return_to_writer(revision=revision, remarks=[remark], actor=ben)

    with pytest.raises(StateError):
        publish_revisions(revisions=[row], actor=anna)


def test_what_says_what_is_public_already_is_not_submitted(anna):
    published(ENTRY)
    revision = begin_draft(name=NAME, actor=anna)

    with pytest.raises(StateError, match="public already"):
        submit_draft(revision=revision, actor=anna)


def test_who_was_passed_by_is_told_when_they_submit(anna, ben):
    first = approved(anna, ben, en="First.")
    second = begun(anna, en="Second.")
    publish_revisions(revisions=[first], actor=anna)

    with pytest.raises(StateError, match="was changed since"):
        submit_draft(revision=second, actor=anna)


def test_an_abandoned_text_stays_and_another_can_start_with_it(anna, ben):
    old = abandon_draft(revision=begun(anna, en="Worth keeping."), actor=anna)

    new = begin_draft(name=NAME, actor=ben, of=old)

    assert new.document == old.document
    assert new.pk != old.pk


MOVES = {
    RevisionState.DRAFT: {"save", "submit", "abandon"},
    RevisionState.SUBMITTED: {"save", "take back", "return", "abandon", "sign off"},
    RevisionState.RETURNED: {"save", "submit", "abandon"},
    RevisionState.APPROVED: {"save", "take back", "return", "sign off"},
    RevisionState.SUPERSEDED: set(),
    RevisionState.ABANDONED: set(),
}
STEPS = {
    "save": lambda row, anna, ben: save_draft(
        revision=row, document=typed(en="E."), seen=row.digest, actor=anna
    ),
    "submit": lambda row, anna, ben: submit_draft(revision=row, actor=anna),
    "take back": lambda row, anna, ben: take_back(revision=row, actor=anna),
    "return": lambda row, anna, ben: return_to_writer(
        revision=row, remarks=[Remark(reason=RemarkReason.OTHER, text="So.")], actor=ben
    ),
    "abandon": lambda row, anna, ben: abandon_draft(revision=row, actor=anna),
    "sign off": lambda row, anna, ben: signed(row, ben),
}


def is_taken(step, *given):
    try:
        step(*given)
    except StateError:
        return False
    return True


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", RevisionState)
def test_each_step_is_for_some_states(anna, ben, state, step):
    revision = submitted(anna)
    Revision.objects.filter(pk=revision.pk).update(state=state)
    revision = Revision.objects.get(pk=revision.pk)

    assert is_taken(STEPS[step], revision, anna, ben) == (step in MOVES[state])


@pytest.mark.parametrize("step", [*STEPS.keys() - {"sign off"}])
def test_what_is_public_is_no_draft_any_more(anna, ben, step):
    revision = approved(anna, ben)
    publish_revisions(revisions=[revision], actor=anna)

    with pytest.raises(StateError, match=r"in this state|Nobody works"):
        STEPS[step](Revision.objects.get(pk=revision.pk), anna, ben)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda: published(ENTRY).revision, id="public"),
        pytest.param(lambda: approved_revision(document(ENTRY)), id="not yet"),
    ],
)
def test_what_was_reviewed_elsewhere_is_no_draft(anna, ben, made, step):
    revision = made()

    with pytest.raises(NotFoundError, match="no such revision"):
        STEPS[step](revision, anna, ben)
    assert Revision.objects.get(pk=revision.pk).state == RevisionState.APPROVED


def _superseded(anna):
    revision = submitted(anna)
    Revision.objects.filter(pk=revision.pk).update(state=RevisionState.SUPERSEDED)
    return revision


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("acts", [["publish"], ["sign_off_editor"], ["write_en"]])
@pytest.mark.parametrize(
    "made",
    [
        pytest.param(_superseded, id="superseded"),
        pytest.param(lambda _: published(ENTRY).revision, id="reviewed elsewhere"),
    ],
)
def test_who_may_not_take_a_step_is_not_told_where_a_text_stands(
    anna, made, step, acts
):
    cari = somebody("cari", *acts)
    reviews = step in {"return", "sign off"}
    may = acts == (["sign_off_editor"] if reviews else ["write_en"])
    refusal = (StateError, NotFoundError) if may else PermissionDeniedError
    revision = made(anna)

    with pytest.raises(refusal):
        STEPS[step](revision, cari, cari)


def test_what_the_checks_found_is_said_in_the_language_of_who_submits(anna):
    revision = begun(anna, en="This sentence has many words and does not end " * 8)

    def said(lang):
        with translation.override(lang), pytest.raises(StateError) as caught:
            submit_draft(revision=revision, actor=anna)
        return [(one.place, one.code, one.detail) for one in caught.value.problems]

    english, welsh = said("en"), said("cy")
    assert english[0] == (
        "/languages/en/short",
        "long-sentence",
        "The sentence has 72 words; the most is 20.",
    )
    assert welsh[0][:2] == english[0][:2]
    assert welsh[0] != english[0]
    assert said(None) == english


# What is told of it


def test_every_step_is_an_event_with_the_text_that_it_was_about(anna, ben):
    revision = submitted(anna)
    return_to_writer(
        revision=revision,
        remarks=[Remark(reason=RemarkReason.OTHER, text="So.")],
        actor=ben,
    )
    submit_draft(revision=saved(revision, anna, en="Mended."), actor=anna)
    take_back(revision=revision, actor=anna)
    submit_draft(revision=revision, actor=anna)
    signed(revision, ben)

    rows = Event.objects.filter(revision=revision)
    assert [(row.action, row.actor_name) for row in rows] == [
        (Action.DRAFT_BEGUN, "anna"),
        (Action.DRAFT_SAVED, "anna"),
        (Action.SUBMITTED, "anna"),
        (Action.RETURNED, "ben"),
        (Action.DRAFT_SAVED, "anna"),
        (Action.SUBMITTED, "anna"),
        (Action.TAKEN_BACK, "anna"),
        (Action.SUBMITTED, "anna"),
        (Action.SIGNED_OFF, "ben"),
        (Action.APPROVED, "ben"),
    ]
    assert {(row.kind, row.key) for row in rows} == {NAME}
    final = Revision.objects.get(pk=revision.pk).digest
    assert {row.details["digest"] for row in rows[7:]} == {final}
    assert rows[8].details == {"digest": final, "role": "editor", "lang": "en"}


def test_readers_are_told_who_has_checked_which_language(anna, ben):
    record("signed", cy=["welsh-language"], en=["subject-expert"])
    published(ENTRY)
    draft = begin_draft(name=NAME, actor=anna)
    revision = submit_draft(revision=saved(draft, anna, en="New."), actor=anna)
    revision = signed(revision, ben)
    revision = signed(revision, ben, Asked(SignOffRole.LIVED_EXPERIENCE, "en"))

    publish_revisions(revisions=[revision], actor=anna)

    english, welsh = (body()["languages"][lang] for lang in ("en", "cy"))
    assert english["checked_by"] == ["editor", "lived-experience"]
    assert english["not_checked_by"] == ["subject-expert"]
    assert welsh["checked_by"] == []


def test_a_language_that_did_not_change_keeps_who_has_checked_it(anna, ben):
    first = approved(anna, ben, cy="Cymraeg.")
    publish_revisions(revisions=[first], actor=anna)

    publish_revisions(revisions=[approved(anna, ben, en="English.")], actor=anna)
    assert body()["languages"]["cy"]["checked_by"] == ["welsh-language"]
    assert body()["languages"]["en"]["checked_by"] == ["editor"]

    publish_revisions(revisions=[approved(anna, ben, cy="Eto.")], actor=anna)
    assert body()["languages"]["cy"]["checked_by"] == ["welsh-language"]
    assert body()["languages"]["en"]["checked_by"] == ["editor"]


def test_who_has_checked_it_is_told_for_as_long_as_it_is_shown(anna, ben, monkeypatch):
    publish_revisions(revisions=[approved(anna, ben)], actor=anna)
    wait(monkeypatch, 1000)

    Publication.objects.filter(is_current=True).update(format=0)
    republish_documents(actor=anna)
    assert body()["languages"]["en"]["checked_by"] == ["editor"]

    withdraw_document(name=NAME, actor=anna, reason=WithdrawalReason.WRONG)
    dai = somebody("dai")
    for asked in (ENGLISH, WELSH):
        signed(Revision.objects.latest("number"), dai, asked)
    restore_document(name=NAME, actor=anna)
    assert body()["languages"]["en"]["checked_by"] == ["editor"]
