"""Text twice as large on a phone: nothing is cut off, and there is room to read."""

import pytest

from tests.browser.places import EVERY, some
from tests.browser.reader import Reader, launch
from tests.browser.test_small_screens import SIDEWAYS

pytestmark = pytest.mark.browser

SCREEN = {"width": 360, "height": 740}
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"

# What is wider than its box, or begins left of the screen: its letters are cut off.
CUT = """() => [...document.body.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && one.clientWidth > 0)
    .filter((one) => !one.closest(".hidden, .skips, svg, textarea, input, .masthead label"))
    .filter((one) => one.getBoundingClientRect().left < -1
        || (one.scrollWidth > one.clientWidth + 1
            && getComputedStyle(one).display !== "inline"))
    .map((one) => one.outerHTML.slice(0, 80))"""

# How much of the screen is covered by what stays in view while the page moves.
COVERED = """() => {
    window.scrollTo(0, document.body.scrollHeight);
    return Math.max(0, ...[...document.body.querySelectorAll("*")]
        .filter((one) => getComputedStyle(one).position === "sticky")
        .map((one) => one.getBoundingClientRect().bottom));
}"""


@pytest.fixture(scope="module")
def large_letters(browser, chromium, live_site):
    """Somebody whose browser has letters twice as large as usual."""
    setting = "--blink-settings=defaultFontSize=32"
    other = launch(browser.browser_type, chromium, setting)
    reader = Reader(other, live_site, viewport=SCREEN)
    yield reader
    reader.close()
    other.close()


def expect_room(page):
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(CUT) == []
    assert 0 < page.evaluate(COVERED) <= SCREEN["height"] / 5


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_letters_can_be_large_in_the_browser(large_letters, path, status):
    expect_room(large_letters.open(path, status))


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_letters_can_be_made_larger_on_the_page(browse, path, status):
    page = browse(path, status, viewport=SCREEN)

    page.evaluate(LARGE_TEXT)

    expect_room(page)


@pytest.mark.parametrize(("path", "status"), some("home", "entry", "help"))
def test_the_other_language_can_be_read_and_touched(large_letters, path, status):
    page = large_letters.open(path, status)

    box = page.locator(".tongues a").bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= SCREEN["width"]
    assert box["height"] >= 44


@pytest.mark.parametrize("width", [1280, 1000, 640])
@pytest.mark.parametrize(
    ("path", "status"),
    some("home", "a-to-z", "entry", "entry-with-everything", "results", "help"),
)
def test_text_can_be_twice_as_large_on_wider_screens(browse, path, status, width):
    page = browse(path, status, viewport={"width": width, "height": 900})

    page.evaluate(LARGE_TEXT)

    assert page.evaluate(SIDEWAYS) == []
