"""What loading leaves alone, gone or removed, and the answers to it."""

from __future__ import annotations

import pytest

from glossary import reading
from glossary.document import SourceText
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Act, Publication
from glossary.transfer import Answers, load_content
from tests.factories import on_show, person, published, source, topic
from tests.helplines import helpline
from tests.transfer.edits import (
    ENTRY,
    GOES,
    HELPLINE,
    PLACES,
    REVIEW,
    SOURCE,
    TOPIC,
    approve,
    change,
    count_of_everything,
    current,
    edit,
    revised,
    said,
    withdraw,
)

pytestmark = pytest.mark.django_db

STANDINGS = {
    "new": [],
    "changed": [],
    "unchanged": [],
    "edited here": ["take"],
    "edited here and in the file": ["take", "keep"],
    "older": ["take"],
    "gone from the folder": ["keep", "remove"],
}
"""How a document can stand, and what can be answered."""


def bring_about(folder, standing, name):
    """Let a document stand so, and everything else be as in the folder."""
    if standing == "new":
        return
    folder.load()
    if standing == "older":
        older = folder.read()
        change(folder, name)
        folder.load()
        folder.read = lambda: older
    if standing.startswith("edited here"):
        edit(name)
    if standing in {"changed", "edited here and in the file"}:
        change(folder, name)
    if standing == "gone from the folder":
        folder.remove(name)


WAYS = [
    (name, standing)
    for name in PLACES
    for standing in STANDINGS
    if (name, standing) != (REVIEW, "gone from the folder")
]
"""Every kind in every standing. The record of a review is never gone."""

ANSWERED = [
    (name, standing, answer)
    for name, standing in WAYS
    for answer in STANDINGS[standing]
    if answer != "remove" or name in (TOPIC, HELPLINE)
]
"""And every answer to it. No entry is ever removed, and the source is needed."""


@pytest.mark.parametrize(("name", "standing", "answer"), ANSWERED)
def test_what_waits_can_be_answered(folder, name, standing, answer):
    bring_about(folder, standing, name)
    before = said(name)
    assert folder.standings() == {name: standing}

    load = folder.load(**{answer: [name]})

    (line,) = load.plan.answered(answer)
    assert (str(line.name), load.plan.open) == (name, [])
    if answer == "take":
        assert (said(name) == before, folder.standings()) == (False, {})
    if answer == "keep":
        assert said(name) == before
        left = {} if standing == "gone from the folder" else {name: "edited here"}
        assert folder.standings() == left
    if answer == "remove":
        assert (said(name), folder.standings()) == (None, {})
    assert folder.plan().is_empty


@pytest.mark.parametrize(("name", "standing"), WAYS)
def test_nothing_else_can_be_answered_and_then_nothing_is_loaded(
    folder, name, standing
):
    bring_about(folder, standing, name)
    before = count_of_everything()
    others = {"take", "keep", "remove"} - set(STANDINGS[standing])
    assert others

    for answer in sorted(others | ({"remove"} if name == ENTRY else set())):
        with pytest.raises(StateError, match=f"nothing to {answer} of|never removed"):
            folder.load(**{answer: [name]})

    assert count_of_everything() == before


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        pytest.param({"take": ["entry/nothing"]}, "nothing to take", id="unknown"),
        pytest.param({"take": [SOURCE]}, "nothing to take", id="unchanged"),
        pytest.param({"keep": [ENTRY]}, "nothing to keep", id="another-answer"),
        pytest.param({"remove": [ENTRY]}, "never removed", id="remove-an-entry"),
        pytest.param({"take": ["problem-profile"]}, "nothing to take", id="no-kind"),
    ],
)
def test_an_answer_to_nothing_is_refused_and_nothing_is_loaded(folder, answers, reason):
    folder.load()
    edit(ENTRY)
    folder.change_section("grooming", "en", short="Something else.")
    before = count_of_everything()

    with pytest.raises(StateError, match=reason):
        folder.load(**answers)

    assert count_of_everything() == before


@pytest.mark.parametrize("answer", ["take", "keep", "remove"])
def test_an_answer_for_all_is_for_all_that_it_fits(folder, answer):
    folder.write_helplines(helpline(), helpline(id="another-line"))
    folder.load()
    for name in (ENTRY, SOURCE):
        edit(name)
    edit(HELPLINE)
    change(folder, HELPLINE)
    folder.remove(TOPIC)
    folder.remove("helpline/another-line")

    folder.load(**{answer: ["all"]})

    left = {
        "take": {TOPIC: "gone from the folder"}
        | {"helpline/another-line": "gone from the folder"},
        "keep": dict.fromkeys([ENTRY, SOURCE, HELPLINE], "edited here"),
        "remove": dict.fromkeys([ENTRY, SOURCE], "edited here")
        | {HELPLINE: "edited here and in the file"},
    }
    assert folder.standings() == left[answer]


