"""The whole road of a text, by nothing but pages and a keyboard.

From a name and its source to what readers see, and back: written, returned, signed off,
published, withdrawn, brought back, erased; by as many people as it takes.
"""

from __future__ import annotations

import time
from typing import NamedTuple

import pytest

from tests.browser import server
from tests.browser.authenticator import give_authenticator
from tests.browser.reader import Reader
from tests.browser.road import PASSWORD, Worker

pytestmark = pytest.mark.browser

ACTS = {
    "writer": ("write_en", "write_cy"),
    "editor": ("sign_off_editor", "erase"),
    "welsh": ("sign_off_welsh",),
    "publisher": ("publish", "withdraw", "erase"),
}
SOURCE = "hmicfrs-2023"
SOON = 20.0  # seconds, on a machine that has much else to do


class Word(NamedTuple):
    """What is written about."""

    key: str
    en: str
    cy: str


MILL = Word("quern-pledge", "quern pledge", "addewid breuan")
LOOM = Word("heddle-vow", "heddle vow", "llw brwyd")
OVEN = Word("kiln-oath", "kiln oath", "adduned odyn")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the site keeps its files."""
    return tmp_path_factory.mktemp("road")


@pytest.fixture(scope="module")
def site(folder):
    """The address of a site where who publishes has a second factor."""
    with server.guarded_site(folder, "publish") as address:
        for name, acts in ACTS.items():
            server.add_account(folder, name, PASSWORD, *acts)
        yield address


@pytest.fixture(scope="module")
def publisher(local_browser, site):
    """Whoever publishes, with a passkey that their browser has, and codes on paper."""
    worker = Worker(local_browser, site, "publisher", "en")
    give_authenticator(worker.page)
    worker.sign_in()
    worker.follow("add-passkey")
    worker.page.locator("#name").fill("my computer")
    with worker.page.expect_navigation():
        worker.page.locator("[data-passkey] button").press("Enter")
    worker.codes = worker.page.locator(".desk-codes code").all_inner_texts()
    yield worker
    worker.close()


@pytest.fixture
def cast(local_browser, site, publisher):
    """Return everybody else, with one who publishes; nothing bad may happen to them."""
    everybody = [publisher]

    def come(lang, **options):
        everybody.extend(
            Worker(local_browser, site, name, lang, **options)
            for name in ACTS
            if name != "publisher" or options
        )
        publisher.lang = lang
        publisher.refused.clear()
        return {one.name: one for one in everybody}

    yield come
    faults = [fault for one in everybody for fault in one.faults]
    publisher.faults.clear()
    for one in everybody[1:]:
        one.close()
    assert faults == []


@pytest.fixture
def stranger(local_browser, site):
    """Somebody who reads, and has never been here."""
    reader = Reader(local_browser, site, stays=True)
    yield reader
    assert reader.context.cookies() == []
    assert reader.faults == []
    reader.close()


def field(place):
    return f'[id="{place}"]'


def write_new(writer, word):
    """Begin an entry from its name and a source, write it in both languages, submit."""
    writer.sign_in()
    writer.follow("new", inside=".rooms")
    writer.press("main a[href='?kind=entry']")
    writer.type("#name", word.en)
    writer.choose("#lang", "en")
    writer.type("#source", SOURCE)
    writer.press(".writing [type=submit]")
    writer.choose(field("/kind"), "concept")
    writer.choose(field("/topics-1"), "police-work")
    writer.tick("/applies_in", "wales")
    writer.type(field("/as_at"), "2026-11-01")
    writer.press('button[value="add:/languages/cy/terms"]')
    writer.type(field("/languages/cy/terms/0/text"), word.cy)
    writer.choose(field("/languages/cy/terms/0/type"), "full-form")
    writer.choose(field("/languages/cy/terms/0/status"), "preferred")
    writer.type(field("/languages/en/short"), f"A {word.en} is a promise.")
    writer.type(field("/languages/cy/short"), f"Addewid yw {word.cy}.")
    writer.type(field("/citations/0/lang"), "en")
    writer.type(field("/review/checked_on"), "2026-11-01")
    writer.type(field("/review/check_due"), "2027-11-01")
    writer.press('button[value="save"] >> nth=0')
    see_both(writer, word)
    writer.press('button[value="submit"]')


def see_both(writer, word):
    """See the page as readers would, in both languages."""
    with writer.context.expect_page() as opened:
        writer.page.locator("button[formtarget]").press("Enter")
    preview = opened.value
    preview.locator("h1").wait_for()
    seen = [preview.locator("h1").inner_text()]
    with preview.expect_navigation():
        preview.locator(".tongues :is(a, button)").press("Enter")
    seen.append(preview.locator("h1").inner_text())
    preview.close()
    assert sorted(seen) == sorted([word.en, word.cy])


def return_with_remark(editor, word):
    """Find it in the queue, take it, read what changes, and send it back."""
    editor.sign_in()
    editor.follow("to-review")
    editor.send("claim", f"entry/{word.key}/")
    assert editor.page.locator(f'form[action*="{word.key}"]').count() == 1
    editor.follow("document", f"entry/{word.key}/")
    editor.follow("revision")
    came = " ".join(editor.page.locator("ins").all_inner_texts())
    assert f"A {word.en} is a promise." in came
    assert f"Addewid yw {word.cy}." in came
    editor.follow("return")
    editor.choose("#reason-1", "hard-to-read")
    editor.choose("#place-1", "/languages/en/short")
    editor.type("#text-1", "To whom?")
    editor.press("main form:not(.ask) button >> nth=0")


def write_again(writer, word):
    """Find it returned, see what was remarked, and submit it anew."""
    writer.go("home")
    writer.follow("returned")
    assert "To whom?" in writer.page.locator("main").inner_text()
    writer.follow("document", f"entry/{word.key}/")
    writer.follow("write")
    writer.type(field("/languages/en/short"), f"A {word.en} is a promise to a mill.")
    writer.press('button[value="submit"]')


def sign_off(reviewer, word):
    """Find it among what waits for this person, and sign it off."""
    reviewer.go("home")
    reviewer.follow("to-review")
    reviewer.follow("document", f"entry/{word.key}/")
    reviewer.follow("revision")
    reviewer.send("sign-off")
    assert reviewer.page.locator("main > .note-error").count() == 0


def prove(publisher, code=""):
    """Show once more who it is, and go on with what was begun."""
    assert publisher.page.locator("#proof").is_visible()
    if code:
        publisher.type("#proof-password", PASSWORD)
        publisher.type("#proof-code", code)
        publisher.press("#proof-code")
    else:
        with publisher.page.expect_navigation():
            publisher.page.locator("#proof #passkey").press("Enter")


def publish(publisher, word, folder, code=""):
    """Choose it from what waits, see what else changes, and publish it."""
    publisher.go("home")
    publisher.follow("publish", inside=".rooms")
    box = f'input[name="r"][value^="entry/{word.key}/"]'
    publisher.page.locator(box).press("Space")
    publisher.press("main form button")
    server.run(folder, "-m", "tests.browser.later", publisher.name)
    publisher.send("publish-now")
    prove(publisher, code)


def read(stranger, word):
    """Look it up as anybody does; return the heading of the page that comes."""
    stranger.open("/en/")
    stranger.page.locator("[name=q]").first.fill(word.en)
    with stranger.page.expect_navigation():
        stranger.page.keyboard.press("Enter")
    return stranger.page.locator("h1").inner_text()


def expect(stranger, word, status):
    """Expect what is answered at the address of its page, in either language, soon."""
    until = time.monotonic() + SOON
    for path in (f"/en/terms/{word.key}/", f"/cy/termau/{word.key}/"):
        while stranger.context.request.get(path).status != status:
            assert time.monotonic() < until, f"{path} never answered {status}"
            time.sleep(0.1)


def refusals(people):
    """Return what pages were not given as they were asked for, and to whom."""
    return {one.name: one.refused for one in people.values() if one.refused}


def to_publisher(people, word):
    """Walk the road as far as nobody needs more than two factors."""
    write_new(people["writer"], word)
    return_with_remark(people["editor"], word)
    write_again(people["writer"], word)
    sign_off(people["editor"], word)
    people["welsh"].sign_in()
    sign_off(people["welsh"], word)


@pytest.mark.parametrize(
    ("lang", "word"), [("en", MILL), ("cy", LOOM)], ids=["en", "cy"]
)
def test_from_a_name_to_readers_and_away_for_ever(cast, stranger, folder, lang, word):
    people = cast(lang)
    publisher = people["publisher"]
    to_publisher(people, word)
    expect(stranger, word, 404)
    publish(publisher, word, folder)
    expect(stranger, word, 200)
    assert read(stranger, word) == word.en

    withdraw(publisher, word)
    expect(stranger, word, 410)
    bring_back(people, word)
    expect(stranger, word, 200)

    erase(publisher, people["editor"], word)
    expect(stranger, word, 410)
    answer = stranger.context.request.get(f"/api/v1/entries/{word.key}/")
    assert answer.status == 410
    assert "erased" in answer.json()["type"]
    assert refusals(people) == {"publisher": [(403, publisher.path("publish-now"))]}


def withdraw(publisher, word):
    """Take it from readers, with a reason that they are told."""
    publisher.go("document", f"entry/{word.key}/")
    publisher.follow("withdraw")
    publisher.tick("reason", "out-of-date")
    publisher.press("main form button")


def bring_back(people, word):
    """Try alone, which is refused; then with new sign-offs."""
    publisher, writer = people["publisher"], people["writer"]
    publisher.go("document", f"entry/{word.key}/")
    publisher.follow("restore")
    assert publisher.page.locator("main form").count() == 0
    writer.go("document", f"entry/{word.key}/")
    writer.send("begin")
    writer.go("document", f"entry/{word.key}/")
    writer.send("submit")
    sign_off(people["editor"], word)
    sign_off(people["welsh"], word)
    publisher.go("document", f"entry/{word.key}/")
    publisher.follow("restore")
    publisher.press("main form button")


def erase(first, second, word):
    """Let one ask, and another one confirm."""
    first.go("document", f"entry/{word.key}/")
    first.follow("erase")
    first.tick("reason", "identifies-somebody")
    first.tick("sure")
    first.press('button[value="ask"]')
    second.follow("erasures", inside=".rooms")
    second.tick("sure")
    second.send("confirm-erasure")


@pytest.mark.parametrize("lang", ["cy"])
def test_without_scripts_it_is_the_same_road(cast, stranger, folder, publisher, lang):
    people = cast(lang, java_script_enabled=False)
    plain = people["publisher"]
    to_publisher(people, OVEN)
    plain.sign_in()
    plain.type("#proof-code", publisher.codes[0])
    plain.press("#proof-code")
    publish(plain, OVEN, folder, publisher.codes[1])
    expect(stranger, OVEN, 200)

    assert read(stranger, OVEN) == OVEN.en
    assert refusals(people) == {"publisher": [(403, plain.path("publish-now"))]}
