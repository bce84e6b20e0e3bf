"""Passkeys in a real browser, with an authenticator that Chromium has for tests."""

from __future__ import annotations

import pytest

from tests.browser import server
from tests.browser.authenticator import give_authenticator
from tests.browser.test_accessibility_rules import violations

pytestmark = pytest.mark.browser

PASSWORD = "three words of mine"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of a site that asks for second factors, with one account."""
    folder = tmp_path_factory.mktemp("guarded")
    with server.guarded_site(folder) as address:
        for name in ("anna", "ben", "carys"):
            server.add_account(folder, name, PASSWORD, "manage_keys")
        yield address


@pytest.fixture
def context(local_browser, site):
    """A profile of its own; what the console says against a page is a fault."""
    context = local_browser.new_context(base_url=site)
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A tab whose browser has an authenticator."""
    page = context.new_page()
    faults = []
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    give_authenticator(page)
    yield page
    expected = ("status of 4", "Clear-Site-Data header")
    assert [one for one in faults if not any(part in one for part in expected)] == []


def sign_in(page, name):
    page.goto("/desk/en/sign-in/")
    page.locator("#username").fill(name)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page):
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="You are signed out").wait_for()


def enrol(page, name):
    sign_in(page, name)
    page.get_by_role("link", name="Add a passkey").click()
    page.locator("#name").fill("my computer")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("heading", name="Your codes for paper").wait_for()
    return page.locator(".desk-codes code").all_inner_texts()


def test_somebody_adds_a_passkey_and_signs_in_with_it_alone(page):
    codes = enrol(page, "anna")
    assert len({*codes}) == 10
    assert violations(page) == []
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("heading", name="my computer").wait_for()
    sign_out(page)

    page.goto("/desk/en/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/desk/en/")

    assert page.get_by_role("button", name="Sign out").is_visible()


def test_after_the_password_it_is_asked_for_too(page):
    enrol(page, "ben")
    sign_out(page)
    sign_in(page, "ben")
    page.get_by_role("heading", name="The second step").wait_for()
    assert violations(page) == []

    page.get_by_role("button", name="Use a passkey").click()

    page.wait_for_url("**/desk/en/")


def test_without_scripts_a_code_on_paper_does(page, local_browser, site):
    codes = enrol(page, "carys")
    context = local_browser.new_context(base_url=site, java_script_enabled=False)
    plain = context.new_page()
    sign_in(plain, "carys")

    assert not plain.get_by_role("button", name="Use a passkey").is_visible()
    plain.locator("#proof-code").fill(codes[0])
    plain.get_by_role("button", name="Go on").click()

    plain.wait_for_url("**/desk/en/")
    context.close()


def test_a_passkey_that_nobody_shows_leaves_the_other_ways(page):
    page.goto("/desk/en/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()

    page.get_by_text("That did not work.").wait_for()
    assert page.locator("#username").is_visible()
    assert page.get_by_role("button", name="Use a passkey").is_enabled()


def test_at_another_address_it_says_where_passkeys_work(context, site):
    page = context.new_page()
    page.goto(site.replace("localhost", "127.0.0.1") + "/desk/en/sign-in/")

    page.get_by_text(f"Passkeys work only at this address: {site}").wait_for()
    assert page.get_by_role("button", name="Use a passkey").is_disabled()
