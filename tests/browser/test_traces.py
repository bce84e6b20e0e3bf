"""A visit leaves nothing on the device and is told to nobody."""

import pytest

from tests.browser.places import ENTRY, HOME, LANGUAGES, PLACES
from tests.browser.server import EXIT_URL

pytestmark = pytest.mark.browser

both = pytest.mark.parametrize("lang", LANGUAGES)

STORED = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    name: window.name,
})"""
NOTHING = {
    "local": 0,
    "session": 0,
    "databases": 0,
    "caches": 0,
    "workers": 0,
    "cookies": "",
    "name": "",
}


@both
def test_nothing_is_stored_by_a_walk_through_the_whole_site(reader, lang):
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    for place in PLACES.values():
        page = reader.open(getattr(place, lang), place.status)
    page.goto({"en": "/en/terms/grooming/", "cy": ENTRY["cy"]}[lang])
    page.locator(".feedback button").first.click()
    page.wait_for_load_state()

    assert page.evaluate(STORED) == NOTHING
    assert reader.context.cookies() == []
    assert reader.context.storage_state() == {"cookies": [], "origins": []}
    assert len(asked) > len(PLACES)
    assert all(url.startswith(f"{reader.address}/") for url in asked)


@both
def test_nothing_is_stored_by_leaving(reader, lang):
    page = reader.open(ENTRY[lang])
    page.locator("a.exit").click()
    page.wait_for_url(EXIT_URL)

    page.goto(HOME[lang])

    assert page.evaluate(STORED) == NOTHING
    assert reader.context.cookies() == []


@both
def test_the_next_site_does_not_hear_where_somebody_came_from(reader, lang):
    page = reader.open(ENTRY[lang])

    with page.expect_request(EXIT_URL) as caught:
        page.locator("a.exit").click()

    assert "referer" not in caught.value.all_headers()


@both
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("abertawe zzqq", id="nothing-found"),
        pytest.param("profi", id="found"),
        pytest.param("a" * 201, id="too-long"),
    ],
)
def test_what_was_looked_up_is_in_no_title(reader, lang, words):
    page = reader.page
    page.goto({"en": "/en/search/", "cy": "/cy/chwilio/"}[lang] + f"?q={words}")

    assert words not in page.title()
    assert page.title().endswith({"en": "Plain Words", "cy": "Geiriau Plaen"}[lang])
