"""What holds of the page of every entry of the starter glossary, in both languages."""

import re
from collections import defaultdict
from itertools import chain

import pytest

from glossary import languages
from glossary.languages.dictionary import lemma_of
from glossary.plain_language.dictionaries import find_dictionary
from tests.web.html import read
from tests.web.test_every_page import FOUND, QUESTIONS

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "cy")
LAST = {"deprecated", "superseded"}
ADDRESS = re.compile(r"https?://\S+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@pytest.fixture(scope="module")
def known(starter_content, starter_glossary):
    """Every page that was asked for, once for all tests."""
    return {}


@pytest.fixture
def get(known, site):
    def ask(path):
        if path not in known:
            answer = site.get(path)
            assert answer.status == 200
            known[path] = read(answer.text)
        return known[path]

    return ask


def entry_page(lang, document):
    word = languages.get(lang).path_words.get("terms", "terms")
    return f"/{lang}/{word}/{document.languages[lang].slug}/"


def entries(content):
    return [
        (entry_page(lang, document), document)
        for document in content.entries.values()
        for lang in LANGUAGES
        if lang in document.languages
    ]


def paths_of(content, lang):
    return [path for path, _ in entries(content) if path[1:3] == lang]


def is_no_good(term):
    return term.status in LAST or term.context_only


def test_names_that_are_no_good_come_last_and_nobody_is_said_to_use_them(
    starter_content, get
):
    tried = 0
    for path, document in entries(starter_content):
        page = get(path)
        bold = {
            one.text for one in page.one("div", class_="entry-record").every("strong")
        }
        last = [
            row.every("span")[0].text
            for part in page.every("ul", class_="names-last")
            for row in part.every("li")
        ]
        plain = {
            (lang, term.text)
            for lang, section in document.languages.items()
            for term in section.terms
            if is_no_good(term)
        }
        assert sorted(last) == sorted(text for _, text in plain), path
        for _, text in plain:
            assert text not in bold, path
        for part in page.every("ul", class_="names-last"):
            assert all(": " in row.text for row in part.every("li")), path
        tried += len(plain)
    assert tried > 100


def test_no_harmful_name_is_read_before_the_meaning(starter_content, get):
    tried = 0
    for path, document in entries(starter_content):
        section = document.languages[path[1:3]]
        words = get(path).one("article").text
        meaning = words.index(get(path).one("h2", id="explanation").text)
        for term in section.terms:
            if term.status == "deprecated" and term.text not in section.preferred.text:
                tried += 1
                assert words.index(term.text) > meaning, path
    assert tried >= 5


def languages_of_texts(content):
    """Return the languages of each name, title, quotation and short version."""
    found = defaultdict(set)
    rows = chain(*map(texts_of_entry, content.entries.values()), texts_beside(content))
    for text, lang in rows:
        found[text].add(lang)
    return found


def texts_of_entry(document):
    for lang, section in document.languages.items():
        yield section.short, lang
        for term in section.terms:
            kept = term.provenance and term.provenance.status == "kept-in-english"
            yield term.text, "en" if kept else lang
    for citation in document.citations:
        yield citation.locator or "", "en"
        yield citation.quotation or "", citation.lang


def texts_beside(content):
    for source in content.sources.values():
        yield source.title, source.lang
        names = source.publisher_names or {"en": source.publisher}
        yield from ((name, lang) for lang, name in names.items())
    for topic in content.topics.values():
        for lang, text in topic.languages.items():
            yield text.label, lang
            yield text.description, lang


def wrong_runs(page, texts):
    """Yield the runs of a page that are read out in a language they are not in.

    A code or an abbreviation in a sentence is one of its words.
    """
    for lang, text in page.one("body").spoken():
        run = re.sub(r"^[\s(,.:;·]+|[\s),.:;·]+$", "", text)
        expected = texts.get(run, texts.get(text))
        if expected and lang not in expected and " " in run:
            yield lang, run


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_run_of_an_entry_is_in_its_language(starter_content, get, lang):
    texts = languages_of_texts(starter_content)

    wrong = {
        path: [*wrong_runs(get(path), texts)]
        for path in paths_of(starter_content, lang)
    }

    assert len(wrong) > 100
    assert {path: found for path, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    "path",
    [row for row in FOUND if row in QUESTIONS]
    + [
        "/cy/dogfennau/welsh-government-datganiad-ysgrifenedig-ar-adroddiad-terfynol-yr/"
    ],
)
def test_every_run_of_a_page_is_in_its_language(starter_content, get, path):
    assert [*wrong_runs(get(path), languages_of_texts(starter_content))] == []


def test_a_name_of_another_language_would_be_found(starter_content):
    texts = languages_of_texts(starter_content)
    page = read('<body lang="cy"><p>Operation Makesafe</p><p>Home Office</p></body>')

    assert [*wrong_runs(page, texts)] == [
        ("cy", "Operation Makesafe"),
        ("cy", "Home Office"),
    ]


def is_known(word, lang):
    """Tell whether a dictionary of ``lang`` has the word, also where it is no name."""
    return any(
        find_dictionary(lang).spell(one) or lemma_of(lang, one)
        for one in (word, word.lower())
    )


def english_phrases(text):
    """Yield the runs of two or more words that English has and Welsh has not."""
    run: list[str] = []
    end = 0
    for found in WORD.finditer(text):
        word = found.group()
        if text[end : found.start()] not in (" ", "-"):
            yield run
            run = []
        if is_known(word, "en") and not is_known(word, "cy"):
            run = [*run, word]
        else:
            yield run
            run = []
        end = found.end()
    yield run


def unmarked(page, titles):
    """Yield the English phrases of a page that a Welsh voice would read out.

    A title is in the language that its source is said to be in.
    """
    for lang, text in page.one("body").spoken():
        if lang == "cy" and text not in titles:
            runs = english_phrases(ADDRESS.sub("", text))
            yield from (" ".join(run) for run in runs if len(run) > 1)


def test_no_english_phrase_of_a_welsh_entry_is_read_out_as_welsh(starter_content, get):
    titles = {source.title for source in starter_content.sources.values()}

    found = {
        path: [*unmarked(get(path), titles)] for path in paths_of(starter_content, "cy")
    }

    assert len(found) > 100
    assert {path: phrases for path, phrases in found.items() if phrases} == {}


# The names of helplines have the names of bodies and of services in them.
NAMES_LINES = {"help-cy", "help-in-welsh-cy", "changes-cy"}
WELSH = [
    row
    for row in QUESTIONS
    if str(row.id).endswith("-cy") and row.id not in NAMES_LINES
]


@pytest.mark.parametrize("path", WELSH)
def test_no_english_phrase_of_a_welsh_page_is_read_out_as_welsh(
    starter_content, get, path
):
    titles = {source.title for source in starter_content.sources.values()}

    assert [*unmarked(get(path), titles)] == []


def test_an_english_phrase_would_be_found():
    text = '"Subject profile" yw enw\'r heddlu. <span lang="en">Working Group</span>'
    page = read(f'<body lang="cy"><p>{text}</p><p>Mae Working-Group yno</p></body>')

    assert [*unmarked(page, set())] == ["Subject profile", "Working Group"]
