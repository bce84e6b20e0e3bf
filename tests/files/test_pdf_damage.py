"""What of a PDF cannot be read is told, and nothing that is sent harms us."""

import random
import zlib
from typing import Any

import pytest
from pypdf.generic import DecodedStreamObject

from glossary.files import Fault, FileError, Gap, Unread
from glossary.files.pdf import MOST_PAGES, read_pdf
from tests.files.drawn import (
    LEFT,
    RIGHT,
    annotate,
    at,
    document,
    drawn,
    form,
    lines,
    lose,
    picture,
    ruled,
    saved,
    shape,
    ticked,
    value,
)
from tests.files.office import pdf
from tests.files.test_pdf import CASES


def text(data):
    return read_pdf(data).text


def fault(data):
    with pytest.raises(FileError) as caught:
        read_pdf(data)
    return caught.value.fault


def test_pages_that_are_pictures_are_told():
    writer = document("One", lines("One"), "", at(280, 40, "2"), lines("Two"))
    picture(writer, writer.pages[2])
    writer.pages[2].compress_content_streams()

    assert read_pdf(saved(writer)) == (
        "One\f2\fTwo",
        (Gap(Unread.PICTURE_PAGES, (3,)),),
    )


@pytest.mark.parametrize(
    ("shown", "pages"),
    [("Scanned with a phone", (1,)), ("3 Tr", ())],
    ids=["seen", "read"],
)
def test_a_picture_with_a_line_on_it_is_told_unless_its_words_were_read(shown, pages):
    mode = shown if shown.endswith("Tr") else "0 Tr"
    writer = document(f"{mode} " + at(60, 40, "Received 5 May 2025"))
    picture(writer, writer.pages[0])

    read = read_pdf(saved(writer))

    assert read.text == "Received 5 May 2025"
    assert [gap.pages for gap in read.gaps] == [pages] * bool(pages)


def test_a_page_whose_letters_are_lines_is_a_picture():
    shapes = "60 700 m 70 710 l S " * 60

    assert read_pdf(drawn(lines("One"), shapes)).gaps == (
        Gap(Unread.PICTURE_PAGES, (2,)),
    )


def test_files_in_the_file_are_told():
    attached, pinned = document(lines("One")), document(lines("One"))
    attached.add_attachment("other.txt", b"other")
    annotate(pinned, pinned.pages[0], Subtype="/FileAttachment")

    assert read_pdf(saved(attached)) == ("One", (Gap(Unread.ENCLOSED),))
    assert read_pdf(saved(pinned)) == ("One", (Gap(Unread.ENCLOSED),))


def test_a_page_with_nothing_on_it_is_no_gap():
    assert read_pdf(drawn(lines("One"), "", lines("Two"))) == ("One\fTwo", ())


def test_a_page_that_is_no_page_is_told():
    writer = document(lines("One"), lines("Two"), lines("Three"))
    lose(writer, 1)

    assert read_pdf(saved(writer)) == ("One\fThree", (Gap(Unread.LOST_PAGES, (2,)),))


def with_damage(*bodies):
    writer = document(*bodies)
    for page in writer.pages:
        page.compress_content_streams()
    stream = writer.pages[1].raw_get("/Contents").get_object()
    stream._data = b"no bytes of zlib"
    return saved(writer)


def test_a_page_whose_bytes_are_damaged_is_told():
    assert read_pdf(with_damage(lines("One"), lines("Two"), lines("Three"))) == (
        "One\fThree",
        (Gap(Unread.LOST_PAGES, (2,)),),
    )


LONG = lines(*(f"{number} {'of a police force'[number % 9 :]}" for number in range(50)))


def with_drawing(change, drawing=LONG):
    """Return a file whose second page has other packed bytes than it should."""
    writer = document(lines("One"), drawing, lines("Three"))
    writer.pages[1].compress_content_streams()
    stream = writer.pages[1].raw_get("/Contents").get_object()
    stream._data = change(stream._data)
    return saved(writer)


