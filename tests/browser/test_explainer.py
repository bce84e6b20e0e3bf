"""The explainer in a browser: the text stays on the reader's own device."""

import pytest

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


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(LETTER, id="terms"),
        pytest.param("A problem\n\nprofile.\n\nA problem\nprofile.", id="lines"),
        pytest.param(
            "The Parish Police Council (PPC) met the police.", id="definition"
        ),
    ],
)
def test_the_browser_says_the_same_as_the_server(reader, visit, letter):
    page = reader.open(PAGES["en"])
    explain(page, letter)
    without = visit(java_script_enabled=False).open(PAGES["en"])
    without.fill("#text", letter)
    without.click("#explain button[type=submit]")

    for part in (".given", ".items", ".counts"):
        mine, theirs = (
            one.locator(f"#explained {part}").inner_text() for one in (page, without)
        )
        assert mine.split() == theirs.split()


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
    assert page.evaluate("window.name") == ""
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
