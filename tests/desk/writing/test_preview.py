"""A draft is shown as readers would see it, and nobody else sees it."""

from __future__ import annotations

import orjson
import pytest

from glossary.document import DocumentKind, Name
from glossary.models import Event, Link, Publication
from glossary.publishing import publish_revisions
from glossary.review import begin_draft, save_draft, still_required, submit_draft
from tests.desk.writing.forms import SHORT, form, new, path_of
from tests.factories import published, topic
from tests.helplines import helpline
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


# Topics, helplines and sources


OTHERS = {
    "topic": {
        "id": "a-new-word",
        "languages": {
            "en": {"label": "A new topic", "description": "What it is."},
            "cy": {"label": "Pwnc newydd", "description": "Beth ydyw."},
        },
    },
    "source": {
        "id": "a-new-word",
        "kind": "document",
        "title": "A new report",
        "publisher": "The inspectors",
        "url": "https://report.example/",
        "lang": "en",
        "licence": "OGL-UK-3.0",
    },
    "helpline": helpline(
        id="a-new-word",
        languages={
            "en": {"name": "A new line", "brief": "people", "who_for": "For you."},
            "cy": {"name": "Llinell newydd", "brief": "pobl", "who_for": "I chi."},
        },
    ),
}
NAMES = {
    "topic": ("A new topic", "Pwnc newydd"),
    "source": ("A new report", "A new report"),
    "helpline": ("A new line", "Llinell newydd"),
}
PUBLIC = {
    "topic": "/en/topics/a-new-word/",
    "source": "/en/sources/a-new-word/",
    "helpline": "/en/help/",
}
KINDS = pytest.mark.parametrize("kind", OTHERS)


@KINDS
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_other_kinds_are_shown_in_each_language_too(desk, writer, kind, lang):
    revision = new(writer, kind, OTHERS[kind])
    start, other = (EN, CY) if lang == "en" else (CY, EN)

    answer = desk.get(path_of(revision, start))

    page = read(answer.text)
    assert answer.status == 200
    assert NAMES[kind][lang == "cy"] in page.one("main").text
    note = page.one("section", class_="note")
    assert note.one("a").get("href").endswith(f"/{kind}/a-new-word/")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    partners = {one.get("href") for one in page.every("a")}
    assert path_of(revision, other) in partners


@KINDS
def test_of_other_kinds_it_is_what_the_public_then_sees_too(desk, writer, site, kind):
    row = new(writer, kind, OTHERS[kind])
    promised = desk.get(path_of(row, EN)).text
    row = submit_draft(revision=row, actor=writer)
    ben = somebody("ben")
    for asked in still_required(row):
        signed(row, ben, asked)
    row.refresh_from_db()
    publish_revisions(revisions=[row], actor=somebody("cai"))

    public = site.get(PUBLIC[kind]).text

    assert read(promised).one("main").text == read(public).one("main").text


@KINDS
def test_of_other_kinds_what_is_typed_is_shown_and_nothing_is_written(
    desk, writer, kind
):
    revision = new(writer, kind, OTHERS[kind])
    fields = form(desk.get(path_of(revision)))
    (named,) = [one for one in fields if fields[one] == [NAMES[kind][0]]]
    counts = Event.objects.count(), Publication.objects.count(), Link.objects.count()

    answer = desk.post(path_of(revision, EN), {**fields, named: "Typed <now>."})

    assert "Typed <now>." in read(answer.text).one("main").text
    assert counts == (
        Event.objects.count(),
        Publication.objects.count(),
        Link.objects.count(),
    )


@KINDS
def test_each_page_about_a_draft_of_another_kind_leads_to_it(desk, writer, kind):
    revision = new(writer, kind, OTHERS[kind])
    path = path_of(revision, EN)

    assert read(desk.get(path_of(revision)).text).every(
        "section", **{"data-preview": path}
    )
    for page in ("document/{}/a-new-word/", "revision/{}/a-new-word/1/"):
        text = desk.get("/desk/en/" + page.format(kind)).text
        assert read(text).one("main").every("a", href=path)


@KINDS
def test_another_kind_that_is_not_finished_says_so(desk, writer, kind):
    revision = new(writer, kind, {"id": "a-new-word"})

    answer = desk.get(path_of(revision, EN))

    assert answer.status == 200
    assert read(answer.text).one("main").every("li")


@KINDS
def test_nobody_else_sees_another_kind(browse, site, writer, kind):
    revision = new(writer, kind, OTHERS[kind])

    assert browse().get(path_of(revision, EN)).status == 302
    assert site.get(path_of(revision, EN).removeprefix("/desk")).status == 404
    assert NAMES[kind][0] not in site.get("/en/help/").text


def test_a_topic_that_is_public_is_shown_with_its_entries(desk, writer):
    published("grooming")
    topic("police-data", en="Police data")
    english = {"label": "Of data", "description": "What it is."}
    start = {"id": "police-data", "languages": {"en": english}}
    name = Name(DocumentKind.TOPIC, "police-data")
    revision = begin_draft(name=name, actor=writer, start=start)

    page = read(desk.get(path_of(revision, EN)).text).one("main")

    assert page.one("h1").text == "Of data"
    assert page.every("a", href="/en/terms/grooming/")


def test_what_nobody_writes_here_has_no_preview(desk):
    published("grooming")

    assert desk.get(f"{EN}review/tests/1/").status == 404


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
