"""axe-core finds nothing: every kind of page, two widths, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped]
    Axe,
)

from tests.browser.places import EVERY, HOME
from tests.browser.reader import DESKTOP, PHONE

pytestmark = pytest.mark.browser

AXE = Axe().axe_script
RUN = """options => axe.run(options).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.map((one) => one.html)]))"""
EVERYTHING = {
    "resultTypes": ["violations"],
    "selectors": False,
    "rules": {"target-size": {"enabled": True}},
}
# What else can differ between two sets of colours?
COLOURS = {
    "resultTypes": ["violations"],
    "selectors": False,
    "runOnly": ["color-contrast", "link-in-text-block"],
}

CHECKED = (
    "The polise came in order to help the XQZ.\n\n"
    "It was written " + "and written again " * 9 + "by the perpetrator of it."
)


def violations(page) -> list[str]:
    """Return what axe-core finds in both widths and both sets of colours."""
    # Colours would else be measured while they change.
    page.emulate_media(reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    page.evaluate(AXE)
    found = set()
    for size in (PHONE, DESKTOP):
        for scheme, options in (("light", EVERYTHING), ("dark", COLOURS)):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            # What is half under the bar would count as half as high.
            page.evaluate("window.scrollTo(0, 0)")
            for rule, nodes in page.evaluate(RUN, options):
                found |= {f"{rule} {scheme} {size['width']}: {one}" for one in nodes}
    return sorted(found)


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_a_page_breaks_no_rule(browse, path, status):
    page = browse(path, status)

    assert violations(page) == []


def test_the_page_of_a_broken_site_breaks_no_rule(visit, broken_site):
    page = visit(broken_site).open("/en/", 503)

    assert violations(page) == []


@pytest.mark.parametrize("form", ["/en/feedback/grooming/", "/cy/adborth/grooming/"])
def test_a_refused_answer_breaks_no_rule(reader, form):
    page = reader.open(form)
    button = page.locator("main form button").first
    button.evaluate("one => one.value = 'never heard of'")
    button.click()
    page.get_by_role("alert").wait_for()

    assert violations(page) == []


@pytest.mark.parametrize("form", ["/en/suggest/", "/cy/awgrymu/"])
@pytest.mark.parametrize(
    ("word", "then"),
    [
        pytest.param("he hit me", "[role=alert]", id="refused"),
        pytest.param("CSE", ".items", id="explained"),
    ],
)
def test_a_suggested_word_that_is_not_taken_breaks_no_rule(reader, form, word, then):
    page = reader.open(form)
    page.locator("#word").fill(word)
    page.locator("#met_in").check()
    page.locator("#suggest button").click()
    page.locator(f"main {then}").first.wait_for()

    assert violations(page) == []


@pytest.mark.parametrize("address", ["/en/explain/?example=1", "/cy/egluro/?example=1"])
def test_a_meaning_that_is_open_breaks_no_rule(reader, address):
    page = reader.open(address)
    page.locator("form.ask button[type=submit]").click()
    page.locator(".what").first.click()
    page.locator(".meaning:popover-open").wait_for()

    assert violations(page) == []


@pytest.mark.parametrize("address", ["/en/check/", "/cy/gwirio/"])
@pytest.mark.parametrize("text", ["", CHECKED], ids=["refused", "checked"])
def test_a_checked_text_breaks_no_rule(reader, address, text):
    page = reader.open(address)
    page.locator("textarea").fill(text)
    page.locator("form.ask button[type=submit]").click()
    page.locator(".given, .note-error").first.wait_for()

    assert violations(page) == []


def test_a_page_that_breaks_a_rule_is_found_out(reader):
    page = reader.open(HOME["en"])
    page.locator("h1").evaluate("one => one.style.color = '#999'")
    page.locator("input").first.evaluate("one => one.labels[0].remove()")

    found = {one.split(":")[0] for one in violations(page)}

    assert found >= {"color-contrast light 1280", "label light 360"}
