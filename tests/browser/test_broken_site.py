"""The site's database cannot be reached: readers and apps are told so kindly."""

import pytest

pytestmark = pytest.mark.browser


def test_a_reader_is_told_in_both_languages(visit, broken_site):
    page = visit(broken_site).open("/cy/termau/proffil-problem/", 503)

    assert page.get_by_role(
        "heading", name="We cannot show this page just now"
    ).is_visible()
    welsh = page.get_by_role(
        "heading", name="Allwn ni ddim dangos y dudalen hon ar hyn o bryd"
    )
    assert welsh.evaluate("one => one.closest('[lang]').lang") == "cy"
    assert page.get_by_text("999").count() == 2


def test_the_page_has_its_looks(visit, broken_site):
    page = visit(broken_site).open("/en/", 503)

    exit_colour = page.locator("a.exit").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )

    assert exit_colour == "rgb(180, 35, 24)"


def test_pages_that_need_no_database_are_there(visit, broken_site):
    page = visit(broken_site).open("/en/hide-your-visit/")

    assert page.locator("h1").inner_text() == "How to hide your visit"


def test_an_app_is_told_as_always(visit, broken_site):
    answer = visit(broken_site).context.request.get("/api/v1/entries/")

    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "unavailable"
