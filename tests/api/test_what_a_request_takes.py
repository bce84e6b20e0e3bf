"""A request is read strictly: in its address as text, in its body as JSON."""

import pytest

from tests.api.problems import assert_problem
from tests.factories import published

pytestmark = pytest.mark.django_db
SEARCH, LOOKUP = "/api/v1/search/", "/api/v1/lookup/"
ENTRIES = "/api/v1/entries/"
ONE = {"queries": {"a": {"term": "heddlu"}}}


def errors(answer, code, place):
    problem = assert_problem(answer, 400, code)
    return [(row[place], row["code"]) for row in problem["errors"]]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        pytest.param("limit", "5.0", "invalid", id="with-a-point"),
        pytest.param("limit", "+5", "invalid", id="with-a-sign"),
        pytest.param("limit", " 5", "invalid", id="with-a-space"),
        pytest.param("limit", "5e0", "invalid", id="with-an-exponent"),
        pytest.param("limit", "", "invalid", id="nothing"),
        pytest.param("limit", "9" * 30, "invalid", id="long"),
        pytest.param("limit", "-1", "min-value", id="too-small"),
        pytest.param("limit", "201", "max-value", id="too-large"),
        pytest.param("lang", "", "unknown-lang", id="no-language"),
        pytest.param("in", "", "unknown-in", id="no-languages"),
        pytest.param("in", "en,", "unknown-in", id="half-a-list"),
        pytest.param("kind", "Legal", "unknown-kind", id="a-code-in-capitals"),
        pytest.param("topic", "", "invalid", id="no-topic"),
        pytest.param("cursor", "", "blank", id="no-cursor"),
        pytest.param("q", "a" * 201, "max-length", id="long-words"),
        pytest.param("q", "\ue000 \uf0b7", "blank", id="signs-alone"),
        pytest.param("languages", "en", "unknown-parameter", id="our-own-name"),
    ],
)
def test_a_value_in_an_address_is_of_its_kind(site, name, value, code):
    query = {"q": "heddlu"} | {name: value}

    assert errors(site.get(SEARCH, query), "invalid-query", "parameter") == [
        (name, code)
    ]


@pytest.mark.parametrize("value", ["1", "0", "yes", "True", "TRUE", "on", ""])
def test_yes_and_no_are_true_and_false(site, value):
    answer = site.get(LOOKUP, {"term": "heddlu", "all_tiers": value})

    assert errors(answer, "invalid-query", "parameter") == [("all_tiers", "invalid")]


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        pytest.param({"limit": "5"}, "/limit", "invalid", id="a-text"),
        pytest.param({"limit": 5.0}, "/limit", "invalid", id="with-a-point"),
        pytest.param({"limit": True}, "/limit", "invalid", id="a-yes"),
        pytest.param({"limit": None}, "/limit", "null", id="null"),
        pytest.param({"limit": 0}, "/limit", "min-value", id="too-small"),
        pytest.param({"q": ["heddlu"]}, "/q", "invalid", id="a-list"),
        pytest.param({"q": None}, "/q", "null", id="no-words"),
        pytest.param({"in": "cy,en"}, "/in", "not-a-list", id="commas"),
        pytest.param({"in": []}, "/in", "empty", id="no-languages"),
        pytest.param({"in": ["cy", 1]}, "/in/1", "invalid", id="one-of-a-list"),
        pytest.param({"in": ["cy", None]}, "/in/1", "null", id="null-in-a-list"),
        pytest.param({"topic": 0}, "/topic", "invalid", id="a-number"),
        pytest.param({"kind": 0}, "/kind", "unknown-kind", id="a-number-for-a-code"),
        pytest.param({"kind": ["legal"]}, "/kind", "unknown-kind", id="a-list-of-one"),
        pytest.param({"lang": {}}, "/lang", "invalid", id="an-object"),
        pytest.param({"cursor": 1}, "/cursor", "invalid", id="a-number-for-a-cursor"),
        pytest.param({"a/b": 1}, "/a~1b", "unknown-parameter", id="unknown"),
    ],
)
def test_a_value_in_a_body_is_of_its_kind(site, body, pointer, code):
    answer = site.post(SEARCH, {"q": "heddlu"} | body)

    assert errors(answer, "invalid-body", "pointer") == [(pointer, code)]


@pytest.mark.parametrize("value", [0, 1, "true", "false", None, []])
def test_yes_and_no_are_what_they_are_in_json(site, value):
    found = errors(
        site.post(LOOKUP, {**ONE, "all_tiers": value}), "invalid-body", "pointer"
    )

    assert found in ([("/all_tiers", "invalid")], [("/all_tiers", "null")])


@pytest.mark.parametrize("lang", ["CY", "cy", "Cy"])
def test_a_language_is_taken_in_any_case(site, lang):
    published()

    answer = site.get(ENTRIES, {"lang": lang, "in": lang, "letter": "p"})

    assert list(answer.json["items"][0]["languages"]) == ["cy"]
    assert answer.headers["content-language"] == "cy"


@pytest.mark.parametrize("query", ["in=CY&colour=red", "in=cy&in=en&colour=red"])
def test_errors_come_in_the_first_language_of_in(site, query):
    answer = site.get(f"{ENTRIES}?{query}", accept_language="en")

    assert answer.headers["content-language"] == "cy"


def test_what_lacks_is_named_beside_what_is_unknown(site):
    answer = site.get(LOOKUP, {"word": "ADR149"})

    assert errors(answer, "invalid-query", "parameter") == [
        ("word", "unknown-parameter"),
        ("term", "required"),
    ]
    assert "format" in answer.json["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("body", "bound"),
    [
        ({"limit": 201}, "200"),
        ({"limit": 0}, "1"),
        ({"q": "a" * 201}, "200"),
        ({"lang": "fr"}, "en, cy"),
    ],
)
@pytest.mark.parametrize("reader", ["en", "cy"])
def test_a_refusal_says_the_bound(site, body, bound, reader):
    answer = site.post(SEARCH, {"q": "heddlu"} | body, accept_language=reader)

    (error,) = answer.json["errors"]
    assert bound in error["detail"]
    assert answer.headers["content-language"] == reader


def test_a_hundred_wrong_things_are_enough(site):
    answer = site.post(SEARCH, {f"name-{number}": 1 for number in range(500)})

    assert len(answer.json["errors"]) == 100
    assert len(answer.body) < 50_000


def test_signs_of_word_processors_are_white_space(site):
    published("police-force")

    answer = site.get(LOOKUP, {"term": "\uf0b7 heddlu"})

    assert answer.json["term"] == "heddlu"
    assert answer.json["items"][0]["entry"]["id"] == "police-force"
