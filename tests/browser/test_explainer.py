"""The explainer in a browser: the text stays on the reader's own device."""

import pytest
from playwright.sync_api import expect

from glossary.document import short_code
from tests.browser.waiting import TEXT_IS_BACK, TEXT_IS_KEPT, wait_until

pytestmark = pytest.mark.browser

SECRET = "Xylophone-4711"
LETTER = f"{SECRET} asked the chief constable for the problem profile. It is a problem profile."
PAGES = {"en": "/en/explain/", "cy": "/cy/egluro/"}


@pytest.fixture
def sent(reader):
    """Every request that the reader's browser makes, as method, address and body."""
    requests = []
    reader.page.on(
        "request",
        lambda request: requests.append(
            (request.method, request.url, request.post_data or "")
        ),
    )
    return requests


def explain(page, text=LETTER):
    page.fill("#text", text)
    page.click("#explain button[type=submit]")
    page.wait_for_selector("#explained .given")


@pytest.mark.parametrize("lang", PAGES)
def test_nothing_of_the_text_is_sent(reader, sent, lang):
    page = reader.open(PAGES[lang])

    explain(page)

    assert page.locator("#explained .given a.word").count() == 2
    assert {method for method, _, _ in sent} == {"GET"}
    assert SECRET not in repr(sent)


ODD = f"""{LETTER}

A strategy discussion under section 47 was held. The MASH, the XQZ team and two ISVAs met;
the XQZ and the NHS too. {"It goes on and on and on " * 6}to here. CAFCASS (XQZW)."""


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(LETTER, id="terms"),
        pytest.param(ODD, id="unexplained"),
        pytest.param("A problem\n\nprofile.\n\nA problem\nprofile.", id="lines"),
        pytest.param(
            "The Parish Police Council (PPC) met the police.", id="definition"
        ),
    ],
)
def test_the_browser_says_the_same_as_the_server(reader, visit, letter):
    page = reader.open(PAGES["en"])
    explain(page, letter)
    summary = page.locator("#explained .items summary").first
    if summary.count():
        summary.click()
        page.wait_for_selector("#explained .items .longer")
    without = visit(java_script_enabled=False).open(PAGES["en"])
    without.fill("#text", letter)
    without.click("#explain button[type=submit]")

    for part in (".given", ".items", "[aria-labelledby=unexplained]", ".counts"):
        mine, theirs = (
            "".join(one.locator(f"#explained {part}").all_text_contents())
            for one in (page, without)
        )
        assert "".join(mine.split()) == "".join(theirs.split())


@pytest.mark.parametrize("lang", PAGES)
def test_official_words_that_are_not_explained_are_named(reader, lang):
    page = reader.open(PAGES[lang])

    explain(page, ODD)

    named = page.locator("#unexplained ~ ul").inner_text()
    assert "strategy discussion" in named
    assert "MASH" in named


def test_a_marked_word_opens_its_meaning(reader):
    page = reader.open(PAGES["en"])
    explain(page)

    page.click("#explained .given a.word >> nth=0")

    assert (
        page.locator(".meaning:popover-open h3").text_content().strip()
        == "chief constable"
    )
    page.keyboard.press("Escape")
    assert page.locator(".meaning:popover-open").count() == 0


def test_the_other_language_keeps_the_text_without_sending_it(reader, sent):
    page = reader.open(PAGES["en"])
    explain(page)

    page.click(".tongues a")
    page.wait_for_selector("html[lang=cy] #explained .given")

    assert (
        page.locator("#explained .items h3").first.text_content().strip()
        == "prif gwnstabl"
    )
    assert SECRET not in page.evaluate("window.name")
    assert SECRET not in repr(sent)


def test_a_plain_text_file_is_read_on_the_device(reader, sent):
    page = reader.open(PAGES["en"])
    file = {"name": "letter.txt", "mimeType": "text/plain", "buffer": LETTER.encode()}
    page.set_input_files("#file", file)

    page.click("#explain button[type=submit]")
    page.wait_for_selector("#explained .given")

    assert {method for method, _, _ in sent} == {"GET"}


