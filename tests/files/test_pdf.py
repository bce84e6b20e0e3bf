"""A PDF is read as people read it; first the cases that we know, then its letters."""

from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf.generic import DecodedStreamObject, FloatObject

from glossary.files import Fault, FileError, read_file
from glossary.files.pdf import read_pdf
from tests.files.drawn import LEFT, at, document, drawn, lines, saved, value

CASES = Path(__file__).parent / "cases"


def text(data):
    return read_pdf(data).text


def one_by_one(words, x=60.0, y=760.0):
    """Draw letters one by one, each as wide as it is in Helvetica of 11 points."""
    wide = {"f": 3.06, "i": 2.44, "l": 2.44, "r": 3.66, "t": 3.06, "m": 9.16, " ": 3.06}
    letters = ""
    for sign in words:
        letters += at(x, y, sign) if sign != " " else ""
        x += wide.get(sign, 6.12)
    return letters


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("C1-chrome-print-justified-hyphenated", "guidance issued by\nthe Department for Education"),
        ("C2-chrome-print-two-columns", "CSE does not always\ninvolve physical contact"),
        ("P01-hyphenated-lines", "a problem pro-\nfile. It told us about its safe-\nguarding partners"),
        ("P02-two-columns-row-by-row", "\n".join(LEFT) + " The chief\nconstable"),
        ("P03-two-columns-column-by-column", "\n".join(LEFT) + " The chief\nconstable"),
        ("P04-term-over-page-end", "must write a problem\fprofile of child sexual"),
        ("P05-owner-password-rc4-40", "A referral was made to the NSPCC."),
        ("P05-owner-password-rc4-128", "A referral was made to the NSPCC."),
        ("P06-owner-password-aes-128", "A referral was made to the NSPCC."),
        ("P06-owner-password-aes-256", "A referral was made to the NSPCC."),
        ("P08-filled-form", "outcome: No further action. The CPS did not charge."),
        ("P11-superscript-note", "safeguarding¹ and know CSE² and IICSA³"),
        ("P13-no-space-characters", "The chief constable and the police force have a problem profile"),
        ("P14-rotated", "The police force has a problem profile.\nA referral was made."),
        ("P17-scan-with-hidden-text", "Dear parent, the CPS has decided"),
        ("P18-black-box-over-text", "The suspect is NAME-UNDER-BOX and the CPS"),
        ("P20-welsh-letters", "Mae’r dŵr a’r tŷ yn y ddalfa"),
    ],
)  # fmt: skip
def test_a_case_is_read_as_people_read_it(name, words):
    assert words in text((CASES / f"{name}.pdf").read_bytes())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("P07-user-password-aes-256", Fault.ENCRYPTED),
        ("P16-only-pictures", Fault.NO_TEXT),
        ("P21-cut-short", Fault.BROKEN),
    ],
)
def test_a_case_without_text_says_what_is_the_matter(name, expected):
    with pytest.raises(FileError) as caught:
        read_file("a.pdf", (CASES / f"{name}.pdf").read_bytes())

    assert caught.value.fault is expected


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        pytest.param(
            one_by_one("the police force"), "the police force", id="letters-one-by-one"
        ),
        pytest.param(
            at(60, 760, "police") + at(93, 760, "force"), "police force", id="no-spaces"
        ),
        pytest.param(
            at(60, 760, "S A F E G U A R D I N G"), "SAFEGUARDING", id="letters-spaced"
        ),
        pytest.param(
            at(60, 760, "C H I L D   A B U S E"), "CHILD ABUSE", id="words-spaced"
        ),
        pytest.param(
            "BT /F 11 Tf 4 Tc 60 760 Td (PROBLEM PROFILE) Tj ET",
            "PROBLEM PROFILE",
            id="spaced-by-the-program",
        ),
        pytest.param(at(60, 760, "A B C"), "A B C", id="three-letters-are-left"),
        pytest.param(
            "BT 60 760 Td /F 12 Tf (P) Tj /F 9 Tf (ROBLEM ) Tj "
            "/F 12 Tf (P) Tj /F 9 Tf (ROFILE) Tj ET",
            "PROBLEM PROFILE",
            id="small-capitals",
        ),
        pytest.param(
            "BT 60 760 Td /F 12 Tf (P) Tj /F 9 Tf ( ROBLEM ) Tj "
            "/F 12 Tf (P) Tj /F 9 Tf ( ROFILE) Tj ET",
            "PROBLEM PROFILE",
            id="small-capitals-with-a-space",
        ),
        pytest.param(
            at(60, 760, "P ROBLEM P ROFILE OF C HILD N EGLECT"),
            "PROBLEM PROFILE OF CHILD NEGLECT",
            id="small-capitals-of-one-height",
        ),
        pytest.param(
            at(60, 760, "is at in by a b c d to us"),
            "is at in by a b c d to us",
            id="short-words",
        ),
        pytest.param(at(60, 760, "P ROBLEM"), "P ROBLEM", id="one-letter-is-left"),
        pytest.param(
            "BT /F 11 Tf 60 760 Td 3 Tc (SAFEGU) Tj 0 Tc (A) Tj 3 Tc (RDING) Tj ET",
            "SAFEGUARDING",
            id="letters-spaced-but-two",
        ),
        pytest.param(
            at(60, 732, "S", 42) + lines("afeguarding", "is for", "all", x=91),
            "Safeguarding\nis for\nall",
            id="first-letter-over-three-lines",
        ),
        pytest.param(
            at(60, 732, "A", 42) + lines("report", "on", "all", x=93),
            "A report\non\nall",
            id="first-word-over-three-lines",
        ),
        pytest.param(
            at(60, 733, "S", 42) + lines("afeguarding", "is for", "all", x=91),
            "Safeguarding\nis for\nall",
            id="first-letter-on-no-line",
        ),
        pytest.param(
            "BT 60 760 Td /F 12 Tf (A ) Tj /F 9 Tf (REPORT) Tj /F 12 Tf ( P ) Tj "
            "(and Q) Tj ET",
            "A REPORT P and Q",
            id="capitals-that-are-words",
        ),
        pytest.param(
            at(60, 760, "Problem profile") + at(60.4, 760.1, "Problem profile"),
            "Problem profile",
            id="drawn-twice-for-bold",
        ),
        pytest.param(
            one_by_one("all police") + one_by_one("all police", 60.4),
            "all police",
            id="letters-drawn-twice",
        ),
        pytest.param(
            at(60, 760, "safeguarding") + at(124, 764, "1", 7) + at(131, 760, "and"),
            "safeguarding¹ and",
            id="raised-figure",
        ),
        pytest.param(
            at(60, 764, "2", 7) + at(65, 760, "See the report"),
            "²See the report",
            id="raised-figure-before-its-note",
        ),
        pytest.param(
            at(60, 760, "on 1") + at(82, 764, "st", 7) + at(92, 760, "May"),
            "on 1st May",
            id="raised-letters",
        ),
        pytest.param(
            at(60, 760, "H") + at(68, 758, "2", 7) + at(72.2, 760, "O"),
            "H2O",
            id="lowered-figure",
        ),
        pytest.param(
            "BT /F 11 Tf 60 760 Td (sta) Tj 14.7 0 Td /Span <</ActualText (ff)>> BDC "
            "(m) Tj EMC 12.2 0 Td (must) Tj 27 0 Td (Wi-) Tj 16.5 0 Td "
            "/Span <</ActualText (fi)>> BDC (h) Tj EMC 9.2 0 Td (is) Tj 11 0 Td "
            "(o) Tj 6.1 0 Td /Span <</ActualText (ffi)>> BDC (m) Tj EMC 9.2 0 Td "
            "(ce) Tj ET",
            "staff must Wi-fi is office",
            id="letters-that-one-shape-stands-for",
        ),
        pytest.param(
            at(60, 760, "Large", 30) + at(60, 745, "1 small line", 8),
            "Large\n\n1 small line",
            id="small-print-is-not-raised",
        ),
        pytest.param(
            at(60, 746, "second") + at(60, 760, "first"), "first\nsecond", id="order"
        ),
    ],
)
def test_letters_come_back_as_words(drawing, words):
    assert text(drawn(drawing)) == words


