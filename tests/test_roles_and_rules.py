"""Every rule beside everybody who might ask for it: each allows one act, and fails closed."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from glossary import accounts
from glossary.closed_lists import ErasureReason, WithdrawalReason
from glossary.document import DocumentKind, Name, SourceText
from glossary.document_texts import add_document_text
from glossary.errors import GlossaryError, PermissionDeniedError
from glossary.feedback import forget_words
from glossary.keys import issue_key, revoke_key
from glossary.models import (
    Act,
    ApiKey,
    Author,
    Erasure,
    Event,
    Publication,
    Revision,
    Schedule,
    User,
)
from glossary.publishing import (
    Listed,
    ask_to_erase,
    cancel_schedule,
    confirm_erasure,
    decline_erasure,
    erase_again,
    erase_alone,
    merge_entries,
    publish_revisions,
    republish_documents,
    restore_document,
    schedule_publication,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.queue import send_digests
from glossary.review import add_copy, add_reviewed_elsewhere
from glossary.transfer import load_content
from tests.factories import OPERATOR, document, person
from tests.folder import Folder
from tests.queue.test_claims import WORK
from tests.review.test_own_work import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[1]
NOWHERE = Name(DocumentKind.ENTRY, "nowhere")
PASSWORD = "three words of mine"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return Folder(tmp_path_factory.mktemp("content")).read()


def of_account(rule, **more):
    return lambda actor, _: rule(name="nobody", actor=actor, **more)


RULES: dict[str, tuple[Callable[[Any, Any], object], set[Act]]] = {
    "publish_revisions": (
        lambda actor, _: publish_revisions(revisions=[], actor=actor),
        {Act.PUBLISH},
    ),
    "restore_document": (
        lambda actor, _: restore_document(name=NOWHERE, actor=actor),
        {Act.PUBLISH},
    ),
    "republish_documents": (
        lambda actor, _: republish_documents(actor=actor),
        {Act.PUBLISH},
    ),
    "withdraw_document": (
        lambda actor, _: withdraw_document(
            name=NOWHERE, actor=actor, reason=WithdrawalReason.WRONG
        ),
        {Act.WITHDRAW},
    ),
    "withdraw_unneeded": (
        lambda actor, _: withdraw_unneeded(names=[], actor=actor),
        {Act.WITHDRAW},
    ),
    "merge_entries": (
        lambda actor, _: merge_entries(keep="nowhere", away=[], actor=actor),
        {Act.WITHDRAW},
    ),
    "schedule_publication": (
        lambda actor, _: schedule_publication(
            revisions=[], at=timezone.now(), actor=actor
        ),
        {Act.PUBLISH},
    ),
    "cancel_schedule": (
        lambda actor, _: cancel_schedule(schedule=Schedule(), actor=actor),
        {Act.PUBLISH},
    ),
    "ask_to_erase": (
        lambda actor, _: ask_to_erase(
            name=NOWHERE, reason=ErasureReason.COURT_ORDER, actor=actor
        ),
        {Act.ERASE},
    ),
    "erase_alone": (
        lambda actor, _: erase_alone(
            name=NOWHERE, reason=ErasureReason.COURT_ORDER, actor=actor
        ),
        {Act.ERASE},
    ),
    "confirm_erasure": (
        lambda actor, _: confirm_erasure(erasure=Erasure(), actor=actor),
        {Act.ERASE},
    ),
    "decline_erasure": (
        lambda actor, _: decline_erasure(erasure=Erasure(), actor=actor),
        {Act.ERASE},
    ),
    "erase_again": (
        lambda actor, _: erase_again(
            listed=Listed(NOWHERE, ErasureReason.COURT_ORDER, frozenset()), actor=actor
        ),
        {Act.ERASE},
    ),
    "add_reviewed_elsewhere": (
        lambda actor, _: add_reviewed_elsewhere(
            [document()], review="tests", actor=actor
        ),
        {Act.LOAD_REVIEWED_CONTENT},
    ),
    "load_content": (
        lambda actor, content: load_content(content=content, actor=actor),
        {Act.LOAD_REVIEWED_CONTENT, Act.PUBLISH},
    ),
    "add_copy": (
        lambda actor, _: add_copy(SourceText(source="a", text="b"), actor=actor),
        {Act.ADD_DOCUMENT_TEXTS},
    ),
    "add_document_text": (
        lambda actor, _: add_document_text(source_id="a", text="b", actor=actor),
        {Act.ADD_DOCUMENT_TEXTS},
    ),
    "issue_key": (
        lambda actor, _: issue_key(name="an app", actor=actor),
        {Act.MANAGE_KEYS},
    ),
    "revoke_key": (
        lambda actor, _: revoke_key(name="an app", actor=actor),
        {Act.MANAGE_KEYS},
    ),
    "forget_words": (
        lambda actor, _: forget_words(words=["word"], actor=actor),
        {Act.FORGET_SUGGESTIONS},
    ),
    "add_account": (
        of_account(accounts.add_account, password=PASSWORD, acts=[]),
        {Act.MANAGE_ACCOUNTS},
    ),
    "allow": (of_account(accounts.allow, acts=[]), {Act.MANAGE_ACCOUNTS}),
    "forbid": (of_account(accounts.forbid, acts=[]), {Act.MANAGE_ACCOUNTS}),
    "change_password": (
        of_account(accounts.change_password, password=PASSWORD),
        {Act.MANAGE_ACCOUNTS},
    ),
    "close_account": (of_account(accounts.close_account), {Act.MANAGE_ACCOUNTS}),
    "reopen_account": (of_account(accounts.reopen_account), {Act.MANAGE_ACCOUNTS}),
    "invite": (of_account(accounts.invite), {Act.MANAGE_ACCOUNTS}),
    "end_sessions": (of_account(accounts.end_sessions), {Act.MANAGE_ACCOUNTS}),
    "reset_second_factor": (
        of_account(accounts.reset_second_factor),
        {Act.MANAGE_ACCOUNTS},
    ),
    "mark_as_one_person": (
        lambda actor, _: accounts.mark_as_one_person(names=[], actor=actor),
        {Act.MANAGE_ACCOUNTS},
    ),
    "send_digests": (
        lambda actor, _: send_digests(actor=actor),
        {Act.MANAGE_ACCOUNTS},
    ),
    "mark_as_own_person": (
        of_account(accounts.mark_as_own_person),
        {Act.MANAGE_ACCOUNTS},
    ),
}
"""Each rule, asked of what is mostly not there, and the acts without which it refuses.

