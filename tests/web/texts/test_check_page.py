"""Somebody who writes letters pastes one, and gets it back with what was found in it."""

import pytest

from glossary.plain_language import count_wordings, unchecked
from glossary.web.texts import check_results
from tests.factories import published
from tests.files.office import word
from tests.web.html import read
from tests.web.leaks import leaks, welsh
from tests.web.sending import send

pytestmark = pytest.mark.django_db

LETTER = (
    "The polise will send a problem profile.\n\n"
    "It was written in order to help the XQZ. It was written by the polise.\n"
    "We hold a multi-agency meeting."
)
LONG = "It " + "goes on and on " * 9 + "to here."
PLAIN = "The police asked you. You can say no."
PATHS = {"en": "/en/check/", "cy": "/cy/gwirio/"}


@pytest.fixture(autouse=True)
def _words(db):
    """Some words to know."""
    published("problem-profile")


def checked_text(site, text=LETTER, path=PATHS["en"], **more):
    answer = send(site, path, text, **more)
    assert answer.status == 200, read(answer.text).one("main").text
    return read(answer.text)


def refused(site, text="", path=PATHS["en"], status=400, **more):
    answer = send(site, path, text, **more)
    assert answer.status == status
    return read(answer.text)


def box(page):
    return page.one("textarea", name="text").text


def groups(page):
    """Return the headings, with what is said under each."""
    return {
        section.one("h2").text: [item.text for item in section.one("ul").every("li")]
        for section in page.every("section")
        if section.every("ul", class_="items")
    }


def test_the_privacy_line_belongs_to_the_box(site):
    page = read(site.get(PATHS["en"]).text)

    assert "kept" in page.one("textarea").get("aria-describedby").split()
    assert "We store it nowhere" in page.one("", id="kept").text


def test_what_was_found_is_listed_the_heaviest_first(site):
    found = groups(checked_text(site))

    assert list(found) == ["Put this right", "Look at this again", "Think about this"]
    assert found["Put this right"] == [
        "The dictionary does not have this word. Check its spelling. "
        "In the text: polise (times: 2)",
        "Your readers may not know this short form. Write the words in full, at least "
        "the first time. "
        "In the text: XQZ",
        "Readers do not know who works with whom. Name the organisations, or say "
        '"several organisations together". In the text: multi-agency',
    ]
    assert "in order to" in found["Look at this again"][0]
    assert "was written (times: 2)" in found["Think about this"][0]


def test_it_counts_and_gives_no_grade(site):
    page = checked_text(site)

    assert page.one("p", role="status").text == "Number of things found: 7"
    assert [one.text for one in page.one("dl", class_="counts").every("dd")] == [
        "27",
        "4",
        "7",
        "0",
    ]
    assert "We give no reading age" in page.one("main").text


def test_each_place_is_marked_and_can_be_led_to(site):
    page = checked_text(site)
    text = page.one("div", class_="given")
    links = [one for one in page.every("a") if one.get("href")[:6] == "#found"]

    assert [one.text for one in text.every("mark")] == [
        "polise",
        "was written",
        "in order to",
        "XQZ",
        "was written",
        "polise",
        "multi-agency",
    ]
    assert len(links) == 5
    for link in links:
        text.one("span", id=link.get("href")[1:])
    assert "".join(text.every("p")[0].one("mark").children) == "polise"


def test_paragraphs_and_lines_stay(site):
    text = checked_text(site, f"One\ntwo\n\n  \nThree <b>four</b>\n\n{LONG}").one(
        "div", class_="given"
    )

    assert [p.text for p in text.every("p")] == ["One two", "Three <b>four</b>", LONG]
    assert "One\ntwo" in text.every("p")[0].children[0]
    assert text.one("mark", class_="long").text == LONG


def test_marks_in_a_long_sentence_stand_out(site):
    text = checked_text(site, f"The polise {LONG}").one("div", class_="given")

    assert [one.get("class") for one in text.every("mark")] == ["long", "", "long"]


def test_a_text_in_which_nothing_is_found(site):
    page = checked_text(site, PLAIN)

    assert "We found none of these" in page.one("main").text
    assert f"The list has {count_wordings('en')} groups" in page.one("main").text
    assert "nothing to change" not in page.one("main").text
    assert page.one("p", role="status").text == "Number of things found: 0"
    assert groups(page) == {}
    assert not page.one("div", class_="given").every("mark")


def test_what_was_looked_for_is_said_whether_or_not_something_is_found(site):
    for text in (PLAIN, LETTER):
        said = checked_text(site, text).one("main").text
        assert "words that blame a victim" in said
        assert f"The list has {count_wordings('en')} groups" in said
        assert "ask somebody to read it" in said
    assert "A list is never complete" in said
    assert "We found none of these" not in said


def test_the_sentences_are_in_the_language_of_the_page(site):
    page = checked_text(site, path=PATHS["cy"])
    found = groups(page)

    assert list(found) == ["Cywirwch hyn", "Edrychwch ar hyn eto", "Meddyliwch am hyn"]
    assert "Dydy'r gair hwn ddim yn y geiriadur." in found["Cywirwch hyn"][0]
    assert page.one("div", class_="given").lang == "en"
    assert ("en", '"several organisations together"') in list(page.spoken())


def test_the_other_language_keeps_the_text(site):
    page = checked_text(site)
    buttons = [one for one in page.every("button") if one.get("formaction")]

    assert {one.get("formaction") for one in buttons} == {PATHS["cy"], "/en/explain/"}
    assert {one.get("form") for one in buttons} == {"check"}
    assert buttons[0].parent.parent.parent.get("class") == "tongues"
    assert box(page) == " ".join(LETTER.split())


