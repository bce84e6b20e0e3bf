"""A cursor is good for the question whose answer gave it, however that is shown."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.factories import document, publish, published, source

pytestmark = pytest.mark.django_db

ENTRIES = "/api/v1/entries/"
SOURCES = "/api/v1/sources/"
SEARCH = "/api/v1/search/"


@pytest.fixture
def shown(db):
    names = ("chief-constable", "police-force", "problem-profile", "grooming")
    publish(*(document(name) for name in names))
    source("another")
    source("third")


def cursor_of(site, path, **query):
    answer = site.get(path, {"limit": 1, **query})
    assert answer.status == 200, answer.body
    return parse_qs(urlsplit(answer.json["next"]).query)["cursor"][0]


def is_taken(site, path, cursor, **query):
    answer = site.get(path, {"cursor": cursor, **query})
    if answer.status == 200:
        return True
    (problem,) = answer.json["errors"]
    assert (answer.status, problem["code"]) == (400, "invalid-cursor")
    assert problem["parameter"] == "cursor"
    return False


@pytest.mark.parametrize(
    ("path", "query", "other"),
    [
        pytest.param(ENTRIES, {}, {"topic": "police-data"}, id="one filter more"),
        pytest.param(ENTRIES, {"lang": "en"}, {}, id="one filter less"),
        pytest.param(ENTRIES, {"lang": "en"}, {"lang": "cy"}, id="another value"),
        pytest.param(
            ENTRIES, {"lang": "en"}, {"kind": "policing-practice"}, id="another filter"
        ),
        pytest.param(SEARCH, {"q": "what"}, {"q": "means"}, id="other words"),
        pytest.param(
            SEARCH, {"q": "what"}, {"q": "what", "lang": "cy"}, id="another language"
        ),
    ],
)
def test_a_cursor_is_refused_by_another_question(site, shown, path, query, other):
    cursor = cursor_of(site, path, **query)

    assert is_taken(site, path, cursor, **query)
    assert not is_taken(site, path, cursor, **other)


def test_a_cursor_is_refused_at_another_address(site, shown):
    published("grooming", as_at="2020-01-01")
    published("police-force", as_at="2020-01-01")
    histories = [f"{ENTRIES}{name}/history/" for name in ("grooming", "police-force")]
    one, other = (cursor_of(site, path) for path in histories)

    assert is_taken(site, histories[0], one)
    assert not is_taken(site, histories[0], other)
    assert not is_taken(site, ENTRIES, cursor_of(site, SOURCES))


@pytest.mark.parametrize(
    "shown_as",
    [
        {"limit": 3},
        {"in": "cy"},
        {"fields": "languages"},
        {"view": "brief"},
        {"format": "json"},
    ],
    ids=str,
)
def test_however_it_is_shown_a_cursor_is_good(site, shown, shown_as):
    cursor = cursor_of(site, ENTRIES, lang="en")

    assert is_taken(site, ENTRIES, cursor, lang="en", **shown_as)


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ({"lang": "en", "letter": "G"}, {"lang": "en", "letter": "g"}),
        ({"lang": "cy"}, {"lang": "cy-GB"}),
    ],
)
def test_the_same_question_in_other_letters_is_the_same(site, db, said, again):
    publish(document("grooming"), document("gang"), document("girl"))

    assert is_taken(site, ENTRIES, cursor_of(site, ENTRIES, **said), **again)


def test_a_cursor_in_a_body_is_good_for_its_words_alone(site, shown):
    first = site.post(SEARCH, {"q": "what", "limit": 1}).json

    again = site.post(SEARCH, {"q": "what", "cursor": first["next"]})
    other = site.post(SEARCH, {"q": "police", "cursor": first["next"]})

    assert again.status == 200
    assert other.status == 400
    assert other.json["errors"][0]["pointer"] == "/cursor"
    assert other.json["errors"][0]["code"] == "invalid-cursor"
