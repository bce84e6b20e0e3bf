"""Where everything is: each page has one address in each language, for ever."""

from typing import Any

import pytest
from django.urls import NoReverseMatch, get_resolver, set_urlconf

from glossary import addresses, languages
from glossary.addresses import page_path, page_paths, plain_paths

PAGES = {
    "home": ("/en/", "/cy/"),
    "a-to-z": ("/en/a-to-z/", "/cy/a-i-y/"),
    "letter": ("/en/a-to-z/{}/", "/cy/a-i-y/{}/"),
    "topics": ("/en/topics/", "/cy/pynciau/"),
    "topic": ("/en/topics/{}/", "/cy/pynciau/{}/"),
    "entry": ("/en/terms/{}/", "/cy/termau/{}/"),
    "explain": ("/en/explain/", "/cy/egluro/"),
    "explain-words": ("/en/explain/words/", "/cy/egluro/words/"),
    "explain-longer": ("/en/explain/longer/", "/cy/egluro/longer/"),
    "check": ("/en/check/", "/cy/gwirio/"),
    "leaflet": ("/en/leaflet/", "/cy/taflen/"),
    "leaflet-pdf": ("/en/leaflet.pdf", "/cy/taflen.pdf"),
    "map": ("/en/map/", "/cy/map/"),
    "search": ("/en/search/", "/cy/chwilio/"),
    "sources": ("/en/sources/", "/cy/dogfennau/"),
    "source": ("/en/sources/{}/", "/cy/dogfennau/{}/"),
    "source-text": ("/en/sources/{}/text/", "/cy/dogfennau/{}/testun/"),
    "problems": ("/en/problems/", "/cy/problemau/"),
    "problem": ("/en/problems/{}/", "/cy/problemau/{}/"),
    "help": ("/en/help/", "/cy/cymorth/"),
    "hide-your-visit": ("/en/hide-your-visit/", "/cy/cuddio-eich-ymweliad/"),
    "about": ("/en/about/", "/cy/ynghylch/"),
    "accessibility": ("/en/accessibility/", "/cy/hygyrchedd/"),
    "privacy": ("/en/privacy/", "/cy/preifatrwydd/"),
    "api": ("/en/api/", "/cy/api/"),
    "changes": ("/en/changes/", "/cy/newidiadau/"),
    "suggest": ("/en/suggest/", "/cy/awgrymu/"),
    "suggest-thanks": ("/en/suggest/thanks/", "/cy/awgrymu/diolch/"),
    "feedback-thanks": ("/en/feedback/", "/cy/adborth/"),
    "feedback": ("/en/feedback/{}/", "/cy/adborth/{}/"),
}
ROUTES = [
    pattern
    for pattern in get_resolver("glossary.web.urls").url_patterns
    if str(pattern.name).partition("-")[0] in languages.codes()
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_its_address_in_each_language(page):
    parts = ["a-name"] * PAGES[page][0].count("{}")
    english, welsh = (path.format(*parts) for path in PAGES[page])

    assert page_paths(page, *parts) == {"en": english, "cy": welsh}
    assert page_path("cy", page, *parts) == welsh
    assert addresses.route_of(english, None) == addresses.route_of(welsh, None) == page


def test_every_route_of_a_language_is_here():
    assert {str(route.name).partition("-")[2] for route in ROUTES} == set(PAGES)
    assert len(ROUTES) == 2 * len(PAGES)


def test_what_needs_a_name_has_no_plain_path():
    plain = {page: path for page, path in PAGES.items() if "{}" not in path[0]}

    assert plain_paths("en") == {page: path[0] for page, path in plain.items()}
    assert next(iter(plain_paths("cy"))) == "home"
    with pytest.raises(NoReverseMatch):
        page_path("en", "topic")


@pytest.mark.parametrize("code", languages.codes())
def test_no_language_has_a_word_for_an_address_that_is_none(settings, code):
    desk: Any = get_resolver(settings.DESK_URLCONF).reverse_dict
    paths = [path for path, _welsh in PAGES.values()]
    paths += [desk[name][0][0][0] for name in desk if str(name).startswith("en-desk-")]
    used = {word.partition(".")[0] for path in paths for word in path.split("/")}

    assert set(languages.get(code).path_words) <= used


def test_a_query_is_the_same_in_each_language():
    assert page_paths("search", query="q=a%20b") == {
        "en": "/en/search/?q=a%20b",
        "cy": "/cy/chwilio/?q=a%20b",
    }


@pytest.mark.parametrize(
    ("lang", "letter", "path"),
    [
        pytest.param("cy", "ll", "/cy/a-i-y/ll/", id="two-signs"),
        pytest.param("en", "é", "/en/a-to-z/%C3%A9/", id="with-an-accent"),
        pytest.param("en", "", "/en/a-to-z/0-9/", id="figures"),
    ],
)
def test_a_letter_has_a_list(lang, letter, path):
    assert addresses.letter_path(lang, letter) == path


@pytest.mark.parametrize(
    ("codes", "lang", "path"),
    [
        pytest.param(["4deon4"], "", "/t/4deon4", id="an-entry"),
        pytest.param(["4deon4"], "cy", "/t/4deon4/cy", id="in-a-language"),
        pytest.param(["4deon4", "k5v2xq"], "cy", "/t/4deon4-k5v2xq/cy", id="leaflet"),
        pytest.param([], "", "/t/", id="what-all-begin-with"),
    ],
)
def test_an_address_for_paper_is_short(codes, lang, path):
    assert addresses.short_path(codes, lang) == path


@pytest.mark.parametrize(
    ("lang", "page", "path"),
    [
        pytest.param("en", "home", "/desk/en/", id="home"),
        pytest.param("en", "sign-in", "/desk/en/sign-in/", id="english"),
        pytest.param("cy", "sign-in", "/desk/cy/mewngofnodi/", id="welsh"),
    ],
)
def test_the_desk_has_its_addresses_too(lang, page, path):
    assert addresses.desk_path(lang, page) == path


def test_the_api_is_where_its_routes_are():
    assert addresses.api_path("root") == "/api/v1/"
    assert addresses.api_path("history", "a-name") == "/api/v1/entries/a-name/history/"
    assert addresses.route_of("/api/v1/lookup/", None) == "api:lookup"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/api/v1/entries/", True),
        ("/api/v2/", True),
        ("/api", True),
        ("/apis/", False),
        ("/en/api/", False),
        ("/", False),
    ],
)
def test_it_is_known_who_is_answered_at_a_path(path, expected):
    assert addresses.is_for_apps(path) is expected


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("/cy/unman/", "cy"),
        ("/cy", "cy"),
        ("//en/", "en"),
        ("/fr/", None),
        ("/cymru/", None),
        ("/", None),
    ],
)
def test_the_language_of_a_path_is_known_also_where_it_leads_nowhere(path, lang):
    assert addresses.language_of(path) == lang


def test_a_path_that_leads_nowhere_has_no_route():
    assert addresses.route_of("/t", None) == "nowhere"
    assert addresses.route_of("", None) == ""


def test_paths_are_those_of_the_public_site_whatever_site_asks():
    addresses.plain_paths.cache_clear()
    set_urlconf("glossary.api.urls")

    found = plain_paths("cy")["help"]

    set_urlconf(None)
    assert found == page_path("cy", "help") == "/cy/cymorth/"


def test_the_paths_of_other_settings_are_not_those_of_these(settings):
    assert page_path("en", "help") == "/en/help/"

    settings.ROOT_URLCONF = "glossary.api.urls"

    with pytest.raises(NoReverseMatch):
        page_path("en", "help")
    assert plain_paths("en") == {}
