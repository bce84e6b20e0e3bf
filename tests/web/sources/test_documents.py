"""A public document's own text, added by an editor, with its words explained."""

import pytest
from django.core.management import CommandError, call_command

from glossary import reading
from glossary.document import DocumentKind, Name, SourceText
from glossary.document_texts import add_document_text
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Act, Action, Event, Publication, User
from glossary.public_form import read_shown
from glossary.publishing import publish_revisions, withdraw_unneeded
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    person,
    published,
    source,
)
from tests.web.html import read

pytestmark = pytest.mark.django_db

TEXT = "The force has a problem profile.\n\nThe problem profile is old."


def add(text=TEXT, source_id="report-2023", actor=OPERATOR):
    return add_document_text(source_id=source_id, text=text, actor=actor)


def test_the_document_is_shown_with_its_words_explained(site):
    source(title="A report")
    published()
    add()

    link = (
        read(site.get("/en/sources/report-2023/").text)
        .one("main")
        .one("a", class_="button")
    )
    page = read(site.get(link.get("href")).text)

    assert page.one("h1").text == "A report"
    assert page.one("div", class_="given").one("a").text == "problem profile"
    assert "Open Government Licence 3.0" in page.one("main").text
    assert page.one("ul", class_="items").one("h3").text == "problem profile"


def test_the_partner_is_the_same_document(site):
    source()
    published()
    add()

    page = read(site.get("/cy/dogfennau/report-2023/testun/").text)

    assert page.one("div", class_="given").lang == "en"
    (link,) = page.one("nav", class_="tongues").every("a")
    assert link.get("href") == "/en/sources/report-2023/text/"


def test_without_a_text_there_is_no_such_page(site):
    source()
    published()

    assert (
        not read(site.get("/en/sources/report-2023/").text)
        .one("main")
        .every("a", class_="button")
    )
    assert site.get("/en/sources/report-2023/text/").status == 404


def test_a_text_is_not_shown_under_a_licence_that_has_changed(site):
    source()
    published()
    add()
    source(licence="all-rights-reserved")

    page = read(site.get("/en/sources/report-2023/").text).one("main")
    assert not page.every("a", class_="button")
    assert site.get("/en/sources/report-2023/text/").status == 404


@pytest.mark.parametrize("licence", ["OGL-UK-3.0", "OPL"])
def test_an_open_licence_allows_it(licence):
    source(licence=licence)

    row = add()

    assert read_shown(SourceText, row.body).text == TEXT
    event = Event.objects.get(kind=DocumentKind.TEXT)
    assert (event.action, event.publication) == (Action.PUBLISHED, row)
    assert event.actor_name == OPERATOR.name


@pytest.mark.parametrize("licence", ["all-rights-reserved", "CC-BY-4.0", None])
def test_any_other_licence_does_not(licence):
    source(licence=licence)

    with pytest.raises(StateError):
        add()


@pytest.mark.parametrize(
    "text", ["", " \n", "x" * 1_000_001], ids=["empty", "blank", "long"]
)
def test_a_text_has_a_length(text):
    source()

    with pytest.raises(StateError):
        add(text)


def test_there_must_be_such_a_source():
    with pytest.raises(NotFoundError):
        add(source_id="nothing")


def test_not_everybody_may_add_one():
    source()

    with pytest.raises(PermissionDeniedError):
        add(actor=User.objects.create_user("somebody"))


def test_whoever_may_add_one_publishes_it_and_nothing_else():
    source()
    somebody = person(Act.ADD_DOCUMENT_TEXTS)

    assert add(actor=somebody).kind == DocumentKind.TEXT
    revisions = [approved_revision(document("grooming"))]
    with pytest.raises(PermissionDeniedError):
        publish_revisions(revisions=revisions, actor=somebody)


def test_a_text_that_was_withdrawn_does_not_come_back_by_itself():
    source()
    add()
    name = Name(DocumentKind.TEXT, "report-2023")
    withdraw_unneeded(names=[name], actor=OPERATOR)

    with pytest.raises(StateError, match="restored"):
        add()


def test_a_second_text_takes_the_place_of_the_first(site):
    source()
    add()
    add("Another.")

    (row,) = Publication.objects.of_kind(DocumentKind.TEXT).readable()
    assert read_shown(SourceText, row.body).text == "Another."
    page = read(site.get("/en/sources/report-2023/text/").text)
    assert page.one("div", class_="given").text == "Another."


def test_pages_that_are_held_are_of_the_version_before():
    source()
    add()
    before = reading.version()

    add("Another.")

    assert reading.version() == before + 1


def test_the_command_reads_a_file(tmp_path, capsys):
    source()
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")

    call_command("add_document_text", "report-2023", str(path))

    assert capsys.readouterr().out == f"report-2023: {len(TEXT)} characters\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", None), ("a.txt", b""), ("a.exe", b"x"), ("other.txt", b"No source.")],
    ids=["no-file", "empty", "kind", "no-source"],
)
def test_the_command_says_what_is_wrong(tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(CommandError):
        call_command("add_document_text", "report-2023", str(path))
