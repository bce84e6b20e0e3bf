"""The order of what stands on the pages of a PDF, and what belongs to the pages."""

import random

import pytest

from glossary.files import Gap, Unread
from glossary.files.pdf import read_pdf
from tests.files.drawn import LEFT, RIGHT, at, document, drawn, lines, picture, saved


def text(data):
    return read_pdf(data).text


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other():
    rows = zip(LEFT, RIGHT, strict=True)
    drawing = "".join(
        at(60, 760 - 14 * place, left) + at(220, 760 - 14 * place, right)
        for place, (left, right) in enumerate(rows)
    )

    assert text(drawn(drawing)) == "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT)


def test_a_sentence_goes_on_from_column_to_column():
    left = ("The force has written", "a whole and rather", "true, long problem")
    right = ("profile of exploitation", "for the chief constable", "and all others.")
    drawing = lines(*left) + lines(*right, x=220, y=757)

    assert text(drawn(drawing)) == "\n".join(left + right)


def test_what_stands_over_columns_and_under_them_is_no_part_of_them():
    drawing = (
        lines("A title over both of the columns, as wide as the page is")
        + lines("Short line", y=732)
        + lines(*LEFT, y=700)
        + lines(*RIGHT, x=220, y=700)
        + lines("Under them", y=640)
    )

    assert text(drawn(drawing)).split("\n\n") == [
        "A title over both of the columns, as wide as the page is",
        "Short line",
        "\n".join(LEFT),
        "\n".join(RIGHT),
        "Under them",
    ]


def test_a_table_is_read_cell_by_cell():
    drawing = (
        lines("Area", "Police", "Social", room=38)
        + lines("What we do", "Force", "Services", room=38, x=160)
        + lines("profile", x=160, y=708)
        + lines("Who", "All", room=38, x=300)
    )

    assert text(drawn(drawing)).split("\n\n") == [
        "Area", "What we do", "Who", "Police", "Force\nprofile", "All", "Social",
        "Services",
    ]  # fmt: skip


def test_a_narrow_table_is_read_cell_by_cell():
    drawing = lines("Police", "Social", "Third") + lines(
        "Force", "Services", "Sector", x=200
    )

    assert text(drawn(drawing)).split("\n\n") == [
        "Police", "Force", "Social", "Services", "Third", "Sector",
    ]  # fmt: skip


def test_the_items_of_a_list_keep_their_marks():
    drawing = lines("1.", "2.", "3.") + lines("Police", "Force", "All", x=100)

    assert text(drawn(drawing)) == "1. Police\n2. Force\n3. All"


def test_what_stands_far_apart_in_one_row_is_apart():
    drawing = at(60, 760, "Police") + at(300, 760, "Force") + at(60, 746, "here")

    assert text(drawn(drawing)) == "Police\n\nForce\nhere"


def test_paragraphs_have_more_room_between_them_than_lines():
    drawing = lines("One", "two", "three") + lines("Four", "five", y=700)

    assert text(drawn(drawing)) == "One\ntwo\nthree\n\nFour\nfive"


def test_lines_with_double_room_are_one_paragraph():
    assert text(drawn(lines("One", "two", "three", room=26))) == "One\ntwo\nthree"


def test_a_heading_is_a_block_of_its_own():
    drawing = at(60, 776, "Heading", 16) + lines("One", "two")

    assert text(drawn(drawing)) == "Heading\n\nOne\ntwo"


def test_a_maze_of_gaps_is_read_to_the_end():
    dice = random.Random(1)  # noqa: S311
    cells = {
        (dice.randrange(60, 500, 24), dice.randrange(60, 780, 14)) for _ in range(400)
    }
    drawing = "".join(at(x, y, "ab") for x, y in cells)

    assert text(drawn(drawing)).split() == ["ab"] * len(cells)


def test_headers_and_footers_stand_once_and_between_no_pages():
    pages = [
        at(60, 800, "OFFICIAL")
        + lines(*body)
        + at(280, 40, f"Page {number} of 3")
        + "BT /F 40 Tf .7 .7 -.7 .7 100 200 Tm (DRAFT) Tj ET"
        for number, body in enumerate(
            [("a problem",), ("profile and a",), ("plan",)], 1
        )
    ]

    assert text(drawn(*pages)) == (
        "OFFICIAL\n\na problem\fprofile and a\fplan\n\nPage 1 of 3\n\nDRAFT"
    )


def test_left_and_right_pages_may_have_headers_of_their_own():
    bodies = ("one", "two", "three", "four")
    heads = ("Police", "Report", "Police", "Report")
    pages = [
        at(60, 800, head) + lines(body)
        for head, body in zip(heads, bodies, strict=True)
    ]

    assert text(drawn(*pages)) == "Police\n\nReport\n\none\ftwo\fthree\ffour"


def test_a_header_may_stand_below_what_changes():
    pages = [
        at(60, 815, chapter) + at(60, 800, "OFFICIAL") + lines("a", "b", last)
        for chapter, last in [("First", "c"), ("Second", "d")]
    ]
    pages = [
        page + lines("e", "f", end, y=500)
        for page, end in zip(pages, "gh", strict=True)
    ]

    assert text(drawn(*pages)).count("OFFICIAL") == 1


