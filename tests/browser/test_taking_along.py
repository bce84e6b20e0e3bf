"""A text goes along to another page of ours: locked, and Back still finds it."""

import pytest

from tests.browser.waiting import TEXT_IS, TEXT_IS_BACK, TEXT_IS_KEPT, wait_until

pytestmark = pytest.mark.browser

SECRET = "Xylophonequartz4711"
LETTER = f"{SECRET} asked the chief constable for the problem profile. Mae'r polise."
EXPLAIN = {"en": "/en/explain/", "cy": "/cy/egluro/"}
CHECK = {"en": "/en/check/", "cy": "/cy/gwirio/"}
OTHER = {"en": "cy", "cy": "en"}
WORKED_ON = "main .given"

both = pytest.mark.parametrize("lang", EXPLAIN)
ways = pytest.mark.parametrize(
    ("pages", "press"),
    [
        pytest.param(EXPLAIN, ".tongues a", id="explain-by-the-bar"),
        pytest.param(EXPLAIN, "[data-other]", id="explain-by-the-button"),
        pytest.param(CHECK, ".tongues a", id="check-by-the-bar"),
        pytest.param(CHECK, "[data-other]", id="check-by-the-button"),
    ],
)


def put_in(page, path):
    page.goto(path)
    page.fill("#text", LETTER)
    page.locator("form.ask p > button[type=submit]").first.click()
    page.wait_for_selector(WORKED_ON)
    wait_until(page, TEXT_IS_KEPT)


def names_of(reader):
    """Return the list of the tab's names as each page finds it."""
    names = []
    reader.page.expose_function("hear", lambda name: names.append(name))  # noqa: PLW0108
    reader.page.add_init_script("window.hear(window.name)")
    return names


def posts_of(reader):
    """Return the list of what is sent."""
    sent = []
    reader.context.on(
        "request", lambda one: sent.append(one.url) if one.method == "POST" else None
    )
    return sent


@both
@ways
def test_the_other_language_has_the_text_and_what_was_found(reader, lang, pages, press):
    names = names_of(reader)
    put_in(reader.page, pages[lang])

    reader.page.locator(press).first.click()
    reader.page.wait_for_selector(f"html[lang={OTHER[lang]}] {WORKED_ON}")

    assert reader.page.url == reader.address + pages[OTHER[lang]]
    assert reader.page.input_value("#text") == LETTER
    assert len([name for name in names if name]) == 1
    assert not any(SECRET in name for name in names)


@both
@ways
def test_back_shows_the_page_before_with_the_text(reader, lang, pages, press):
    put_in(reader.page, pages[lang])
    reader.page.locator(press).first.click()
    reader.page.wait_for_selector(f"html[lang={OTHER[lang]}] {WORKED_ON}")

    reader.page.evaluate("setTimeout(() => history.back())")
    reader.page.wait_for_selector(f"html[lang={lang}] #text")
    wait_until(reader.page, TEXT_IS_BACK)

    assert reader.page.url == reader.address + pages[lang]
    assert reader.page.input_value("#text") == LETTER


@both
@ways
def test_the_tab_has_no_name_when_a_page_gets_its_place_in_the_history(
    reader, lang, pages, press
):
    """WebKit writes the name that a tab has then into that place."""
    names = []
    reader.page.expose_function("hear", lambda name: names.append(name))  # noqa: PLW0108
    put_in(reader.page, pages[lang])
    reader.page.evaluate(
        """() => {
            const push = history.pushState;
            history.pushState = function (...all) {
                window.hear(window.name);
                push.apply(this, all);
            };
        }"""
    )

    reader.page.locator(press).first.click()
    reader.page.wait_for_selector(f"html[lang={OTHER[lang]}] {WORKED_ON}")

    assert names == [""]


@both
def test_a_text_that_was_checked_is_explained_at_once(reader, lang):
    names = names_of(reader)
    put_in(reader.page, CHECK[lang])

    reader.page.locator("button[data-asked]").click()
    reader.page.wait_for_selector("#explained .given a.word")

    assert reader.page.url == reader.address + EXPLAIN[lang]
    assert not any(SECRET in name for name in names)


@both
def test_what_was_typed_alone_goes_along_and_waits(reader, lang):
    page = reader.open(EXPLAIN[lang])
    page.fill("#text", LETTER)

    page.locator(".tongues a").click()
    page.wait_for_selector(f"html[lang={OTHER[lang]}]")
    wait_until(page, TEXT_IS_BACK)

    assert page.input_value("#text") == LETTER
    assert not page.locator(WORKED_ON).count()


@both
def test_the_example_goes_along_too(reader, lang):
    page = reader.open(f"{EXPLAIN[lang]}?example=1")
    example = page.input_value("#text")

    assert example
    page.locator(".tongues a").click()
    page.wait_for_selector(f"html[lang={OTHER[lang]}]")
    wait_until(page, TEXT_IS, example)  # the other page comes with its own example


@both
def test_a_reload_does_not_send_a_text_again_that_was_taken_along(reader, lang):
    sent = posts_of(reader)
    put_in(reader.page, CHECK[lang])
    reader.page.locator("[data-other]").first.click()
    reader.page.wait_for_selector(f"html[lang={OTHER[lang]}] {WORKED_ON}")

    reader.page.reload()
    wait_until(reader.page, TEXT_IS_BACK)

    assert sent == [reader.address + CHECK[one] for one in (lang, OTHER[lang])]
    assert not reader.page.locator(WORKED_ON).count()


def test_an_empty_box_changes_the_language_as_any_link_does(reader):
    page = reader.open(EXPLAIN["en"])

    page.locator(".tongues a").click()
    page.wait_for_selector("html[lang=cy]")

    assert page.evaluate("[window.name, history.state]") == ["", None]


def test_a_browser_that_cannot_lock_takes_nothing_along(reader):
    reader.page.add_init_script(
        "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
    )
    page = reader.open(EXPLAIN["en"])
    page.fill("#text", LETTER)

    page.locator(".tongues a").click()
    page.wait_for_selector("html[lang=cy]")

    assert page.input_value("#text") == ""
    assert page.evaluate("window.name") == ""
    assert not page.locator("[data-kept]").first.is_visible()


@both
def test_a_link_to_another_site_takes_nothing_along(reader, lang):
    put_in(reader.page, EXPLAIN[lang])
    away = reader.page.locator("a[href^='https://']:not([data-exit])").last
    away.evaluate("one => one.addEventListener('click', (e) => e.preventDefault())")

    away.click()

    assert reader.page.evaluate("window.name") == ""


@both
def test_leaving_empties_the_name_of_the_tab_at_once(reader, lang):
    put_in(reader.page, EXPLAIN[lang])

    name = reader.page.evaluate(
        "() => { document.querySelector('a.exit').click(); return window.name; }"
    )

    assert name == ""
