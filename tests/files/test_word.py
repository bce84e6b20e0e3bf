"""What a Word document says is read as people see it on its pages."""

from pathlib import Path

import pytest

from glossary.files import Fault, FileError, Unread
from glossary.files.word import read_word
from tests.files.word_files import folder, paragraph, part, relations, run, word

CASES = Path(__file__).parent / "cases"
SUPER = '<w:vertAlign w:val="superscript"/>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    for kind in ("begin", "separate", "end")
)
CODE = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
REFERENCE = (
    '<w:r><w:rPr><w:rStyle w:val="F"/></w:rPr><w:{}Reference w:id="{}"{}/></w:r>'
)


def text(body, *related):
    return read_word(word(body, *related)).text


def gaps(body, *related):
    return [gap.what for gap in read_word(word(body, *related)).gaps]


def fault(data):
    with pytest.raises(FileError) as caught:
        read_word(data)
    return caught.value.fault


def form(inner):
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>{CODE}{END}'


def symbol(font, code):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def cell(*paragraphs, look=""):
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def styles(*rows, base=""):
    return "styles", "styles.xml", part("w:styles", base + "".join(rows))


def style(one, kind="character", look="", base="", name="", default="0"):
    return (
        f'<w:style w:type="{kind}" w:styleId="{one}" w:default="{default}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraph("One") + paragraph("Two"), "One\n\nTwo", id="blocks"),
        pytest.param(paragraph("One\n two"), "One  two", id="line-of-the-file"),
        pytest.param(
            paragraph("pro", run("blem", "<w:b/>"), "<w:proofErr/>", " profile"),
            "problem profile",
            id="runs",
        ),
        pytest.param(
            paragraph("duty", run("1", SUPER), " m", run("2nd", SUPER)),
            "duty¹ m²nd",
            id="raised",
        ),
        pytest.param(
            paragraph("a", "<w:r><w:ptab/></w:r>", "b", "<w:r><w:br/></w:r>", "c"),
            "a\tb\nc",
            id="signs",
        ),
        pytest.param(
            paragraph("One") + "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("Home")
            + "</w:sdtContent></w:sdt>",
            "One\n\nHome",
            id="content-control",
        ),
        pytest.param(
            paragraph("<w:ruby><w:rt>" + run("small") + "</w:rt><w:rubyBase>"
                      + run("large") + "</w:rubyBase></w:ruby>"),
            "large (small)",
            id="ruby",
        ),
        pytest.param(
            paragraph("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den>"
                      "<m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
            "1/2",
            id="equation",
        ),
        pytest.param(
            paragraph("a", symbol("Symbol", "F0B7"), symbol("Wingdings", "FE"),
                      symbol("Calibri", "2013"), symbol("Symbol", "F02D"), "b"),
            "a•☑–-b",
            id="symbols",
        ),
        pytest.param(
            paragraph("a", symbol("Marlett", "F041"), "b", symbol("Wingdings", "F041"),
                      "c", symbol("", "what"), "d", symbol("", ""), "e"),
            "a b c d e",
            id="unknown-symbols-part-words",
        ),
        pytest.param(
            paragraph(run("\uf0b7 a", '<w:rFonts w:hAnsi="Symbol"/>'), run("\uf0b7b")),
            "• α•b",
            id="symbols-as-letters",
        ),
        pytest.param(
            "<w:tbl><w:tr>" + cell(paragraph("Police")) + cell(paragraph("Force"))
            + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell(paragraph("gone"))
            + "</w:tr><w:tr><w:trPr/>" + cell(paragraph("gone"), look="<w:cellDel/>")
            + cell(paragraph("Area")) + "</w:tr></w:tbl>",
            "Police\n\nForce\n\nArea",
            id="table",
        ),
        pytest.param(
            "<w:tbl><w:tr>" + cell("<w:tbl><w:tr>" + cell(paragraph("in"))
                                   + "</w:tr></w:tbl>", paragraph("out"))
            + "</w:tr></w:tbl>",
            "in\n\nout",
            id="table-in-a-table",
        ),
    ],
)  # fmt: skip
def test_words_are_read_as_they_stand_on_the_page(body, expected):
    assert text(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            paragraph("a", "<w:del>" + run("no") + "</w:del>", "b"), "ab", id="del"
        ),
        pytest.param(
            paragraph("a", "<w:r><w:delText>no</w:delText></w:r>"), "a", id="deltext"
        ),
        pytest.param(
            paragraph("a", "<w:ins>" + run("b") + "</w:ins>"), "ab", id="insertion"
        ),
        pytest.param(
            paragraph("<w:moveFrom>" + run("m") + "</w:moveFrom>", "a")
            + paragraph("<w:moveTo>" + run("m") + "</w:moveTo>"),
            "a\n\nm",
            id="move",
        ),
        pytest.param(
            paragraph("One ", look="<w:rPr><w:del/></w:rPr>") + paragraph("two"),
            "One two",
            id="mark-deleted",
        ),
        pytest.param(
            paragraph("One ", look="<w:rPr><w:moveFrom/></w:rPr>") + paragraph("two"),
            "One two",
            id="mark-moved",
        ),
        pytest.param(
            paragraph("One ", look="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
            + paragraph("two"),
            "One two",
            id="mark-hidden",
        ),
        pytest.param(
            paragraph("One", look="<w:rPr><w:b/><w:ins/></w:rPr>") + paragraph("two"),
            "One\n\ntwo",
            id="mark-inserted",
        ),
        pytest.param(
            paragraph("T", look='<w:framePr w:dropCap="drop"/>')
            + paragraph("he police", look="<w:framePr/>")
            + paragraph("came"),
            "The police\n\ncame",
            id="initial",
        ),
        pytest.param(
            paragraph("Police", look="<w:rPr><w:del/></w:rPr>")
            + "<w:tbl><w:tr>"
            + cell(paragraph("Force"))
            + "</w:tr></w:tbl>",
            "Police\n\nForce",
            id="mark-before-a-table",
        ),
        pytest.param(
            "<w:tbl><w:tr>"
            + cell(paragraph("Police", look="<w:rPr><w:del/></w:rPr>"))
            + cell(paragraph("Force"))
            + "</w:tr></w:tbl>",
            "Police\n\nForce",
            id="mark-at-the-end-of-a-cell",
        ),
    ],
)
def test_changes_are_read_as_they_were_made(body, expected):
    assert text(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            paragraph("a ", BEGIN, CODE, SEPARATE, "NCA", END, " b"), "a NCA b", id="result"
        ),
        pytest.param(
            paragraph(BEGIN, BEGIN, CODE, SEPARATE, "3", END, run(" = 1 "), SEPARATE, "yes", END),
            "yes",
            id="field-in-the-code-of-a-field",
        ),
        pytest.param(paragraph(BEGIN, CODE, "kept"), "kept", id="never-ended"),
        pytest.param(paragraph(SEPARATE, END, "kept"), "kept", id="never-begun"),
        pytest.param(
            paragraph(BEGIN, CODE, SEPARATE, "One") + paragraph("two", END),
            "One\n\ntwo",
            id="over-paragraphs",
        ),
        pytest.param(
            paragraph('<w:fldSimple w:instr="AUTHOR">' + run("ROCU") + "</w:fldSimple>"),
            "ROCU",
            id="simple",
        ),
        pytest.param(
            paragraph(form("<w:checkBox><w:checked/></w:checkBox>"), " Yes"), "☒ Yes", id="ticked"
        ),
        pytest.param(
            paragraph(form('<w:checkBox><w:default w:val="1"/></w:checkBox>')), "☒", id="ticked-at-first"
        ),
        pytest.param(
            paragraph(form('<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>')), "☐", id="unticked"
        ),
        pytest.param(
            paragraph(form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>')),
            "b",
            id="chosen",
        ),
        pytest.param(
            paragraph(form('<w:ddList><w:listEntry w:val="a"/></w:ddList>')), "a", id="chosen-at-first"
        ),
        pytest.param(
            paragraph("x", form('<w:ddList><w:result w:val="7"/><w:listEntry w:val="a"/></w:ddList>')), "x", id="chosen-nothing"
        ),
        pytest.param(
            paragraph(form("<w:textInput/>")[: -len(END)], SEPARATE, "typed", END), "typed", id="typed"
        ),
    ],
)  # fmt: skip
def test_of_fields_the_result_is_read(body, expected):
    assert text(body) == expected


