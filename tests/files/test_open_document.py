"""What an OpenDocument text says is read as people see it on its pages."""

import pytest

from glossary.files import Fault, FileError, Unread
from glossary.files.open_document import read_open_document
from tests.files.open_document_files import (
    TEXT,
    content,
    folder,
    open_document,
    part,
    sheet,
    style,
)

HIDDEN = style("X", 'text:display="none"')
RAISED = style("R", 'style:text-position="super 58%"')


def p(inner, name="", tag="p"):
    return f'<text:{tag} text:style-name="{name}">{inner}</text:{tag}>'


def span(inner, name):
    return f'<text:span text:style-name="{name}">{inner}</text:span>'


def frame(inner, attributes=""):
    return f"<draw:frame {attributes}>{inner}</draw:frame>"


def box(inner):
    return frame(f"<draw:text-box>{inner}</draw:text-box>")


def read(body, automatic="", styles="", **parts):
    return read_open_document(open_document(body, automatic, styles, **parts))


def text(*args, **parts):
    return read(*args, **parts).text


def gaps(*args, **parts):
    return [gap.what for gap in read(*args, **parts).gaps]


def fault(data):
    with pytest.raises(FileError) as caught:
        read_open_document(data)
    return caught.value.fault


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("A head", tag="h") + p("One\n  two"), "A head\n\nOne two", id="blocks"),
        pytest.param(p("pro<text:bookmark/>blem " + span("profile", "B") + "."), "problem profile.", id="spans"),
        pytest.param(
            p('a<text:s text:c="3"/>b<text:s/>c<text:tab/>d<text:line-break/>e<text:soft-page-break/>f'),
            "a   b c\td\nef",
            id="signs",
        ),
        pytest.param(p('a<text:s text:c="999999999"/>b<text:s text:c="x"/>c'), "a" + " " * 80 + "b c", id="spaces"),
        pytest.param(
            "<text:list><text:list-item>" + p("Problem") + "</text:list-item><text:list-item>"
            + p("Profile") + "</text:list-item></text:list>",
            "Problem\n\nProfile",
            id="list",
        ),
        pytest.param(
            "<table:table><table:table-row><table:table-cell>" + p("Police")
            + "</table:table-cell><table:table-cell>" + p("Force")
            + "</table:table-cell></table:table-row></table:table>",
            "Police\n\nForce",
            id="table",
        ),
        pytest.param(
            "<text:tracked-changes><text:changed-region><text:deletion>" + p("not")
            + "</text:deletion></text:changed-region></text:tracked-changes>"
            + p("He will <text:change/>be bailed"),
            "He will be bailed",
            id="changes",
        ),
        pytest.param(p("a<office:annotation>" + p("remark") + "</office:annotation>b"), "ab", id="remark"),
        pytest.param(p("The safe" + box(p("999") + p("Two")) + "guarding"), "The safeguarding\n\n999\n\nTwo", id="box"),
        pytest.param(box(p("first")) + p("a"), "first\n\na", id="box-on-a-page"),
        pytest.param(p("a<draw:custom-shape>" + p("shape") + "<svg:desc>no</svg:desc></draw:custom-shape>"), "a\n\nshape", id="shape"),
        pytest.param(
            p("<text:ruby><text:ruby-base>large</text:ruby-base><text:ruby-text>small</text:ruby-text></text:ruby>"),
            "large (small)",
            id="ruby",
        ),
        pytest.param(p("a<text:page-number>7</text:page-number>"), "a7", id="field"),
        pytest.param(p('a<text:variable-set text:display="none">x</text:variable-set><text:variable-set>y</text:variable-set>'), "ay", id="variable"),
        pytest.param(p('<text:a text:style-name="L">link</text:a>'), "link", id="link"),
        pytest.param(p("a\uf0b7b\ue00ac"), "a b c", id="signs-of-a-font"),
        pytest.param(
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
            "</text:index-title-template></text:table-of-content-source><text:index-body>"
            + p("yes") + "</text:index-body></text:table-of-content>",
            "yes",
            id="contents",
        ),
    ],
)  # fmt: skip
def test_words_are_read_as_they_stand_on_the_page(body, expected):
    assert text(body) == expected
    assert gaps(body) == []


