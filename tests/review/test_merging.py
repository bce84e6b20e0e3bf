"""A draft that was passed by takes up what was published meanwhile."""

from __future__ import annotations

import orjson
import pytest

from glossary.document import parse_document
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Action, Event, Note, Publication, Revision, RevisionState
from glossary.publishing import publish_revisions
from glossary.review import (
    ConflictError,
    begin_draft,
    bring_up_to_date,
    save_draft,
    submit_draft,
)
from tests.factories import document, named, publish, topic, withdrawn
from tests.review.writing import (
    ENTRY,
    approved,
    begun,
    saved,
    signed,
    somebody,
    submitted,
    typed,
)

pytestmark = pytest.mark.django_db
OLD = {"en": "What grooming means.", "cy": "What meithrin perthynas amhriodol means."}


def passed_by(**texts):
    """Publish the entry with other short texts, as reviewed elsewhere."""
    changed = document(ENTRY)
    sections = {
        lang: row.model_copy(update={"short": texts.get(lang, row.short)})
        for lang, row in changed.languages.items()
    }
    publish(changed.model_copy(update={"languages": sections}))


def merged(revision, actor):
    now = Revision.objects.get(pk=revision.pk)
    return bring_up_to_date(revision=now, seen=now.digest, actor=actor)


def shorts(revision):
    data = orjson.loads(Revision.objects.get(pk=revision.pk).document)
    return {lang: row["short"] for lang, row in data["languages"].items()}


def test_what_only_one_side_changed_is_taken(anna):
    draft = begun(anna, en="Anna's.")
    passed_by(cy="Testun newydd.")

    done = merged(draft, anna)

    assert done.conflicts == []
    assert shorts(done.revision) == {"en": "Anna's.", "cy": "Testun newydd."}
    assert done.revision.base == Publication.objects.current().get(key=ENTRY)


def test_of_several_documents_its_own_is_what_came_between(anna):
    draft = begun(anna, en="Anna's.")
    topic(ENTRY, en="A topic of its name")
    publish(document("police-force"))
    passed_by(cy="Testun newydd.")
    publish(document("chief-constable"))

    assert merged(draft, anna).revision.base.name == draft.name


def test_where_both_changed_the_drafts_own_words_stay_and_the_place_is_named(anna):
    draft = begun(anna, en="Anna's.")
    passed_by(en="Somebody else's.", cy="Testun newydd.")

    done = merged(draft, anna)

    assert done.conflicts == ["/languages/en/short"]
    assert shorts(done.revision) == {"en": "Anna's.", "cy": "Testun newydd."}


def test_where_both_say_the_same_nothing_is_named(anna):
    draft = begun(anna, en="The same.")
    passed_by(en="The same.")

    assert merged(draft, anna).conflicts == []


def with_field(revision, actor, change):
    """Save the draft after ``change`` was made to its document."""
    row = Revision.objects.get(pk=revision.pk)
    data = orjson.loads(row.document)
    change(data)
    return save_draft(revision=row, document=data, seen=row.digest, actor=actor)


def test_what_the_draft_left_out_stays_out(anna):
    draft = begun(anna, en="Anna's.")
    with_field(draft, anna, lambda data: data["languages"].pop("cy"))
    passed_by(en="Somebody else's.")

    done = merged(draft, anna)

    assert list(shorts(done.revision)) == ["en"]


def test_what_the_draft_left_out_and_others_changed_is_named(anna):
    draft = begun(anna, en="Anna's.")
    with_field(draft, anna, lambda data: data["languages"].pop("cy"))
    passed_by(cy="Testun newydd.")

    done = merged(draft, anna)

    assert done.conflicts == ["/languages/cy"]
    assert list(shorts(done.revision)) == ["en"]


def test_what_came_to_it_meanwhile_is_there(anna):
    draft = begun(anna, en="Anna's.")
    changed = document(ENTRY)
    section = changed.languages["en"].model_copy(update={"ask": "Ask this."})
    sections = {**changed.languages, "en": section}
    publish(changed.model_copy(update={"languages": sections}))

    data = orjson.loads(merged(draft, anna).revision.document)

    assert data["languages"]["en"]["ask"] == "Ask this."
    assert data["languages"]["en"]["short"] == "Anna's."


def test_what_came_to_the_draft_stays_beside_what_others_changed(anna):
    draft = begun(anna, en=OLD["en"])
    with_field(
        draft, anna, lambda data: data["languages"]["en"].update(ask="Ask this.")
    )
    passed_by(en="Somebody else's.")

    done = merged(draft, anna)

    section = orjson.loads(done.revision.document)["languages"]["en"]
    assert (section["ask"], section["short"]) == ("Ask this.", "Somebody else's.")
    assert done.conflicts == []


def test_what_the_draft_changed_and_others_left_out_is_named(anna):
    draft = begun(anna, cy="Gan Anna.")
    whole = document(ENTRY)
    publish(whole.model_copy(update={"languages": {"en": whole.languages["en"]}}))

    done = merged(draft, anna)

    assert done.conflicts == ["/languages/cy"]
    assert shorts(done.revision) == {"en": OLD["en"], "cy": "Gan Anna."}


