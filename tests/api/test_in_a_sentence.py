"""An app has room for one sentence: what the word means, its language, a link."""

import pytest

from tests.factories import published, record, section

pytestmark = pytest.mark.django_db
LIST, ONE = "/api/v1/entries/", "/api/v1/entries/problem-profile/"
LOOKUP = "/api/v1/lookup/"


@pytest.fixture
def _entry(db):
    published()
    published("only-english", languages={"en": section("only english")})


def in_list(site, **query):
    items = site.get(LIST, {"view": "brief", **query}).json["items"]
    return next(row for row in items if row["id"] == "problem-profile")


def by_itself(site, **query):
    return site.get(ONE, {"view": "brief", **query}).json


def looked_up(site, **query):
    asked = {"term": "problem profile", "view": "brief", **query}
    return site.get(LOOKUP, asked).json["items"][0]["entry"]


def looked_up_among_others(site, **query):
    body = {"queries": {"a": {"term": "problem profile"}}, "view": "brief"}
    body |= {name: [value] for name, value in query.items()}
    return site.post(LOOKUP, body).json["answers"]["a"]["items"][0]["entry"]


def by_its_id(site, **query):
    asked = {"view": "brief", "ids": "problem-profile", **query}
    return site.get(LIST, asked).json["items"][0]


WAYS = [in_list, by_itself, looked_up, looked_up_among_others, by_its_id]


@pytest.mark.usefixtures("_entry")
@pytest.mark.parametrize("ask", WAYS)
def test_the_sentence_is_in_the_language_asked_for(site, ask):
    found = ask(site, **{"in": "cy"})

    link = found.pop("short_url")
    assert found == {
        "id": "problem-profile",
        "lang": "cy",
        "state": "current",
        "short": "What proffil problem means.",
        "checked": False,
    }
    assert site.get(link).headers["location"] == "/cy/termau/proffil-problem/"


@pytest.mark.usefixtures("_entry")
@pytest.mark.parametrize(
    ("query", "accept", "lang"),
    [
        pytest.param("", "", "en", id="first-of-ours"),
        pytest.param("", "cy", "cy", id="preferred"),
        pytest.param("&in=cy,en", "en", "cy", id="first-of-in"),
        pytest.param("&in=en", "cy", "en", id="only-one"),
    ],
)
def test_the_first_language_that_there_is_is_taken(site, query, accept, lang):
    answer = site.get(f"{ONE}?view=brief{query}", accept_language=accept)

    assert answer.json["lang"] == lang


@pytest.mark.usefixtures("_entry")
def test_another_language_stands_in_only_where_it_is_asked_for(site):
    address = f"{LIST}only-english/?view=brief"

    both, welsh = site.get(f"{address}&in=cy,en"), site.get(f"{address}&in=cy")

    assert (both.json["lang"], both.json["state"]) == ("en", "current")
    assert welsh.json == {
        "id": "only-english",
        "lang": "cy",
        "state": "missing",
        "short": None,
        "short_url": None,
        "checked": False,
    }


def test_it_says_whether_all_have_checked_the_text(site, settings):
    roles = [*settings.GLOSSARY_SIGN_OFFS]
    record("tests", en=roles, cy=roles[:1])
    published()

    assert by_itself(site, **{"in": "en"})["checked"] is True
    assert by_itself(site, **{"in": "cy"})["checked"] is False


@pytest.mark.usefixtures("_entry")
@pytest.mark.parametrize("address", [f"{LIST}?", f"{ONE}?", f"{LOOKUP}?term=heddlu&"])
def test_the_full_view_is_what_comes_without_it(site, address):
    full, plain = site.get(f"{address}view=full"), site.get(address)

    assert full.json == plain.json


@pytest.mark.usefixtures("_entry")
@pytest.mark.parametrize("address", [f"{LIST}?", f"{ONE}?", f"{LOOKUP}?term=heddlu&"])
@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        ("view=short", "view", "unknown-view"),
        ("view=brief&fields=url", "fields", "both"),
    ],
)
def test_a_view_that_there_is_not_is_refused(site, address, query, parameter, code):
    (error,) = site.get(address + query).json["errors"]

    assert (error["parameter"], error["code"]) == (parameter, code)
