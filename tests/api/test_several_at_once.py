"""An app asks for several entries at once, and is told of each that there is none."""

import pytest

from glossary.closed_lists import WithdrawalReason
from tests.api.problems import assert_problem
from tests.factories import published, section, withdrawn

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/entries/"
THREE = ("problem-profile", "police-force", "grooming")


@pytest.fixture(autouse=True)
def _entries(db):
    for entry_id in THREE:
        published(entry_id)


def ids(answer):
    return [row["id"] for row in answer.json["items"]]


@pytest.mark.parametrize("order", [THREE, THREE[::-1], THREE[1:], THREE[:1]])
def test_entries_come_in_the_order_of_the_caller(site, order):
    answer = site.get(ADDRESS, {"ids": ",".join(order)})

    assert ids(answer) == [*order]
    told = {name: answer.json[name] for name in ("next", "previous", "total")}
    assert told == {"next": None, "previous": None, "total": len(order)}
    assert (answer.json["resolved"], answer.json["problems"]) == ({}, [])


def test_each_is_what_its_own_address_gives(site):
    answer = site.get(ADDRESS, {"ids": "grooming", "in": "cy"})

    assert answer.json["items"] == [site.get(f"{ADDRESS}grooming/?in=cy").json]


def test_none_is_left_out_without_a_word(site):
    withdrawn("grooming", WithdrawalReason.WRONG)

    answer = site.get(ADDRESS, {"ids": "none,police-force,grooming,nor-this"})

    assert ids(answer) == ["police-force"]
    told = answer.json["problems"]
    assert [(one["id"], one["status"], one["code"]) for one in told] == [
        ("none", 404, "not-found"),
        ("grooming", 410, "withdrawn"),
        ("nor-this", 404, "not-found"),
    ]
    assert ["tombstone" in one for one in told] == [False, True, False]
    assert told[1]["tombstone"]["reason"] == "wrong"
    assert told[1]["detail"] == "It was wrong."


@pytest.mark.parametrize("entry_id", ["none", "grooming"])
def test_a_problem_is_the_one_that_the_address_itself_has(site, entry_id):
    withdrawn("grooming")

    (told,) = site.get(ADDRESS, {"ids": entry_id}).json["problems"]

    assert told == site.get(f"{ADDRESS}{entry_id}/").json | {"id": entry_id}


@pytest.mark.parametrize("view", ["full", "brief"])
def test_other_names_lead_to_their_entries(site, view):
    code = site.get(f"{ADDRESS}grooming/").json["short_url"].split("/")[-2]
    names = f"{code},PROFFIL-problem,police-force,problem-profile"

    answer = site.get(ADDRESS, {"ids": names, "view": view})

    assert ids(answer) == ["grooming", "problem-profile", "police-force"]
    assert answer.json["resolved"] == {
        code: "grooming",
        "PROFFIL-problem": "problem-profile",
    }
    assert answer.json["problems"] == []


def test_two_hundred_are_looked_for_in_few_questions(
    site, django_assert_max_num_queries
):
    names = [f"no-{number}" for number in range(197)]
    with django_assert_max_num_queries(12):
        answer = site.get(ADDRESS, {"ids": ",".join([*names, *THREE])})

    assert len(answer.json["problems"]) == 197
    assert ids(answer) == [*THREE]


@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        pytest.param({"ids": ""}, "ids", "invalid", id="none"),
        pytest.param({"ids": "a,,b"}, "ids", "invalid", id="one-is-nothing"),
        pytest.param({"ids": "a b"}, "ids", "invalid", id="no-id"),
        pytest.param({"ids": "a\x00"}, "ids", "invalid", id="nul"),
        pytest.param(
            {"ids": ",".join(map(str, range(201)))}, "ids", "too-many", id="too-many"
        ),
        pytest.param({"ids": "a", "topic": "police-data"}, "topic", "both", id="topic"),
        pytest.param({"ids": "a", "limit": 1}, "limit", "both", id="limit"),
        pytest.param({"ids": "a", "lang": "cy"}, "lang", "both", id="language"),
        pytest.param(
            {"ids": "a", "view": "brief", "fields": "url"}, "fields", "both", id="views"
        ),
    ],
)
def test_what_does_not_go_with_ids_is_refused(site, query, parameter, code):
    problem = assert_problem(site.get(ADDRESS, query), 400, "invalid-query")

    (error,) = problem["errors"]
    assert (error["parameter"], error["code"]) == (parameter, code)


@pytest.mark.parametrize("rest", ["?in=cy", "history/?limit=2"])
@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        pytest.param("proffil-problem", "problem-profile", id="welsh-slug"),
        pytest.param("old-word", "police-force", id="former-slug"),
        pytest.param("GROOMING", "grooming", id="id-in-capitals"),
        pytest.param("Heddlu", "police-force", id="slug-in-capitals"),
    ],
)
def test_another_name_leads_on_to_the_id(site, name, entry_id, rest):
    languages = {"en": section("force", slug="old-word"), "cy": section("heddlu", "cy")}
    published("police-force", languages=languages)
    languages["en"] = section("force", slug="new-word")
    published("police-force", languages=languages)

    answer = site.get(f"{ADDRESS}{name}/{rest}", origin="https://app.example")

    assert answer.status == 308
    assert answer.headers["location"] == f"{ADDRESS}{entry_id}/{rest}"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_short_code_leads_on_to_the_id(site):
    code = site.get(f"{ADDRESS}grooming/").json["short_url"].split("/")[-2]

    for typed in (code, code.upper()):
        answer = site.head(f"{ADDRESS}{typed}/")
        assert (answer.status, answer.raw) == (308, b"")
        assert answer.headers["location"] == f"{ADDRESS}grooming/"


def test_the_name_of_a_withdrawn_entry_leads_to_its_tombstone(site):
    withdrawn("problem-profile")

    answer = site.get(f"{ADDRESS}proffil-problem/")

    assert answer.status == 308
    assert_problem(site.get(answer.headers["location"]), 410, "withdrawn")


def test_an_id_comes_before_the_slug_of_another_entry(site):
    published("heddlu")

    assert site.get(f"{ADDRESS}heddlu/").json["id"] == "heddlu"
    assert ids(site.get(ADDRESS, {"ids": "heddlu"})) == ["heddlu"]


@pytest.mark.parametrize("name", ["nothing", "%00", "a%0Ab", "%D8%A7", "a" * 300])
def test_a_name_of_nothing_is_not_found(site, name):
    assert_problem(site.get(f"{ADDRESS}{name}/"), 404, "not-found")
