"""An app asks what there is: the root, letters, sources, the schema."""

import pytest
import yaml

from glossary.api import cursors
from tests.api.problems import assert_problem
from tests.factories import WORDS, published

pytestmark = pytest.mark.django_db


STATUSES = {
    "self": 200,
    "entries": 200,
    "lookup": 400,  # without a name
    "search": 400,
    "suggest": 400,
    "annotate": 405,  # without a text
    "check": 405,
    "term-pack": 200,
    "matching-module": 200,
    "matching-cases": 200,
    "letters": 400,  # without a language
    "sources": 200,
    "topics": 200,
    "helplines": 200,
    "schema": 200,
}


def test_the_root_leads_everywhere(site):
    newest = published()

    answer = site.get("/api/v1/")

    assert answer.json["sequence"] == newest.sequence
    assert answer.json["entry_count"] == 1
    links = answer.json["links"].items()
    assert {name: site.get(address).status for name, address in links} == STATUSES
    for relation in ("service-desc", "service-doc", "license"):
        assert f'rel="{relation}"' in answer.headers["link"]


def test_letters_are_those_of_the_language(site):
    published()

    letters = site.get("/api/v1/letters/", {"lang": "cy"}).json["items"]

    assert [row["letter"] for row in letters][:5] == ["a", "b", "c", "ch", "d"]
    assert next(row["entry_count"] for row in letters if row["letter"] == "p") == 1


def test_letters_need_a_language(site):
    assert_problem(site.get("/api/v1/letters/"), 400, "invalid-query")


def test_a_source_says_who_quotes_it(site):
    published()

    source = site.get("/api/v1/sources/report-2023/").json

    (entry,) = source["cited_by"]["items"]
    assert entry["quotations"][0]["quotation"] == "in its own words"
    assert site.get("/api/v1/sources/").json["items"][0]["entry_count"] == 1


def test_what_cites_a_source_comes_a_page_at_a_time(site):
    for entry_id in WORDS:
        published(entry_id)

    found, address = [], "/api/v1/sources/report-2023/?limit=3"
    while address:
        answer = site.get(address)
        cited_by = answer.json["cited_by"]
        found += [row["id"] for row in cited_by["items"]]
        assert cited_by["total"] == len(WORDS)
        address = cited_by["next"]

    assert found == sorted(WORDS)
    assert 'rel="prev"' in answer.headers["link"]
    before = site.get(cited_by["previous"])
    assert before.json["cited_by"]["next"] is not None
    pages = 1 + bool(before.json["cited_by"]["previous"])
    assert before.headers["link"].count("rel=") == pages


def test_an_unknown_source_is_not_found(site):
    assert_problem(site.get("/api/v1/sources/nothing/"), 404, "not-found")


def test_the_sources_take_no_cursor_of_another_address(site):
    answer = site.get("/api/v1/sources/", {"cursor": cursors.write({"after": [1]})})

    problem = assert_problem(answer, 400, "invalid-query")
    assert problem["errors"][0]["code"] == "invalid-cursor"


def test_the_schema_comes_as_json_and_as_yaml(site):
    as_json = site.get("/api/v1/schema/").json
    as_yaml = yaml.safe_load(site.get("/api/v1/schema/", {"format": "yaml"}).text)

    assert as_json == as_yaml
    assert as_json["openapi"].startswith("3.1")


def test_a_problem_is_json_whatever_was_asked_for(site):
    answer = site.get("/api/v1/schema/?format=yaml&colour=red")

    problem = assert_problem(answer, 400, "invalid-query")
    assert problem["errors"][0]["parameter"] == "colour"


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing/", "/api/v1/entries/a/b/c/", "/api/v1/entries/a%0Ab/"]
)
def test_an_address_that_leads_nowhere_is_a_problem(site, path):
    assert_problem(site.get(path), 404, "not-found")


def test_another_method_is_refused_and_the_right_ones_named(site):
    answer = site.ask("DELETE", "/api/v1/entries/")

    assert_problem(answer, 405, "method-not-allowed")
    assert "GET" in answer.headers["allow"]


def test_another_representation_is_refused(site):
    answer = site.get("/api/v1/entries/", accept="image/png")

    assert_problem(answer, 406, "not-acceptable")


def test_a_representation_that_is_ruled_out_is_not_given(site):
    answer = site.get("/api/v1/entries/", accept="application/json;q=0, image/png")

    assert_problem(answer, 406, "not-acceptable")


def test_the_representation_in_the_address_goes_before_what_is_accepted(site):
    answer = site.get("/api/v1/schema/", {"format": "yaml"}, accept="text/html")

    assert answer.status == 200
    assert yaml.safe_load(answer.text)["openapi"].startswith("3.1")