@pytest.mark.parametrize(
    ("body", "automatic"),
    [
        pytest.param(p("a" + span("x", "X")), HIDDEN, id="span"),
        pytest.param(p("a" + span(span("x", "R"), "X")), HIDDEN + RAISED, id="span-in-a-span"),
        pytest.param(p("x", "P") + p("a"), style("P", 'text:display="none"', "paragraph"), id="paragraph"),
        pytest.param(p("a" + span("x", "Y")), HIDDEN + style("Y", base="X"), id="base"),
        pytest.param('<text:section text:display="none">' + p("x") + "</text:section>" + p("a"), "", id="section"),
        pytest.param('<text:section text:is-hidden="true">' + p("x") + "</text:section>" + p("a"), "", id="section-on-a-condition"),
        pytest.param(p('a<text:hidden-text text:is-hidden="true" text:string-value="x"/>'), "", id="text"),
        pytest.param(p('x<text:hidden-paragraph text:is-hidden="true"/>') + p("a"), "", id="paragraph-field"),
        pytest.param(
            '<table:table><table:table-row table:visibility="collapse">' + p("x")
            + "</table:table-row></table:table>" + p("a"),
            "",
            id="row",
        ),
        pytest.param("<table:covered-table-cell>" + p("x") + "</table:covered-table-cell>" + p("a"), "", id="covered"),
        pytest.param(p("a" + span(box(p("x")), "X")), HIDDEN, id="box"),
    ],
)  # fmt: skip
def test_hidden_words_are_left_out_and_said(body, automatic):
    assert text(body, automatic) == "a"
    assert gaps(body, automatic) == [Unread.HIDDEN]


@pytest.mark.parametrize(
    ("body", "automatic"),
    [
        pytest.param(p("a" + span("x", "Y")), HIDDEN + style("Y", 'text:display="true"', base="X"), id="base"),
        pytest.param(p("a" + span("x", "A")), style("A", base="B") + style("B", base="A"), id="circle"),
        pytest.param(p('a<text:hidden-text text:is-hidden="false">x</text:hidden-text>'), "", id="text"),
        pytest.param(p('ax<text:hidden-paragraph text:is-hidden="false"/>'), "", id="paragraph"),
        pytest.param(p("a" + span("x", "Z")), '<style:style style:name="Z" style:family="text"/>', id="no-look"),
    ],
)  # fmt: skip
def test_what_is_not_hidden_is_read(body, automatic):
    assert text(body, automatic) == "ax"
    assert gaps(body, automatic) == []


@pytest.mark.parametrize(("place", "expected"), [
    ("super 58%", "duty¹"), ("33% 58%", "duty¹"), ("sub 58%", "duty1"), ("-33% 58%", "duty1"), ("0% 100%", "duty1"),
])  # fmt: skip
def test_figures_above_the_line_are_raised(place, expected):
    assert (
        text(p("duty" + span("1", "R")), style("R", f'style:text-position="{place}"'))
        == expected
    )


def note(citation, inner, label=""):
    return (
        f'<text:note><text:note-citation{label}>{citation}</text:note-citation>'
        f"<text:note-body>{inner}</text:note-body></text:note>"
    )  # fmt: skip


def test_notes_stand_after_the_text_with_their_marks():
    body = p(
        "Duty"
        + note("1", p("First.") + p("More."))
        + " and"
        + note("i", p("Last."))
        + "."
    ) + p("End")

    assert text(body) == "Duty¹ and².\n\nEnd\n\n¹ First.\n\nMore.\n\n² Last."


def test_a_note_keeps_the_mark_that_its_writer_chose():
    assert (
        text(p("Duty" + note("*", p("Why."), ' text:label="*"'))) == "Duty*\n\n* Why."
    )


def test_a_note_in_hidden_words_is_left():
    assert (
        text(p("Duty" + span(note("1", p("x")), "X") + "<text:note/>"), HIDDEN)
        == "Duty"
    )


def page(name, head="", foot="", follows="", shown="true"):
    """Return what an office says of a kind of pages."""
    return (
        f'<style:master-page style:name="{name}" style:next-style-name="{follows}">'
        f'<style:header style:display="{shown}">{p(head)}</style:header>'
        f"<style:footer>{p(foot)}</style:footer></style:master-page>"
    )


def test_heads_and_feet_of_pages_stand_around_the_text_once():
    pages = page("Standard", "Gwent Police", "HMICFRS", "Second") + page(
        "Second", "Gwent Police", "- 1 -"
    )

    assert text(p("a"), "", sheet(pages=pages)) == "Gwent Police\n\na\n\nHMICFRS"


