"""What is withdrawn stays withdrawn, whatever is loaded, until somebody restores it."""

from __future__ import annotations

import json

import pytest

from glossary.document import Name
from glossary.errors import DocumentError, StateError
from glossary.models import Revision
from glossary.publishing import restore_document
from tests.factories import OPERATOR, revision_of
from tests.transfer.edits import (
    ENTRY,
    GOES,
    HELPLINE,
    KINDS,
    REVIEW,
    SOURCE,
    TOPIC,
    change,
    count_of_everything,
    current,
    edit,
    revised,
    said,
    withdraw,
)

pytestmark = pytest.mark.django_db


def restore(name):
    return restore_document(name=Name.parse(name), actor=OPERATOR)


def withdrawn_lines(folder):
    return [str(line.name) for line in folder.plan().lines if line.is_withdrawn]


def unchanged(folder, name):
    withdraw(name)


def changed(folder, name):
    withdraw(name)
    change(folder, name)


def edited(folder, name):
    edit(name)
    withdraw(name)


def diverged(folder, name):
    edit(name)
    withdraw(name)
    change(folder, name)


def older(folder, name):
    first = folder.read()
    change(folder, name)
    folder.load()
    withdraw(name)
    folder.read = lambda: first


def approved_since(folder, name):
    withdraw(name)
    review = "a-review" if name == REVIEW else "here"
    revision_of(revised(name, "Edited here."), review)


WAYS = [unchanged, changed, edited, diverged, older, approved_since]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", KINDS)
def test_no_load_shows_it_whatever_somebody_answers(folder, name, way):
    folder.load()
    way(folder, name)

    for answers in ({}, {"keep": ["all"]}, {"remove": ["all"]}, {"take": ["all"]}):
        assert folder.load(**answers).publications == []

    assert current(name).change == "withdrawn"
    assert name in withdrawn_lines(folder)
    assert folder.plan().is_empty


@pytest.mark.parametrize(
    ("way", "text"),
    [
        pytest.param(unchanged, None, id="unchanged"),
        pytest.param(changed, "Changed in the file.", id="changed"),
        pytest.param(edited, "Edited here.", id="edited"),
        pytest.param(diverged, "Edited here.", id="diverged"),
        pytest.param(older, "Changed in the file.", id="older"),
        pytest.param(approved_since, "Edited here.", id="approved-since"),
    ],
)
@pytest.mark.parametrize("name", KINDS)
def test_it_comes_back_with_the_newest_approved_text(folder, name, way, text):
    folder.load()
    first = said(name)
    way(folder, name)
    folder.load()

    row = restore(name)[0]

    assert (str(row.name), row.change) == (name, "restored")
    assert said(name) == (text or first)
    kind, key = Name.parse(name)
    states = Revision.objects.filter(kind=kind, key=key).values_list("state", flat=True)
    assert list(states) == [*["superseded"] * (len(states) - 1), "approved"]
    assert name not in withdrawn_lines(folder)


@pytest.mark.parametrize("name", KINDS)
def test_somebody_may_take_the_file_for_when_it_comes_back(folder, name):
    folder.load()
    diverged(folder, name)

    folder.load(take=[name])

    assert current(name).change == "withdrawn"
    restore(name)
    assert said(name) == "Changed in the file."


def test_its_new_text_waits_and_is_told(folder):
    folder.load()
    changed(folder, ENTRY)

    load = folder.load()

    assert {str(name) for name in load.plan.withdrawn} == {ENTRY}
    row = restore(ENTRY)[0]
    body = json.loads(row.body)
    assert (row.change, row.revision.number) == ("restored", 2)
    assert body["languages"]["en"]["short"] == "Changed in the file."


def test_an_old_text_does_not_come_back_for_it_either(folder):
    folder.load()
    older(folder, ENTRY)

    assert folder.standings() == {ENTRY: "older"}
    folder.load()

    assert Revision.objects.filter(kind="entry", key="problem-profile").count() == 2


