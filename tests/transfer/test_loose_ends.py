"""What comes in leads somewhere, and whatever does not is told with its place."""

from __future__ import annotations

from typing import Any

import pytest

from glossary.errors import DocumentError, StateError
from glossary.transfer import Standing, last_load
from tests.factories import published, section, withdrawn
from tests.transfer.edits import ENTRY, SOURCE, approve, change, edit, withdraw

pytestmark = pytest.mark.django_db


def refused(folder, **answers):
    """Return what is wrong with what would come in."""
    with pytest.raises(DocumentError, match="does not hold together") as caught:
        folder.plan(**answers)
    return [(row.place, row.code, row.detail) for row in caught.value.problems]


NEW = "chief-constable"
LEADS: dict[str, tuple[dict[str, Any], str, str]] = {
    "topic": (
        {"topics": ["police-data", "nowhere"]},
        "/topics/1",
        "there is no topic “nowhere”",
    ),
    "source": (
        {
            "citations": [
                {"source": "report-2023", "lang": "en"},
                {"source": "nowhere", "lang": "en"},
            ]
        },
        "/citations",
        "there is no source “nowhere”",
    ),
    "entry": (
        {
            "related": [
                {"relation": "related", "id": "grooming"},
                {"relation": "related", "id": "nowhere"},
            ]
        },
        "/related/1",
        "there is no entry “nowhere”",
    ),
    "language": (
        {"languages": {"en": section("one"), "fr": section("un", "fr")}},
        "/languages/fr",
        "this installation has no language “fr”",
    ),
}


@pytest.mark.parametrize("what", LEADS)
def test_an_entry_that_comes_in_leads_nowhere_that_is_not(folder, what):
    values, place, detail = LEADS[what]
    folder.write_entry(NEW, **values)

    assert refused(folder) == [(f"{NEW}.yaml#{place}", "unknown", detail)]


def test_everything_that_leads_nowhere_is_told(folder):
    folder.write_entry(
        NEW, **{k: v for row in LEADS.values() for k, v in row[0].items()}
    )

    assert [row[2] for row in refused(folder)] == [row[2] for row in LEADS.values()]


def test_it_may_lead_to_what_is_only_here(folder):
    folder.load()
    published("police-force")
    for name in ("topic/people", "entry/grooming"):
        folder.remove(name)
    related = [
        {"relation": "related", "id": key} for key in ("police-force", "grooming")
    ]
    folder.write_entry(NEW, topics=["people"], related=related)

    assert folder.standings()[f"entry/{NEW}"] == "new"


def test_it_may_lead_to_an_entry_that_is_withdrawn(folder):
    published("police-force")
    withdrawn("police-force")
    folder.write_entry(NEW, related=[{"relation": "related", "id": "police-force"}])

    assert folder.standings()[f"entry/{NEW}"] == "new"


def test_what_stays_withdrawn_may_lead_to_what_is_withdrawn(folder):
    folder.load()
    withdraw(SOURCE)  # and before it, both entries
    folder.change_section("grooming", "en", short="Something else.")

    assert folder.load().publications == []


def test_where_nothing_comes_in_a_review_that_waits_here_hinders_nothing(folder):
    folder.load()
    folder.write_review("another")
    statement = {"en": "Somebody."}
    approve(folder.read().review.model_copy(update={"statement": statement}))

    assert folder.standings() == {"review/another": "edited here and in the file"}
    assert folder.plan().is_empty


def test_an_address_that_two_files_have_is_told_once_for_the_one_that_comes_in(folder):
    folder.load()
    folder.write_entry("a-new-one", languages={"en": section("x", slug="grooming")})

    assert refused(folder) == [
        (
            "a-new-one.yaml#/languages/en/slug",
            "address-taken",
            "“grooming” is the address of “grooming” already",
        )
    ]