def test_a_head_that_is_switched_off_is_not_read():
    pages = page("Standard", "no", "Foot", shown="false")

    assert text(p("a"), "", sheet(pages=pages)) == "a\n\nFoot"


PAGES = (
    page("Standard", "Usual", follows="Standard")
    + page("First", "First", follows="After")
    + page("After", "After", follows="Nowhere")
    + page("Cover", "Cover")
)
BEGINS = 'style:name="{}" style:family="{}" style:master-page-name="{}"'


def begins(name, kind, family="paragraph", base=""):
    attributes = BEGINS.format(name, family, kind)
    return f'<style:style {attributes} style:parent-style-name="{base}"/>'


TABLE = f'<table:table table:style-name="T">{p("cell")}</table:table>'
DELETED = f"<text:tracked-changes><text:deletion>{p('x', 'C')}</text:deletion></text:tracked-changes>"


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        pytest.param(p("a"), ["Usual"], id="no-kind-is-named"),
        pytest.param(p("a", "F"), ["First", "After"], id="the-first-block-names-one"),
        pytest.param(p("a", "G"), ["First", "After"], id="by-the-style-it-is-based-on"),
        pytest.param(p("a", "F", "h"), ["First", "After"], id="a-heading"),
        pytest.param(TABLE, ["Cover"], id="a-table"),
        pytest.param(p("a") + p("b", "C"), ["Usual", "Cover"], id="a-later-block"),
        pytest.param(p("a", "N"), ["Usual"], id="a-kind-that-is-not-described"),
        pytest.param(p("a", "E"), ["Usual"], id="none-after-all"),
        pytest.param(DELETED + p("a"), ["Usual"], id="a-block-that-was-deleted"),
        pytest.param("", ["Usual"], id="no-block"),
    ],
)
def test_heads_of_pages_that_no_page_is_like_are_not_read(body, heads):
    styles = (
        begins("F", "First")
        + begins("G", "First")
        + style("G", family="paragraph", base="F")
        + begins("C", "Cover")
        + begins("T", "Cover", "table")
        + begins("N", "Nothing")
        + begins("E", "", base="F")
    )
    found = text(body + "<text:p/>", styles, sheet(pages=PAGES)).split("\n\n")

    assert [one for one in found if one not in {"a", "b", "cell"}] == heads


def test_where_no_kind_of_pages_is_the_usual_one_the_first_is():
    pages = page("MP0", "Head") + page("MP1", "Other")

    assert text(p("a"), "", sheet(pages=pages)) == "Head\n\na"


def test_a_style_is_that_of_its_part():
    styles = sheet(
        style("T2", 'text:display="none"'),
        style("T1"),
        page("Standard", span("Head", "T1")),
    )

    assert (
        text(
            p("a" + span("x", "T1") + span("y", "T2")),
            style("T1", 'text:display="none"'),
            styles,
        )
        == "Head\n\na"
    )


CONTROLS = (
    "<office:forms><form:form>"
    '<form:text xml:id="t" form:id="t" form:value="old" form:current-value="typed"/>'
    '<form:checkbox form:id="c" form:label="Yes" form:current-state="checked"/>'
    '<form:radio form:id="r" form:label="No"/>'
    '<form:listbox form:id="l"><form:option form:label="one"/>'
    '<form:option form:label="two" form:selected="true"/></form:listbox>'
    '<form:fixed-text form:id="f" form:label="Name"/>'
    '<form:password form:id="s" form:value="secret"/>'
    "</form:form></office:forms>"
)


@pytest.mark.parametrize(("control", "expected"), [
    ("t", "typed"), ("c", "☒ Yes"), ("r", "☐ No"), ("l", "two"), ("f", "Name"), ("s", ""), ("none", ""),
])  # fmt: skip
def test_what_is_filled_in_is_read(control, expected):
    mark = f'<draw:control draw:control="{control}"/>'

    assert text(CONTROLS + p(f"a {mark}")) == f"a {expected}".strip()
    assert text(CONTROLS + mark + p("a")) == f"{expected}\n\na".strip()


@pytest.mark.parametrize(
    ("words", "look", "expected"),
    [
        ("\uf0fe", 'style:font-name="Wingdings"', "☑ Yes"),
        ("\uf0fe", 'style:font-name="Wingdings1"', "☑ Yes"),
        ("R", 'style:font-name="Wingdings 2"', "☑ Yes"),
        ("·", 'fo:font-family="Symbol"', "• Yes"),
        ("þ", 'style:font-name="Arial"', "þ Yes"),
        ("\uf0fe", 'style:font-name="OpenSymbol"', "Yes"),
    ],
)
def test_letters_of_a_font_of_pictures_are_signs(words, look, expected):
    assert text(p(span(words, "W") + " Yes"), style("W", look)) == expected
    assert text(p(words, "W") + p("Yes"), style("W", look, "paragraph")) == (
        expected.replace(" ", "\n\n")
    )


