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
        pytest.param("警察と児童", "警察", ["警察"], id="han-without-spaces"),
        pytest.param("儿童保护法", "保护", ["保护"], id="han-inside"),
        pytest.param(
            "CSE警察CSE", acronym("CSE"), ["CSE", "CSE"], id="latin-beside-han"
        ),
        pytest.param("ตำรวจไทย", "ตำรวจ", ["ตำรวจ"], id="thai"),
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
        pytest.param("Ŵyl fawr фонд", "ŵyl fawr ~", id="accents"),
        pytest.param("ŉ фонд", "n ~", id="letter-with-apostrophe"),
    ],
)
def test_neighbours_are_words_of_any_script(text, pattern):
    assert marked(text, term("фонд", unless=(pattern,))) == []


def test_a_text_of_many_scripts_at_once():
    text = "Плюс фонд, 警察 и ŵyl 😀 child, фонд"

    assert marked(text, "фонд", "警察", "child", "ŵyl") == [
        "фонд",
        "警察",
        "ŵyl",
        "child",
        "фонд",
    ]
