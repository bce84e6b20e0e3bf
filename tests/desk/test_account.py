"""The page of an account says who is signed in, and what they may do."""

from __future__ import annotations

import pytest

from glossary.desk.people.acts import ACTS
from glossary.models import Act
from tests.desk.conftest import PASSWORD
from tests.factories import person
from tests.web.html import read

PAGES = {"en": "/desk/en/account/", "cy": "/desk/cy/cyfrif/"}
WRITES = {"write_en": "Write texts: English", "write_cy": "Write texts: Cymraeg"}


def opened(browse, *acts, lang="en", **values):
    """Return the page as somebody sees it who may do these acts."""
    person(*acts, name="ben", password=PASSWORD, **values)
    browser = browse()
    browser.sign_in("ben", PASSWORD)
    return read(browser.get(PAGES[lang]).text)


def listed(page):
    return [one.text for one in page.one("main").every("li")]


@pytest.mark.parametrize("act", Act)
def test_each_act_is_named(browse, act):
    assert listed(opened(browse, act)) == [str(ACTS[act])]


@pytest.mark.parametrize(("act", "words"), WRITES.items())
def test_each_language_that_somebody_writes_in_is_named(browse, act, words):
    assert listed(opened(browse, act)) == [words]


def test_who_may_do_everything_is_told_everything(browse):
    page = opened(browse, is_superuser=True)

    assert listed(page) == [*WRITES.values(), *(str(ACTS[act]) for act in Act)]


def test_who_may_do_nothing_is_told_so(browse):
    page = opened(browse)

    assert "You may look, and change nothing." in page.one("main").text
    assert listed(page) == []


def test_in_welsh_nothing_is_english(browse):
    page = opened(browse, *Act, lang="cy")

    assert page.one("html").get("lang") == "cy"
    assert page.one("h1").text == "Eich cyfrif"
    assert not {*listed(page)} & {str(words) for words in ACTS.values()}
    assert len(listed(page)) == len(Act)


def test_the_other_language_is_one_link_away(editor):
    page = read(editor.get(PAGES["en"]).text)

    (link,) = page.one("nav", class_="tongues").every("a")
    assert (link.get("href"), link.get("lang")) == (PAGES["cy"], "cy")
    assert editor.get(link.get("href")).status == 200


def test_on_the_way_in_the_other_language_remembers_where_to(browse):
    asked = browse().get("/desk/en/?a=b").headers["location"]

    (link,) = read(browse().get(asked).text).one("nav", class_="tongues").every("a")

    assert link.get("href") == "/desk/cy/mewngofnodi/?next=%2Fdesk%2Fen%2F%3Fa%3Db"


@pytest.mark.parametrize(
    ("accept", "lang"),
    [("cy", "cy"), ("en", "en"), ("fr", "en"), ("cy, en;q=0.5", "cy")],
)
@pytest.mark.parametrize("path", ["/desk", "/desk/"])
def test_the_way_to_the_desk_is_in_the_language_of_the_browser(
    browse, path, accept, lang
):
    answer = browse().get(path, accept_language=accept)

    assert answer.headers["location"] == f"/desk/{lang}/"
    assert "Accept-Language" in answer.headers["vary"]


def test_a_name_is_text_and_nothing_else(browse):
    person(name="<b>ben</b>&", password=PASSWORD)
    browser = browse()
    browser.sign_in("<b>ben</b>&", PASSWORD)

    page = read(browser.get(PAGES["en"]).text)
    assert page.one("main").every("strong")[0].text == "<b>ben</b>&"


def test_when_it_ends_is_said(editor, monkeypatch):
    page = read(editor.get(PAGES["en"]).text)

    assert (
        page.one("main")
        .every("p", class_="hint")[0]
        .text.startswith("You are signed out at ")
    )
