"""An app takes the vocabulary home, and matches without sending a text."""

import pytest

from glossary.matching import FORMAT, Form, build_vocabulary
from tests.api.problems import assert_problem
from tests.factories import published, section

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/term-pack/"


@pytest.fixture(autouse=True)
def newest(db):
    """Return the newest publication of two entries."""
    published("police-force")
    return published("problem-profile")


def rebuilt(pack):
    """Return the vocabulary of a pack, as a program elsewhere would build it."""
    return build_vocabulary(
        Form(
            text=text,
            entry=pack["ids"][entry],
            lang=pack["langs"][lang],
            name=pack["form_names"][name],
            case_sensitive=bool(marks and marks[0] & 1),
        )
        for text, entry, lang, name, *marks in pack["forms"]
    )


def test_it_finds_what_we_find(site):
    text = "Broffil problem, problem profile, heddlu"

    found = rebuilt(site.get(ADDRESS).json).find(text)

    asked = site.post("/api/v1/annotate/", {"text": text}).json["items"]
    assert [(row.start, row.end, row.form, row.lang) for row in found] == [
        (row["start"], row["end"], row["form"], row["lang"]) for row in asked
    ]
    assert len(found) == 3


def test_it_says_when_a_form_is_meant(site):
    rules = {"unless": ["no ~", "bill*"], "only": ["FIELD"]}
    term = {"text": "charge", "type": "full-form", "status": "preferred", **rules}
    published("charge", languages={"en": section("charge", terms=[term])})

    pack = site.get(ADDRESS).json

    forms = {text: more for text, *more in pack["forms"]}
    assert pack["rules"][forms["charge"][-1]] == {
        "unless": [{"before": ["no"], "after": []}, {"phrases": ["bill*"]}],
        "only": [{"field": True}],
    }
    assert ["arrest*"] in [family[:1] for family in pack["field"]]


def test_it_says_what_it_is_of(site, newest):
    pack = site.get(ADDRESS).json

    said = (pack["format"], pack["sequence"], pack["lang"])
    assert said == (FORMAT, newest.sequence, None)
    assert pack["langs"] == ["en", "cy"]
    assert "briefs" not in pack


def test_one_language_can_be_had(site):
    pack = site.get(ADDRESS, {"lang": "cy"}).json

    assert (pack["lang"], pack["langs"]) == ("cy", ["cy"])
    assert list(pack["clitics"]) == ["cy"]


def test_the_meanings_come_with_it_if_wanted(site):
    query = {"include": "short", "in": "cy"}
    answer = site.get(ADDRESS, query)

    assert set(answer.json["briefs"]) == {"police-force", "problem-profile"}
    assert answer.json["briefs"]["police-force"] == {
        "id": "police-force",
        "languages": {
            "cy": {
                "state": "current",
                "label": {"text": "heddlu", "provenance": "proposed"},
                "short": "What heddlu means.",
                "url": "http://testserver/cy/termau/heddlu/",
                "not_checked_by": [
                    "editor",
                    "welsh-language",
                    "subject-expert",
                    "lived-experience",
                ],
            }
        },
    }
    assert answer.headers["content-language"] == "cy"


def test_it_is_asked_for_again_only_when_something_was_published(site):
    first = site.get(ADDRESS)
    same = site.get(ADDRESS, if_none_match=first.headers["etag"])
    published("grooming")
    other = site.get(ADDRESS, if_none_match=first.headers["etag"])

    assert (same.status, other.status) == (304, 200)
    assert "grooming" in other.json["ids"]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"lang": "fr"}, id="language"),
        pytest.param({"include": "all"}, id="include"),
        pytest.param({"text": "a"}, id="unknown"),
    ],
)
def test_what_it_does_not_know_it_refuses(site, query):
    assert_problem(site.get(ADDRESS, query), 400, "invalid-query")
