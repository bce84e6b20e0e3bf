"""What holds of every page: safety, language, partners, and what it is made of."""

import re
from itertools import pairwise

import pytest

from glossary.document import short_code
from tests.web.html import read

pytestmark = pytest.mark.django_db

GROOMING, HMICFRS = map(short_code, ("grooming", "hmicfrs"))
PAIRS = {
    "home": ("/en/", "/cy/"),
    "a-to-z": ("/en/a-to-z/", "/cy/a-i-y/"),
    "letter": ("/en/a-to-z/c/", "/cy/a-i-y/c/"),
    "letter-without-entries": ("/en/a-to-z/x/", ""),
    "letter-of-one-language": ("", "/cy/a-i-y/dd/"),
    "topics": ("/en/topics/", "/cy/pynciau/"),
    "topic": ("/en/topics/police-data/", "/cy/pynciau/police-data/"),
    "search": ("/en/search/", "/cy/chwilio/"),
    "results": ("/en/search/?q=profil", "/cy/chwilio/?q=profil"),
    "no-results": ("/en/search/?q=zzzzqqqq", "/cy/chwilio/?q=zzzzqqqq"),
    "entry": ("/en/terms/problem-profile/", "/cy/termau/proffil-problem/"),
    "entry-with-notice": ("/en/terms/child-sexual-exploitation/", ""),
    "documents": ("/en/sources/", "/cy/dogfennau/"),
    "document": ("/en/sources/hmicfrs-2023/", "/cy/dogfennau/hmicfrs-2023/"),
    "problems": ("/en/problems/", "/cy/problemau/"),
    "problem": ("/en/problems/not-found/", "/cy/problemau/not-found/"),
    "map": ("/en/map/", "/cy/map/"),
    "explain": ("/en/explain/", "/cy/egluro/"),
    "explain-example": ("/en/explain/?example=1", "/cy/egluro/?example=1"),
    "check": ("/en/check/", "/cy/gwirio/"),
    "suggest": ("/en/suggest/", "/cy/awgrymu/"),
    "changes": ("/en/changes/", "/cy/newidiadau/"),
    "no-leaflet": ("/en/leaflet/", "/cy/taflen/"),
    "leaflet": (
        f"/en/leaflet/?t={GROOMING},{HMICFRS}",
        f"/cy/taflen/?t={GROOMING},{HMICFRS}",
    ),
    "leaflet-in-both": (
        f"/en/leaflet/?t={GROOMING}&both=1&large=1&more=1&codes=1",
        f"/cy/taflen/?t={GROOMING}&both=1&large=1&more=1&codes=1",
    ),
    "leaflet-choice": (
        f"/en/leaflet/?t={GROOMING}&choose=1",
        f"/cy/taflen/?t={GROOMING}&choose=1",
    ),
    "help": ("/en/help/", "/cy/cymorth/"),
    "help-in-welsh": ("/en/help/?speaks=cy", "/cy/cymorth/?speaks=cy"),
}
ALPHABET = {"/en/a-to-z/x/": "/en/a-to-z/", "/cy/a-i-y/dd/": "/cy/a-i-y/"}
FOUND = [
    pytest.param(path, id=f"{name}-{path[1:3]}")
    for name, pair in PAIRS.items()
    for path in pair
    if path
]
BOXES = ("explain", "check", "suggest")
QUESTIONS = [row for row in FOUND if not str(row.id).startswith(BOXES)]
REFUSED = [
    pytest.param("/en/nowhere/", 404, id="not-found-en"),
    pytest.param("/cy/unman/", 404, id="not-found-cy"),
    pytest.param("/en/search/?q=%FF", 400, id="bad-query-en"),
    pytest.param("/cy/chwilio/?q=%00", 400, id="bad-query-cy"),
]
AFTERWARDS = [
    pytest.param("/en/feedback/grooming/", 200, id="feedback-en"),
    pytest.param("/cy/adborth/grooming/", 200, id="feedback-cy"),
    pytest.param("/en/feedback/", 200, id="thanks-en"),
    pytest.param("/cy/adborth/", 200, id="thanks-cy"),
    pytest.param("/en/suggest/thanks/", 200, id="suggest-thanks-en"),
    pytest.param("/cy/awgrymu/diolch/", 200, id="suggest-thanks-cy"),
]
EVERY = [pytest.param(*row.values, 200, id=row.id) for row in FOUND]
EVERY += [*AFTERWARDS, *REFUSED]


@pytest.fixture(scope="module")
def known(starter_glossary):
    """Every page of the starter glossary that was asked for, once for all tests."""
    return {}


