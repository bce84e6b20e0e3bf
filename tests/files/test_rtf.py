"""What a document in Rich Text Format says is read as people see it on its pages."""

import pytest

from glossary.files import Fault, FileError, Unread, read_file
from glossary.files.rtf import read_rtf

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}"
    r"{\f1\fcharset204{\*\panose 02}Arial;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS;}"
    r"{\f4\fcharset2 Webdings;}{\f5\cpg1253\fcharset0 Old;}{\f6\fcharset0 Wingdings;}}"
)
HEADER = r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS
SCAN = r"{\pict\pngblip\picwgoal9000\pichgoal12000 89504e47}"


def read(body, header=HEADER):
    return read_rtf(f"{header} {body}}}".encode("latin-1"))


def text(body, header=HEADER):
    return read(body, header).text


def gaps(body):
    return [gap.what for gap in read(body).gaps]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("One\\par\nTwo", "One\n\nTwo", id="paragraphs"),
        pytest.param("One\\\nTwo", "One\n\nTwo", id="line-end-for-paragraph"),
        pytest.param("pro\r\nblem \\b pro\\b0 file", "problem profile", id="line-of-the-file"),
        pytest.param(r"a\line b\tab c\page d\column e", "a\nb\tc\nd\ne", id="signs"),
        pytest.param(r"\{a\\b\}", r"{a\b}", id="own-signs"),
        pytest.param(r"a\~b\_c\-d\:e", "a\u00a0b\u2011c\u00adde", id="symbols"),
        pytest.param(r"\ldblquote a\rdblquote  \endash  it\rquote s \emdash  \bullet", "“a” – it’s — •", id="quotes"),
        pytest.param(r"Police\cell Force\cell\row Area\nestcell x\nestrow\sect y", "Police\n\nForce\n\nArea\n\nx\n\ny", id="cells"),
        pytest.param(r"duty{\super 1} m{\up6 2} x\super 3\nosupersub 4 {\sub 5}", "duty¹ m² x³4 5", id="raised"),
        pytest.param(r"a{\*\unknown b{\par c}}d{\xe e}{\tc f}{\info{\title g}}h", "adh", id="no-words"),
        pytest.param(r"{\field{\*\fldinst HYPERLINK x}{\fldrslt NCA}} a", "NCA a", id="field"),
        pytest.param(r"{\field{\*\fldinst IF {\field{\*\fldinst PAGE}{\fldrslt 1}}}{\fldrslt yes}}", "yes", id="field-in-a-field"),
        pytest.param(r"He will {\deleted not }be{\revised  bailed}", "He will be bailed", id="changes"),
        pytest.param(r"{\deleted not \plain bailed}", "bailed", id="plain-after-deleted"),
        pytest.param(r"One {\deleted\par}two", "One two", id="mark-deleted"),
        pytest.param(r"a{\*\atnid x}{\*\annotation remark}b{\annotation c}", "ab", id="remark"),
        pytest.param(r"{\listtext 1.\tab}One{\pntext\f2\'b7\tab}Two", "1.\tOne•\tTwo", id="lists"),
        pytest.param(r"{\upr{ansi}{\*\ud{uni}}}", "uni", id="both-ways"),
        pytest.param(r"a{\pict\bin7 }}}\bin9}b\bin-5 c{\*\x\bin99999 d", "abc", id="bytes-that-are-no-text"),
        pytest.param(r"{\object\objlink{\*\objclass Word}{\*\objdata 01}{\result Shown}}", "Shown", id="object"),
        pytest.param(r"{\mmath{\*\moMath{\mr x={\mctrlPr no}}{\mrPr no}{\mr 1}}}", "x=1", id="equation"),
        pytest.param(r"{\b a\*\cs7 b}", "ab", id="a-star-that-means-nothing"),
        pytest.param(r"{\mmath{\*\moMath{\mf{\mfPr}{\mnum{\mr 1}}{\mden{\mr 2}}}}}", "1/2", id="fraction"),
        pytest.param(r"a{\rsidtbl\rsid1 b}{\latentstyles{\lsdlockedexcept Normal;}}c", "ac", id="lists-of-programs"),
        pytest.param(r"{\pntext\'b7\tab}{\pn\pnlvlblt{\pntxtb\'b7}}One", "·\tOne", id="list-of-old"),
        pytest.param(r"a}b", "a", id="after-the-end"),
        pytest.param(r"a{{{\b b", "ab", id="never-closed"),
        pytest.param(r"{\nonesttables no\par}a", "a", id="for-old-programs"),
    ],
)  # fmt: skip
def test_words_are_read_as_they_stand_on_the_page(body, expected):
    assert text(body) == expected
    assert gaps(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(r"it\'92s", "it’s", id="windows"),
        pytest.param(r"{\f1\'cf\'f0\'e8} \'e9", "При é", id="font"),
        pytest.param(r"{\f5\'e1}", "α", id="page-of-a-font"),
        pytest.param("{\\f3\\'83e\\'83\nX}", "テス", id="two-bytes"),
        pytest.param(r"{\f2\'b7\'2d a}", "•- α", id="symbol"),
        pytest.param(r"a{\f4\'41}b{\f6\'fe}", "a b☑", id="pictures"),
        pytest.param(r"T\u375?\uc2\u373\'a1\'a2x\uc0\u373 y", "Tŷŵxŵy", id="unicode"),
        pytest.param(r"\u8212\emdash \u8211\-x{\u233}?", "—–xé?", id="fallback-is-a-word"),
        pytest.param(r"\u8217\u8216?a\uc3\u373 b\par c", "’‘aŵ\n\nc", id="fallback-that-is-missing"),
        pytest.param(r"\u-10179?\u-8704?\u55357?\u56832?", "😀😀", id="two-halves"),
        pytest.param(r"a{\f2\u-3913?}\u-3913?\u-4000?b", "a•  b", id="signs-of-a-font"),
        pytest.param(r"a\u b\u\'92\u{c}", "ab’c", id="unicode-without-a-number"),
        pytest.param(r"a\u0?\u9999999?b", "ab", id="no-sign"),
        pytest.param(r"{\fonttbl{\f7\fcharset0 " + r"A\'41" * 60 + r"B;}}\f7 a", "a", id="long-name"),
        pytest.param(r"a\f99 b\plain c", "abc", id="font-that-is-missing"),
        pytest.param(r"a\'zzb", "azzb", id="no-byte"),
        pytest.param(r"a\'00\'07b", "ab", id="control-characters"),
    ],
)  # fmt: skip
def test_letters_are_read_in_their_code_page(body, expected):
    assert text(body) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("£5 – “tŷ” café".encode(), "£5 – “tŷ” café"),
        ("£5 – “x” café".encode("cp1252"), "£5 – “x” café"),
        ("“x” É’R".encode("cp1252"), "“x” É’R"),
        ("É’R".encode("cp1252"), "É’R"),
        (rb"{\f1 \'c2\'a0}", "В"),
    ],
)
def test_letters_that_a_program_wrote_in_utf_8_are_read(words, expected):
    assert read_rtf(HEADER.encode() + b" " + words + b"}").text == expected


