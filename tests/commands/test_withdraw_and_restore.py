"""Somebody takes an entry from the public from the command line, and brings it back."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from glossary.models import Event, Publication
from tests.factories import approved_revision, document, published, withdrawn

pytestmark = pytest.mark.django_db
REASON = "--reason=It named somebody."


def current():
    return Publication.objects.current().get(entry="problem-profile")


def test_it_is_gone_for_the_reason_that_was_given(run, site):
    published()

    said = run("withdraw", "problem-profile", REASON)

    assert (
        said == "Withdrawn: problem-profile (sequence 2). Entries that showed it: 0.\n"
    )
    answer = site.get("/api/v1/entries/problem-profile/")
    assert answer.status == 410
    reason = {"text": "It named somebody.", "lang": "en"}
    assert answer.json["tombstone"]["reason"] == reason


@pytest.mark.parametrize(("lang", "marked"), [("cy", False), ("en", True)])
def test_the_page_says_in_which_language_the_reason_is(run, site, lang, marked):
    published()

    run("withdraw", "problem-profile", "--reason=Rheswm.", f"--lang={lang}")

    page = site.get("/cy/termau/proffil-problem/").text
    assert ('<p lang="en">Rheswm.</p>' in page) == marked
    assert "Rheswm." in page


def test_entries_that_showed_it_are_counted(run):
    published()
    related = [{"relation": "related", "id": "problem-profile"}]
    published("grooming", related=related)

    assert "Entries that showed it: 1." in run("withdraw", "problem-profile", REASON)
    assert "Entries that show it again: 1." in run("restore", "problem-profile")


def test_it_comes_back(run):
    published()
    withdrawn()

    said = run("restore", "problem-profile")

    assert "Restored: problem-profile (sequence 3, revision 1)." in said
    assert current().kind == "restored"
    assert (current().note, current().note_lang) == ("", "")


def test_readers_may_be_told_why_it_came_back(run, site):
    published()
    withdrawn()

    run("restore", "problem-profile", "--note=Cafodd ei gywiro.", "--lang=cy")

    history = site.get("/api/v1/entries/problem-profile/history/").json
    newest = history["items"][0]
    assert newest["note"] == {"text": "Cafodd ei gywiro.", "lang": "cy"}
    page = site.get("/en/terms/problem-profile/").text
    assert '<span lang="cy">Cafodd ei gywiro.</span>' in page


def test_who_typed_it_is_recorded(run, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "mari")
    published()

    run("withdraw", "problem-profile", REASON)
    run("restore", "problem-profile")

    events = Event.objects.filter(actor_name="mari").order_by("id")
    assert [event.action for event in events] == ["entry-withdrawn", "entry-restored"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["withdraw", "nothing", REASON], "Nothing was", id="unknown"),
        pytest.param(["withdraw", "grooming", REASON], "already", id="withdrawn"),
        pytest.param(
            ["withdraw", "problem-profile", "--reason= "],
            "Give a reason",
            id="no-reason",
        ),
        pytest.param(["restore", "nothing"], "Nothing was", id="restore-unknown"),
        pytest.param(["restore", "problem-profile"], "not withdrawn", id="public"),
        pytest.param(
            ["withdraw", "chief-constable", REASON], "Nothing was", id="never-public"
        ),
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
    "arguments", [["problem-profile"], ["problem-profile", "--lang=fr"]]
)
def test_what_is_not_given_is_asked_for(arguments):
    with pytest.raises(CommandError, match=r"--reason|invalid choice"):
        call_command("withdraw", *arguments)


def test_a_database_that_cannot_be_used_gets_a_sentence(monkeypatch):
    def broken(**_):
        raise OperationalError("no such table: glossary_dataset\nLINE 1")

    monkeypatch.setattr("glossary.management.commands.restore.restore_entry", broken)

    with pytest.raises(CommandError) as caught:
        call_command("restore", "problem-profile")

    assert str(caught.value) == (
        "The database cannot be used (no such table: glossary_dataset). "
        "Where it is new or of an earlier release: manage.py migrate"
    )


def test_what_a_release_makes_otherwise_is_published_again(run):
    published()
    published("grooming")
    Publication.objects.filter(entry_id="grooming").update(index="{}")

    assert run("republish") == "Publications: 1\n"
    assert run("republish") == "Publications: 0\n"
    body = json.loads(Publication.objects.get(sequence=3).body)
    assert (body["id"], body["sequence"]) == ("grooming", 3)
