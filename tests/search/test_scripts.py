"""Names in other scripts, and languages that say themselves what does not count."""

from __future__ import annotations

import pytest

from glossary import languages
from glossary.closed_lists import MatchTier
from glossary.search import highlight, keys
from glossary.text import ACCENTS, Folding, fold
from tests.search.vocabulary import GLOSSARY, Described, Name, acronym, index_of
from tests.third_language.small import Small


def language(code, **facts):
    return type(code, (Small,), {"code": code, "name": code, **facts})()


SPOKEN = [
    language("he", alphabet=tuple("אבגדהוזחטיכלמנסעפצקרשת")),
    language("hi", folding=Folding(silent=f"{ACCENTS}\u093c")),
    language("sv", folding=Folding(kept="åäö")),
    language("th"),
]
DESCRIBED = [
    Described(
        "police",
        {
            "he": [Name("משטרה"), acronym("מצ״ח")],
            "hi": [Name("पुलिस जाँच")],
            "sv": [Name("får")],
            "th": [Name("ตำรวจ")],
        },
        {"hi": "वे क़ानून जानते हैं।", "he": "הם פתחו בחקירה."},
    ),
    Described(
        "another",
        {"hi": [Name("पलस")], "sv": [Name("far")], "th": [Name("ป่า")]},
    ),
    Described("third", {"th": [Name("ป้า")], "hi": [Name("क़ानूनी सहायता")]}),
]


@pytest.fixture
def index():
    for one in SPOKEN:
        languages._languages[one.code] = one
    return index_of([*GLOSSARY, *DESCRIBED])


@pytest.mark.parametrize(
    ("typed", "lang", "found"),
    [
        pytest.param("משטרה", "he", ["police"], id="hebrew"),
        pytest.param("מִשְׁטָרָה", "he", ["police"], id="niqqud"),
        pytest.param('מצ"ח', "he", ["police"], id="keyboards-gershayim"),
        pytest.param("पुलिस जांच", "hi", [], id="anusvara-is-a-spelling"),
        pytest.param("पुलिस जाँच", "hi", ["police"], id="hindi"),
        pytest.param("पलस", "hi", ["another"], id="hindi-without-vowels"),
        pytest.param("कानूनी सहायता", "hi", ["third"], id="no-dot-below"),
        pytest.param("får", "sv", ["police"], id="ring"),
        pytest.param("far", "sv", ["another"], id="no-ring"),
        pytest.param("FÅR", "sv", ["police"], id="capitals"),
        pytest.param("ป่า", "th", ["another"], id="tone"),
        pytest.param("ป้า", "th", ["third"], id="another-tone"),
        pytest.param("ปา", "th", [], id="no-tone"),
    ],
)
@pytest.mark.parametrize("asked", ["own", None], ids=["own", "any"])
def test_a_name_is_looked_up_as_its_language_reads_it(index, typed, lang, found, asked):
    rows = index.lookup(typed, lang=asked and lang)

    assert [row.entry_id for row in rows] == found


@pytest.mark.parametrize(
    ("typed", "lang", "match"),
    [
        pytest.param("पुलिस", "hi", MatchTier.NAME_START, id="begins-a-name"),
        pytest.param("जाँच", "hi", MatchTier.NAME_WORDS, id="a-word-of-a-name"),
        pytest.param("कानून", "hi", MatchTier.NAME_START, id="no-dot-below"),
        pytest.param("जानते", "hi", MatchTier.TEXT, id="a-word-of-a-text"),
        pytest.param("בַּחֲקִירָה", "he", MatchTier.TEXT, id="niqqud-in-a-text"),
        pytest.param("ตำร", "th", MatchTier.NAME_START, id="thai"),
    ],
)
def test_words_are_found_whole(index, typed, lang, match):
    hits = index.search(typed, lang=lang).hits

    assert [hit.match for hit in hits][:1] == [match]


def test_a_letter_inside_a_word_is_no_word(index):
    assert index.search("ल", lang="hi").hits == ()


def test_a_slip_is_forgiven_with_its_vowels(index):
    (close,) = index.lookup("पुलिस जाँछ", lang="hi", all_tiers=True)

    assert (close.entry_id, close.match) == ("police", MatchTier.CLOSE_SPELLING)


def test_what_is_typed_is_suggested(index):
    assert [row.label for row in index.suggest("पु", lang="hi")] == ["पुलिस जाँच"]
    assert [row.label for row in index.suggest("få", lang="sv")] == ["får"]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        pytest.param("भारत की पुलिस ने", "पुलिस", ["पुलिस"], id="hindi"),
        pytest.param("הַמִּשְׁטָרָה באה", "המשטרה", ["הַמִּשְׁטָרָה"], id="niqqud"),
        pytest.param("पुलिस", "ल", [], id="not-inside"),
        pytest.param("เขาคือ ตำรวจ ครับ", fold("ตำรวจ"), ["ตำรวจ"], id="thai"),
    ],
)
def test_a_word_is_highlighted_whole(text, word, found):
    assert [text[start:end] for start, end in highlight(text, [word])] == found


def test_a_word_is_highlighted_as_its_language_reads_it(index):
    text, swedish = "far och får", languages.get("sv")

    assert highlight(text, ["får"], swedish) == [(8, 11)]
    assert highlight(text, ["far"], swedish) == [(0, 3)]


@pytest.mark.parametrize(
    ("text", "key"),
    [("पुलिस जाँच।", "पुलिसजाँच"), ("«הַמִּשְׁטָרָה»", "המשטרה"), ("ป่า!", "ป่า")],
    ids=["hindi", "niqqud", "thai"],
)
def test_a_key_keeps_the_marks_that_count(text, key):
    assert keys.compact(text, Folding(silent="\u0591-\u05c7")) == key


def test_a_word_with_vowel_signs_is_no_code():
    assert keys.fixed_words("पुलिस NCA ป่า ADR149") == {"nca", "adr149"}
