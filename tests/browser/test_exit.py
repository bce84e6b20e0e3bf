"""Somebody must leave the page at once."""

import pytest

from tests.browser.places import ENTRY, EVERY, HOME, LANGUAGES, PLACES
from tests.browser.reader import PHONE
from tests.browser.server import EXIT_URL

pytestmark = pytest.mark.browser

EXIT = {"en": "Exit this page", "cy": "Gadael y dudalen hon"}
ONCE_MORE = {"en": "once more", "cy": "unwaith eto"}

both = pytest.mark.parametrize("lang", LANGUAGES)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def stays(page):
    """Wait a moment, and tell whether the page is still there."""
    page.wait_for_timeout(150)
    return page.url != EXIT_URL


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_the_way_out_is_in_sight_on_every_page(browse, path, status):
    page = browse(path, status, viewport=PHONE)
    button = page.get_by_role("link", name=EXIT[path[1:3]], exact=True)

    top = button.bounding_box()
    page.keyboard.press("End")
    below = button.bounding_box()

    for box in (top, below):
        assert box["height"] >= 44
        assert box["width"] >= 44
        assert 0 <= box["y"] < 100
        assert 0 <= box["x"] <= 360 - box["width"]


@both
def test_a_click_leaves(reader, lang):
    page = reader.open(ENTRY[lang])

    page.get_by_role("link", name=EXIT[lang], exact=True).click()

    page.wait_for_url(EXIT_URL)


@both
def test_three_presses_of_shift_leave(reader, lang):
    page = reader.open(ENTRY[lang])

    press(page, "Shift", "Shift", "Shift")

    page.wait_for_url(EXIT_URL)


@both
def test_the_first_links_of_a_page_leave_too(reader, lang):
    page = reader.open(ENTRY[lang])

    press(page, "Tab", "Tab")
    assert page.locator(":focus").get_attribute("href") == EXIT_URL
    press(page, "Enter")

    page.wait_for_url(EXIT_URL)


@both
def test_the_button_leaves_without_scripts(visit, lang):
    page = visit(java_script_enabled=False).open(ENTRY[lang])

    page.get_by_role("link", name=EXIT[lang], exact=True).click()

    page.wait_for_url(EXIT_URL)


def by_click(page):
    page.locator("a.exit").click()


def by_keys(page):
    press(page, "Shift", "Shift", "Shift")


@both
@pytest.mark.parametrize("leave", [by_click, by_keys])
@pytest.mark.parametrize("times", [1, 4])
def test_going_back_leads_away_again(reader, lang, leave, times):
    page = reader.open(HOME[lang])
    page.goto(PLACES["results"]._asdict()[lang])
    page.goto(ENTRY[lang])
    leave(page)
    page.wait_for_url(EXIT_URL)

    for _ in range(times):
        page.evaluate("setTimeout(() => history.back())")
        page.wait_for_timeout(500)
        page.get_by_role("heading", name="Dry").wait_for()

    assert page.url == EXIT_URL


@both
def test_going_back_several_pages_at_once_leads_away_too(reader, lang):
    page = reader.open(HOME[lang])
    page.goto(PLACES["results"]._asdict()[lang])
    page.goto(ENTRY[lang])
    by_click(page)
    page.wait_for_url(EXIT_URL)

    page.evaluate("setTimeout(() => history.go(-3))")
    page.wait_for_timeout(500)

    page.get_by_role("heading", name="Dry").wait_for()


@both
def test_the_page_that_was_left_is_not_to_be_known_by_its_address(reader, lang):
    page = reader.open(HOME[lang])
    page.goto(ENTRY[lang])
    addresses = []
    page.on("framenavigated", lambda frame: addresses.append(frame.url))

    by_click(page)
    page.wait_for_url(EXIT_URL)
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_timeout(600)

    assert set(addresses) == {EXIT_URL, reader.address + HOME[lang]}


def test_whoever_types_the_address_again_is_shown_the_site(reader):
    page = reader.open(HOME["en"])
    page.goto(ENTRY["en"])
    by_click(page)
    page.wait_for_url(EXIT_URL)

    page.goto(ENTRY["en"])

    assert page.locator("h1").is_visible()
    assert page.evaluate("window.name") == ""


def test_reloading_shows_the_site_again(reader):
    page = reader.open(HOME["en"])
    page.goto(ENTRY["en"])
    page.evaluate("navigation.updateCurrentEntry({ state: { left: true } })")

    page.reload()

    assert page.locator("h1").is_visible()
    page.reload()
    assert page.locator("h1").is_visible()


def test_going_back_shows_nothing_to_somebody_who_read_one_page(stranger):
    page = stranger.open(ENTRY["en"])
    page.get_by_role("link", name=EXIT["en"], exact=True).click()
    page.wait_for_url(EXIT_URL)

    page.go_back()

    assert page.url == "about:blank"


