"""What was filled into a PDF, and the notes beside its text."""

from typing import Any

import pytest

from glossary.files import Fault, FileError, Gap, Unread
from glossary.files.pdf import read_pdf
from tests.files.drawn import (
    annotate,
    at,
    document,
    form,
    lines,
    saved,
    shape,
    ticked,
    value,
)


def text(data):
    return read_pdf(data).text


def fields(*some, **keys):
    return saved(form(document(lines("A form")), *some, **keys))


RADIO = 1 << 15
SECRET = 1 << 13
COMBO = 3 << 17
MANY = 1 << 21


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ({"FT": "/Tx", "T": "Outcome", "V": "NFA"}, ["Outcome: NFA"]),
        ({"FT": "/Tx", "T": "f1_01[0]", "TU": "Why?:", "V": "NFA"}, ["Why?: NFA"]),
        ({"FT": "/Tx", "T": "f1_01[0]", "V": "NFA"}, ["NFA"]),
        ({"FT": "/Tx", "T": "nameOfForce", "V": "NFA"}, ["NFA"]),
        ({"FT": "/Tx", "T": "Outcome", "V": "One\rtwo"}, ["Outcome: One\ntwo"]),
        ({"FT": "/Tx", "T": "Outcome"}, []),
        ({"FT": "/Tx", "T": "Word", "V": "secret", "Ff": SECRET}, []),
        ({"FT": "/Tx", "T": "Outcome", "V": "unseen", "F": 2}, []),
        ({"FT": "/Ch", "T": "Force", "V": "Essex", "Opt": ["Essex"]}, ["Force: Essex"]),
        (
            {
                "FT": "/Ch",
                "T": "Force",
                "V": "e",
                "Opt": [["w", "Kent"], ["e", "Essex"]],
            },
            ["Force: Essex"],
        ),
        (
            {"FT": "/Ch", "T": "Force", "V": "Own", "Opt": ["Essex"], "Ff": COMBO},
            ["Force: Own"],
        ),
        (
            {
                "FT": "/Ch",
                "T": "Signs",
                "V": ["CSE", "CCE"],
                "Opt": ["CSE", "FGM", "CCE"],
                "Ff": MANY,
            },
            ["Signs: CSE, CCE"],
        ),
        (ticked("Agreed", "/Yes"), ["☑ Agreed"]),
        (ticked("Agreed", "/Off"), []),
        (ticked("f1[0]", "/Yes"), []),
        (ticked("Agreed", "/Yes", Ff=RADIO), ["☑ Agreed: Yes"]),
        ({"FT": "/Btn", "T": "Send", "Ff": 1 << 16}, []),
    ],
)
def test_what_was_filled_in_stands_after_its_page_with_its_label(field, told):
    assert text(fields(field)).split("\n\n") == ["A form", *told]


def test_a_field_that_is_shown_twice_is_told_once():
    field = {"FT": "/Tx", "T": "Outcome", "V": "NFA"}

    assert text(fields(field, field)) == "A form\n\nOutcome: NFA"


def test_fields_that_hold_the_same_are_told_each():
    mother = {"FT": "/Tx", "T": "f1[0]", "TU": "Address", "V": "12 High Street"}
    father = mother | {"T": "f2[0]"}

    assert text(fields(mother, father)).split("\n\n") == [
        "A form", "Address: 12 High Street", "Address: 12 High Street",
    ]  # fmt: skip


def test_notes_stand_after_their_page_and_are_marked():
    writer = document(lines("A letter"), lines("Its end"))
    page = writer.pages[0]
    annotate(writer, page, Subtype="/Text", Contents="Ask the CPS")
    annotate(writer, page, Subtype="/Highlight", Contents="")
    annotate(writer, page, Subtype="/Text", Contents="unseen", F=2)
    annotate(writer, page, Subtype="/Link", Contents="a link")
    annotate(writer, page, Subtype="/Text", Contents="x" * 100_000)
    kept: Any = page["/Annots"]
    kept.append(value("nonsense"))

    assert text(saved(writer)) == "A letter\n\n✎ Ask the CPS\fIts end"


WAIT = lines("Please wait...", "If this message is not eventually replaced")


def test_a_form_that_another_program_must_show_is_no_letter():
    with pytest.raises(FileError) as caught:
        read_pdf(saved(form(document(WAIT), XFA=["template", "x"])))

    assert caught.value.fault is Fault.FORM


def test_what_is_filled_into_such_a_form_is_told():
    field = {"FT": "/Tx", "T": "Outcome", "V": "NFA"}
    writer = form(document(WAIT), field, XFA=["template", "x"])
    writer.root_object.update(value({"/NeedsRendering": True}))

    assert read_pdf(saved(writer)) == ("Outcome: NFA", (Gap(Unread.FORM),))


def test_a_form_that_both_kinds_of_program_can_show_is_read():
    field = {"FT": "/Tx", "T": "Outcome", "V": "NFA"}

    assert read_pdf(fields(field, XFA=["template", "x"])) == (
        "A form\n\nOutcome: NFA",
        (),
    )


@pytest.mark.parametrize(
    ("keys", "words", "told"),
    [
        ({"Subtype": "/Stamp"}, at(5, 5, "APPROVED"), ["✎ APPROVED"]),
        ({"Subtype": "/FreeText"}, at(5, 5, "Ask the CPS"), ["✎ Ask the CPS"]),
        ({"Subtype": "/Stamp", "Contents": "NFA"}, at(5, 5, "NFA"), ["✎ NFA"]),
        ({"Subtype": "/Stamp", "Contents": "By Ann"}, at(5, 5, "NFA"), ["✎ By Ann", "✎ NFA"]),
        ({"Subtype": "/FreeText", "Contents": "NFA"}, at(5, 5, "N F A"), ["✎ NFA"]),
        ({"Subtype": "/Stamp"}, "0 0 100 10 re f", []),
        ({"Subtype": "/Stamp", "F": 2}, at(5, 5, "unseen"), []),
        ({"Subtype": "/Highlight"}, at(5, 5, "A form"), []),
        (
            {"Subtype": "/Stamp"},
            "BT /F 9 Tf .7 .7 -.7 .7 5 5 Tm (DRAFT) Tj ET",
            ["✎ DRAFT"],
        ),
    ],
)  # fmt: skip
def test_the_words_of_a_stamp_are_told_where_only_its_drawing_has_them(
    keys, words, told
):
    writer = form(document(lines("A form")), {"FT": "/Tx", "T": "Outcome", "V": "NFA"})
    drawn = shape(writer, words)
    annotate(writer, writer.pages[0], AP={"/N": drawn}, **keys)

    assert text(saved(writer)).split("\n\n") == ["A form", "Outcome: NFA", *told]


def test_only_the_stamps_that_are_seen_are_told():
    writer = document(lines("A form"))
    for flags, words in [(0, "NFA"), (2, "unseen"), (32, "unseen")]:
        drawn = shape(writer, at(5, 5, words))
        annotate(writer, writer.pages[0], Subtype="/Stamp", AP={"/N": drawn}, F=flags)

    assert text(saved(writer)) == "A form\n\n✎ NFA"


def test_a_stamp_of_very_many_words_is_not_read(monkeypatch):
    writer = document(lines("A form"))
    annotate(
        writer,
        writer.pages[0],
        Subtype="/Stamp",
        AP={"/N": shape(writer, at(5, 5, "NFA"))},
    )
    data = saved(writer)
    monkeypatch.setattr("glossary.files.pdf.stamps._MOST_LETTERS", 2)

    with pytest.raises(FileError) as caught:
        read_pdf(data)

    assert caught.value.fault is Fault.TOO_MUCH