def control(inner, state=None):
    said = "" if state is None else f'<w14:checked w14:val="{state}"/>'
    return f"<w:sdt><w:sdtPr><w14:checkbox>{said}</w14:checkbox></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param(paragraph(control(run("√"), "1"), " Yes ", control(run("?"), "0"), " No"), "☒ Yes ☐ No", id="in-a-line"),
    pytest.param(paragraph(control(run("?"))), "☐", id="never-ticked"),
    pytest.param(control(paragraph("?"), "true") + paragraph("a"), "☒\n\na", id="paragraph"),
    pytest.param("<w:tbl><w:tr>" + control(cell(paragraph("?")), "1") + cell(paragraph("a")) + "</w:tr></w:tbl>", "☒\n\na", id="cell"),
    pytest.param(paragraph(run("a ", "<w:vanish/>"), control(run("?"), "1")), "☒", id="beside-hidden-words"),
])  # fmt: skip
def test_of_a_box_to_tick_its_state_is_read(body, expected):
    assert text(body) == expected


def link(words, target):
    return f'<w:hyperlink r:id="{target}">{run(words)}</w:hyperlink>'


@pytest.mark.parametrize(("inner", "expected"), [
    ((link("TOEX", "a"), "<w:bookmarkStart/>", link("ROCU", "b")), "TOEX ROCU"),
    ((link("safe", "a"), link("guarding", "a")), "safeguarding"),
    ((link("referral", "a"), "s ", link("x", "b")), "referrals x"),
    ((link("a", "a") + '<w:fldSimple w:instr="AUTHOR">' + run("b") + "</w:fldSimple>",), "a b"),
])  # fmt: skip
def test_links_side_by_side_are_two(inner, expected):
    assert text(paragraph(*inner)) == expected