def test_figures_that_a_font_raises_by_itself_are_raised():
    page = typst.compile(b"Safeguarding#super[12] in 2024")

    assert text(page) == "Safeguarding¹² in 2024"


def test_a_shape_that_stands_for_letters_may_begin_before_them():
    """A font that is not in the file is drawn with another, whose letters lean."""
    writer = document("BT /L 11 Tf 60 760 Td (jnd) Tj ET")
    letters = DecodedStreamObject()
    letters.set_data(
        b"1 begincodespacerange <00> <ff> endcodespacerange "
        b"1 beginbfchar <6a> <00660069> endbfchar"
    )
    own = {
        "/Type": "/Font",
        "/Subtype": "/Type1",
        "/BaseFont": "/Times-BoldItalic",
        "/Encoding": "/WinAnsiEncoding",
        "/ToUnicode": writer._add_object(letters),
    }
    resources: Any = writer.pages[0]["/Resources"]
    resources["/Font"].update(value({"/L": own}))

    assert text(saved(writer)) == "find"


def test_letters_that_are_drawings_are_as_high_as_their_font():
    """A browser writes so what its font does not have, such as small capitals."""
    writer = document(f"BT /F 12 Tf 60 760 Td (P) Tj /D 10 Tf ({'moor' * 5}) Tj ET")
    shape = DecodedStreamObject()
    shape.set_data(b"600 0 50 0 450 500 d1 50 0 400 500 re f")
    own = {
        "/Type": "/Font",
        "/Subtype": "/Type3",
        "/FontBBox": [0, 0, 0, 0],
        "/FontMatrix": [FloatObject(0.001), 0, 0, FloatObject(0.001), 0, 0],
        "/CharProcs": dict.fromkeys(("/m", "/o", "/r"), writer._add_object(shape)),
        "/Encoding": {"/Differences": [109, "/m", 111, "/o", 114, "/r"]},
        "/FirstChar": 109,
        "/LastChar": 114,
        "/Widths": [600] * 6,
    }
    resources: Any = writer.pages[0]["/Resources"]
    resources["/Font"].update(value({"/D": own}))

    assert text(saved(writer)) == "P" + "moor" * 5


@pytest.mark.parametrize(
    ("turn", "name"),
    [
        ("0 1 -1 0 300 300", "up"),
        ("0 -1 1 0 300 300", "down"),
        ("-1 0 0 -1 300 300", "head"),
    ],
)
def test_what_is_turned_is_read_along_its_lines(turn, name):
    words = f"BT /F 11 Tf {turn} Tm 14 TL (written {name} the) Tj T* (page) Tj ET"

    assert text(drawn(words)) == f"written {name} the\npage"


def test_what_runs_askew_stands_after_the_text():
    stamp = "BT /F 40 Tf .7 .7 -.7 .7 100 200 Tm 50 TL (DRAFT) Tj T* (ONLY) Tj ET"

    assert text(drawn(stamp + at(60, 760, "A letter"))) == "A letter\n\nDRAFT\nONLY"
