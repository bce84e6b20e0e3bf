"""Somebody wants to come back to a page, or to give it to somebody else."""

import pytest

from tests.browser.places import ENTRY, PLACES

pytestmark = pytest.mark.browser

COPY = {"en": "Copy the address", "cy": "Copïo'r cyfeiriad"}


@pytest.fixture
def page(reader):
    """A tab that may write to the clipboard, and notes when it is printed."""
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.context.add_init_script("window.print = () => { window.printed = true; }")
    return reader.page


def copied(page, button):
    page.locator(".keep-buttons").get_by_role("button", name=button).click()
    page.locator(".keep-buttons").get_by_role("status").filter(has_text=".").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("lang", COPY)
def test_the_address_that_never_changes_is_copied(page, lang):
    page.goto(ENTRY[lang])

    address = copied(page, COPY[lang])

    assert address == page.locator("a.address").get_attribute("href")
    assert page.goto(address).status == 200
    assert page.url.endswith(ENTRY[lang])


@pytest.mark.parametrize("lang", COPY)
def test_the_address_of_a_leaflet_is_copied(page, live_site, lang):
    page.goto(getattr(PLACES["leaflet"], lang))

    address = copied(page, COPY[lang])

    assert address == page.url
    assert address.startswith(f"{live_site}/{lang}/")


def test_the_page_is_printed(page):
    page.goto(ENTRY["en"])

    page.get_by_role("button", name="Print this page").click()

    assert page.evaluate("window.printed")