VANISH = style("V", look="<w:vanish/>")
HEADING = style("H", "paragraph", "<w:vanish/>")


@pytest.mark.parametrize(
    ("body", "sheet", "expected"),
    [
        pytest.param(paragraph("a", run("x", "<w:vanish/>"), "b"), (), "ab", id="run"),
        pytest.param(
            paragraph("a", run("x", '<w:vanish w:val="0"/>')), (), "ax", id="not"
        ),
        pytest.param(
            paragraph("a", run("x", "<w:webHidden/>")), (), "ax", id="hidden-on-the-web"
        ),
        pytest.param(
            paragraph("a", run("x", '<w:rStyle w:val="V"/>')), (VANISH,), "a", id="style"
        ),
        pytest.param(
            paragraph("a", run("x", '<w:rStyle w:val="V"/><w:vanish w:val="off"/>')),
            (VANISH,),
            "ax",
            id="style-but-not-here",
        ),
        pytest.param(
            paragraph("x", look='<w:pStyle w:val="H"/>') + paragraph("a"),
            (HEADING,),
            "a",
            id="style-of-the-paragraph",
        ),
        pytest.param(
            paragraph("y", run("x", '<w:rStyle w:val="V"/>'), look='<w:pStyle w:val="H"/>')
            + paragraph("a"),
            (HEADING, VANISH),
            "x\n\na",
            id="switched-twice",
        ),
        pytest.param(
            paragraph("a", run("x", '<w:rStyle w:val="U"/>')),
            (VANISH, style("U", base="V")),
            "a",
            id="style-based-on-another",
        ),
        pytest.param(
            paragraph("a", run("x", '<w:rStyle w:val="U"/>')),
            (VANISH, style("U", base="V", look='<w:vanish w:val="false"/>')),
            "ax",
            id="style-unlike-its-base",
        ),
        pytest.param(
            paragraph("x") + paragraph("a", look='<w:pStyle w:val="N"/>'),
            (style("H", "paragraph", "<w:vanish/>", default="1"), style("N", "paragraph")),
            "a",
            id="usual-style",
        ),
        pytest.param(
            '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>'
            + cell(paragraph("x")) + "</w:tr></w:tbl>" + paragraph("a"),
            (style("T", "table", "<w:vanish/>"),),
            "a",
            id="style-of-the-table",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + cell(paragraph("x"))
            + "</w:tr></w:tbl>" + paragraph("a"),
            (),
            "a",
            id="row",
        ),
        pytest.param(
            paragraph("a", '<w:r><w:drawing><wp:anchor><wp:docPr hidden="1"/>'
                      + BOX.format(paragraph("x")) + "</wp:anchor></w:drawing></w:r>"),
            (),
            "a",
            id="box",
        ),
        pytest.param(
            paragraph("a", '<w:r><v:shape style="visibility: hidden">'
                      + BOX.format(paragraph("x")) + "</v:shape></w:r>"),
            (),
            "a",
            id="older-box",
        ),
        pytest.param(
            paragraph("a", "<w:r><w:rPr><w:vanish/></w:rPr>" + BOX.format(paragraph("x"))
                      + "<a:txBody><a:p><a:r><a:t>y</a:t></a:r></a:p></a:txBody></w:r>"),
            (),
            "a",
            id="box-in-hidden-words",
        ),
    ],
)  # fmt: skip
def test_hidden_words_are_left_out(body, sheet, expected):
    read = read_word(word(body, styles(*sheet)))

    assert read.text == expected
    assert len(read.gaps) == (expected != "ax")


