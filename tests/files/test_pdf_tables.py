"""Tables in PDFs: their rows keep their cells together, and cells keep their words."""

from itertools import pairwise

import pytest
from pypdf.generic import NameObject, NumberObject

from glossary.files.pdf import read_pdf, rules
from tests.files.drawn import LEFT, at, document, drawn, lines, ruled, saved


def blocks(*pages):
    return read_pdf(drawn(*pages)).text.split("\n\n")


X, Y = [56, 106, 206, 306], [774, 744, 714, 700]
"""Where the lines stand around three rows of three cells."""
WRAPPED = (
    lines("Direct", "payments", "Respite", "care", "Aids", x=60, y=763)
    + lines("Money to buy", "your support", "A break for", "Some hours", x=110, y=763)
    + lines("Rails", x=110, y=707)
    + lines("People with", "a need", "Any carer", x=210, y=763)
    + lines("All", x=210, y=707)
)
CELLS = [
    "Direct\npayments",
    "Money to buy\nyour support",
    "People with\na need",
    "Respite\ncare",
    "A break for\nSome hours",
    "Any carer",
    "Aids",
    "Rails",
    "All",
]


def boxes(room):
    """Draw each cell as a box of its own, with some room between them."""
    return "".join(
        f"{left + room} {foot + room} {right - left - 2 * room} "
        f"{top - foot - 2 * room} re S "
        for left, right in pairwise(X)
        for top, foot in pairwise(Y)
    )


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(ruled(X, Y), id="lines"),
        pytest.param("0.5 0 0 0.5 0 0 cm 2 0 0 2 0 0 cm " + ruled(X, Y), id="moved"),
        pytest.param(
            "".join(f"{x} {Y[-1]} 0.5 {Y[0] - Y[-1]} re f " for x in X)
            + "".join(f"{X[0]} {y} {X[-1] - X[0]} 0.5 re f " for y in Y),
            id="thin-areas",
        ),
        pytest.param(boxes(0), id="boxes"),
        pytest.param(boxes(0.75), id="boxes-apart"),
        pytest.param(ruled(X[1:3], Y[1:3]) + ruled(X, Y), id="lines-drawn-twice"),
        pytest.param("0.9 g 50 690 300 90 re f 0 g " + ruled(X, Y), id="coloured"),
    ],
)
def test_cells_with_lines_around_them_are_read_one_by_one(drawing):
    assert blocks(f"q {drawing}Q " + WRAPPED) == CELLS


def test_cells_may_be_as_wide_or_as_high_as_several():
    drawing = (
        "56 700 240 60 re S 56 740 m 296 740 l S 136 720 m 296 720 l S "
        "136 700 m 136 740 l S "
        + at(60, 746, "What we will do in the next months")
        + at(60, 716, "At home")
        + lines("Visit each week", "Ask for help", x=140, y=726, room=20)
    )

    assert blocks(drawing) == [
        "What we will do in the next months",
        "At home",
        "Visit each week",
        "Ask for help",
    ]


def test_what_stands_around_a_table_is_read_around_it():
    drawing = at(60, 800, "Before") + ruled(X, Y) + WRAPPED + at(60, 650, "After")

    assert blocks(drawing) == ["Before", *CELLS, "After"]


def test_a_table_in_a_column_is_read_in_its_column():
    column = lines(*LEFT * 4, x=330, y=800)
    drawing = column + at(60, 800, "The plan of today") + ruled(X, Y) + WRAPPED

    assert blocks(drawing)[:9] == ["The plan of today", *CELLS[:8]]


def test_tables_beside_each_other_keep_their_cells():
    drawing = ruled(X, Y) + WRAPPED + ruled([340, 420, 500], Y)
    drawing += lines("When", "", "May", "", "June", x=344, y=763)
    drawing += lines("Where", "", "Home", "", "School", x=424, y=763)

    assert sorted(blocks(drawing)) == sorted(
        [*CELLS, "When", "Where", "May", "Home", "June", "School"]
    )