NUMBER = "<text:number>1.2</text:number>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(f"{NUMBER}Duties", tag="h"), "1.2 Duties"),
        (p(f"{NUMBER} Duties", tag="h"), "1.2 Duties"),
        (f"<text:list-item>{NUMBER}{p('One')}</text:list-item>", "One"),
        (p(f"{NUMBER}no", "X") + p("a"), "a"),
    ],
)
def test_the_number_of_a_head_is_apart_from_its_words(body, expected):
    assert text(body, style("X", 'text:display="none"', "paragraph")) == expected


def control(one, anchor="as-char"):
    return f'<draw:control text:anchor-type="{anchor}" draw:control="{one}"/>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(f"Name{control('t')}of child", "Name typed of child", id="words"),
        pytest.param(f"({control('t')}), a", "(typed), a", id="signs"),
        pytest.param(f"a {control('t')} b", "a typed b", id="spaces"),
        pytest.param(control("c") + control("r"), "☒ Yes ☐ No", id="side-by-side"),
        pytest.param(f"a{control('s')}b", "a b", id="with-nothing-in-it"),
        pytest.param(
            control("c", "paragraph") + control("r", "char") + "Do you agree?",
            "Do you agree?\n\n☒ Yes\n\n☐ No",
            id="beside-the-line",
        ),
    ],
)
def test_what_is_filled_in_stands_apart_from_the_words_around_it(inner, expected):
    assert text(CONTROLS + p(inner) + p("End")) == f"{expected}\n\nEnd"


def test_what_is_filled_in_and_hidden_is_left():
    mark = '<draw:control draw:control="t"/>'

    assert (
        text(
            CONTROLS
            + f'<text:section text:display="none">{mark}</text:section>'
            + p("a")
        )
        == "a"
    )


@pytest.mark.parametrize(("kind", "parameters", "expected"), [
    ("FORMCHECKBOX", {"Checkbox_Checked": "true"}, "☒"),
    ("FORMCHECKBOX", {}, "☐"),
    ("FORMDROPDOWN", {"Dropdown_Selected": "0", "Dropdown_ListEntry": "one"}, "one"),
    ("FORMDROPDOWN", {"Dropdown_Selected": "1", "Dropdown_ListEntry": "one"}, ""),
    ("FORMDROPDOWN", {"Dropdown_ListEntry": "one"}, ""),
])  # fmt: skip
def test_fields_that_came_from_word_are_read(kind, parameters, expected):
    rows = "".join(
        f'<field:param field:name="{one}" field:value="{value}"/>'
        for one, value in parameters.items()
    )

    assert (
        text(p(f'a <field:fieldmark field:type="x.{kind}">{rows}</field:fieldmark>'))
        == f"a {expected}".strip()
    )


def test_a_chart_in_the_text_gives_its_words_once():
    chart = part(
        "office:document-content",
        "<office:body><chart:title>" + p("By area") + "</chart:title></office:body>",
    )
    mark = frame('<draw:object xlink:href="./Object 1"/><draw:image/>')

    assert text(p("a" + mark), **{"Object 1/content.xml": chart}) == "a\n\nBy area"


def test_an_equation_gives_its_signs():
    signs = "<math:mi>x</math:mi><math:mo>=</math:mo><math:mn>2</math:mn><math:annotation>code</math:annotation>"
    inside = frame(f"<draw:object><math:math>{signs}</math:math></draw:object>")
    apart = {"Object 1/content.xml": part("math:math", signs)}

    assert text(p("a" + inside)) == "a\n\nx = 2"
    assert (
        text(p("a" + frame('<draw:object xlink:href="Object 1"/>')), **apart)
        == "a\n\nx = 2"
    )
    assert text(p("a" + span(inside, "X")), HIDDEN) == "a"


@pytest.mark.parametrize(
    "inner",
    [
        "<draw:object-ole/>",
        '<draw:object xlink:href="./Object 9"/>',
        '<draw:object xlink:href="./"/>',
    ],
)
def test_a_file_in_the_document_is_a_gap(inner):
    assert gaps(p("a" + frame(inner))) == [Unread.ENCLOSED]
    assert gaps(p("a" + span(frame(inner), "X")), HIDDEN) == []


