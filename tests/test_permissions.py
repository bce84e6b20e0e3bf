"""Who may do what: each person only what was allowed, whatever is nobody nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from glossary import permissions
from glossary.models import (
    Act,
    ApiKey,
    CommandLine,
    Event,
    User,
    every_act,
    name_of,
    write_act,
)
from glossary.models.events import Action
from tests.factories import OPERATOR, person

pytestmark = pytest.mark.django_db

PREDICATES: dict[str, Any] = {
    Act.PUBLISH: permissions.can_publish,
    Act.WITHDRAW: permissions.can_withdraw,
    Act.ERASE: permissions.can_erase,
    Act.LOAD_REVIEWED_CONTENT: permissions.can_load_reviewed_content,
    Act.ADD_DOCUMENT_TEXTS: permissions.can_add_document_texts,
    Act.MANAGE_KEYS: permissions.can_manage_keys,
    Act.FORGET_SUGGESTIONS: permissions.can_forget_suggestions,
    Act.MANAGE_ACCOUNTS: permissions.can_manage_accounts,
    write_act("en"): partial(permissions.can_write, langs=["en"]),
    write_act("cy"): partial(permissions.can_write, langs=["cy"]),
} | {
    act: partial(permissions.can_sign_off, role=role)
    for role, act in permissions.SIGN_OFF_ACTS.items()
}


def allowed(actor: Any) -> set[str]:
    return {act for act, predicate in PREDICATES.items() if predicate(actor)}


@pytest.mark.parametrize("act", ["write_en", "write_cy", *Act])
def test_somebody_may_do_what_was_allowed_and_nothing_else(act):
    somebody = person(act)

    assert allowed(somebody) == {act}
    assert permissions.acts_of(somebody) == (act,)


def test_superusers_may_do_everything():
    assert allowed(User.objects.create_superuser("root")) == set(every_act())


def test_in_a_role_that_the_site_lacks_nobody_signs_off():
    boss: Any = "boss"

    assert not permissions.can_sign_off(User.objects.create_superuser("root"), boss)


def test_the_command_line_may_do_everything_but_be_a_second_pair_of_eyes():
    signing = set(permissions.SIGN_OFF_ACTS.values())

    assert allowed(OPERATOR) == set(every_act()) - signing
    assert permissions.acts_of(OPERATOR) == every_act()  # it may allow it to others


def test_each_act_is_one_that_can_be_given():
    known = Permission.objects.filter(content_type__app_label="glossary")

    assert set(every_act()) <= {*known.values_list("codename", flat=True)}
    assert set(PREDICATES) == set(every_act())


def test_somebody_writes_in_all_languages_that_are_asked_for_or_not_at_all():
    english, both = person("write_en"), person("write_en", "write_cy", name="both")

    assert not permissions.can_write(english, ["en", "cy"])
    assert permissions.can_write(both, ["en", "cy"])
    assert not permissions.can_write(both, [])
    assert not permissions.can_write(both, ["en", "xx"])


def test_djangos_own_permissions_allow_nothing():
    others = Permission.objects.exclude(codename__in=every_act())

    assert allowed(person(*others.values_list("codename", flat=True)[:20])) == set()


@pytest.mark.parametrize(
    "nobody",
    [
        pytest.param(None, id="none"),
        pytest.param(AnonymousUser(), id="anonymous"),
        pytest.param(ApiKey(name="an app"), id="key"),
        pytest.param("operator", id="name"),
        pytest.param(True, id="true"),
    ],
)
def test_who_is_nobody_may_do_nothing_and_is_not_recorded(nobody):
    assert allowed(nobody) == set()
    assert permissions.acts_of(nobody) == ()
    with pytest.raises(TypeError):
        name_of(nobody)
    with pytest.raises(TypeError):
        Event.objects.record(Action.KEY_ISSUED, actor=nobody)


@pytest.mark.parametrize("is_superuser", [True, False])
def test_somebody_who_was_shut_out_may_do_nothing(is_superuser):
    shut_out = person(*every_act(), is_active=False, is_superuser=is_superuser)

    assert allowed(shut_out) == set()


def test_an_account_that_is_not_stored_is_nobody():
    made_up = User(username="root", is_superuser=True)

    assert allowed(made_up) == set()


def test_a_command_line_without_a_name_is_nobody():
    with pytest.raises(ValueError, match="named"):
        CommandLine("")


def test_the_name_of_who_did_it_stays_when_they_are_called_otherwise():
    editor = person()
    event = Event.objects.record(Action.KEY_ISSUED, actor=editor)
    editor.username = "another name"
    editor.save()

    event.refresh_from_db()

    assert (event.actor, event.actor_name) == (editor, "somebody")


SIGNING: set[str] = {*permissions.SIGN_OFF_ACTS.values()}
WRITING = {write_act("en"), write_act("cy")}
WIDER: dict[str, tuple[Any, set[Any]]] = {
    "works here": (permissions.can_work, WRITING | SIGNING | {Act.PUBLISH}),
    "reviews": (permissions.can_review, SIGNING),
    "asks for a check": (permissions.can_ask_for_a_check, WRITING | SIGNING),
}
"""What one of several acts is enough for."""


@pytest.mark.parametrize("what", WIDER)
@pytest.mark.parametrize("act", every_act())
def test_one_act_of_several_is_enough_and_no_other_is(what, act):
    predicate, acts = WIDER[what]

    assert predicate(person(act)) == (act in acts)


@pytest.mark.parametrize("what", WIDER)
def test_all_other_acts_together_are_not_enough(what):
    predicate, acts = WIDER[what]

    assert not predicate(person(*set(every_act()) - acts))


@pytest.mark.parametrize(
    ("what", "may"),
    [("works here", False), ("reviews", False), ("asks for a check", True)],
)
def test_the_command_line_takes_no_work_upon_itself(what, may):
    assert WIDER[what][0](OPERATOR) == may


@pytest.mark.parametrize("what", WIDER)
@pytest.mark.parametrize("who", [None, AnonymousUser(), ApiKey(name="an app"), "root"])
def test_who_is_nobody_does_not_work_here(what, who):
    assert not WIDER[what][0](who)
