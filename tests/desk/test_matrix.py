"""Every address of the desk, asked by everybody about a text in every state.

The addresses are those of the URL table. Who may change anything by which of them is
written down here; whatever is not, changes nothing for anybody.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from glossary import reading
from glossary.closed_lists import MetIn, RemarkReason, WithdrawalReason
from glossary.desk.urls import ROUTES
from glossary.keys import issue_key
from glossary.models import (
    Act,
    ApiKey,
    Remark,
    Revision,
    SuggestedWord,
    User,
    every_act,
)
from glossary.publishing import publish_revisions, withdraw_document
from glossary.review import abandon_draft, return_to_writer
from tests.desk.ready import READY, Case, Cookie, sessions
from tests.desk.seats import seat
from tests.desk.writing.forms import filled, new
from tests.factories import OPERATOR, named, person, published
from tests.review.writing import ENTRY, SIGNS, WRITES, approved, begun, submitted
from tests.web.html import read

pytestmark = pytest.mark.django_db

TOKEN = "a" * 32
AUTHOR = "superuser-author"
ROLES = ("nobody", "no-act", *every_act(), AUTHOR)
LOOKERS = ("nobody", "no-act", AUTHOR)
"""Who opens pages, which is slower than sending forms."""
UNCOUNTED = {"session", "look", "contenttype", "permission"}
"""Tables of who is here and what they have looked at, and Django's own."""


def returned(author, reviewer):
    row, why = submitted(author), Remark(reason=RemarkReason.HARD_TO_READ)
    return return_to_writer(revision=row, remarks=[why], actor=reviewer)


def public(author, reviewer):
    row = approved(author, reviewer, en="One more text.")
    publish_revisions(revisions=[row], actor=OPERATOR)
    return begun(author, en="Yet another text.")


def behind(author, _):
    row = begun(author)
    published(ENTRY, kind="data")
    return row


def gone(author, reviewer):
    row = begun(author)
    reason = WithdrawalReason.MISTAKE
    withdraw_document(name=named(ENTRY), actor=OPERATOR, reason=reason)
    return row


STATES: dict[str, Any] = {
    "new": lambda author, _: new(author),
    "submitted": lambda author, _: submitted(author),
    "returned": returned,
    "approved": approved,
    "public-with-draft": public,
    "behind": behind,
    "withdrawn": gone,
    "given-up": lambda author, _: abandon_draft(revision=begun(author), actor=author),
}
WRITE: set[Any] = {*WRITES}
SIGN: set[Any] = {*SIGNS}
ACCOUNTS = {Act.MANAGE_ACCOUNTS}
EVERYBODY = {*ROLES} - {"nobody"}
OF_ROLES: dict[str, set[Any]] = {
    "begin": WRITE,
    "write": {"write_en"},
    "new": {"write_en"},
    "submit": {"write_en"},
    "take-back": {"write_en"},
    "begin-from": {"write_en"},
    "bring-up-to-date": {"write_en"},
    "give-up": {"write_en"},
    "return": SIGN,
    "begin-check": WRITE | SIGN,
    "claim": WRITE | SIGN | {Act.PUBLISH},
    "go-back": {"write_en"},
    "publish-now": {Act.PUBLISH},
    "plan": {Act.PUBLISH},
    "restore": {Act.PUBLISH},
    "withdraw": {Act.WITHDRAW},
    "forget": {Act.FORGET_SUGGESTIONS},
    "issue-key": {Act.MANAGE_KEYS},
    "revoke-key": {Act.MANAGE_KEYS},
    "invite": ACCOUNTS,
    "allow": ACCOUNTS,
    "add-account": ACCOUNTS,
    "change-account": ACCOUNTS,
    "password": EVERYBODY,
    "email": EVERYBODY,
}
"""Who changes something at which route. A superuser does so at each, too."""
CHANGES: dict[str, set[Any]] = {
    name: roles | {AUTHOR} for name, roles in OF_ROLES.items()
}
CHANGES["sign-off"] = {*SIGN}  # and no superuser what is their own
CHANGES["end-others"] = {AUTHOR}  # who alone has signed in twice here
"""Which of the roles change anything at a route, in one state or another."""