@pytest.mark.parametrize(("width", "height", "expected"), [
    ("17cm", "25cm", [Unread.DRAWINGS]), ("6.5in", "9in", [Unread.DRAWINGS]), ("170mm", "15mm", []), ("much", "", []),
])  # fmt: skip
def test_pictures_that_stand_for_the_text_are_a_gap(width, height, expected):
    size = f'svg:width="{width}" svg:height="{height}"'

    assert gaps(p("few words" + frame("<draw:image/>", size))) == expected


def test_a_flat_file_is_read_as_a_packed_one():
    picture = frame(
        "<draw:image><office:binary-data>AAAA</office:binary-data></draw:image>"
    )
    enclosed = frame('<draw:object xlink:href="./Object 1"/>')
    words = p("a" + span("x", "X")) + p(picture) + p(enclosed)
    inner = (
        f"<office:automatic-styles>{HIDDEN}</office:automatic-styles>"
        f"<office:master-styles>{page('Standard', 'Head')}</office:master-styles>"
        f"<office:body><office:text>{words}</office:text></office:body>"
    )
    data = part("office:document", inner, f'office:mimetype="{TEXT}"').encode()
    found = read_open_document(data)

    assert found.text == "Head\n\na"
    assert [gap.what for gap in found.gaps] == [Unread.HIDDEN, Unread.ENCLOSED]


MANIFEST = part("manifest:manifest", "<manifest:file-entry>{}</manifest:file-entry>")


def test_a_manifest_that_locks_nothing_is_no_lock():
    old = '<!DOCTYPE manifest:manifest PUBLIC "" "Manifest.dtd">' + MANIFEST.format("")

    assert text(p("a"), **{"META-INF/manifest.xml": old}) == "a"


@pytest.mark.parametrize(("data", "expected"), [
    pytest.param(
        open_document(p("a"), **{"META-INF/manifest.xml": MANIFEST.format("<manifest:encryption-data/>")}),
        Fault.ENCRYPTED,
        id="locked",
    ),
    pytest.param(open_document(p("a"), kind="application/vnd.oasis.opendocument.graphics"), Fault.UNKNOWN_KIND, id="drawing"),
    pytest.param(part("office:document", "", 'office:mimetype="x"').encode(), Fault.UNKNOWN_KIND, id="flat-drawing"),
    pytest.param(b"<a/>", Fault.UNKNOWN_KIND, id="other"),
    pytest.param(b"PK\3\4", Fault.BROKEN, id="no-folder"),
    pytest.param(folder({"mimetype": TEXT}), Fault.BROKEN, id="no-content"),
    pytest.param(b"<office:document", Fault.BROKEN, id="cut"),
    pytest.param(open_document("<text:span>" * 5000 + "</text:span>" * 5000), Fault.TOO_MUCH, id="deep"),
])  # fmt: skip
def test_what_gives_no_text_says_why(data, expected):
    assert fault(data) is expected


@pytest.mark.parametrize("kind", [f"{TEXT}-template\n", f"{TEXT}-master", ""])
def test_templates_are_texts(kind):
    assert read_open_document(open_document(p("a"), kind=kind)).text == "a"


def test_a_text_without_a_body_has_no_text():
    assert (
        read_open_document(
            folder({"content.xml": part("office:document-content", "")})
        ).text
        == ""
    )


def test_an_object_that_holds_itself_ends():
    inner = content(p(frame('<draw:object xlink:href="Object 1"/>') + "x"))

    assert (
        text(
            p("a" + frame('<draw:object xlink:href="Object 1"/>')),
            **{"Object 1/content.xml": inner},
        )
        == "a\n\nx"
    )


ENCLOSED = frame('<draw:object xlink:href="Object 1"/>')


def test_an_equation_of_an_old_office_names_its_document_type():
    named = '?><!DOCTYPE math:math PUBLIC "" "math.dtd">'
    old = part("math:math", "<math:mi>x</math:mi>").replace("?>", named)

    assert text(p("a" + ENCLOSED), **{"Object 1/content.xml": old}) == "a\n\nx"


def test_a_damaged_file_in_the_document_is_a_gap():
    assert gaps(p("a" + ENCLOSED), **{"Object 1/content.xml": "<a>"}) == [
        Unread.ENCLOSED
    ]
