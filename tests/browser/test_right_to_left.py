"""A language whose lines go from right to left: nothing overlaps, nothing is cut off."""

from __future__ import annotations

import pytest

from tests.browser.reader import DESKTOP, PHONE, Reader
from tests.browser.server import hebrew_site

pytestmark = pytest.mark.browser

TERMS = "/he/%D7%9E%D7%95%D7%A0%D7%97%D7%99%D7%9D"
PAGES = {
    "home": "/he/",
    "a-to-z": "/he/%D7%90-%D7%AA/",
    "letter": "/he/%D7%90-%D7%AA/%D7%91/",
    "topics": "/he/topics/",
    "topic": "/he/topics/police-data/",
    "results": "/he/%D7%97%D7%99%D7%A4%D7%95%D7%A9/?q=%D7%91%D7%99%D7%AA",
    "entry": f"{TERMS}/%D7%91%D7%99%D7%AA/",
    "entry-without-an-address": f"{TERMS}/city-guard/",
    "entry-in-english-only": f"{TERMS}/grooming/",
    "documents": "/he/sources/",
    "document-text": "/he/sources/report-2023/text/",
    "explain": "/he/explain/?example=1",
    "check": "/he/check/",
    "leaflet-start": "/he/leaflet/",
    "leaflet": "/he/leaflet/?t=house,city-guard,grooming&both=1&codes=1&more=1",
    "map": "/he/map/",
    "help": "/he/help/",
    "about": "/he/about/",
    "api": "/he/api/",
    "suggest": "/he/suggest/",
    "changes": "/he/changes/",
    "english-entry": "/en/terms/house/",
}

# Texts that stand in one another's place, and what is outside of the screen.
OVERLAPPING = """() => {
    const APART = ".hidden, .skips, .bar, .ticks-done, .masthead label"; // stay in view
    const seen = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { parentElement: parent, textContent: words } = walk.currentNode;
        const isSeen = parent.checkVisibility({ visibilityProperty: true });
        if (!words.trim() || !isSeen || parent.closest(APART)) continue;
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        for (const box of range.getClientRects()) seen.push({ box, words: words.trim() });
    }
    const meet = (one, other) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6;
    const found = [];
    seen.forEach((one, index) => {
        for (const other of seen.slice(index + 1)) {
            if (meet(one.box, other.box)) found.push([one.words, other.words]);
        }
    });
    return found.slice(0, 5);
}"""
OUTSIDE = """() => {
    const width = document.scrollingElement.clientWidth;
    return [...document.body.querySelectorAll("*")]
        .filter((one) => one.checkVisibility() && !one.closest(".hidden, .skips, pre"))
        .filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return left < -1 || right > width + 1;
        })
        .map((one) => one.outerHTML.slice(0, 80));
}"""


@pytest.fixture(scope="module")
def hebrew(browser, tmp_path_factory):
    """Open a page of a site that has Hebrew as well."""
    readers = {}
    with hebrew_site(tmp_path_factory.mktemp("hebrew")) as address:

        def open_page(path, viewport):
            width = viewport["width"]
            if width not in readers:
                readers[width] = Reader(browser, address, viewport=viewport)
            return readers[width].open(path)

        yield open_page
        for reader in readers.values():
            reader.close()
            assert reader.faults == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_overlaps_and_nothing_is_outside(hebrew, path, viewport):
    page = hebrew(path, viewport)

    assert page.evaluate(OVERLAPPING) == []
    assert page.evaluate(OUTSIDE) == []