@pytest.mark.parametrize("name", GOES)
def test_what_is_gone_too_needs_no_answer(folder, name):
    folder.load()
    withdraw(name)
    away = withdrawn_lines(folder)
    folder.remove(name)
    before = count_of_everything()

    assert folder.standings() == {}
    assert withdrawn_lines(folder) == [one for one in away if one != name]
    folder.load(remove=["all"], keep=["all"], take=["all"])
    assert count_of_everything() == before


@pytest.mark.parametrize("name", [TOPIC, HELPLINE])
def test_what_was_removed_stays_away_unless_somebody_restores_it(folder, name):
    folder.load()
    whole = folder.read()
    change(folder, name)
    newer = folder.read()
    folder.remove(name)
    folder.load(remove=[name])

    for content in (whole, newer):
        folder.read = lambda content=content: content
        folder.load()
        assert current(name).change == "withdrawn"

    restore(name)
    assert said(name) == "Changed in the file."


def test_a_new_entry_cannot_rest_on_what_is_withdrawn(folder):
    folder.write_source("another")
    folder.load()
    withdraw("source/another")
    withdraw(TOPIC)
    cited = [{"source": "another", "lang": "en"}]
    folder.write_entry("chief-constable", citations=cited, topics=["people"])

    with pytest.raises(DocumentError) as caught:
        folder.plan()

    assert [(row.place, row.detail) for row in caught.value.problems] == [
        ("chief-constable.yaml#/topics/0", "the topic “people” is withdrawn"),
        ("chief-constable.yaml#/citations", "the source “another” is withdrawn"),
    ]


def test_an_entry_and_its_source_that_are_withdrawn_hinder_no_load(folder):
    """Also where its file has changed: it waits, as it did before."""
    folder.load()
    withdraw(SOURCE)
    change(folder, ENTRY)
    folder.write_source("another")
    folder.write_entry("grooming", citations=[{"source": "another", "lang": "en"}])
    folder.load()

    with pytest.raises(StateError, match="rests on something"):
        restore(ENTRY)
    restore(SOURCE)
    restore(ENTRY)

    assert said(ENTRY) == "Changed in the file."


def test_an_entry_that_is_left_may_lead_where_it_likes(folder):
    """Nothing of it comes in, so nothing of it can be wrong."""
    folder.load()
    edit(ENTRY)
    folder.write_entry("problem-profile", topics=["nothing"])
    folder.change_section("grooming", "en", short="Something else.")

    load = folder.load()

    assert [str(row.name) for row in load.publications] == ["entry/grooming"]
    with pytest.raises(DocumentError, match="does not hold together"):
        folder.plan(take=[ENTRY])


@pytest.mark.parametrize("what_waits", [[], [ENTRY]], ids=["alone", "with-others"])
def test_nothing_is_shown_by_a_review_that_is_withdrawn(folder, what_waits):
    folder.load()
    withdraw(REVIEW)
    folder.write_source("another")
    for name in what_waits:
        change(folder, name)

    with pytest.raises(DocumentError) as caught:
        folder.load()

    (problem,) = caught.value.problems
    assert (problem.place, problem.code, problem.detail) == (
        "review.yaml#/record",
        "unknown",
        "the review “a-review” is withdrawn",
    )


def test_two_texts_that_wait_come_back_as_the_newer_one(folder):
    folder.load()
    withdraw(ENTRY)
    for number in (1, 2):
        change(folder, ENTRY, f"Text {number}.")
        folder.load()

    restore(ENTRY)

    assert said(ENTRY) == "Text 2."
    states = Revision.objects.filter(kind="entry", key="problem-profile").values_list(
        "number", "state"
    )
    assert dict(states) == {1: "superseded", 2: "superseded", 3: "approved"}


def test_what_is_withdrawn_says_nothing_of_another_kind(folder):
    folder.write_topics("police-data", "problem-profile")
    folder.load()
    withdraw("topic/problem-profile")
    change(folder, ENTRY)

    assert [str(row.name) for row in folder.load().publications] == [ENTRY]
