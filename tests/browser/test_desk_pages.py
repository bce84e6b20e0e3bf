"""Every page of the desk, full of work, in both languages: it can be used by everybody.

The pages are those of the URL table. Each is opened once, and looked at in every way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, NamedTuple

import pytest

from glossary import languages
from glossary.desk.routing import DOCUMENT, REVISION
from glossary.desk.urls import ROUTES
from tests.browser import server
from tests.browser.places import LANGUAGES
from tests.browser.reader import DESKTOP, PHONE, Reader
from tests.browser.test_accessibility_rules import AXE, EVERYTHING, RUN
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_large_text import CUT, LARGE_TEXT
from tests.browser.test_media import AMISS, HEADINGS
from tests.browser.test_small_screens import SIDEWAYS, SMALL
from tests.browser.test_valid_html import errors_in

pytestmark = pytest.mark.browser

PATIENCE = 60_000
"""Milliseconds: the pages are full, and the machine may have much else to do."""
SENT = {
    "passkey",
    "sign-out",
    "end-session",
    "end-others",
    "passkey-to-add",
    "rename-factor",
    "remove-factor",
    "recovery-codes",
    "allow",
    "invite",
    "one-person",
    "change-account",
    "issue-key",
    "revoke-key",
    "begin",
    "bring-up-to-date",
    "check-sheet",
    "take-sheet",
    "publish-now",
    "plan",
    "cancel-plan",
    "go-back",
    "confirm-erasure",
    "decline-erasure",
    "forget",
    "claim",
    "release",
    "letter",
    "sign-off",
    "begin-check",
    "submit",
    "take-back",
    "begin-from",
}
"""The routes to which something can only be sent."""
FILES = {"sheet", "record-file"}
AT_THE_DOOR = {"sign-in", "signed-out", "welcome"}
"""Where nobody is signed in yet, or any more."""
HALF_WAY = "second-step"
ASKED_AGAIN = "password"
"""A page before which somebody shows again who they are, when that was long ago."""
OF_TEXTS = {
    "document": (
        "full",
        "submitted",
        "planned",
        "withdrawn",
        "draft",
        "source",
        "review",
    ),
    "revision": ("full", "submitted", "public", "draft", "source"),
    "write": ("full", "topic", "source", "helpline"),
    "give-up": ("full", "abandoned"),
    "return": ("submitted", "draft"),
    "withdraw": ("public", "topic"),
    "restore": ("withdrawn",),
    "merge": ("full", "public"),
    "earlier": ("public", "full"),
    "history": ("public",),
    "erase": ("public", "abandoned"),
}
"""Of which texts a page is opened; else of the one that is full."""
QUERIES = {
    "new": ("?kind=entry", "?kind=source", "?kind=topic", "?kind=helpline"),
    "documents": ("?kind=source&q=police", "?q=zzzz"),
    "publish-check": ("?r={approved}", "?r={approved},{submitted}"),
    "record": ("?what=published", "?who=nobody"),
}
"""What else a page can be asked."""
LOOKS: Any = {"en": (PHONE, "light"), "cy": (DESKTOP, "dark")}
"""How pages are looked at for rules: the same page, each time otherwise."""
ON_PAPER = ".skips, .bar, .rooms, nav, button"

# Notes what has the focus, and how it is seen, before it goes on.
LISTEN = f"""() => {{
    const look = {FOCUS};
    const steps = window.steps = [];
    document.activeElement.blur();
    document.addEventListener("keydown", () => {{
        const one = document.activeElement;
        const isAround = one === steps[0] && one !== steps.at(-1);
        steps.over ||= isAround || (one === document.body && steps.length > 0);
        if (steps.over || one === document.body) return;
        steps.push(one);
        one.seen = look();
    }}, true);
}}"""
TO_REACH = """[...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility() && !one.disabled)"""
STOPS = f"""() => {TO_REACH}.map((one) => one.matches("[type=date], [type=time]") ? 5 : 1)
    .reduce((sum, one) => sum + one, 1)"""
WALKED = f"""() => {{
    const steps = window.steps;
    const once = steps.filter((one, at) => one !== steps[at - 1]);
    const all = [...document.querySelectorAll("*")];
    const places = once.map((one) => all.indexOf(one));
    const said = (these) => these.map((one) => one.outerHTML.slice(0, 100));
    const isOfReached = (one) => one.type === "radio" && once.some((other) =>
        other.type === "radio" && other.name === one.name && other.form === one.form);
    // Of a box for long texts a browser shows the line that is written.
    const isUnseen = (one) => one.matches("textarea") ? one.seen.hidden > 4
        : one.seen.hidden && one.getBoundingClientRect().height < innerHeight / 2;
    return {{
        missed: said({TO_REACH}.filter((one) => !once.includes(one) && !isOfReached(one))),
        disorder: said(once.filter((one, at) => places[at] < places[at - 1])),
        hidden: said(once.filter(isUnseen)),
        unmarked: said(once.filter((one) => !one.seen.outline)),
    }};
}}"""
NO_EDGE = """() => [...document.querySelectorAll("main :is(button, input, textarea, select)")]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
        const style = getComputedStyle(one);
        return !["checkbox", "radio", "file"].includes(one.type)
            && (style.borderTopStyle === "none"
                || style.borderTopColor === style.backgroundColor);
    }).map((one) => one.outerHTML.slice(0, 100))"""


class Place(NamedTuple):
    """A page: its route, and what of it is asked for."""

    route: str
    text: str = ""
    query: str = ""

    def path(self, lang: str, site: Any) -> str:
        """Return its address in a language."""
        words = languages.get(lang).path_words
        rest = site["numbers"].get(self.route, "")
        if self.text:
            rest = site["revisions"][self.text]
            route = next(one for one in ROUTES if one.name == self.route)
            if route.tail == DOCUMENT:
                rest = "/".join(rest.split("/")[:2]) + "/"
        known = {name: one.strip("/") for name, one in site["revisions"].items()}
        query = self.query.format(**known)
        return f"/desk/{lang}/{words.get(self.route, self.route)}/{rest}{query}"


def places() -> list[Place]:
    """Return every page of the URL table, of all texts on which it differs."""
    found = []
    for route in ROUTES:
        if route.name in {*SENT, *FILES, HALF_WAY}:
            continue
        texts = ("full",) if route.tail in {DOCUMENT, REVISION} else ("",)
        found += [Place(route.name, one) for one in OF_TEXTS.get(route.name, texts)]
        found += [Place(route.name, "", one) for one in QUERIES.get(route.name, ())]
    return found


EVERY = [
    pytest.param(place, lang, id="-".join(filter(None, (*place, lang))))
    for place in places()
    for lang in LANGUAGES
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of the demonstration, and where what is."""
    with server.demo_site(tmp_path_factory.mktemp("demo")) as (address, found):
        yield {"address": address, **found}


