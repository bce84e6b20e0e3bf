"""Somebody takes an entry from the public from the command line, and brings it back."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from glossary.document import HelplineDocument, SourceText, parse_shape
from glossary.models import Event, Publication
from tests.factories import (
    approved_revision,
    document,
    on_show,
    published,
    record,
    source,
    topic,
    withdrawn,
)
from tests.helplines import helpline
from tests.transfer.edits import current

pytestmark = pytest.mark.django_db
REASON = "--reason=published-by-mistake"


def now_public():
    return current("entry/problem-profile")


def test_it_is_gone_for_the_reason_that_was_given(run, site):
    number = published().sequence + 1

    said = run("withdraw", "problem-profile", REASON)

    assert said == (
        f"Withdrawn: problem-profile (sequence {number}). Entries that showed it: 0.\n"
    )
    answer = site.get("/api/v1/entries/problem-profile/")
    assert answer.status == 410
    assert answer.json["tombstone"]["reason"] == "published-by-mistake"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/terms/problem-profile/", "It was out of date."),
        ("/cy/termau/proffil-problem/", "Roedd wedi dyddio."),
    ],
)
def test_readers_are_told_why_in_their_language(run, site, path, said):
    published()

    run("withdraw", "problem-profile", "--reason=out-of-date")

    assert f"<p>{said}</p>" in site.get(path).text


def test_readers_are_led_to_what_takes_its_place_and_a_comment_is_not_for_them(
    run, site
):
    published()
    published("grooming")

    run(
        "withdraw",
        "problem-profile",
        "--reason=replaced",
        "--instead=grooming",
        "--comment=Anna asked.",
    )

    answer = site.get("/api/v1/entries/problem-profile/")
    assert answer.json["tombstone"]["replaced_by"] == ["grooming"]
    assert "Anna asked." not in answer.text + now_public().body
    assert now_public().comment == "Anna asked."


def test_entries_that_showed_it_are_counted(run):
    published()
    related = [{"relation": "related", "id": "problem-profile"}]
    published("grooming", related=related)

    assert "Entries that showed it: 1." in run("withdraw", "problem-profile", REASON)
    assert "Entries that show it again: 1." in run("restore", "problem-profile")


def test_it_comes_back(run):
    published()
    number = withdrawn().sequence + 1

    said = run("restore", "problem-profile")

    assert f"Restored: problem-profile (sequence {number}, revision 1)." in said
    assert now_public().change == "restored"
    assert (now_public().note, now_public().note_lang) == ("", "")


def test_who_typed_it_is_recorded(run, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "mari")
    published()

    run("withdraw", "problem-profile", REASON)
    run("restore", "problem-profile")

    events = Event.objects.filter(actor_name="mari").order_by("id")
    assert [event.action for event in events] == ["withdrawn", "restored"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["withdraw", "nothing", REASON], "Nothing was", id="unknown"),
        pytest.param(["withdraw", "grooming", REASON], "already", id="withdrawn"),
        pytest.param(
            ["withdraw", "problem-profile", "--reason=because"],
            "invalid choice",
            id="no-such-reason",
        ),
        pytest.param(
            ["withdraw", "problem-profile", REASON, "--instead=grooming"],
            "“entry/grooming” is not public",
            id="nothing-there-instead",
        ),
        pytest.param(
            ["withdraw", "problem-profile", "--reason=replaced"],
            "which entry",
            id="replaced-by-nothing",
        ),
        pytest.param(["restore", "nothing"], "Nothing was", id="restore-unknown"),
        pytest.param(["restore", "problem-profile"], "not withdrawn", id="public"),
        pytest.param(
            ["withdraw", "chief-constable", REASON], "Nothing was", id="never-public"
        ),
        pytest.param(
            ["withdraw", "topic/nothing", REASON], "Nothing was", id="unknown-topic"
        ),
        pytest.param(["withdraw", "word/x", REASON], "not the name", id="no-such-kind"),
        pytest.param(["restore", "word/x"], "not the name", id="restore-no-such-kind"),
        pytest.param(["withdraw", "\udcff", REASON], "not the name", id="no-text"),
        pytest.param(
            ["withdraw", "source/report-2023", REASON],
            "still needs this, so it stays: source/report-2023",
            id="needed",
        ),
        pytest.param(
            ["withdraw", "review/tests", REASON],
            "still needs this, so it stays: review/tests",
            id="review-on-record",
        ),
        pytest.param(["restore", "source/report-2023"], "not withdrawn", id="source"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(run, arguments, sentence):
    published()
    published("grooming")
    withdrawn("grooming")
    approved_revision(document("chief-constable"))
    before = Publication.objects.count()

    with pytest.raises(CommandError, match=sentence) as caught:
        run(*arguments)

    assert caught.value.returncode == 1
    assert Publication.objects.count() == before


@pytest.mark.parametrize(
    "arguments", [["problem-profile"], ["problem-profile", "--reason=It was wrong."]]
)
def test_what_is_not_given_is_asked_for(arguments):
    with pytest.raises(CommandError, match=r"--reason|invalid choice"):
        call_command("withdraw", *arguments)


def test_a_database_that_cannot_be_used_gets_a_sentence(monkeypatch):
    def broken(**_):
        raise OperationalError("no such table: glossary_dataset\nLINE 1")

    monkeypatch.setattr("glossary.management.commands.restore.restore_document", broken)

    with pytest.raises(CommandError) as caught:
        call_command("restore", "problem-profile")

    assert str(caught.value) == (
        "The database cannot be used (no such table: glossary_dataset). "
        "Where it is new or of an earlier release: manage.py migrate"
    )


def test_what_a_release_makes_otherwise_is_published_again(run):
    published()
    number = published("grooming").sequence + 1
    Publication.objects.of(["grooming"]).update(index="{}")

    assert run("republish") == "Publications: 1\n"
    assert run("republish") == "Publications: 0\n"
    body = json.loads(Publication.objects.get(sequence=number).body)
    assert (body["id"], body["sequence"]) == ("grooming", number)


def test_every_kind_is_published_again_where_its_form_is_an_earlier_one(run):
    published()
    on_show(parse_shape(HelplineDocument, helpline()))
    topic("police-data", en="Police data")
    withdrawn("problem-profile")
    Publication.objects.update(format=0)

    assert run("republish") == "Publications: 4\n"
    assert run("republish") == "Publications: 0\n"
    again = Publication.objects.current().filter(change="refreshed")
    assert {row.kind for row in again} == {"review", "source", "topic", "helpline"}


KINDS = [
    pytest.param("topic/police-data", id="topic"),
    pytest.param("helpline/a-line", id="helpline"),
    pytest.param("source/report-2023", id="source"),
    pytest.param("text/report-2023", id="text"),
    pytest.param("review/alone", id="review"),
]


@pytest.fixture
def everything():
    """One document of each kind that nothing needs, or that only its text needs."""
    source()
    on_show(SourceText(source="report-2023", text="Its text."))
    on_show(parse_shape(HelplineDocument, helpline()))
    topic("police-data", en="Police data")
    record("alone")


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.usefixtures("everything")
def test_whatever_is_public_is_withdrawn_and_restored_by_its_name(run, name):
    if name == "source/report-2023":
        run("withdraw", "text/report-2023", REASON)

    said = run("withdraw", name, REASON)

    row = current(name)
    assert said == (
        f"Withdrawn: {name} (sequence {row.sequence}). Entries that showed it: 0.\n"
    )
    assert (row.change, row.reason) == ("withdrawn", "published-by-mistake")
    run("restore", name)
    assert current(name).change == "restored"
    events = Event.objects.filter(kind=row.kind, key=row.key).order_by("id")
    assert [event.action for event in events] == ["published", "withdrawn", "restored"]


def test_an_entry_can_be_named_in_full(run):
    published()

    assert "Withdrawn: entry/problem-profile" in run(
        "withdraw", "entry/problem-profile", REASON
    )
    assert now_public().change == "withdrawn"


def test_what_is_needed_no_more_can_go(run):
    published()
    withdrawn()

    run("withdraw", "source/report-2023", REASON)
    with pytest.raises(CommandError, match="“source/report-2023” is not public"):
        run("restore", "problem-profile")
    run("restore", "source/report-2023")
    run("restore", "problem-profile")

    assert now_public().change == "restored"
