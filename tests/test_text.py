"""Folding, keys, words and slugs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import text
from glossary.text import ACCENTS, PLAIN, Folding

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


WHOLE = {
    "devanagari": "पुलिस की जाँच में बच्चों",
    "bengali": "পুলিশ কী তদন্তে",
    "tamil": "காவல்துறை விசாரணை",
    "thai": "ตำรวจ ที่ อยู่",
    "khmer": "ប៉ូលិស ស៊ើបអង្កេត",
    "burmese": "ရဲတပ်ဖွဲ့ စုံစမ်း",
    "arabic with harakat": "الشُّرْطَة تُحَقِّقُ",
    "hebrew with niqqud": "הַמִּשְׁטָרָה חוֹקֶרֶת",
    "hebrew abbreviation": "צה״ל מנכ״ל",
    "yoruba": "ọlọ́pàá ẹ̀kọ́",
    "vietnamese in parts": "ca\u0309nh sa\u0301t",
}


@pytest.mark.parametrize("written", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_word_is_whole_whatever_is_drawn_on_its_letters(written, form):
    folded = list(text.words(unicodedata.normalize(form, written)))
    accented = list(text.accented_words(unicodedata.normalize(form, written)))

    assert len(folded) == len(accented) == len(written.split())
    assert [text.fold(word) for word in accented] == folded


def test_a_mark_alone_makes_no_word():
    assert list(text.words("❤\ufe0f 1\ufe0f\u20e3 \u093f x")) == ["1", "x"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("पुलिस", "पलस"),
        ("कल", "काल"),
        ("ปา", "ป่า"),
        ("ต", "ตำ"),
    ],
    ids=["vowels", "one vowel", "tone", "am"],
)
def test_what_is_another_word_is_told_apart(one, other):
    assert text.fold(one) != text.fold(other)


HINDI = Folding(silent=f"{ACCENTS}\u093c")
RUSSIAN = Folding(kept="й")
SWEDISH = Folding(kept="åäö")
TURKISH = Folding(kept="ıçğöşü", small=(("I", "ı"), ("İ", "i")))
YIDDISH = Folding(silent=ACCENTS)


@pytest.mark.parametrize(
    ("folding", "written", "folded"),
    [
        pytest.param(HINDI, "जाँच क़ानून", "जाँच कानून", id="a-dot-below"),
        pytest.param(RUSSIAN, "ЁЛКА ЙО́Д", "елка йод", id="one-letter-of-its-own"),
        pytest.param(SWEDISH, "FÅ Å\u0301terstå idé", "få återstå ide", id="rings"),
        pytest.param(SWEDISH, "fa\u030a", "få", id="ring-apart"),
        pytest.param(TURKISH, "IŞIK İzmir kâğıt", "ışık izmir kağıt", id="dotless"),
        pytest.param(YIDDISH, "פּאָליציי", "פּאָליציי", id="points-that-count"),
        pytest.param(PLAIN, "IŞIK ısı פּאָ", "isik isi פא", id="plain"),
        pytest.param(PLAIN, "الشُّرْطَــة أُمّ", "الشرطة ام", id="harakat"),
    ],
)
def test_a_language_says_what_does_not_count(folding, written, folded):
    assert folding.fold(written) == unicodedata.normalize("NFC", folded)


FOLDINGS = {
    "plain": PLAIN,
    "hindi": HINDI,
    "russian": RUSSIAN,
    "swedish": SWEDISH,
    "turkish": TURKISH,
    "yiddish": YIDDISH,
}


@pytest.mark.parametrize("folding", FOLDINGS.values(), ids=FOLDINGS)
@given(
    written=st.text(
        st.characters(categories=("L", "M", "N", "Z"))
        | st.sampled_from("aåIİıéй\u0301\u030a\u0306")
    )
)
def test_folding_twice_changes_nothing_in_any_language(folding, written):
    once = folding.fold(written)

    assert folding.fold(once) == once
    assert folding.fold(unicodedata.normalize("NFD", written)) == once


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


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "the officer(s) and the swyddog(ion) here",
            "the officer and the swyddog here",
        ),
        ("plan[12] of plan [3] and plan(s)[4]", "plan of plan  and plan"),
        ("one¹ two[2] officer(s) three³ four (s)", "one two officer three four (s)"),
        ("two[1] one¹, ² on", "two one on"),
        ("safeguarding1 and CSA12", "safeguarding and CSA12"),
        ("in 2[1] rows ([1]) of (s)", "in 2 rows ([1]) of (s)"),
        ("N.P.C.C.¹ and C.S.A", "NPCC and CSA"),
        ("¹ begins, [2] begins, x(y) z", "¹ begins, [2] begins, x(y) z"),
        ("", ""),
    ],
    ids=str,
)
def test_notes_and_open_plurals_are_not_said(written, said):
    assert text.as_said(written) == said
