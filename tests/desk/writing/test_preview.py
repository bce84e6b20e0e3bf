"""A draft is shown as readers would see it, and nobody else sees it."""

from __future__ import annotations

import orjson
import pytest

from glossary.models import Event, Link, Publication
from glossary.publishing import publish_revisions
from glossary.review import save_draft, submit_draft
from tests.desk.writing.forms import SHORT, form, new, path_of
from tests.factories import published, topic
from tests.review.writing import ENGLISH, signed, somebody
from tests.web.html import read

pytestmark = pytest.mark.django_db
EN, CY = "/desk/en/preview/", "/desk/cy/rhagolwg/"


def saved(draft, writer, **texts):
    data = orjson.loads(draft.document)
    data["languages"]["en"].update(texts)
    return save_draft(revision=draft, document=data, seen=draft.digest, actor=writer)


@pytest.mark.parametrize(
    ("start", "name", "note"),
    [
        (EN, "grooming", "This is a draft, and no reader sees it."),
        (CY, "meithrin perthynas amhriodol", "Drafft yw hwn"),
    ],
)
def test_a_draft_is_shown_in_each_language(desk, draft, start, name, note):
    answer = desk.get(path_of(draft, start))

    page = read(answer.text)
    assert answer.status == 200
    assert page.one("h1").text == name
    assert note in page.one("section", class_="note").text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    partners = {one.get("href") for one in page.every("a")}
    assert path_of(draft, EN if start == CY else CY) in partners


def test_it_is_what_the_public_then_sees(desk, draft, writer, site):
    published("chief-constable")
    topic("police-data", en="Police data", cy="Data")
    explanation = "A [chief](entry:chief-constable) is not meant."
    row = saved(draft, writer, short="Another text.", explanation=explanation)
    before = desk.get(path_of(draft, EN)).text
    row = submit_draft(revision=row, actor=writer)
    signed(row, somebody("ben"), ENGLISH)
    promised = desk.get(path_of(draft, EN)).text
    row.refresh_from_db()
    publish_revisions(revisions=[row], actor=somebody("cai"))

    public = site.get("/en/terms/grooming/").text

    lead = ["entry-lead", "entry-text", "entry-side"]
    for part in lead:
        shown = read(promised).one("div", class_=part).text
        assert shown == read(public).one("div", class_=part).text
    text = read(before).one("div", class_="entry-text")
    assert text.every("a", href="/en/terms/chief-constable/")


def test_what_is_not_saved_yet_is_shown_and_nothing_is_written(desk, draft):
    fields = form(desk.get(path_of(draft)))
    counts = Event.objects.count(), Publication.objects.count(), Link.objects.count()

    answer = desk.post(path_of(draft, EN), {**fields, SHORT: "Typed <now>."})

    assert read(answer.text).one("p", class_="short").text == "Typed <now>."
    assert counts == (
        Event.objects.count(),
        Publication.objects.count(),
        Link.objects.count(),
    )


def test_something_new_is_shown_before_anything_of_it_is_public(desk, writer):
    published("grooming")  # and the source
    revision = new(writer)

    answer = desk.get(path_of(revision, EN))

    assert read(answer.text).one("h1").text == "a new word"


def test_what_is_not_finished_says_what_is_to_be_filled_in(desk, writer):
    revision = new(writer, start={"id": "a-new-word"})

    answer = desk.get(path_of(revision, CY))

    page = read(answer.text)
    assert "Does dim tudalen eto" in page.one("main").text
    assert "Topics" not in page.one("main").text
    assert len(page.one("main").every("li")) > 4


def test_other_kinds_have_no_page_of_their_own(desk, writer):
    start = {
        "id": "a-new-word",
        "languages": {"en": {"label": "a", "description": "b"}},
    }
    revision = new(writer, "topic", start)

    assert desk.get(path_of(revision, EN)).status == 404


def test_nobody_else_sees_it(browse, site, draft):
    assert browse().get(path_of(draft, EN)).status == 302
    assert site.get(f"/en/preview/entry/grooming/{draft.number}/").status == 404


def test_a_text_that_is_said_to_be_untouched_is_not_shown_as_behind(desk, draft):
    fields = form(desk.get(path_of(draft)))
    typed = {**fields, SHORT: "A comma, only."}

    behind = desk.post(path_of(draft, CY), typed).text
    current = desk.post(path_of(draft, CY), {**typed, "untouched": "cy"}).text

    leads = [
        read(one).one("div", class_="entry-lead").text for one in (behind, current)
    ]
    assert leads[0] != leads[1]
    assert len(leads[0]) > len(leads[1])
