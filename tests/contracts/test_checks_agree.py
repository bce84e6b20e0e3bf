"""The checks say the same of a text wherever somebody asks.

At the command line of those who keep the glossary, over the API, and on the page for
everybody who writes. House style alone is for our own texts.
"""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import published
from tests.plain_language.content import TOPIC, police_force, write_content
from tests.web.html import read
from tests.web.sending import send

pytestmark = pytest.mark.django_db

TEXTS = {
    "en": (
        "The polise force was asked, in order to help the XQZ. It is not unusual that "
        "a child prostitute is hard to reach. The police force and its stakeholders "
        "met and " + "met and " * 12 + "met, ‘sharing their story’ at "
        "www.exampel.org.uk with the force."
    ),
    "cy": (
        "Gofynnwyd i'r heddlu am ei plentyn, mewn perthynas â'r XQZ. Nid yw'n anarferol "
        "fod plant agored i niwed yn gweithoi. Mae'r heddlu a'u rhanddeiliaid yn cwrdd "
        + "a cwrdd " * 12
        + "a ‘rhannu eu stori’ ar www.exampel.cymru."
    ),
}
PAGES = {"en": "/en/check/", "cy": "/cy/gwirio/"}
FORCE = {
    "text": "the force",
    "type": "short-form",
    "status": "admitted",
    "context_only": True,
}


def entry():
    """Return an entry one of whose names is too general to be marked in texts."""
    data = police_force()
    data["languages"]["en"]["terms"].append(FORCE)
    return data


def of_the_command(tmp_path, settings, lang, reader):
    settings.LOCALE_PATHS = []
    section = {"label": "Data"}
    topic = TOPIC | {
        "languages": {code: section | {"description": TEXTS[code]} for code in TEXTS}
    }
    arguments = write_content(tmp_path, entry(), topics=[topic])
    out = StringIO()
    with pytest.raises(CommandError):
        call_command(
            "check_content",
            *arguments,
            "--format=json",
            f"--language={reader}",
            stdout=out,
        )
    place = f"topics.yaml#/police-data/description/{lang}"
    return [
        (row["severity"], row["reason"], row["suggestion"], row["excerpt"])
        for row in json.loads(out.getvalue())["findings"]
        if row["place"] == place and not row["code"].endswith("-differs")
    ]


def of_the_api(site, lang, reader):
    answer = site.post("/api/v1/check/", {"text": TEXTS[lang], "in": [reader]}).json
    assert answer["lang"] == lang
    return [
        (
            row["severity"],
            row["reasons"][reader],
            row["advice"][reader],
            row["excerpt"],
        )
        for row in answer["items"]
    ]


def of_the_page(site, lang, reader):
    page = read(send(site, PAGES[reader], TEXTS[lang]).text)
    assert page.one("div", class_="given").lang == lang
    for section in page.every("section"):
        for item in section.every("li"):
            reason, suggestion, places = item.every("p")
            for place in places.every("q"):
                yield (
                    section.get("aria-labelledby"),
                    reason.text,
                    suggestion.text,
                    place.text,
                )


@pytest.mark.parametrize("reader", PAGES)
@pytest.mark.parametrize("lang", TEXTS)
def test_three_places_find_and_say_the_same(tmp_path, settings, site, lang, reader):
    published("police-force", languages=entry()["languages"])

    command = of_the_command(tmp_path, settings, lang, reader)
    api = of_the_api(site, lang, reader)
    page = list(of_the_page(site, lang, reader))

    assert len(api) > 8
    assert set(page) == set(api)
    # Those who keep the glossary are told a little more.
    assert [row[:2] + row[3:] for row in command] == [row[:2] + row[3:] for row in api]
    assert all(
        told[2].startswith(said[2]) for told, said in zip(command, api, strict=True)
    )
