"""What a load publishes, whom it reaches, what it writes down, all of it or nothing."""

from __future__ import annotations

import json
import sys

import pytest

from glossary import reading
from glossary.errors import DocumentError, PermissionDeniedError, StateError
from glossary.models import (
    Act,
    Address,
    Author,
    Event,
    LoadedDocument,
    Revision,
)
from glossary.transfer import load_content
from tests.factories import approved_revision, document, person, section
from tests.transfer.edits import (
    ENTRY,
    HELPLINE,
    KINDS,
    REVIEW,
    SOURCE,
    approve,
    change,
    count_of_everything,
    current,
    edit,
    said,
    withdraw,
)

pytestmark = pytest.mark.django_db


def shown(entry_id):
    return json.loads(current(f"entry/{entry_id}").body)


def revisions_of(name):
    kind, _, key = name.partition("/")
    return Revision.objects.filter(kind=kind, key=key)


@pytest.mark.parametrize(
    "acts",
    [
        pytest.param([], id="no-right"),
        pytest.param([Act.PUBLISH], id="may-only-publish"),
        pytest.param([Act.LOAD_REVIEWED_CONTENT], id="may-only-load"),
        pytest.param(set(Act) - {Act.LOAD_REVIEWED_CONTENT}, id="may-not-load"),
    ],
)
def test_somebody_without_both_rights_cannot_load(folder, acts):
    content = folder.read()

    with pytest.raises(PermissionDeniedError):
        load_content(content=content, actor=person(*acts))

    assert count_of_everything() == [0] * 5


def test_who_may_not_load_is_refused_also_where_there_is_nothing_to_load(folder):
    folder.load()

    with pytest.raises(PermissionDeniedError):
        load_content(content=folder.read(), actor=person(Act.PUBLISH))


def test_who_loaded_is_recorded_with_what_came_in_and_what_was_left(folder):
    loader = person(Act.LOAD_REVIEWED_CONTENT, Act.PUBLISH)
    load_content(content=folder.read(), actor=loader)
    edit(SOURCE)
    folder.change_section("grooming", "en", short="Something else.")
    folder.write_helplines()

    load_content(content=folder.read(), actor=loader)

    event = Event.objects.filter(action="content-loaded").latest("id")
    assert (event.actor, event.actor_name) == (loader, "somebody")
    assert event.details == {
        "digest": folder.read().digest,
        "entries": 1,
        "source": [],
        "topic": [],
        "helpline": [],
        "review": [],
        "kept_withdrawn": [],
        "removed": [],
        "left": {
            "source/report-2023": "edited here",
            "helpline/a-line": "gone from the folder",
        },
    }
    assert [row.key for row in event.documents.all()] == ["grooming"]
    authors = Author.objects.filter(revision=Revision.objects.latest("pk"))
    assert [(row.user, row.name) for row in authors] == [(loader, "somebody")]


def test_what_came_in_beside_the_entries_is_recorded_by_name(folder):
    folder.load()

    details = Event.objects.get(action="content-loaded").details

    assert (details["entries"], details["review"]) == (2, ["a-review"])
    assert details["source"] == ["report-2023"]
    assert details["topic"] == ["police-data", "people"]
    assert details["helpline"] == ["a-line"]
    assert "text" not in details


@pytest.mark.parametrize("name", KINDS)
def test_revisions_count_from_one_without_gaps(folder, name):
    for number in range(3):
        change(folder, name, f"Text {number}.")
        folder.load()

    rows = revisions_of(name).order_by("number")
    assert [row.number for row in rows] == [1, 2, 3]
    assert [row.state for row in rows] == ["superseded", "superseded", "approved"]
    assert {(row.arrival, row.review) for row in rows} == {
        ("reviewed-elsewhere", "a-review")
    }


@pytest.mark.parametrize("name", KINDS)
def test_a_revision_departs_from_what_was_public_when_it_came_in(folder, name):
    folder.load()
    first = current(name)
    change(folder, name)
    folder.load()

    bases = revisions_of(name).values_list("number", "base")
    assert dict(bases) == {1: None, 2: first.sequence}


@pytest.mark.parametrize("name", KINDS)
def test_whoever_typed_it_is_its_only_author(folder, name):
    folder.load()

    (author,) = Author.objects.filter(revision__in=revisions_of(name))
    assert (author.user, author.name) == (None, "operator")


