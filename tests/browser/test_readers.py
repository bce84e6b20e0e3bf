"""The tests' own readers: who comes to a used tab finds nothing of who was there before."""

import pytest

from tests.browser.places import ENTRY, HOME
from tests.browser.reader import PHONE

pytestmark = pytest.mark.browser

FOUND = """() => [
    window.name, history.length, history.state, navigation.canGoBack, innerWidth,
    matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches,
    matchMedia("(prefers-reduced-motion: reduce)").matches, document.querySelectorAll(":hover").length,
]"""


@pytest.fixture
def taken(tabs, live_site):
    """Let one reader after another sit down at the same kind of tab."""
    return lambda: tabs.take(live_site)


def left_behind(reader):
    """Leave all that somebody can leave in a tab."""
    page = reader.open(HOME["en"])
    reader.context.add_cookies(
        [{"name": "left", "value": "behind", "url": reader.address}]
    )
    reader.open(ENTRY["en"])
    page.evaluate("window.name = 'left'; history.pushState({ left: 1 }, '')")
    page.set_viewport_size(PHONE)
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    page.mouse.move(180, 320)
    reader.faults.append("left")


def test_the_next_one_finds_the_tab_as_new(tabs, taken, stranger):
    first = taken()
    page = first.page
    left_behind(first)
    tabs.leave(first)

    second = taken()
    new = stranger.open(HOME["en"]).evaluate(FOUND)

    assert second.page is page
    assert second.open(HOME["en"]).evaluate(FOUND) == new
    assert second.context.cookies() == []
    assert second.faults == []
    tabs.leave(second)


def test_the_next_one_comes_from_another_address_and_nobody_listens(tabs, taken):
    first = taken()
    heard = []
    first.page.on("request", lambda one: heard.append(one.all_headers()))
    first.open(HOME["en"])
    tabs.leave(first)

    second = taken()
    with second.page.expect_request("**/en/") as asked:
        second.open(HOME["en"])
    tabs.leave(second)

    senders = [one["x-forwarded-for"] for one in heard]
    assert senders
    assert asked.value.all_headers()["x-forwarded-for"] not in senders
    assert len({*senders}) == 1


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda one: one.page.add_init_script("1"), id="script"),
        pytest.param(lambda one: one.context.add_init_script("1"), id="all-scripts"),
        pytest.param(
            lambda one: one.page.expose_function("hear", lambda: None), id="function"
        ),
        pytest.param(lambda one: one.page.route("**/x", lambda: None), id="route"),
        pytest.param(lambda one: one.page.clock.install(), id="clock"),
        pytest.param(
            lambda one: one.context.grant_permissions(["clipboard-read"]),
            id="permission",
        ),
        pytest.param(lambda one: one.context.new_cdp_session(one.page), id="protocol"),
        pytest.param(lambda one: one.context.set_default_timeout(1), id="timeout"),
    ],
)
def test_nobody_comes_to_a_tab_that_was_changed_for_good(tabs, taken, change):
    first = taken()
    page = first.page
    change(first)
    tabs.leave(first)

    second = taken()

    assert page.is_closed()
    assert second.page is not page
    tabs.leave(second)


def test_two_at_once_have_a_tab_each(tabs, taken):
    first, second = taken(), taken()

    assert first.page is not second.page
    for one in (first, second):
        tabs.leave(one)


@pytest.mark.parametrize("stays", [True, False], ids=["stays", "may-leave"])
@pytest.mark.parametrize(
    "url",
    ["https://example.org/x", "http://192.0.2.1/x", "http://127.0.0.1:47/x"],
    ids=["name", "number", "port"],
)
def test_what_is_asked_for_elsewhere_is_noted(seats, visit, stays, url):
    reader = seats() if stays else visit()
    reader.page.goto("about:blank")

    reader.page.evaluate("url => fetch(url).catch(() => 'failed')", url)

    assert f"asked for {url}" in reader.faults
    reader.faults.clear()