def test_what_all_styles_hide_is_hidden():
    base = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    body = paragraph("x", run("a", '<w:vanish w:val="0"/>'))

    assert text(body, styles(base=base)) == "a"


def test_what_a_program_hides_is_no_gap():
    machine = style("z", "paragraph", "<w:vanish/>", name="HTML Top of Form")
    body = paragraph("Top of Form", look='<w:pStyle w:val="z"/>') + paragraph("Hello")

    assert text(body, styles(machine)) == "Hello"
    assert gaps(body, styles(machine)) == []


def test_spaces_that_are_hidden_are_no_gap():
    assert gaps(paragraph("a", run(" ", "<w:vanish/>"))) == []


def test_styles_that_are_based_on_each_other_end():
    circle = (style("A", base="B"), style("B", base="A"))

    assert text(paragraph(run("a", '<w:rStyle w:val="A"/>')), styles(*circle)) == "a"


def test_a_style_raises_figures():
    raising = style("F", look=SUPER)

    assert (
        text(paragraph("a", run("1", '<w:rStyle w:val="F"/>')), styles(raising)) == "a¹"
    )


def note(kind, one, *paragraphs):
    return f'<w:{kind} w:id="{one}">{"".join(paragraphs)}</w:{kind}>'


FOOTNOTES = (
    "footnotes",
    "footnotes.xml",
    part(
        "w:footnotes",
        note("footnote", 0, paragraph("<w:r><w:separator/></w:r>"))
        + note(
            "footnote",
            1,
            paragraph("<w:r><w:footnoteRef/></w:r>", " First."),
            paragraph("More."),
        )
        + note(
            "footnote", 2, paragraph("* Second.", REFERENCE.format("footnote", 1, ""))
        ),
    ),
)
ENDNOTES = (
    "endnotes",
    "endnotes.xml",
    part("w:endnotes", note("endnote", 1, paragraph("Last."))),
)


def test_notes_stand_after_the_text_with_their_marks():
    body = paragraph(
        "Duty",
        REFERENCE.format("footnote", 1, ""),
        " and",
        REFERENCE.format("endnote", 1, ""),
    )

    assert (
        text(body, FOOTNOTES, ENDNOTES) == "Duty¹ and²\n\n¹ First.\n\nMore.\n\n² Last."
    )


def test_a_note_keeps_the_mark_that_its_writer_chose():
    body = paragraph(
        "Duty",
        REFERENCE.format("footnote", 2, ' w:customMarkFollows="1"'),
        run("*", SUPER),
    )

    assert text(body, FOOTNOTES) == "Duty*\n\n* Second."