@both
def test_nothing_is_seen_of_the_page_until_the_next_one_comes(reader, lang):
    page = reader.open(ENTRY[lang])

    title, words = page.evaluate(
        """() => {
            document.querySelector("a.exit").click();
            return [document.title, document.body.innerText.trim()];
        }"""
    )

    assert title == {"en": "Loading", "cy": "Yn llwytho"}[lang]
    assert words == {"en": "Leaving this page", "cy": "Yn gadael y dudalen hon"}[lang]
    page.wait_for_url(EXIT_URL)


@both
def test_a_screen_reader_hears_how_many_presses_are_left(reader, lang):
    page = reader.open(ENTRY[lang])

    press(page, "Shift", "Shift")

    told = page.locator(".bar").get_by_role("status")
    assert ONCE_MORE[lang] in told.inner_text()


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["Shift", "Shift", "a", "Shift"], id="another-key-between"),
        pytest.param(["Shift", "Shift", "Escape", "Shift"], id="escape-between"),
        pytest.param(["Shift+A", "Shift+B", "Shift+C"], id="capital-letters"),
        pytest.param(["Shift+Tab", "Shift+Tab", "Shift+Tab"], id="going-backwards"),
        pytest.param(["Control+Shift"] * 3, id="a-shortcut"),
        pytest.param(["Shift+Control"] * 3, id="a-shortcut-begun-with-shift"),
        pytest.param(["Shift", "Shift", "Shift+Tab", "Shift"], id="going-back-once"),
    ],
)
def test_other_use_of_shift_stays(reader, keys):
    page = reader.open(ENTRY["en"])

    press(page, *keys)

    assert stays(page)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["Shift+Tab"] * 4, id="going-backwards"),
        pytest.param(["Shift+H"] * 4, id="capital-letters"),
        pytest.param(["Control+Shift"] * 4, id="a-shortcut"),
    ],
)
@both
def test_a_screen_reader_hears_nothing_of_other_use_of_shift(reader, lang, keys):
    page = reader.open(ENTRY[lang])
    page.evaluate(
        """() => {
            window.heard = [];
            const status = document.querySelector(".exit + [role=status]");
            new MutationObserver(() => window.heard.push(status.textContent))
                .observe(status, { childList: true, characterData: true, subtree: true });
        }"""
    )

    press(page, *keys)
    page.wait_for_timeout(150)

    assert page.evaluate("window.heard.filter((words) => words)") == []


def test_shift_counts_when_it_is_let_go(reader):
    page = reader.open(ENTRY["en"])
    press(page, "Shift", "Shift")

    page.keyboard.down("Shift")
    assert stays(page)
    page.keyboard.up("Shift")

    page.wait_for_url(EXIT_URL)


def test_a_click_with_shift_held_down_is_no_press(reader):
    page = reader.open(ENTRY["en"])

    for _ in range(3):
        page.keyboard.down("Shift")
        page.locator("h1").click()
        page.keyboard.up("Shift")

    assert stays(page)


def test_holding_shift_down_is_one_press(reader):
    page = reader.open(ENTRY["en"])

    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")

    assert stays(page)


def test_shift_in_a_field_is_for_capitals(reader):
    page = reader.open(HOME["en"])
    page.get_by_role("searchbox").focus()

    press(page, "Shift", "Shift", "Shift", "Shift")

    assert stays(page)


def test_there_is_time_between_two_presses(reader):
    reader.page.clock.install()
    page = reader.open(ENTRY["en"])

    press(page, "Shift")
    page.clock.run_for(3000)
    press(page, "Shift")
    page.clock.run_for(3000)
    press(page, "Shift")

    page.wait_for_url(EXIT_URL)


def test_after_five_seconds_the_count_begins_again(reader):
    reader.page.clock.install()
    page = reader.open(ENTRY["en"])

    press(page, "Shift", "Shift")
    page.clock.run_for(5001)
    press(page, "Shift", "Shift")
    assert stays(page)

    press(page, "Shift")
    page.wait_for_url(EXIT_URL)


def test_the_way_out_works_where_the_site_is_broken(visit, broken_site):
    page = visit(broken_site).open("/en/", 503)

    press(page, "Shift", "Shift", "Shift")

    page.wait_for_url(EXIT_URL)


@pytest.mark.parametrize("path", ["/en/", "/cy/termau/proffil-problem/"])
def test_going_back_leads_away_where_the_site_is_broken(visit, broken_site, path):
    reader = visit(broken_site)
    reader.open(PLACES["hide-your-visit"].en)
    page = reader.open(path, 503)
    by_click(page)
    page.wait_for_url(EXIT_URL)

    for _ in range(2):
        page.evaluate("setTimeout(() => history.back())")
        page.wait_for_timeout(500)
        page.get_by_role("heading", name="Dry").wait_for()

    assert page.url == EXIT_URL


def test_going_back_leads_away_from_a_page_that_could_not_be_made(
    reader, visit, broken_site
):
    broken = visit(broken_site).context.request.get("/en/")
    page = reader.open(ENTRY["en"])
    page.route(f"**{PLACES['map'].en}", lambda route: route.fulfill(response=broken))
    page.goto(PLACES["map"].en)
    by_click(page)
    page.wait_for_url(EXIT_URL)

    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_timeout(500)

    page.get_by_role("heading", name="Dry").wait_for()
