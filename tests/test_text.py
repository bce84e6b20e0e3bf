"""Folding, keys, words and slugs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import text

APOSTROPHES = ["'", "\u2018", "\u2019", "\u02bc"]
HYPHENS = ["-", "\u2010", "\u2011"]


def test_stored_text_is_in_normal_form_c():
    assert text.normalise("w\u0302yl") == "ŵyl"


@pytest.mark.parametrize(
    ("accented", "plain"),
    [
        ("âêîôûŵŷ", "aeiouwy"),
        ("áéíóúẃý", "aeiouwy"),
        ("àèìòùẁỳ", "aeiouwy"),
        ("äëïöüẅÿ", "aeiouwy"),
        ("ÂÊÎÔÛŴŶ", "AEIOUWY"),
    ],
    ids=["circumflex", "acute", "grave", "diaeresis", "capitals"],
)
def test_every_welsh_accent_is_taken_off(accented, plain):
    assert text.without_accents(accented) == plain


@pytest.mark.parametrize("apostrophe", [*APOSTROPHES, "\u00b4", "\uff07"])
def test_apostrophes_are_one(apostrophe):
    assert text.fold(f"heddlu{apostrophe}n") == "heddlu'n"


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_hyphens_are_one(hyphen):
    assert text.fold(f"cam{hyphen}drin") == "cam-drin"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("lines\u00a0of\n enquiry ", "lines of enquiry"),
        ("cam\u00adfan\u200bteisio", "camfanteisio"),
        ("MECHNÏAETH", "mechniaeth"),
        ("ﬁnancial", "financial"),
        ("Straße", "strasse"),
        ("0¨", "0"),
        ("", ""),
    ],
    ids=[
        "spaces",
        "invisible",
        "capitals",
        "ligature",
        "sharp s",
        "lone accent",
        "nothing",
    ],
)
def test_folding(written, folded):
    assert text.fold(written) == folded


def test_unifying_keeps_the_accents():
    assert text.unify("I\u2019r  DŴR") == "i'r dŵr"


@given(st.text())
def test_folding_twice_changes_nothing(written):
    assert text.fold(text.fold(written)) == text.fold(written)


@given(st.text())
def test_the_normal_form_does_not_matter(written):
    assert text.fold(unicodedata.normalize("NFD", written)) == text.fold(
        unicodedata.normalize("NFC", written)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cam-fanteisio", "camfanteisio"),
        ("ADR 149", "adr149"),
        ("Cam\u2011drin", "cam drin"),
        ("problem profile's", "problem profile\u2019s"),
        ("R & D", "R&D"),
        ("U.K.", "uk"),
    ],
)
def test_spellings_that_share_a_key(one, other):
    assert text.key(one) == text.key(other)


def test_words_keep_their_apostrophes_and_hyphens():
    words = list(text.words("Mae\u2019r cam\u2011drin (ŵyr) \u2013 s.47, 'dyfyniad'"))

    assert words == ["mae'r", "cam-drin", "wyr", "s", "47", "dyfyniad"]


def test_accented_words_keep_their_accents():
    assert list(text.accented_words("Dŵr, MECHNÏAETH")) == ["dŵr", "mechnïaeth"]


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Camfanteisio\u2019n rhywiol", "camfanteision-rhywiol"),
        ("Gweithdrefn (Cymru) – ŵyl", "gweithdrefn-cymru-wyl"),
        ("ADR149", "adr149"),
        ("---", ""),
    ],
)
def test_slugs_are_plain(written, slug):
    assert text.slug(written) == slug
