"""Entries in brief come ready as JSON, and follow what is published."""

import json

import pytest

from glossary.briefs import current_briefs
from tests.factories import published, section

pytestmark = pytest.mark.django_db
BASE = "https://words.example"


def briefs(ids, langs=("en", "cy")):
    return json.loads(current_briefs().as_json(ids, langs=langs, base=BASE))


def test_each_comes_once_in_the_order_asked_for():
    published("problem-profile")
    published("grooming")

    found = briefs(["problem-profile", "grooming", "problem-profile"], ["cy"])

    assert list(found) == ["problem-profile", "grooming"]
    assert found["grooming"]["languages"]["cy"]["url"].startswith(f"{BASE}/cy/termau/")


def test_what_is_not_public_is_left_out():
    assert briefs(["nothing"]) == {}
    assert current_briefs().page(["nothing"], langs=["en"], base=BASE) is None


def test_a_missing_language_is_said_and_its_page_is_the_other_ones():
    published("grooming", languages={"en": section("grooming")})

    assert briefs(["grooming"])["grooming"]["languages"]["cy"] == {"state": "missing"}
    page = current_briefs().page(["grooming"], langs=["cy", "en"], base=BASE)
    assert page == (f"{BASE}/en/terms/grooming/", "en")
    assert current_briefs().page(["grooming"], langs=["cy"], base=BASE) is None


def test_no_question_is_put_to_the_database_twice(django_assert_num_queries):
    published("grooming")
    briefs(["grooming"])

    with django_assert_num_queries(1):  # for the version alone
        briefs(["grooming"])


def test_they_are_made_again_when_something_is_published():
    published("grooming")
    before = current_briefs()

    published("grooming", languages={"en": section("luring", slug="grooming")})

    assert current_briefs() is not before
    assert (
        briefs(["grooming"])["grooming"]["languages"]["en"]["label"]["text"] == "luring"
    )