def test_what_both_changed_in_a_row_is_named_by_the_number_of_the_row(anna):
    cited = document(ENTRY).citations
    publish(document(ENTRY).model_copy(update={"citations": cited * 2}))
    draft = begun(anna, en="Anna's.")
    with_field(
        draft, anna, lambda data: data["citations"][1].update(quotation="Quoted here.")
    )
    other = cited[0].model_copy(update={"quotation": "Quoted otherwise."})
    publish(document(ENTRY).model_copy(update={"citations": (*cited, other)}))

    done = merged(draft, anna)

    assert done.conflicts == ["/citations/1/quotation"]
    rows = orjson.loads(done.revision.document)["citations"]
    assert [row["quotation"] for row in rows] == ["in its own words", "Quoted here."]


def test_rows_that_stay_in_their_places_are_compared_one_by_one(anna):
    draft = begun(anna, en="Anna's.")
    with_field(
        draft, anna, lambda data: data["citations"][0].update(quotation="Quoted here.")
    )
    changed = document(ENTRY)
    (cited,) = changed.citations
    row = cited.model_copy(update={"locator": "page 3"})
    publish(changed.model_copy(update={"citations": (row,)}))

    done = merged(draft, anna)

    assert done.conflicts == []
    data = orjson.loads(done.revision.document)
    assert data["citations"][0]["locator"] == "page 3"
    assert data["citations"][0]["quotation"] == "Quoted here."


def test_a_list_that_became_longer_on_both_sides_is_named(anna):
    draft = begun(anna, en="Anna's.")
    with_field(draft, anna, lambda data: data["topics"].append("mine"))
    changed = document(ENTRY)
    publish(changed.model_copy(update={"topics": (*changed.topics, "theirs")}))

    assert merged(draft, anna).conflicts == ["/topics"]


def test_a_language_that_came_on_both_sides_is_compared_field_by_field(anna):
    whole = document(ENTRY)
    publish(whole.model_copy(update={"languages": {"en": whole.languages["en"]}}))
    draft = begun(anna, en="Anna's.")
    welsh = orjson.loads(whole.model_dump_json(exclude_defaults=True))["languages"]
    welsh["cy"]["short"] = "Gan Anna."
    with_field(draft, anna, lambda data: data["languages"].update(cy=welsh["cy"]))
    publish(whole)

    done = merged(draft, anna)

    assert done.conflicts == ["/languages/cy/short"]
    assert shorts(done.revision) == {"en": "Anna's.", "cy": "Gan Anna."}


def test_a_list_that_came_on_both_sides_is_named_as_a_whole(anna):
    other = [{"relation": "related", "id": "chief-constable"}]
    draft = begun(anna, en="Anna's.")
    with_field(draft, anna, lambda data: data.update(related=other))
    changed = orjson.loads(document(ENTRY).model_dump_json(exclude_defaults=True))
    for one in ("chief-constable", "police-force"):
        publish(document(one))
    related = [{"relation": "broader", "id": "police-force"}]
    publish(parse_document(changed | {"related": related}))

    done = merged(draft, anna)

    assert done.conflicts in (["/related"], ["/related/0/relation", "/related/0/id"])
    assert orjson.loads(done.revision.document)["related"] == other


def test_what_is_counted_is_no_conflict(anna):
    """However often others have changed it: the public count is the one to go on from."""
    draft = submitted(anna, en="Anna's.")
    changed = document(ENTRY)
    for ask in ("Ask this.", "Ask that."):
        section = changed.languages["en"].model_copy(update={"ask": ask})
        sections = {**changed.languages, "en": section}
        publish(changed.model_copy(update={"languages": sections}))

    done = merged(draft, anna)

    assert done.conflicts == []
    section = orjson.loads(done.revision.document)["languages"]["en"]
    assert (section["edition"], section["short"]) == (3, "Anna's.")


def test_what_was_submitted_is_a_draft_again_and_can_be_submitted(anna, ben):
    revision = submitted(anna, en="Anna's.")
    passed_by(cy="Testun newydd.")
    with pytest.raises(StateError, match="was changed since"):
        signed(revision, ben)

    done = merged(revision, anna)
    assert done.revision.state == RevisionState.DRAFT

    revision = submit_draft(revision=done.revision, actor=anna)
    assert signed(revision, ben).state == RevisionState.APPROVED
    publish_revisions(revisions=[revision], actor=ben)
    assert shorts(Publication.objects.current().get(key=ENTRY).revision) == {
        "en": "Anna's.",
        "cy": "Testun newydd.",
    }


def test_who_brings_the_texts_together_had_a_part_in_it(anna, ben):
    revision = submitted(anna, en="Anna's.")
    passed_by(cy="Testun newydd.")

    revision = submit_draft(revision=merged(revision, ben).revision, actor=anna)

    with pytest.raises(PermissionDeniedError, match="had a part"):
        signed(revision, ben)


