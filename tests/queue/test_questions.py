"""What there is to do for somebody: what is in each group, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glossary.closed_lists import ErasureReason
from glossary.document import DocumentKind, Name
from glossary.models import (
    Act,
    Erasure,
    Remark,
    Revision,
)
from glossary.publishing import ask_to_erase, erase_alone, publish_revisions
from glossary.queue import BEGUN, Filter, Line, Question, claim
from glossary.review import begin_check, begin_draft, return_to_writer, submit_draft
from tests.factories import (
    document,
    named,
    person,
    published,
    section,
    suggested,
    topic,
    withdrawn,
)
from tests.review.writing import ENGLISH, WELSH, saved, signed, somebody

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 12, 10, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
GROOMING, FORCE = named("grooming"), named("police-force")
CHIEF, PROFILE = named("chief-constable"), named("problem-profile")
TOPIC = Name(DocumentKind.TOPIC, "grooming")


@pytest.fixture(autouse=True)
def _a_day(monkeypatch, settings, tmp_path):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


@pytest.fixture
def anna(db):
    return somebody("anna")


@pytest.fixture
def ben(db):
    return somebody("ben")


def names(lines):
    return [line.name for line in lines[:]]


def begun(name, actor):
    """Return a draft of something public in which nobody has written."""
    published(name.key)
    return begin_draft(name=name, actor=actor)


def written(name, actor, **texts):
    return saved(begun(name, actor), actor, **(texts or {"en": f"Of {name.key}."}))


def handed_in(name, actor, **texts):
    return submit_draft(revision=written(name, actor, **texts), actor=actor)


def returned(name, actor, reviewer, text="Who says so?"):
    remark = Remark(place="/languages/en/short", reason="no-source", text=text)
    row = handed_in(name, actor)
    return return_to_writer(revision=row, remarks=[remark], actor=reviewer)


def approved(name, writer, reviewer):
    return signed(handed_in(name, writer), reviewer, ENGLISH)


def a_topic():
    topic(TOPIC.key, en="Grooming")
    return TOPIC


# What is mine


def as_another(anna):
    """Return another account of the same person."""
    other = somebody("anna-2")
    other.same_as = anna
    other.save()
    return other


def _begins(account, ben):
    begun(GROOMING, account)


def _writes(account, ben):
    saved(begun(GROOMING, ben), account, en="Another text.")


def _takes(account, ben):
    written(GROOMING, ben)
    claim(name=GROOMING, actor=account)


@pytest.mark.parametrize("do", [_begins, _writes, _takes])
@pytest.mark.parametrize("whose", ["this one", "the other one"])
@pytest.mark.parametrize("asks", ["this one", "the other one"])
def test_mine_is_what_any_account_of_mine_began_wrote_or_took(
    anna, ben, do, whose, asks
):
    mine = {"this one": anna, "the other one": as_another(anna)}
    begun(PROFILE, ben)
    written(CHIEF, ben)
    claim(name=CHIEF, actor=ben)
    topic(CHIEF.key, en="Chief")
    claim(name=Name(DocumentKind.TOPIC, CHIEF.key), actor=mine[whose])
    do(mine[whose], ben)

    assert names(Question(mine[asks]).drafts()) == [GROOMING]
    assert GROOMING not in names(Question(somebody("carys")).drafts())


def test_what_others_wrote_in_is_no_more_mine_for_having_been_begun_by_me(anna, ben):
    row = begun(GROOMING, anna)
    assert names(Question(anna).drafts()) == [GROOMING]

    saved(row, ben, en="Another text.")

    assert names(Question(anna).drafts()) == []
    assert names(Question(ben).drafts()) == [GROOMING]


def test_what_was_begun_first_comes_first_and_of_one_moment_by_its_number(anna):
    for name in (FORCE, GROOMING, CHIEF):
        written(name, anna)
    before = NOON - dt.timedelta(days=3)
    Revision.objects.filter(key=CHIEF.key, state="draft").update(created_at=before)

    found = Question(anna)

    assert names(found.drafts()) == [CHIEF, FORCE, GROOMING]
    assert names(found.under_way()) == [CHIEF, FORCE, GROOMING]


def test_a_draft_says_what_is_in_it_and_since_when(anna):
    row = written(GROOMING, anna)
    empty = begun(FORCE, anna)
    before = NOON - dt.timedelta(days=3)
    Revision.objects.filter(pk=row.pk).update(created_at=before)

    assert list(Question(anna).drafts()) == [
        Line(GROOMING, row.document, before.date(), "draft", row.number),
        Line(FORCE, empty.document, TODAY, BEGUN, empty.number),
    ]


def test_what_is_under_way_is_all_that_is_not_done(anna, ben):
    written(GROOMING, anna)
    handed_in(FORCE, anna)
    returned(CHIEF, anna, ben)
    approved(PROFILE, anna, ben)

    found = {line.name: line.state for line in Question(somebody("carys")).under_way()}

    assert found == {GROOMING: "draft", FORCE: "submitted", CHIEF: "returned"}


def test_a_check_of_what_nobody_wrote_here_is_no_draft_that_was_begun(anna, ben):
    published(GROOMING.key)
    begin_check(name=GROOMING, actor=ben)

    assert [line.state for line in Question(anna).under_way()] == ["submitted"]


# What came back


def test_what_came_back_to_me_came_with_what_was_remarked_of_it_as_it_is(anna, ben):
    row = returned(GROOMING, anna, ben, "The first.")
    row = submit_draft(revision=saved(row, anna, en="Better."), actor=anna)
    second = Remark(place="", reason="no-source", text="The second.")
    row = return_to_writer(revision=row, remarks=[second], actor=ben)
    theirs = returned(FORCE, ben, anna, "Of another.")

    (line,) = Question(anna).returned()

    assert line == Line(
        GROOMING, row.document, TODAY, "returned", row.number, remarks=[second]
    )
    assert names(Question(ben).returned()) == [theirs.name]
    assert names(Question(anna).drafts()) == []


def test_what_was_submitted_first_comes_back_first(anna, ben):
    first, second = returned(GROOMING, anna, ben), returned(FORCE, anna, ben)
    days = {first.pk: 1, second.pk: 2}
    for pk, ago in days.items():
        then = NOON - dt.timedelta(days=ago)
        Revision.objects.filter(pk=pk).update(submitted_at=then)
    begun_at = NOON - dt.timedelta(days=9)
    Revision.objects.filter(pk=first.pk).update(created_at=begun_at)

    found = [(line.name, line.since) for line in Question(anna).returned()]

    assert found == [
        (FORCE, TODAY - dt.timedelta(days=2)),
        (GROOMING, TODAY - dt.timedelta(days=1)),
    ]


# What waits for me


def test_what_i_can_sign_off_says_in_which_roles(anna, ben):
    row = handed_in(GROOMING, anna, en="New.", cy="Newydd.")
    welsh = person(Act.SIGN_OFF_WELSH, name="wen")
    neither = person(Act.SIGN_OFF_SUBJECT, name="sian")

    (line,) = Question(ben).to_review()
    assert {*line.asked} == {ENGLISH, WELSH}
    assert (line.name, line.number, line.since) == (GROOMING, row.number, TODAY)
    assert [one.asked for one in Question(welsh).to_review()] == [[WELSH]]
    for nobody in (anna, neither):
        assert list(Question(nobody).to_review()) == []


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Filter(), [GROOMING, FORCE]),
        (Filter(lang="en"), [GROOMING, FORCE]),
        (Filter(lang="cy"), [GROOMING]),
        (Filter(kind="entry"), [GROOMING, FORCE]),
        (Filter(kind="topic"), []),
        (Filter(is_free=True), [GROOMING]),
    ],
)
def test_what_i_can_sign_off_can_be_narrowed(anna, ben, only, found):
    handed_in(GROOMING, anna, en="New.", cy="Newydd.")
    handed_in(FORCE, anna)
    claim(name=FORCE, actor=ben)
    claim(name=a_topic(), actor=ben)

    assert names(Question(ben, only).to_review()) == found


def test_what_has_all_its_sign_offs_is_to_be_published(anna, ben):
    row = approved(GROOMING, anna, ben)
    handed_in(FORCE, anna)
    carys = Question(person(Act.PUBLISH, name="carys"))

    assert list(carys.to_publish()) == [
        Line(GROOMING, row.document, TODAY, "approved", row.number, asked=[])
    ]
    publish_revisions(revisions=[row], actor=ben)
    assert names(Question(carys.editor).to_publish()) == []


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Filter(kind="entry"), [GROOMING, FORCE]),
        (Filter(kind="topic"), []),
        (Filter(is_free=True), [GROOMING]),
    ],
)
def test_what_is_to_be_published_can_be_narrowed(anna, ben, only, found):
    approved(GROOMING, anna, ben)
    approved(FORCE, anna, ben)
    claim(name=FORCE, actor=ben)
    claim(name=a_topic(), actor=ben)

    assert names(Question(ben, only).to_publish()) == found


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Filter(), [GROOMING, FORCE, TOPIC]),
        (Filter(kind="entry"), [GROOMING, FORCE]),
        (Filter(kind="topic"), [TOPIC]),
        (Filter(is_free=True), [GROOMING, FORCE]),
        (Filter("entry", is_free=True), [GROOMING, FORCE]),
        (Filter("topic", is_free=True), []),
    ],
)
def test_drafts_can_be_narrowed(anna, ben, only, found):
    written(GROOMING, anna)
    written(FORCE, anna)
    begin_draft(name=a_topic(), actor=anna)
    claim(name=TOPIC, actor=ben)
    published(CHIEF.key)
    claim(name=CHIEF, actor=ben)

    question = Question(anna, only)

    assert names(question.under_way()) == found
    assert names(question.drafts()) == found


# What is due


def due(name, days, **more):
    day = TODAY + dt.timedelta(days=days)
    dates = {"checked_on": "2024-01-01", "check_due": day.isoformat()}
    return published(name.key, review=dates, **more)


def test_what_is_due_within_thirty_days_comes_by_its_day(anna):
    rows = [due(GROOMING, 30), due(FORCE, -1), due(CHIEF, 0), due(PROFILE, 31)]

    found = Question(anna)

    assert list(found.due()) == [
        Line(FORCE, rows[1].revision.document, TODAY - dt.timedelta(1), "overdue"),
        Line(CHIEF, rows[2].revision.document, TODAY, "due"),
        Line(GROOMING, rows[0].revision.document, TODAY + dt.timedelta(30), "due"),
    ]
    assert [(line.number, line.lang) for line in found.due()] == [(0, "")] * 3
    assert found.overdue() == 1


def test_of_what_is_due_on_one_day_comes_first_what_was_published_first(anna):
    for name in (FORCE, GROOMING):
        due(name, 1)
    due(FORCE, 1, as_at="2025-01-01")

    assert names(Question(anna).due()) == [GROOMING, FORCE]


def test_what_is_withdrawn_or_was_gone_through_since_is_not_due(anna):
    due(GROOMING, -1)
    due(GROOMING, 99)
    due(FORCE, -1)
    withdrawn(FORCE.key)

    found = Question(anna)

    assert (names(found.due()), found.overdue()) == ([], 0)


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Filter(kind="entry"), [GROOMING, FORCE]),
        (Filter(kind="topic"), []),
        (Filter(is_free=True), [GROOMING]),
    ],
)
def test_what_is_due_can_be_narrowed(anna, ben, only, found):
    due(GROOMING, -2)
    due(FORCE, -1)
    claim(name=FORCE, actor=ben)
    claim(name=a_topic(), actor=ben)

    question = Question(anna, only)

    assert names(question.due()) == found
    assert question.overdue() == len(found)


# What is to be erased


def test_what_another_one_wants_erased_or_erased_alone_is_for_me_to_confirm(anna, ben):
    for name in (GROOMING, FORCE, CHIEF):
        published(name.key)
    withdrawn(FORCE.key)
    ask_to_erase(name=GROOMING, reason=ErasureReason.NOT_OURS, actor=ben)
    ask_to_erase(name=CHIEF, reason=ErasureReason.NOT_OURS, actor=as_another(anna))
    erase_alone(name=FORCE, reason=ErasureReason.COURT_ORDER, actor=ben)
    yesterday = NOON - dt.timedelta(days=1)
    Erasure.objects.update(asked_at=NOON)
    Erasure.objects.filter(key=FORCE.key).update(asked_at=yesterday)

    assert list(Question(anna).erasures()) == [
        Line(FORCE, "", yesterday.date(), ErasureReason.COURT_ORDER),
        Line(GROOMING, "", TODAY, ErasureReason.NOT_OURS),
    ]
    assert names(Question(ben).erasures()) == [CHIEF]


# What is behind


def behind(name, changed="en"):
    """Publish an entry of which the other language lacks a change."""
    published(name.key)
    data = document(name.key).model_dump(mode="json", exclude_defaults=True)
    data["languages"][changed]["short"] = "Another meaning."
    return published(name.key, languages=data["languages"])


def missing(name):
    return published(name.key, languages={"en": section(name.key)})


@pytest.fixture
def all_behind(db, monkeypatch):
    """Two entries whose Welsh lacks a change, and one that has none; others have all."""
    with monkeypatch.context() as earlier:
        earlier.setattr("django.utils.timezone.now", lambda: NOON - dt.timedelta(5))
        rows = [missing(GROOMING), behind(FORCE), behind(PROFILE, "cy"), behind(CHIEF)]
        published("neighbourhood-policing")
    return [rows[0], rows[1], rows[3]]


def test_what_a_language_lacks_is_told_with_how_it_stands(anna, all_behind):
    found = Question(anna).behind()

    rows, since = all_behind, TODAY - dt.timedelta(5)
    assert list(found[:]) == [
        Line(GROOMING, rows[0].revision.document, since, "missing", lang="cy"),
        Line(FORCE, rows[1].revision.document, since, "behind", lang="cy"),
        Line(CHIEF, rows[2].revision.document, since, "behind", lang="cy"),
    ]
    assert len(found) == 3


def test_it_is_read_by_its_place_as_any_list(anna, all_behind):
    found = Question(anna).behind()

    assert [found[place].name for place in (0, 1, 2, -1, -2)] == [
        GROOMING,
        FORCE,
        CHIEF,
        CHIEF,
        FORCE,
    ]
    assert names(found[1:2]) == [FORCE]
    assert names(found[-2:]) == [FORCE, CHIEF]
    with pytest.raises(IndexError):
        found[3]


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Filter(lang="cy"), [GROOMING, FORCE, CHIEF]),
        (Filter(lang="en"), []),
        (Filter(is_free=True), [GROOMING, CHIEF]),
    ],
)
@pytest.mark.usefixtures("all_behind")
def test_what_is_behind_can_be_narrowed(anna, ben, only, found):
    claim(name=FORCE, actor=ben)
    claim(name=a_topic(), actor=ben)

    assert names(Question(anna, only).behind()) == found


@pytest.mark.usefixtures("all_behind")
def test_what_is_withdrawn_meanwhile_is_passed_over(anna):
    found = Question(anna).behind()

    withdrawn(FORCE.key)

    assert names(found) == [GROOMING, CHIEF]


# Words that readers suggest


def word(text, count=1, lang="en", met_in="report", last=dt.date(2026, 12, 1)):
    return suggested(text, count, lang, month=last, met_in=met_in)


def test_words_come_by_how_often_they_came_then_by_themselves(anna):
    word("beat", 2)
    word("arrest", 1)
    word("arrest", 1, met_in="news")
    word("cell", 9)
    word("beat", 2, lang="cy")

    found = Question(anna).suggestions()

    assert list(found[:]) == [
        {"key": "cell", "lang": "en", "total": 9},
        {"key": "arrest", "lang": "en", "total": 2},
        {"key": "beat", "lang": "cy", "total": 2},
        {"key": "beat", "lang": "en", "total": 2},
    ]
    assert len(found) == 4
    assert found[0]["key"] == "cell"


@pytest.mark.parametrize(
    ("last", "is_there"), [((2025, 12, 1), True), ((2025, 11, 1), False)]
)
def test_words_are_kept_in_sight_for_a_year(anna, last, is_there):
    word("beat", last=dt.date(*last))

    assert Question(anna).suggested().exists() == is_there
    assert len(Question(anna).suggestions()) == is_there


def test_words_of_one_language_can_be_had_alone(anna):
    word("beat")
    word("gair", lang="cy")

    for lang, found in {"": 2, "en": 1, "cy": 1}.items():
        question = Question(anna, Filter(lang=lang))
        assert question.suggested().count() == found
    assert list(Question(anna, Filter(lang="cy")).suggestions()) == [
        {"key": "gair", "lang": "cy", "total": 1}
    ]


# What it costs


@pytest.mark.parametrize("group", ["drafts", "returned", "under_way", "due"])
def test_what_is_only_counted_is_not_read(anna, group):
    lines = getattr(Question(anna), group)()

    with CaptureQueriesContext(connection) as queries:
        assert len(lines) == 0

    (asked,) = queries.captured_queries
    assert asked["sql"].startswith("SELECT COUNT(*)")


def test_only_the_page_that_is_shown_is_read(anna):
    for name in (GROOMING, FORCE, CHIEF):
        written(name, anna)
    lines = Question(anna).drafts()

    with CaptureQueriesContext(connection) as queries:
        assert names(lines[1:2]) == [FORCE]

    assert "LIMIT 1 OFFSET 1" in queries.captured_queries[0]["sql"]