The steps of a revision are asked in ``tests.review.test_own_work``, what anybody does
who works here in ``tests.queue.test_claims``, and sheets, which are many first steps at
once, in ``tests.sheets.test_plans``.
"""

CAST: dict[str, Callable[[], Any]] = {
    "none": lambda: None,
    "anonymous": AnonymousUser,
    "key": lambda: ApiKey(name="an app"),
    "name": lambda: "operator",
    "true": lambda: True,
    "without-an-act": person,
    "staff": lambda: person(is_staff=True),
    "shut-out": lambda: person(*Act.values, is_active=False),
    "shut-out-superuser": lambda: person(is_active=False, is_superuser=True),
}
every_rule = pytest.mark.parametrize("rule", RULES)


def is_refused(rule, actor, content):
    """Ask for it; tell whether the right was missing, whatever else may be."""
    try:
        RULES[rule][0](actor, content)
    except PermissionDeniedError:
        return True
    except GlossaryError:
        return False
    return False


def written():
    """Return how much there is of all that a rule could have written."""
    tables = (Event, Publication, Revision, Author, ApiKey, Schedule, Erasure)
    return [table.objects.count() for table in tables]


@every_rule
@pytest.mark.parametrize("who", CAST)
def test_whoever_is_nobody_in_particular_is_refused_by_every_rule(rule, who, content):
    actor = CAST[who]()
    before = written(), User.objects.count()

    assert is_refused(rule, actor, content)
    assert (written(), User.objects.count()) == before


@every_rule
@pytest.mark.parametrize("act", Act)
def test_one_act_opens_the_rules_that_ask_for_nothing_else(rule, act, content):
    assert is_refused(rule, person(act), content) == (RULES[rule][1] != {act})


@pytest.mark.parametrize(
    ("rule", "missing"),
    [(rule, act) for rule, (_, acts) in RULES.items() for act in sorted(acts)],
)
def test_all_acts_but_one_that_is_asked_for_are_not_enough(rule, missing, content):
    assert is_refused(rule, person(*set(Act.values) - {missing}), content)


@every_rule
@pytest.mark.parametrize(
    "who",
    [
        pytest.param(lambda _: OPERATOR, id="command-line"),
        pytest.param(lambda _: person(is_superuser=True), id="superuser"),
        pytest.param(lambda acts: person(*acts), id="just-these-acts"),
    ],
)
def test_who_may_do_it_is_not_refused(rule, who, content):
    assert not is_refused(rule, who(RULES[rule][1]), content)


def test_every_rule_with_an_actor_is_one_of_these():
    """What predicates, tables and numbers do with an actor is tested through them."""
    rooms = (ROOT / "glossary").rglob("*.py")
    found = {
        node.name
        for path in rooms
        if path.name != "numbering.py" and "models" not in path.parts
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and any(one.arg == "actor" for one in node.args.kwonlyargs)
    }

    assert found == {*RULES, *STEPS, *WORK, "take_sheet"}
