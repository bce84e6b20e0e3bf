"""Somebody arrives without knowing where."""

import pytest

from tests.factories import published
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accept", "home"),
    [
        pytest.param("cy", "/cy/", id="welsh"),
        pytest.param("cy-GB,en;q=0.5", "/cy/", id="welsh-of-a-place"),
        pytest.param("en;q=0.3,cy;q=0.2", "/en/", id="the-better-one"),
        pytest.param("fr", "/en/", id="none-of-ours"),
        pytest.param("", "/en/", id="not-said"),
        pytest.param("cy;q=nonsense", "/en/", id="nonsense"),
    ],
)
def test_the_root_leads_to_the_readers_language(site, accept, home):
    answer = site.get("/", accept_language=accept)

    assert answer.status == 302
    assert answer.headers["location"] == home
    assert "Accept-Language" in answer.headers["vary"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_word_can_be_looked_up_at_once(site):
    page = read(site.get("/en/").text)

    box = page.one("input", name="q")
    (label,) = [one for one in page.every("label") if one.get("for") == box.get("id")]
    assert label.text
    assert box.get("autocomplete") == "off"
    form = page.one("form")
    assert (form.get("action"), form.get("method")) == ("/en/search/", "get")


def test_words_that_are_often_met_are_shown_where_they_exist(site):
    published("problem-profile")

    cards = read(site.get("/cy/").text).every("li", class_="card")

    assert any(one.text.startswith("proffil problem") for one in cards)


def test_an_empty_glossary_has_a_home_too(site):
    assert site.get("/en/").status == 200


def test_letters_are_those_of_the_language(site):
    published("chief-constable")

    letters = read(site.get("/cy/").text).one("nav", class_="letters")

    labels = [one.text for one in letters.every("li")]
    assert labels[:8] == ["A", "B", "C", "Ch", "D", "Dd", "E", "F"]
    assert "Ll" in labels
    assert "Z" not in labels
