"""An entry that was to be gone through again, and was not, says so: on its day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories import published, withdrawn
from tests.web.html import read

pytestmark = pytest.mark.django_db
LATE = {
    "en": "We are late in going through this entry again.",
    "cy": "Rydyn ni'n hwyr yn mynd drwy'r cofnod hwn eto.",
}
PAGES = {"en": "/en/terms/grooming/", "cy": "/cy/termau/meithrin-perthynas-amhriodol/"}
ABOUT = {"en": "/en/about/", "cy": "/cy/ynghylch/"}
COUNTED = {
    "en": "Number of entries that we meant to have gone through again by now: 1.",
    "cy": "Nifer y cofnodion y dylen ni fod wedi mynd drwyddyn nhw eto erbyn hyn: 1.",
}


def due(days, entry_id="grooming"):
    day = timezone.localdate() + dt.timedelta(days=days)
    dates = {"checked_on": "2024-01-01", "check_due": day.isoformat()}
    return published(entry_id, review=dates)


@pytest.mark.parametrize("lang", LATE)
@pytest.mark.parametrize(("days", "is_late"), [(-1, True), (0, False), (1, False)])
def test_the_page_says_so_from_the_day_after(site, lang, days, is_late):
    due(days)

    text = read(site.get(PAGES[lang]).text).one("main").text

    assert (LATE[lang] in text) == is_late


def test_it_says_so_when_the_day_has_come_though_nothing_was_published(
    site, monkeypatch
):
    due(0)
    assert LATE["en"] not in site.get(PAGES["en"]).text
    then = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)
    monkeypatch.setattr("glossary.answers.present._day", lambda: (9999, 1))

    text = read(site.get(PAGES["en"]).text).one("main").text

    assert LATE["en"] in text
    assert "and have not done so yet." in text


@pytest.mark.parametrize("lang", ABOUT)
def test_they_are_counted_in_public(site, lang):
    due(-1)
    due(0, "police-force")
    due(-9, "chief-constable")
    withdrawn("chief-constable")

    assert COUNTED[lang] in read(site.get(ABOUT[lang]).text).one("main").text


def test_apps_are_told_how_many_there_are(site):
    due(-1)
    due(0, "police-force")

    answer = site.get("/api/v1/").json

    assert (answer["overdue_count"], answer["entry_count"]) == (1, 2)
