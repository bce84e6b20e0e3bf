"""Others are asked, at the desk, to go through what is public as it is."""

from __future__ import annotations

import pytest

from glossary.models import Publication, Revision, RevisionState
from glossary.publishing import publish_revisions
from glossary.review import begin_draft
from tests.factories import entry_data, named, published, topic, withdrawn
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

ONE = "/desk/en/document/entry/grooming/"
ASK = "/desk/en/begin-check/entry/grooming/"
PAGE = "/desk/en/revision/entry/grooming/2/"


def main(browser, page=ONE):
    return read(browser.get(page).text).one("main")


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("wen", True),
        ("rob", True),
        ("eira", True),
        ("mel", True),
        ("pat", False),
        ("noor", False),
    ],
)
def test_who_writes_or_reviews_is_offered_it(at_desk, name, offered):
    published("grooming")

    assert bool(main(at_desk(name)).every("form", action=ASK)) == offered


@pytest.mark.parametrize("case", ["withdrawn", "a draft", "a topic"])
def test_it_is_offered_only_where_it_can_be_done(at_desk, who, case):
    published("grooming")
    page = ONE
    if case == "withdrawn":
        withdrawn("grooming")
    elif case == "a draft":
        begin_draft(name=named("grooming"), actor=who("wen"))
    else:
        topic("police-data", en="Data")
        page = "/desk/en/document/topic/police-data/"

    assert "Ask for a check" not in main(at_desk("rob"), page).text


def test_a_draft_in_which_nothing_is_changed_yet_is_no_check(at_desk, who):
    published("grooming")
    begin_draft(name=named("grooming"), actor=who("wen"))

    page = main(at_desk("rob"), PAGE)

    assert "Nothing is changed in it yet." in page.text
    assert "This is a check" not in page.text


def test_the_whole_way_of_a_check(at_desk, who):
    published("grooming")
    wen, rob = at_desk("wen"), at_desk("rob")

    answer = wen.send(ONE, {}, form=ASK)

    assert answer.headers["location"] == ONE
    assert "Others are asked to go through the text as it is." in main(wen).text
    page = main(wen, PAGE)
    assert "This is a check" in page.text
    assert "Who asked: wen." in page.text
    assert "No word is otherwise." in page.text
    page = main(rob, PAGE)
    assert "One sign-off is enough" in page.text
    assert "Sign it off only if you had no part in the text" in page.text
    _sign(rob, page)
    assert Revision.objects.latest("pk").state == RevisionState.APPROVED
    revision = Revision.objects.latest("pk")
    (row,) = publish_revisions(revisions=[revision], actor=who("pat"))
    assert Publication.objects.get(pk=row.pk).change == "checked"


def _sign(desk, page):
    form = page.every("form")[0]
    fields = {one.get("name"): one.get("value") for one in form.every("input")}
    desk.post(form.get("action"), fields)


def test_who_may_not_ask_is_refused(at_desk):
    published("grooming")
    desk = at_desk("pat")
    token = read(desk.get(ONE).text).every("input", type="hidden")[0].get("value")

    answer = desk.post(ASK, {"csrfmiddlewaretoken": token})

    assert answer.status == 403
    assert "You may not ask for a check." in answer.text
    assert Revision.objects.filter(key="grooming").count() == 1


def test_asking_is_no_link(at_desk):
    published("grooming")

    assert at_desk("wen").get(ASK).status == 405


def test_a_check_is_welsh_in_welsh(at_desk):
    published("grooming")
    at_desk("wen").send(ONE, {}, form=ASK)

    for name in ("wen", "rob"):
        desk = at_desk(name)
        desk.get(ONE)  # which says, in English, when they last signed in
        answer = desk.get("/desk/cy/fersiwn/entry/grooming/2/")
        assert not leaks(read(answer.text), welsh())


def test_all_of_what_is_checked_is_read_and_gone_through(at_desk):
    sections = entry_data("grooming")["languages"]
    sections["en"]["short"] = "The nominal was actioned going forward."
    published("grooming", languages=sections)
    at_desk("wen").send(ONE, {}, form=ASK)

    page = main(at_desk("rob"), PAGE)

    (whole,) = [one for one in page.every("details") if "open" in one.attributes]
    assert "The nominal was actioned" in whole.text
    (found,) = page.every("section", **{"aria-labelledby": "found"})
    assert "English, Short meaning" in found.text
