"""What Word shows of a document though it has no words for it, and what it covers."""

import pytest

from glossary.files import Unread
from glossary.files.field_codes import shown_by
from glossary.files.word import read_word
from tests.files import test_word
from tests.files.test_word import (
    BEGIN,
    BOX,
    END,
    PAGE,
    SEPARATE,
    cell,
    gaps,
    style,
    styles,
    text,
)
from tests.files.word_files import paragraph, run, word


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (' MACROBUTTON NoMacro [Name of the child] ', "[Name of the child]"),
        ("macrobutton AcceptAll  Click  here", "Click  here"),
        ("MACROBUTTON NoMacro", ""),
        ("GOTOBUTTON p3 Page three", "Page three"),
        (' SYMBOL 254 \\f "Wingdings" \\s 12 ', "☑"),
        ("SYMBOL 0xF0A8 \\f Wingdings", "☐"),
        ("SYMBOL 183 \\f Symbol \\h", "•"),
        ("SYMBOL 163", "£"),
        ("SYMBOL 146 \\f \"Arial\"", "’"),
        ("SYMBOL 8211 \\u", "–"),
        ("SYMBOL 0", " "),
        ("SYMBOL what \\f Wingdings", ""),
        ("SYMBOL", ""),
        ("EQ \\f(1,2)", "1/2"),
        ("EQ 3\\F(a;b) of it", "3a/b of it"),
        ("EQ \\f(1,\\f(2,3))", "1/2/3"),
        ("EQ 5\\s\\up5(th) of May", "5th of May"),
        ("EQ \\s\\up 5(th)", "th"),
        ("EQ \\* jc2 \\* \"Font:Arial\" \\* hps10 \\o\\ad(\\s\\up 9(a),b)", "a,b"),
        ("EQ \\r(2)", "2"),
        ("PAGE", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_some_fields_show_words_that_stand_in_their_code(code, shown):
    assert shown_by(code) == shown


def test_a_code_of_any_length_and_depth_is_read_soon():
    assert len(shown_by("EQ " + "\\f(" * 600_000)) < 2000
    assert shown_by("EQ " + "\\f(1," * 300 + "2" + ")" * 300).startswith("\\f")


def code(words):
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


BUTTON = code("MACROBUTTON ") + code("NoMacro [Name]")
TICK = "SYMBOL 254 \\f Wingdings"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param((BEGIN, BUTTON, END, " is my child"), "[Name] is my child", id="button"),
        pytest.param((BEGIN, BUTTON, SEPARATE, END), "[Name]", id="nothing-kept"),
        pytest.param((BEGIN, BUTTON, SEPARATE, "Ann", END), "Ann", id="words-kept"),
        pytest.param((BEGIN, BUTTON, SEPARATE, " ", END), "[Name]", id="a-space-kept"),
        pytest.param(
            (BEGIN, code(TICK), SEPARATE, BEGIN, code(TICK), END, END, "a"), "☑a", id="in-the-words-of-a-field"
        ),
        pytest.param(
            (BEGIN, code("IF "), BEGIN, BUTTON, END, code(" = 1"), SEPARATE, "yes", END), "yes", id="in-code"
        ),
        pytest.param((BEGIN, BUTTON), "", id="never-ended"),
        pytest.param((BUTTON, END, "a"), "a", id="never-begun"),
        pytest.param(("<w:del>", BEGIN, BUTTON, END, "</w:del>", "a"), "a", id="deleted"),
        pytest.param((f'<w:fldSimple w:instr="{TICK}"/>', " Yes"), "☑ Yes", id="simple"),
        pytest.param((f'<w:fldSimple w:instr="{TICK}">{END}</w:fldSimple>', "a"), "☑a", id="simple-with-an-end"),
    ],
)  # fmt: skip
def test_a_field_without_words_shows_what_its_code_says(inner, expected):
    assert text(paragraph(*inner)) == expected


def font(name, more=""):
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{more}/>'