def test_a_table_may_stand_in_a_cell():
    outer = ruled([50, 320, 420], [790, 690])
    drawing = outer + ruled(X, Y) + WRAPPED + at(330, 763, "Beside it")

    assert blocks(drawing) == [*CELLS, "Beside it"]


def test_a_list_with_lines_between_its_columns_is_read_row_by_row():
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    drawing = (
        ruled([56, 160, 300], [774, 700])
        + lines(*days)
        + lines("Court", "School", "Home", "Clinic", "Visit", x=170)
    )

    assert blocks(drawing)[:4] == ["Monday", "Court", "Tuesday", "School"]


def test_rows_with_lines_between_them_are_kept_apart():
    drawing = (
        "".join(f"56 {y} m 406 {y} l S " for y in (774, 744, 714, 700))
        + lines("Direct", "Payments", "Respite", "Care", "Other", y=763)
        + lines(
            "Money to buy", "Your support", "A break for", "Some hours", x=160, y=763
        )
        + lines("Rails", x=160, y=707)
    )

    assert blocks(drawing) == [
        "Direct\nPayments", "Money to buy\nYour support", "Respite\nCare",
        "A break for\nSome hours", "Other", "Rails",
    ]  # fmt: skip


def test_a_frame_is_no_table():
    frame = ruled([50, 300], [780, 700])

    assert blocks(frame + lines("The police", "force")) == ["The police\nforce"]


def test_boxes_for_single_signs_are_no_table():
    drawing = ruled([56, 76, 96, 116], [774, 754]) + "".join(
        at(62 + 20 * place, 760, sign) for place, sign in enumerate("QQ1")
    )

    assert blocks(drawing) == ["Q Q 1"]


def test_a_page_that_is_turned_has_its_lines_turned():
    turned = f"q 0 1 -1 0 800 0 cm {ruled(X, Y)}{WRAPPED}Q"
    writer = document(turned)
    writer.pages[0][NameObject("/Rotate")] = NumberObject(90)

    assert read_pdf(saved(writer)).text.split("\n\n") == CELLS


def test_the_lines_of_a_large_drawing_are_left(monkeypatch):
    monkeypatch.setattr(rules, "_MOST", 3)

    assert blocks(ruled(X, Y) + WRAPPED) != CELLS


def test_curves_and_what_is_not_shown_are_no_lines():
    curves = "".join(
        f"{x} 700 m {x} 740 {x} 760 {x} 780 c S 56 {y} m 90 {y} 160 {y} 306 {y} c S "
        for x in X
        for y in Y
    )

    assert blocks(curves + WRAPPED) == blocks(WRAPPED)
    assert blocks(ruled(X, Y).replace("S", "n") + WRAPPED) == blocks(WRAPPED)
    assert blocks(ruled(X, Y).replace("S", "f") + WRAPPED) == blocks(WRAPPED)


def test_a_first_cell_that_goes_on_in_small_letters_is_one():
    drawing = lines("Name of child", "Place where it", "was born", "Social") + lines(
        "Ann Price", "Cardiff", "", "Bob Jones", x=200
    )

    assert blocks(drawing) == [
        "Name of child", "Ann Price", "Place where it\nwas born", "Cardiff", "Social",
        "Bob Jones",
    ]  # fmt: skip


def test_a_table_in_small_letters_is_read_row_by_row():
    drawing = lines("police", "social", "third") + lines(
        "force", "services", "sector", x=200
    )

    assert blocks(drawing) == [
        "police", "force", "social", "services", "third", "sector",
    ]  # fmt: skip


def test_a_first_cell_goes_on_with_a_word_for_which_there_was_no_room():
    drawing = lines(
        "Independent", "Violence", "Adviser", "Home:", "Family", "Aids"
    ) + lines("Rails and things", "", "", "Cardiff", "", "All", x=200)

    assert blocks(drawing) == [
        "Independent\nViolence\nAdviser", "Rails and things", "Home:", "Cardiff",
        "Family", "Aids", "All",
    ]  # fmt: skip