@pytest.mark.parametrize("name", GOES)
def test_what_is_gone_from_the_folder_stays_and_is_named(folder, name):
    folder.load()
    before = said(name), count_of_everything()
    folder.remove(name)

    assert folder.standings() == {name: "gone from the folder"}
    load = folder.load()

    assert [str(line.name) for line in load.plan.open] == [name]
    assert (load.plan.is_empty, load.plan.withdrawn) == (True, set())
    assert (said(name), count_of_everything()) == before


def test_a_folder_may_be_a_part_and_everything_else_stays(folder):
    folder.write_source("another")
    folder.write_helplines(helpline(position=2), helpline(id="another-line"))
    folder.load()
    order = list(reading.shelf().topics), list(reading.shelf().helplines)
    before = count_of_everything()
    for name in ("entry/grooming", "source/another", TOPIC, "helpline/another-line"):
        folder.remove(name)

    load = folder.load()

    assert len(load.plan.open) == 4
    assert load.plan.is_empty
    assert count_of_everything() == before
    reading.forget()
    assert (list(reading.shelf().topics), list(reading.shelf().helplines)) == order


def test_a_part_with_a_change_in_it_leaves_order_and_everything_else(folder):
    folder.write_helplines(helpline(position=2), helpline(id="b", position=1))
    folder.load()
    folder.remove("helpline/b")
    folder.remove("topic/police-data")
    change(folder, HELPLINE)
    change(folder, TOPIC)

    load = folder.load()

    assert [str(row.name) for row in load.publications] == [TOPIC, HELPLINE]
    assert list(reading.shelf().helplines) == ["b", "a-line"]
    assert list(reading.shelf().topics) == ["police-data", "people"]


def test_what_is_gone_stays_when_something_else_of_its_kind_comes_in(folder):
    folder.write_helplines(helpline(), helpline(id="another-line", position=9))
    folder.load()
    folder.write_helplines(
        helpline(phone="0800 111"), helpline(id="third-line", position=5)
    )
    folder.write_topics("police-data", "new-topic")

    folder.load()

    shelf = reading.shelf()
    assert [(row.id, row.phone) for row in shelf.helplines.values()] == [
        ("a-line", "0800 111"),
        ("third-line", "0800 000 000"),
        ("another-line", "0800 000 000"),
    ]
    assert list(shelf.topics) == ["police-data", "new-topic", "people"]
    assert set(shelf.helplines["another-line"].languages) == {"en", "cy"}
    assert folder.plan().is_empty


def test_what_was_edited_here_stays_when_another_of_its_kind_comes_in(folder):
    folder.write_helplines(helpline(), helpline(id="b"))
    folder.write_source("another")
    folder.load()
    edit(HELPLINE)
    edit(TOPIC)
    edit(SOURCE)
    folder.write_helplines(helpline(), helpline(id="b", phone="0800 111"))
    folder.write_topics("police-data", "people", only_english="police-data")
    folder.write_source("another", title="Changed in the file")

    folder.load()

    shelf = reading.shelf()
    assert shelf.helplines["b"].phone == "0800 111"
    assert set(shelf.topics["police-data"].languages) == {"en"}
    assert shelf.sources["another"].title == "Changed in the file"
    for name in (HELPLINE, TOPIC, SOURCE):
        assert said(name) == "Edited here."


def test_removing_everything_that_is_gone_removes_no_entry(folder):
    folder.write_entry("chief-constable")
    folder.load()
    folder.remove("entry/chief-constable")
    folder.write_helplines()

    folder.load(remove=["all"])

    assert folder.standings() == {"entry/chief-constable": "gone from the folder"}
    assert not reading.shelf().helplines


def test_what_was_never_in_a_folder_is_not_gone_from_it(folder):
    folder.load()
    source("written-here")
    topic("written-here", 9, en="Written here")
    published("chief-constable")
    approve(revised(HELPLINE, "Waits.").model_copy(update={"id": "written-here"}))

    assert folder.standings() == {}


@pytest.mark.parametrize("name", ["source/another", TOPIC, "helpline/another-line"])
def test_somebody_may_remove_what_is_gone(folder, name):
    folder.write_source("another")
    folder.write_helplines(helpline(), helpline(id="another-line"))
    folder.load()
    whole, before = folder.read(), reading.version()
    for one in ("source/another", TOPIC, "helpline/another-line"):
        folder.remove(one)

    load = folder.load(remove=[name])

    (tombstone,) = load.publications
    assert (str(tombstone.name), tombstone.change) == (name, "withdrawn")
    assert tombstone.sequence == before + 1
    assert len(folder.standings()) == 2
    folder.read = lambda: whole
    assert folder.standings() == {}
    assert {str(one) for one in folder.plan().withdrawn} == {name}


