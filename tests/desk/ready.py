"""For each address that the states of a text do not reach: what makes it succeed.

Each of them is made ready for somebody in a role, with what is theirs to do it with,
so that only what they may do is left to decide.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from importlib import import_module
from time import time
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from glossary.accounts import invite
from glossary.accounts.sessions import name_of_key
from glossary.closed_lists import ErasureReason
from glossary.models import Claim, Factor, FactorKind, Revision, User
from glossary.publishing import ask_to_erase, schedule_publication
from glossary.second_factors import new_recovery_codes, options_to_add, secret_of
from glossary.second_factors.codes import STEP, code_at
from glossary.sheets import rows_of
from tests.desk.seats import seat
from tests.factories import OPERATOR, published
from tests.review.writing import ENTRY
from tests.second_factors.device import Device

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desk.browser import Browser

PASSWORD = "a long password of words"


@dataclass
class Case:
    """Somebody who is about to do something, in a browser of theirs.

    ``owner`` has what is needed for it: they themselves, or somebody else where nobody
    is there. ``boss`` may do everything, and has written ``revision``, which ``other``
    people have signed off.
    """

    browser: Browser
    user: User | None
    other: User
    boss: User
    revision: Revision
    parts: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def owner(self) -> User:
        return self.user or self.other

    def remember(self, **what: Any) -> None:
        """Put something into the session of whoever is here, or of nobody."""
        cookie = self.browser.jar.get("desk")
        store = _store(cookie.value if cookie else None)
        store.update(what)
        store.save()
        self.browser.jar["desk"] = Cookie(value=store.session_key, path="/desk/")


class Cookie(dict[str, str]):
    """A cookie as a browser keeps it."""

    @property
    def value(self) -> str:
        return self["value"]


def sessions() -> dict[str, Any]:
    """Return what is in all sessions, but what they are to be told."""
    rows = {row.pk: row.get_decoded() for row in Session.objects.order_by("pk")}
    return {key: {**row, "_messages": None} for key, row in rows.items()}


def _store(key: str | None = None) -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore(key)


def _number(row: Any) -> dict[str, str]:
    return {"<part:number>": str(row.pk)}


def claimed(case: Case) -> None:
    end = timezone.now() + dt.timedelta(hours=1)
    Claim.objects.create(
        kind="entry", key=case.revision.key, user=case.owner, until=end
    )


def planned(case: Case) -> None:
    at = timezone.now() + dt.timedelta(days=1)
    row = schedule_publication(revisions=[case.revision], at=at, actor=case.boss)
    case.parts = _number(row)


def replaced(case: Case) -> None:
    published("data")
    published(
        "nominal",
        related=[{"relation": "replaced-by", "id": "data"}],
    )
    case.parts = {"<part:kind>": "entry", "<part:key>": "nominal"}
    case.fields = {"into": "data"}


def two_accounts(case: Case) -> None:
    case.fields = {"name": "none"}


def one_more_seat(case: Case) -> None:
    case.parts = {"<part:name>": name_of_key(seat(case.owner))}


def factor(case: Case) -> None:
    row = Factor.objects.create(
        account=case.owner,
        kind=FactorKind.APP,
        name="My phone",
        secret="a salt",
        added_at=timezone.now(),
    )
    case.parts = _number(row)
    case.fields = {"name": "Another phone"}


def app(case: Case) -> None:
    salt = "a salt of some length"
    case.remember(salt=salt)
    case.fields = {"code": code_at(secret_of(salt), int(time()) // STEP)}


def passkey(case: Case) -> None:
    options, state = options_to_add(case.owner)
    case.remember(question={**state, "at": int(time())})
    asked = orjson.loads(orjson.dumps(options, default=dict))
    case.fields = {"passkey": Device().make(asked)}


def address(case: Case) -> None:
    User.objects.filter(pk=case.owner.pk).update(email="me@words.example")
    case.fields = {"wanted": "yes"}


def sheet(case: Case) -> None:
    published("data")
    row = next(one for one in rows_of(["data"]) if one.field == "short")
    row = row._replace(texts={**row.texts, "en": "Typed in a table."})
    case.fields = {"rows": orjson.dumps([list(row)]).decode()}


def to_erase(case: Case) -> None:
    published("data")
    case.parts = {"<part:kind>": "entry", "<part:key>": ENTRY}
    case.fields = {
        "reason": ErasureReason.values()[0],
        "revision": str(case.revision.number),
        "sure": "yes",
    }


def erasure(case: Case) -> None:
    reason = ErasureReason(ErasureReason.values()[0])
    row = ask_to_erase(
        name=case.revision.name,
        reason=reason,
        actor=case.boss,
        revisions=[case.revision.number],
    )
    case.parts, case.fields = _number(row), {"sure": "yes"}


def invitation(case: Case) -> None:
    token = invite(name=case.other.username, actor=OPERATOR)
    case.parts = {"<part:token>": token}


def password(case: Case) -> None:
    other = User.objects.get(pk=case.other.pk)
    other.set_password(PASSWORD)
    other.save()
    case.fields = {"username": case.other.username, "password": PASSWORD}


def half_way(case: Case) -> None:
    factor(case)
    (code, *_) = new_recovery_codes(account=case.owner)
    case.remember(
        **{
            "half-way": {
                "account": case.owner.pk,
                "hash": case.owner.get_session_auth_hash(),
                "at": int(time()),
                "wanted": "",
            }
        }
    )
    case.fields = {"proof-code": code}


def nothing(_case: Case) -> None:
    """Whoever is there needs nothing more."""


READY: dict[str, Callable[[Case], None]] = {
    "add-app": app,
    "add-passkey": passkey,
    "cancel-plan": planned,
    "confirm-erasure": erasure,
    "decline-erasure": erasure,
    "end-others": one_more_seat,
    "end-session": one_more_seat,
    "erase": to_erase,
    "letter": address,
    "merge": replaced,
    "one-person": two_accounts,
    "passkey": nothing,
    "passkey-to-add": nothing,
    "recovery-codes": factor,
    "release": claimed,
    "remove-factor": factor,
    "rename-factor": factor,
    "second-step": half_way,
    "sign-in": password,
    "sign-out": nothing,
    "take-sheet": sheet,
    "welcome": invitation,
}
