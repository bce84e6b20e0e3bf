"""Somebody puts six words on a leaflet with a phone, and prints three on one side."""

import io

import pytest
from pypdf import PdfReader

from tests.browser.places import LANGUAGES
from tests.browser.reader import PHONE

pytestmark = pytest.mark.browser

START = {"en": "/en/leaflet/", "cy": "/cy/taflen/"}
TOPIC = "police-data"
# The three with the longest names and short versions.
LONGEST = "mandatory-reporting,hmicfrs,svscsa-fund"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
both = pytest.mark.parametrize("lang", LANGUAGES)


def tick(page, count):
    """Tick so many words that are not ticked yet, wherever they stand."""
    for _ in range(count):
        page.locator("#words input[type=checkbox]:not(:checked)").nth(3).check()


def ticked(page):
    return page.locator("input[type=checkbox]:checked").count()


def is_at_the_words(page):
    """Whether the list is at the top of what is seen, and has the focus."""
    top = page.locator("#words").bounding_box()["y"]
    has_focus = page.evaluate("document.activeElement.id") == "words"
    return 0 <= top < page.viewport_size["height"] / 2 and has_focus


@both
@SCRIPTS
def test_six_words_are_chosen_in_few_steps(visit, lang, scripts):
    page = visit(viewport=PHONE, java_script_enabled=scripts).page
    page.goto(START[lang])

    tick(page, 2)
    page.locator("summary").click()
    with page.expect_navigation():
        page.locator(f"button[name=topic][value={TOPIC}]").click()
    assert is_at_the_words(page)
    assert ticked(page) == 2
    tick(page, 2)
    page.locator("input[type=search]").last.fill("grooming")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert is_at_the_words(page)
    assert ticked(page) == 4
    page.locator("#words input[type=checkbox]").first.check()
    page.locator("#words input[type=checkbox]").nth(1).check()
    with page.expect_navigation():
        page.locator("button[name=show]").click()

    assert page.locator("article .sheet-word").count() == 6
    assert "?t=" in page.url
    assert "show" not in page.url


@both
def test_a_word_is_taken_out_and_the_reader_stays_there(visit, lang):
    page = visit(viewport=PHONE).page
    page.goto(f"{START[lang]}?t={LONGEST}")

    page.locator(".sheet-places li").nth(1).locator("a").last.click()
    page.wait_for_url("**#change", wait_until="load")

    assert page.locator("article .sheet-word").count() == 2
    assert page.evaluate("document.activeElement.id") == "change"


@both
def test_the_button_below_never_covers_what_has_the_focus(visit, lang):
    page = visit(viewport=PHONE).page
    page.goto(START[lang])
    boxes = page.locator("#words input[type=checkbox]")
    boxes.first.focus()

    for _ in range(25):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert focused <= page.locator(".ticks-done").bounding_box()["y"] + 1


@pytest.mark.parametrize("options", ["", "&both=1"])
@both
def test_three_words_are_printed_on_one_side_of_a4(browse, lang, options):
    page = browse(f"{START[lang]}?t={LONGEST}{options}")

    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages

    assert len(pages) == 1
    assert "0800 1111" in pages[0].extract_text()