@pytest.mark.parametrize(("page", "expected"), [
    (r"\mac", "é"), (r"\pc", "Ä"), (r"\pca", "Ä"), (r"\ansi", "Ž"), (r"\ansicpg1251", "Ћ"), (r"\ansicpg10000", "é"),
    (r"\ansicpg77777", "Ž"), (r"\ansicpg28605", "\x8e"), ("", "Ž"),
])  # fmt: skip
def test_the_document_has_a_code_page(page, expected):
    assert text(r"\'8e", r"{\rtf1" + page).strip() == expected.strip()


def test_letters_that_nothing_reads_are_a_gap():
    found = read(r"a{\v x}{\f3\'83}b\u-8704?")

    assert found.text == "a\ufffdb\ufffd"
    assert [gap.what for gap in found.gaps] == [Unread.SIGNS, Unread.HIDDEN]


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param(r"Seen {\v INTERNAL }again", "Seen again", id="group"),
    pytest.param(r"Seen \v INTERNAL \v0 again", "Seen again", id="switched"),
    pytest.param(r"Seen \v INTERNAL \plain again", "Seen again", id="plain"),
    pytest.param(r"One {\v x\par}two", "One two", id="mark"),
    pytest.param(r"Police{\v x\cell}Force", "Police\n\nForce", id="cell"),
])  # fmt: skip
def test_hidden_words_are_left_out_and_said(body, expected):
    assert text(body) == expected
    assert gaps(body) == [Unread.HIDDEN]