def test_each_note_has_a_mark_of_its_own():
    marks = [REFERENCE.format("footnote", one, "") for one in (2, 1)]

    assert text(paragraph("a", marks[0], " b", marks[1]), FOOTNOTES) == (
        "a¹ b²\n\n¹ * Second.\n\n² First.\n\nMore."
    )


def test_a_note_that_is_pointed_to_twice_is_read_once():
    mark = REFERENCE.format("footnote", 1, "")

    assert (
        text(paragraph("a", mark, " b", mark), FOOTNOTES)
        == "a¹ b¹\n\n¹ First.\n\nMore."
    )


@pytest.mark.parametrize("body", [
    REFERENCE.format("footnote", 9, ""),
    REFERENCE.format("endnote", 1, ""),
    "<w:del>" + REFERENCE.format("footnote", 1, "") + "</w:del>",
    REFERENCE.format("footnote", 1, "").replace("<w:rPr>", "<w:rPr><w:vanish/>"),
])  # fmt: skip
def test_what_points_to_no_note_that_is_seen_leaves_no_mark(body):
    assert text(paragraph("a", body), FOOTNOTES) == "a"


def margins(**rows):
    return tuple(
        (name[:6], f"{name}.xml", part(f"w:{name[:3]}", paragraph(words)))
        for name, words in rows.items()
    )


def section(*names, first=""):
    rows = "".join(
        f'<w:{name[:6]}Reference r:id="{name}.xml" w:type="{kind}"/>'
        for name, kind in names
    )
    return f"<w:sectPr>{rows}{first}</w:sectPr>"


def test_heads_and_feet_of_pages_stand_around_the_text_once():
    body = paragraph("One", look=section(("header1", "default"))) + paragraph("Two")
    last = section(
        ("header1", "default"), ("header2", "default"), ("footer1", "default")
    )
    parts = margins(header1="Gwent Police", header2="Gwent Police", footer1="HMICFRS")

    assert text(body + last, *parts) == "Gwent Police\n\nOne\n\nTwo\n\nHMICFRS"


def test_the_head_of_the_first_page_is_there_where_the_first_page_differs():
    sections = (("header1", "first"), ("header2", "default"))
    parts = margins(header1="First", header2="Other")

    assert text(paragraph("a") + section(*sections), *parts) == "Other\n\na"
    assert (
        text(paragraph("a") + section(*sections, first="<w:titlePg/>"), *parts)
        == "First\n\nOther\n\na"
    )


@pytest.mark.parametrize(
    ("settings", "expected"), [("<w:evenAndOddHeaders/>", "Even\n\na"), ("", "a")]
)
def test_the_head_of_even_pages_is_there_where_even_pages_differ(settings, expected):
    sheet = ("settings", "settings.xml", part("w:settings", settings))
    body = paragraph("a") + section(("header1", "even"), ("header9", "default"))

    assert text(body, sheet, *margins(header1="Even")) == expected


def test_heads_that_no_section_names_are_read_where_none_is_named():
    inner = part("w:hdr", paragraph("Head"))
    data = folder({
        "word/document.xml": part("w:document", paragraph("a")),
        "word/header1.xml": inner,
        "word/glossary/header1.xml": part("w:hdr", paragraph("no")),
        "word/footer.xml": part("w:ftr", paragraph("7")),
        "word/header2.xml": part("w:hdr", paragraph("- 8 -")),
    })  # fmt: skip

    assert read_word(data).text == "Head\n\na"


def test_a_head_that_is_missing_is_left():
    related = ("header", "header1.xml", part("w:hdr", paragraph("x")))
    data = word(paragraph("a") + section(("header1", "default")), related)
    again = data.replace(b"word/header1.xml", b"word/headerX.xml")

    assert read_word(again).text == "a"


