"""Somebody's browser runs no scripts."""

import pytest

from tests.browser.places import HOME, LANGUAGES

pytestmark = pytest.mark.browser

WORD = {"en": "problem profile", "cy": "proffil problem"}
LETTER = {
    "en": "There is a problem profile.",
    "cy": "Mae proffil problem gan yr heddlu.",
}
FAULTY = {
    "en": "The polise came in order to help the XQZ.",
    "cy": "Daeth yr heddlu i helpu ei plentyn yn gliir.",
}
MEANING = {"en": "one kind of crime", "cy": "un math o drosedd"}
OTHER = {"en": "cy", "cy": "en"}

both = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def page(visit):
    """A tab in which no script runs."""
    return visit(java_script_enabled=False).page


@both
def test_a_word_is_found_and_read_in_either_language(page, lang):
    page.goto(HOME[lang])
    page.get_by_role("searchbox").fill(WORD[lang])
    page.get_by_role("searchbox").press("Enter")
    assert page.locator("h1").inner_text() == WORD[lang]

    page.locator(".tongues a").click()

    assert page.locator("h1").inner_text() == WORD[OTHER[lang]]


@both
def test_an_answer_is_counted(page, lang):
    page.goto({"en": "/en/terms/grooming/", "cy": "/cy/termau/proffil-problem/"}[lang])

    with page.expect_navigation():
        page.locator(".feedback button").nth(1).click()
    with page.expect_navigation():
        page.locator("main form button").first.click()

    assert page.url.endswith({"en": "/en/feedback/", "cy": "/cy/adborth/"}[lang])


@both
def test_what_is_wrong_with_a_page_is_said(page, lang):
    page.goto({"en": "/en/terms/grooming/", "cy": "/cy/termau/proffil-problem/"}[lang])

    with page.expect_navigation():
        page.locator(".feedback a").click()
    with page.expect_navigation():
        page.locator("main form button").last.click()

    assert page.url.endswith({"en": "/en/feedback/", "cy": "/cy/adborth/"}[lang])


@both
def test_a_word_that_is_not_found_is_suggested(page, lang):
    page.goto({"en": "/en/search/", "cy": "/cy/chwilio/"}[lang] + "?q=qqzzqq")
    page.locator("main form[method=post] button").click()
    assert page.locator("#word").input_value() == "qqzzqq"

    with page.expect_navigation():
        page.locator("#suggest button").click()
    assert page.locator("[role=alert]").is_visible()
    page.locator(".pick").first.click()
    with page.expect_navigation():
        page.locator("#suggest button").click()

    thanks = {"en": "/en/suggest/thanks/", "cy": "/cy/awgrymu/diolch/"}[lang]
    assert page.url.endswith(thanks)
    assert "qqzzqq" not in page.content()


@both
def test_a_word_is_kept_while_the_language_changes(page, lang):
    page.goto({"en": "/en/suggest/", "cy": "/cy/awgrymu/"}[lang])
    page.locator("#word").fill("he hit me")
    page.locator("#suggest button").click()

    page.locator(".tongues button").click()

    assert page.locator("html").get_attribute("lang") == OTHER[lang]
    assert page.locator("#word").input_value() == "he hit me"


@both
def test_what_changed_on_a_day_can_be_opened(page, lang):
    path = {"en": "/en/changes/", "cy": "/cy/newidiadau/"}[lang]
    page.goto(f"{path}?page=2")
    assert not page.locator("details li").first.is_visible()

    page.locator("summary").first.click()

    assert page.locator("details li").first.is_visible()


@both
def test_what_is_folded_away_can_be_opened(page, lang):
    page.goto({"en": "/en/terms/grooming/", "cy": "/cy/termau/proffil-problem/"}[lang])

    page.locator("summary", has=page.locator("#names")).click()

    assert page.locator(".names").first.is_visible()


@both
def test_a_letter_is_explained(page, lang):
    page.goto({"en": "/en/explain/", "cy": "/cy/egluro/"}[lang])
    page.locator("textarea").fill(LETTER[lang])
    page.locator("form.ask button[type=submit]").click()

    page.locator(".what").first.click()
    assert MEANING[lang] in page.locator(".meaning:popover-open").inner_text()
    page.keyboard.press("Escape")
    page.locator(".given .word").first.click()

    assert not page.locator(".meaning:popover-open").count()
    assert MEANING[lang] in page.locator(":target").inner_text()


@both
def test_a_letter_of_ones_own_is_checked(page, lang):
    page.goto({"en": "/en/check/", "cy": "/cy/gwirio/"}[lang])
    page.locator("textarea").fill(FAULTY[lang])
    page.locator("form.ask button[type=submit]").click()
    said = page.locator(".items").first.inner_text()

    page.locator(".items a").first.click()
    marked = page.locator(":target + mark").inner_text()
    page.locator(".tongues button").click()

    assert marked in said
    assert page.locator("html").get_attribute("lang") == OTHER[lang]
    assert page.locator(".given").get_attribute("lang") == lang
    assert page.locator("textarea").input_value() == FAULTY[lang]
    assert page.locator(".items").first.inner_text() != said


def test_no_button_is_there_that_would_do_nothing(page):
    page.goto("/en/terms/grooming/")

    assert not page.locator("button[type=button]").locator("visible=true").count()
