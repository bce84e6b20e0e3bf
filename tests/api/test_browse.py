"""An app pages through the entries, whole or narrowed."""

import datetime as dt

import pytest

from glossary.api import cursors
from glossary.api.requests.entries import EntriesQuery
from glossary.api.requests.positions import marked
from glossary.api.requests.values import IN_ADDRESS
from tests.api.problems import assert_problem
from tests.factories import WORDS, published, section

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/entries/"


@pytest.fixture
def entries(db):
    for entry_id in WORDS:
        published(entry_id)
    return sorted(WORDS)


def ids(answer):
    return [row["id"] for row in answer.json["items"]]


def test_pages_join_up_and_end_in_null(site, entries):
    found, address = [], f"{ADDRESS}?limit=3"
    while address:
        answer = site.get(address)
        found += ids(answer)
        address = answer.json["next"]

    assert found == entries


def test_one_can_go_back(site, entries):
    second = site.get(site.get(ADDRESS, {"limit": 2}).json["next"])

    first = site.get(second.json["previous"])

    assert ids(first) == entries[:2]
    assert first.json["previous"] is None


def test_from_behind_the_end_one_can_go_back(site, entries):
    position = marked({"after": "zzz"}, EntriesQuery(), ADDRESS)
    behind = cursors.write(position)
    end = site.get(ADDRESS, {"limit": 2, "cursor": behind})

    assert (ids(end), end.json["next"]) == ([], None)
    assert ids(site.get(end.json["previous"])) == entries[-2:]


def test_the_links_are_in_a_header_too(site, entries):
    answer = site.get(ADDRESS, {"limit": 2})

    assert answer.headers["link"] == f'<{answer.json["next"]}>; rel="next"'


def test_what_changes_while_one_pages_is_not_skipped(site, entries):
    first = site.get(ADDRESS, {"limit": 2})

    published(entries[3], languages={"en": section("aardvark")})
    second = site.get(first.json["next"])

    assert ids(first) + ids(second) == entries


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            {"lang": "cy", "letter": "p"},
            ["chief-constable", "problem-profile"],
            id="letter",
        ),
        pytest.param({"lang": "en", "letter": "g"}, ["grooming"], id="english-letter"),
        pytest.param({"topic": "police-data"}, sorted(WORDS), id="topic"),
        pytest.param(
            {"lang": "cy", "letter": "P"},
            ["chief-constable", "problem-profile"],
            id="capital-letter",
        ),
        pytest.param({"lang": "CY-gb", "letter": "Ll"}, [], id="letter-of-two-signs"),
        pytest.param({"kind": "legal"}, [], id="kind"),
        pytest.param({"source": "report-2023"}, sorted(WORDS), id="source"),
        pytest.param({"lang": "cy", "state": "missing"}, [], id="state"),
        pytest.param({"updated_since": "2999-01-01T00:00:00Z"}, [], id="later"),
        pytest.param(
            {"updated_since": "2000-01-01T00:00:00Z"}, sorted(WORDS), id="earlier"
        ),
    ],
)
def test_the_list_can_be_narrowed(site, entries, query, expected):
    assert ids(site.get(ADDRESS, query)) == expected


@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        pytest.param({"colour": "red"}, "colour", "unknown-parameter", id="unknown"),
        pytest.param({"lang": "fr"}, "lang", "unknown-lang", id="language"),
        pytest.param({"in": "en,fr"}, "in", "unknown-in", id="one-language-of-two"),
        pytest.param({"kind": "poem"}, "kind", "unknown-kind", id="kind"),
        pytest.param({"state": "odd"}, "state", "unknown-state", id="state"),
        pytest.param({"fields": "id,colour"}, "fields", "unknown-fields", id="fields"),
        pytest.param({"letter": "a"}, "letter", "needs-lang", id="letter-without-lang"),
        pytest.param(
            {"lang": "en", "letter": "ch"}, "letter", "unknown-letter", id="letter"
        ),
        pytest.param({"limit": 0}, "limit", "min-value", id="too-few"),
        pytest.param({"limit": 201}, "limit", "max-value", id="too-many"),
        pytest.param({"limit": "many"}, "limit", "invalid", id="not-a-number"),
        pytest.param({"cursor": "%%%"}, "cursor", "invalid-cursor", id="cursor"),
        pytest.param(
            {"cursor": "W10"}, "cursor", "invalid-cursor", id="cursor-of-a-list"
        ),
        pytest.param(
            {"cursor": cursors.write({"before": 3})},
            "cursor",
            "invalid-cursor",
            id="cursor-of-a-history",
        ),
        pytest.param({"updated_since": "soon"}, "updated_since", "invalid", id="time"),
        pytest.param(
            {"updated_since": "0001-01-01T00:00:00+01:00"},
            "updated_since",
            "invalid",
            id="a-time-before-all-times",
        ),
        pytest.param({"format": "csv"}, "format", "unknown-format", id="format"),
        pytest.param({"format": ""}, "format", "unknown-format", id="no-format"),
        pytest.param({"topic": "a b"}, "topic", "invalid", id="not-a-slug"),
    ],
)
def test_a_wrong_parameter_is_named(site, query, parameter, code):
    problem = assert_problem(site.get(ADDRESS, query), 400, "invalid-query")

    assert [(row["parameter"], row["code"]) for row in problem["errors"]] == [
        (parameter, code)
    ]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("limit=1&limit=2", "limit"),
        ("lang=en&lang=cy", "lang"),
        ("cursor=a&cursor=a", "cursor"),
        ("kind=legal&kind=data", "kind"),
        ("updated_since=2026-01-01&updated_since=2026-01-02", "updated_since"),
        ("format=json&format=json", "format"),
    ],
)
def test_a_parameter_given_twice_is_refused(site, query, name):
    problem = assert_problem(site.get(f"{ADDRESS}?{query}"), 400, "invalid-query")

    (error,) = problem["errors"]
    assert (error["parameter"], error["code"]) == (name, "twice")


@pytest.mark.parametrize(
    "query",
    [
        "fields=kind,url&in=cy,en",
        "fields=kind&fields=url&in=cy&in=en",
        "fields=kind,url,kind&in=CY&in=en",
    ],
)
def test_a_list_has_commas_or_its_name_comes_again(site, entries, query):
    answer = site.get(f"{ADDRESS}?{query}")

    assert list(answer.json["items"][0]) == ["id", "url", "kind"]
    assert answer.headers["content-language"] == "cy, en"


def test_each_of_several_unknown_names_is_named(site):
    problem = assert_problem(
        site.get(ADDRESS, {"message": 1, "code": 2}), 400, "invalid-query"
    )

    assert [(row["parameter"], row["code"]) for row in problem["errors"]] == [
        ("code", "unknown-parameter"),
        ("message", "unknown-parameter"),
    ]


def test_a_time_without_a_zone_is_utc():
    query = EntriesQuery.model_validate(
        {"updated_since": "2026-07-01T12:00:00"}, context=IN_ADDRESS
    )

    assert query.updated_since == dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def test_an_empty_glossary_is_an_empty_list(site):
    assert site.get(ADDRESS).json == {
        "items": [],
        "next": None,
        "previous": None,
        "total": 0,
    }
