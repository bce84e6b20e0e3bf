"""What is approved is published from a page that says beforehand what will happen."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.utils import timezone

from glossary.accounts import close_account
from glossary.document import DocumentKind, Name
from glossary.models import Note, Publication, Revision, Schedule
from glossary.publishing import (
    publish_revisions,
    schedule_publication,
    withdraw_unneeded,
)
from glossary.review import save_draft, submit_draft
from tests.desk.conftest import PASSWORD
from tests.factories import OPERATOR, approved_revision, document, person, published
from tests.review.writing import approved, begun, signed, somebody
from tests.web.html import read

pytestmark = pytest.mark.django_db
LIST = "/desk/en/publish/"
CHECK = "/desk/en/publish-check/?r="
NOW, PLAN = "/desk/en/publish-now/", "/desk/en/plan/"
WELSH = {
    LIST: "/desk/cy/cyhoeddi/",
    CHECK: "/desk/cy/cyhoeddi-gwirio/?r=",
}


@pytest.fixture
def desk(browse, db):
    """Somebody who may publish is signed in."""
    person("publish", name="pat", password=PASSWORD)
    browser = browse()
    browser.sign_in("pat", PASSWORD)
    return browser


@pytest.fixture
def looking(browse, db):
    """Somebody who may do nothing is signed in."""
    person(name="lou", password=PASSWORD)
    browser = browse()
    browser.sign_in("lou", PASSWORD)
    return browser


def main(answer):
    return read(answer.text).one("main")


def words(*ids):
    """Return what names the new revisions of these entries, which are approved."""
    rows = [approved_revision(document(one)) for one in ids]
    return ",".join(f"entry/{row.key}/{row.number}" for row in rows)


def test_what_waits_is_listed_with_its_sign_offs_and_its_line_for_readers(desk):
    anna = somebody("anna")
    row = begun(anna)
    row = save_draft(
        revision=row,
        document=json.loads(row.document),
        seen=row.digest,
        actor=anna,
        note=Note("Clearer.", "en"),
    )
    signed(submit_draft(revision=row, actor=anna), somebody("ben"))
    today = timezone.localdate()

    page = main(desk.get(LIST))

    assert page.one("input", type="checkbox").get("value") == "entry/grooming/2"
    assert f"Signed off: {today.day} " in page.text
    assert "Readers are told: Clearer." in page.text


def test_what_is_public_or_not_approved_does_not_wait(desk):
    published()

    page = main(desk.get(LIST))

    assert "Nothing waits to be published." in page.text
    assert "Nothing is planned." in page.text


def test_what_cannot_be_published_says_why_and_is_not_to_be_chosen(desk, monkeypatch):
    published("grooming")
    approved(somebody("anna"), somebody("ben"))
    Revision.objects.filter(number=2).update(digest="0" * 64)

    page = main(desk.get(LIST))

    assert "“entry/grooming” has to be signed off first." in page.text
    assert not page.every("input", type="checkbox")


def test_the_next_page_says_what_else_changes_and_publishes_nothing(desk):
    published("police-force", related=[{"relation": "related", "id": "grooming"}])
    chosen = words("grooming")
    before = Publication.objects.count()

    page = main(desk.get(CHECK + chosen))

    assert page.every("h2")[0].text == "What else changes"
    assert "police force · Entry" in page.text
    assert Publication.objects.count() == before


def test_several_are_published_with_one_button_and_sequences_in_a_row(desk):
    chosen = words("grooming", "police-force")

    answer = desk.send(CHECK + chosen, {}, form=NOW)

    assert (answer.status, answer.headers["location"]) == (302, LIST)
    assert "Published. Readers see it now." in main(desk.get(LIST)).text
    rows = Publication.objects.entries().readable().order_by("sequence")
    assert [row.key for row in rows] == ["grooming", "police-force"]
    assert rows[1].sequence == rows[0].sequence + 1


def test_of_several_the_one_that_cannot_be_published_is_named_and_left_out(desk):
    chosen = words("grooming", "police-force")
    Revision.objects.filter(key="grooming").update(number=9)
    published("grooming")
    Revision.objects.filter(key="grooming", number=9).update(number=1)
    row = Revision.objects.get(key="grooming", number=1)
    row.state = "approved"
    row.save()

    page = main(desk.get(CHECK + chosen))

    assert page.one("p", class_="wrong").text.startswith("“entry/grooming” shows this")
    assert not page.every("form", action=NOW)
    (link,) = page.every("a", class_="button")
    assert link.get("href") == "?r=entry/police-force/1"


def test_all_are_published_or_none(desk):
    chosen = words("grooming", "police-force")
    page = desk.get(CHECK + chosen)
    published("grooming", kind="data")

    fields = {"r": chosen, "csrfmiddlewaretoken": _token(page)}
    desk.post(NOW, fields)

    assert not Publication.objects.of(["police-force"]).exists()
    note = main(desk.get(LIST)).one("p", class_="note-error")
    assert "approved revision" in note.text


def _token(answer):
    return main(answer).every("input", name="csrfmiddlewaretoken")[0].get("value")


def test_what_rests_on_nothing_is_told_before_anybody_publishes(desk):
    chosen = words("grooming")
    name = Name(DocumentKind.SOURCE, "report-2023")
    withdraw_unneeded(names=[name], actor=OPERATOR)

    page = main(desk.get(CHECK + chosen))

    assert "“source/report-2023” is not public." in page.text
    assert not page.every("form", action=NOW)


@pytest.mark.parametrize(
    "query", ["entry/grooming", "entry/none/1", "x/y/1", "a/b/c/d"]
)
def test_what_is_no_revision_is_not_there(desk, query):
    assert desk.get(CHECK + query).status == 404


def test_who_has_chosen_nothing_is_told_so(desk):
    assert "You have chosen nothing." in main(desk.get(CHECK)).text


@pytest.mark.parametrize("page", [LIST, CHECK])
def test_who_may_not_publish_may_look_and_is_told_why(looking, page):
    chosen = words("grooming")
    path = page + chosen if page == CHECK else page

    shown = main(looking.get(path))

    assert "Publishing needs a right of its own" in shown.text
    assert not shown.every("form", method="post")
    assert not shown.every("input", type="checkbox")


@pytest.mark.parametrize("path", [NOW, PLAN])
def test_who_may_not_publish_does_not_by_another_way(looking, path):
    token = _of_bar(looking)
    fields = {"r": words("grooming"), "day": "2099-01-01", "time": "09:00"}

    answer = looking.post(path, {**fields, "csrfmiddlewaretoken": token})

    assert answer.status == 403
    assert "You may not publish this." in answer.text
    assert not Publication.objects.of(["grooming"]).exists()
    assert not Schedule.objects.exists()


def _of_bar(browser):
    page = read(browser.get("/desk/en/").text)
    return page.every("input", name="csrfmiddlewaretoken")[0].get("value")


@pytest.mark.parametrize(
    ("day", "time", "at"),
    [
        ("2099-01-10", "09:00", "2099-01-10T09:00"),
        ("2099-07-10", "09:00", "2099-07-10T08:00"),
    ],
)
def test_a_time_is_planned_by_the_clock_on_the_wall(desk, day, time, at):
    fields = {"day": day, "time": time}

    answer = desk.send(CHECK + words("grooming"), fields, form=PLAN)

    assert answer.headers["location"] == LIST
    assert Schedule.objects.get().at == dt.datetime.fromisoformat(f"{at}+00:00")
    zone = "BST" if "07" in day else "GMT"
    page = main(desk.get(LIST))
    assert f"09:00 ({zone})" in page.text
    assert "Planned by: pat" in page.text
    assert not page.every("input", type="checkbox")


@pytest.mark.parametrize(
    ("day", "time"),
    [("", ""), ("soon", "09:00"), ("2099-02-30", "09:00"), ("2099-01-01", "25:00")],
)
def test_what_is_no_time_is_refused_and_nothing_typed_is_lost(desk, day, time):
    answer = desk.send(CHECK + words("grooming"), {"day": day, "time": time}, form=PLAN)

    page = main(answer)
    assert answer.status == 422
    assert "Type a day and a time" in page.one("div", role="alert").text
    assert page.one("input", name="day").get("value") == day


def test_a_time_that_is_not_there_is_refused(desk):
    fields = {"day": "2099-03-29", "time": "01:30"}

    answer = desk.send(CHECK + words("grooming"), fields, form=PLAN)

    assert "there is no such time" in main(answer).one("div", role="alert").text
    assert not Schedule.objects.exists()


@pytest.mark.parametrize(("number", "hour"), [(0, 0), (1, 1)])
def test_of_a_time_that_comes_twice_it_is_asked_which(desk, number, hour):
    fields = {"day": "2099-10-25", "time": "01:30"}
    chosen = words("grooming")
    answer = desk.send(CHECK + chosen, fields, form=PLAN)

    picks = main(answer).every("input", type="radio")
    said = [one.text for one in main(answer).every("label", class_="pick")]
    assert said == [
        "25 October 2099, 01:30 (BST)",
        "25 October 2099, 01:30 (GMT)",
    ]
    which = {"which": picks[number].get("value"), "r": chosen}
    token = {"csrfmiddlewaretoken": _token(answer)}
    desk.post(PLAN, {**fields, **which, **token})

    at = dt.datetime(2099, 10, 25, hour, 30, tzinfo=dt.UTC)
    assert Schedule.objects.get().at == at


def planned(*ids, actor=OPERATOR, hours=1):
    rows = [approved_revision(document(one)) for one in ids]
    at = timezone.now() + dt.timedelta(hours=1)
    schedule = schedule_publication(revisions=rows, at=at, actor=actor)
    moved = Schedule.objects.filter(pk=schedule.pk)
    moved.update(at=timezone.now() + dt.timedelta(hours=hours))
    return schedule


def test_what_is_planned_says_so_and_is_published_before_but_not_planned_again(desk):
    planned("grooming")
    planned("police-force")
    page = main(desk.get(f"{CHECK}entry/grooming/1,entry/police-force/1"))

    assert page.text.count("It is planned already.") == 2
    assert page.every("form", action=NOW)
    assert not page.every("form", action=PLAN)

    fields = {"day": "2030-12-05", "time": "09:00"}
    form = page.one("form", action=NOW)
    hidden = {one.get("name"): one.get("value") for one in form.every("input")}
    refused = main(desk.post(PLAN, {**hidden, **fields}))
    assert "is planned already." in refused.one("div", role="alert").text
    assert not refused.one("div", role="alert").every("a")


def test_what_was_taken_back_since_it_was_planned_says_why_it_is_overdue(desk):
    planned("grooming", hours=-1)
    Revision.objects.filter(key="grooming").update(state="draft")
    planned("police-force", hours=-1)
    planned("chief-constable", hours=2)

    notes = main(desk.get(LIST)).every("div", class_="note-error")

    overdue = "Overdue. It is tried again every minute."
    assert sorted(one.text for one in notes) == [
        overdue,
        f"{overdue} Only an approved revision can be published.",
    ]


def test_what_is_overdue_says_why(desk):
    planned("grooming", hours=-1)
    Revision.objects.filter(key="grooming").update(digest="0" * 64)
    published("grooming", kind="data")

    page = main(desk.get(LIST))

    assert "Overdue. It is tried again every minute." in page.text
    assert "“entry/grooming” shows this revision already" in page.text


def test_what_somebody_planned_who_may_not_any_more_says_so(desk):
    planned("grooming", actor=person("publish", name="gone"), hours=-1)
    close_account(name="gone", actor=OPERATOR)

    assert "may not publish any more" in main(desk.get(LIST)).text


def test_a_plan_is_cancelled_with_one_button(desk):
    schedule = planned("grooming")

    desk.send(LIST, {}, form=f"/desk/en/cancel-plan/{schedule.pk}/")

    page = main(desk.get(LIST))
    assert "It is not planned any more." in page.text
    assert page.one("input", type="checkbox")


@pytest.mark.parametrize("number", ["999", "x", "1" * 20])
def test_a_plan_that_is_not_there_is_not_found(desk, number):
    fields = {"csrfmiddlewaretoken": _of_bar(desk)}

    assert desk.post(f"/desk/en/cancel-plan/{number}/", fields).status == 404


@pytest.mark.parametrize("page", [LIST, CHECK])
def test_the_same_is_said_in_welsh(desk, page):
    published("police-force", related=[{"relation": "related", "id": "grooming"}])
    planned("problem-profile")
    chosen = words("grooming")
    path = WELSH[page] + (chosen if page == CHECK else "")

    answer = desk.get(path)

    text = main(answer).text
    assert answer.status == 200
    assert "Cyhoeddi" in text
    for english in ("Publish", "Planned", "Nothing", "Entry"):
        assert english not in text


def test_a_document_leads_to_its_publication(desk):
    words("grooming")

    page = main(desk.get("/desk/en/document/entry/grooming/"))

    (link,) = page.every("a", class_="button")
    assert link.get("href") == f"{CHECK}entry/grooming/1"


def test_who_may_not_publish_is_told_so_at_the_document(looking):
    words("grooming")

    page = main(looking.get("/desk/en/document/entry/grooming/"))

    assert "Somebody else may publish it." in page.text


def test_a_time_that_is_over_is_refused_and_nothing_chosen_is_lost(desk):
    chosen = words("grooming")
    fields = {"day": "2020-01-01", "time": "10:00"}

    answer = desk.send(CHECK + chosen, fields, form=PLAN)

    page = main(answer)
    assert answer.status == 422
    assert "This time has passed." in page.one("div", role="alert").text
    assert page.one("input", id="day").get("value") == "2020-01-01"
    assert chosen in [one.get("value") for one in page.every("input", name="r")]


def test_a_plan_of_which_all_is_public_already_is_none(desk):
    planned("grooming")
    (row,) = Revision.objects.filter(key="grooming")
    publish_revisions(revisions=[row], actor=OPERATOR)

    assert "Nothing is planned." in main(desk.get(LIST)).text


@pytest.mark.parametrize(("hours", "is_said"), [(1, False), (24 * 400, True)])
def test_a_plan_for_after_the_sign_offs_says_so(desk, hours, is_said):
    published("grooming")
    row = approved(somebody("anna"), somebody("ben"), en="Another text.")
    at = timezone.now() + dt.timedelta(hours=hours)
    schedule_publication(revisions=[row], at=at, actor=OPERATOR)

    page = main(desk.get(LIST))

    assert ("The sign-offs do not hold for so long." in page.text) == is_said


def test_what_waits_leads_to_what_it_changes(desk):
    published("grooming")
    approved(somebody("anna"), somebody("ben"), en="Another text.")

    assert main(desk.get(LIST)).every("a", href="/desk/en/revision/entry/grooming/2/")
