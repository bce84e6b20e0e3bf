"""Damaged and senseless documents give a text, or say what is the matter."""

import random
import re
import time

import pytest

from glossary.files import Fault, FileError, FileText, read_file
from glossary.files.open_document import read_open_document
from glossary.files.rtf import read_rtf
from glossary.files.word import read_word
from tests.files import (
    open_document_files,
    test_open_document,
    test_rtf,
    test_word,
    word_files,
)
from tests.files.damage import damaged

WORDS_OF_RTF = (
    test_rtf.HEADER
    + test_rtf.NOTE
    + test_rtf.SHAPE
    + test_rtf.SCAN
    + test_rtf.form(r"\fftype2\ffres1{\*\ffl one}{\*\ffl two}")
    + test_rtf.LETTERING
    + test_rtf.field(test_rtf.TICK)
    + test_rtf.BESIDE % (9000, 12000)
    + r"{\header Head\par}{\footer Foot}\titlepg{\f3\'83e}\u-10179?\u-8704?"
    r"{\field{\*\fldinst PAGE}{\fldrslt 1}}{\upr{a}{\*\ud b}}\cell\row\par}"
)
CONTROLS = re.findall(r"\\[a-z]+|\\\*|[{}]|\\'[0-9a-f]{2}|\\.", WORDS_OF_RTF)


def outcome(reader, data):
    """Return what a reader gives: a text, or what is the matter."""
    try:
        read = reader(data)
    except FileError as error:
        return error.fault
    assert isinstance(read.text, str)
    assert len(set(read.gaps)) == len(read.gaps)
    return FileText


def cases():
    return [path.read_bytes() for path in sorted(test_word.CASES.glob("*.docx"))]


def senseless(chance, names, attributes, values, depth=0):
    """Return a tree of names in no order that makes sense."""
    name = chance.choice(names)
    said = "".join(
        f' {one}="{chance.choice(values)}"'
        for one in chance.sample(attributes, chance.randrange(3))
    )
    inner = "x" if chance.random() < 0.3 else ""
    if depth < 7:
        inner += "".join(
            senseless(chance, names, attributes, values, depth + 1)
            for _ in range(chance.randrange(4))
        )
    return f"<{name}{said}>{inner}</{name}>"


def names_of(path):
    """Return the names of elements and of attributes that tests of a reader use."""
    text = path.read_text(encoding="utf-8")
    elements = sorted(set(re.findall(r"<([a-z]+:[A-Za-z-]+)", text)))
    return elements, sorted(set(re.findall(r" ([a-z]+:[A-Za-z-]+)=", text)))


def documents(chance, module, files, count):
    """Yield the inner parts of so many senseless documents."""
    elements, attributes = names_of(module)
    elements += names_of(files)[0]
    values = [
        "1",
        "0",
        "true",
        "none",
        "begin",
        "separate",
        "end",
        "x",
        "X",
        "-1",
        "99999999999",
        "",
    ]
    for _ in range(count):
        yield "".join(senseless(chance, elements, attributes, values) for _ in range(3))


def path_of(module):
    return test_word.CASES.parent / f"{module.__name__.rpartition('.')[2]}.py"


def test_damaged_word_documents():
    found = {outcome(read_word, data) for data in damaged(cases(), 3000)}

    assert found >= {FileText, Fault.BROKEN}
    assert found <= {FileText, *Fault}


def test_senseless_word_documents():
    chance = random.Random(11)  # noqa: S311
    bodies = documents(chance, path_of(test_word), path_of(word_files), 700)
    found = {
        outcome(
            read_word,
            word_files.word(
                body,
                test_word.FOOTNOTES,
                test_word.styles(test_word.VANISH),
                ("x", "x", body),
            ),
        )
        for body in bodies
    }

    assert FileText in found
    assert found <= {FileText, Fault.BROKEN}


def test_word_documents_of_damaged_parts():
    part = word_files.part(
        "w:document", word_files.paragraph("One", test_word.BEGIN, test_word.END, "Two")
    )
    found = {
        outcome(read_word, word_files.folder({"word/document.xml": data}))
        for data in damaged([part.encode(), part.encode("utf-16")], 1500)
    }

    assert found == {FileText, Fault.BROKEN, Fault.UNKNOWN_KIND}