def test_one_word_may_be_an_address_in_each_language(folder):
    folder.write_entry("one", languages={"en": section("x", slug="same")})
    folder.write_entry("two", languages={"cy": section("x", "cy", slug="same")})

    assert folder.load().publications


# Editions


def test_every_edition_that_cannot_be_is_told_with_its_place(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.")
    folder.load()
    folder.change_section("grooming", "en", short="More.", edition=1, matches={"cy": 2})
    folder.change_section("grooming", "cy", matches={"en": 3})

    assert refused(folder) == [
        (
            "grooming.yaml#/languages/en/edition",
            "edition-passed",
            "it is edition 2 here already",
        ),
        (
            "grooming.yaml#/languages/en/matches/cy",
            "no-such-edition",
            "there is no edition 2 of “cy”",
        ),
        (
            "grooming.yaml#/languages/cy/matches/en",
            "no-such-edition",
            "there is no edition 3 of “en”",
        ),
    ]


def test_the_first_edition_of_a_text_is_one(folder):
    folder.write_entry(NEW)
    folder.change_section(NEW, "en", edition=0)

    with pytest.raises(DocumentError):
        folder.plan()


def test_a_file_may_say_the_edition_that_it_has_here(folder):
    folder.load()
    folder.change_section("grooming", "en", short="Something else.", edition=2)
    folder.change_section("grooming", "cy", matches={"en": 1})

    (line,) = [line for line in folder.plan().lines if line.is_due]

    assert (line.key, line.behind) == ("grooming", ["cy"])


# What a plan says of itself


def test_a_plan_counts_how_documents_of_each_kind_stand(folder):
    folder.load()
    edit(ENTRY)
    change(folder, SOURCE)
    folder.remove("topic/people")

    counts = {str(kind): dict(found) for kind, found in folder.plan().counts()}

    assert counts == {
        "review": {Standing.UNCHANGED: 1},
        "source": {Standing.CHANGED: 1},
        "topic": {Standing.UNCHANGED: 1, Standing.GONE: 1},
        "helpline": {Standing.UNCHANGED: 1},
        "entry": {Standing.UNCHANGED: 1, Standing.EDITED: 1},
    }


def test_the_load_that_came_last_is_known(folder):
    assert last_load() is None
    first = folder.read().digest
    folder.load()
    assert last_load().details["digest"] == first

    change(folder, SOURCE)
    folder.load()

    assert last_load().details["digest"] == folder.read().digest != first
    published("police-force")
    assert last_load().action == "content-loaded"


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("take", "entry/nowhere"),
        ("take", "topic/people"),
        ("keep", SOURCE),
        ("keep", ENTRY),
        ("remove", SOURCE),
    ],
)
def test_an_answer_to_what_does_not_wait_is_refused(folder, answer, name):
    folder.load()
    change(folder, SOURCE)
    edit(ENTRY)

    with pytest.raises(StateError, match=f"There is nothing to {answer} of “{name}”"):
        folder.plan(**{answer: [name]})


OF_ANOTHER_KIND: dict[str, tuple[dict[str, Any], str, str]] = {
    "topic": ({"topics": ["a-line"]}, "/topics/0", "there is no topic “a-line”"),
    "source": (
        {"citations": [{"source": "people", "lang": "en"}]},
        "/citations",
        "there is no source “people”",
    ),
    "entry": (
        {"related": [{"relation": "related", "id": "people"}]},
        "/related/0",
        "there is no entry “people”",
    ),
}


@pytest.mark.parametrize("what", OF_ANOTHER_KIND)
@pytest.mark.parametrize("is_loaded", [True, False], ids=["here", "in-the-folder"])
def test_what_is_there_under_another_kind_is_not_there(folder, what, is_loaded):
    if is_loaded:
        folder.load()
    values, place, detail = OF_ANOTHER_KIND[what]
    folder.write_entry(NEW, **values)

    assert refused(folder) == [(f"{NEW}.yaml#{place}", "unknown", detail)]