def test_a_row_goes_on_where_another_cell_goes_on_in_small_letters():
    drawing = lines("Respite", "Domestic", "Violence", "Aids") + lines(
        "Gives carers a break", "Rails and things in", "your home", "All", x=200
    )

    assert blocks(drawing) == [
        "Respite", "Gives carers a break", "Domestic\nViolence",
        "Rails and things in\nyour home", "Aids", "All",
    ]  # fmt: skip


NEAR = (
    "Gives the carers a",
    "break of some hours",
    "of every week, with",
    "help at home or away",
    "of it",
)
BESIDE = (
    "Any carer whose needs",
    "were assessed by the",
    "council, or by the",
    "board of health",
    "there",
)


def near(x=60):
    return lines(*NEAR, x=x) + lines(*BESIDE, x=x + 110)


def test_cells_that_nearly_touch_are_parted_where_their_words_are_aligned():
    assert blocks(near()) == ["\n".join(NEAR + BESIDE)]
    assert blocks(lines("Respite", "care") + near(160)) == [
        "Respite\ncare", "\n".join(NEAR), "\n".join(BESIDE),
    ]  # fmt: skip


def test_cells_that_nearly_touch_are_parted_between_lines_too():
    lines_across = "".join(f"56 {y} m 406 {y} l S " for y in (774, 700, 686, 672))
    others = lines("Direct", "Other", x=60, y=692) + lines(
        "Money", "Help", x=160, y=692
    )

    assert blocks(lines_across + lines("Respite", "Care") + near(160) + others) == [
        "Respite\nCare", "\n".join(NEAR), "\n".join(BESIDE), "Direct", "Money",
        "Other", "Help",
    ]  # fmt: skip


def test_words_after_the_same_word_are_no_column():
    drawing = lines(*["Schedules"] * 6) + lines(*"ABCDEF", x=118)

    assert blocks(drawing) == ["\n".join(f"Schedules {sign}" for sign in "ABCDEF")]


def test_a_table_of_contents_keeps_its_numbers_beside_their_headings():
    drawing = (
        lines("Part one", "Part two", "2", x=60)
        + lines("Of problem profiles", "Of the chief constable", x=60, y=690)
        + lines("1", "4", x=300)
        + lines("Its end", x=60, y=662)
        + lines("5", "7", "9", x=300, y=690)
    )

    assert blocks(drawing)[-6:] == [
        "Of problem profiles", "5", "Of the chief constable", "7", "Its end", "9",
    ]  # fmt: skip


HOME = ("Mrs A Price", "12 High Street", "Cardiff", "CF1 1AA")
OFFICE = ("Cardiff Council", "County Hall", "Atlantic Wharf", "CF10 4UW", "5 May 2025")


@pytest.mark.parametrize(
    ("left", "right"), [(HOME, OFFICE), (HOME[:3], OFFICE), (HOME, OFFICE[:3])]
)
def test_addresses_beside_each_other_are_read_one_after_the_other(left, right):
    drawing = (
        lines(*left)
        + lines(*right, x=350)
        + lines(
            "Dear Mrs Price,", "We write about your child and how we can help.", y=670
        )
    )

    assert blocks(drawing)[:2] == ["\n".join(left), "\n".join(right)]


def test_an_address_among_the_values_of_a_table_is_one_of_them():
    drawing = lines("Name", "Address", "Postcode", "Phone") + lines(
        "Ann Price", "12 High Street", "CF1 1AA", "029 2087", x=200
    )

    assert blocks(drawing)[:4] == ["Name", "Ann Price", "Address", "12 High Street"]


def test_columns_end_where_a_line_goes_through_their_gap():
    drawing = (
        lines(*LEFT)
        + lines(
            "Each area for improvement", "has a date, and the police", "force", x=220
        )
        + lines("Under both of them a sentence goes on over all of the page and", y=718)
        + lines(
            "in the next line this sentence is so much longer than it was in its first line above",
            y=704,
        )
    )

    assert blocks(drawing)[0] == "\n".join(LEFT)
