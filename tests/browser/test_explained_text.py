"""Somebody pastes a letter: with scripts on the device, without them by sending it."""

import pytest

from tests.browser.places import LANGUAGES
from tests.browser.test_accessibility_rules import violations

pytestmark = pytest.mark.browser

FORM = {"en": "/en/explain/", "cy": "/cy/egluro/"}
LETTER = {
    "en": "We have a problem profile.\n\nThe chief constable will read it.",
    "cy": "Mae gennym broffil problem.\n\nBydd y prif gwnstabl yn ei ddarllen.",
}
FOUND = {"en": "problem profile", "cy": "broffil problem"}

both = pytest.mark.parametrize("lang", LANGUAGES)
scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])


def explain(page, lang):
    page.goto(FORM[lang])
    page.locator("textarea").fill(LETTER[lang])
    page.locator("form.ask button[type=submit]").click()
    page.locator("#explained .given").wait_for()


@both
@scripts
def test_a_word_in_it_is_explained(visit, lang, scripts):
    page = visit(java_script_enabled=scripts).page

    explain(page, lang)
    word = page.locator(".given").get_by_role("link", name=FOUND[lang])
    word.click()

    assert page.locator(":target").is_visible()


@both
@scripts
def test_a_meaning_opens_where_the_word_is_and_closes(visit, lang, scripts):
    page = visit(java_script_enabled=scripts).page
    explain(page, lang)
    meaning = page.locator(".meaning").first

    page.locator(".what").first.click()
    assert meaning.is_visible()
    page.keyboard.press("Escape")

    assert not meaning.is_visible()


@both
def test_an_open_meaning_breaks_no_rule(reader, lang):
    page = reader.page
    explain(page, lang)
    page.locator(".what").first.click()
    page.locator(".meaning").first.wait_for()

    assert violations(page) == []


@both
def test_the_text_stays_on_the_device_where_scripts_run(reader, lang):
    page = reader.page
    page.goto(FORM[lang])
    sent = []
    reader.context.on(
        "request",
        lambda request: sent.append((request.method, request.url, request.post_data)),
    )

    page.locator("textarea").fill(LETTER[lang])
    page.locator("form.ask button[type=submit]").click()
    page.locator("#explained .given").wait_for()

    assert all(method == "GET" and not data for method, _, data in sent)
    assert not any("gwnstabl" in url or "constable" in url for _, url, _ in sent)
