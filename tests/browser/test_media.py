"""Paper, colours of one's own, less movement: the page follows the device."""

import pytest

from tests.browser.places import ENTRY, EVERY, LANGUAGES, some

pytestmark = pytest.mark.browser

both = pytest.mark.parametrize("lang", LANGUAGES)
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
COLOUR = "one => getComputedStyle(one).color"
CHANGES = """() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return [style.transitionDuration, style.animationDuration]
        .some((all) => all.split(", ").some((time) => parseFloat(time) > 0));
}).length"""
SCREEN_ONLY = ".skips, .bar, .menu, .crumbs, form, button, a.exit"
NO_USE_ON_PAPER = "form, nav, .feedback, .unprinted"
HEADINGS = """() => [...document.querySelectorAll("main :is(h1, h2, h3)")]
    .filter((one) => one.checkVisibility())"""
# What stands under a heading: all up to the next of its rank, in the part that it heads.
UNDER = """const under = (heading) => {
    const part = heading.closest("section, aside, article, form, details, li, main");
    const below = document.createRange();
    below.setStartAfter(heading);
    below.setEnd(part, part.childNodes.length);
    const next = [...part.querySelectorAll("h1, h2, h3")].find((one) =>
        one !== heading && below.intersectsNode(one) && one.tagName <= heading.tagName);
    if (next) below.setEndBefore(next);
    return [...part.querySelectorAll("*")].filter((one) =>
        below.intersectsNode(one) && !one.contains(heading));
};
const says = (one) => one.checkVisibility() && (one.matches("svg") || [...one.childNodes]
    .some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));"""
# Headings that are printed over nothing, or are missing over something; and those that
# are over a part of which no name says that it is of no use on paper.
AMISS = f"""(headings) => {{
    {UNDER}
    return headings.filter((one) => one.matches("h1")
        ? !one.checkVisibility()
        : one.checkVisibility() !== under(one).some(says)
            || !one.checkVisibility() && !one.closest("{NO_USE_ON_PAPER}"))
        .map((one) => one.textContent);
}}"""


@pytest.mark.parametrize(
    ("path", "status"),
    some("home", "letter", "results", "entry", "entry-with-everything", "help"),
)
def test_only_what_is_of_use_on_paper_is_printed(browse, path, status):
    page = browse(path, status, color_scheme="dark")

    page.emulate_media(media="print")

    assert page.locator(SCREEN_ONLY).locator("visible=true").count() == 0
    assert page.locator("h1").is_visible()
    assert page.locator("body").evaluate(COLOUR) == BLACK
    assert page.locator(".foot").get_by_text("999").is_visible()


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_a_heading_is_printed_if_something_under_it_is(browse, path, status):
    page = browse(path, status)
    headings = page.evaluate_handle(HEADINGS)

    page.emulate_media(media="print")

    assert page.evaluate("(headings) => headings.length", headings) > 0
    assert page.evaluate(AMISS, headings) == []


@both
def test_an_entry_on_paper_is_whole(reader, lang):
    page = reader.open(ENTRY[lang])
    parts = page.locator(
        ".short, .entry-text section > div, .folds > details > div:not(#record),"
        " .quoted p, .names, .cited > p, .links, .facts dd"
    )
    words = [part.text_content().split() for part in parts.all()]

    page.emulate_media(media="print")

    assert len(words) > 12
    for part in parts.all():
        assert part.is_visible(), part.text_content()
    assert page.locator(".address").is_visible()
    assert page.locator("svg.qr").bounding_box()["width"] >= 94  # 25 mm


@both
def test_a_checked_text_on_paper_is_the_text_and_what_was_found(reader, lang):
    page = reader.open({"en": "/en/check/", "cy": "/cy/gwirio/"}[lang])
    page.locator("textarea").fill("The polise came in order to help.")
    page.locator("form.ask button[type=submit]").click()
    page.wait_for_selector("main .given")
    parts = page.locator(".given, .items, .counts")
    words = [part.inner_text() for part in parts.all()]

    page.emulate_media(media="print")

    assert len(words) == 4
    assert [part.inner_text() for part in parts.all()] == words
    assert page.locator(SCREEN_ONLY).locator("visible=true").count() == 0
    assert not page.locator("#again").is_visible()


@pytest.mark.parametrize(
    ("path", "status"), some("home", "entry-with-everything", "results", "a-to-z")
)
def test_colours_of_ones_own_leave_every_edge_to_be_seen(browse, path, status):
    page = browse(path, status, forced_colors="active")

    shown = page.locator("a.exit, main button, main input").locator("visible=true")
    edges = [
        one.evaluate(
            """one => {
                const style = getComputedStyle(one);
                return [style.borderTopStyle, style.borderTopColor, style.backgroundColor];
            }"""
        )
        for one in shown.all()
    ]
    assert edges
    assert {style for style, _, _ in edges} == {"solid"}
    assert [edge for _, edge, inside in edges if edge == inside] == []


@pytest.mark.parametrize(("path", "status"), some("home", "entry", "help"))
def test_nothing_moves_for_somebody_who_wants_less_movement(browse, path, status):
    page = browse(path, status, reduced_motion="reduce")

    assert page.evaluate(CHANGES) == 0


@both
def test_the_page_is_dark_where_the_device_is(visit, lang):
    light = visit(color_scheme="light").open(ENTRY[lang])
    dark = visit(color_scheme="dark").open(ENTRY[lang])
    ground = "one => getComputedStyle(one).backgroundColor"

    brightness = [
        sum(map(int, page.locator("body").evaluate(ground)[4:-1].split(", ")))
        for page in (light, dark)
    ]

    assert brightness[0] > 700
    assert brightness[1] < 150
