"""Who suggests words is no author, until somebody takes them over."""

from __future__ import annotations

import orjson
import pytest

from glossary.closed_lists import RemarkReason
from glossary.errors import PermissionDeniedError
from glossary.models import Remark, Revision, RevisionState
from glossary.review import (
    abandon_draft,
    begin_draft,
    return_to_writer,
    save_draft,
    submit_draft,
)
from tests.factories import named, published, source, topic
from tests.review.writing import ENTRY, begun, saved, signed, somebody, submitted

pytestmark = pytest.mark.django_db

NAME = named(ENTRY)
SHORT = "/languages/en/short"
WORDS = "Somebody makes a child trust them, to harm the child."


def returned(writer, reviewer, suggestion=WORDS, place=SHORT):
    """Return what went back to its writer with suggested words."""
    remark = Remark(
        reason=RemarkReason.HARD_TO_READ, place=place, suggestion=suggestion
    )
    return return_to_writer(
        revision=submitted(writer), remarks=[remark], actor=reviewer
    )


def resubmitted(revision, writer, **texts):
    return submit_draft(revision=saved(revision, writer, **texts), actor=writer)


def changed(revision, writer, **fields):
    """Return a draft in which these fields of the document are others."""
    return save_draft(
        revision=revision,
        document=orjson.loads(revision.document) | fields,
        seen=revision.digest,
        actor=writer,
    )


def authors(revision):
    return {row.name for row in revision.authors.all()}


@pytest.mark.parametrize(
    "taken",
    [
        WORDS,
        "somebody makes a child Trust them – to harm the child",
        "  Somebody makes a child   trust them,\nto harm the child.  ",
        f"It is when this happens. {WORDS} That is a crime.",
        "Somebody makes a child trust them, to hurt that child.",
        "An adult makes a child trust them, to harm the child.",
    ],
    ids=[
        "as they are",
        "other signs",
        "other spaces",
        "among others",
        "with another end",
        "with another beginning",
    ],
)
def test_whose_suggested_words_are_taken_over_is_an_author(anna, ben, taken):
    revision = resubmitted(returned(anna, ben), anna, en=taken)

    assert authors(revision) == {"anna", "ben"}
    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(revision, ben)
    assert signed(revision, somebody("carys")).state == RevisionState.APPROVED


def test_a_word_that_is_changed_in_a_long_sentence_is_theirs_with_those_around(
    anna, ben
):
    sentence = "A person who grooms a child sets out to gain trust."
    remark = Remark(
        reason=RemarkReason.HARD_TO_READ,
        place=SHORT,
        suggestion=sentence.replace("gain", "win"),
    )
    revision = return_to_writer(
        revision=submitted(anna, en=sentence), remarks=[remark], actor=ben
    )
    kept = saved(revision, anna, en=f"{sentence} It is a crime.")
    assert authors(submit_draft(revision=kept, actor=anna)) == {"anna"}

    taken = saved(kept, anna, en="They set out to win trust of a child.")
    assert authors(submit_draft(revision=taken, actor=anna)) == {"anna"}
    taken = saved(taken, anna, en="Whoever grooms a child sets out to win trust.")

    assert authors(submit_draft(revision=taken, actor=anna)) == {"anna", "ben"}


def test_what_stood_there_already_is_nobodys_suggestion(anna, ben):
    revision = returned(anna, ben, "text", place=SHORT)

    assert authors(resubmitted(revision, anna, en="Another text still.")) == {"anna"}


def test_words_for_a_whole_row_are_compared_with_all_of_it(anna, ben):
    revision = returned(anna, ben, "luring", place="/languages/en/terms/0")

    assert Remark.objects.get().stood.split("\n")[0] == "grooming"
    assert authors(resubmitted(revision, anna, en="It is luring.")) == {"anna"}


@pytest.mark.parametrize("other", ["Quite another text.", "Somebody makes a child"])
def test_whose_words_are_left_is_none(anna, ben, other):
    revision = resubmitted(returned(anna, ben), anna, en=other)

    assert authors(revision) == {"anna"}
    assert signed(revision, ben).state == RevisionState.APPROVED


