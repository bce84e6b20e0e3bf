"""Whoever writes an app follows the address of a problem."""

import ast

import pytest
from django.utils import translation

from glossary.addresses import page_path
from glossary.api.requests.refusals import _KINDS
from glossary.problems import ERRORS, PROBLEMS
from tests.conftest import ROOT
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", PROBLEMS)
def test_the_type_of_every_problem_has_a_page(site, code):
    page = read(site.get(f"/en/problems/{code}/").text)

    assert page.one("h1").text == str(PROBLEMS[code].title)
    facts = [one.text for one in page.every("dd")]
    assert facts[:2] == [code, str(PROBLEMS[code].status.value)]


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


# What can be wrong in particular

CALLS = {"refusal": 0, "Problem": 1}
"""Where calls of these have the code."""


def codes_in(path):
    """Yield the codes that a module of requests can give a single problem."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = CALLS.get(node.func.id, len(node.args))
            for found in node.args[place : place + 1]:
                if isinstance(found, ast.Constant):
                    yield found.value


def every_code():
    modules = [*(ROOT / "glossary" / "api").rglob("*.py")]
    written = {code for path in modules for code in codes_in(path)}
    return {
        code.replace("unknown-{name}", "unknown-…")
        for code in written | {code for code, _ in _KINDS.values()}
    }


def test_every_code_of_a_single_problem_has_a_meaning():
    meant = {code for codes in ERRORS.values() for code in codes}
    named = {"unknown-source", "unknown-letter"}  # as "unknown-…" says
    given = {
        "twice",
        "invalid-cursor",
        "unknown-parameter",
    }  # by functions of their own

    assert every_code() - named | given == meant


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("code", PROBLEMS)
def test_the_page_of_a_problem_lists_what_can_be_wrong(site, code, lang):
    page = read(site.get(page_path(lang, "problem", code)).text)
    listed = [row.text for row in page.one("main").every("dd")]
    codes = [row.text for row in page.one("main").every("dt")]

    for name, said in ERRORS.get(code, {}).items():
        assert name in codes
        with translation.override(lang):
            assert str(said) in listed
    assert len(codes) == 2 + len(ERRORS.get(code, {}))
