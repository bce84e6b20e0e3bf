"""A reader pastes a letter, or sends it as a file, and gets it back explained."""

import pytest

from glossary.document import short_code
from tests.factories import WORDS, published, section
from tests.files.office import packed, pdf, word
from tests.web.html import read
from tests.web.sending import send

pytestmark = pytest.mark.django_db

LETTER = "Ask the chief constable for a problem profile.\n\nA problem profile helps."
LONG = "It " + "goes on and on " * 9 + "to here."


@pytest.fixture(autouse=True)
def _words(db):
    """Some words to find."""
    for entry_id in ("problem-profile", "chief-constable"):
        published(entry_id, languages=_told(entry_id))


def _told(entry_id):
    """Return an entry in both languages with what it may mean and what to ask."""
    return {
        lang: section(text, lang, for_you="It is *yours*.", ask="Ask it.")
        for lang, text in zip(("en", "cy"), WORDS[entry_id], strict=True)
    }


def explained(site, text=LETTER, path="/en/explain/", **more):
    answer = send(site, path, text, **more)
    assert answer.status == 200, read(answer.text).one("main").text
    return read(answer.text)


def refused(site, text="", path="/en/explain/", status=400, **more):
    answer = send(site, path, text, **more)
    assert answer.status == status
    return read(answer.text)


def box(page):
    return page.one("textarea", name="text").text


def test_the_privacy_line_belongs_to_the_box(site):
    page = read(site.get("/en/explain/").text)

    assert "kept" in page.one("textarea").get("aria-describedby").split()
    assert "We store it nowhere" in page.one("", id="kept").text


def test_each_term_is_marked_once_with_its_meaning_on_a_click(site):
    page = explained(site)
    text = page.one("div", class_="given")

    assert [one.text for one in text.every("a")] == [
        "chief constable",
        "problem profile",
    ]
    buttons = [one.get("popovertarget") for one in text.every("button")]
    assert [page.one("", id=name).every("h3")[0].text for name in buttons] == [
        "chief constable",
        "problem profile",
    ]
    assert all("popover" in page.one("", id=name).attributes for name in buttons)


def test_the_words_are_listed_with_their_short_versions(site):
    words = explained(site).one("ul", class_="items").every("li")

    assert "What chief constable means." in words[0].text
    assert words[1].get("id") == "word-problem-profile"
    assert "times: 2" in words[1].text


def test_paragraphs_and_lines_stay(site):
    text = explained(site, "One\ntwo\n\n  \nThree <b>four</b>").one(
        "div", class_="given"
    )

    assert ["".join(p.children) for p in text.every("p")] == [
        "One\ntwo",
        "Three <b>four</b>",
    ]


def test_long_sentences_are_marked_and_counted(site):
    page = explained(site, f"Short. {LONG} Short.")

    assert page.one("mark", id="long-1").text == LONG
    (link,) = page.one("section", **{"aria-labelledby": "hard"}).every("a")
    assert link.get("href") == "#long-1"
    assert [one.text for one in page.one("dl", class_="counts").every("dd")] == [
        "41",
        "3",
        "14",
        "1",
    ]


def test_a_term_in_a_long_sentence_is_marked_too(site):
    page = explained(site, f"The chief constable {LONG}")

    assert page.one("mark").one("a").text == "chief constable"


def test_the_words_become_a_leaflet_in_one_click(site):
    link = explained(site).one("a", class_="button")

    codes = ",".join(map(short_code, ("chief-constable", "problem-profile")))
    assert link.get("href") == f"/en/leaflet/?t={codes}"


def test_the_other_language_keeps_the_text(site):
    page = explained(site)
    forms = [one for one in page.every("button") if one.get("formaction")]

    assert {one.get("formaction") for one in forms} == {"/cy/egluro/"}
    assert {one.get("form") for one in forms} == {"explain"}
    assert forms[0].parent.parent.parent.get("class") == "tongues"
    welsh = explained(site, box(page), "/cy/egluro/")
    assert welsh.one("ul", class_="items").every("h3")[0].text == "prif gwnstabl"
    assert welsh.one("div", class_="given").lang == "en"


