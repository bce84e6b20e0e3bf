"""Somebody writes a text at the desk: by keyboard, on a phone, with scripts and without."""

from __future__ import annotations

import pytest

from tests.browser import server
from tests.browser.reader import PHONE
from tests.browser.test_accessibility_rules import violations
from tests.browser.test_large_text import CUT, LARGE_TEXT
from tests.browser.test_valid_html import errors_in

pytestmark = pytest.mark.browser

PASSWORD = "three words of mine"
DOCUMENT = "/desk/en/document/entry/grooming/"
WRITE = {
    "en": "/desk/en/write/entry/grooming/2/",
    "cy": "/desk/cy/ysgrifennu/entry/grooming/2/",
}
PAGES = [
    *WRITE.values(),
    "/desk/en/preview/entry/grooming/2/",
    "/desk/cy/rhoi-heibio/entry/grooming/2/",
    "/desk/cy/newydd/?kind=entry",
]
SHORT = '[id="/languages/en/short"]'
LONG = "This is a sentence of many words and it does not end " * 6


@pytest.fixture(scope="module")
def writing(browser, live_site, site_folder):
    """What the browser of somebody keeps who has begun a draft."""
    server.add_account(site_folder, "wen", PASSWORD, "write_en", "write_cy")
    context = browser.new_context(base_url=live_site)
    page = context.new_page()
    page.goto("/desk/en/sign-in/")
    page.locator("#username").fill("wen")
    page.locator("#password").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/desk/en/")
    page.goto(DOCUMENT)
    page.get_by_role("button", name="Begin a draft").click()
    page.wait_for_url("**/desk/en/write/**")
    state = context.storage_state()
    context.close()
    return state


def found_in(page):
    """Return what breaks a rule, without the preview that lies over other fields.

    All that can be unfolded is, and what is below it is scrolled to.
    """
    page.locator(".live").evaluate_all("all => all.forEach(one => one.hidden = true)")
    return violations(page)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule(visit, writing, path):
    page = visit(storage_state=writing).open(path)

    assert found_in(page) == []
    assert errors_in(page.context.request.get(path).text()) == []


@pytest.mark.parametrize("path", PAGES[:2])
def test_nor_does_what_is_found_in_a_text(visit, writing, path):
    page = visit(storage_state=writing).open(path)
    page.locator(SHORT).fill(LONG)
    page.locator('button[value="look"]').first.click()
    page.locator("#summary").wait_for()

    assert found_in(page) == []
    page.locator("#summary a").first.click()
    assert page.evaluate("document.activeElement.id") == "/languages/en/short"


@pytest.mark.parametrize("path", PAGES)
def test_it_fits_a_phone_with_letters_twice_as_large(visit, writing, path):
    page = visit(viewport=PHONE, storage_state=writing).open(path)
    page.evaluate(LARGE_TEXT)

    assert page.evaluate(CUT) == []


def test_on_paper_it_is_what_is_written_and_nothing_to_press(visit, writing):
    page = visit(storage_state=writing).open(WRITE["en"])

    page.emulate_media(media="print")

    assert page.locator(SHORT).is_visible()
    pressed = page.locator("main button, .live").locator("visible=true")
    assert pressed.count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_at_the_desk_is_not_printed(visit, writing, scripts):
    reader = visit(storage_state=writing, java_script_enabled=scripts)
    page = reader.open(WRITE["en"])
    rare = page.locator(".row details").first

    page.emulate_media(media="print")

    assert rare.locator("summary").is_visible()
    assert not rare.locator("input").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_row_is_moved_and_what_was_typed_goes_with_it(visit, writing, scripts):
    reader = visit(storage_state=writing, java_script_enabled=scripts)
    page = reader.open(WRITE["en"])
    names = page.locator('input[name^="/languages/en/terms/"][name$="/text"]')
    first = names.nth(0).input_value()
    names.nth(0).fill(f"{first} typed")

    page.locator('button[value="down:/languages/en/terms/0"]').press("Enter")
    page.wait_for_load_state()

    assert names.nth(1).input_value() == f"{first} typed"


@pytest.mark.parametrize("box", ["#untouched-cy", "#untouched-en"])
def test_what_is_ticked_has_no_words_to_count(visit, writing, box):
    reader = visit(storage_state=writing)
    page = reader.open(WRITE["en"])

    page.locator(box).check()

    assert reader.faults == []


def test_the_preview_follows_what_is_typed(visit, writing):
    page = visit(storage_state=writing).open(WRITE["en"])
    page.locator(".live summary").press("Enter")
    page.locator(SHORT).fill("Typed just now.")

    page.locator(".live-page .short", has_text="Typed just now.").wait_for()
    page.locator(".count", has_text="3").first.wait_for()


def test_what_was_typed_outlives_a_session(visit, writing):
    reader = visit(storage_state=writing)
    page = reader.open(WRITE["en"])
    page.locator(SHORT).fill("Typed before it ended.")
    reader.context.clear_cookies()
    page.locator('button[value="save"]').first.click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in").click()
    other = opened.value
    other.locator("#username").fill("wen")
    other.locator("#password").fill(PASSWORD)
    other.locator("main button[type=submit]").click()
    other.wait_for_url("**/desk/en/")

    page.get_by_role("button", name="Send it again").click()
    page.get_by_role("heading", name="Please send it again").wait_for()
    page.get_by_role("button", name="Send it again").click()

    page.get_by_text("It is saved.").wait_for()
    assert page.locator(SHORT).input_value() == "Typed before it ended."