NOTE = r"{\super\chftn}{\footnote\pard\plain{\super\chftn} First.\par More.}"


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param("Duty" + NOTE + r" and" + NOTE + r".\par End",
                 "Duty¹ and².\n\nEnd\n\n¹ First.\n\nMore.\n\n² First.\n\nMore.", id="two"),
    pytest.param(r"Duty{\super\chftn{\*\footnote\ftnalt\pard {\chftn} First.}}.", "Duty¹.\n\n¹ First.", id="starred"),
    pytest.param(r"Duty{\super\chftn{\footnote In 2024.}}", "Duty¹\n\n¹ In 2024.", id="not-raised-itself"),
    pytest.param(r"Duty{\super *{\footnote * Why.}}.", "Duty*.\n\n* Why.", id="own-mark"),
    pytest.param(r"Duty{\deleted" + NOTE + "}.", "Duty.", id="deleted"),
    pytest.param(r"Duty{\v" + NOTE + "}.", "Duty.", id="hidden"),
    pytest.param(r"{\*\x" + NOTE + "}Duty.", "Duty.", id="in-what-is-no-text"),
    pytest.param(r"Duty{\super\chftn}{\footnote {\chftn} Never closed", "Duty¹\n\n¹ Never closed", id="never-closed"),
])  # fmt: skip
def test_notes_stand_after_the_text_with_their_marks(body, expected):
    assert text(body) == expected


@pytest.mark.parametrize(("switch", "expected"), [
    ("", "Right\n\na\n\nFoot"),
    (r"\titlepg", "First\n\nRight\n\na\n\nFoot"),
    (r"\facingp", "Left\n\nRight\n\na\n\nFoot"),
])  # fmt: skip
def test_heads_and_feet_of_pages_stand_around_the_text_once(switch, expected):
    heads = (
        r"{\headerf First\par}{\headerl Left\par}{\headerr Right\par}{\footer Foot\par}"
    )

    assert text(rf"\sectd{switch}{heads}{{\header Right}}a\par") == expected


SHAPE = r"{\shp{\*\shpinst\shpleft0{\sp{\sn fLayout}{\sv 1}}{\shptxt Box\par Two\par}}{\shprslt{\*\do{\dptxbxtext Box\par}}}}"


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param("The safe" + SHAPE + r"guarding\par End", "The safeguarding\n\nBox\n\nTwo\n\nEnd", id="shape"),
    pytest.param(r"a{\*\do\dptxbx{\dptxbxtext Old}}b", "ab\n\nOld", id="older"),
    pytest.param(r"a{\deleted" + SHAPE + "}b", "ab", id="deleted"),
])  # fmt: skip
def test_a_box_stands_after_its_paragraph(body, expected):
    assert text(body) == expected


def form(inner):
    return rf"{{\field{{\*\fldinst FORM {{\*\formfield{{{inner}}}}}}}{{\fldrslt}}}}"


@pytest.mark.parametrize(("inner", "expected"), [
    (r"\fftype1\ffres1\ffdefres0{\*\ffname Check1}", "☒"),
    (r"\fftype1\ffres25\ffdefres1", "☒"),
    (r"\fftype1\ffres0", "☐"),
    (r"\fftype2\ffres1{\*\ffl one}{\*\ffl two}", "two"),
    (r"\fftype2\ffres25\ffdefres0{\*\ffl one}", "one"),
    (r"\fftype2\ffres7{\*\ffl one}", ""),
    (r"\fftype0", ""),
])  # fmt: skip
def test_what_is_filled_in_is_read(inner, expected):
    assert text("a " + form(inner)) == f"a {expected}".strip()
    assert text(r"a {\v " + form(inner) + "}") == "a"


def field(code, words=""):
    return rf"{{\field{{\*\fldinst{{{code}}}}}{{\fldrslt{{{words}}}}}}}"


TICK = r'SYMBOL 254 \\f "Wingdings" \\s 12'


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param(field(TICK, r"\f5\fs24") + " Yes", "☑ Yes", id="sign"),
    pytest.param(field(TICK, "x") + " Yes", "x Yes", id="words-kept"),
    pytest.param(field(r"EQ \\f(1,2)") + " day", "1/2 day", id="fraction"),
    pytest.param(field(r"MACROBUTTON No \lquote Ann\rquote{\par}"), "‘Ann’", id="button"),
    pytest.param("a" + field("MACROBUTTON No " + field(TICK)) + "b", "a☑b", id="sign-in-a-button"),
    pytest.param("a" + field("PAGE") + field("") + "b", "ab", id="nothing"),
    pytest.param(r"a{\deleted " + field(TICK) + "}b", "ab", id="deleted"),
    pytest.param(r"a{\footnote\field{\*\fldinst " + TICK + "} b}", "a\n\nb", id="in-a-group-of-its-own"),
])  # fmt: skip
def test_a_field_without_words_shows_what_its_code_says(body, expected):
    assert text(body) == expected


