"""Who wrote a text has what reviewers remarked before them while they go on."""

from __future__ import annotations

import pytest

from glossary.closed_lists import RemarkReason
from glossary.models import Remark
from glossary.review import return_to_writer
from tests.review.writing import begun, saved, submitted
from tests.web.html import read

SHORT = "/languages/en/short"
PATHS = ["/desk/en/write/entry/grooming/2/", "/desk/cy/ysgrifennu/entry/grooming/2/"]


@pytest.fixture
def returned(who):
    """A text that came back: with words for a field, and a remark on all of it."""
    row = submitted(who("wen"), en="Another text.")
    remarks = [
        Remark(
            reason=RemarkReason.HARD_TO_READ, place=SHORT, suggestion="Short <b>words"
        ),
        Remark(
            reason=RemarkReason.NO_SOURCE,
            place="/languages/en/hidden",
            text="Who says so?",
        ),
        Remark(reason=RemarkReason.OTHER, text="Ask the charity first."),
    ]
    return return_to_writer(revision=row, remarks=remarks, actor=who("rob"))


@pytest.mark.parametrize("path", PATHS)
def test_each_remark_stands_at_its_field_with_who_said_it(returned, at_desk, path):
    page = read(at_desk("wen").get(path).text)

    beside = page.one("div", id=f"{SHORT}-reviews")
    assert beside.one("blockquote").text == "Short <b>words"
    assert "rob" in beside.text
    field = page.one("textarea", id=SHORT)
    assert f"{SHORT}-reviews" in field.get("aria-describedby")


@pytest.mark.parametrize("path", PATHS)
def test_the_page_begins_with_what_was_remarked_and_where(returned, at_desk, path):
    page = read(at_desk("wen").get(path).text)

    (box,) = page.every("section", **{"aria-labelledby": "reviews"})
    places = [one.get("href") for one in box.every("a")]
    assert sorted(places) == ["#/languages/en/hidden", f"#{SHORT}"]
    assert "Ask the charity first." in box.text


def test_a_remark_on_a_field_that_is_rarely_needed_is_not_folded_away(
    returned, at_desk
):
    page = read(at_desk("wen").get(PATHS[0]).text)

    folds = [
        one
        for one in page.every("details")
        if one.every("div", id="/languages/en/hidden-reviews")
    ]
    assert [("open" in one.attributes) for one in folds] == [True]


def test_what_was_remarked_of_an_older_text_stays_and_says_so(returned, who, at_desk):
    saved(returned, who("wen"), en="Newer.")

    page = read(at_desk("wen").get(PATHS[0]).text)

    (box,) = page.every("section", **{"aria-labelledby": "reviews"})
    assert box.text.count("Remarked on an older text.") == 3


def test_a_text_that_nobody_returned_has_no_such_box(who, at_desk):
    begun(who("wen"), en="Another text.")

    page = read(at_desk("wen").get(PATHS[0]).text)

    assert not page.every("section", **{"aria-labelledby": "reviews"})