@pytest.fixture(scope="module")
def people(browser, site):
    """Somebody at the desk: now, long ago, or nobody; each always in the same tab."""
    taken = {}

    def take(who):
        if who not in taken:
            taken[who] = Reader(browser, site["address"], stays=True)
            taken[who].context.set_default_timeout(PATIENCE)
            taken[who].context.on("response", missing(taken[who]))
            session = site["sessions"].get(who)
            if session:
                cookie: Any = {
                    "name": "desk",
                    "value": session,
                    "path": "/desk/",
                    "domain": "127.0.0.1",
                }
                taken[who].context.add_cookies([cookie])
        return taken[who]

    yield take
    for reader in taken.values():
        reader.close()


def missing(reader):
    """Return what notes whatever a page lacks."""

    def note(response):
        if response.status >= 400 and not response.request.is_navigation_request():
            reader.faults.append(f"{response.status} {response.url}")

    return note


@pytest.fixture(scope="module")
def titles():
    """Return where each title was seen."""
    return defaultdict(set)


@pytest.fixture
def opened(people, site):
    """Open a page as new; in the end, nothing bad may have happened."""
    used = []

    def open_page(path, who="now", status=200):
        reader = people(who)
        used.append(reader)
        reader.faults.clear()
        page = reader.page
        page.set_viewport_size(PHONE)
        page.emulate_media(media="null", forced_colors="none", color_scheme="light")
        answer = page.goto(path)
        assert answer.status == status, path
        assert answer.url == site["address"] + path
        return page, answer.text()

    yield open_page
    assert [fault for reader in used for fault in reader.faults] == []