def test_without_the_words_it_offers_to_send_the_text(reader):
    page = reader.open(PAGES["en"])
    page.route("**/explain/words/", lambda route: route.fulfill(status=503))
    page.fill("#text", LETTER)

    page.click("#explain button[type=submit]")
    page.click("button[name=send]")
    page.wait_for_selector("#explained .given")

    assert page.locator("h1").text_content() == "Your text, explained"
    assert page.locator("#explained .given a.word").count() == 2


@pytest.mark.parametrize("lang", PAGES)
def test_a_guess_is_headed_so_that_it_cannot_frighten(reader, lang):
    page = reader.open(PAGES[lang])
    explain(page)

    page.click("#explained .given a.word >> nth=0")

    begins = {"en": "In a police or child-protection paper", "cy": "Mewn papur gan"}
    assert page.locator(".meaning:popover-open").inner_text().startswith(begins[lang])
    assert (
        page.locator("#words ~ p:visible").first.inner_text().startswith(begins[lang])
    )


@pytest.mark.parametrize("lang", PAGES)
def test_the_longer_explanation_opens_where_the_letter_is(reader, sent, lang):
    page = reader.open(PAGES[lang])
    explain(page)
    page.click("#explained .given a.word >> nth=1")
    before = len(sent)

    page.click(".meaning:popover-open summary")
    page.wait_for_selector(".meaning:popover-open .longer h4")

    asked = [url for _, url, _ in sent[before:]]
    assert asked == [f"{reader.address}{PAGES[lang]}longer/"]
    assert page.locator("details[data-longer]:not(:has(.longer))").count() == 0
    assert page.locator("#explained .given a.word").count() == 2


def test_a_longer_explanation_that_does_not_come_says_so_and_can_be_asked_again(reader):
    page = reader.open(PAGES["en"])
    explain(page)
    page.route("**/explain/longer/", lambda route: route.fulfill(status=503), times=1)
    summary = page.locator("#explained .items summary").first

    summary.click()
    page.get_by_text("This could not be loaded.").first.wait_for()
    summary.click()
    summary.click()

    page.wait_for_selector("#explained .items .longer h4")


@pytest.mark.parametrize("lang", PAGES)
def test_the_words_become_a_leaflet(reader, lang):
    page = reader.open(PAGES[lang])
    explain(page)

    page.locator("#explained a.button").click()
    page.wait_for_url({"en": "**/en/leaflet/?t=*", "cy": "**/cy/taflen/?t=*"}[lang])

    assert page.url.endswith(
        f"?t={short_code('chief-constable')},{short_code('problem-profile')}"
    )


@pytest.mark.parametrize("lang", PAGES)
def test_back_from_a_word_shows_the_letter_and_its_words(reader, sent, lang):
    page = reader.open(PAGES[lang])
    explain(page)
    page.locator("#explained .items h3 a").nth(1).click()
    page.wait_for_selector("article.entry")

    page.go_back()
    page.wait_for_selector("#explained .given a.word")

    assert SECRET in page.locator("#explained .given").inner_text()
    assert page.input_value("#text") == LETTER
    assert SECRET not in repr(sent)


def test_back_leads_to_the_place_on_the_page_that_was_left(reader):
    page = reader.open(PAGES["en"])
    explain(page, f"{LETTER}\n\n" * 40)
    page.locator("#explained .items h3 a").nth(1).scroll_into_view_if_needed()
    left = page.evaluate("Math.round(window.scrollY)")
    page.locator("#explained .items h3 a").nth(1).click()
    page.wait_for_selector("article.entry")

    page.go_back()
    page.wait_for_selector("#explained .given a.word")

    assert left > 1000
    assert abs(page.evaluate("window.scrollY") - left) <= 1


OWN_TEXTS = [*PAGES.values(), "/en/check/", "/cy/gwirio/"]


