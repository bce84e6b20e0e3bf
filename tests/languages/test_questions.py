"""What a question asks for, in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.english import language as english
from glossary.languages.welsh import language as welsh
from glossary.text import fold

ENGLISH = [
    "what is {}",
    "What's {}?",
    "what’s {}",
    "whats {}",
    "what are {}",
    "what was {}?",
    "what were {}",
    "what does {} mean?",
    "what do {} mean",
    "what did {} mean",
    "what does {} actually mean in a letter",
    "what does “{}” mean",
    "what does the word {} mean?",
    "what do the letters {} stand for",
    "what do they mean by {}",
    'what do they mean by "{}"?',
    "what do the police mean by {}",
    "what does it mean when it says {}",
    "what is meant by {}",
    "what is the meaning of {}",
    "the meaning of {}",
    "meaning of {}",
    "definition of the term {}",
    "define {}",
    "explain {}",
    "please explain {}",
    "can you explain what {} is",
    "can you tell me what {} means please",
    "tell me about {}",
    "who is {}",
    "who are {}?",
    "who’s {}",
    "do you know what {} is?",
    "I don't understand {}",
    "I want to know what {} means",
    "so what is {}",
    "{} meaning",
    "{}, meaning?",
    "{} definition",
    "what {} means",
    "what {} is",
]
WELSH = [
    "beth yw {}",
    "Beth yw {}?",
    "be yw {}",
    "beth ydy {}",
    "be ydi {}",
    "be di {}",
    "be 'di {}?",
    "be ’di {}",
    "beth yw'r {}",
    "beth oedd {}",
    "beth mae {} yn ei olygu",
    "beth mae {} yn ei feddwl?",
    "beth mae {} yn golygu",
    "beth mae “{}” yn ei olygu?",
    "beth mae'r gair {} yn ei feddwl",
    "beth ma {} yn feddwl",
    "be ma {} yn feddwl",
    "be ma' {} yn feddwl",
    "be mae {}'n ei olygu",
    "beth yw ystyr {}",
    "be ydi ystyr y gair {}?",
    "ystyr {}",
    "ystyr y gair {}",
    "beth yw diffiniad {}",
    "beth maen nhw'n ei feddwl wrth {}",
    "be ma'r heddlu yn feddwl wrth {}",
    "beth a olygir wrth {}",
    "beth sy'n cael ei olygu gan {}",
    "pwy yw {}",
    "pwy ydy {}?",
    "pwy 'di {}",
    "esboniwch {}",
    "eglurwch y gair {}",
    "dywedwch wrtha i beth yw {}",
    "dw i eisiau gwybod beth yw {}",
    "dydw i ddim yn deall {}",
    "sut mae esbonio {}",
    "{} ystyr",
    "felly beth yw {}?",
    "allwch chi esbonio {}",
    "dwi'n moyn gwybod beth yw {}",
    "beth mae {}",
    "y gair {}",
]


@pytest.mark.parametrize("frame", ENGLISH)
@pytest.mark.parametrize("subject", ["CSE", "a problem profile", "bail conditions"])
def test_an_english_question_asks_for_its_subject(frame, subject):
    assert english.without_question(frame.format(subject)) == subject


@pytest.mark.parametrize("frame", WELSH)
@pytest.mark.parametrize("subject", ["CSE", "camfanteisio", "proffil problem"])
def test_a_welsh_question_asks_for_its_subject(frame, subject):
    assert welsh.without_question(frame.format(subject)) == subject


@pytest.mark.parametrize(
    "text",
    [
        *("child protection", "what", "who?", "meaning", "explain", "is CSE", ""),
        *("problem profile", "my daughter was groomed"),
    ],
)
def test_what_is_no_question_is_left_as_it_is(text):
    assert english.without_question(text) == text


def test_a_name_that_begins_like_a_question_loses_no_more_than_its_beginning():
    assert english.without_question("Who's Who in policing 2") == "Who in policing 2"


@pytest.mark.parametrize(
    "text", ["heddlu", "beth", "pwy", "ystyr", "cafodd fy merch ei chamfanteisio", ""]
)
def test_what_is_no_welsh_question_is_left_as_it_is(text):
    assert welsh.without_question(text) == text


def test_a_very_long_text_is_no_question():
    text = "what is " + "a" * 300

    assert english.without_question(text) == text


@given(st.text(st.sampled_from("what is mean by beth yw 'n ei ystyr?"), max_size=200))
def test_what_is_asked_for_stands_in_the_question(text):
    for language in (english, welsh):
        assert language.without_question(text) in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (english, "the a of was my she is to and what".split()),
        (welsh, "y yr a i o yn fy ei mae cafodd beth am ar".split()),
    ],
    ids=["en", "cy"],
)
def test_little_words_carry_nothing(language, words):
    assert set(words) <= set(language.little_words)


@pytest.mark.parametrize("language", [english, welsh], ids=["en", "cy"])
def test_words_of_sentences_are_little_and_folded(language):
    assert set(language.clause_words) < set(language.little_words)
    assert all(word.islower() and word.isalpha() for word in language.clause_words)


@pytest.mark.parametrize("language", [english, welsh], ids=["en", "cy"])
def test_words_for_the_harmed_and_for_blame_are_apart_folded_and_known(language):
    harmed, accusing = set(language.harmed_words), set(language.accusing_words)

    assert harmed
    assert accusing
    assert harmed.isdisjoint(accusing | set(language.little_words))
    assert all(word == fold(word) and word.isalpha() for word in harmed | accusing)


def test_words_of_the_field_are_not_little():
    field = "child police report case charge force team plant heddlu adroddiad merch".split()

    for language in (english, welsh):
        assert set(field).isdisjoint(language.little_words)
