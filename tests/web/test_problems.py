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


def test_the_address_that_the_api_gives_is_that_page(site):
    problem = site.get("/api/v1/entries/nothing/", accept_language="cy").json

    answer = site.get(problem["type"])

    assert answer.status == 200
    assert answer.headers["content-language"] == "cy"


def test_all_problems_are_listed(site):
    links = read(site.get("/cy/problemau/").text).one("main").every("a")

    assert [one.get("href") for one in links] == [
        f"/cy/problemau/{code}/" for code in PROBLEMS
    ]


def test_a_problem_that_is_not_there_is_not_found(site):
    assert site.get("/en/problems/nothing/").status == 404
