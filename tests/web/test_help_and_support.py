"""Somebody needs a number: only checked ones are there, and they can be tapped."""

import datetime as dt
import re

import pytest
from django.db.models import F
from django.utils import timezone

from glossary.models import Dataset, Helpline
from tests.web.html import read

pytestmark = pytest.mark.django_db

PATHS = ("/en/help/", "/cy/cymorth/")


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """The helplines are those of the starter glossary."""


@pytest.mark.parametrize("path", PATHS)
def test_999_comes_first_with_what_to_do_in_silence(site, path):
    main = read(site.get(path).text).one("main")

    numbers = [one.text for one in main.every("a") if one.get("href")[:4] == "tel:"]
    assert numbers[:3] == ["999", "999", "101"]
    assert "999" in main.every("p")[0].text
    assert "55" in main.text


@pytest.mark.parametrize("path", PATHS)
def test_every_number_was_checked_and_says_where(site, path):
    main = read(site.get(path).text).one("main")
    checked = Helpline.objects.filter(status="checked")

    numbers = [
        one.get("href").removeprefix("tel:")
        for one in main.every("a")
        if one.get("href").startswith("tel:")
    ]
    assert sorted(numbers) == sorted(row.phone.replace(" ", "") for row in checked)
    sources = {one.get("href") for one in main.every("a", rel="noreferrer")}
    assert {row.source for row in checked} <= sources


@pytest.mark.parametrize("path", PATHS)
def test_what_could_not_be_checked_is_apart_and_has_no_number(site, path):
    main = read(site.get(path).text).one("main")

    apart = main.one("section", **{"aria-labelledby": "unchecked"})
    wanted = Helpline.objects.filter(status="not-checked")
    assert len(apart.every("li")) == wanted.count() > 0
    assert {one.get("href") for one in apart.every("a")} == {row.web for row in wanted}
    assert not re.search(r"\d{3} ?\d{3}", apart.text)


def test_one_that_is_past_its_day_moves_there(site):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Helpline.objects.filter(pk="childline").update(review_by=yesterday)

    main = read(site.get("/en/help/").text).one("main")

    apart = main.one("section", **{"aria-labelledby": "unchecked"})
    assert "Childline" in apart.text
    assert "0800 1111" not in main.text


def test_a_helpline_that_is_taken_away_goes_from_the_page(site):
    site.get("/en/help/")
    Helpline.objects.filter(pk="childline").delete()
    Dataset.objects.update(reference=F("reference") + 1)

    assert "0800 1111" not in site.get("/en/help/").text


def test_a_text_number_and_the_languages_are_there(site):
    main = read(site.get("/cy/cymorth/").text).one("main")

    (card,) = [one for one in main.every("li") if "Byw Heb Ofn" in one.text]
    assert card.one("a", href="sms:07860077333").text == "07860 077333"
    assert card.one("span", lang="en").text == "English"


def test_without_helplines_the_page_still_says_999(site):
    Helpline.objects.all().delete()

    main = read(site.get("/en/help/").text).one("main")

    assert "call 999" in main.text
