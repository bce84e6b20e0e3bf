"""What could not be read of a file is said wherever its text goes."""

from __future__ import annotations

import pytest

from tests.browser.test_promises import CHECK, EXPLAIN, File, press
from tests.browser.waiting import wait_until
from tests.files.mails import written

pytestmark = pytest.mark.browser

SIGNS = File("a.txt", "The problem profile, tŷ a dŵr ".encode() + b"caf\x81")
LINES = "[data-fill=missing]:not([hidden]) li"
IS_SAID = f"() => document.querySelector('main {LINES}')"
PAGES = "picture-pages:2,5-7 lost-pages:3 signs"
TEXT = "The problem profile"


def mail():
    message = written(TEXT)
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf")
    return File("a.eml", bytes(message))


def said(page):
    page.wait_for_selector(f"main {LINES}")
    return page.locator(f"main {LINES}").all_inner_texts()


def other(page):
    page.locator(".tongues a").click()
    page.wait_for_url(lambda url: "/cy/" in url)
    wait_until(page, IS_SAID)


@pytest.mark.parametrize("file", [SIGNS, mail()], ids=["read-here", "sent"])
def test_it_is_said_and_goes_along_to_the_other_language(reader, file):
    page = reader.open(EXPLAIN["en"])
    file.choose(page)
    press(page)
    english = said(page)
    field = page.input_value("#unread")

    other(page)

    assert len(english) == len(said(page)) == 1
    assert english != said(page)
    assert page.input_value("#unread") == field != ""


def test_a_reload_says_it_again(reader):
    page = reader.open(EXPLAIN["en"])
    SIGNS.choose(page)
    press(page)
    first = said(page)

    page.reload()

    assert said(page) == first


def test_the_check_hands_it_to_the_explainer(reader):
    page = reader.open(CHECK["en"])
    SIGNS.choose(page)
    press(page)
    first = said(page)

    page.locator("button[data-asked]").click()
    page.wait_for_selector("#explained .given a.word")

    assert said(page) == first


def test_a_text_that_is_changed_is_another_one(reader):
    page = reader.open(EXPLAIN["en"])
    SIGNS.choose(page)
    press(page)
    said(page)

    page.fill("#text", TEXT)
    press(page)
    page.wait_for_function(
        "() => !document.querySelector('main .given').textContent.includes('caf')"
    )

    assert page.locator(f"main {LINES}").count() == 0


def test_the_browser_says_pages_as_the_server_does(reader, visit):
    letters = sum(one.isalpha() for one in TEXT)
    field = f"{letters} {PAGES}"
    told = []
    for scripts in (True, False):
        opened = reader if scripts else visit(java_script_enabled=False)
        page = opened.open(EXPLAIN["cy"])
        page.fill("#text", TEXT)
        page.locator("#unread").evaluate("(one, value) => (one.value = value)", field)
        press(page)
        told.append(said(page))

    assert told[0] == told[1]
    assert len(told[0]) == 3
