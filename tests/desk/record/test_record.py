"""What was done can be read at the desk: by whom, when, on which text; and as a file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.utils import translation

from glossary.closed_lists import WithdrawalReason
from glossary.desk.record import words
from glossary.desk.record.listing import PAGE_SIZE
from glossary.models import Act, Action, Event, Publication
from glossary.publishing import withdraw_document
from tests.desk.conftest import PASSWORD
from tests.factories import OPERATOR, person, published
from tests.review.writing import somebody, submitted
from tests.web.html import read

pytestmark = pytest.mark.django_db
RECORD, WHOLE = "/desk/en/record/", "/desk/en/record-file/"
DOCS = Path(__file__).resolve().parents[3] / "docs" / "desk.md"


def rows(desk, **asked):
    answer = desk.get(f"{RECORD}?{urlencode(asked)}")
    assert answer.status == 200
    return read(answer.text).one("main").every("h2", class_="item-name")


def said(desk, **asked):
    return [one.text for one in rows(desk, **asked)]


@pytest.mark.parametrize("action", Action)
def test_every_act_has_words_in_both_languages(action):
    with translation.override("en"):
        english = words.in_words(action)
    with translation.override("cy"):
        welsh = words.in_words(action)

    assert english != action.value
    assert welsh != english


def test_no_two_acts_are_called_alike():
    assert len({str(label) for label in words.ACTIONS.values()}) == len(Action)


def test_a_code_of_another_release_stays_as_it_is():
    assert words.in_words("of-tomorrow") == "of-tomorrow"


def test_what_was_done_last_is_first(editor):
    submitted(somebody("ben"))

    assert said(editor)[:3] == [
        "A text was submitted",
        "A draft was saved",
        "A draft was begun",
    ]


def test_it_says_what_alone_can_change_in_it(editor):
    lead = read(editor.get(RECORD).text).one("p", class_="lead").text

    assert "only a key that two people erase goes from it" in lead


def test_where_nothing_was_done_it_says_so(editor):
    assert "Nothing like that was done." in editor.get(RECORD).text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"who": "ben"}, 3),
        ({"who": "be"}, 0),
        ({"who": "operator"}, 1),
        ({"what": "draft-saved"}, 1),
        ({"what": "no-such-act"}, 4),
        ({"about": "entry/grooming"}, 4),
        ({"about": "entry/groom"}, 0),
        ({"about": "grooming"}, 4),
        ({"about": "no/such/name"}, 0),
        ({"day": "2020-01-01"}, 0),
        ({"day": "9999-12-31"}, 0),
        ({"day": "yesterday"}, 0),
        ({"who": "ben", "what": "submitted"}, 1),
    ],
)
def test_it_is_found_by_who_what_document_and_day(editor, asked, found):
    submitted(somebody("ben"))

    assert len(_about_grooming(rows(editor, **asked))) == found


def _about_grooming(found):
    """Leave out what was published beside: the record of a review, and a source."""
    return [one for one in found if "entry/grooming" in one.parent.text]


def test_a_day_is_one_of_ours(editor, monkeypatch):
    late = dt.datetime(2026, 7, 1, 22, 59, tzinfo=dt.UTC)  # 23:59 in summer time
    for moment in (late, late + dt.timedelta(minutes=1)):
        Event.objects.create(at=moment, action=Action.KEY_ISSUED, actor_name="a")

    assert len(rows(editor, day="2026-07-01")) == 1
    assert len(rows(editor, day="2026-07-02")) == 1


def test_long_records_come_in_parts_that_new_acts_do_not_move(editor):
    for number in range(PAGE_SIZE + 1):
        Event.objects.record(Action.KEY_ISSUED, actor=OPERATOR, details={"n": number})
    page = read(editor.get(f"{RECORD}?what=key-issued").text)
    (link,) = page.one("main").every("a", rel="next")
    Event.objects.record(Action.KEY_ISSUED, actor=OPERATOR)

    rest = read(editor.get(f"{RECORD}{link.get('href')}").text).one("main")

    assert len(rest.every("h2", class_="item-name")) == 1
    assert not rest.every("a", rel="next")
    assert rest.every("a", href="?what=key-issued")


@pytest.mark.parametrize("before", ["x", "-1", "٣", "1" * 30])
def test_a_place_that_is_none_is_passed_over(editor, before):
    Event.objects.record(Action.KEY_ISSUED, actor=OPERATOR)

    assert said(editor, before=before) == ["A key was issued"]


def test_one_act_is_shown_with_all_that_is_known(editor):
    revision = submitted(somebody("ben"))
    event = Event.objects.get(action="submitted")

    main = read(editor.get(f"/desk/en/event/{event.pk}/").text).one("main")

    assert main.one("h1").text == "A text was submitted"
    assert main.every("a", href="/desk/en/document/entry/grooming/")
    for part in ("ben", "submitted", str(revision.number), revision.digest):
        assert part in main.text


def test_the_command_line_is_called_so(editor):
    event = Event.objects.record(
        Action.KEY_ISSUED, actor=OPERATOR, details={"a": "<b>"}
    )

    text = read(editor.get(f"/desk/en/event/{event.pk}/").text).one("main").text

    assert "operator (on the command line)" in text
    assert '"<b>"' in text


@pytest.mark.parametrize("number", ["0", "999999", "x", "٣", "1" * 30])
def test_what_never_happened_has_no_page(editor, number):
    assert editor.get(f"/desk/en/event/{number}/").status == 404


# All of it, as a file


@pytest.fixture
def keeper(browse):
    person(Act.MANAGE_ACCOUNTS, name="kay", password=PASSWORD)
    browser = browse()
    browser.sign_in("kay", PASSWORD)
    return browser


def test_who_looks_after_accounts_has_all_of_it(keeper):
    revision = submitted(somebody("ben"))
    assert read(keeper.get(RECORD).text).one("main").every("a", href=WHOLE)

    answer = keeper.get(WHOLE)

    assert answer.headers["content-type"] == "application/jsonl"
    assert answer.headers["cache-control"] == "no-store"
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert [row["number"] for row in found] == sorted(
        Event.objects.values_list("pk", flat=True)
    )
    last = found[-1]
    assert last["action"] == "submitted"
    assert (last["by"], last["document"]) == ("ben", "entry/grooming")
    assert last["revision"] == revision.number
    assert last["details"] == {"digest": revision.digest}
    assert dt.datetime.fromisoformat(last["at"]).utcoffset() == dt.timedelta()


def test_what_was_said_of_a_withdrawal_is_there_until_it_is_erased(keeper):
    withdraw_document(
        name=published("grooming").name,
        actor=OPERATOR,
        reason=WithdrawalReason.MISTAKE,
        comment="Ask Mari.",
    )

    def said():
        lines = keeper.get(WHOLE).text.splitlines()
        return [json.loads(line)["details"] for line in lines]

    assert {"comment": "Ask Mari."} in said()
    Publication.objects.update(comment="")
    assert not any("comment" in details for details in said())


def test_it_is_described(keeper):
    published("grooming")

    members = json.loads(keeper.get(WHOLE).text.splitlines()[0])

    text = DOCS.read_text(encoding="utf-8")
    assert members
    assert [name for name in members if f"`{name}`" not in text] == []


def test_nobody_else_has_it(editor):
    submitted(somebody("ben"))

    answer = editor.get(WHOLE)

    assert answer.status == 403
    assert "submitted" not in answer.text
    assert not read(editor.get(RECORD).text).one("main").every("a", href=WHOLE)


def test_it_is_read_a_part_at_a_time(keeper, monkeypatch):
    monkeypatch.setattr("glossary.desk.record.whole._AT_ONCE", 2)
    for _ in range(5):
        Event.objects.record(Action.KEY_ISSUED, actor=OPERATOR)

    assert len(keeper.get(WHOLE).text.splitlines()) == Event.objects.count()