@pytest.fixture
def get(known, site):
    """Ask for a page, or remember what was answered."""

    def ask(path):
        # The index is built anew for each test, so asking again would be slow.
        if path not in known:
            known[path] = site.get(path)
        return known[path]

    return ask


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_an_answer_is_safe_to_be_seen_with(get, path, status):
    answer = get(path)

    assert answer.status == status
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_a_page_says_its_language(get, path, status):
    answer = get(path)
    lang = path[1:3]

    assert answer.headers["content-language"] == lang
    assert read(answer.text).one("html").get("lang") == lang


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_a_page_needs_nothing_from_elsewhere(get, path, status):
    page = read(get(path).text)

    loaded = [one.get("src") for one in page.every("script")]
    loaded += [one.get("href") for one in page.every("link", rel="stylesheet")]
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    assert not any(one.text for one in page.every("script"))
    assert not page.every("style")
    assert not any("style" in one.attributes for one in page.every())
    assert not any(
        name.startswith("on") for one in page.every() for name in one.attributes
    )


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_the_exit_is_a_plain_link_in_two_places(get, path, status):
    page = read(get(path).text)

    links = [one for one in page.every("a") if "data-exit" in one.attributes]

    assert [one.get("href") for one in links] == ["https://exit.example/"] * 2
    assert {one.get("rel") for one in links} == {"nofollow noreferrer"}
    assert links[0].parent is not None
    assert links[0].parent.tag == "nav"
    assert links[1].get("class") == "exit"


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_links_to_other_sites_stay_in_the_tab_and_say_nothing(get, path, status):
    page = read(get(path).text)

    for link in page.every("a"):
        assert not link.get("target")
        if link.get("href").startswith("http") and link.get("class") != "address":
            assert "noreferrer" in link.get("rel").split()


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_help_and_hiding_are_one_link_away(get, path, status):
    page = read(get(path).text)
    help_page, hiding = {
        "en": ("/en/help/", "/en/hide-your-visit/"),
        "cy": ("/cy/cymorth/", "/cy/cuddio-eich-ymweliad/"),
    }[path[1:3]]

    footer = page.one("footer")
    assert footer.every("a", href=help_page)
    assert footer.every("a", href=hiding)
    assert page.one("nav", class_="menu").every("a", href=help_page)


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_a_page_has_one_heading_and_no_level_left_out(get, path, status):
    page = read(get(path).text)

    levels = [
        int(one.tag[1]) for one in page.every() if re.fullmatch("h[1-6]", one.tag)
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = pairwise(levels)
    assert all(after - before <= 1 for before, after in steps)


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_no_id_is_there_twice_and_none_is_missing(get, path, status):
    page = read(get(path).text)
    ids = [one.get("id") for one in page.every() if one.get("id")]

    assert len(ids) == len(set(ids))
    for name in ("for", "aria-labelledby", "aria-describedby"):
        named = [word for one in page.every() for word in one.get(name).split()]
        assert set(named) <= set(ids)
    anchors = {
        one.get("href")[1:] for one in page.every("a") if one.get("href")[:1] == "#"
    }
    assert anchors <= set(ids)


@pytest.mark.parametrize("path", FOUND)
def test_the_toggle_leads_to_the_partner_and_back(get, path):
    here = read(get(path).text).one("nav", class_="tongues")
    (away,) = here.every("a")
    assert away.text in {"English", "Cymraeg"}
    assert away.get("lang") == away.get("hreflang") == away.get("href")[1:3]

    there = get(away.get("href"))

    assert there.status == 200
    (back,) = read(there.text).one("nav", class_="tongues").every("a")
    # A letter that the other language lacks has the whole alphabet for a partner.
    assert back.get("href") == (ALPHABET.get(path, path))


@pytest.mark.parametrize("path", FOUND)
def test_robots_are_told_of_the_partner(get, path):
    page = read(get(path).text)
    if "?" in path:
        assert page.one("meta", name="robots").get("content").startswith("noindex")
        return

    links = {
        one.get("hreflang"): one.get("href")
        for one in page.every("link", rel="alternate")
    }

    assert page.one("link", rel="canonical").get("href") == f"http://testserver{path}"
    assert links[path[1:3]] == f"http://testserver{path}"
    assert links["x-default"] == links["en"]


@pytest.mark.parametrize("path", FOUND)
def test_head_is_get_without_a_body(site, get, path):
    full, head = get(path), site.head(path)

    assert head.status == 200
    assert head.raw == b""
    assert head.headers == full.headers


@pytest.mark.parametrize("path", FOUND)
def test_a_second_reader_gets_the_same(site, get, path):
    assert site.get(path).text == get(path).text


@pytest.mark.parametrize("path", FOUND)
def test_parameters_that_a_page_does_not_know_change_nothing(get, path):
    more = f"{path}{'&' if '?' in path else '?'}utm=1"

    assert get(more).status == 200


@pytest.mark.parametrize("path", QUESTIONS)
def test_a_page_takes_nothing_but_questions(site, path):
    answer = site.post(path.split("?")[0])

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"