@pytest.mark.parametrize("path", OWN_TEXTS)
def test_what_nobody_asked_for_is_not_done_in_the_other_language(reader, path):
    page = reader.open(path)
    lang = page.get_attribute("html", "lang")
    page.fill("#text", LETTER)

    page.click(".tongues a")
    page.wait_for_selector(f"html:not([lang={lang}])")
    expect(page.locator("#text")).to_have_value(LETTER)
    page.wait_for_load_state("networkidle")

    assert page.locator("main .given").count() == 0


@pytest.mark.parametrize("lang", PAGES)
def test_a_reload_shows_the_letter_and_its_words(reader, sent, lang):
    page = reader.open(PAGES[lang])
    explain(page)
    page.click("#explained .given a.word >> nth=0")
    page.keyboard.press("Escape")

    page.reload()
    page.wait_for_selector("#explained .given a.word")

    assert page.input_value("#text") == LETTER
    assert SECRET not in repr(sent)


def test_a_reload_at_a_place_in_the_page_shows_them_too(reader):
    page = reader.open(PAGES["en"])
    explain(page, ODD)
    page.locator("#explained [data-fill=longest] a").first.click()

    page.reload()

    page.wait_for_selector("#explained .given a.word")


def test_what_was_typed_and_not_explained_stays_in_the_box(reader):
    page = reader.open(PAGES["en"])
    page.fill("#text", LETTER)
    wait_until(page, TEXT_IS_KEPT)

    page.reload()
    wait_until(page, TEXT_IS_BACK)

    assert page.input_value("#text") == LETTER
    assert page.locator("#explained .given").count() == 0


def test_another_site_that_the_tab_opens_cannot_read_the_letter(reader):
    page = reader.open(PAGES["en"])
    explain(page)
    wait_until(page, TEXT_IS_KEPT)

    names = [page.evaluate("window.name")]
    page.goto("about:blank")
    names.append(page.evaluate("window.name"))

    words = [word for word in (*LETTER.split(), "plain") if len(word) > 4]
    assert len(words) > 3
    assert not any(word in name for name in names for word in words)


def test_the_letter_is_gone_when_it_is_cleared(reader):
    page = reader.open(PAGES["en"])
    explain(page)

    page.click("[data-forget]")
    page.wait_for_selector("#asking:visible")

    assert page.input_value("#text") == ""
    assert page.evaluate("window.name") == ""
    page.reload()
    assert page.input_value("#text") == ""


@pytest.mark.parametrize("lang", PAGES)
def test_the_title_says_what_is_shown_and_never_the_text(reader, lang):
    page = reader.open(PAGES[lang])
    titles = {
        "en": ("Error: explain a text", "Your text, explained"),
        "cy": ("Gwall: egluro testun", "Eich testun, wedi'i egluro"),
    }[lang]

    page.click("#explain button[type=submit]")
    wrong = page.title()
    explain(page)

    assert wrong.startswith(titles[0])
    assert page.title().startswith(titles[1])
    assert page.locator("h1").inner_text() == titles[1]
    assert SECRET not in page.title()


@pytest.mark.parametrize("lang", PAGES)
def test_it_says_that_it_is_at_work(reader, lang):
    page = reader.open(PAGES[lang])
    waiting = []

    def hold(route):
        waiting.append(route)

    page.route(f"**{PAGES[lang]}words/", hold)
    page.fill("#text", LETTER)
    page.click("#explain button[type=submit]")

    busy = page.locator("#busy")
    busy.filter(has_text="…").wait_for()
    assert busy.get_attribute("aria-live") == "polite"
    page.wait_for_timeout(200)
    waiting[0].continue_()
    page.wait_for_selector("#explained .given")

    assert busy.inner_text() == ""


def test_paper_shows_the_text_and_no_invitation(reader):
    page = reader.open(PAGES["en"])
    explain(page)
    page.emulate_media(media="print")

    printed = page.locator("main").inner_text()

    assert SECRET in printed
    assert "Try it with an example" not in printed
    assert "Do you write letters" not in printed
    assert "Clear this text" not in printed
