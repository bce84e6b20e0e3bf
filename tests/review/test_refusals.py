"""What cannot be begun, kept, submitted or remarked, and is said in a sentence."""

from __future__ import annotations

import orjson
import pytest

from glossary.closed_lists import RemarkReason
from glossary.document import DocumentKind, Name
from glossary.errors import DocumentError, NotFoundError, StateError
from glossary.models import Entry, Remark, Revision, RevisionState
from glossary.review import (
    ConflictError,
    abandon_draft,
    begin_draft,
    may_be_returned,
    return_to_writer,
    save_draft,
    submit_draft,
    take_back,
)
from tests.factories import (
    approved_revision,
    document,
    named,
    publish,
    published,
    record,
    section,
    topic,
)
from tests.review.writing import ENTRY, approved, begun, saved, submitted, typed

pytestmark = pytest.mark.django_db

NAME = named(ENTRY)


# Beginning


@pytest.mark.parametrize("kind", [DocumentKind.REVIEW, DocumentKind.TEXT])
def test_records_and_the_words_of_sources_are_not_written_here(anna, kind):
    record()

    with pytest.raises(StateError, match="not written here"):
        begin_draft(name=Name(kind, "tests"), actor=anna, start={"id": "tests"})
    assert not Revision.objects.filter(state=RevisionState.DRAFT).exists()


@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.ENTRY,
        DocumentKind.SOURCE,
        DocumentKind.TOPIC,
        DocumentKind.HELPLINE,
    ],
)
def test_all_else_is_written_here(anna, kind):
    draft = begin_draft(name=Name(kind, "new"), actor=anna, start={"id": "new"})

    assert (draft.kind, draft.state) == (kind, RevisionState.DRAFT)


@pytest.mark.parametrize(
    "key", ["", "Big", "two words", "../etc", "-a", "a-", "a--b", "é", "a" * 81]
)
def test_a_new_document_has_a_name_that_can_stand_in_an_address(anna, key):
    with pytest.raises(StateError, match="small letters"):
        begin_draft(name=named(key), actor=anna, start={"id": key})
    assert not Revision.objects.exists()


@pytest.mark.parametrize("key", ["a", "a1", "two-words", "a" * 80])
def test_any_such_name_will_do_and_is_nothing_yet(anna, key):
    published("police-force")

    draft = begin_draft(name=named(key), actor=anna, start={"id": key})

    assert (draft.number, draft.base) == (1, None)
    assert not Entry.objects.filter(pk=key).exists()


def test_a_new_entry_has_no_short_code_of_another(anna, monkeypatch):
    published(ENTRY)
    code = Entry.objects.get().short_code
    monkeypatch.setattr("glossary.review.arrivals.short_code", lambda _: code)

    with pytest.raises(StateError, match="short code of “grooming”"):
        begin_draft(name=named("new"), actor=anna, start={"id": "new"})
    assert begin_draft(name=NAME, actor=anna)


@pytest.mark.parametrize(
    "name",
    [named("police-force"), Name(DocumentKind.TOPIC, ENTRY)],
    ids=["another entry", "another kind of its name"],
)
def test_a_draft_goes_on_with_a_revision_of_its_own_document(anna, name):
    other = abandon_draft(revision=begun(anna), actor=anna)
    published("police-force")
    topic(ENTRY, en="A topic of its name")

    with pytest.raises(NotFoundError, match="no such revision"):
        begin_draft(name=name, actor=anna, of=other)


def test_a_draft_goes_on_with_the_text_that_is_stored(anna):
    old = abandon_draft(revision=begun(anna, en="As it was."), actor=anna)
    text, old.document = old.document, "{}"

    assert begin_draft(name=NAME, actor=anna, of=old).document == text


# Keeping


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(None, id="nothing"),
        pytest.param(["a"], id="a list"),
        pytest.param("text", id="a text"),
        pytest.param({"id": "\ud800"}, id="half a character"),
        pytest.param({"number": 2**70}, id="a large number"),
        pytest.param({1: "a"}, id="a name that is a number"),
        pytest.param({"set": {1}}, id="what JSON has not"),
        pytest.param(
            {"text": "a" * (1_000_001 - len('{"text":""}'))}, id="a sign too long"
        ),
    ],
)
def test_what_cannot_be_kept_is_refused(anna, odd):
    revision = begun(anna)

    with pytest.raises(DocumentError, match="cannot be kept"):
        save_draft(revision=revision, document=odd, seen=revision.digest, actor=anna)
    assert Revision.objects.get(pk=revision.pk).document == revision.document


def test_what_is_as_long_as_it_may_be_is_kept(anna):
    revision = begun(anna)
    text = "a" * (1_000_000 - len('{"text":""}'))

    row = save_draft(
        revision=revision, document={"text": text}, seen=revision.digest, actor=anna
    )

    assert len(row.document) == 1_000_000


