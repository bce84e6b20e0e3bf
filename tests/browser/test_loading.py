"""A page is light, stands still, and needs one more trip only."""

from urllib.parse import urlsplit

import pytest

from tests.browser.places import ENTRY, LANGUAGES, PLACES, some
from tests.browser.reader import DESKTOP, PHONE
from tests.browser.server import ROOT

pytestmark = pytest.mark.browser

LIMIT = 25_000
SHIFTS = """() => new Promise((done) => {
    const found = [];
    new PerformanceObserver((list) => found.push(...list.getEntries()))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(found.reduce((sum, one) => sum + one.value, 0)), 300);
})"""
# Which resources asked for others: all are named by the page itself.
NAMED = """() => performance.getEntriesByType("resource").map((one) => one.name)"""


def weigh(page, path) -> dict[str, int]:
    """Return how many bytes came over the network, for each path."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    paths, sizes = {}, {}
    session.on(
        "Network.responseReceived",
        lambda event: paths.update(
            {event["requestId"]: urlsplit(event["response"]["url"]).path}
        ),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(path, wait_until="networkidle")
    return {paths[one]: int(size) for one, size in sizes.items()}


@pytest.mark.parametrize(
    ("path", "status"),
    some("home", "entry", "entry-with-notice", "help", "a-to-z", "not-found"),
)
def test_a_page_weighs_little(reader, path, status):
    weights = weigh(reader.page, path)

    assert path in weights
    assert any(name.endswith(".css") for name in weights)
    assert sum(weights.values()) < LIMIT, weights


def test_every_stylesheet_is_under_25_kb_as_it_is_written():
    sizes = {
        file.name: len(file.read_bytes())
        for file in (ROOT / "glossary/static/glossary").glob("*.css")
    }

    assert "site.css" in sizes
    assert max(sizes.values()) < LIMIT, sizes


def test_the_stylesheet_for_paper_is_for_paper_only_and_small():
    folder = ROOT / "glossary/static/glossary"

    assert "@media print" not in (folder / "site.css").read_text()
    assert len((folder / "print.css").read_bytes()) < LIMIT / 3


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_moves_while_pages_come(visit, size, lang):
    reader = visit(viewport=size)

    moved = {}
    for name, place in PLACES.items():
        page = reader.open(getattr(place, lang), place.status)
        moved[name] = page.evaluate(SHIFTS)

    assert moved == dict.fromkeys(PLACES, 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_a_page_needs_is_named_in_it(reader, lang):
    page = reader.open(ENTRY[lang])

    needed = page.evaluate(NAMED)

    html = page.request.get(ENTRY[lang]).text()
    assert needed
    assert all(urlsplit(name).path in html for name in needed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_are_kept_for_a_day_and_pages_are_not(reader, lang):
    answers = {}
    reader.context.on(
        "response", lambda one: answers.update({urlsplit(one.url).path: one})
    )
    reader.open(ENTRY[lang])

    kept = {path: one.headers["cache-control"] for path, one in answers.items()}

    assert kept.pop(ENTRY[lang]) == "no-store"
    assert kept
    assert set(kept.values()) == {"max-age=86400, public"}
    assert all(answers[path].headers["etag"] for path in kept)


@pytest.mark.parametrize("path", ["/en/explain/", "/cy/egluro/"])
def test_room_that_the_note_keeps_parts_nothing_in_it(reader, path):
    page = reader.open(path)

    assert page.locator("#kept > .told:last-child").is_visible()