def test_a_welsh_text_is_known_as_welsh(site):
    page = explained(
        site, "Mae'r heddlu wedi holi'r prif gwnstabl am y proffil problem."
    )

    assert page.one("div", class_="given").lang == "cy"
    assert page.one("ul", class_="items").every("h3")[0].text == "chief constable"


@pytest.mark.parametrize("path", ["/en/explain/", "/cy/egluro/"])
def test_the_example_is_ours_and_finds_words(site, path):
    text = box(read(site.get(f"{path}?example=1").text))

    assert explained(site, text, path).one("ul", class_="items").every("li")


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(("a.txt", LETTER.encode()), id="text"),
        pytest.param(("a.txt", LETTER.encode("utf-16-le")), id="wide-text"),
        pytest.param(("letter (1)", LETTER.encode()), id="text-without-an-ending"),
        pytest.param(
            ("letter.pdf (1)", pdf("Ask the chief constable. A problem profile.")),
            id="pdf-without-an-ending",
        ),
        pytest.param(("Llythyr.DOCX", word(*LETTER.split("\n\n"))), id="word"),
        pytest.param(
            ("a.pdf", pdf("Ask the chief constable. A problem profile.")), id="pdf"
        ),
        pytest.param(
            ("a.html", b"<p>The chief constable<p>problem profile"), id="html"
        ),
    ],
)
def test_a_file_is_read(site, file):
    page = explained(site, "", file=file)

    assert len(page.one("ul", class_="items").every("li")) == 2
    assert "chief constable" in box(page)


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(("a.pdf", pdf("Ask about the problem", "profile.")), id="pdf"),
        pytest.param(("a.txt", b"Ask about the problem\fprofile."), id="text"),
    ],
)
def test_a_term_may_go_over_the_end_of_a_page(site, file):
    page = explained(site, "", file=file)

    (word,) = page.one("ul", class_="items").every("li")
    assert "problem profile" in word.text
    assert [one.text for one in page.one("div", class_="given").every("p")] == [
        "Ask about the problem",
        "profile.",
    ]
    assert "\f" not in box(page)


def test_no_term_goes_over_an_empty_line(site):
    page = explained(site, "A problem\n\nprofile. The chief constable.")

    (word,) = page.one("ul", class_="items").every("li")
    assert "chief constable" in word.text


@pytest.mark.parametrize(
    ("file", "words"),
    [
        pytest.param(("a.doc", b"x"), "of that kind", id="kind"),
        pytest.param(("a.jpg", b"x"), "Many phones can", id="photo"),
        pytest.param(("1234", b"\xff\xd8\xff"), "Many phones can", id="photo-unnamed"),
        pytest.param(("a.txt", b""), "is empty", id="empty"),
        pytest.param(("a.txt", b"x" * (2**21 + 1)), "2 megabytes", id="large"),
        pytest.param(("a.pdf", b"%PDF"), "damaged", id="broken"),
        pytest.param(("a.pdf", pdf("x", password="p")), "password", id="password"),
        pytest.param(("a.pdf", pdf()), "pictures of pages", id="scan"),
        pytest.param(("a.rtf", b"{\\rtf1{\\v x}}"), "hid all the words", id="hidden"),
        pytest.param(
            ("a.mht", b"Content-Type: application/pdf\n\n"),
            "other files",
            id="enclosed",
        ),
        pytest.param(
            ("a.docx", packed(b"<a>" + b" " * 60_000_000)),
            "more in that file",
            id="bomb",
        ),
    ],
)
def test_a_file_that_gives_nothing_says_what_to_do_instead(site, file, words):
    page = refused(site, "My text", file=file)

    assert words in page.one("div", class_="note-error", role="alert").text
    assert page.one("title").text.startswith("Error: ")
    assert box(page) == "My text"


def test_a_text_that_is_too_long_stays_in_the_box(site):
    page = refused(site, "word " * 50_000, status=413)

    assert "too long" in page.one("div", class_="note-error", role="alert").text
    assert len(box(page)) > 200_000


def test_a_body_that_is_far_too_large_is_not_read(site):
    page = refused(site, "word " * 700_000, status=413)

    assert box(page) == ""


def test_a_form_that_is_cut_off_is_refused(site):
    answer = site.post("/en/explain/", b"--x", content_type="multipart/form-data")

    assert answer.status == 400