def test_a_box_stands_after_its_paragraph():
    inner = BOX.format(paragraph("In a box") + paragraph("Two"))
    body = paragraph(
        "The safe",
        f"<w:r><w:pict><v:shape>{inner}</v:shape></w:pict></w:r>",
        "guarding partners",
    )

    assert (
        text(body + paragraph("End"))
        == "The safeguarding partners\n\nIn a box\n\nTwo\n\nEnd"
    )


@pytest.mark.parametrize(("inner", "expected"), [
    ("<mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>", "a\n\nx"),
    ("<mc:Fallback>{0}</mc:Fallback>", "a\n\nx"),
    ("", "a"),
])  # fmt: skip
def test_what_word_keeps_in_several_forms_is_read_once(inner, expected):
    inner = inner.format(BOX.format(paragraph("x")))
    body = paragraph(
        "a", f"<w:r><mc:AlternateContent>{inner}</mc:AlternateContent></w:r>"
    )

    assert text(body) == expected


def drawn(words):
    return f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>"


def test_diagrams_and_charts_give_their_words():
    kept = "<c:strCache><c:pt><c:v>North</c:v></c:pt><c:pt><c:v>South</c:v></c:pt></c:strCache>"
    chart = part("c:chartSpace", f"<c:title>{drawn('By area')}</c:title>{kept}{kept}")
    diagram = part("dgm:dataModel", drawn("Referral") + drawn("Review"))
    body = paragraph(
        "a",
        '<w:r><c:chart r:id="chart1.xml"/><dgm:relIds r:dm="data1.xml"/><c:chart r:id="no"/></w:r>',
    )

    read = text(
        body, ("chart", "chart1.xml", chart), ("diagramData", "data1.xml", diagram)
    )

    assert read.split("\n\n") == [
        "a",
        "By area",
        "North",
        "South",
        "Referral",
        "Review",
    ]


def test_letters_that_are_drawn_are_read():
    letters = '<w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>'
    hidden = letters.format("no").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")

    assert text(paragraph("a", letters.format("DRAFT"), hidden)) == "a\n\nDRAFT"


def picture(width, height):
    size = f'<a:ext cx="{width}" cy="{height}"/>'
    return f"<w:r><pic:pic><pic:spPr><a:xfrm>{size}</a:xfrm></pic:spPr></pic:pic></w:r>"


PAGE = picture(7_000_000, 9_000_000)
OLDER = '<w:r><v:shape style="width:450pt;height:600pt"><v:imagedata/></v:shape></w:r>'


@pytest.mark.parametrize(("body", "expected"), [
    pytest.param(paragraph("few words", PAGE), [Unread.DRAWINGS], id="page"),
    pytest.param(paragraph("few words", OLDER), [Unread.DRAWINGS], id="older"),
    pytest.param(paragraph("few words", picture(2_000_000, 1_000_000)), [], id="logo"),
    pytest.param(paragraph("few words", picture("x", "")), [], id="no-size"),
    pytest.param(paragraph("few words", "<w:r><pic:pic/></w:r>"), [], id="nothing"),
    pytest.param(paragraph("many words " * 30, PAGE), [], id="many-words"),
    pytest.param(paragraph(PAGE), [], id="no-words"),
    pytest.param(paragraph("a", OLDER.replace("450pt", "much")), [], id="odd-size"),
    pytest.param(paragraph("a", OLDER.replace("600pt", "1.2.3cm")), [], id="odd-number"),
])  # fmt: skip
def test_pictures_that_stand_for_the_text_are_a_gap(body, expected):
    assert gaps(body) == expected


@pytest.mark.parametrize(("attributes", "expected"), [
    ('Type="Embed" ProgID="Excel.Sheet.12"', [Unread.ENCLOSED]),
    ('Type="Embed" ProgID="Equation.3"', []),
    ('Type="Link" ProgID="Excel.Sheet.12"', []),
])  # fmt: skip
def test_a_file_in_the_document_is_a_gap(attributes, expected):
    assert (
        gaps(
            paragraph(
                "a", f"<w:r><w:object><o:OLEObject {attributes}/></w:object></w:r>"
            )
        )
        == expected
    )


INNER = word(paragraph("Inner", run("no", "<w:vanish/>")) + '<w:altChunk r:id="x"/>')


