"""What we say of ourselves is true: nothing is called checked that nobody checked.

And what readers see holds no note to ourselves.
"""

import io
import re

import pytest
from pypdf import PdfReader

from glossary.document import short_code
from tests.contracts.test_translations import CATALOGUES, messages
from tests.web.html import read

pytestmark = pytest.mark.django_db

CLAIMS = {
    "en": re.compile(
        r"\b(?:re-?)?(?:checked|verified|confirmed|vetted)\b", re.IGNORECASE
    ),
    "cy": re.compile(
        r"\b(?:g?wirion?|gwiriodd|gwiriwyd|g?wedi(?:'i|'u)? (?:g?wirio|gadarnhau))\b",
        re.IGNORECASE,
    ),
}
NOTES = {
    "en": re.compile(
        r"\b(?:we|us|our|ours|saw|seen|copy|copies|source|look on its own page)\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"\b(?:\w+on ni|ydyn ni|gwelsom|gweld? ei|ein|copi|copïau|edrychwch ar ei)\b",
        re.IGNORECASE,
    ),
}
TRUE_CLAIMS = {
    # What a page shows where the data say that a person in that role has.
    "An editor has checked this text.",
    "A Welsh-language editor has checked this text.",
    "A subject expert has checked this text.",
    "A person with lived experience has checked this text.",
    # That nobody has.
    "No editor has checked this text yet.",
    "No Welsh-language editor has checked this text yet.",
    "No subject expert has checked this text yet.",
    "No person with lived experience has checked this text yet.",
    "Nobody has checked this form of the text yet.",
    "Nobody independent has checked that we do.",
    # Headings over these.
    "Who has checked this",
    "Who has checked what",
    # At the desk: what people have done who looked at a text there.
    "Who has checked it",
    "A second person confirmed what was erased",
    "What is public was checked as it is",
    "Readers are told of entries alone who has checked them.",
    "Checked by somebody; the text is the same",
    # What the program did with a text that a reader has just given it.
    "Your text, checked",
    "You can paste a text, or send a file, to have it explained or checked. "
    "Our computer reads it, answers, and forgets it. It is in no log, and we keep no copy.",
    "No editor or expert has checked this text yet.",
    "A text that you have explained or checked with scripts switched off may stay in "
    "the browser, even after you close it.",
    "To explain a text, your own device looks for the words. Neither what you paste "
    "nor a file of plain text is sent. Other files are, and so is a text to be checked.",
}
CODES = ",".join(map(short_code, ("grooming", "adr149", "iicsa")))
SHOWN = [
    ("en", "/en/help/"),
    ("cy", "/cy/cymorth/"),
    *(
        (lang, f"{path}?t={CODES}{options}")
        for lang, path in (("en", "/en/leaflet/"), ("cy", "/cy/taflen/"))
        for options in ("", "&large=1&more=1&codes=1")
    ),
]
FILES = [
    ("en", f"/en/leaflet.pdf?t={CODES}&both=1"),
    ("cy", f"/cy/taflen.pdf?t={CODES}&both=1"),
]


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """All of this is said of the starter glossary."""


def test_nobody_has_rung_any_of_the_numbers(starter_content):
    # When somebody does, `rung_on` holds the day, and these tests ask less.
    days = [one.rung_on for one in starter_content.helplines.values()]

    assert len(days) > 10
    assert set(days) == {None}


def test_a_page_that_is_among_code_is_called_one(starter_content):
    pages = [
        page
        for helpline in starter_content.helplines.values()
        for page in helpline.seen
        if "github.com" in str(page.url)
    ]

    assert pages
    assert all("GitHub" in said for page in pages for said in page.languages.values())


@pytest.mark.parametrize(("lang", "path"), SHOWN)
def test_help_and_leaflets_call_nothing_checked(site, lang, path):
    text = read(site.get(path).text).one("main").text

    assert CLAIMS[lang].findall(text) == []


@pytest.mark.parametrize(("lang", "path"), FILES)
def test_neither_does_a_leaflet_as_a_file(site, lang, path):
    pages = PdfReader(io.BytesIO(site.get(path).body)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert "Nobody has rung them" in text
    assert [CLAIMS[one].findall(text) for one in CLAIMS] == [[], []]


def test_what_is_said_of_a_helpline_is_no_note_to_ourselves(starter_content):
    said = [
        (lang, text)
        for document in starter_content.helplines.values()
        for lang, words in document.languages.items()
        for text in words.model_dump(exclude={"name_lang"}).values()
        if text
    ]

    assert {lang for lang, _ in said} == {"en", "cy"}
    assert [
        (text, match)
        for lang, text in said
        for match in NOTES[lang].findall(text) + CLAIMS[lang].findall(text)
    ] == []


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "We have not seen its hours. They are on its own page."),
        ("en", "The copies that we saw do not agree on its hours."),
        ("cy", "Dydyn ni ddim wedi gweld ei horiau. Maen nhw ar ei thudalen ei hun."),
        ("cy", "Dydy'r copïau a welsom ddim yn cytuno am ei horiau."),
    ],
)
def test_such_notes_would_be_found(lang, sentence):
    assert NOTES[lang].search(sentence)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "We checked all these numbers on 21 November 2026 or later."),
        ("cy", "Gwirion ni'r rhifau hyn i gyd ar 21 Tachwedd 2026 neu wedyn."),
        ("cy", "Rydyn ni wedi gwirio'r rhifau hyn."),
    ],
)
def test_such_claims_would_be_found(lang, sentence):
    assert CLAIMS[lang].search(sentence)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_interface_calls_checked_only_what_was(path):
    claims = {str(row.id) for row in messages(path) if CLAIMS["en"].search(str(row.id))}

    assert claims <= TRUE_CLAIMS


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_verb_reads_as_the_word_for_silly(path):
    texts = [str(row.string) for row in messages(path)]

    assert len(texts) > 500
    assert [text for text in texts if re.search(r"\b[Gg]wirion\b", text)] == []
