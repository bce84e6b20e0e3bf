"""Somebody needs a number: each one says how old it is, and can be tapped."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from glossary import reading
from glossary.closed_lists import Audience
from glossary.dates import date_in_words
from glossary.document import DocumentKind, Name
from glossary.publishing import withdraw_unneeded
from tests.factories import OPERATOR
from tests.helplines import OLD, RECENT, TODAY, helpline, seen, stored
from tests.web.html import read

pytestmark = pytest.mark.django_db

PATHS = ("/en/help/", "/cy/cymorth/")
CHANGED = {"en": "This may have changed.", "cy": "Efallai fod hyn wedi newid."}
NO_DATE = "The page on which we saw it has no date."


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """The helplines are those of the starter glossary."""


def main(site, path="/en/help/"):
    return read(site.get(path).text).one("main")


def card(site, name, path="/en/help/"):
    cards = main(site, path).every("li", class_="helpline")
    (found,) = [one for one in cards if one.one("h3").text == name]
    return found


def names(page):
    return [one.text for one in page.every("h3")]


def unfolded(element):
    """Return the words that are seen before anything is opened."""
    return " ".join(
        child if isinstance(child, str) else unfolded(child)
        for child in element.children
        if isinstance(child, str) or child.tag != "details"
    )


def numbers(page):
    return [
        one.get("href").removeprefix("tel:")
        for one in page.every("a")
        if one.get("href").startswith("tel:")
    ]


@pytest.mark.parametrize("path", PATHS)
def test_999_comes_first_with_what_to_do_in_silence(site, path):
    page = main(site, path)

    assert numbers(page)[:4] == ["999", "999", "999", "101"]
    assert "999" in page.every("p")[0].text
    assert "55" in page.text


@pytest.mark.parametrize("path", PATHS)
def test_the_numbers_are_those_that_were_seen(site, path):
    found = numbers(main(site, path))[1:]

    lines = reading.shelf().helplines.values()
    seen_numbers = [one.phone.replace(" ", "") for one in lines if one.phone]
    assert len(seen_numbers) > 10
    assert sorted(found) == sorted(seen_numbers)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="number"),
        pytest.param({"text": "60 003"}, id="text-message"),
        pytest.param({"phone": None, "seen": [seen(shows_number=False)]}, id="page"),
        pytest.param({"chat": True}, id="chat"),
    ],
)
def test_all_that_it_takes_to_turn_to_a_line_is_in_sight(site, values):
    words = {"who_for": "For you.", "hours": "At night.", "cost": "Free."}
    english = {"name": "A line", "brief": "people", "notes": "They are kind.", **words}
    stored(helpline(languages={"en": english}, **values))

    found = card(site, "A line")
    in_sight = unfolded(found)

    ways = {"phone": "0800 000 000", **values}
    wanted = [ways.get("phone") or "line.example", ways.get("text", "")]
    assert [one for one in (*wanted, *words.values()) if one not in in_sight] == []
    assert ("line.example" in in_sight) is (not ways["phone"] or "chat" in values)
    assert "They are kind." in found.one("details").text
    assert found.text.count("line.example") == 1


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_somebody_in_danger_need_not_open_anything(site, lang):
    path = dict(zip(("en", "cy"), PATHS, strict=True))[lang]
    urgent = main(site, path).one("section", **{"aria-labelledby": "emergency"})
    lines = reading.shelf().helplines.values()
    urgent_lines = [one for one in lines if one.audience is Audience.EMERGENCY]
    notes = [one.languages[lang].notes or "nothing" for one in urgent_lines]

    in_sight = " ".join(unfolded(urgent).split())

    assert len(notes) == 3
    assert [one for one in notes if in_sight.count(one) != 1] == []
    assert [one for one in notes if urgent.text.count(one) != 1] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_line_says_what_was_seen_and_when(site, path):
    lines = main(site, path).every("li", class_="helpline")

    assert len(lines) > 10
    for one in lines:
        fold = one.one("details")

        links = [link.get("href") for link in fold.every("a", rel="noreferrer")]
        assert links
        assert all(link.startswith("http") for link in links)
        assert re.search(r"\b2026\b", fold.every("p")[-1].text)


def test_a_number_of_the_last_two_years_says_so_calmly(site):
    stored(helpline())

    text = card(site, "A line").text

    assert "This may have changed." not in text
    assert f"The newest page on which we saw it: {date_in_words(RECENT, 'en')}." in text


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("pages", [[seen(dated=OLD)], [seen(dated=None)]])
def test_a_number_that_is_older_or_of_unknown_age_may_have_changed(site, lang, pages):
    stored(helpline(seen=pages))
    path = dict(zip(("en", "cy"), PATHS, strict=True))[lang]

    text = unfolded(main(site, path).one("li", class_="helpline"))

    assert CHANGED[lang] in text
    assert "0800 000 000" in text


def test_an_unknown_age_is_not_dressed_up_as_a_date(site):
    stored(helpline(seen=[seen(dated=None)]))

    assert NO_DATE in card(site, "A line").text


def test_a_number_grows_old_by_itself(site, monkeypatch):
    stored(helpline())
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY + dt.timedelta(days=800))

    assert CHANGED["en"] in card(site, "A line").text


def test_nobody_is_said_to_have_rung_who_did_not(site):
    stored(helpline())

    page = main(site)

    assert "Nobody has rung these numbers for this site." in page.text
    assert "Nobody has rung the number for this site." in page.text


def test_that_somebody_rang_is_said_with_the_day(site):
    stored(helpline(rung_on=RECENT))

    page = main(site)

    day = date_in_words(RECENT, "en")
    assert f"Somebody rang the number for this site on {day}." in page.text
    assert "Nobody has rung" not in page.text


def test_a_day_that_has_passed_is_promised_no_more(site, monkeypatch):
    stored(helpline())
    assert "We will look again by" in main(site).text

    later = TODAY + dt.timedelta(days=101)
    monkeypatch.setattr(timezone, "localdate", lambda: later)
    monkeypatch.setattr("glossary.answers.present.time.localtime", later.timetuple)

    assert "We will look again by" not in main(site).text


def test_a_line_without_a_number_leads_to_its_own_page(site):
    stored(helpline(phone=None, seen=[seen(shows_number=False)], chat=True))

    found = card(site, "A line")

    link = found.one("strong").one("a", rel="noreferrer")
    assert link.get("href") == "https://line.example/"
    assert not found.every("p", class_="number")
    assert CHANGED["en"] not in found.text
    assert "There is an online chat." in found.text


def test_lines_for_people_who_may_do_harm_stand_apart_and_last(site):
    groups = main(site).every("section")

    (apart,) = [one for one in groups if "Stop It Now" in names(one)]
    assert names(apart) == ["Stop It Now"]
    assert apart.get("aria-labelledby") == "behaviour"
    assert apart is groups[-2]  # only "Before you ring" comes after it


@pytest.mark.parametrize(
    "name",
    [
        "Ivison Trust (formerly Pace)",
        "Sexual assault referral centres of the NHS, in England",
        "Amethyst: the sexual assault referral centre for north Wales",
        "Report Remove, from Childline and the Internet Watch Foundation",
        "CEOP Safety Centre",
        "Crimestoppers",
        "NSPCC Whistleblowing Advice Line",
        "Live Fear Free (Wales)",
    ],
)
def test_whom_survivors_parents_and_workers_need_is_there(site, name):
    assert card(site, name).one("details")


def test_the_first_links_lead_to_the_groups_and_to_fewer_lines(site):
    page = main(site)

    contents, fewer = page.every("nav")
    ids = [one.get("href").removeprefix("#") for one in contents.every("a")]
    headings = [one.get("id") for one in page.every("h2")]
    assert ids == headings
    assert "open" not in fewer.parent.attributes
    assert [one.text for one in fewer.every("a")] == [
        "All lines",
        "Where: England",
        "Where: Wales",
        "Languages: Cymraeg",
    ]


@pytest.mark.parametrize(
    ("query", "is_there", "is_not"),
    [
        pytest.param("in=wales", "Meic (Wales)", "of the NHS, in England", id="wales"),
        pytest.param("in=england", "of the NHS, in England", "Meic", id="england"),
        pytest.param("speaks=cy", "Childline", "Victim Support", id="welsh"),
    ],
)
def test_fewer_lines_can_be_shown_and_999_stays(site, query, is_there, is_not):
    page = main(site, f"/en/help/?{query}")

    assert any(is_there in name for name in names(page))
    assert not any(is_not in name for name in names(page))
    assert numbers(page)[1:4] == ["999", "999", "101"]
    assert page.one("a", href=f"?{query}").get("aria-current") == "true"
    assert "open" in page.every("nav")[1].parent.attributes


def test_fewer_lines_stay_fewer_in_the_other_language(site):
    page = read(site.get("/en/help/?speaks=cy").text)

    (partner,) = page.one("nav", class_="tongues").every("a")
    assert partner.get("href") == "/cy/cymorth/?speaks=cy"
    assert page.one("meta", name="robots").get("content") == "noindex"


def test_no_fewer_lines_are_offered_where_all_are_for_everybody(site):
    stored(helpline(areas=["england", "wales"], speaks=["en", "cy"]))

    assert len(main(site).every("nav")) == 1  # the one of this page


@pytest.mark.parametrize("query", ["in=france", "speaks=tlh", "other=1"])
def test_a_filter_that_is_none_shows_everything(site, query):
    assert names(main(site, f"/en/help/?{query}")) == names(main(site))


def test_a_helpline_that_is_taken_away_goes_from_the_page(site):
    site.get("/en/help/")
    childline = Name(DocumentKind.HELPLINE, "childline")
    withdraw_unneeded(names=[childline], actor=OPERATOR)

    assert "0800 1111" not in main(site).text


def test_a_text_number_and_the_languages_are_there(site):
    found = card(site, "Byw Heb Ofn (Cymru)", "/cy/cymorth/")

    assert found.one("a", href="sms:07860077333").text == "07860 077333"
    assert found.one("span", lang="en").text == "English"


def test_a_name_that_stays_in_english_is_read_as_english(site):
    heading = card(site, "The Survivors Trust", "/cy/cymorth/").one("h3")

    assert heading.lang == "en"


def test_a_line_in_another_language_only_is_marked(site):
    english = {"en": {"name": "A line", "brief": "people", "who_for": "For you."}}
    stored(helpline(languages=english, seen=[seen(languages={"en": "Its page"})]))

    found = main(site, "/cy/cymorth/").one("li", class_="helpline")

    assert ("en", "For you.") in list(found.spoken())
    assert found.one("details").one("li").one("a").lang == "en"


def test_without_helplines_the_page_still_says_999(site):
    stored()

    page = main(site)

    assert "call 999" in page.text
    assert not page.every("nav")
