"""Who had a part in a text: by what way their words came, and once each."""

from __future__ import annotations

import orjson
import pytest

from glossary.document import DocumentKind, Name
from glossary.errors import PermissionDeniedError
from glossary.models import CommandLine, Revision
from glossary.publishing import publish_revisions
from glossary.review import (
    abandon_draft,
    add_reviewed_elsewhere,
    begin_check,
    begin_draft,
    is_check,
    signed_off_by,
    submit_draft,
    take_back,
    text_of_check,
)
from tests.factories import OPERATOR, document, named, published, withdrawn
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
)

pytestmark = pytest.mark.django_db

NAME = named(ENTRY)
TOPIC = Name(DocumentKind.TOPIC, ENTRY)
OTHER = named("police-force")


def authors(revision):
    return sorted(row.name for row in revision.authors.all())


def published_by(revision, actor):
    publish_revisions(revisions=[revision], actor=actor)
    return Revision.objects.get(pk=revision.pk)


def test_words_of_a_later_text_that_was_given_up_are_still_their_writers(anna, ben):
    """While a text waits another one can be begun, and given up before it goes on."""
    waits = approved(anna, somebody("carys"))
    later = begin_draft(name=NAME, actor=ben, start=typed(en="Ben's words."))
    abandon_draft(revision=later, actor=ben)

    revision = saved(take_back(revision=waits, actor=anna), anna, en="Ben's words.")
    revision = submit_draft(revision=revision, actor=anna)

    assert authors(revision) == ["anna", "ben"]
    with pytest.raises(PermissionDeniedError, match="part in this text"):
        signed(revision, ben)


@pytest.mark.parametrize(("mine", "other"), [("cy", "en"), ("en", "cy")])
def test_words_that_come_back_in_one_language_are_their_writers(anna, ben, mine, other):
    """Whatever else is otherwise by now."""
    abandon_draft(revision=begun(ben, **{mine: "By Ben."}), actor=ben)

    revision = submitted(anna, **{mine: "By Ben.", other: "By Anna."})

    assert authors(revision) == ["anna", "ben"]


def test_who_wrote_the_language_that_stays_is_no_author_of_the_other(anna, ben):
    carys = somebody("carys")
    published_by(approved(ben, carys, cy="Geiriau Ben."), carys)

    revision = submitted(anna, en="Anna's words.")

    assert authors(revision) == ["anna"]
    assert signed(revision, ben).state == "approved"


@pytest.mark.parametrize("name", [TOPIC, OTHER], ids=["another kind", "another entry"])
def test_who_wrote_the_same_words_in_another_document_is_no_author(anna, ben, name):
    published(ENTRY)
    welsh = typed(cy="Testun newydd.")["languages"]["cy"]
    begin_draft(
        name=name, actor=ben, start={"id": name.key, "languages": {"cy": welsh}}
    )

    assert authors(submitted(anna, cy="Testun newydd.")) == ["anna"]


@pytest.mark.parametrize("kind", ["a topic", "another entry"])
def test_who_wrote_another_document_has_no_part_in_what_is_checked(anna, ben, kind):
    published(ENTRY)
    published(ENTRY, as_at="2025-01-01")
    name = published("police-force").name
    if kind == "a topic":
        name = TOPIC
    start = {
        "a topic": {
            "id": ENTRY,
            "position": 0,
            "languages": {"en": {"label": "A topic", "description": "What it is."}},
        }
    }.get(kind)
    draft = begin_draft(name=name, actor=ben, start=start)
    if not start:
        draft = saved(draft, ben, en="What it is.")
    carys = somebody("carys")
    published_by(signed(submit_draft(revision=draft, actor=ben), carys), carys)

    check = begin_check(name=NAME, actor=anna)

    assert signed(check, ben).state == "approved"


def test_who_begins_with_what_is_public_has_written_nothing_yet(anna):
    published(ENTRY)

    assert authors(begin_draft(name=NAME, actor=anna)) == []


def test_who_brings_back_what_is_gone_has_a_part_in_it(anna):
    published(ENTRY)
    withdrawn(ENTRY)

    assert authors(begin_draft(name=NAME, actor=anna)) == ["anna"]


def test_what_was_reviewed_elsewhere_brings_no_authors_with_it(anna):
    first = published(ENTRY).revision
    published(ENTRY, as_at="2025-01-01")

    assert authors(begin_draft(name=NAME, actor=anna, of=first)) == ["anna"]


def test_who_writes_after_a_check_had_no_part_in_what_was_checked(anna, ben):
    published(ENTRY)
    check = published_by(signed(begin_check(name=NAME, actor=anna), ben), anna)
    later = approved(ben, somebody("carys"), en="Ben's words.")
    published_by(later, anna)

    assert signed_off_by(check)["en"] == ("editor",)


def test_the_command_line_is_an_author_once_under_each_name(anna):
    draft = begun(anna)
    for name, text in (("root", "One."), ("root", "Two."), ("www", "Three.")):
        saved(draft, CommandLine(name), en=text)

    assert authors(draft) == ["anna", "root", "www"]


def test_somebody_who_is_called_as_the_command_line_is_somebody_else(anna):
    root = somebody("root")
    draft = saved(begun(anna), CommandLine("root"), en="By a script.")

    saved(draft, root, en="By a person.")

    assert {row.user for row in draft.authors.all()} == {anna, None, root}


def test_what_comes_in_from_elsewhere_unchanged_is_no_check():
    published(ENTRY)

    (revision,) = add_reviewed_elsewhere(
        [document(ENTRY)], review="tests", actor=OPERATOR
    )

    assert not is_check(revision)


def test_what_changes_nothing_but_is_new_is_no_check(anna):
    start = orjson.loads(begun(anna).document) | {"id": "new"}

    assert not is_check(begin_draft(name=named("new"), actor=anna, start=start))


def test_the_text_of_a_check_came_in_with_what_was_public_before(anna, ben):
    text = published_by(approved(anna, ben), ben)
    first = published_by(
        signed(begin_check(name=NAME, actor=ben), somebody("carys"), WELSH), ben
    )
    second = begin_check(name=NAME, actor=ben)

    assert [text_of_check(row) for row in (text, first, second)] == [text] * 3


def test_a_check_was_submitted_once(anna):
    published(ENTRY)

    assert begin_check(name=NAME, actor=anna).submissions == 1


def test_who_asked_for_a_check_is_not_its_second_pair_of_eyes_in_any_role(anna):
    published(ENTRY)
    check = begin_check(name=NAME, actor=anna)

    for asked in (ENGLISH, WELSH):
        with pytest.raises(PermissionDeniedError, match="part in this text"):
            signed(check, anna, asked)