def test_the_code_of_a_field_has_a_length_that_is_read():
    assert len(text("a" + field("MACROBUTTON No " + r"x\bullet " * 5000))) < 2100


LETTERING = r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT\u8211?}}{\sp{\sn wzName}{\sv no}}}{\shprslt no}}"


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param("{\\header" + LETTERING + "}a", "DRAFT–\n\na", id="across-pages"),
    pytest.param("b" + LETTERING + r"a\par c", "ba\n\nDRAFT–\n\nc", id="in-the-text"),
    pytest.param(r"a{\deleted" + LETTERING + "}b", "ab", id="deleted"),
    pytest.param(r"a{\*\x" + LETTERING + "}b", "ab", id="in-what-is-no-text"),
])  # fmt: skip
def test_letters_that_are_drawn_are_read(body, expected):
    assert text(body) == expected
    assert gaps(body) == []


BESIDE = "{{\\NeXTGraphic scan.tiff \\width%d \\height%d \\appleaqc\n}\xac}"


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param("a" + BESIDE % (9000, 12000) + r" b", [Unread.DRAWINGS], id="scan"),
    pytest.param("a" + BESIDE % (900, 900) + r" b", [], id="logo"),
    pytest.param("a" + (BESIDE % (900, 900)).replace("\xac", "\\'ac") + " b", [], id="sign-as-a-byte"),
])  # fmt: skip
def test_of_a_picture_beside_the_file_no_name_is_read(body, expected):
    assert text(body) == "a b"
    assert gaps(body) == expected


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param(r"{\object\objemb{\*\objdata 01}{\result " + SCAN + "}} a", [Unread.ENCLOSED, Unread.DRAWINGS], id="file"),
    pytest.param(r"{\v{\object\objemb}}a", [], id="hidden-file"),
    pytest.param(r"{\*\shppict" + SCAN + r"}{\nonshppict" + SCAN + "} few words", [Unread.DRAWINGS], id="scan"),
    pytest.param(SCAN + " many words" * 30, [], id="many-words"),
    pytest.param(r"{\pict\picwgoal900\pichgoal900 00}few", [], id="logo"),
])  # fmt: skip
def test_what_is_not_text_is_a_gap(body, expected):
    assert gaps(body) == expected


@pytest.mark.parametrize("data", [b"", b"{\\rt", b"Hello", b"\xff\xfe{\\rtf1 a}"])
def test_what_is_no_rtf_is_broken(data):
    with pytest.raises(FileError) as caught:
        read_rtf(data)

    assert caught.value.fault is Fault.BROKEN


def test_a_mark_of_utf_8_may_come_first():
    assert read_rtf(b"\xef\xbb\xbf\r\n{\\rtf1 a}").text == "a"


@pytest.mark.parametrize(
    "name", [r"\'41" * 400_000, "A" * 900_000], ids=["pieces", "whole"]
)
def test_a_name_of_a_font_may_be_long(name):
    table = b"{\\fonttbl{\\f0 " + name.encode() + b";}}"
    data = b"{\\rtf1" + table + b"{\\f0 a}" * 30_000 + b"}"

    assert read_file("a.rtf", data).text == "a" * 30_000


def test_boxes_in_boxes_end():
    with pytest.raises(FileError) as caught:
        text(r"{\shptxt x" * 60)

    assert caught.value.fault is Fault.TOO_MUCH


def test_groups_may_be_very_deep():
    assert text("{" * 100_000 + "a" + "}" * 100_000 + "b") == "ab"


@pytest.mark.parametrize("end", ["", "\\", "\\'", "\\'4", "{", "\\*", "\\u", "\\bin9"])
def test_a_file_that_is_cut_is_read_to_its_end(end):
    assert read_rtf(b"{\\rtf1 a{\\b b" + end.encode()).text == (
        "ab4" if end == "\\'4" else "ab"
    )
