"""The words under which running text is found."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.languages.english import language as english
from glossary.languages.welsh import language as welsh


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("heddlu'n", "heddlu"),
        ("heddlu\u2019r", "heddlu"),
        ("i'w", "i"),
        ("o'i", "o"),
        ("a'u", "a"),
        ("mae'r", "mae"),
        ("sy'n", "sy"),
        ("i'm", "i"),
        ("a'th", "a"),
        ("i'ch", "i"),
    ],
)
def test_welsh_clitics_are_split_off(written, stem):
    assert welsh.search_words(written)[0] == stem


@pytest.mark.parametrize(
    ("written", "lemma"),
    [
        ("gamfanteisio", "camfanteisio"),
        ("wasanaethau", "gwasanaeth"),
        ("blant", "plentyn"),
        ("gam-drin", "camdrin"),
        ("Nghaerdydd", "caerdydd"),
        ("tai", "ty"),
    ],
)
def test_a_welsh_word_is_also_found_under_its_lemma(written, lemma):
    assert lemma in welsh.search_words(written)[1:]


def test_a_word_that_is_its_own_lemma_comes_once():
    assert welsh.search_words("camfanteisio") == ("camfanteisio",)


def test_accents_are_used_for_the_lemma_and_then_folded():
    assert welsh.search_words("mechnïaeth dŵr") == ("mechniaeth", "dwr")


def test_words_come_in_order_and_as_often_as_they_are_written():
    assert welsh.search_words("Yr heddlu a'r heddlu") == (
        *("yr", "y"),
        "heddlu",
        "a",
        "heddlu",
    )


@pytest.mark.parametrize("written", ["cam-fanteisio", "cam\u2011fanteisio"])
def test_a_hyphenated_word_is_found_closed_up_and_in_parts(written):
    assert welsh.search_words(written)[:3] == ("camfanteisio", "cam", "fanteisio")


def test_a_part_of_one_letter_is_no_word():
    assert english.search_words("e-mail") == ("email", "mail")


def test_english_possessives_are_split_off():
    assert english.search_words("The police\u2019s victims' profile's didn't") == (
        *("the", "police", "victims", "victim", "profile", "didnt"),
    )


@pytest.mark.parametrize(
    ("written", "singular"),
    [("hotels", "hotel"), ("agencies", "agency"), ("offences", "offence")],
)
def test_an_english_plural_is_found_under_its_singular(written, singular):
    assert english.search_words(written) == (written, singular)


@pytest.mark.parametrize("word", "police status access this basis heroes gas".split())
def test_what_is_no_plural_stays_as_it_is(word):
    assert english.search_words(word) == (word,)


def test_nothing_has_no_words():
    assert welsh.search_words(" — ") == english.search_words("") == ()


@settings(deadline=None)  # the first lemma of a process takes half a second
@given(st.text("abdefghilmnorstuwyŵïAB'’-\u2011. ", max_size=40))
def test_every_word_is_plain(text):
    found = [*welsh.search_words(text), *english.search_words(text)]

    assert bool(found) == any(map(str.isalpha, text))
    assert [word for word in found if not (word.isalnum() and word.islower())] == []


def test_lemmas_are_loaded_when_one_is_asked_for():
    code = (
        "import sys; from glossary.languages.welsh import language as cy;"
        "cy.sort_key('llys'); cy.radicals('lys'); print('simplemma' in sys.modules);"
        "cy.search_words('lys'); print('simplemma' in sys.modules)"
    )

    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert run.stdout.split() == ["False", "True"]