def half(packed):
    return packed[: len(packed) // 2]


@pytest.mark.parametrize(
    "change",
    [half, lambda packed: half(packed) + bytes(len(half(packed)))],
    ids=["cut", "lost"],
)
def test_a_page_that_is_damaged_in_its_midst_is_read_to_there_and_told(change):
    read = read_pdf(with_drawing(change))

    assert read.text.startswith("One\f0 of a police force\n1 f a police force\n")
    assert read.text.endswith("\fThree")
    assert "\n48 " not in read.text
    assert read.gaps == (Gap(Unread.LOST_PAGES),)


def unfinished(packed):
    pack = zlib.compressobj()
    return pack.compress(zlib.decompress(packed)) + pack.flush(zlib.Z_SYNC_FLUSH)


@pytest.mark.parametrize(
    "change",
    [lambda packed: packed, unfinished, lambda packed: packed[:-4], lambda packed: b""],
    ids=["whole", "unfinished", "no-sum", "nothing"],
)
def test_a_page_whose_drawing_comes_to_its_end_is_no_gap(change):
    assert Gap(Unread.LOST_PAGES) not in read_pdf(with_drawing(change)).gaps


def test_what_is_no_drawing_of_a_page_may_be_damaged():
    writer = document(lines("One"), LONG)
    for words, about in (
        (b"no drawing " * 90, {}),
        (b" BT " * 900, {"/Subtype": "/Image"}),
    ):
        stream = DecodedStreamObject()
        stream.set_data(words)
        kept = stream.flate_encode()
        kept.update(value(about))
        kept._data = half(kept._data)
        writer._add_object(kept)

    assert read_pdf(saved(writer)).gaps == ()


def test_not_all_that_is_packed_is_unpacked_to_know_of_damage(monkeypatch):
    monkeypatch.setattr("glossary.files.pdf.damage._MOST", 1000)

    assert read_pdf(with_drawing(half)).gaps == ()


def test_an_empty_page_of_a_locked_file_is_no_gap():
    writer = document(lines("One"), "")
    for page in writer.pages:
        page.compress_content_streams()
    writer.encrypt("", "x", algorithm="RC4-128")

    assert read_pdf(saved(writer)) == ("One", ())


def test_a_file_of_which_every_page_is_damaged_is_broken():
    writer = document(lines("One"))
    lose(writer, 0)

    assert fault(saved(writer)) is Fault.BROKEN


def test_too_many_pages_or_letters_are_not_read(monkeypatch):
    assert fault(drawn(*[""] * (MOST_PAGES + 1))) is Fault.TOO_MUCH

    monkeypatch.setattr("glossary.files.pdf.MOST_LETTERS", 5)
    assert text(drawn(at(60, 760, "a"), at(60, 760, "text"))) == "a\ftext"
    assert fault(drawn(at(60, 760, "a"), at(60, 760, "texts"))) is Fault.TOO_MUCH


def font_without_letters(*words):
    """Draw with a font that is part of the file and tells no letters (Identity-H)."""
    writer = document(*words)
    descriptor = value({"/Type": "/FontDescriptor", "/FontName": "/X", "/Flags": 4})
    below = {
        "/Type": "/Font",
        "/Subtype": "/CIDFontType2",
        "/BaseFont": "/X",
        "/CIDSystemInfo": {"/Registry": "Adobe", "/Ordering": "Identity", "/Supplement": 0},
        "/FontDescriptor": writer._add_object(descriptor),
        "/DW": 500,
    }  # fmt: skip
    resources: Any = writer.pages[-1]["/Resources"]
    resources["/Font"].update(
        value(
            {
                "/N": {
                    "/Type": "/Font",
                    "/Subtype": "/Type0",
                    "/BaseFont": "/X",
                    "/Encoding": "/Identity-H",
                    "/DescendantFonts": [writer._add_object(value(below))],
                }
            }
        )
    )
    return saved(writer)


def nameless(signs):
    codes = "".join(f"{ord(sign):04x}" for sign in signs)
    return f"BT /N 11 Tf 60 700 Td <{codes}> Tj ET"


@pytest.mark.parametrize(
    "signs",
    [
        pytest.param(map(chr, range(30, 90)), id="numbers"),
        pytest.param("WKHSROLFHIRUFHKDVDSUREOHPSURILOH", id="three-on"),
    ],
)
def test_a_page_whose_letters_nothing_tells_is_lost(signs):
    data = font_without_letters(lines("One"), at(60, 760, "Two") + nameless(signs))

    assert read_pdf(data) == ("One\fTwo", (Gap(Unread.LOST_PAGES, (2,)),))


def test_a_few_signs_that_nothing_tells_are_left_out():
    data = font_without_letters(at(80, 700, "a list") + nameless("o"))

    assert read_pdf(data) == ("a list", ())


def corpus():
    table = ruled([56, 216, 400], [774, 714])
    writer = document(table + lines(*LEFT) + lines(*RIGHT, x=220), at(60, 760, "1", 7))
    annotate(writer, writer.pages[0], Subtype="/Text", Contents="Ask the CPS")
    form(writer, {"FT": "/Tx", "T": "Outcome", "V": "NFA"}, ticked("Yes", "/Yes"))
    picture(writer, writer.pages[1])
    drawn = shape(writer, at(5, 5, "NFA"))
    annotate(writer, writer.pages[1], Subtype="/Stamp", AP={"/N": drawn})
    packed = document(lines(*LEFT))
    packed.pages[0].compress_content_streams()
    return [
        saved(writer),
        saved(packed),
        pdf("Read me", owner="x", algorithm="AES-256"),
        font_without_letters(nameless("\x1e" * 30)),
        (CASES / "P14-rotated.pdf").read_bytes(),
        (CASES / "P20-welsh-letters.pdf").read_bytes(),
    ]


def damaged(dice, files):
    data = bytearray(dice.choice(files))
    for _ in range(dice.randrange(1, 6)):
        place = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                data[place] ^= 1 << dice.randrange(8)
            case 1:
                del data[place : place + dice.randrange(1, 200)]
            case 2:
                other = dice.choice(files)
                begin = dice.randrange(len(other))
                data[place:place] = other[begin : begin + dice.randrange(1, 400)]
            case _:
                number = str(dice.choice([0, -1, 7, 2**31 - 1, 2**63])).encode()
                data[place : place + len(number)] = number
        data = data or bytearray(b"%PDF-")
    return bytes(data)


def read_or_fault(data):
    try:
        return type(read_pdf(data)).__name__
    except FileError:
        return "FileError"


def test_damaged_files_give_a_text_or_a_fault_and_nothing_else():
    dice, files = random.Random(20), corpus()  # noqa: S311
    found = {read_or_fault(damaged(dice, files)) for _ in range(3000)}

    assert found == {"FileText", "FileError"}
