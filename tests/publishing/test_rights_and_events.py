"""Each rule asks for its own right, and writes down its own kind of act."""

from __future__ import annotations

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.errors import PermissionDeniedError
from glossary.models import Act, Event, Publication
from glossary.publishing import (
    publish_revisions,
    republish_documents,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    person,
    published,
    section,
    topic,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def publish(actor):
    revision = approved_revision(document("chief-constable"))
    return publish_revisions(revisions=[revision], actor=actor)


def withdraw(actor):
    return withdraw_document(
        name=named("problem-profile"), actor=actor, reason=WithdrawalReason.WRONG
    )


def restore(actor):
    return restore_document(name=named("grooming"), actor=actor)


def clear(actor):
    name = Name(DocumentKind.TOPIC, "people")
    return withdraw_unneeded(names=[name], actor=actor)


def republish(actor):
    Publication.objects.entries().current().update(index="{}")
    return republish_documents(actor=actor)


RULES = {
    publish: (Act.PUBLISH, "published", "published"),
    withdraw: (Act.WITHDRAW, "withdrawn", "withdrawn"),
    restore: (Act.PUBLISH, "restored", "restored"),
    clear: (Act.WITHDRAW, "withdrawn", "withdrawn"),
    republish: (Act.PUBLISH, "refreshed", "refreshed"),
}
CASES = [pytest.param(rule, *rest, id=rule.__name__) for rule, rest in RULES.items()]


@pytest.fixture(autouse=True)
def _glossary():
    """An entry that is public, and one that is withdrawn."""
    published()
    published("grooming")
    withdrawn("grooming")
    topic("people", en="People")


@pytest.mark.parametrize(("rule", "act", "action", "change"), CASES)
def test_who_may_do_it_does_it_and_is_written_down(rule, act, action, change):
    actor, before = person(act), Event.objects.count()

    (row,) = rule(actor)

    event = Event.objects.order_by("id").last()
    assert Event.objects.count() == before + 1
    assert (event.action, row.change) == (action, change)
    assert (event.actor, event.actor_name) == (actor, "somebody")
    assert (event.publication, event.revision) == (row, row.revision)
    assert event.name == row.name


@pytest.mark.parametrize(("rule", "act", "action", "change"), CASES)
def test_the_command_line_is_written_down_by_its_name(rule, act, action, change):
    rule(OPERATOR)

    event = Event.objects.order_by("id").last()
    assert (event.action, event.actor, event.actor_name) == (action, None, "operator")


@pytest.mark.parametrize(("rule", "act", "action", "change"), CASES)
def test_who_may_do_everything_else_may_not(rule, act, action, change):
    others = set(Act.values) - {act}

    assert_refused(rule, person(*others))


@pytest.mark.parametrize("rule", RULES)
def test_nobody_may_not(rule):
    assert_refused(rule, None)


def assert_refused(rule, actor):
    before = Publication.objects.count(), Event.objects.count()

    with pytest.raises(PermissionDeniedError):
        rule(actor)

    assert (Publication.objects.count(), Event.objects.count()) == before


@pytest.mark.parametrize("rule", [withdraw, restore])
def test_the_right_is_asked_for_before_anything_is_told(rule):
    """Somebody without the right does not learn how an entry stands."""
    Publication.objects.update(is_current=False)

    with pytest.raises(PermissionDeniedError):
        rule(person())


def test_an_edit_is_told_from_its_echo():
    for number in range(3):
        related = [{"relation": "related", "id": "problem-profile"}]
        published(f"entry-{number}", related=related)
    before = Event.objects.order_by("id").last().pk

    published(languages={"en": section("profile of a problem")})

    events = Event.objects.filter(pk__gt=before).order_by("id")
    assert [(event.action, event.key) for event in events] == [
        ("published", "problem-profile"),
        ("refreshed", "entry-0"),
        ("refreshed", "entry-1"),
        ("refreshed", "entry-2"),
    ]
    changes = [event.publication.change for event in events]
    assert changes == ["updated", "refreshed", "refreshed", "refreshed"]