def look_at(page, text, lang):
    """Return all that is amiss with a page that was just opened."""
    found = {"valid": errors_in(text), "rules": broken(page, *LOOKS[lang])}
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    found |= walk(page)
    found["small"] = page.evaluate(SMALL, 24)
    page.set_viewport_size({"width": 320, "height": 640})
    found["narrow"] = page.evaluate(SIDEWAYS)
    found |= printed(page)
    page.emulate_media(media="null", forced_colors="active")
    found["edges"] = page.evaluate(NO_EDGE)
    page.emulate_media(forced_colors="none")
    page.evaluate(LARGE_TEXT)
    page.set_viewport_size(PHONE)
    found["cut"] = page.evaluate(CUT)
    page.set_viewport_size({"width": 1200, "height": 900})
    found["large"] = page.evaluate(SIDEWAYS)
    return [f"{what}: {one}" for what, all_of_it in found.items() for one in all_of_it]


def broken(page, size, scheme):
    """Return the rules that a page breaks, with all of it unfolded."""
    # What lies over other fields would be in the way.
    page.locator(".live").evaluate_all("all => all.forEach(one => one.hidden = true)")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(AXE)
    return page.evaluate(RUN, EVERYTHING)


def printed(page):
    """Return what is on paper and of no use there, and headings over nothing."""
    headings = page.evaluate_handle(HEADINGS)
    page.emulate_media(media="print")
    useless = page.locator(ON_PAPER).locator("visible=true").all()
    return {
        "on paper": [
            one.evaluate("one => one.outerHTML.slice(0, 100)") for one in useless
        ],
        "headings on paper": page.evaluate(AMISS, headings),
    }


def walk(page):
    """Go through a page by keyboard; return what could not be reached or seen."""
    page.evaluate("window.scrollTo(0, 0)")
    stops = page.evaluate(STOPS)
    page.evaluate(LISTEN)
    for _ in range(stops):
        page.keyboard.press("Tab")
    return page.evaluate(WALKED)


@pytest.mark.parametrize(("place", "lang"), EVERY)
def test_everybody_can_use_every_page(opened, site, titles, place, lang):
    who = "nobody" if place.route in AT_THE_DOOR else "now"
    path = place.path(lang, site)
    page, text = opened(path, who)
    titles[lang, page.title()].add(path.partition("?")[0])

    assert "\n".join(look_at(page, text, lang)) == ""
    assert titles[lang, page.title()] == {path.partition("?")[0]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_so_they_can_the_page_that_asks_who_it_is(opened, site, lang):
    path = Place(ASKED_AGAIN).path(lang, site)
    page, text = opened(path, "long", 403)

    assert "\n".join(look_at(page, text, lang)) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_so_they_can_the_second_step(opened, site, lang):
    page, _ = opened(Place("sign-in").path(lang, site), "half-way")
    page.locator("#username").fill("demo-of-everything")
    page.locator("#password").fill(site["password"])
    page.locator("#password").press("Enter")
    page.wait_for_url(f"**{Place(HALF_WAY).path(lang, site)}")
    text = page.context.request.get(page.url).text()

    assert "\n".join(look_at(page, text, lang)) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_other_address_gives_a_file_or_is_only_sent_to(people, site, lang):
    ask = people("now").context.request

    answers = {
        route.name: ask.get(Place(route.name).path(lang, site) + filled(route.tail))
        for route in ROUTES
        if route.name in SENT | FILES
    }

    assert {name for name, one in answers.items() if one.status == 405} == SENT
    files = [answers[name] for name in FILES]
    assert all("attachment" in one.headers["content-disposition"] for one in files)


def filled(tail):
    """Return the end of an address, with something in each of its parts."""
    return re.sub("<[^>]*>", "1", tail)
