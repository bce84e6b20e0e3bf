"""A filter that names what there is not is refused, with what there is."""

import pytest

from tests.api.problems import assert_problem
from tests.factories import published, section, source, topic

pytestmark = pytest.mark.django_db
ENTRIES, SEARCH = "/api/v1/entries/", "/api/v1/search/"


@pytest.fixture(autouse=True)
def _content(db):
    topic("police-data", en="Police data")
    topic("empty", 1, en="Empty")
    published()


def errors(answer, code, place):
    problem = assert_problem(answer, 400, code)
    return [(row[place], row["code"], row["detail"]) for row in problem["errors"]]


@pytest.mark.parametrize("value", ["nope", "Police-Data", "police-data-", "0"])
@pytest.mark.parametrize(
    ("address", "query"),
    [
        pytest.param(ENTRIES, {}, id="list"),
        pytest.param(SEARCH, {"q": "police"}, id="search"),
    ],
)
def test_an_unknown_topic_is_refused_with_the_topics(site, address, query, value):
    answer = site.get(address, query | {"topic": value})

    assert errors(answer, "invalid-query", "parameter") == [
        ("topic", "unknown-topic", "Allowed: police-data, empty.")
    ]


def test_so_is_one_in_a_body(site):
    answer = site.post(SEARCH, {"q": "police", "topic": "nope"}, accept_language="cy")

    assert errors(answer, "invalid-body", "pointer") == [
        ("/topic", "unknown-topic", "Gallwch ddefnyddio: police-data, empty.")
    ]


def test_a_topic_without_entries_is_a_topic(site):
    assert site.get(ENTRIES, {"topic": "empty"}).json["items"] == []
    assert site.get(SEARCH, {"q": "police", "topic": "empty"}).json["items"] == []


@pytest.mark.parametrize("value", ["nope", "REPORT-2023"])
def test_an_unknown_source_is_refused_with_the_sources(site, value):
    source("another")

    answer = site.get(ENTRIES, {"source": value})

    assert errors(answer, "invalid-query", "parameter") == [
        ("source", "unknown-source", "Allowed: another, report-2023.")
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "lists all that there are"), ("cy", "rhestr o bopeth sydd")],
)
def test_of_many_sources_the_first_are_named_and_the_list(
    site, monkeypatch, lang, said
):
    monkeypatch.setattr("glossary.api.requests.filters._MOST_NAMED", 1)
    source("another")

    answer = site.get(ENTRIES, {"source": "nope"}, accept_language=lang)

    ((_, code, detail),) = errors(answer, "invalid-query", "parameter")
    assert code == "unknown-source"
    assert "another" in detail
    assert "report-2023" not in detail
    assert "/api/v1/sources/" in detail
    assert said in detail


TAGS = [
    pytest.param("cy", "cy", id="plain"),
    pytest.param("CY", "cy", id="capitals"),
    pytest.param("cy-GB", "cy", id="of-a-place"),
    pytest.param("CY-gb", "cy", id="of-a-place-in-any-case"),
    pytest.param("en-Latn-GB", "en", id="of-a-script-and-a-place"),
]


@pytest.mark.parametrize(("tag", "lang"), TAGS)
def test_a_tag_asks_for_a_language(site, tag, lang):
    whole = site.get(ENTRIES, {"in": tag})
    listed = site.get("/api/v1/letters/", {"lang": tag})
    pack = site.get("/api/v1/term-pack/", {"lang": tag})
    looked_up = site.get("/api/v1/lookup/", {"term": "problem", "lang": tag})
    wrong = site.get(ENTRIES, {"in": tag, "colour": "red"})

    assert [*whole.json["items"][0]["languages"]] == [lang]
    assert {one.json["lang"] for one in (listed, pack, looked_up)} == {lang}
    assert wrong.headers["content-language"] == lang


@pytest.mark.parametrize(
    "tag",
    ["fr", "cym", "cyGB", "cy_GB", "cy-", "-cy", "c", "cy GB", "cy-123456789", "*"],
)
def test_a_tag_of_no_language_of_ours_is_refused(site, tag):
    for name in ("in", "lang"):
        answer = site.get(ENTRIES, {name: tag})

        assert errors(answer, "invalid-query", "parameter") == [
            (name, f"unknown-{name}", "Allowed: en, cy.")
        ]


@pytest.mark.parametrize(
    ("lang", "letter", "count"),
    [
        ("en", "P", 1),
        ("en", "p", 1),
        ("cy", "P", 1),
        ("cy", "LL", 0),
        ("cy", "Ll", 0),
    ],
)
def test_a_letter_may_be_a_capital(site, lang, letter, count):
    answer = site.get(ENTRIES, {"lang": lang, "letter": letter})

    assert len(answer.json["items"]) == count


def test_every_letter_that_is_counted_can_be_asked_for(site):
    published("visa", languages={"cy": section("visa", "cy"), "en": section("visa")})
    letters = site.get("/api/v1/letters/", {"lang": "cy"}).json["items"]

    found = {row["letter"]: row["entry_count"] for row in letters if row["letter"]}
    assert found["v"] == 1
    for letter, count in found.items():
        answer = site.get(ENTRIES, {"lang": "cy", "letter": letter})
        assert answer.json["total"] == count


def test_an_unknown_letter_is_refused_with_the_letters(site):
    answer = site.get(ENTRIES, {"lang": "cy", "letter": "q"})

    ((name, code, detail),) = errors(answer, "invalid-query", "parameter")
    assert (name, code) == ("letter", "unknown-letter")
    assert "ch, d, dd" in detail
