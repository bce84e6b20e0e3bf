"""Whole words in any script."""

import pytest

from tests.matching.marking import acronym, marked, term


@pytest.mark.parametrize(
    ("text", "form", "quotes"),
    [
        pytest.param("в ФОНД и фонды", "фонд", ["ФОНД"], id="cyrillic"),
        pytest.param(
            "Η ΑΣΤΥΝΟΜΊΑΣ, αστυνομία", "αστυνομίας", ["ΑΣΤΥΝΟΜΊΑΣ"], id="greek"
        ),
        pytest.param("في الشرطة الآن", "الشرطة", ["الشرطة"], id="arabic"),
        pytest.param("الشُّرطة", "الشرطة", ["الشُّرطة"], id="arabic-with-vowels"),
        pytest.param("भारत पुलिस ने", "पुलिस", ["पुलिस"], id="devanagari"),
        pytest.param("पुलिसकर्मी", "पुलिस", [], id="devanagari-goes-on"),
        pytest.param("पलस", "पुलिस", [], id="devanagari-without-vowels"),
        pytest.param("पुलिसा", "पुलिस", [], id="devanagari-vowel-behind"),
        pytest.param("הַמִּשְׁטָרָה", "המשטרה", ["הַמִּשְׁטָרָה"], id="hebrew-with-vowels"),
        pytest.param('צה"ל צה״ל', "צה", [], id="hebrew-abbreviation"),
        pytest.param("警察と児童", "警察", ["警察"], id="han-without-spaces"),
        pytest.param("儿童保护法", "保护", ["保护"], id="han-inside"),
        pytest.param(
            "CSE警察CSE", acronym("CSE"), ["CSE", "CSE"], id="latin-beside-han"
        ),
        pytest.param("ตำรวจไทย", "ตำรวจ", ["ตำรวจ"], id="thai"),
        pytest.param("ตํารวจ", "ตำรวจ", ["ตํารวจ"], id="thai-am-in-two"),
        pytest.param("ปู่ ปูน", "ปู", ["ปู"], id="thai-tone"),
        pytest.param("กี ก", "ก", ["ก"], id="thai-vowel-behind"),
        pytest.param("\uff71\uff72", "アイ", ["\uff71\uff72"], id="narrow-kana"),
        pytest.param("ក្ក ក", "ក", ["ក"], id="khmer-stack"),
        pytest.param("கா கு", "கு", ["கு"], id="tamil"),
        pytest.param("경찰 한국", "경찰", ["경찰"], id="hangul"),
        pytest.param("경찰청", "경찰", [], id="hangul-goes-on"),
        pytest.param("𝔠hild 𐐀𐐁", term("𐐨𐐩"), ["𐐀𐐁"], id="astral-letters"),
        pytest.param("ⅳ. Ⅳ", "iv", ["ⅳ", "Ⅳ"], id="roman-numerals"),
        pytest.param(
            "ŉ file", term("'n file"), ["ŉ file"], id="letter-with-apostrophe"
        ),
        pytest.param("dangos", "daŋos", [], id="eng-is-not-n"),
    ],
)
def test_a_word_is_whole_in_its_script(text, form, quotes):
    assert marked(text, form) == quotes


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param(
            "фонд", "ѰѾонд".replace("Ѱ", "Ф").replace("Ѿ", "ю"), id="cyrillic"
        ),
        pytest.param("ао", "рю", id="thirty-two-apart"),
        pytest.param("警", chr(ord("警") + 32), id="han"),
    ],
)
def test_letters_that_share_a_code_are_told_apart(text, form):
    assert marked(text, form) == []


def test_neighbours_with_shared_codes_are_told_apart():
    form = term("фонд", unless=("аб ~",))

    assert marked("аб фонд; рс фонд", form) == ["фонд"]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        pytest.param("дети и фонд", "дети ... ~", id="cyrillic"),
        pytest.param("警察фонд", "警察 ~", id="han-without-spaces"),
        pytest.param("पुलिस фонд", "पुलिस ~", id="vowel-signs"),
        pytest.param("पुलिस, фонд", "पुलिस", id="vowel-signs-anywhere"),
        pytest.param("ไทยป่า фонд", "ป่า ~", id="thai-tone"),
        pytest.param("ในป่า, фонд", "ป่า", id="thai-tone-anywhere"),
        pytest.param("Ŵyl fawr фонд", "ŵyl fawr ~", id="accents"),
        pytest.param("ŉ фонд", "n ~", id="letter-with-apostrophe"),
    ],
)
def test_neighbours_are_words_of_any_script(text, pattern):
    assert marked(text, term("фонд", unless=(pattern,))) == []


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        pytest.param("पलस фонд", "पुलिस ~", id="vowel-signs"),
        pytest.param("पलस, фонд", "पुलिस", id="vowel-signs-anywhere"),
        pytest.param("ไทยป้า фонд", "ป่า ~", id="thai-tone"),
        pytest.param("ในปา, фонд", "ป่า", id="thai-tone-anywhere"),
    ],
)
def test_neighbours_are_told_apart_by_their_marks(text, pattern):
    assert marked(text, term("фонд", unless=(pattern,))) == ["фонд"]


def test_forms_that_differ_in_a_mark_are_both_of_their_term():
    forms = [term(text, "time") for text in ("कल", "काल", "कल")]

    assert marked("कल काल कुल", *forms) == ["कल", "काल"]


def test_a_text_of_many_scripts_at_once():
    text = "Плюс фонд, 警察 и ŵyl 😀 child, фонд"

    assert marked(text, "фонд", "警察", "child", "ŵyl") == [
        "фонд",
        "警察",
        "ŵyl",
        "child",
        "фонд",
    ]