def test_what_is_left_gets_no_revision_and_no_author(folder):
    folder.load()
    edit(ENTRY)
    before = Revision.objects.count(), Author.objects.count()
    change(folder, HELPLINE)

    folder.load()

    after = Revision.objects.count(), Author.objects.count()
    assert after == (before[0] + 1, before[1] + 1)


@pytest.mark.parametrize("name", KINDS)
def test_all_that_is_public_is_found_under_one_count(folder, name):
    folder.load()
    before = reading.version()
    change(folder, name)

    load = folder.load()

    numbers = [row.sequence for row in load.publications]
    assert numbers == list(range(before + 1, reading.version() + 1))
    assert str(load.publications[0].name) == name


def test_a_corrected_source_reaches_every_entry_that_cites_it(folder):
    """Also those whose files this folder does not hold, beside a new entry."""
    folder.load()
    folder.remove("entry/grooming")
    folder.write_entry("chief-constable")
    folder.write_source(title="The corrected title")

    load = folder.load()

    assert [(str(row.name), row.change) for row in load.publications] == [
        ("source/report-2023", "updated"),
        ("entry/chief-constable", "published"),
        ("entry/grooming", "refreshed"),
        ("entry/problem-profile", "refreshed"),
    ]
    for entry_id in ("chief-constable", "grooming", "problem-profile"):
        (citation,) = shown(entry_id)["citations"]
        assert citation["source"]["title"] == "The corrected title"
        assert revisions_of(f"entry/{entry_id}").count() == 1


def test_each_thing_that_a_load_does_has_an_event_and_an_echo_says_that_it_is_one(
    folder,
):
    folder.load()
    folder.write_source(title="The corrected title")
    folder.write_topics("people")
    folder.write_entry("grooming", topics=["people"])
    folder.write_entry("problem-profile", topics=["people"])
    folder.load()
    before = Event.objects.latest("id").pk
    change(folder, SOURCE)
    folder.change_section("grooming", "en", short="Something else.")
    folder.remove(HELPLINE)

    load = folder.load(remove=["topic/police-data"])

    events = Event.objects.filter(pk__gt=before).order_by("id")
    done = [(row.action, str(row.name) if row.kind else "") for row in events]
    assert done == [
        ("published", SOURCE),
        ("published", "entry/grooming"),
        ("refreshed", ENTRY),
        ("withdrawn", "topic/police-data"),
        ("content-loaded", ""),
    ]
    assert [row.publication for row in events][:-1] == load.publications
    for row in events.exclude(action="content-loaded"):
        assert row.revision == row.publication.revision
    assert {row.actor_name for row in events} == {"operator"}


