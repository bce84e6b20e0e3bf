"""All documents are found at the desk, and each says where it stands."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.utils import timezone

from glossary.closed_lists import ErasureReason
from glossary.desk.parts.titles import title_of
from glossary.document import DocumentKind, Name
from glossary.models import Act, Revision
from glossary.publishing import erase_alone, merge_entries, schedule_publication
from glossary.review import abandon_draft, begin_draft, still_required
from tests.desk.conftest import PASSWORD
from tests.factories import (
    OPERATOR,
    entry_data,
    named,
    person,
    published,
    topic,
    withdrawn,
)
from tests.publishing.erasing import erased
from tests.review.writing import approved, signed, somebody
from tests.web.html import read

pytestmark = pytest.mark.django_db
LIST, ONE = "/desk/en/documents/", "/desk/en/document/entry/grooming/"


@pytest.fixture
def writer(db):
    return person("write_en", "write_cy", name="wen", password=PASSWORD)


@pytest.fixture
def desk(browse, writer):
    browser = browse()
    browser.sign_in("wen", PASSWORD)
    return browser


def names(answer):
    return [one.text for one in read(answer.text).one("main").every("code")]


def draft_of_something_new(writer):
    data = entry_data("a-new-word")
    name = Name(DocumentKind.ENTRY, "a-new-word")
    return begin_draft(name=name, actor=writer, start=data)


@pytest.mark.parametrize("code", DocumentKind)
def test_each_kind_has_its_list(desk, code):
    answer = desk.get(f"{LIST}?kind={code}")

    page = read(answer.text)
    (here,) = page.one("main").every("a", **{"aria-current": "page"})
    assert (answer.status, here.get("href")) == (200, f"?kind={code}")
    assert "There is nothing like that." in page.one("main").text


def test_what_nobody_can_read_yet_is_in_the_list(desk, writer):
    published("grooming")
    draft_of_something_new(writer)

    page = read(desk.get(LIST).text)

    assert names(desk.get(LIST)) == ["a-new-word", "grooming"]
    said = [one.text for one in page.one("main").every("p", class_="hint")]
    assert said == ["Not public yet · Somebody works on it", "Public"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("grooming", ["grooming"]),
        ("meithrin", ["grooming"]),
        ("groming", ["grooming"]),
        ("new", ["a-new-word"]),
        ("New Word means", ["a-new-word"]),
        ("zzzz", []),
    ],
)
def test_documents_are_found_by_what_they_are_called(desk, writer, words, found):
    published("grooming")
    draft_of_something_new(writer)

    assert names(_found(desk, words)) == found


def _found(desk, words):
    return desk.get(f"{LIST}?kind=entry&q={words.replace(' ', '+')}")


def test_a_topic_is_found_by_what_it_says(desk):
    topic("police-data", en="Police data")

    assert names(desk.get(f"{LIST}?kind=topic&q=Police+data")) == ["police-data"]


def test_long_lists_come_in_parts(desk, writer):
    for number in range(51):
        name = Name(DocumentKind.ENTRY, f"word-{number:02}")
        begin_draft(name=name, actor=writer, start={})

    assert len(names(desk.get(LIST))) == 50
    assert names(desk.get(f"{LIST}?page=2")) == ["word-50"]
    assert desk.get(f"{LIST}?page=3").status == 404


def test_a_document_says_what_readers_see(desk):
    published("grooming")

    page = read(desk.get(ONE).text)

    assert page.one("h1").text == "grooming"
    assert page.one("main").every("a", href="/en/terms/grooming/")
    assert "Nobody works on it." in page.one("main").text


def test_what_is_withdrawn_says_so(desk):
    published("grooming")
    withdrawn("grooming")

    text = read(desk.get(ONE).text).one("main").text

    assert "Withdrawn: " in text
    assert "See the page" not in text


def test_a_draft_is_begun_with_one_button(desk):
    published("grooming")

    answer = desk.send(ONE, {}, form="/desk/en/begin/entry/grooming/")

    form = "/desk/en/write/entry/grooming/2/"
    assert (answer.status, answer.headers["location"]) == (302, form)
    assert "The draft is begun." in read(desk.get(form).text).one("main").text
    page = read(desk.get(ONE).text).one("main")
    assert not page.every("form", action="/desk/en/begin/entry/grooming/")
    assert Revision.objects.filter(key="grooming", state="draft").count() == 1


def test_a_second_draft_is_not_begun(desk, writer):
    published("grooming")
    page = read(desk.get(ONE).text)
    token = page.one("main").every("input", type="hidden")[0].get("value")
    begin_draft(name=named("grooming"), actor=writer)

    desk.post("/desk/en/begin/entry/grooming/", {"csrfmiddlewaretoken": token})

    note = read(desk.get(ONE).text).one("p", class_="note")
    assert note.get("role") == "alert"
    assert "has a draft already" in note.text


def test_who_writes_nothing_begins_nothing(editor):
    published("grooming")
    token = read(editor.get(ONE).text).every("input", type="hidden")[0].get("value")

    assert not read(editor.get(ONE).text).one("main").every("form")
    answer = editor.post(
        "/desk/en/begin/entry/grooming/", {"csrfmiddlewaretoken": token}
    )

    assert answer.status == 403
    assert "You may not write this." in answer.text
    assert not Revision.objects.filter(state="draft").exists()


@pytest.mark.parametrize(
    "path", ["entry/nothing/", "entries/grooming/", "entry/GROOMING/"]
)
def test_what_is_not_there_has_no_page(desk, path):
    published("grooming")

    assert desk.get(f"/desk/en/document/{path}").status == 404


def test_a_title_is_text_and_has_its_language(desk, writer):
    start = {"languages": {"cy": {"terms": [{"text": "<b>gair</b>"}]}}}
    begin_draft(name=Name(DocumentKind.ENTRY, "gair"), actor=writer, start=start)

    (link,) = read(desk.get(LIST).text).one("main").every("a", lang="cy")

    assert link.text == "<b>gair</b>"


@pytest.mark.parametrize(
    "start", [{}, {"languages": 3}, {"languages": {"en": {"terms": [7]}}}]
)
def test_a_draft_without_a_name_goes_by_its_key(desk, writer, start):
    begin_draft(name=Name(DocumentKind.ENTRY, "gair"), actor=writer, start=start)

    assert read(desk.get("/desk/en/document/entry/gair/").text).one("h1").text == "gair"


def said_of_work(answer):
    """Return what the page of a document says of readers, and of work on it."""
    sections = read(answer.text).one("main").every("section")
    return [" ".join(one.text for one in row.every("p")) for row in sections[:2]]


def versions(answer):
    rows = read(answer.text).one("main").one("ol").every("a")
    return [one.text for one in rows]


def test_what_is_approved_and_not_public_waits_for_somebody_who_publishes(desk):
    published("grooming")
    approved(somebody("anna"), somebody("ben"), en="Another text.")

    answer = desk.get(ONE)

    assert (
        "Approved. It waits for somebody who publishes it." in said_of_work(answer)[1]
    )
    assert versions(answer) == ["2: Approved", "1: Readers see this now"]


def test_what_was_approved_before_it_was_withdrawn_waits_for_sign_offs(desk):
    published("grooming")
    ben = somebody("ben")
    row = approved(somebody("anna"), ben, en="Another text.")
    withdrawn("grooming")

    said = said_of_work(desk.get(ONE))[1]
    assert "It has to be signed off again" in said
    assert "It can be brought back." not in said

    signed_again(row, ben)
    assert "It can be brought back." in said_of_work(desk.get(ONE))[1]


def signed_again(row, reviewer):
    for asked in still_required(row):
        row = signed(row, reviewer, asked)


def test_it_says_for_when_it_is_planned(desk):
    published("grooming")
    row = approved(somebody("anna"), somebody("ben"), en="Another text.")
    at = timezone.now() + dt.timedelta(days=2)
    schedule_publication(revisions=[row], at=at, actor=OPERATOR)

    assert "Planned for: " in said_of_work(desk.get(ONE))[1]


def test_what_is_erased_says_so_and_is_not_brought_back(desk, settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    published("grooming")
    withdrawn("grooming")
    erase_alone(
        name=named("grooming"),
        reason=ErasureReason.NOT_OURS,
        actor=person(Act.ERASE, name="eve"),
    )

    answer = desk.get(ONE)

    assert said_of_work(answer)[0] == "Nothing: its text is erased for ever."
    assert versions(answer) == ["1: Erased for ever"]
    assert "/restore/" not in answer.text
    one = read(desk.get("/desk/en/revision/entry/grooming/1/").text).one("main").text
    assert "Its text is gone, for everybody and for ever." in one
    assert "readers see nothing of it yet" not in one
    listed = read(desk.get(LIST).text).one("main").every("p", class_="hint")
    assert [one.text for one in listed] == ["Erased for ever"]


def offered(answer):
    """Return what can be done by the page, as the words of its links and buttons."""
    (work,) = read(answer.text).every("section", **{"aria-labelledby": "work"})
    return [one.one("a" if one.every("a") else "button").text for one in ways(work)]


def ways(work):
    return [one for row in work.every("ul", class_="ways") for one in row.every("li")]


def erase(*numbers):
    erase_alone(
        name=named("grooming"),
        reason=ErasureReason.NOT_OURS,
        actor=person(Act.ERASE, name="eve"),
        revisions=numbers,
    )


def test_what_is_erased_is_written_anew_under_its_key(desk, settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    published("grooming")
    withdrawn("grooming")
    erase()
    assert offered(desk.get(ONE)) == ["Write it anew", "History"]

    (way,) = read(desk.get(ONE).text).every("a", class_="button")[:1]
    page = way.get("href")
    assert read(desk.get(page).text).one("input", id="key").get("value") == "grooming"
    fields = {"name": "grooming", "lang": "en", "source": "report-2023"}
    answer = desk.send(
        page, {**fields, "key": "grooming"}, to="/desk/en/new/?kind=entry"
    )

    assert answer.headers["location"] == "/desk/en/write/entry/grooming/2/"


def test_so_is_a_draft_that_readers_never_saw(desk, writer, settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    abandon_draft(
        revision=begin_draft(name=named("grooming"), actor=writer, start={}),
        actor=writer,
    )
    erase()

    assert offered(desk.get(ONE)) == ["Write it anew"]


def test_where_an_earlier_text_is_still_here_a_draft_begins_with_that(
    desk, settings, tmp_path
):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    published("grooming")
    published("grooming", kind="data")
    published("grooming", as_at="2025-01-01")
    withdrawn("grooming")
    erase(2, 3)

    begin = "Begin with the text of version 1"
    assert offered(desk.get(ONE)) == [begin, "History", "Earlier texts"]
    page = read(desk.get("/desk/en/earlier/entry/grooming/").text).one("main")
    assert [one.get("action") for one in page.every("form")] == [
        "/desk/en/go-back/entry/grooming/1/"
    ]


def test_nobody_begins_with_a_text_that_says_what_is_public(desk, writer):
    published("grooming")
    abandon_draft(
        revision=begin_draft(name=named("grooming"), actor=writer), actor=writer
    )

    assert "Begin with the text of version 2" not in offered(desk.get(ONE))


def test_nobody_writes_under_a_key_that_stands_for_one_that_was_erased(
    desk, settings, tmp_path
):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    published("grooming")
    people = [person(Act.ERASE, name=one) for one in ("eve", "ivor")]
    done = erased(*people, with_key=True)

    answer = desk.get(f"/desk/en/document/entry/{done.new_key}/")

    assert offered(answer) == ["History"]


def test_nobody_writes_what_was_merged(desk):
    published("police-force")
    published("grooming", kind="data")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    merge_entries(away=["grooming"], keep="police-force", actor=OPERATOR)

    assert offered(desk.get(ONE)) == ["History"]
    page = read(desk.get("/desk/en/earlier/entry/grooming/").text).one("main")
    assert not page.every("form")


def test_what_was_merged_leads_to_the_other_entry_here_too(desk):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    merge_entries(away=["grooming"], keep="police-force", actor=OPERATOR)

    answer = desk.get(ONE)

    into = "/desk/en/document/entry/police-force/"
    assert read(answer.text).one("main").every("a", href=into)
    assert said_of_work(answer)[0] == (
        "Its pages lead to another entry, for ever: police force"
    )
    assert "/restore/" not in answer.text


@pytest.mark.parametrize(
    ("kind", "section", "lang"),
    [
        ("entry", {"terms": [{"text": "POLIT"}]}, "cy"),
        (
            "entry",
            {"terms": [{"text": "POLIT", "provenance": {"status": "kept-in-english"}}]},
            "en",
        ),
        ("entry", {"terms": [{"text": "POLIT", "provenance": "none"}]}, "cy"),
        ("helpline", {"name": "POLIT", "name_lang": "en"}, "en"),
        ("helpline", {"name": "POLIT", "name_lang": ["en"]}, "cy"),
        ("topic", {"label": "POLIT"}, "cy"),
    ],
)
def test_a_name_that_stays_in_another_language_says_so(kind, section, lang):
    text = json.dumps({"languages": {"cy": section}})

    assert title_of(DocumentKind(kind), "polit", text, "cy") == ("POLIT", lang)