def snapshot():
    """Return all that is in the database, as far as a rule could have written it."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.model_name not in UNCOUNTED and model._meta.managed
    }


def seated(browse, user):
    """Return a browser of somebody who has just signed in, by a shorter way."""
    browser = browse()
    browser.jar["desk-form"] = Cookie(value=TOKEN, path="/desk/")
    if user is not None:
        browser.jar["desk"] = Cookie(value=seat(user), path="/desk/")
    return browser


def numbers():
    """Return the number of what is there beside a text, by the route that asks."""
    issue_key(name="an app", actor=OPERATOR)
    today = timezone.localdate()
    SuggestedWord.objects.create(
        key="quokka",
        word="quokka",
        lang="en",
        met_in=MetIn.values()[0],
        first_month=today.replace(day=1),
        last_month=today.replace(day=1),
    )
    return {"revoke-key": ApiKey.objects.get().pk}


def path_to(route, revision, other, known_numbers, parts=MappingProxyType({})):
    """Return an address of a route that leads to what is there."""
    known = {
        "<part:kind>": revision.kind,
        "<part:key>": revision.key,
        "<part:number>": str(revision.number),
        "<part:token>": "a-token",
        "<part:name>": "a-session",
        "<part:what>": "close",
    }
    if "<part:kind>" not in route.tail:
        known["<part:number>"] = str(known_numbers.get(route.name, other.pk))
    known |= parts
    tail = route.tail
    for part, value in known.items():
        tail = tail.replace(part, value)
    query = "?kind=topic" if route.name == "new" else ""
    return f"/desk/en/{route.name}/{tail}{query}"


def fields_for(role, route, revision):
    """Return what the forms of the desk ask for, all in one."""
    roles = {
        Act.SIGN_OFF_WELSH: ("welsh-language", "cy"),
        Act.SIGN_OFF_SUBJECT: ("subject-expert", "en"),
        Act.SIGN_OFF_LIVED_EXPERIENCE: ("lived-experience", "en"),
    }
    sign, lang = roles.get(role, ("editor", "en"))
    return {
        "csrfmiddlewaretoken": TOKEN,
        "seen": revision.digest,
        "role": sign,
        "lang": "en" if route.name == "new" else lang,
        "r": f"{revision.kind}/{revision.key}/{revision.number}",
        "day": "2099-01-01",
        "time": "09:00",
        "reason": "published-by-mistake",
        "reason-1": "hard-to-read",
        "name": "quokka",
        "begin": "quokka",
        "source": "report-2023",
        "email": f"{role}@words.example",
        "password": "a long password of words",
        "act": "manage_accounts",
        "word": "quokka",
        "wanted": "no",
        "find": "",
        "do": "save",
        "/languages/en/short": "Typed by somebody.",
    }


def page_fields(browser, path):
    """Return all that the form in which a text is written would send, if it is there."""
    found = read(browser.get(path).text).every("form", class_="writing")
    return filled(found[0]) if found else {}


class Statements:
    """Notes whether the database was told to do more than to read."""

    READING = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")

    def __init__(self):
        self.wrote = False

    def __call__(self, execute, sql, *rest):
        self.wrote = self.wrote or not sql.startswith(self.READING)
        return execute(sql, *rest)


def outcome(browser, method, path, fields, before):
    """Tell whether anything is otherwise after it; then it is as before."""
    with transaction.atomic():
        told = Statements()
        with connection.execute_wrapper(told):
            browser.get(path) if method == "GET" else browser.post(path, fields)
        changed = told.wrote and snapshot() != before
        transaction.set_rollback(True)
    reading.forget()
    return changed


def people():
    """Return somebody in each role."""
    by_act = {act: person(act, name=f"may-{act}") for act in every_act()}
    boss = person(name="boss", is_superuser=True)
    return {"nobody": None, "no-act": person(name="none"), **by_act, AUTHOR: boss}


def who_changes(browse, route, method, roles):
    """Return the roles for which a route changes anything in some state."""
    found = set()
    states = STATES if "<part:kind>" in route.tail else ["approved"]
    for state in states:
        with transaction.atomic():
            published(ENTRY)
            cast, other = people(), person(name="other")
            reviewer = person(*SIGNS, name="reviewer")
            revision = STATES[state](cast[AUTHOR], reviewer)
            revision = Revision.objects.get(pk=revision.pk)
            path = path_to(route, revision, other, numbers())
            is_long = route.name == "write" and method == "POST"
            boss = seated(browse, cast[AUTHOR])
            page = page_fields(boss, path) if is_long else {}
            before = snapshot()
            found |= {
                role
                for role in roles
                if outcome(
                    seated(browse, cast[role]),
                    method,
                    path,
                    page | fields_for(role, route, revision),
                    before,
                )
            }
            transaction.set_rollback(True)
    reading.forget()
    return found


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_a_page_that_is_opened_changes_nothing(browse, route):
    assert who_changes(browse, route, "GET", LOOKERS) == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_only_those_change_anything_who_are_in_the_table(browse, route):
    assert who_changes(browse, route, "POST", ROLES) == CHANGES.get(route.name, set())


WORK = WRITE | SIGN | {Act.PUBLISH}
READY_ROLES: dict[str, set[Any]] = {
    "cancel-plan": {Act.PUBLISH, AUTHOR},
    "confirm-erasure": {Act.ERASE},  # and no superuser what they have asked for
    "decline-erasure": {Act.ERASE, AUTHOR},
    "erase": {Act.ERASE, AUTHOR},
    "letter": WORK | {AUTHOR},
    "merge": {Act.WITHDRAW, AUTHOR},
    "one-person": ACCOUNTS | {AUTHOR},
    "passkey": {*ROLES},
    "release": WORK | {AUTHOR},
    "second-step": {*ROLES},
    "sign-in": {"nobody"},
    "take-sheet": {"write_en", AUTHOR},
    "welcome": {*ROLES},
}
"""Who succeeds at what is made ready for them; at all else whoever is signed in."""
OF_SESSIONS = {"passkey", "passkey-to-add", "second-step", "sign-out"}
"""Routes of which only a session tells that they did something."""
READS = set(
    """
    account accounts behind check-sheet document documents due earlier erasures event
    history keys person preview publish publish-check record record-file returned
    revision second-factors sheet sheets signed-out suggestions to-publish to-review
    to-write under-way
    """.split()
)
"""Routes that show something, whatever is sent to them."""


def who_succeeds(browse, route):
    """Return who does something by a route that is ready for it, and who is refused."""
    measure = sessions if route.name in OF_SESSIONS else snapshot
    published(ENTRY)
    cast, other = people(), person(name="other")
    revision = approved(cast[AUTHOR], person(*SIGNS, name="reviewer"))
    found, refused = set(), {}
    for role in ROLES:
        with transaction.atomic():
            who = User.objects.get(pk=cast[role].pk) if cast[role] else None
            case = Case(seated(browse, who), who, other, cast[AUTHOR], revision)
            READY[route.name](case)
            path = path_to(route, revision, other, {}, case.parts)
            fields = fields_for(role, route, revision) | case.fields
            before = measure()
            answer = case.browser.post(path, fields)
            if measure() != before:
                found.add(role)
            else:
                refused[role] = answer.status
            transaction.set_rollback(True)
        reading.forget()
    return found, refused


@pytest.mark.parametrize("name", READY)
def test_who_may_is_seen_to_do_it_and_who_may_not_is_refused(browse, name):
    (route,) = [one for one in ROUTES if one.name == name]

    found, refused = who_succeeds(browse, route)

    assert found == READY_ROLES.get(name, EVERYBODY)
    assert {refused.pop("nobody", 302)} <= {302, 405}
    assert {*refused.values()} <= {403, 302}


def test_every_route_that_does_something_has_a_state_in_which_it_does():
    names = [route.name for route in ROUTES]

    assert len(names) == len({*names})
    assert {*names} == {*CHANGES} | {*READY} | READS
    assert not READS & ({*CHANGES} | {*READY})
    assert all(CHANGES.values())
    assert all(READY_ROLES.values())