def test_a_claim_of_the_old_text_is_not_one_of_the_new(anna):
    draft = begun(anna, en="Anna's.")
    save_draft(
        revision=draft,
        document=orjson.loads(Revision.objects.get(pk=draft.pk).document),
        seen=Revision.objects.get(pk=draft.pk).digest,
        actor=anna,
        untouched=["cy"],
    )
    passed_by(cy="Testun newydd.")

    assert merged(draft, anna).revision.untouched == []


def test_it_is_written_down(anna):
    draft = begun(anna, en="Anna's.")
    passed_by(en="Somebody else's.")

    done = merged(draft, anna)

    event = Event.objects.get(action=Action.DRAFT_MERGED)
    assert (event.actor, event.revision) == (anna, done.revision)
    assert event.details["conflicts"] == ["/languages/en/short"]
    assert event.details["of"] == draft.number


def test_the_older_draft_is_given_up_and_stays_as_it_is(anna):
    draft = begun(anna, en="Anna's.")
    passed_by(en="Somebody else's.")

    done = merged(draft, anna)

    row = Revision.objects.get(pk=draft.pk)
    assert (row.state, shorts(row)["en"]) == (RevisionState.ABANDONED, "Anna's.")
    assert done.revision.number > row.number
    assert done.revision.state == RevisionState.DRAFT


def test_the_line_for_readers_comes_along(anna):
    draft = begun(anna, en="Anna's.")
    save_draft(
        revision=draft,
        document=orjson.loads(Revision.objects.get(pk=draft.pk).document),
        seen=Revision.objects.get(pk=draft.pk).digest,
        actor=anna,
        note=Note("A line.", "en"),
    )
    passed_by(cy="Testun newydd.")

    done = merged(draft, anna)

    kept = Revision.objects.get(pk=done.revision.pk).note_for_readers
    assert kept == Note("A line.", "en")


def test_all_who_had_a_part_in_it_still_have(anna, ben):
    draft = saved(begun(anna, en="Anna's."), ben, cy="Gan Ben.")
    passed_by(en="Somebody else's.")

    done = merged(draft, somebody("carys"))

    who = {row.name for row in done.revision.authors.all()}
    assert who == {"anna", "ben", "carys"}


def test_what_is_withdrawn_meanwhile_can_be_worked_on(anna):
    draft = begun(anna, en="Anna's.")
    passed_by(cy="Testun newydd.")
    withdrawn(ENTRY)

    done = merged(draft, anna)

    assert shorts(done.revision)["cy"] == "Testun newydd."


def test_where_nothing_came_between_there_is_nothing_to_do(anna):
    draft = begun(anna, en="Anna's.")

    with pytest.raises(StateError, match="Nothing was published"):
        merged(draft, anna)


def test_where_nothing_was_ever_published_there_is_nothing_to_do(anna):
    draft = begin_draft(name=named("new"), actor=anna, start={"id": "new"})

    with pytest.raises(StateError, match="Nothing was published"):
        merged(draft, anna)


def test_what_was_begun_before_anything_was_public_takes_up_what_came(anna):
    """Somebody else brought the same entry in: nothing of the draft is lost."""
    draft = begin_draft(name=named(ENTRY), actor=anna, start=typed(en="Anna's."))
    passed_by(cy="Testun newydd.")

    done = merged(draft, anna)

    assert done.conflicts == ["/languages/en/short", "/languages/cy/short"]
    assert shorts(done.revision) == {**OLD, "en": "Anna's."}
    assert done.revision.base == Publication.objects.current().get(key=ENTRY)


def test_a_withdrawal_alone_is_no_other_text(anna):
    draft = begun(anna, en="Anna's.")
    withdrawn(ENTRY)

    with pytest.raises(StateError, match="Nothing was published"):
        merged(draft, anna)


def test_what_nobody_works_on_any_more_is_left_alone(anna, ben):
    revision = approved(anna, ben, en="Anna's.")
    passed_by(cy="Testun newydd.")

    with pytest.raises(StateError):
        merged(revision, anna)


def test_what_was_reviewed_elsewhere_is_no_draft(anna):
    begun(anna)
    first = Revision.objects.get(key=ENTRY, number=1)

    with pytest.raises(NotFoundError):
        bring_up_to_date(revision=first, seen=first.digest, actor=anna)


def test_who_has_not_seen_the_newest_draft_is_told(anna, ben):
    draft = begun(anna, en="Anna's.")
    old = Revision.objects.get(pk=draft.pk).digest
    saved(draft, ben, en="Ben's.")
    passed_by(cy="Testun newydd.")

    with pytest.raises(ConflictError):
        bring_up_to_date(revision=draft, seen=old, actor=anna)


@pytest.mark.parametrize("acts", [("publish",), ("write_cy",)])
def test_who_may_not_write_in_it_does_not(anna, acts):
    draft = begun(anna, en="Anna's.")
    passed_by(cy="Testun newydd.")

    with pytest.raises(PermissionDeniedError):
        merged(draft, somebody("dai", *acts))