def test_words_that_are_taken_over_at_another_place_are_still_theirs(anna, ben):
    revision = returned(anna, ben)
    data = orjson.loads(revision.document)
    data["languages"]["en"]["explanation"] = WORDS
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna", "ben"}


def test_a_word_or_two_are_theirs_only_where_they_were_suggested(anna, ben):
    revision = returned(anna, ben, "the force", place="/languages/en/terms/0/text")

    row = resubmitted(revision, anna, en="What the force does.")

    assert authors(row) == {"anna"}


def test_a_word_is_theirs_where_it_was_suggested_also_in_a_row_that_moved(anna, ben):
    revision = returned(anna, ben, "luring", place="/languages/en/terms/0/text")
    data = orjson.loads(revision.document)
    terms = data["languages"]["en"]["terms"]
    terms.append({"text": "Luring", "type": "full-form", "status": "admitted"})
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna", "ben"}


def test_a_word_for_a_whole_row_is_theirs_wherever_it_stands_in_it(anna, ben):
    revision = returned(anna, ben, "luring", place="/languages/en/terms/0")
    data = orjson.loads(revision.document)
    data["languages"]["en"]["terms"][0]["forms"] = ["luring"]
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna", "ben"}


@pytest.mark.parametrize(
    ("place", "taken"), [("/publisher", False), ("/publisher_names", True)]
)
def test_a_word_is_not_theirs_in_a_field_whose_name_begins_alike(
    anna, ben, place, taken
):
    row = begin_draft(name=source().name, actor=anna)
    row = changed(row, anna, title="Another report")
    remark = Remark(
        reason=RemarkReason.HARD_TO_READ, place=place, suggestion="arolygwyr"
    )
    row = return_to_writer(
        revision=submit_draft(revision=row, actor=anna), remarks=[remark], actor=ben
    )

    row = changed(row, anna, publisher_names={"cy": "Yr arolygwyr"})

    expected = {"anna", "ben"} if taken else {"anna"}
    assert authors(submit_draft(revision=row, actor=anna)) == expected


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda: topic(ENTRY, en="Harm").name, id="of the same key"),
        pytest.param(lambda: topic("harm", en="Harm").name, id="of another key"),
        pytest.param(lambda: published("police-force").name, id="another entry"),
    ],
)
def test_words_for_another_document_are_not_asked_for(anna, ben, other):
    published(ENTRY)
    row = begin_draft(name=other(), actor=anna)
    sections = orjson.loads(row.document)["languages"]
    sections["en"]["label" if "label" in sections["en"] else "short"] = "H."
    row = changed(row, anna, languages=sections)
    remark = Remark(reason=RemarkReason.OTHER, text=WORDS)
    return_to_writer(
        revision=submit_draft(revision=row, actor=anna), remarks=[remark], actor=ben
    )

    assert authors(submitted(anna, en=WORDS)) == {"anna"}


def test_words_of_a_text_that_was_given_up_are_still_theirs(anna, ben):
    abandon_draft(revision=returned(anna, ben), actor=anna)
    revision = begin_draft(name=NAME, actor=anna)

    assert authors(resubmitted(revision, anna, en=WORDS)) == {"anna", "ben"}


def test_words_that_stand_in_no_changed_place_make_nobody_an_author(anna, ben):
    public = "What grooming means."
    revision = returned(anna, ben, public)
    data = orjson.loads(revision.document)
    data["languages"]["en"] |= {"short": public, "explanation": "It is wrong."}
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna"}


def test_who_suggested_it_is_an_author_once(anna, ben):
    revision = resubmitted(returned(anna, ben), anna, en=WORDS)
    revision = resubmitted(revision, anna, en=f"{WORDS} It is a crime.")

    assert revision.authors.count() == 2


def test_who_saves_their_own_suggestion_is_an_author_at_once(anna, ben):
    revision = saved(returned(anna, ben), ben, en=WORDS)

    assert authors(Revision.objects.get(pk=revision.pk)) == {"anna", "ben"}


def commented(writer, reviewer, text, place="", **texts):
    """Return what went back to its writer with a comment, and no suggested words."""
    remark = Remark(reason=RemarkReason.OTHER, text=text, place=place)
    revision = submitted(writer, **texts)
    return return_to_writer(revision=revision, remarks=[remark], actor=reviewer)