def test_whoever_removes_may_withdraw(folder):
    folder.load()
    folder.remove(HELPLINE)
    change(folder, ENTRY)
    before = count_of_everything()
    loader = person(Act.LOAD_REVIEWED_CONTENT, Act.PUBLISH)

    with pytest.raises(PermissionDeniedError, match="withdraw"):
        load_content(
            content=folder.read(), actor=loader, answers=Answers(remove=[HELPLINE])
        )

    assert count_of_everything() == before


@pytest.mark.parametrize(
    ("needed", "name"),
    [
        pytest.param(
            {"citations": [{"source": "another", "lang": "en"}]},
            "source/another",
            id="cited",
        ),
        pytest.param({"topics": ["people"]}, TOPIC, id="listed"),
    ],
)
@pytest.mark.parametrize("answer", ["by-name", "all"])
def test_what_is_needed_is_not_removed(folder, needed, name, answer):
    folder.write_source("another")
    folder.write_entry("chief-constable", **needed)
    folder.load()
    folder.remove(name)
    before = count_of_everything()

    with pytest.raises(StateError, match=f"still needs this, so it stays: {name}"):
        folder.load(remove=[name if answer == "by-name" else "all"])

    assert count_of_everything() == before
    assert current(name).change == "published"


def test_what_a_load_itself_lets_go_of_can_be_removed_with_it(folder):
    folder.write_source("another")
    folder.write_entry("grooming", citations=[{"source": "another", "lang": "en"}])
    folder.load()
    folder.write_entry("grooming")
    folder.remove("source/another")

    load = folder.load(remove=["source/another"])

    assert [(str(row.name), row.change) for row in load.publications] == [
        ("entry/grooming", "updated"),
        ("source/another", "withdrawn"),
    ]


def test_a_source_whose_text_is_shown_is_needed(folder):
    on_show_text(folder)
    before = count_of_everything()

    with pytest.raises(StateError, match="still needs"):
        folder.load(remove=["source/another"])
    assert count_of_everything() == before

    withdraw("text/another")
    folder.load(remove=["source/another"])
    assert current("source/another").change == "withdrawn"


def on_show_text(folder):
    """Show the text of a source that is then gone from the folder."""
    folder.write_source("another")
    folder.load()
    on_show(SourceText(source="another", text="Its text."), review="a-review")
    folder.remove("source/another")


@pytest.mark.parametrize("name", GOES)
def test_somebody_may_keep_what_is_gone_and_hear_no_more_of_it(folder, name):
    folder.load()
    whole = folder.read()
    before = said(name)
    folder.remove(name)

    folder.load(keep=[name])

    assert folder.standings() == {}
    assert folder.plan().is_empty
    assert said(name) == before
    folder.read = lambda: whole
    assert folder.standings() == {}


def test_a_label_that_is_gone_goes_once(folder):
    folder.load()
    folder.write_topics("police-data", "people", only_english="people")

    folder.load()

    assert set(reading.shelf().topics["people"].languages) == {"en"}
    assert current(TOPIC).languages == ["en"]
    assert folder.plan().is_empty


def test_the_order_of_a_file_says_nothing(folder):
    folder.write_helplines(helpline(), helpline(id="b"))
    folder.load()
    folder.turn_round("topics.yaml")
    folder.turn_round("helplines.yaml")

    assert folder.plan().is_empty
    assert folder.standings() == {}


def test_the_order_is_that_of_the_positions_and_then_of_the_ids(folder):
    folder.write_helplines(helpline(id="c"), helpline(), helpline(id="b"))
    folder.load()
    assert list(reading.shelf().helplines) == ["a-line", "b", "c"]
    folder.write_helplines(helpline(id="c"), helpline(position=1), helpline(id="b"))
    folder.write_topics("people", "police-data")

    plan = folder.plan()
    load = folder.load()

    moved = [(str(line.name), line.places) for line in plan.lines if line.is_due]
    assert moved == [
        ("topic/people", ["/position"]),
        ("topic/police-data", ["/position"]),
        ("helpline/a-line", ["/position"]),
    ]
    assert len(load.publications) == 3
    reading.forget()
    assert list(reading.shelf().topics) == ["people", "police-data"]
    assert list(reading.shelf().helplines) == ["b", "c", "a-line"]
    assert folder.plan().is_empty


def test_an_order_that_was_changed_here_stays(folder):
    folder.load()
    moved = folder.read().topics["people"].model_copy(update={"position": 0})
    on_show(moved, review="a-review")
    folder.write_topics("police-data", "people", "another")

    load = folder.load()

    assert folder.standings() == {TOPIC: "edited here"}
    assert [str(row.name) for row in load.publications] == ["topic/another"]
    assert list(reading.shelf().topics) == ["people", "police-data", "another"]


def test_nothing_that_is_left_takes_a_number(folder):
    folder.load()
    edit(SOURCE)
    folder.remove(HELPLINE)
    before = Publication.objects.count()

    folder.load()

    assert Publication.objects.count() == before == reading.version()
