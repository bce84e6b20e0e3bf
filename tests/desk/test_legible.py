"""U+0000, which nobody can type, does no harm wherever it is sent."""

from __future__ import annotations

import pytest

from glossary.models import ApiKey, Revision, every_act
from glossary.sheets import Row, plan_sheet
from tests.desk.conftest import PASSWORD
from tests.factories import person
from tests.review.writing import begun
from tests.web.html import read

pytestmark = pytest.mark.django_db

NOTHING = "a\0b"
WRITE = "/desk/en/write/entry/grooming/2/"


@pytest.fixture
def writer(db):
    return person(*every_act(), name="wen", password=PASSWORD, is_superuser=True)


@pytest.fixture
def desk(browse, writer):
    begun(writer)
    browser = browse()
    browser.sign_in("wen", PASSWORD)
    return browser


def post(desk, path, fields):
    page = read(desk.get("/desk/en/account/").text)
    token = page.every("input", name="csrfmiddlewaretoken")[0].get("value")
    return desk.post(path, {"csrfmiddlewaretoken": token, **fields})


@pytest.mark.parametrize(
    "path",
    [
        "/desk/en/record/?about=entry/%00&who=%00",
        "/desk/en/documents/?q=%00",
        "/desk/en/publish-check/?r=entry/%00/1",
    ],
)
def test_what_is_asked_is_answered(desk, path):
    assert desk.get(path).status < 500


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/desk/en/one-person/1/", {"name": NOTHING}),
        ("/desk/en/merge/entry/grooming/", {"into": NOTHING}),
        ("/desk/en/new/?kind=entry", {"name": NOTHING, "lang": "en", "source": "\0"}),
        ("/desk/en/publish-now/", {"r": "entry/\0/1"}),
        ("/desk/en/plan/", {"r": "entry/\0/1", "day": NOTHING, "time": NOTHING}),
        ("/desk/en/take-sheet/", {"rows": '[["\\u0000","short","v",{"en":"x"},1]]'}),
        (WRITE, {"untouched": NOTHING, "note": NOTHING, "note_lang": NOTHING}),
        (WRITE, {"note": "A line.", "note_lang": "e" * 100}),
    ],
)
def test_what_is_sent_is_answered(desk, path, fields):
    assert post(desk, path, fields).status < 500


def test_it_is_left_out_of_what_is_kept(desk):
    post(desk, "/desk/en/issue-key/", {"name": NOTHING})
    row = Revision.objects.get(number=2)
    post(desk, WRITE, {"seen": row.digest, "note": NOTHING, "note_lang": "en"})

    assert ApiKey.objects.get().name == "ab"
    assert Revision.objects.get(number=2).note == "ab"


def test_a_sheet_may_hold_it_and_is_wrong_there(writer):
    plan = plan_sheet([Row("\0", "short", "", {"en": "Text."}, 2)], writer)

    assert [(one.row, one.column) for one in plan.wrong] == [(2, "entry")]