def test_a_long_head_of_a_letter_stands_once():
    head = ("Police", "High Street", "Anytown", "Phone 101", "Mail", "Open: 9 to 5")
    pages = [
        lines(*head, y=800) + lines(*body, y=650)
        for body in [("One", "two", "a problem"), ("profile", "of the", "force", "all")]
    ]

    assert text(drawn(*pages)) == (
        "\n\n".join(head) + "\n\nOne\ntwo\na problem\fprofile\nof the\nforce\nall"
    )


LETTERS = [
    ("Your appointment is on Monday 5 May.", "Dear Mrs Price,", "please come."),
    ("Your appointment is on Monday 6 May.", "Dear Mr Jones,", "please come."),
    ("Your appointment is on Monday 7 May.", "Dear Ms Rees,", "please come."),
]
TABLES = [("Task", "Visit the home", "Done", "Call the school", end) for end in "ab"]
SAME = [("One", "page"), ("and", "another"), ("One", "page"), ("and", "another")]
HEADED = [(f"Section {number}", f"text {number}") for number in (1, 2, 3)]


@pytest.mark.parametrize(
    "pages",
    [LETTERS, TABLES, SAME, HEADED],
    ids=["letters", "tables", "copies", "sections"],
)
def test_what_is_text_stays_on_its_page(pages):
    read = text(drawn(*(lines(*rows) for rows in pages)))

    assert [page.split("\n") for page in read.split("\f")] == [
        list(rows) for rows in pages
    ]


def test_pages_that_differ_in_their_figures_are_read():
    pages = [
        at(280, 40, f"{number}")
        + lines(f"Case {number}", f"Took {number * 3} days", f"Cost {number * 7}")
        for number in (1, 2, 3)
    ]

    read = text(drawn(*pages))

    assert read == (
        "Case 1\nTook 3 days\nCost 7\fCase 2\nTook 6 days\nCost 14"
        "\fCase 3\nTook 9 days\nCost 21\n\n1"
    )


def test_what_comes_again_in_the_middle_of_a_page_is_text():
    first = lines("a", "b", "c", "The same", "d", "e", "f")
    second = lines("g", "h", "i", "The same", "j", "k", "l")

    assert text(drawn(first, second)).count("The same") == 2


def test_the_numbers_of_lines_stand_once_after_the_text():
    numbers = lines(*"12345", x=30)
    body = lines("The force", "has a", "problem", "", "profile")

    assert text(drawn(numbers + body)) == (
        "The force\nhas a\nproblem\n\nprofile\n\n1 2 3 4 5"
    )


@pytest.mark.parametrize(
    ("numbers", "items"),
    [
        (
            "12345",
            ["What is your name?", "Who lives with you?", "What is", "Why?", "Ask"],
        ),
        (range(2015, 2020), [f"{count} children were in care" for count in range(5)]),
    ],
)
def test_the_numbers_of_items_stay_with_them(numbers, items):
    drawing = lines(*map(str, numbers), x=60) + lines(*items, x=120)

    assert text(drawn(drawing)).split() == [
        word
        for number, item in zip(numbers, items, strict=True)
        for word in [str(number), *item.split()]
    ]


def test_the_numbers_of_items_that_go_on_in_a_second_line_stay_with_them():
    numbers = "1  2  3  4  5".split(" ")
    items = ("The council must", "write to you") * 5
    drawing = lines(*numbers, x=60) + lines(*items, x=120)

    assert text(drawn(drawing)).startswith("1 The council must\nwrite to you\n2 The")


def test_numbers_that_are_text_are_left():
    drawing = lines("12", "7", "30", "4", "5", x=30) + lines(*"abcde", x=300)

    assert text(drawn(drawing)).split() == "12 a 7 b 30 c 4 d 5 e".split()
    assert text(drawn(lines(*"12345"))).split() == list("12345")


SEEN, OUT = at(60, 300, "The police"), at(60, 700, "force") + at(700, 300, "and all")
INVISIBLE = "BT 3 Tr /F 11 Tf 60 500 Td (a hidden word) Tj 0 Tr ET "


def cropped(drawing):
    writer = document(lines("One"), drawing)
    writer.pages[1].cropbox.upper_right = (595, 500)
    return read_pdf(saved(writer))


def test_what_stands_outside_of_what_is_shown_of_a_page_is_left_out():
    assert cropped(SEEN + OUT) == ("One\fThe police", ())


def test_words_that_nobody_sees_are_left_out_and_told():
    data = drawn(lines("One"), INVISIBLE + SEEN)

    assert read_pdf(data) == ("One\fThe police", (Gap(Unread.HIDDEN, (2,)),))


def test_spaces_that_nobody_sees_are_nothing_to_tell():
    data = drawn(SEEN + "BT 3 Tr /F 11 Tf 60 500 Td (   ) Tj ET")

    assert read_pdf(data) == ("The police", ())


def test_a_page_on_which_no_words_are_seen_is_read():
    """What it shows is a picture of its words, made in a way that we do not know."""
    assert cropped(OUT).text == "One\fforce\n\nand all"
    assert read_pdf(drawn(INVISIBLE)) == ("a hidden word", ())


def test_words_that_were_read_off_a_picture_are_read_with_what_stands_on_it():
    writer = document(INVISIBLE + SEEN)
    picture(writer, writer.pages[0])

    assert read_pdf(saved(writer)) == ("a hidden word\n\nThe police", ())