def test_who_dictates_words_in_a_comment_is_an_author(anna, ben):
    revision = commented(anna, ben, f"It should say: “{WORDS}”")

    assert authors(resubmitted(revision, anna, en=WORDS)) == {"anna", "ben"}


def test_who_quotes_in_a_comment_what_stands_there_is_none(anna, ben):
    revision = commented(anna, ben, f"“{WORDS}” is too long.", en=f"{WORDS} Always.")

    assert authors(resubmitted(revision, anna, en=WORDS)) == {"anna"}


def test_who_quotes_at_one_place_what_stands_at_another_is_none(anna, ben):
    revision = commented(
        anna, ben, f"Say only: “{WORDS}”", "/languages/cy/short", en=WORDS
    )

    assert authors(resubmitted(revision, anna, en=f"{WORDS} Always.")) == {"anna"}


def test_a_word_is_theirs_where_it_was_suggested_though_it_stands_elsewhere(anna, ben):
    remark = Remark(
        reason=RemarkReason.HARD_TO_READ,
        place="/languages/en/terms/0/text",
        suggestion="luring",
    )
    revision = return_to_writer(
        revision=submitted(anna, en="It is luring."), remarks=[remark], actor=ben
    )
    data = orjson.loads(revision.document)
    data["languages"]["en"]["terms"][0]["text"] = "luring"
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna", "ben"}


@pytest.mark.parametrize(
    ("said", "text", "is_taken"),
    [
        ("gain the trust of others", "Gain the trust of others.", True),
        ("gain the trust of others", "To gain the trust of others is it.", True),
        ("to gain the trust of others slowly", "Gain the trust of others.", True),
        ("gain the trust of others slowly", "They gain the trust of others.", True),
        ("slowly gain the trust of others", "Gain the trust of others first.", True),
        ("gain the trust of", "Gain the trust of", False),
        ("first gain the trust of", "Gain the trust of", False),
        ("gain the trust of others", "Gain the trust of somebody.", False),
        ("slowly gain the trust of", "They gain the trust of", False),
        ("gain the trust of others", "Gain the trust and of others.", False),
    ],
)
def test_five_words_in_a_row_from_a_comment_are_theirs(anna, ben, said, text, is_taken):
    revision = commented(anna, ben, said)

    row = resubmitted(revision, anna, en=text)

    assert authors(row) == ({"anna", "ben"} if is_taken else {"anna"})


def test_who_comments_is_no_author_of_signs_without_words(anna, ben):
    revision = commented(anna, ben, "Say where it stands.")
    data = orjson.loads(revision.document)
    data["citations"][0]["locator"] = "…"
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna"}


def test_remarks_without_words_make_nobody_an_author(anna, ben):
    revision = returned(anna, ben, "")

    assert authors(resubmitted(revision, anna, en="Shorter.")) == {"anna"}


def test_a_text_that_is_begun_here_knows_whose_words_it_has(anna, ben):
    remark = Remark(
        reason=RemarkReason.HARD_TO_READ, place="/languages/en/short", suggestion=WORDS
    )
    start = orjson.loads(begun(anna).document)
    start |= {"id": "a-new-word"}
    for lang, section in start["languages"].items():
        section["slug"] = f"a-new-word-{lang}"
    start["languages"]["cy"]["short"] = "Dyma ystyr y gair."
    row = begin_draft(name=named("a-new-word"), actor=anna, start=start)
    row = submit_draft(revision=row, actor=anna)
    row = return_to_writer(revision=row, remarks=[remark], actor=ben)

    assert authors(resubmitted(row, anna, en=WORDS)) == {"anna", "ben"}


def test_what_is_no_text_is_nobodys_words(anna, ben):
    revision = returned(anna, ben)
    data = orjson.loads(revision.document)
    data["languages"]["en"]["terms"][0]["context_only"] = True
    row = save_draft(revision=revision, document=data, seen=revision.digest, actor=anna)

    assert authors(submit_draft(revision=row, actor=anna)) == {"anna"}