@pytest.mark.parametrize(
    ("words", "look", "expected"),
    [
        pytest.param("þ", font("Wingdings"), "☑ Yes", id="tick"),
        pytest.param("R", font("Wingdings 2"), "☑ Yes", id="another-tick"),
        pytest.param("\uf0a8", font("Wingdings"), "☐ Yes", id="private"),
        pytest.param("·", font("Symbol"), "• Yes", id="bullet"),
        pytest.param("b", font("Symbol"), "β Yes", id="greek"),
        pytest.param("–ŵ", font("Symbol"), "ŵ Yes", id="letters-that-it-lacks"),
        pytest.param("a", font("Webdings"), "Yes", id="pictures-that-nobody-names"),
        pytest.param("a", font("Wingdings", ' w:asciiTheme="minorHAnsi"'), "a Yes", id="font-of-the-theme"),
        pytest.param("þ", '<w:rStyle w:val="W"/>', "☑ Yes", id="style"),
        pytest.param("þ", '<w:rStyle w:val="W"/>' + font("Arial"), "þ Yes", id="style-but-not-here"),
        pytest.param("þ", '<w:rFonts w:cs="Wingdings"/>', "þ Yes", id="for-other-scripts"),
    ],
)  # fmt: skip
def test_letters_of_a_font_of_pictures_are_signs(words, look, expected):
    sheet = styles(style("W", look=font("Wingdings")))

    assert text(paragraph(run(words, look), " Yes"), sheet) == expected


SHAPES = "shape rect roundrect oval group line polyline curve arc image".split()


@pytest.mark.parametrize("shape", SHAPES)
def test_words_in_a_shape_that_is_hidden_are_left_out_and_said(shape):
    drawn = f'<w:r><w:pict><v:{shape} style="top:1;visibility: hidden">{{}}</v:{shape}></w:pict></w:r>'
    body = paragraph(drawn.format(BOX.format(paragraph("x"))), "a")

    assert text(body) == "a"
    assert gaps(body) == [Unread.HIDDEN]
    assert text(body.replace("hidden", "inherit")) == "a\n\nx"


def forms(*inner):
    return f"<w:r><mc:AlternateContent>{''.join(inner)}</mc:AlternateContent></w:r>"


def choice(inner):
    return f"<mc:Choice>{inner}</mc:Choice>"


def fallback(inner):
    return f"<mc:Fallback>{inner}</mc:Fallback>"


WORDS = "<w:t>x</w:t>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param((choice("<w:thing/>"), fallback(WORDS)), "axb", id="fallback"),
        pytest.param((choice("<w:tab/>"), fallback("<w:tab/>" + WORDS)), "a\t\txb", id="spaces"),
        pytest.param((choice(""), choice(WORDS), fallback("<w:t>y</w:t>")), "axb", id="second"),
        pytest.param((choice(BOX.format(paragraph("y"))), fallback(WORDS)), "ab\n\ny", id="box"),
        pytest.param((choice(""), fallback("")), "ab", id="nothing"),
        pytest.param(("<w:x/>", fallback(WORDS)), "axb", id="other-elements"),
    ],
)  # fmt: skip
def test_of_several_forms_the_first_that_shows_something_is_read(inner, expected):
    assert text(paragraph("a", forms(*inner), "b")) == expected


def test_a_picture_that_word_keeps_in_two_forms_is_one():
    two = forms(choice(PAGE), fallback(test_word.OLDER))

    assert gaps(paragraph("many words " * 30, two)) == []


def rows(*cells):
    return "<w:tbl>" + "".join(f"<w:tr>{one}</w:tr>" for one in cells) + "</w:tbl>"


START = '<w:vMerge w:val="restart"/>'


@pytest.mark.parametrize("look", ["<w:vMerge/>", '<w:vMerge w:val="continue"/>'])
def test_what_stands_in_a_cell_that_another_one_covers_is_not_seen(look):
    table = rows(
        cell(paragraph("Tall"), look=START) + cell(paragraph("B")),
        cell(paragraph("covered"), look=look) + cell(paragraph("C")),
    )

    assert text(table) == "Tall\n\nB\n\nC"
    assert gaps(table) == [Unread.HIDDEN]
    assert gaps(table.replace("covered", "")) == []


def test_a_cell_that_no_other_one_covers_is_read():
    inner = rows(cell(paragraph("in"), look="<w:vMerge/>"))
    outer = rows(cell(paragraph("Tall"), look=START) + cell(inner + paragraph("out")))

    assert text(inner) == "in"
    assert text(outer + inner) == "Tall\n\nin\n\nout\n\nin"


def test_many_forms_in_each_other_are_read_once():
    inner = WORDS
    for _ in range(100):
        inner = f"<mc:AlternateContent>{choice('<w:x/>')}{fallback(inner)}</mc:AlternateContent>"

    assert read_word(word(paragraph(f"<w:r>{inner}</w:r>"))).text == "x"
