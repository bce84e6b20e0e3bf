"""What findings say: for every code, in both languages, and in no third one."""

from __future__ import annotations

import datetime as dt
import re
from string import Formatter
from types import SimpleNamespace
from typing import Any

import pytest

from glossary.document import parse_document
from glossary.management import content_checks
from glossary.plain_language import (
    Code,
    Context,
    check_document,
    check_text,
    find_unchecked,
)
from glossary.plain_language.agreement import check_agreement
from glossary.plain_language.counts import check_counts
from glossary.plain_language.passages import markdown_passage, plain_passage
from glossary.plain_language.sentences import Said, read_sentences, say
from glossary.plain_language.tables import read_table
from tests.factories import entry_data, section
from tests.helplines import helpline
from tests.plain_language.terms import Words

LANGUAGES = ("en", "cy")
PARTS = ("reason", "suggestion", "editors")
TABLES = (
    "harmful_wording",
    "house_style",
    "idiom",
    "jargon",
    "mutations",
    "negatives",
    "voice",
)
TERMS = Words({"NPCC": "npcc", "multi-agency": "multi-agency"})
LONG = "We go " + "on and on " * 9 + "there."


def text(words, lang="en"):
    return check_text(words, lang, Context())


def short(*lengths):
    words = " ".join("A" + " word" * (length - 1) + "." for length in lengths)
    return check_counts(plain_passage(words, "en", part="short"))


def entry(**english):
    sections = {"en": section("house", **english), "cy": section("tŷ", "cy")}
    return check_document(
        parse_document(entry_data("house", languages=sections)), Context(terms=TERMS)
    )


def differ(english, welsh):
    one = markdown_passage(english, "en", place="/en", part="detail")
    two = markdown_passage(welsh, "cy", place="/cy", part="detail")
    return check_agreement(one, two, Context())


def overdue():
    late = helpline(review_by=dt.date(2026, 1, 2), languages={}, seen=())
    content: Any = SimpleNamespace(helplines={"line": SimpleNamespace(**late)})
    return content_checks._check_helplines(content, Context(), dt.date(2026, 3, 1))


EXAMPLES = {
    Code.LONG_SENTENCE: lambda: text(LONG),
    Code.LONG_ON_AVERAGE: lambda: text(LONG),
    Code.SHORT_TOO_LONG: lambda: short(20, 20, 1),
    Code.SHORT_TOO_MANY_SENTENCES: lambda: short(5, 5, 5, 5),
    Code.UNKNOWN_WORD: lambda: text("The polise."),
    Code.UNEXPLAINED_ABBREVIATION: lambda: text("The XQZ."),
    Code.UNLINKED_ABBREVIATION: lambda: entry(detail="The NPCC."),
    Code.JARGON: lambda: text("It is multi-agency work."),
    Code.UNLINKED_JARGON: lambda: entry(detail="It is multi-agency work."),
    Code.OFFICIALESE: lambda: text("They act in order to help."),
    Code.UNIDIOMATIC: lambda: text("Mae'n sefyll allan.", "cy"),
    Code.HOUSE_STYLE: lambda: entry(detail="You whom we help."),
    Code.HARMFUL_WORDING: lambda: text("It is child porn."),
    Code.HARMFUL_WORDING_WITHOUT_NOTICE: lambda: text("It is 'child porn'."),
    Code.MUTATION: lambda: text("Mae'n helpu ei plentyn.", "cy"),
    Code.DOUBLE_NEGATIVE: lambda: text("This is not unusual."),
    Code.PASSIVE: lambda: text("It was written."),
    Code.IMPERSONAL: lambda: text("Cyhoeddwyd yr adroddiad.", "cy"),
    Code.DATE_DIFFERS: lambda: differ("On 21 May 2024.", "Ar 21 Mehefin 2024."),
    Code.NUMBER_DIFFERS: lambda: differ("All 43.", "Pob un."),
    Code.ABBREVIATION_DIFFERS: lambda: differ("The XQZ.", "Y corff."),
    Code.QUOTATION_DIFFERS: lambda: differ("He said 'it was so'.", "Dywedodd hyn."),
    Code.LINK_DIFFERS: lambda: differ("[police](entry:police)", "heddlu"),
    Code.MISSING_LAYER: lambda: entry(detail="More."),
    Code.HELPLINE_OVERDUE: overdue,
    Code.SPELLING_NOT_CHECKED: lambda: find_unchecked("kw", "Kernewek"),
    Code.WORDING_NOT_CHECKED: lambda: find_unchecked("kw", "Kernewek"),
}


def placeholders(words):
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_every_code_has_sentences_and_an_example():
    assert set(read_sentences()) == set(Code) == set(EXAMPLES)


@pytest.mark.parametrize("code", Code)
def test_both_languages_say_the_same(code):
    row = read_sentences()[code]

    parts = [*filter(None, (getattr(row, name) for name in PARTS))]

    assert parts
    for part in parts:
        assert list(part) == list(LANGUAGES)
        assert all(part.values())
        assert placeholders(part["en"]) == placeholders(part["cy"])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_what_is_found_is_said_in_the_readers_language(code, lang):
    finding = next(one for one in EXAMPLES[code]() if one.code == code)

    for said in (finding.reason(lang), finding.suggestion(lang)):
        assert said.lang == lang
        assert said.text.endswith((".", "?"))
        assert not re.search(r"[{}]", said.text)


def test_counts_are_said_without_plurals_in_welsh():
    found = next(one for one in text(LONG) if one.code == Code.LONG_SENTENCE)

    assert found.reason("en").text == "The sentence has 30 words; the most is 25."
    assert found.reason("cy").text == "Nifer y geiriau yn y frawddeg: 30. Y mwyaf: 25."


def test_a_language_without_sentences_falls_back_whole():
    finding = text("It is child porn.")[0]

    assert finding.reason("kw") == finding.reason("en")
    assert finding.reason("kw").lang == "en"
    assert finding.for_editors("kw") is None


def test_a_sentence_is_never_in_two_languages():
    texts = {"en": "Shown. {why}", "cy": "Dangos. {why}", "kw": "Diskwedhes. {why}"}
    values = {"why": {"cy": "Mae'n brifo."}}

    assert say(texts, values, "kw") == Said("Dangos. Mae'n brifo.", "cy")


def _written():
    """Every sentence that a finding can say, with something in the gaps."""
    for row in read_table("findings"):
        yield from (row[part] for part in PARTS if part in row)
    for table in TABLES:
        for row in read_table(table):
            yield from (row[part] for part in ("why", "preferred") if part in row)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_as_plain_as_they_ask_others_to_be(lang):
    # A sentence may show words of another language, and hurtful ones, in quotation marks.
    shown = re.compile(r"\"[^\"]*\"|“[^”]*”|\{\w+\}|\(-\w+\)|entry:|\S+/\S+")
    texts = {shown.sub("…", texts[lang]) for texts in _written()}

    assert len(texts) > len(Code)
    assert [
        (one.code, one.excerpt, words)
        for words in texts
        for one in check_text(words, lang, Context())
        if one.code in {Code.UNKNOWN_WORD, Code.MUTATION, Code.LONG_SENTENCE}
    ] == []
