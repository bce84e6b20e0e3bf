"""Every link leads where it says, and every button does something.

Ways that are alike, in the same words to the same kind of place, are tried once. A page
is what a link said if it answers, in the language that was promised, and has a word of
the link in it: in its title, or in its main part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.browser.places import LANGUAGES, PLACES
from tests.browser.waiting import wait_until
from tests.web.html import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import APIResponse, Locator, Page

pytestmark = pytest.mark.browser

WORDS = {
    "en": "The chief constable has a problem profile. A strategy discussion was held.",
    "cy": "Mae gan y prif gwnstabl broffil problem. Bu cyfarfod strategaeth.",
}
FAULTY = {"en": "It is a polise profile.", "cy": "Mae'r polise yma."}
# Links that their page calls something else.
OTHERWISE = {
    "Home": "Plain Words",
    "Hafan": "Geiriau Plaen",
    "All kinds of failure": "problems",
    "Pob math o fethiant": "problemau",
}
BOXES = {"explain": WORDS, "check": FAULTY}

both = pytest.mark.parametrize("lang", LANGUAGES)
with_and_without = pytest.mark.parametrize(
    "scripts", [True, False], ids=["with-scripts", "without"]
)

LINKS = """() => [...document.querySelectorAll("a[href]")].map((one) => ({
    href: new URL(one.getAttribute("href"), document.baseURI).href,
    words: (one.textContent.trim() || one.getAttribute("aria-label") || "")
        .replace(/\\s+/g, " "),
    lang: one.hreflang || document.documentElement.lang,
}))"""
STATE = """() => JSON.stringify([
    location.href, document.title, document.activeElement?.id,
    document.querySelector("main")?.innerText, window.scrollY,
    document.querySelectorAll(":popover-open").length, window.printed ?? 0,
    document.querySelector("#text")?.value, document.querySelectorAll("[open]").length,
])"""


class Link(NamedTuple):
    """A link of a page: where it leads, and in which words."""

    href: str
    words: str
    lang: str

    @property
    def kind(self) -> tuple[str, str]:
        """What is alike in links that are alike: one entry is as good as another."""
        place = urlsplit(self.href)
        parts = place.path.split("/")
        if len(parts) > 4:
            return "/".join(parts[:3]), ""
        query = "&".join(part.split("=")[0] for part in place.query.split("&"))
        return f"{place.path}?{query}", "" if "t=" in place.query else self.words


def links_of(page: Page, address: str) -> Iterator[Link]:
    """Yield the links to other pages of this site."""
    here = page.url.partition("#")[0]
    for row in page.evaluate(LINKS):
        link = Link(**row)
        place = link.href.partition("#")[0]
        if place.startswith(f"{address}/") and place != here:
            yield link


def wrong(link: Link, answer: APIResponse, address: str) -> str:
    """Say what is wrong with where a link led; nothing if all is well."""
    if answer.status >= 400:
        return f"answers {answer.status}"
    if "text/html" not in answer.headers["content-type"]:
        return ""
    page = read(answer.text())
    if not page.every("h1")[0].text:
        return "has no heading"
    if page.one("html").lang != link.lang and "/t/" not in link.href:
        return f"is in {page.one('html').lang}"
    title = page.every("title")[0].text
    text = f"{title} {page.one('main').text}".casefold()
    is_name = link.words in {"English", "Cymraeg"} or link.words.startswith(address)
    words = OTHERWISE.get(link.words, link.words)
    if is_name or any(part in text for part in parts_of(words)):
        return ""
    return "has no word of it"


def parts_of(words: str) -> Iterator[str]:
    """Yield the part of each word that stays the same when it changes its ends."""
    for word in re.findall(r"\w+", words.casefold()):
        yield word[1:6] if len(word) > 4 else word


def put_in(page: Page, word: str, lang: str) -> None:
    """Give a text to the page ``word`` and wait for what it says of it."""
    page.fill("#text", BOXES[word][lang])
    page.locator("form.ask p > button[type=submit]").first.click()
    page.wait_for_selector("main .given")


@both
@with_and_without
def test_every_link_leads_where_it_says(visit, lang, scripts):
    reader = visit(java_script_enabled=scripts)
    found: dict[tuple[str, str], tuple[str, Link]] = {}
    for name, place in PLACES.items():
        page = reader.open(getattr(place, lang), place.status)
        if name in BOXES:
            put_in(page, name, lang)
        for link in links_of(page, reader.address):
            found.setdefault(link.kind, (name, link))

    faults = [
        (name, link, fault)
        for name, link in found.values()
        if (fault := wrong(link, page.request.get(link.href), reader.address))
    ]

    assert faults == []
    assert len(found) > 40


def buttons_of(page: Page) -> Iterator[tuple[str, Locator]]:
    """Yield the buttons that can be seen, with what they are called."""
    for button in page.locator("button:visible, summary:visible").all():
        yield called(button.text_content() or ""), button


def called(words: str) -> str:
    """Return the beginning of what a button is called: the end may be a name."""
    return " ".join(words.split())[:24]


def has_others(page: Page, path: str, seen: set[str]) -> bool:
    """Tell quickly whether a page has buttons that no page before had."""
    whole = read(page.request.get(path).text())
    buttons = [*whole.every("button"), *whole.every("summary")]
    return any(called(one.text) not in seen for one in buttons)


def press(page: Page, button: Locator, words: str) -> str:
    """Press a button with words in every field; say what is wrong, if anything."""
    for field in page.locator("input[type=search]:visible").all():
        field.fill("profile" if "/en/" in page.url else "profil")
    for field in page.locator("input[name=word]:visible").all():
        field.fill("MASH")
        page.locator(".pick input").first.check()
    statuses: list[int] = []
    page.on("response", lambda one: statuses.append(one.status))
    before = page.evaluate(STATE)
    button.click()
    try:
        wait_until(page, f"before => ({STATE})() !== before", before)
    except AssertionError:
        return f"{words}: nothing happens"
    page.wait_for_load_state()
    # Too many answers in a minute come from one place here: it says so, as it should.
    bad = [status for status in statuses if status >= 400 and status != 429]
    return f"{words}: {bad}" if bad else ""


@both
@with_and_without
def test_every_button_does_something_good(visit, lang, scripts):
    reader = visit(java_script_enabled=scripts)
    reader.context.add_init_script("window.print = () => { window.printed = 1; }")
    reader.context.set_default_timeout(4000)
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen: set[str] = set()
    faults = []

    def come_back(name):
        page = reader.open(getattr(PLACES[name], lang), PLACES[name].status)
        if name in BOXES:
            put_in(page, name, lang)
        return page

    for name, place in PLACES.items():
        path = getattr(place, lang)
        if name not in BOXES and not has_others(reader.page, path, seen):
            continue
        page = come_back(name)
        names = [words for words, _ in buttons_of(page)]
        for index, words in enumerate(names):
            if words in seen:
                continue
            seen.add(words)
            button = [one for _, one in buttons_of(page)][index]
            faults.append((name, press(page, button, words)))
            page = come_back(name)

    assert [(name, fault) for name, fault in faults if fault] == []
    assert len(seen) >= (15 if scripts else 10)
