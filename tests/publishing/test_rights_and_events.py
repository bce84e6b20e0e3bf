"""Each rule asks for its own right, and writes down its own kind of act."""

from __future__ import annotations

import pytest

from glossary.errors import PermissionDeniedError
from glossary.models import Act, Event, Publication
from glossary.publishing import (
    Note,
    publish_revisions,
    refresh_publications,
    republish_entries,
    restore_entry,
    withdraw_entry,
)
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    person,
    published,
    section,
    source,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def publish(actor):
    revision = approved_revision(document("chief-constable"))
    return publish_revisions(revisions=[revision], actor=actor)


def withdraw(actor):
    return withdraw_entry(
        entry_id="problem-profile", actor=actor, reason=Note("It was wrong.", "en")
    )


def restore(actor):
    return restore_entry(entry_id="grooming", actor=actor)


def refresh(actor):
    source(title="A better title")
    return refresh_publications(source_ids=["report-2023"], actor=actor)


def republish(actor):
    Publication.objects.filter(entry_id="problem-profile").update(index="{}")
    return republish_entries(actor=actor)


RULES = {
    publish: (Act.PUBLISH, "entry-published", "published"),
    withdraw: (Act.WITHDRAW, "entry-withdrawn", "withdrawn"),
    restore: (Act.PUBLISH, "entry-restored", "restored"),
    refresh: (Act.PUBLISH, "entry-refreshed", "refreshed"),
    republish: (Act.PUBLISH, "entry-refreshed", "refreshed"),
}
CASES = [pytest.param(rule, *rest, id=rule.__name__) for rule, rest in RULES.items()]


@pytest.fixture(autouse=True)
def _glossary():
    """An entry that is public, and one that is withdrawn."""
    published()
    published("grooming")
    withdrawn("grooming")


@pytest.mark.parametrize(("rule", "act", "action", "kind"), CASES)
def test_who_may_do_it_does_it_and_is_written_down(rule, act, action, kind):
    actor, before = person(act), Event.objects.count()

    (row,) = rule(actor)

    event = Event.objects.order_by("id").last()
    assert Event.objects.count() == before + 1
    assert (event.action, row.kind) == (action, kind)
    assert (event.actor, event.actor_name) == (actor, "somebody")
    assert (event.publication, event.revision) == (row, row.revision)
    assert event.entry_id == row.entry_id


@pytest.mark.parametrize(("rule", "act", "action", "kind"), CASES)
def test_the_command_line_is_written_down_by_its_name(rule, act, action, kind):
    rule(OPERATOR)

    event = Event.objects.order_by("id").last()
    assert (event.action, event.actor, event.actor_name) == (action, None, "operator")


@pytest.mark.parametrize(("rule", "act", "action", "kind"), CASES)
def test_who_may_do_everything_else_may_not(rule, act, action, kind):
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
    assert [(event.action, event.entry_id) for event in events] == [
        ("entry-published", "problem-profile"),
        ("entry-refreshed", "entry-0"),
        ("entry-refreshed", "entry-1"),
        ("entry-refreshed", "entry-2"),
    ]
    kinds = [event.publication.kind for event in events]
    assert kinds == ["updated", "refreshed", "refreshed", "refreshed"]
