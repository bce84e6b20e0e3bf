"""Whoever works here may say what they do: it is shown, and it locks nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from glossary.document import DocumentKind, Name
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Act, ApiKey, Claim, Digest, Event, every_act
from glossary.queue import (
    ask_for_digest,
    claim,
    claims_of,
    release,
    stop_digest,
)
from tests.factories import OPERATOR, named, person, published, topic
from tests.rows import NotRecordedError, everything, let_recording_fail

pytestmark = pytest.mark.django_db
NAME = named("grooming")
WORK = {
    "claim": lambda actor: claim(name=NAME, actor=actor),
    "release": lambda actor: release(name=NAME, actor=actor),
    "ask_for_digest": lambda actor: ask_for_digest(lang="cy", actor=actor),
    "stop_digest": lambda actor: stop_digest(actor=actor),
}
"""What whoever works here may do, whatever their work is."""
WORKS = {
    "write_en",
    "write_cy",
    Act.SIGN_OFF_EDITOR,
    Act.SIGN_OFF_WELSH,
    Act.SIGN_OFF_SUBJECT,
    Act.SIGN_OFF_LIVED_EXPERIENCE,
    Act.PUBLISH,
}
NOBODY = [
    lambda: None,
    AnonymousUser,
    lambda: ApiKey(name="an app"),
    lambda: "anna",
    lambda: OPERATOR,
    person,
    lambda: person(*sorted(set(every_act()) - WORKS)),
    lambda: person(*every_act(), is_active=False),
]


@pytest.mark.parametrize("who", range(len(NOBODY)))
@pytest.mark.parametrize("what", WORK)
def test_who_does_not_work_here_is_refused(what, who):
    published("grooming")
    actor = NOBODY[who]()
    before = Event.objects.count()

    with pytest.raises(PermissionDeniedError):
        WORK[what](actor)

    assert Event.objects.count() == before
    assert not Claim.objects.exists()
    assert not Digest.objects.exists()


@pytest.mark.parametrize("act", sorted(WORKS))
def test_one_sort_of_work_is_enough(act):
    published("grooming")
    actor = person(act, email="anna@example.org")

    for rule in WORK.values():
        rule(actor)

    assert [row.action for row in Event.objects.order_by("-pk")[:4]] == [
        "digest-stopped",
        "digest-asked-for",
        "claim-released",
        "claimed",
    ]


def test_it_lasts_a_day(monkeypatch):
    published("grooming")
    anna = person("write_en", name="anna")

    row = claim(name=NAME, actor=anna)

    left = row.until - timezone.now()
    assert dt.timedelta(hours=23) < left <= dt.timedelta(hours=24)
    assert claims_of([NAME])[NAME].user == anna
    _later(monkeypatch, hours=25)
    assert claims_of([NAME]) == {}
    with pytest.raises(StateError, match="You have not taken this"):
        release(name=NAME, actor=anna)


def _later(monkeypatch, hours):
    then = timezone.now() + dt.timedelta(hours=hours)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)


def test_what_is_over_is_taken_away_when_somebody_takes_something(monkeypatch):
    published("grooming")
    published("police-force")
    anna = person("write_en", name="anna")
    claim(name=NAME, actor=anna)
    _later(monkeypatch, hours=25)

    claim(name=named("police-force"), actor=anna)

    assert [row.key for row in Claim.objects.all()] == ["police-force"]


def test_somebody_else_can_take_it_over_and_the_first_has_it_no_more():
    published("grooming")
    anna, ben = person("write_en", name="anna"), person("write_en", name="ben")
    claim(name=NAME, actor=anna)

    claim(name=NAME, actor=ben)

    assert Claim.objects.get().user == ben
    with pytest.raises(StateError):
        release(name=NAME, actor=anna)
    assert Claim.objects.get().user == ben


def test_taking_it_again_is_for_a_day_from_then(monkeypatch):
    published("grooming")
    anna = person("write_en", name="anna")
    first = claim(name=NAME, actor=anna).until
    _later(monkeypatch, hours=5)

    assert claim(name=NAME, actor=anna).until > first
    assert Claim.objects.count() == 1


def test_what_is_not_there_is_not_taken():
    published("police-force")
    topic(NAME.key, en="Grooming")

    with pytest.raises(NotFoundError):
        claim(name=NAME, actor=person("write_en"))

    assert not Claim.objects.exists()


TOPIC = Name(DocumentKind.TOPIC, NAME.key)
OTHER = named("police-force")


@pytest.fixture
def all_taken(db):
    """Three documents that anna and ben have taken, two of them of one key."""
    published(NAME.key)
    published(OTHER.key)
    topic(TOPIC.key, en="Grooming")
    anna, ben = person("write_en", name="anna"), person("write_en", name="ben")
    claim(name=TOPIC, actor=anna)
    claim(name=OTHER, actor=ben)
    claim(name=NAME, actor=anna)
    return anna, ben


def owners():
    return {row.name: row.user.username for row in Claim.objects.all()}


def test_what_is_taken_is_a_document_and_not_all_of_its_name(all_taken):
    assert owners() == {NAME: "anna", TOPIC: "anna", OTHER: "ben"}
    taken = claims_of([NAME, OTHER])
    assert {name: row.user.username for name, row in taken.items()} == {
        NAME: "anna",
        OTHER: "ben",
    }


@pytest.mark.parametrize("name", [NAME, TOPIC])
def test_only_what_is_let_go_is_free_again(all_taken, name):
    anna, _ben = all_taken

    release(name=name, actor=anna)

    left = {NAME: "anna", TOPIC: "anna", OTHER: "ben"}
    del left[name]
    assert owners() == left


def test_nobody_lets_go_what_somebody_else_has_taken(all_taken):
    anna, _ben = all_taken

    with pytest.raises(StateError, match="You have not taken this"):
        release(name=OTHER, actor=anna)

    assert owners() == {NAME: "anna", TOPIC: "anna", OTHER: "ben"}


def test_it_is_written_down_who_took_and_let_go_what(all_taken):
    anna, ben = all_taken
    release(name=NAME, actor=anna)

    found = Event.objects.filter(action__in=["claimed", "claim-released"])

    assert [(row.action, row.name, row.actor) for row in found.order_by("pk")] == [
        ("claimed", TOPIC, anna),
        ("claimed", OTHER, ben),
        ("claimed", NAME, anna),
        ("claim-released", NAME, anna),
    ]


@pytest.mark.parametrize("what", WORK)
def test_what_cannot_be_recorded_is_not_done(what, monkeypatch):
    published(NAME.key)
    anna = person("write_en", name="anna", email="anna@mail.example")
    if what == "release":
        WORK["claim"](anna)
    if what == "stop_digest":
        WORK["ask_for_digest"](anna)
    before = everything()
    let_recording_fail(monkeypatch)

    with pytest.raises(NotRecordedError):
        WORK[what](anna)

    assert everything() == before