def test_a_welsh_text_is_known_as_welsh(site):
    page = checked_text(site, "Mae'r heddlu wedi holi'r bobl am ei plentyn.")

    assert page.one("div", class_="given").lang == "cy"
    (said,) = groups(page)["Look at this again"]
    assert "Write “blentyn” or “phlentyn” for “plentyn”." in said
    assert ("cy", "“blentyn”") in list(page.spoken())


def test_the_writer_can_say_which_language_it_is(site):
    page = checked_text(site, "Nodyn byr.")
    button = page.one("button", name="text_lang")

    welsh = checked_text(site, "Nodyn byr.", fields={"text_lang": "cy"})

    assert (button.get("value"), button.text) == ("cy", "Cymraeg")
    assert page.one("div", class_="given").lang == "en"
    assert welsh.one("div", class_="given").lang == "cy"
    assert welsh.one("button", name="text_lang").get("value") == "en"


def test_what_could_not_be_checked_is_said(site, monkeypatch):
    monkeypatch.setattr(unchecked, "can_check_spelling", lambda _: False)

    page = checked_text(site, PLAIN)

    note = page.one("div", class_="note-care").text
    assert "The spelling dictionary is not installed." in note


def test_a_file_is_read(site):
    page = checked_text(site, "", file=("Llythyr.DOCX", word("The polise.")))

    assert "polise" in groups(page)["Put this right"][0]
    assert "polise" in box(page)


def test_there_is_an_end_to_what_is_listed(site, monkeypatch):
    for name in ("MOST_REMARKS", "MOST_PLACES", "MOST_MARKED"):
        monkeypatch.setattr(check_results, name, 1)

    page = checked_text(site)

    (first,) = groups(page)["Put this right"]
    assert first.endswith("polise (times: 2)")
    assert "Number of other things, not listed: 2" in page.one("main").text
    assert [one.text for one in page.one("div", class_="given").every("mark")] == [
        "polise"
    ]
    many = groups(checked_text(site, "The aaab, the aaac and the aaad."))
    assert many["Put this right"][0].endswith("In the text: aaab · others: 2")


@pytest.mark.parametrize("text", [LETTER, PLAIN, ""], ids=["found", "none", "empty"])
def test_nothing_english_is_on_a_welsh_page(site, text, monkeypatch):
    monkeypatch.setattr(unchecked, "can_check_spelling", lambda _: False)

    answer = send(site, PATHS["cy"], text)

    assert answer.headers["content-language"] == "cy"
    assert leaks(read(answer.text), welsh()) == []


def test_words_that_the_site_explains_are_one_button_away(site):
    page = checked_text(site)
    (button,) = page.every("button", formaction="/en/explain/")

    answer = send(site, button.get("formaction"), box(page))

    assert "problem profile" in read(answer.text).one("div", class_="given").text
    assert "problem profile" not in str(groups(page))


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        pytest.param("", 400, "paste a text", id="empty"),
        pytest.param(" \n ", 400, "paste a text", id="blank"),
        pytest.param("word " * 50_000, 413, "too long", id="too-long"),
        pytest.param("word " * 700_000, 413, "too long", id="much-too-long"),
    ],
)
def test_a_text_that_cannot_be_checked_says_why(site, text, status, words):
    page = refused(site, text, status=status)

    assert words in page.one("div", class_="note-error", role="alert").text
    assert page.one("title").text.startswith("Error: ")
    assert page.one("meta", name="robots").get("content") == "noindex"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(b"text=%FF+word", "application/x-www-form-urlencoded", id="bytes"),
        pytest.param(b"--x", "multipart/form-data; boundary=y", id="cut-off"),
        pytest.param(
            b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\na\xffb\r\n--x--',
            "multipart/form-data; boundary=x",
            id="bytes-in-parts",
        ),
        pytest.param(
            b"text=word&text_lang=xx",
            "application/x-www-form-urlencoded",
            id="language",
        ),
    ],
)
@pytest.mark.parametrize("path", PATHS.values())
def test_what_cannot_be_read_is_refused(site, path, body, kind):
    answer = site.post(path, body, content_type=kind)

    assert answer.status == 400
    assert read(answer.text).one("div", class_="note-error", role="alert")


def test_a_sign_for_what_could_not_be_read_may_be_in_a_text(site):
    kind = "application/x-www-form-urlencoded"

    answer = site.post(PATHS["en"], b"text=a+%ef%bf%bd+word", content_type=kind)

    assert answer.status == 200


def test_another_site_may_send_nothing(site):
    page = refused(site, LETTER, status=403, sec_fetch_site="cross-site")

    assert LETTER[:20] not in page.one("main").text


def test_too_many_texts_are_asked_to_wait(site, settings):
    settings.RATE_LIMIT = "20/minute"
    checked_text(site)

    answer = send(site, PATHS["cy"], LETTER)

    assert (answer.status, answer.headers["retry-after"]) == (429, "60")
    assert LETTER[:20] in box(read(answer.text))


@pytest.mark.parametrize("text", [LETTER, ""], ids=["answer", "refusal"])
def test_no_answer_is_kept_or_sets_a_cookie(site, text):
    answer = send(site, PATHS["en"], text)

    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("page", ["/en/explain/", "/en/about/", "/en/"])
def test_there_is_a_way_to_it(site, page):
    links = read(site.get(page).text).every("a", href=PATHS["en"])

    assert "heck a text" in links[0].text
