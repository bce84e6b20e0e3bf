"""A draft that was passed by is brought up to date from its page."""

from __future__ import annotations

import pytest

from glossary.models import Revision
from tests.desk.conftest import PASSWORD
from tests.factories import person, published, section
from tests.review.writing import begun
from tests.web.html import read

pytestmark = pytest.mark.django_db
ONE = "/desk/en/document/entry/grooming/"
SENT = "/desk/en/bring-up-to-date/entry/grooming/2/"


@pytest.fixture
def wen(db):
    return person("write_en", "write_cy", name="wen", password=PASSWORD)


@pytest.fixture
def desk(browse, wen):
    browser = browse()
    browser.sign_in("wen", PASSWORD)
    return browser


def note(desk, page=ONE):
    return read(desk.get(page).text).every("p", class_="note")[0].text


def test_what_was_passed_by_is_brought_up_to_date(desk, wen):
    begun(wen, en="Wen's.")
    published("grooming", as_at="2025-01-01")

    answer = desk.send(ONE, {}, form=SENT)

    assert (answer.status, answer.headers["location"]) == (302, ONE)
    assert "Nothing was changed on both sides." in note(desk)
    row = Revision.objects.get(key="grooming", state="draft")
    assert (row.number, '"as_at":"2025-01-01"' in row.document) == (4, True)


def test_what_both_sides_changed_is_named_as_its_fields_are(desk, wen):
    begun(wen, en="Wen's.", cy="Gan Wen.")
    other = section("meithrin", "cy", short="Gan arall.")
    published("grooming", languages={"en": section("grooming"), "cy": other})

    desk.send(ONE, {}, form=SENT)

    said = note(desk).partition("had changed these places: ")[2]
    assert said.split(" · ")[-1] == "The text, Cymraeg, Short meaning"
    assert "languages" not in said


def test_a_draft_that_is_up_to_date_is_left_alone(desk, wen):
    begun(wen, en="Wen's.")

    assert not read(desk.get(ONE).text).every("form", action=SENT)


def test_what_somebody_saved_meanwhile_is_not_passed_over(desk, wen):
    begun(wen, en="Wen's.")
    published("grooming", as_at="2025-01-01")

    desk.send(ONE, {"seen": "0" * 64}, form=SENT)

    assert "Somebody else has changed this" in note(desk)
    assert Revision.objects.filter(key="grooming").count() == 3


def test_in_welsh_too(desk, wen):
    begun(wen, en="Wen's.")
    published("grooming", as_at="2025-01-01")
    page = "/desk/cy/dogfen/entry/grooming/"

    answer = desk.send(page, {}, form="/desk/cy/diweddaru/entry/grooming/2/")

    assert answer.headers["location"] == page
    assert note(desk, page).startswith("Mae'r drafft")


def test_who_writes_nothing_is_offered_nothing(editor, wen):
    begun(wen, en="Wen's.")
    published("grooming", as_at="2025-01-01")

    assert not read(editor.get(ONE).text).every("form", action=SENT)
