"""What a load publishes, whom it reaches, what it writes down, all of it or nothing."""

from __future__ import annotations

import json

import pytest

from glossary.errors import DocumentError, PermissionDeniedError, StateError
from glossary.models import (
    Act,
    Address,
    Dataset,
    Event,
    LanguageSection,
    LoadedDocument,
    Publication,
    Revision,
    Source,
)
from glossary.publishing import publish_revisions
from glossary.transfer import load_content
from tests.factories import approved_revision, document, person, section

pytestmark = pytest.mark.django_db


def shown(entry_id):
    return json.loads(Publication.objects.current().get(entry=entry_id).body)


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

    assert not Source.objects.exists()
    assert not Event.objects.exists()


def test_who_loaded_is_recorded_with_what_came_in_and_what_was_left(folder):
    loader = person(Act.LOAD_REVIEWED_CONTENT, Act.PUBLISH)
    load_content(content=folder.read(), actor=loader)
    Source.objects.update(title="Edited here")
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
    assert Revision.objects.latest("pk").created_by == loader


def test_revisions_count_from_one_without_gaps(folder):
    for number in range(3):
        folder.change_section("grooming", "en", short=f"Text {number}.")
        folder.load()

    rows = Revision.objects.filter(entry="grooming").order_by("number")
    assert [row.number for row in rows] == [1, 2, 3]
    assert {row.arrival for row in rows} == {"reviewed-elsewhere"}
    assert {row.created_by for row in rows} == {None}


def test_a_corrected_source_reaches_every_entry_that_cites_it(folder):
    """Also those whose files this folder does not hold, beside a new entry."""
    folder.load()
    folder.remove_entry("grooming")
    folder.write_entry("chief-constable")
    folder.write_source(title="The corrected title")

    load = folder.load()

    assert [(row.entry_id, row.kind) for row in load.publications] == [
        ("chief-constable", "published"),
        ("grooming", "refreshed"),
        ("problem-profile", "refreshed"),
    ]
    for entry_id in ("chief-constable", "grooming", "problem-profile"):
        (citation,) = shown(entry_id)["citations"]
        assert citation["source"]["title"] == "The corrected title"


def test_what_stands_beside_the_entries_moves_the_reference_once_for_each(folder):
    folder.load()
    before = Dataset.objects.get().reference
    folder.write_source(title="Another")
    folder.write_topics("police-data", "people", only_english="people")
    folder.load()

    assert Dataset.objects.get().reference == before + 2

    folder.change_section("grooming", "en", short="Something else.")
    folder.load()

    assert Dataset.objects.get().reference == before + 2


def test_a_corrected_record_of_the_review_reaches_the_entries(folder):
    folder.load()
    older = folder.read()
    folder.write_review(cy=["welsh-language"])

    (review, *entries) = [line for line in folder.plan().lines if line.is_due]
    assert (review.name, review.standing) == ("review/a-review", "changed")
    assert [line.places for line in entries] == [["/review-record"]] * 2
    folder.load()

    checked = shown("grooming")["languages"]["cy"]["checked_by"]
    assert checked == ["welsh-language"]
    assert folder.plan().is_empty
    folder.read = lambda: older
    assert folder.standings() == {"review/a-review": "older"}


def test_an_entry_that_comes_in_with_an_older_record_carries_the_newer_one(folder):
    folder.load()
    folder.write_review(cy=["welsh-language"])
    folder.load()
    folder.write_review()
    folder.write_entry("chief-constable")

    folder.load()

    checked = shown("chief-constable")["languages"]["cy"]["checked_by"]
    assert checked == ["welsh-language"]


def test_a_record_of_another_review_leaves_what_was_reviewed_before(folder):
    folder.load()
    folder.write_review("another-review", cy=["editor"])
    folder.write_entry("chief-constable")

    folder.load()

    assert shown("grooming")["review"]["record"] == "a-review"
    assert shown("chief-constable")["review"]["record"] == "another-review"


def test_what_somebody_signed_off_here_keeps_its_own_record(folder):
    folder.load()
    last = Revision.objects.get(entry="grooming")
    signed = {"record": "a-review", "signed_off": {"en": ["editor"]}, "statement": {}}
    last.pk, last.number, last.review_record = None, 2, signed
    last.save(force_insert=True)
    publish_revisions(
        revisions=[last], actor=person(Act.PUBLISH, Act.LOAD_REVIEWED_CONTENT)
    )
    folder.write_review(cy=["welsh-language"])

    folder.load()

    assert shown("grooming")["languages"]["en"]["checked_by"] == ["editor"]
    welsh = shown("problem-profile")["languages"]["cy"]
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
    LanguageSection.objects.update(short="Edited here.")
    folder.change_section("grooming", "cy", matches={"en": 9})

    assert folder.standings()["entry/grooming"] == "edited here and in the file"
    with pytest.raises(DocumentError, match="does not hold together"):
        folder.plan(take=["entry/grooming"])


def test_a_topic_that_is_here_need_not_be_in_the_folder(folder):
    folder.load()
    folder.write_topics("police-data")
    folder.write_entry("grooming", topics=["people"])

    folder.load()

    assert shown("grooming")["topics"] == ["people"]


def test_a_load_that_fails_on_the_way_leaves_nothing(folder):
    """Sources and helplines are written before an address turns out to be taken."""
    folder.load()
    before = _everything()
    folder.write_source(title="Another")
    folder.write_helplines()
    folder.change_section("grooming", "en", short="Something else.")
    folder.change_section("grooming", "en", slug="taken")
    approved = approved_revision(document("chief-constable"))
    Address.objects.create(lang="en", slug="taken", entry=approved.entry)

    with pytest.raises(StateError, match="address"):
        folder.load()

    assert _everything() == before


def _everything():
    return [
        *Source.objects.values_list("title", flat=True),
        Publication.objects.count(),
        LoadedDocument.objects.count(),
        Revision.objects.exclude(entry="chief-constable").count(),
        Dataset.objects.get().reference,
    ]


@pytest.mark.parametrize("count", [3, 60])
def test_loading_takes_as_many_queries_for_few_as_for_many(
    folder, django_assert_max_num_queries, count
):
    folder.load()
    for number in range(count):
        related = [{"relation": "related", "id": "grooming"}]
        folder.write_entry(f"entry-{number}", related=related)

    with django_assert_max_num_queries(100):
        folder.load()

    assert Publication.objects.readable().count() == count + 2


def test_planning_takes_as_many_queries_for_few_as_for_many(
    folder, django_assert_max_num_queries
):
    for number in range(60):
        folder.write_entry(f"entry-{number}")
    folder.load()
    for number in range(60):
        folder.write_entry(f"entry-{number}", kind="data")

    with django_assert_max_num_queries(40):
        plan = folder.plan()

    assert len(plan.due("entry")) == 60


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