def test_nothing_beside_the_entries_is_published_with_a_change_of_one(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.")

    load = folder.load()

    assert [str(row.name) for row in load.publications] == ["entry/grooming"]


def test_a_corrected_record_of_the_review_reaches_the_entries(folder):
    folder.load()
    older = folder.read()
    folder.write_review(cy=["welsh-language"])

    (review,) = [line for line in folder.plan().lines if line.is_due]
    assert (str(review.name), review.standing) == (REVIEW, "changed")
    assert review.places == ["/signed_off"]
    load = folder.load()

    assert [(str(row.name), row.change) for row in load.publications] == [
        (REVIEW, "updated"),
        ("entry/grooming", "refreshed"),
        (ENTRY, "refreshed"),
    ]
    assert revisions_of("entry/grooming").count() == 1
    checked = shown("grooming")["languages"]["cy"]["checked_by"]
    assert checked == ["welsh-language"]
    assert folder.plan().is_empty
    folder.read = lambda: older
    assert folder.standings() == {REVIEW: "older"}


def test_a_record_that_says_the_same_of_the_entries_reaches_none(folder):
    """Readers see who has checked what; the statement has a page of its own."""
    folder.load()
    change(folder, REVIEW)

    assert [str(row.name) for row in folder.load().publications] == [REVIEW]


def test_an_entry_that_comes_in_with_an_older_record_carries_the_newer_one(folder):
    folder.load()
    folder.write_review(cy=["welsh-language"])
    folder.load()
    folder.write_review()
    folder.write_entry("chief-constable")

    load = folder.load()

    assert [str(line.name) for line in load.plan.open] == [REVIEW]
    checked = shown("chief-constable")["languages"]["cy"]["checked_by"]
    assert checked == ["welsh-language"]


def test_an_entry_that_comes_in_with_a_record_edited_here_carries_that_one(folder):
    folder.load()
    edit(REVIEW)
    folder.write_entry("chief-constable")

    load = folder.load()

    assert [str(line.name) for line in load.plan.open] == [REVIEW]
    assert shown("chief-constable")["review"]["record"] == "a-review"
    assert said(REVIEW) == "Edited here."


def test_a_record_of_another_review_leaves_what_was_reviewed_before(folder):
    folder.load()
    folder.write_review("another-review", cy=["editor"])
    folder.write_entry("chief-constable")

    folder.load()

    assert shown("grooming")["review"]["record"] == "a-review"
    assert shown("chief-constable")["review"]["record"] == "another-review"
    assert folder.standings() == {}


def test_what_somebody_signed_off_here_keeps_its_own_record(folder):
    folder.load()
    edit("entry/problem-profile")
    folder.write_review(cy=["welsh-language"])

    load = folder.load()

    assert [str(row.name) for row in load.publications] == [REVIEW, "entry/grooming"]
    assert shown("problem-profile")["languages"]["cy"]["checked_by"] == []
    assert shown("problem-profile")["review"]["record"] == "here"
    welsh = shown("grooming")["languages"]["cy"]
    assert welsh["checked_by"] == ["welsh-language"]


def test_an_english_correction_leaves_the_welsh_behind_and_the_plan_says_so(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.")

    (line,) = [line for line in folder.plan().lines if line.is_due]
    assert line.behind == ["cy"]
    folder.load()

    states = {
        lang: row["state"] for lang, row in shown("grooming")["languages"].items()
    }
    assert states == {"en": "current", "cy": "behind"}


def test_a_file_may_say_that_the_welsh_still_matches(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.")
    folder.change_section("grooming", "cy", matches={"en": 2})

    folder.load()

    assert shown("grooming")["languages"]["cy"]["state"] == "current"
    assert folder.plan().is_empty


def test_a_file_may_say_so_later(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.")
    folder.load()
    folder.change_section("grooming", "cy", matches={"en": 2})

    (line,) = [line for line in folder.plan().lines if line.is_due]
    assert line.places == ["/languages/cy/matches"]
    folder.load()

    assert shown("grooming")["languages"]["cy"]["state"] == "current"


@pytest.mark.parametrize(
    ("said", "place", "code"),
    [
        pytest.param(
            {"matches": {"en": 2}}, "cy/matches/en", "no-such-edition", id="to-come"
        ),
        pytest.param(
            {"matches": {"kw": 1}}, "cy/matches/kw", "no-such-edition", id="no-language"
        ),
    ],
)
def test_an_edition_that_is_not_there_is_refused(folder, said, place, code):
    folder.change_section("grooming", "cy", **said)

    with pytest.raises(DocumentError) as caught:
        folder.plan()

    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.place == f"grooming.yaml#/languages/{place}"


def test_an_edition_that_has_passed_is_refused(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.")
    folder.load()
    folder.change_section("grooming", "en", short="Another thing.", edition=1)

    with pytest.raises(DocumentError) as caught:
        folder.plan()

    (problem,) = caught.value.problems
    assert (problem.code, problem.detail) == (
        "edition-passed",
        "it is edition 2 here already",
    )


def test_what_is_left_as_it_is_may_count_as_it_likes(folder):
    folder.load()
    edit(ENTRY)
    folder.change_section("problem-profile", "cy", matches={"en": 9})

    assert folder.standings() == {ENTRY: "edited here and in the file"}
    with pytest.raises(DocumentError, match="does not hold together"):
        folder.plan(take=[ENTRY])


def test_a_topic_that_is_here_need_not_be_in_the_folder(folder):
    folder.load()
    folder.write_topics("police-data")
    folder.write_entry("grooming", topics=["people"])

    folder.load()

    assert shown("grooming")["topics"] == ["people"]


@pytest.mark.parametrize("name", ["topic/police-data", "source/report-2023"])
def test_what_comes_in_cannot_rest_on_what_waits_for_an_answer(folder, name):
    """Somebody wrote it here, too, and nobody has published that yet."""
    content = folder.read()
    kind, _, key = name.partition("/")
    approve(content.of(kind)[key].model_copy(update=_OTHERWISE[kind]))

    with pytest.raises(DocumentError) as caught:
        folder.plan()

    assert {row.detail for row in caught.value.problems} == {
        f"there is no {kind} “{key}”"
    }
    folder.load(take=[name])
    assert current(name).change == "published"


_OTHERWISE = {"topic": {"position": 7}, "source": {"title": "Another title"}}


def test_a_load_that_fails_on_the_way_leaves_nothing(folder):
    """Revisions are written before an address turns out to be taken."""
    folder.load()
    folder.write_source(title="Another")
    folder.write_helplines()
    folder.change_section("grooming", "en", short="Something else.", slug="taken")
    approved = approved_revision(document("chief-constable"))
    Address.objects.create(lang="en", slug="taken", entry_id=approved.key)
    before = count_of_everything(), reading.version(), said(SOURCE)

    with pytest.raises(StateError, match="address"):
        folder.load()

    assert (count_of_everything(), reading.version(), said(SOURCE)) == before


def test_two_files_cannot_have_one_address(folder):
    """Also where only one of them comes in: it is told as a fault of that file."""
    folder.load()
    folder.change_section("grooming", "en", slug="problem-profile")

    with pytest.raises(DocumentError) as caught:
        folder.load()

    (problem,) = caught.value.problems
    assert (problem.place, problem.code) == (
        "grooming.yaml#/languages/en/slug",
        "address-taken",
    )
    assert "of “problem-profile” already" in problem.detail


def test_what_is_left_may_have_the_address_of_another_file(folder):
    folder.load()
    edit(ENTRY)
    folder.change_section("problem-profile", "en", slug="grooming")
    change(folder, HELPLINE)

    load = folder.load()

    assert [str(row.name) for row in load.publications] == [HELPLINE]


def test_a_language_that_comes_in_later_leaves_the_first_up_to_date(folder):
    english = {"en": section("chief constable")}
    folder.write_entry("chief-constable", languages=english)
    folder.load()
    folder.write_entry("chief-constable")

    folder.load()

    states = {
        lang: row["state"]
        for lang, row in shown("chief-constable")["languages"].items()
    }
    assert states == {"en": "current", "cy": "current"}


def test_each_load_keeps_what_its_files_said(folder):
    """So it is known later what was an older text, and what was edited here."""
    folder.load()
    change(folder, ENTRY)
    folder.load()

    rows = LoadedDocument.objects.filter(kind="entry", key="problem-profile")
    texts = [json.loads(row.document)["languages"]["en"]["short"] for row in rows]
    assert texts == ["What problem profile means.", "Changed in the file."]
    assert [row.is_last for row in rows] == [False, True]
    loads = Event.objects.filter(action="content-loaded").order_by("id")
    assert [row.load for row in rows] == list(loads)


def test_of_what_a_load_leaves_alone_nothing_is_written_down_again(folder):
    folder.load()
    change(folder, ENTRY)
    edit(SOURCE)

    folder.load()

    load = Event.objects.filter(action="content-loaded").latest("id")
    assert [str(row.name) for row in LoadedDocument.objects.filter(load=load)] == [
        ENTRY
    ]
    assert LoadedDocument.objects.newest().count() == 7


def test_what_is_written_in_parts_is_numbered_as_one(folder, monkeypatch):
    """Also its echoes, which come after all of it."""
    folder.load()
    change(folder, SOURCE)
    folder.write_topics("people", "police-data")
    folder.write_entry("chief-constable")
    before = reading.version()
    monkeypatch.setattr(sys.modules["glossary.models.batches"], "BATCH", 2)

    load = folder.load()

    numbers = [row.sequence for row in load.publications]
    assert numbers == list(range(before + 1, before + 7))
    assert [(str(row.name), row.change) for row in load.publications] == [
        (SOURCE, "updated"),
        ("topic/people", "updated"),
        ("topic/police-data", "updated"),
        ("entry/chief-constable", "published"),
        ("entry/grooming", "refreshed"),
        (ENTRY, "refreshed"),
    ]
    events = Event.objects.filter(publication__in=numbers).order_by("id")
    assert [row.publication_id for row in events] == numbers
    assert json.loads(load.publications[-1].body)["sequence"] == numbers[-1]


def test_what_was_kept_withdrawn_is_what_came_in_for_it(folder):
    folder.load()
    withdraw(HELPLINE)
    withdraw(ENTRY)
    change(folder, ENTRY)

    folder.load()

    event = Event.objects.filter(action="content-loaded").latest("id")
    assert event.details["kept_withdrawn"] == [ENTRY]
