"""Adds work in states in which nothing of the demonstration is, and says where all is.

``python -m tests.browser.desk_states`` does so in the database of the environment. What
it prints is JSON: a version in each state, numbers, and sessions of one person.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
import sys
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402

from glossary.accounts import add_account, invite  # noqa: E402
from glossary.closed_lists import ErasureReason, RemarkReason  # noqa: E402
from glossary.document import DocumentKind, Name  # noqa: E402
from glossary.keys import issue_key  # noqa: E402
from glossary.models import (  # noqa: E402
    Event,
    Factor,
    FactorKind,
    Publication,
    Remark,
    Revision,
    RevisionState,
    User,
    every_act,
)
from glossary.publishing import (  # noqa: E402
    ask_to_erase,
    erase_alone,
    schedule_publication,
)
from glossary.queue import claim  # noqa: E402
from glossary.review import begin_draft, return_to_writer, submit_draft  # noqa: E402
from glossary.second_factors import new_recovery_codes  # noqa: E402
from tests.browser import states  # noqa: E402
from tests.desk.seats import seat  # noqa: E402
from tests.factories import OPERATOR, named  # noqa: E402
from tests.review.writing import saved  # noqa: E402

PASSWORD = secrets.token_hex()
HOUR = 3600
LONG = "A reader on a bad day, who reads this on a phone, needs shorter words. " * 4


def main() -> None:
    """Do all of it; the sessions come last, since other factors would end them."""
    states.main()
    somebody = account("demo-of-everything", PASSWORD)
    other = account("demo-of-the-rest", secrets.token_hex())
    places = revisions(somebody, other)
    erasures(other)
    answer: dict[str, Any] = {"revisions": places, "numbers": numbers(somebody, other)}
    factors(somebody)
    answer["sessions"] = {
        "now": seat(somebody, proved=-HOUR),
        "long": seat(somebody, proved=HOUR),
    }
    answer["password"] = PASSWORD
    json.dump(answer, sys.stdout)


def account(name: str, password: str) -> User:
    """Somebody invented who may do everything."""
    user = add_account(name=name, password=password, acts=every_act(), actor=OPERATOR)
    user.email = f"{name}@words.example"
    user.save(update_fields=["email"])
    return user


def revisions(somebody: User, other: User) -> dict[str, str]:
    """Return where a version in each state is, and one of each kind."""
    here = Revision.objects.filter(arrival="written-here").order_by("pk")
    current = Publication.objects.current().order_by("key")
    states = RevisionState.values
    found = {state: here.filter(state=state).last() for state in states}
    found |= {
        "approved": here.filter(state=RevisionState.APPROVED).first(),
        "behind": here.filter(state=RevisionState.DRAFT).first(),
        "public": current.readable().filter(revision__in=here)[0].revision,
        "withdrawn": current.withdrawn().filter(kind="entry")[0].revision,
        "planned": planned(here.filter(state=RevisionState.APPROVED).last(), other),
        "full": full(somebody, other),
        **{kind: begun(kind, somebody) for kind in ("topic", "source", "helpline")},
        **{kind: Revision.objects.filter(kind=kind).last() for kind in ("review",)},
    }
    return {
        state: f"{row.kind}/{row.key}/{row.number}/"
        for state, row in found.items()
        if row is not None
    }


def planned(row: Any, actor: User) -> Revision:
    """Return what waits for its time."""
    at = timezone.now() + dt.timedelta(days=30)
    schedule_publication(revisions=[row], at=at, actor=actor)
    return row


def full(writer: User, reviewer: User) -> Revision:
    """Return a draft with everything that there can be, and remarks on it."""
    row = begin_draft(name=named("everything"), actor=writer)
    row = submit_draft(revision=saved(row, writer, en="Short."), actor=writer)
    places = ("", "/languages/en/short", "/languages/cy/short", "/topics")
    why = RemarkReason.HARD_TO_READ
    remarks = [
        Remark(reason=why, place=place, text=LONG, suggestion=place and "Shorter.")
        for place in places
    ]
    row = return_to_writer(revision=row, remarks=remarks, actor=reviewer)
    claim(name=row.name, actor=writer)
    return row


def begun(kind: str, writer: User) -> Revision:
    """Return a draft of something else than an entry."""
    row = Publication.objects.readable().filter(kind=kind).order_by("key")[0]
    return begin_draft(name=row.name, actor=writer)


def erasures(actor: User) -> None:
    """Let one be asked for, and one be done that nobody has confirmed."""
    why = ErasureReason.IDENTIFIES_SOMEBODY
    given_up = Revision.objects.filter(state=RevisionState.ABANDONED)[0]
    ask_to_erase(
        name=given_up.name, reason=why, actor=actor, revisions=[given_up.number]
    )
    name = Name(DocumentKind.ENTRY, "gone-for-ever")
    row = begin_draft(name=name, actor=actor, start={"id": name.key})
    erase_alone(name=row.name, reason=why, actor=actor)


def numbers(somebody: User, other: User) -> dict[str, str]:
    """Return what is named by a number or a word of its own."""
    issue_key(name="An app that somebody has made", actor=OPERATOR)
    add_account(
        name="demo-invited", password=secrets.token_hex(), acts=[], actor=OPERATOR
    )
    token = invite(name="demo-invited", actor=somebody)
    event = Event.objects.exclude(revision=None).order_by("pk").last()
    return {"person": f"{other.pk}/", "welcome": f"{token}/", "event": f"{event.pk}/"}


def factors(somebody: User) -> None:
    """Let somebody have an app that shows codes, and codes on paper."""
    app = {"kind": FactorKind.APP, "name": "The phone", "secret": "salt", "counter": 1}
    Factor.objects.create(account=somebody, added_at=timezone.now(), **app)
    new_recovery_codes(account=somebody)


if __name__ == "__main__":
    main()
