"""An app searches, and completes what somebody types."""

import pytest

from tests.api.problems import assert_problem
from tests.factories import published, section

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _entries(db):
    published(
        languages={
            "en": section("problem profile", short="It maps a harm."),
            "cy": section("proffil problem", "cy"),
        }
    )
    published("police-force")
    published("chief-constable")


def found(answer):
    return [row["entry"]["id"] for row in answer.json["items"]]


def test_a_name_comes_before_a_text(site):
    published(
        "grooming", languages={"en": section("grooming", short="Police look for it.")}
    )

    answer = site.get("/api/v1/search/", {"q": "police"})

    assert found(answer) == ["police-force", "grooming"]
    assert [row["match"]["where"] for row in answer.json["items"]] == ["name", "text"]


def test_places_to_mark_are_offsets_into_the_text(site):
    (hit,) = site.get("/api/v1/search/", {"q": "maps"}).json["items"]

    block = hit["entry"]["languages"]["en"]
    (place,) = block["short_highlights"]
    assert block["short"][place["start"] : place["end"]] == "maps"


def test_a_mistyped_name_is_guessed(site):
    answer = site.get("/api/v1/search/", {"q": "chief constible"})

    name = {"text": "chief constable", "lang": "en", "provenance": None}
    assert answer.json["did_you_mean"] == {
        "id": "chief-constable",
        "name": name,
        "type": "full-form",
        "label": name,
        "url": "http://testserver/en/terms/chief-constable/",
    }
    assert found(answer) == ["chief-constable"]


def test_nothing_is_guessed_where_a_name_was_found(site):
    assert site.get("/api/v1/search/", {"q": "police"}).json["did_you_mean"] is None


@pytest.mark.parametrize(
    ("typed", "guess"), [("IIXSA", None), ("IICAS", "IICSA"), ("PLOICE", None)]
)
def test_a_long_code_with_two_letters_swapped_is_asked_about(site, typed, guess):
    names = section("an inquiry")
    names["terms"].append({"text": "IICSA", "type": "acronym", "status": "admitted"})
    published("iicsa", languages={"en": names})

    answer = site.get("/api/v1/search/", {"q": typed}).json

    assert answer["items"] == []
    meant = answer["did_you_mean"]
    assert (meant and meant["name"]["text"]) == guess


def test_line_ends_are_white_space(site):
    assert found(site.post("/api/v1/search/", {"q": "police\n force\t"})) == [
        "police-force"
    ]


def test_words_can_be_kept_out_of_the_address(site):
    answer = site.post("/api/v1/search/", {"q": "heddlu", "in": ["cy"]})

    assert found(answer)[0] == "police-force"
    assert list(answer.json["items"][0]["entry"]["languages"]) == ["cy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_of_hits_join_up(site, method):
    for number in range(5):
        published(f"force-{number}", languages={"en": section(f"force {number}")})
    seen, cursor = [], None
    while True:
        query = {"q": "force", "limit": 2} | ({"cursor": cursor} if cursor else {})
        if method == "get":
            answer = site.get(cursor or "/api/v1/search/", None if cursor else query)
        else:
            answer = site.post("/api/v1/search/", query)
        seen += found(answer)
        cursor = answer.json["next"]
        if cursor is None:
            break

    assert len(seen) == len(set(seen)) == 6


@pytest.mark.parametrize("cursor", ["eyJhZnRlciI6WzFdfQ", "eyJhZnRlciI6MX0", "e30"])
def test_a_cursor_of_another_address_is_refused(site, cursor):
    answer = site.get("/api/v1/search/", {"q": "force", "cursor": cursor})

    assert_problem(answer, 400, "invalid-query")


def test_a_wrong_cursor_in_a_body_is_pointed_at(site):
    answer = site.post("/api/v1/search/", {"q": "force", "cursor": "e30"})

    problem = assert_problem(answer, 400, "invalid-body")
    assert problem["errors"][0]["pointer"] == "/cursor"


def test_with_a_body_nothing_is_in_the_query(site):
    answer = site.post("/api/v1/search/?in=cy", {"q": "force"})

    problem = assert_problem(answer, 400, "invalid-query")
    assert problem["errors"][0]["parameter"] == "in"


def test_one_character_is_enough_for_suggestions(site):
    rows = site.get("/api/v1/suggest/", {"q": "c", "lang": "en"}).json["items"]

    assert rows[0]["name"]["text"] == "chief constable"


def test_suggestions_come_as_browsers_want_them(site):
    answer = site.get("/api/v1/suggest/", {"q": "chief", "format": "opensearch"})

    assert answer.headers["content-type"] == "application/x-suggestions+json"
    assert answer.json[0] == "chief"
    assert answer.json[1][0] == "chief constable"
    assert answer.json[3][0].startswith("http://testserver/")


JSON, OPENSEARCH = "application/json", "application/x-suggestions+json"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (f"{JSON};q=0.1, {OPENSEARCH}", OPENSEARCH),
        (f"{OPENSEARCH};q=0.1, {JSON}", JSON),
        (f"{OPENSEARCH};q=0, */*", JSON),
        (f"{JSON};q=heavy, {OPENSEARCH};q=0.9", JSON),
        (f"{JSON};q=nan, {OPENSEARCH};q=0.9", JSON),
        (f"application/*;q=0.2, {OPENSEARCH}", OPENSEARCH),
    ],
)
def test_suggestions_come_in_the_shape_that_is_liked_best(site, accept, kind):
    answer = site.get("/api/v1/suggest/", {"q": "chief"}, accept=accept)

    assert answer.headers["content-type"] == kind


@pytest.mark.parametrize("query", [{"q": "pro", "limit": 1}, {"q": "h", "lang": "cy"}])
def test_a_name_can_be_completed_without_the_words_in_the_address(site, query):
    published("problem-profile")
    published("police-force")

    asked = site.get("/api/v1/suggest/", query)
    sent = site.post("/api/v1/suggest/", query)

    assert asked.json["items"]
    assert sent.json == asked.json
    assert sent.headers["cache-control"] == "no-store"


def test_browsers_can_send_what_they_complete_too(site):
    published("problem-profile")
    path = "/api/v1/suggest/"

    answer = site.post(f"{path}?format=opensearch", {"q": "pro"})

    assert answer.json == site.get(path, {"q": "pro", "format": "opensearch"}).json