@pytest.mark.parametrize("step", ["save", "take back", "return"])
def test_what_waits_is_no_draft_again_while_another_one_is_open(anna, ben, step):
    waits = approved(anna, ben)
    begin_draft(name=NAME, actor=anna)
    steps = {
        "save": lambda: save_draft(
            revision=waits, document=typed(en="E."), seen=waits.digest, actor=anna
        ),
        "take back": lambda: take_back(revision=waits, actor=anna),
        "return": lambda: return_to_writer(
            revision=waits,
            remarks=[Remark(reason=RemarkReason.OTHER, text="So.")],
            actor=ben,
        ),
    }

    with pytest.raises(StateError, match="“entry/grooming” has a draft already"):
        steps[step]()

    row = Revision.objects.get(pk=waits.pk)
    assert (row.state, row.document) == (RevisionState.APPROVED, waits.document)
    assert not Remark.objects.exists()


# To submit, and to return


def test_a_language_that_the_site_lacks_is_not_submitted(anna):
    revision = begun(anna)
    data = typed(en="Another.")
    data["languages"]["de"] = section("Grooming", "de")
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    with pytest.raises(StateError, match="no language “de”") as caught:
        submit_draft(revision=row, actor=anna)
    (problem,) = caught.value.problems
    assert (problem.place, problem.code) == ("/languages/de", "unknown-language")


RENDERING = {
    "kind": "audio",
    "lang": "en",
    "address": "https://voices.example/grooming",
    "made_by": "Voices",
    "made_on": "2026-01-01",
}
SIGNED = [{"role": "lived-experience", "signed_on": "2026-02-01"}]


def rendered(revision, actor, **more):
    """Submit the text with a recording of it."""
    revision = Revision.objects.get(pk=revision.pk)
    data = orjson.loads(revision.document)
    data["languages"]["en"]["renderings"] = [{**RENDERING, **more}]
    row = save_draft(
        revision=revision, document=data, seen=revision.digest, actor=actor
    )
    return submit_draft(revision=row, actor=actor)


def test_nobody_types_who_has_checked_a_recording(anna):
    revision = begun(anna)

    with pytest.raises(StateError, match="Nobody types"):
        rendered(revision, anna, signed_off=SIGNED)
    assert rendered(revision, anna).state == RevisionState.SUBMITTED


def test_what_was_said_of_a_recording_before_may_stay_but_for_that_one_alone(anna):
    given = document(ENTRY)
    sections = orjson.loads(given.model_dump_json(exclude_defaults=True))["languages"]
    sections["en"]["renderings"] = [{**RENDERING, "signed_off": SIGNED}]
    publish(document(ENTRY, languages=sections))
    revision = begun(anna)

    assert rendered(revision, anna, signed_off=SIGNED).state == RevisionState.SUBMITTED
    revision = take_back(revision=revision, actor=anna)
    with pytest.raises(StateError, match="Nobody types"):
        rendered(revision, anna, made_by="Somebody else", signed_off=SIGNED)


@pytest.mark.parametrize(
    "odd",
    [
        {"reason": "boring"},
        {"reason": ""},
        {"reason": "no-source", "place": "/" * 201},
        {"reason": "other"},
        {"reason": "missing", "text": " "},
        {"reason": "no-source", "text": "no\0signs"},
        {"reason": "no-source", "text": "x" * 5_001},
        {"reason": "no-source", "suggestion": "So."},
    ],
    ids=[
        "no such reason",
        "no reason",
        "a long place",
        "a reason that says too little",
        "nothing but a space",
        "signs that nobody sees",
        "too many words",
        "words for no place",
    ],
)
def test_a_remark_has_a_known_reason_a_place_and_words(anna, ben, odd):
    revision = submitted(anna)
    remarks = [Remark(reason=RemarkReason.NO_SOURCE), Remark(**odd)]

    with pytest.raises(StateError, match="cannot be kept"):
        return_to_writer(revision=revision, remarks=remarks, actor=ben)
    assert not Remark.objects.exists()
    assert Revision.objects.get(pk=revision.pk).state == RevisionState.SUBMITTED


def test_remarks_are_kept_on_the_text_that_was_looked_at_alone(anna, ben):
    revision = submitted(anna)
    seen = revision.digest
    row = submit_draft(revision=saved(revision, anna, en="Newer."), actor=anna)
    remark = Remark(reason=RemarkReason.NO_SOURCE)

    with pytest.raises(ConflictError) as caught:
        return_to_writer(revision=row, remarks=[remark], actor=ben, seen=seen)

    assert caught.value.revision.digest == row.digest
    assert not Remark.objects.exists()
    row = return_to_writer(revision=row, remarks=[remark], actor=ben, seen=row.digest)
    assert row.remarks.get() == remark


@pytest.mark.parametrize(
    ("bring", "may"),
    [
        (lambda anna, _: submitted(anna), True),
        (approved, True),
        (lambda anna, _: begun(anna), False),
        (lambda *_: published(ENTRY).revision, False),
        (lambda *_: approved_revision(document(ENTRY)), False),
    ],
    ids=["submitted", "approved", "draft", "public", "reviewed elsewhere"],
)
def test_what_can_go_back_to_its_writer(anna, ben, bring, may):
    assert may_be_returned(bring(anna, ben)) == may
