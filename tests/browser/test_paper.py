"""What comes out of a printer: sheets that say what they are, and can be used alone."""

import datetime as dt
import io
import re
import unicodedata
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from glossary.dates import day_in_words
from tests.browser.places import ENTRY, LANGUAGES, PLACES, some
from tests.browser.reader import PHONE

pytestmark = pytest.mark.browser

both = pytest.mark.parametrize("lang", LANGUAGES)
LONGEST = 10
# Links to other pages of ours that stand alone, or at the end, after a whole sentence.
ONWARD = """all => all.filter((one) => {
    const before = one.previousSibling?.textContent.trim();
    const around = one.parentElement;
    if (one.nextSibling?.textContent.trim()) return false;
    return before ? /[.:?]$/.test(before)
        : around.matches("p") && around.textContent.trim() === one.textContent.trim();
}).map((one) => one.textContent)"""


def printed(page):
    return PdfReader(io.BytesIO(page.pdf(format="A4")))


def text_of(paper):
    """Return the words on all sheets, without the numbers of the sheets."""
    sheets = (re.sub(r"^\d+ / \d+", "", one.extract_text()) for one in paper.pages)
    return " ".join(unicodedata.normalize("NFKC", " ".join(sheets)).split())


@pytest.fixture(scope="module")
def longest(starter_content):
    """The addresses of the entries with the longest texts, in each language."""
    return {
        lang: [
            f"{ENTRY[lang].rsplit('/', 2)[0]}/{section.slug}/"
            for section in sorted(
                (entry.languages[lang] for entry in starter_content.entries.values()),
                key=lambda section: -len(section.model_dump_json()),
            )[:LONGEST]
        ]
        for lang in LANGUAGES
    }


@both
def test_the_longest_entries_take_two_sides(visit, longest, lang):
    reader = visit(viewport=PHONE)

    sheets = {path: len(printed(reader.open(path)).pages) for path in longest[lang]}

    assert len(sheets) == LONGEST
    assert max(sheets.values()) <= 2, sheets


@both
def test_an_entry_on_paper_has_the_numbers_to_ring(reader, lang):
    words = text_of(printed(reader.open(PLACES["entry"]._asdict()[lang])))

    for number in ("999", "101", "0800 1111"):
        assert number in words
    assert "Childline" in words


@both
def test_the_page_of_help_prints_every_number_on_few_sheets(
    reader, starter_content, lang
):
    page = reader.open(PLACES["help"]._asdict()[lang])
    lines = starter_content.helplines
    folded = lines["samaritans"].languages[lang].notes
    wanted = {number for one in lines.values() for number in (one.phone, one.text)}
    numbers = page.locator("a[href^='tel:'], a[href^='sms:']").all_inner_texts()

    paper = printed(page)

    words = text_of(paper)
    assert len(wanted) > 12
    assert wanted - {None} <= set(numbers)
    assert [one for one in numbers if one not in words] == []
    assert paper.pages[0].extract_text().count("999") >= 3
    assert folded in words
    assert len(paper.pages) <= 7


@pytest.mark.parametrize(
    ("path", "status"),
    some("home", "a-to-z", "entry", "documents", "map", "help", "about", "topic"),
)
def test_a_print_says_what_it_is_and_ends_with_where_it_is_from(browse, path, status):
    page = browse(path, status)
    heading = " ".join(page.locator("h1").inner_text().split())
    today = dt.datetime.now(ZoneInfo("Europe/London")).date()

    words = text_of(printed(page))

    assert words.startswith("Plain Words · Geiriau Plaen")
    assert day_in_words(today, path[1:3]) in words[:200]
    assert heading in words[:400]
    assert "CC BY 4.0" in words[-700:]
    assert words.replace(" ", "").endswith(page.url)


@pytest.mark.parametrize(
    ("path", "status"),
    some(
        *("home", "a-to-z", "topics", "topic", "documents", "about"),
        *("entry", "entry-with-everything"),
    ),
)
def test_no_link_is_printed_that_is_of_use_on_a_screen_only(browse, path, status):
    page = browse(path, status)

    page.emulate_media(media="print")

    help_page = re.compile("^(Help and support|Cymorth a chefnogaeth)$")
    assert page.locator("a:visible").filter(has_text=help_page).count() == 0
    assert page.locator(".add:visible").count() == 0
    assert (
        page.locator("main :is(p, li) > a[href^='/']:visible").evaluate_all(ONWARD)
        == []
    )


@both
def test_a_to_z_prints_in_columns(reader, lang):
    page = reader.open(PLACES["a-to-z"]._asdict()[lang])

    sheets = len(printed(page).pages)
    page.emulate_media(media="print")
    columns = (
        page.locator(".index")
        .nth(2)
        .evaluate("(one) => getComputedStyle(one).columnCount")
    )

    assert columns == "3"
    assert sheets <= 4


@pytest.mark.parametrize(
    ("path", "folds"),
    [
        pytest.param(ENTRY["en"], ".folds > details", id="entry"),
        pytest.param("/cy/cymorth/", ".helpline > details", id="help"),
    ],
)
def test_what_is_folded_is_open_while_it_is_printed(reader, path, folds):
    """Scripts do it: not every browser has ``::details-content``."""
    page = reader.open(path)
    are_open = f"[...document.querySelectorAll('{folds}')].map((one) => one.open)"
    page.locator(f"{folds} > summary").first.click()

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    during = page.evaluate(are_open)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    after = page.evaluate(are_open)

    assert len(during) > 1
    assert all(during)
    assert after == [True] + [False] * (len(after) - 1)


@both
def test_what_is_folded_is_printed_without_scripts_too(visit, lang):
    page = visit(java_script_enabled=False).open(ENTRY[lang])
    folded = page.locator("#record")
    assert not folded.is_visible()

    words = text_of(printed(page))

    assert {"en": "We last went through this", "cy": "Aethon ni drwy"}[lang] in words


@both
def test_a_text_explained_prints_without_what_one_can_try_next(reader, lang):
    page = reader.open(PLACES["explain-example"]._asdict()[lang])
    page.locator("form.ask button[type=submit]").click()
    page.locator("#explained .items li").first.wait_for()

    words = text_of(printed(page))

    assert "HMICFRS" in words
    for link in page.locator("form.ask ~ .hint a").all():
        assert link.inner_text() not in words


def test_a_printed_document_says_where_to_read_it(reader):
    page = reader.open(PLACES["document"].en)

    assert "https://hmicfrs" in text_of(printed(page))


@both
def test_what_was_looked_for_is_not_in_the_printed_address(reader, lang):
    page = reader.open(PLACES["results"]._asdict()[lang])

    assert "?q=" not in text_of(printed(page))
