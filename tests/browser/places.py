"""The pages to look at: one of every kind, in both languages."""

from __future__ import annotations

from typing import NamedTuple

import pytest


class Place(NamedTuple):
    """A page in both languages, and the status that it answers with."""

    en: str
    cy: str
    status: int = 200


PLACES = {
    "home": Place("/en/", "/cy/"),
    "a-to-z": Place("/en/a-to-z/", "/cy/a-i-y/"),
    "letter": Place("/en/a-to-z/c/", "/cy/a-i-y/ch/"),
    "letter-without-entries": Place("/en/a-to-z/x/", "/cy/a-i-y/j/"),
    "topics": Place("/en/topics/", "/cy/pynciau/"),
    "topic": Place("/en/topics/child-sexual-exploitation/", "/cy/pynciau/police-data/"),
    "search": Place("/en/search/", "/cy/chwilio/"),
    "results": Place("/en/search/?q=profile", "/cy/chwilio/?q=profil"),
    "did-you-mean": Place("/en/search/?q=safegarding", "/cy/chwilio/?q=diogellu"),
    "help-first": Place("/en/search/?q=child+protection", "/cy/chwilio/?q=trais"),
    "no-results": Place("/en/search/?q=zzzzqqqq", "/cy/chwilio/?q=zzzzqqqq"),
    "entry": Place("/en/terms/problem-profile/", "/cy/termau/proffil-problem/"),
    "entry-with-notice": Place(
        "/en/terms/child-sexual-exploitation/",
        "/cy/termau/camfanteisio-rhywiol-ar-blant/",
    ),
    "entry-with-everything": Place(
        "/en/terms/extraordinarily-comprehensive-terminology/",
        "/cy/termau/gwrthddatganoliadoldebau-cydymddiriedolaethol-rhyngsefydliadol/",
    ),
    "entry-nearly-empty": Place("/en/terms/nearly-empty/", "/cy/termau/bron-yn-wag/"),
    "entry-missing": Place(
        "/en/terms/dim-ond-yn-gymraeg/", "/cy/termau/only-in-english/"
    ),
    "entry-behind": Place("/en/terms/newer-in-english/", "/cy/termau/hyn-yn-gymraeg/"),
    "entry-withdrawn": Place("/en/terms/taken-away/", "/cy/termau/taken-away-cy/", 410),
    "documents": Place("/en/sources/", "/cy/dogfennau/"),
    "document": Place("/en/sources/hmicfrs-2023/", "/cy/dogfennau/hmicfrs-2023/"),
    "document-text": Place(
        "/en/sources/report-2023/text/", "/cy/dogfennau/report-2023/testun/"
    ),
    "explain": Place("/en/explain/", "/cy/egluro/"),
    "explain-example": Place("/en/explain/?example=1", "/cy/egluro/?example=1"),
    "check": Place("/en/check/", "/cy/gwirio/"),
    "leaflet-start": Place("/en/leaflet/", "/cy/taflen/"),
    "leaflet-choice": Place(
        "/en/leaflet/?t=grooming,adr149&q=police",
        "/cy/taflen/?t=grooming,adr149&q=heddlu",
    ),
    "leaflet": Place(
        "/en/leaflet/?t=problem-profile,grooming,adr149",
        "/cy/taflen/?t=problem-profile,grooming,adr149",
    ),
    "leaflet-large": Place(
        "/en/leaflet/?t=everything,grooming&both=1&large=1&more=1&codes=1",
        "/cy/taflen/?t=everything,grooming&both=1&large=1&more=1&codes=1",
    ),
    "map": Place("/en/map/", "/cy/map/"),
    "help": Place("/en/help/", "/cy/cymorth/"),
    "help-in-welsh": Place("/en/help/?speaks=cy", "/cy/cymorth/?speaks=cy"),
    "hide-your-visit": Place("/en/hide-your-visit/", "/cy/cuddio-eich-ymweliad/"),
    "about": Place("/en/about/", "/cy/ynghylch/"),
    "accessibility": Place("/en/accessibility/", "/cy/hygyrchedd/"),
    "privacy": Place("/en/privacy/", "/cy/preifatrwydd/"),
    "api": Place("/en/api/", "/cy/api/"),
    "problems": Place("/en/problems/", "/cy/problemau/"),
    "problem": Place("/en/problems/not-found/", "/cy/problemau/not-found/"),
    "feedback": Place("/en/feedback/grooming/", "/cy/adborth/grooming/"),
    "thanks": Place("/en/feedback/", "/cy/adborth/"),
    "suggest": Place("/en/suggest/", "/cy/awgrymu/"),
    "suggest-thanks": Place("/en/suggest/thanks/", "/cy/awgrymu/diolch/"),
    "changes": Place("/en/changes/", "/cy/newidiadau/"),
    "not-found": Place("/en/nowhere/", "/cy/unman/", 404),
    "bad-query": Place("/en/search/?q=%FF", "/cy/chwilio/?q=%00", 400),
}
LANGUAGES = ("en", "cy")

ENTRY = {lang: getattr(PLACES["entry"], lang) for lang in LANGUAGES}
HOME = {"en": "/en/", "cy": "/cy/"}

EVERY = [
    pytest.param(getattr(place, lang), place.status, id=f"{name}-{lang}")
    for name, place in PLACES.items()
    for lang in LANGUAGES
]


def some(*names: str) -> list[object]:
    """Return the parameters of the named kinds of page only."""
    wanted = {f"{name}-{lang}" for name in names for lang in LANGUAGES}
    return [one for one in EVERY if one.id in wanted]