@pytest.mark.parametrize(("file", "data", "expected", "missing"), [
    ("a.html", b"<p>One<p>Two", "a\n\nOne\n\nTwo\n\nb", []),
    ("a.TXT", "Tŷ".encode(), "a\n\nTŷ\n\nb", []),
    ("a.rtf", rb"{\rtf1 One\par Two}", "a\n\nOne\n\nTwo\n\nb", []),
    ("a.docx", INNER, "a\n\nInner\n\nb", [Unread.HIDDEN, Unread.ENCLOSED]),
    ("a.mht", b"Content-Type: text/html\n\n<p>One<p hidden>no", "a\n\nOne\n\nb", []),
    ("a.xml", b"x", "a\n\nb", [Unread.ENCLOSED]),
    ("a.docx", b"x", "a\n\nb", [Unread.ENCLOSED]),
    ("a.txt", b"", "a\n\nb", []),
])  # fmt: skip
def test_a_file_that_is_shown_as_text_is_read(file, data, expected, missing):
    body = paragraph("a") + f'<w:altChunk r:id="{file}"/>' + paragraph("b")
    read = read_word(word(body, ("aFChunk", file, data)))

    assert read.text == expected
    assert [gap.what for gap in read.gaps] == missing


BY_NAME = '<Override PartName="/word/{}" ContentType="{}"/>'
BY_ENDING = '<Default Extension="dat" ContentType="{}"/>'


