"""A text goes back to its writer with remarks beside its fields; nothing is lost."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session

from glossary import labels
from glossary.models import Remark, Revision, RevisionState
from glossary.review import submit_draft
from tests.desk.conftest import PASSWORD
from tests.desk.writing.forms import filled
from tests.review.writing import approved, begun, saved, submitted
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

PAGE = "/desk/en/return/entry/grooming/2/"
ONE = "/desk/en/revision/entry/grooming/2/"
SHORT = "/languages/en/short"


def main(browser, page=PAGE):
    answer = browser.get(page)
    assert answer.status == 200
    return read(answer.text).one("main")


def remark(number=1, **values):
    """Return the fields of a remark as the form sends them."""
    given = {"reason": "hard-to-read", **values}
    return {f"{name}-{number}": value for name, value in given.items()}


@pytest.fixture
def revision(who):
    return submitted(who("wen"), en="Another text.")


@pytest.fixture
def rob(revision, at_desk):
    return at_desk("rob")


def state():
    return Revision.objects.latest("pk").state


def test_five_remarks_can_be_made_at_once(rob):
    page = main(rob)

    assert len(page.every("fieldset")) == 5
    codes = [one.get("value") for one in page.every("select")[0].every("option")]
    assert codes == ["", *labels.REMARKS]


def test_a_remark_is_made_of_any_field_and_row(rob):
    field = main(rob).every("select")[1]

    places = {one.get("value"): one.text for one in field.every("option")}
    assert places[""] == "The whole text"
    assert places[SHORT] == "Short meaning"
    assert places["/citations/0"] == "What it rests on 1"
    assert [one.get("label") for one in field.every("optgroup")] == [
        "English",
        "Cymraeg",
        "In every language",
    ]


def test_several_remarks_go_back_with_the_text(rob, who):
    fields = {
        **remark(1, place=SHORT, text="Too long.", suggestion="Short words."),
        **remark(3, reason="missing", text="When?\r\nWhere?"),
    }

    answer = rob.send(PAGE, fields)

    assert (answer.status, answer.headers["location"]) == (302, ONE)
    assert state() == RevisionState.RETURNED
    rows = [
        (one.place, one.reason, one.text, one.suggestion, one.user)
        for one in Remark.objects.order_by("id")
    ]
    assert rows == [
        (SHORT, "hard-to-read", "Too long.", "Short words.", who("rob")),
        ("", "missing", "When?\nWhere?", "", who("rob")),
    ]


def test_remarks_are_shown_beside_their_fields_to_the_writer_too(rob, at_desk):
    fields = {
        **remark(1, place=SHORT, suggestion="Short words."),
        **remark(2, reason="other", text="A <b>bold</b> remark."),
    }
    rob.send(PAGE, fields)

    page = main(at_desk("wen"), ONE)

    (whole,) = page.every("section", **{"aria-labelledby": "remarks"})
    assert "A <b>bold</b> remark." in whole.text
    field = next(
        one for one in page.every("section", class_="field") if one.every("blockquote")
    )
    assert field.every("h4")[0].text == "Short meaning Changed"
    assert field.one("blockquote").text == "Short words."
    assert "It is hard to read" in field.text
    assert "rob" in field.text


def test_a_remark_on_a_field_that_stayed_is_not_folded_away(rob, at_desk):
    rob.send(PAGE, remark(1, place="/citations/0/quotation"))

    page = main(at_desk("wen"), ONE)

    folded = [one.text for fold in page.every("details") for one in fold.every("div")]
    shown = [one.text for one in page.every("div", class_="note")]
    assert len(shown) == 1
    assert not folded


def test_a_remark_on_an_older_text_says_so(rob, who, at_desk):
    rob.send(PAGE, remark(1, place=SHORT))
    assert "Remarked on an older text." not in main(at_desk("wen"), ONE).text

    saved(Revision.objects.latest("pk"), who("wen"), en="Newer.")

    assert "Remarked on an older text." in main(at_desk("wen"), ONE).text


def test_one_more_remark_is_asked_for_and_nothing_typed_is_lost(rob):
    answer = rob.send(PAGE, {**remark(1, text="Typed."), "more": "1"})

    page = read(answer.text).one("main")
    assert len(page.every("fieldset")) == 6
    assert page.every("textarea")[0].text == "Typed."
    (chosen,) = [one for one in page.every("option") if "selected" in one.attributes]
    assert chosen.get("value") == "hard-to-read"
    assert state() == RevisionState.SUBMITTED


WRONG = {
    "no reason": ({"reason-1": "", "text-1": "Typed."}, "Choose a reason."),
    "too little": (remark(1, reason="other"), "This reason alone says too little."),
    "words for no field": (
        remark(1, suggestion="Typed."),
        "Choose the field for which you suggest these words.",
    ),
    "an odd reason": (remark(1, reason="boring"), "This remark cannot be kept."),
    "a long place": (remark(1, place="/x" * 200), "This remark cannot be kept."),
    "nothing": ({}, "Say what should be otherwise."),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(rob, case):
    fields, said = WRONG[case]

    answer = rob.send(PAGE, {**fields, **remark(2, text="Kept.")} if fields else {})

    assert answer.status == 422
    page = read(answer.text)
    assert page.one("title").text.startswith("Error")
    note = page.every("div", role="alert")[0]
    assert said in note.text
    for link in note.every("a"):
        assert page.every(id=link.get("href").removeprefix("#"))
    if fields:
        assert "Kept." in page.one("main").text
    assert (state(), Remark.objects.count()) == (RevisionState.SUBMITTED, 0)


def test_who_remarks_on_a_text_that_changed_meanwhile_keeps_what_they_typed(rob, who):
    page = rob.get(PAGE)
    sent = {one.get("name"): one.get("value") for one in read(page.text).every("input")}
    row = saved(Revision.objects.latest("pk"), who("wen"), en="Newer.")
    submit_draft(revision=row, actor=who("wen"))

    answer = rob.post(PAGE, {**sent, **remark(1, text="Typed.")})

    assert answer.status == 409
    page = read(answer.text).one("main")
    assert "Somebody else has changed this since you opened it." in page.text
    assert page.every("a", href=f"{ONE}?from=seen")
    assert page.every("textarea")[0].text == "Typed."
    assert not Remark.objects.exists()


def test_who_remarks_on_a_text_that_is_a_draft_again_can_copy_what_they_typed(rob, who):
    page = rob.get(PAGE)
    sent = {one.get("name"): one.get("value") for one in read(page.text).every("input")}
    saved(Revision.objects.latest("pk"), who("wen"), en="Newer.")

    answer = rob.post(
        PAGE, {**sent, **remark(1, place=SHORT, text="Typed.", suggestion="So.")}
    )

    page = read(answer.text).one("main")
    assert answer.status == 422
    assert "Typed." in page.text
    assert page.one("blockquote").text == "So."
    assert not page.every("fieldset")


def test_an_approved_text_can_go_back_too(who, at_desk):
    approved(who("wen"), who("rob"))

    at_desk("rob").send(PAGE, remark(1))

    assert state() == RevisionState.RETURNED


@pytest.mark.parametrize("name", ["wen", "pat", "noor"])
def test_who_may_not_review_returns_nothing(revision, at_desk, name):
    desk = at_desk(name)
    page = read(desk.get(PAGE).text)
    assert not page.one("main").every("fieldset")
    token = page.every("input", type="hidden")[0].get("value")

    answer = desk.post(PAGE, {"csrfmiddlewaretoken": token, **remark(1)})

    assert answer.status == 403
    assert (state(), Remark.objects.count()) == (RevisionState.SUBMITTED, 0)


def test_a_draft_is_not_returned(who, at_desk):
    begun(who("wen"))

    page = main(at_desk("rob"))

    assert "This cannot be returned now, or not by you." in page.text


@pytest.mark.parametrize("rows", ["", "x", "0", "999", "-3", "²"])
def test_any_number_of_rows_is_taken(rob, rows):
    answer = rob.send(PAGE, {"rows": rows, "more": "1"})

    assert answer.status == 200
    assert 1 <= len(read(answer.text).every("fieldset")) <= 50


@pytest.mark.parametrize("fields", [{}, remark(1, reason="other")])
def test_the_form_is_welsh_in_welsh(rob, fields):
    page = "/desk/cy/dychwelyd/entry/grooming/2/"
    answer = rob.send(page, fields) if fields else rob.get(page)

    assert not leaks(read(answer.text), welsh())


def test_remarks_outlive_the_session(rob):
    fields = {**filled(main(rob)), **remark(text="Two\r\nlines <b>.")}
    Session.objects.all().delete()

    answer = rob.post(PAGE, fields)
    assert answer.status == 403
    rob.sign_in("rob", PASSWORD)
    answer = rob.post(PAGE, filled(read(answer.text).one("main")))
    answer = rob.post(PAGE, filled(read(answer.text).one("main")))

    assert answer.headers["location"] == ONE
    assert Remark.objects.get().text == "Two\nlines <b>."
    assert state() == RevisionState.RETURNED
