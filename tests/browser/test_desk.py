"""Somebody who writes the glossary, at the desk: by keyboard, and safe in a browser."""

from __future__ import annotations

import pytest

from tests.browser import server
from tests.browser.reader import PHONE
from tests.browser.test_accessibility_rules import violations
from tests.browser.test_large_text import CUT, LARGE_TEXT
from tests.browser.test_valid_html import errors_in

pytestmark = pytest.mark.browser

PASSWORD = "three words of mine"
SIGN_IN = {"en": "/desk/en/sign-in/", "cy": "/desk/cy/mewngofnodi/"}
LANGUAGES = pytest.mark.parametrize("lang", SIGN_IN)
PAGES = [
    ("/desk/en/", 200),
    ("/desk/cy/", 200),
    ("/desk/en/account/", 200),
    ("/desk/cy/cyfrif/", 200),
    ("/desk/en/second-factors/", 200),
    ("/desk/en/add-app/", 200),
    ("/desk/cy/ychwanegu-ap/", 200),
    ("/desk/en/add-passkey/", 200),
    ("/desk/en/password/", 200),
    ("/desk/en/email/", 200),
    ("/desk/en/accounts/", 200),
    ("/desk/cy/pobl/", 200),
    ("/desk/en/keys/", 200),
    ("/desk/en/signed-out/", 200),
    ("/desk/cy/wedi-allgofnodi/", 200),
    ("/desk/en/nowhere/", 404),
    ("/desk/cy/unman/", 404),
]


@pytest.fixture(scope="module")
def people(live_site, site_folder):
    """Two people with accounts."""
    for name in ("anna", "ben"):
        server.add_account(site_folder, name, PASSWORD, "publish", "withdraw")


@pytest.fixture(scope="module")
def signed_in(browser, live_site, people):
    """What Anna's browser keeps while she is signed in."""
    context = browser.new_context(base_url=live_site)
    page = context.new_page()
    page.goto(SIGN_IN["en"])
    page.locator("#username").fill("anna")
    page.locator("#password").fill(PASSWORD)
    page.locator("main [type=submit]").click()
    page.wait_for_url("**/desk/en/")
    state = context.storage_state()
    context.close()
    return state


@LANGUAGES
def test_the_page_to_sign_in_breaks_no_rule(reader, lang):
    page = reader.open(SIGN_IN[lang])

    assert violations(page) == []


@LANGUAGES
def test_nor_does_it_when_something_is_wrong(reader, lang):
    page = reader.open(SIGN_IN[lang])
    page.locator("#username").fill("nobody")
    page.locator("#password").fill("a guess")
    page.locator("main [type=submit]").click()
    page.get_by_role("alert").wait_for()

    assert violations(page) == []


@pytest.mark.parametrize(("path", "status"), PAGES)
def test_no_page_of_the_desk_breaks_a_rule(visit, signed_in, path, status):
    page = visit(storage_state=signed_in).open(path, status)

    assert violations(page) == []


@pytest.mark.parametrize(
    ("path", "status"), [*PAGES, *((one, 200) for one in SIGN_IN.values())]
)
def test_every_page_of_the_desk_is_valid(visit, signed_in, path, status):
    state = None if path in SIGN_IN.values() else signed_in
    answer = visit(storage_state=state).context.request.get(path)

    assert answer.status == status
    assert errors_in(answer.text()) == []


@pytest.mark.parametrize("path", [*SIGN_IN.values(), "/desk/en/", "/desk/cy/"])
def test_it_fits_a_phone_with_letters_twice_as_large(visit, signed_in, path):
    state = None if path in SIGN_IN.values() else signed_in
    reader = visit(viewport=PHONE, storage_state=state)
    page = reader.open(path)
    page.evaluate(LARGE_TEXT)

    assert page.evaluate(CUT) == []


@LANGUAGES
def test_somebody_signs_in_and_out_by_keyboard(visit, people, lang):
    reader = visit()
    page = reader.open(SIGN_IN[lang])
    while page.evaluate("document.activeElement.id") != "username":
        page.keyboard.press("Tab")
    page.keyboard.type("Ben")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/desk/{lang}/")
    assert page.locator("header button").is_visible()

    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/signed-out/" if lang == "en" else "**/wedi-allgofnodi/")
    page.go_back()

    assert page.locator("#username").is_visible()
    assert [one["name"] for one in reader.context.cookies()] == ["desk-form"]


def test_what_is_wrong_leads_to_where_it_is(reader):
    page = reader.open(SIGN_IN["en"])
    page.locator("#username").fill("nobody")
    page.locator("#password").fill("a guess")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_role("link").click()

    assert page.evaluate("document.activeElement.id") == "username"
    assert page.locator("#username").input_value() == "nobody"
    assert page.locator("#password").input_value() == ""


def test_who_is_signed_in_reads_as_a_stranger(visit, signed_in, live_site):
    reader = visit(storage_state=signed_in)
    sent = []
    reader.page.on("request", lambda request: sent.append(request.all_headers()))

    reader.open("/en/")

    assert sent
    assert not any("cookie" in headers for headers in sent)
    assert reader.page.evaluate("document.cookie") == ""
    assert reader.context.cookies(f"{live_site}/en/") == []
    assert len(reader.context.cookies(f"{live_site}/desk/en/")) == 2


def test_no_script_can_read_the_cookies_at_the_desk_either(visit, signed_in):
    page = visit(storage_state=signed_in).open("/desk/en/")

    assert page.evaluate("document.cookie") == ""
    assert page.locator("script:not([src])").count() == 0


def test_without_cookies_it_says_what_is_wrong(reader):
    page = reader.open(SIGN_IN["en"])
    page.locator("#username").fill("anna")
    page.locator("#password").fill(PASSWORD)
    reader.context.clear_cookies()
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="We could not take that").wait_for()