@pytest.mark.parametrize(("types", "data", "expected"), [
    (BY_NAME.format("Chunk.dat", "text/html; charset=utf-8"), b"<p>One<p>Two", "One\n\nTwo"),
    (BY_NAME.format("other.dat", "text/plain") + BY_ENDING.format("text/html"), b"<p>One", "One"),
    (BY_ENDING.format("text/html") + BY_NAME.format("chunk.dat", "text/plain"), b"<p>One", "<p>One"),
    (BY_ENDING.format("application/rtf"), rb"{\rtf1 One}", "One"),
    (BY_ENDING.format("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), INNER, "Inner"),
    (BY_ENDING.format("application/octet-stream"), b"<p>One", ""),
    ("", b"<p>One", ""),
])  # fmt: skip
def test_the_list_of_parts_says_what_a_file_is(types, data, expected):
    body = '<w:altChunk r:id="chunk.dat"/>'

    assert (
        read_word(word(body, ("aFChunk", "chunk.dat", data), types=types)).text
        == expected
    )


def test_the_main_part_is_found_whatever_its_name():
    assert (
        read_word(
            word(paragraph("a"), main="odd/Main%20part.xml".replace("%20", "_"))
        ).text
        == "a"
    )


def test_what_leads_out_of_the_document_is_not_followed():
    outside = relations(
        ("rId1", "officeDocument", "word/other.xml"), mode=' TargetMode="External"'
    )
    data = folder(
        {
            "_rels/.rels": outside,
            "word\\Document.xml": part("w:document", paragraph("a")),
        }
    )

    assert read_word(data).text == "a"


def test_the_strict_kind_is_read_as_the_other():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:document>'

    assert read_word(folder({"word/document.xml": body})).text == "a"


def test_parts_in_utf_16_are_read():
    body = part("w:document", paragraph("Tŷ")).replace("?>", ' encoding="UTF-16"?>')

    assert read_word(folder({"word/document.xml": body.encode("utf-16")})).text == "Tŷ"


@pytest.mark.parametrize(("data", "expected"), [
    pytest.param(b"\xd0\xcf\x11\xe0", Fault.ENCRYPTED, id="locked"),
    pytest.param(b"PK\3\4", Fault.BROKEN, id="no-folder"),
    pytest.param(folder({"a": "b"}), Fault.BROKEN, id="no-main-part"),
    pytest.param(folder({"word/document.xml": "<a>"}), Fault.BROKEN, id="broken-xml"),
    pytest.param(folder({"word/document.xml": "<a/>"}), Fault.UNKNOWN_KIND, id="other"),
    pytest.param(
        folder({"word/document.xml": '<?xml version="1.0" encoding="what"?><a/>'}), Fault.BROKEN, id="encoding"
    ),
    pytest.param(
        folder({"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a/>'.encode("utf-16")}), Fault.BROKEN, id="entity"
    ),
    pytest.param(
        folder({"word/document.xml": '<!DOCTYPE a [<!ATTLIST a x CDATA "y">]><a/>'}), Fault.BROKEN, id="attribute"
    ),
    pytest.param(word("<w:p>" * 5000 + "</w:p>" * 5000), Fault.TOO_MUCH, id="deep"),
    pytest.param(word("<w:p/>" * 1_500_001), Fault.TOO_MUCH, id="tags"),
    pytest.param(folder({str(n): "" for n in range(5001)}), Fault.TOO_MUCH, id="parts"),
    pytest.param(folder({"word/document.xml": b" " * 20_000_001}), Fault.TOO_MUCH, id="size"),
    pytest.param(
        word(paragraph("a"), *(("x", f"{n}.xml", "") for n in range(3)), ("styles", "s", b" " * 19_999_000)),
        Fault.TOO_MUCH,
        id="size-of-all",
    ),
])  # fmt: skip
def test_what_gives_no_text_says_why(data, expected):
    assert fault(data) is expected


def patched(data, start, sign, place, value):
    """Return an archive with a byte changed, so many after the last of some signs."""
    at = data.rindex(sign) + place
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize(("place", "value", "expected"), [
    pytest.param(8, b"\1", Fault.ENCRYPTED, id="locked"),
    pytest.param(10, b"\x63", Fault.BROKEN, id="packed-in-another-way"),
    pytest.param(24, b"\1\0\0\0", Fault.BROKEN, id="promises-less"),
])  # fmt: skip
def test_an_archive_that_says_odd_things_of_a_part(place, value, expected):
    data = folder({"word/document.xml": part("w:document", paragraph("a"))})

    assert fault(patched(data, 0, b"PK\1\2", place, value)) is expected


def case(name):
    (found,) = CASES.glob(f"{name}-*.docx")
    return read_word(found.read_bytes())


@pytest.mark.parametrize(("name", "expected"), [
    ("W01", "First line.\n\nSecond line. The suspect is on bail conditions."),
    ("W02", "We will write to you. The referral is closed."),
    ("W05", "The safeguarding partners met.\n\nIf you are in danger ring 999. Ask for an ISVA or NAPAC."),
    ("W07", "The suspect will be on bail conditions."),
    ("W08", "A referral was made to the NSPCC."),
    ("W11", "The duty of safeguarding¹ applies. CSE² is abuse. See IICSA³."),
    ("W13", "The referral is closed."),
    ("W04", "Gwent Police – POLIT\n\nPlease ring us.\n\nGwent Police – Protecting Vulnerable People, HMICFRS"),
    ("W03", "We looked at the report¹ and at the profile².\n\n"
            "¹ IICSA means the Independent Inquiry into Child Sexual Abuse.\n\n"
            "² The problem profile was made in 2022."),
    ("W12", "Area\n\nPolice\n\nForce\n\nNorth\n\nSocial\n\nServices open\n\nEast\n\n3\n\nProblem\n\n"
            "Profile of area\n\n4\n\nCSE flag"),
    ("W10", "Home Office letter\n\nNCA\n\nTOEX ROCU\n\nmulti\u2011agency\n\nsafe\xadguarding\n\nproblem\nprofile\n\n"
            "warning\tmarker\n\ninspection\n\nchildren’s services\n\nmulti-agency\n\nthird\nsector\n\n"
            "statutory\tduty CSA\n\npublic\ninquiry"),
])  # fmt: skip
def test_a_document_that_somebody_made_by_hand(name, expected):
    assert case(name).text == expected


def test_only_hidden_words_are_said_of_these_documents():
    said = {path.name[:3]: case(path.name[:3]).gaps for path in CASES.glob("W*.docx")}

    assert len(said) == 11
    assert {name for name, found in said.items() if found} == {"W02"}
