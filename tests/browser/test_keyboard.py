"""Somebody has a keyboard only."""

import pytest

from tests.browser.places import ENTRY, HOME, LANGUAGES, some
from tests.browser.reader import PHONE
from tests.browser.server import EXIT_URL

pytestmark = pytest.mark.browser

both = pytest.mark.parametrize("lang", LANGUAGES)

WORD = {"en": "problem profile", "cy": "proffil problem"}

# The focused element, and what of it the reader can see: whether any of five points
# of it (the middle and near the corners) is covered by something else.
FOCUS = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const lines = [...one.getClientRects()];
    const seen = ({ x, y }) => {
        const top = document.elementFromPoint(x, y);
        return top && (one.contains(top) || top.contains(one));
    };
    const points = lines.flatMap(({ left, right, top, bottom }) => [
        { x: (left + right) / 2, y: (top + bottom) / 2 },
        { x: left + 2, y: top + 2 }, { x: right - 2, y: top + 2 },
        { x: left + 2, y: bottom - 2 }, { x: right - 2, y: bottom - 2 },
    ]);
    const style = getComputedStyle(one);
    return {
        name: one.outerHTML.slice(0, 100),
        place: [...document.querySelectorAll("*")].indexOf(one),
        hidden: points.filter((point) => !seen(point)).length,
        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
REACHABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility()).length"""

SOME = some(
    "home", "a-to-z", "entry-with-everything", "results", "help", "feedback", "changes"
)


def walk(page, key):
    """Press ``key`` until the focus has been everywhere; return where it was."""
    steps = []
    for _ in range(page.evaluate(REACHABLE)):
        page.keyboard.press(key)
        found = page.evaluate(FOCUS)
        if found is None:
            break
        steps.append(found)
    return steps


@pytest.mark.parametrize(("path", "status"), SOME)
def test_the_focus_goes_everywhere_in_the_order_of_reading(browse, path, status):
    page = browse(path, status, viewport=PHONE)

    places = [step["place"] for step in walk(page, "Tab")]

    assert len(places) == page.evaluate(REACHABLE)
    assert places == sorted(places)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize(("path", "status"), SOME)
def test_the_focus_is_always_seen(browse, path, status, key):
    page = browse(path, status, viewport=PHONE)

    steps = walk(page, key)

    assert steps
    assert [step["name"] for step in steps if step["hidden"]] == []
    assert [step["name"] for step in steps if not step["outline"]] == []


@both
def test_a_word_is_looked_up_and_the_site_left(reader, lang):
    page = reader.open(HOME[lang])

    page.keyboard.press("Tab")
    while page.locator(":focus").get_attribute("name") != "q":
        page.keyboard.press("Tab")
    page.keyboard.type(WORD[lang])
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{ENTRY[lang]}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url(EXIT_URL)


@both
def test_the_first_link_skips_to_the_text(reader, lang):
    page = reader.open(ENTRY[lang])

    page.keyboard.press("Tab")
    assert page.locator(":focus").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator("main :focus").count() == 1


@both
def test_what_is_folded_away_opens_by_keyboard(reader, lang):
    page = reader.open(ENTRY[lang])

    page.locator("summary", has=page.locator("#names")).focus()
    page.keyboard.press("Enter")

    assert page.locator(".names").first.is_visible()


@both
def test_a_word_is_suggested(reader, lang):
    page = reader.open({"en": "/en/suggest/", "cy": "/cy/awgrymu/"}[lang])

    page.locator("#word").focus()
    page.keyboard.type("MASH")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.locator("input[value=court-paper]").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/thanks/" if lang == "en" else "**/diolch/")
