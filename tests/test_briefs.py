"""Entries in brief come from the search index, and follow what is published."""

import pytest

from glossary import reading
from glossary.briefs import in_brief, page
from tests.factories import published, section, withdrawn

pytestmark = pytest.mark.django_db
BASE = "https://words.example"


def briefs(ids, langs=("en", "cy")):
    return in_brief(reading.shelf().index, ids, langs=langs, base=BASE)


def first_page(ids, langs):
    return page(reading.shelf().index, ids, langs=langs, base=BASE)


def test_each_comes_once_in_the_order_asked_for():
    published("problem-profile")
    published("grooming")

    found = briefs(["problem-profile", "grooming", "problem-profile"], ["cy"])

    assert list(found) == ["problem-profile", "grooming"]
    assert found["grooming"]["languages"]["cy"]["url"].startswith(f"{BASE}/cy/termau/")


def test_a_brief_says_what_an_entry_is_in_each_language():
    published("grooming")

    found = briefs(["grooming"], ["en"])["grooming"]["languages"]["en"]

    assert found == {
        "state": "current",
        "label": {"text": "grooming", "provenance": None},
        "short": "What grooming means.",
        "url": f"{BASE}/en/terms/grooming/",
        "not_checked_by": ("editor", "subject-expert", "lived-experience"),
    }


def test_what_is_not_public_is_left_out():
    published("grooming")
    withdrawn("grooming")

    assert briefs(["nothing", "grooming"]) == {}
    assert first_page(["nothing", "grooming"], ["en"]) is None


def test_a_missing_language_is_said_and_its_page_is_the_other_ones():
    published("grooming", languages={"en": section("grooming")})

    assert briefs(["grooming"])["grooming"]["languages"]["cy"] == {"state": "missing"}
    led = first_page(["grooming"], ["cy", "en"])
    assert led == (f"{BASE}/en/terms/grooming/", "en")
    assert first_page(["grooming"], ["cy"]) is None


def test_of_several_entries_the_first_that_is_public_is_led_to():
    published("problem-profile")
    published("grooming")

    led = first_page(["nothing", "problem-profile", "grooming"], ["en"])

    assert led == (f"{BASE}/en/terms/problem-profile/", "en")


def test_the_database_is_not_asked_for_them(django_assert_num_queries):
    published("grooming")
    briefs(["grooming"])

    with django_assert_num_queries(1):  # for the version alone
        briefs(["grooming"])


def test_they_follow_what_is_published():
    published("grooming")
    briefs(["grooming"])

    published("grooming", languages={"en": section("luring", slug="grooming")})

    assert (
        briefs(["grooming"])["grooming"]["languages"]["en"]["label"]["text"] == "luring"
    )


def test_a_brief_says_that_a_name_is_only_proposed():
    published("grooming")

    welsh = briefs(["grooming"])["grooming"]["languages"]["cy"]

    assert welsh["label"]["provenance"] == "proposed"
    assert "welsh-language" in welsh["not_checked_by"]
