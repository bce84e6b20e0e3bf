"""Whoever writes an app follows the address of a problem."""

import pytest

from glossary.problems import PROBLEMS
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", PROBLEMS)
def test_the_type_of_every_problem_has_a_page(site, code):
    page = read(site.get(f"/en/problems/{code}/").text)

    assert page.one("h1").text == str(PROBLEMS[code].title)
    facts = [one.text for one in page.every("dd")]
    assert facts == [code, str(PROBLEMS[code].status.value)]


@pytest.mark.parametrize("code", PROBLEMS)
@pytest.mark.parametrize(
    ("reader", "page"),
    [
        pytest.param("", "/en/problems/", id="any-language"),
        pytest.param("en", "/en/problems/", id="english"),
        pytest.param("cy-GB,en;q=0.5", "/cy/problemau/", id="welsh"),
    ],
)
def test_the_type_of_a_problem_leads_to_its_page(site, code, reader, page):
    answer = site.get(f"/problems/{code}/", accept_language=reader)

    assert (answer.status, answer.headers["location"]) == (302, f"{page}{code}/")
    assert "Accept-Language" in answer.headers["vary"]
    assert answer.headers["cache-control"] == "no-store"
    assert site.get(answer.headers["location"]).status == 200


def test_what_all_types_begin_with_leads_to_the_list(site):
    answer = site.get("/problems/", accept_language="cy")

    assert (answer.status, answer.headers["location"]) == (302, "/cy/problemau/")


@pytest.mark.parametrize("path", ["/problems/nothing/", "/problems/a/b/", "/problems"])
def test_no_other_address_there_is_a_type(site, path):
    assert site.get(path).status == {"/problems": 308}.get(path, 404)


def test_all_problems_are_listed(site):
    links = read(site.get("/cy/problemau/").text).one("main").every("a")

    assert [one.get("href") for one in links] == [
        f"/cy/problemau/{code}/" for code in PROBLEMS
    ]


def test_a_problem_that_is_not_there_is_not_found(site):
    assert site.get("/en/problems/nothing/").status == 404