def test_damaged_open_document_texts():
    body = test_open_document.p("One") + test_open_document.frame("<draw:object/>")
    flat = open_document_files.part(
        "office:document", f"<office:body>{body}</office:body>"
    )
    corpus = [open_document_files.open_document(body), flat.encode()]
    found = {outcome(read_open_document, data) for data in damaged(corpus, 3000)}

    assert found >= {FileText, Fault.BROKEN, Fault.UNKNOWN_KIND}
    assert found <= {FileText, *Fault}


def test_senseless_open_document_texts():
    chance = random.Random(12)  # noqa: S311
    bodies = documents(
        chance, path_of(test_open_document), path_of(open_document_files), 1500
    )
    found = {
        outcome(
            read_open_document,
            open_document_files.open_document(body, body, **{"x/content.xml": "<a/>"}),
        )
        for body in bodies
    }

    assert FileText in found
    assert found <= {FileText, Fault.BROKEN}


def test_damaged_rtf():
    found = {
        outcome(read_rtf, data)
        for data in damaged([WORDS_OF_RTF.encode("latin-1")], 4000)
    }

    assert found == {FileText, Fault.BROKEN}


def test_senseless_rtf():
    chance = random.Random(13)  # noqa: S311
    found = {
        outcome(
            read_rtf, ("{\\rtf1 " + "".join(chance.choices(CONTROLS, k=60))).encode()
        )
        for _ in range(3000)
    }

    assert found == {FileText}


DEEP = "<w:r>" * 100_000 + "</w:r>" * 100_000
BOMBS = {
    "deep.docx": lambda: word_files.word(DEEP),
    "boxes.docx": lambda: word_files.word(
        word_files.paragraph(*["<w:txbxContent>"] * 900, *["</w:txbxContent>"] * 900)
    ),
    "one-note-each.docx": lambda: word_files.word(
        word_files.paragraph(test_word.REFERENCE.format("endnote", 1, "") * 200_000),
        ("endnotes", "endnotes.xml", word_files.part("w:endnotes", test_word.note("endnote", 1, word_files.paragraph("x" * 100_000)))),
    ),
    "one-chart-often.docx": lambda: word_files.word(
        word_files.paragraph('<c:chart r:id="c.xml"/>' * 200_000),
        ("chart", "c.xml", word_files.part("c:chart", test_word.drawn("x" * 1_000_000))),
    ),
    "spaces.fodt": lambda: open_document_files.part(
        "office:document", "<office:body>" + test_open_document.p('<text:s text:c="999"/>' * 80_000) + "</office:body>"
    ).encode(),
    "tags.fodt": lambda: b"<a>" * 600_000,
    "groups.rtf": lambda: b"{\\rtf1" + b"{" * 2_000_000,
    "words.rtf": lambda: b"{\\rtf1" + b"\\b" * 1_000_000,
    "bytes.rtf": lambda: b"{\\rtf1" + b"\\'e9" * 500_000,
    "name.rtf": lambda: b"{\\rtf1{\\fonttbl{\\f0 " + b"\\'41" * 480_000 + b"}}\\f0 a",
    "names.rtf": lambda: b"{\\rtf1{\\fonttbl{\\f0 " + b"a" * 900_000 + b";}}" + b"{\\f0 a}" * 140_000,
    "fields.rtf": lambda: b"{\\rtf1" + b"{\\field{\\*\\fldinst EQ " * 90_000,
    "boxes.rtf": lambda: b"{\\rtf1" + b"{\\shptxt x" * 180_000,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_soon(name):
    data = BOMBS[name]()
    began = time.process_time()  # and not on the clock: others work here, too
    with_limits = outcome(lambda given: read_file(name, given), data)

    assert with_limits in {FileText, Fault.TOO_MUCH, Fault.NO_TEXT, Fault.BROKEN}
    assert time.process_time() - began < 10
