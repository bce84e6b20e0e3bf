"""A screen reader changes its voice where the language changes."""

import pytest

from tests.browser.places import ENTRY, EVERY, LANGUAGES

pytestmark = pytest.mark.browser

OTHER = {"en": "cy", "cy": "en"}
# The language in which an element is spoken.
SPOKEN = "one => one.closest('[lang]').lang"


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_the_toggle_is_spoken_in_the_language_it_leads_to(browse, path, status):
    page = browse(path, status)
    lang = path[1:3]

    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator(".tongues a").evaluate(SPOKEN) == OTHER[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_spoken_in_their_own_language(reader, lang):
    page = reader.open(ENTRY[lang])

    for name, spoken in (("problem profile", "en"), ("proffil problem", "cy")):
        text = page.locator(".names").get_by_text(name, exact=True)
        assert text.first.evaluate(SPOKEN) == spoken


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotations_are_spoken_in_the_language_of_the_document(reader, lang):
    page = reader.open(ENTRY[lang])

    quotations = page.locator("blockquote")

    assert quotations.count()
    assert {one.evaluate(SPOKEN) for one in quotations.all()} == {"en"}


def test_a_text_in_the_other_language_is_spoken_in_it(reader):
    page = reader.open("/en/terms/dim-ond-yn-gymraeg/")

    assert page.locator("h1").evaluate(SPOKEN) == "cy"
    assert page.locator(".short").evaluate(SPOKEN) == "cy"
    assert page.get_by_text("Dim Saesneg eto.").evaluate(SPOKEN) == "cy"
    assert page.get_by_role("heading", name="Names").evaluate(SPOKEN) == "en"