def test_another_site_may_send_nothing(site):
    page = refused(site, LETTER, status=403, sec_fetch_site="cross-site")

    assert LETTER[:20] not in page.one("main").text


def test_too_many_texts_are_asked_to_wait(site, settings):
    settings.RATE_LIMIT = "20/minute"
    explained(site)

    answer = send(site, "/cy/egluro/", LETTER)

    assert (answer.status, answer.headers["retry-after"]) == (429, "60")
    assert LETTER[:20] in box(read(answer.text))


@pytest.mark.parametrize("text", [LETTER, ""], ids=["answer", "refusal"])
def test_no_answer_is_kept_or_sets_a_cookie(site, text):
    answer = send(site, "/en/explain/", text)

    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers


def test_the_browser_gets_all_it_needs_to_do_it_itself(site):
    answer = site.get("/cy/egluro/words/")

    assert answer.headers["cache-control"] == "no-store"
    found = answer.json
    assert found["entries"]["chief-constable"]["label"] == "prif gwnstabl"
    assert found["entries"]["chief-constable"]["path"] == "/cy/termau/prif-gwnstabl/"
    assert {"chief constable", "prif gwnstabl"} <= {
        row[0] for row in found["pack"]["forms"]
    }
    assert found["counting"]["too_long"] == 25
    assert "strategy discussion" in {
        row[0] for row in found["official"]["pack"]["forms"]
    }
    assert "NHS" in found["official"]["known"]


@pytest.mark.parametrize(
    ("path", "intro", "summary"),
    [
        pytest.param(
            "/en/explain/", "In a police or child-protection paper", "ask", id="en"
        ),
        pytest.param("/cy/egluro/", "Mewn papur gan yr heddlu", "ofyn", id="cy"),
    ],
)
def test_all_that_is_said_of_a_word_is_on_the_page(site, path, intro, summary):
    page = explained(site, path=path)

    for meaning in page.every("div", class_="meaning"):
        assert meaning.every("p")[0].text.startswith(intro)
        assert summary in meaning.one("summary").text
        assert meaning.one("div", class_="longer").every("h4")
    words = page.one("section", **{"aria-labelledby": "words"})
    assert words.every("p")[1].text.startswith(intro)
    assert len(words.every("details")) == 2


def test_the_longer_texts_come_for_all_words_at_once(site):
    answer = site.get("/en/explain/longer/")

    assert answer.headers["cache-control"] == "no-store"
    assert set(answer.json) == {"chief-constable", "problem-profile"}
    mine = explained(site).one("ul", class_="items").every("div", class_="longer")
    assert mine[0].text == read(answer.json["chief-constable"]).text


def test_where_there_is_no_more_to_say_nothing_can_be_opened(site):
    published("short-word", languages={"en": section("short word")})

    page = explained(site, "A short word.")

    assert page.one("ul", class_="items").every("details") == []
    assert site.get("/en/explain/longer/").json["short-word"] == ""


def test_a_word_that_can_hurt_says_so_in_the_longer_text(site):
    english = section("old word", notice="Best avoided.", ask="Ask *this*.")
    published("old-word", languages={"en": english})

    longer = site.get("/cy/egluro/longer/").json["old-word"]

    page = read(longer)
    assert page.one("div", class_="note-care").lang == "en"
    assert "Ask this." in page.text


def test_official_words_without_an_entry_are_named(site):
    page = explained(site, "A strategy discussion. Ask the LADO, and the LADO again.")
    named = page.one("section", **{"aria-labelledby": "unexplained"})

    assert not named.attributes.keys() & {"hidden"}
    assert [one.text for one in named.every("li")] == [
        "strategy discussion",
        "LADO times: 2",
    ]
    assert "Ask whoever wrote to you" in named.text


def test_nothing_is_named_where_nothing_is_left(site):
    named = explained(site).one("section", **{"aria-labelledby": "unexplained"})

    assert "hidden" in named.attributes


def test_there_is_an_end_to_what_is_named(site):
    letters = [f"{a}{b}{c}" for a in "BCDF" for b in "GHJK" for c in "LMN"]
    text = ", ".join(f"the {word} team" for word in letters)

    named = explained(site, text).one("section", **{"aria-labelledby": "unexplained"})

    assert len(named.every("li")) == 40
    assert "Number of others: 8" in named.text
