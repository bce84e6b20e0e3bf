"""The pages that say what this is: safety, privacy, access, how it is checked."""

import pytest

from glossary import languages, reading
from tests.factories import published
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/en/about/", "/cy/ynghylch/"])
def test_the_record_of_the_review_is_told_in_the_readers_language(
    site, starter_glossary, path
):
    page = read(site.get(path).text)

    statement = starter_glossary.review.statement[path[1:3]]
    assert statement.split(".")[0] in page.one("main").text
    assert len(page.one("main").one("thead").every("th")) == 1 + len(languages.codes())


HIDING = {
    "exit": ("Shift three times", "Shift dair gwaith"),
    "history": ("history", "hanes"),
    "private-window": ("private window", "ffenestr breifat"),
    "suspicion": ("suspicious", "amau"),
    "passwords": ("passwords", "cyfrineiriau"),
    "watching-programs": ("record everything", "cofnodi popeth"),
    "cookies": ("no cookies", "cwcis"),
    "safari": ("In Safari", "Yn Safari"),
    "safer-device": ("library", "llyfrgell"),
}


@pytest.mark.parametrize("words", HIDING.values(), ids=HIDING)
def test_hiding_a_visit_leaves_nothing_out(site, words):
    english = read(site.get("/en/hide-your-visit/").text).one("main").text
    welsh = read(site.get("/cy/cuddio-eich-ymweliad/").text).one("main").text

    assert words[0] in english
    assert words[1] in welsh


@pytest.mark.parametrize(
    "path", ["/en/about/", "/cy/hygyrchedd/", "/en/privacy/", "/en/accessibility/"]
)
def test_a_page_names_whoever_can_be_reached(site, settings, path):
    without = read(site.get(path).text).one("main").text
    settings.CONTACT_URL = "mailto:words@site.example"
    reading.forget()
    published("grooming")

    page = read(site.get(path).text)

    assert "words@site.example" not in without
    assert page.one("a", href="mailto:words@site.example").text == "words@site.example"


def test_privacy_can_be_read_aloud_in_two_minutes(site):
    words = read(site.get("/en/privacy/").text).one("main").text.split()

    assert len(words) < 320
