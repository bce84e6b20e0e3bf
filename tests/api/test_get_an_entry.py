"""An app gets one entry."""

import pytest

from glossary.api import cursors
from glossary.closed_lists import WithdrawalReason
from tests.api.problems import assert_problem
from tests.factories import published, section, withdrawn

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/entries/problem-profile/"


def test_it_gets_both_languages(site):
    published()

    entry = site.get(ADDRESS).json

    assert entry["id"] == "problem-profile"
    assert list(entry["languages"]) == ["en", "cy"]
    assert (
        entry["languages"]["cy"]["url"]
        == "http://testserver/cy/termau/proffil-problem/"
    )


def test_addresses_are_those_of_the_host_that_was_asked(site):
    published()

    entry = site.get(f"http://localhost{ADDRESS}").json

    assert entry["url"] == "http://localhost/en/terms/problem-profile/"


def test_in_says_which_languages(site):
    published()

    answer = site.get(ADDRESS, {"in": "cy"})

    assert list(answer.json["languages"]) == ["cy"]
    assert answer.headers["content-language"] == "cy"


def test_accept_language_orders_and_hides_nothing(site):
    published()

    answer = site.get(ADDRESS, accept_language="cy-GB, en;q=0.5")

    assert list(answer.json["languages"]) == ["cy", "en"]
    assert answer.headers["content-language"] == "cy, en"


def test_fields_says_which_members(site):
    published()

    entry = site.get(ADDRESS, {"fields": "kind,topics"}).json

    assert set(entry) == {"id", "kind", "topics"}


def test_every_member_can_be_asked_for(site):
    published()
    entry = site.get(ADDRESS).json

    assert site.get(ADDRESS, {"fields": ",".join(entry)}).json == entry


def test_a_missing_language_is_said_to_be_missing(site):
    published(languages={"en": section("only English")})

    entry = site.get(ADDRESS, {"in": "cy"}).json

    assert entry["languages"] == {"cy": {"state": "missing"}}


def test_an_unknown_entry_is_not_found(site):
    problem = assert_problem(site.get("/api/v1/entries/nothing/"), 404, "not-found")

    assert "nothing" in problem["detail"]


def test_a_withdrawn_entry_is_gone_and_says_why(site):
    published()
    withdrawn(reason=WithdrawalReason.WRONG)

    problem = assert_problem(site.get(ADDRESS), 410, "withdrawn")

    assert problem["tombstone"]["reason"] == "wrong"
    assert problem["detail"] == "It was wrong."


def test_its_history_is_there_newest_first(site):
    first = published()
    second = published(kind="data")

    answer = site.get(f"{ADDRESS}history/", {"limit": 1})

    assert [row["sequence"] for row in answer.json["items"]] == [second.sequence]
    assert answer.json["total"] == 2
    (older,) = site.get(answer.json["next"]).json["items"]
    assert (older["sequence"], older["change"]) == (first.sequence, "published")


def test_a_cursor_of_another_address_is_refused_by_its_history(site):
    published()

    answer = site.get(f"{ADDRESS}history/", {"cursor": cursors.write({"after": "a"})})

    problem = assert_problem(answer, 400, "invalid-query")
    assert problem["errors"][0]["code"] == "invalid-cursor"


def test_a_publication_is_there_at_the_next_request(site):
    published()
    site.get(ADDRESS)

    published(kind="data")

    assert site.get(ADDRESS).json["kind"] == "data"
