"""Narrow screens and large text: nothing is cut off, all of it can be touched."""

import pytest

from tests.browser.places import EVERY, some
from tests.browser.reader import PHONE

pytestmark = pytest.mark.browser

# What sticks out to the side, with the element that does.
SIDEWAYS = """() => {
    const page = document.scrollingElement;
    const wide = [...document.body.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1)
        .filter((one) => one.checkVisibility() && !one.closest(".hidden, pre, svg"))
        .map((one) => one.outerHTML.slice(0, 80));
    return page.scrollWidth > page.clientWidth ? [page.scrollWidth, ...wide] : wide;
}"""

# What is touched, but not as a part of a sentence: that may be as high as its line.
SMALL = """(least) => [...document.querySelectorAll("a, button, input, summary")]
    .filter((one) => one.checkVisibility() && !one.closest(".skips"))
    .filter((one) => getComputedStyle(one).display !== "inline")
    .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.height < least || box.width < least;
    })
    .map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_nobody_has_to_scroll_sideways(browse, path, status):
    page = browse(path, status, viewport={"width": 320, "height": 640})

    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_every_target_is_large_enough_for_a_thumb(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    assert page.evaluate(SMALL, 24) == []


@pytest.mark.parametrize(("path", "status"), some("home"))
def test_the_first_screen_of_a_phone_has_the_search(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    field = page.get_by_role("searchbox").bounding_box()

    assert field["y"] + field["height"] <= 640


@pytest.mark.parametrize(("path", "status"), some("entry", "entry-with-notice"))
def test_the_first_screen_of_a_phone_has_the_short_version(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    short = page.locator(".short").bounding_box()

    # All of it in English; at least how it begins in Welsh, which needs more words.
    assert short["y"] + 100 <= 640


@pytest.mark.parametrize(("path", "status"), some("help"))
def test_the_first_number_for_anybody_is_one_tap_away(browse, path, status):
    page = browse(path, status, viewport=PHONE)
    groups = page.locator("main nav").first.get_by_role("link").all()[:-1]
    urgent = page.locator("main a[href='tel:999']").first.bounding_box()

    assert urgent["y"] + urgent["height"] <= 640
    assert groups[0].bounding_box()["y"] + 100 <= 640
    assert len(groups) == 6
    for group in groups:
        group.click()
        line = page.locator(f"{group.get_attribute('href')} + .cards > li").first
        number = line.locator(".number a, strong a").first.bounding_box()
        assert 0 <= number["y"] <= 640 - number["height"]


@pytest.mark.parametrize(("path", "status"), some("home", "entry", "help", "feedback"))
def test_what_matters_most_is_larger(browse, path, status):
    page = browse(path, status, viewport=PHONE)
    most = page.locator(".exit, button, input, .tongues a, .letters a, .number a")

    heights = [one.bounding_box()["height"] for one in most.all() if one.is_visible()]

    assert min(heights) >= 44


@pytest.mark.parametrize(("path", "status"), some("suggest"))
def test_a_choice_is_as_large_as_its_words(browse, path, status):
    page = browse(path, status, viewport=PHONE)
    choices = page.locator(".pick")

    assert min(one.bounding_box()["height"] for one in choices.all()) >= 44
    choices.first.click()
    assert choices.first.locator("input").is_checked()


@pytest.mark.parametrize(
    ("path", "status"), some("a-to-z", "entry", "entry-with-notice")
)
def test_each_line_of_a_list_is_as_high_as_a_thumb(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    heights = [
        one.bounding_box()["height"]
        for one in page.locator(".index a:not(.see), .links a, .folds summary").all()
    ]

    assert len(heights) > 5
    assert min(heights) >= 44


@pytest.mark.parametrize(("path", "status"), some("a-to-z"))
def test_other_names_take_less_room_and_can_be_touched(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    heights = [one.bounding_box()["height"] for one in page.locator(".see").all()]

    assert len(heights) > 20
    assert min(heights) >= 32
    entries = page.locator(".letter-group li:not(:has(.see))").count()
    assert entries > 100
    assert page.evaluate("document.body.scrollHeight") < 101 * entries


@pytest.mark.parametrize(("path", "status"), some("entry", "topic", "help", "about"))
def test_the_first_screen_of_every_page_has_a_search(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    field = page.get_by_role("searchbox").bounding_box()

    assert field["y"] + field["height"] <= 200


@pytest.mark.parametrize(("path", "status"), some("home"))
def test_the_first_screen_of_a_phone_leads_to_explain(browse, path, status):
    page = browse(path, status, viewport={"width": 360, "height": 740})
    explain = {"en": "/en/explain/", "cy": "/cy/egluro/"}[path[1:3]]

    link = page.locator(f"main a[href='{explain}']").bounding_box()

    assert link["y"] + link["height"] <= 740


@pytest.mark.parametrize(("path", "status"), some("entry", "entry-with-notice", "map"))
def test_what_stands_behind_a_page_is_folded(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    assert page.locator(".folds > details[open]").count() == 0
    assert page.evaluate("document.body.scrollHeight") < 6500
