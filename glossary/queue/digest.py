"""A letter by e-mail that says how much waits for somebody: numbers and links alone.

What is in a mailbox can be read by others, so no word of a text, no name of a document
and no name of a person is in it. Who wants it asks for it at the desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from glossary import languages
from glossary.addresses import desk_path
from glossary.doors import desk_address
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Action, Digest, Event
from glossary.permissions import can_manage_accounts, can_work
from glossary.queue.groups import groups_for
from glossary.queue.questions import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.models import Actor, User

_OF_OTHERS = {"under-way"}
"""Groups of what others do: nothing in them waits for whoever reads the letter."""


class Sent(NamedTuple):
    """How many letters went out, and how many did not arrive at the server."""

    sent: int
    failed: int


@transaction.atomic
def ask_for_digest(*, lang: str, actor: Actor) -> Digest:
    """Send this person a letter on days on which something waits, in ``lang``.

    Raises ``PermissionDeniedError``, and ``StateError`` where there is no such
    language, or no address of theirs.
    """
    user = _require_worker(actor)
    if lang not in languages.codes():
        raise StateError(_("This site has no language “%(lang)s”.") % {"lang": lang})
    if not user.email:
        raise StateError(_("Your account has no e-mail address."))
    row, _is_new = Digest.objects.update_or_create(user=user, defaults={"lang": lang})
    Event.objects.record(Action.DIGEST_ASKED_FOR, actor=actor, details={"lang": lang})
    return row


@transaction.atomic
def stop_digest(*, actor: Actor) -> None:
    """Send this person no letter any more. Raises as ``ask_for_digest`` does."""
    user = _require_worker(actor)
    count, _of_what = Digest.objects.filter(user=user).delete()
    if not count:
        raise StateError(_("You get no letter from here."))
    Event.objects.record(Action.DIGEST_STOPPED, actor=actor)


def digest_of(user: User) -> Digest | None:
    """Return the letter that somebody gets, if they do."""
    return Digest.objects.filter(user=user).first()


def send_digests(*, actor: Actor) -> Sent:
    """Send each person who asked for it today's letter, unless it went already.

    The day is stored before a letter goes: whoever does the same at the same time, on
    this machine or on another, sends none twice. Raises ``PermissionDeniedError``, and
    ``StateError`` where there is no server for e-mail, or no desk to lead to.
    """
    if not can_manage_accounts(actor):
        raise PermissionDeniedError("You may not send letters.")
    if not settings.SENDS_LETTERS:
        raise StateError("There is no server for e-mail (EMAIL_URL).")
    if not settings.DESK:
        raise StateError("The desk is switched off (DESK).")
    done = [_send(row) for row in _wanted()]
    told = Sent(done.count(True), done.count(False))
    if told.sent or told.failed:
        Event.objects.record(Action.DIGESTS_SENT, actor=actor, details=told._asdict())
    return told


def _require_worker(actor: Actor) -> User:
    if not can_work(actor):
        raise PermissionDeniedError(_("You may not work on this."))
    return actor


def _wanted() -> Iterator[Digest]:
    """Yield the letters that somebody wants who can come in and has an address."""
    rows = Digest.objects.filter(user__is_active=True)
    yield from rows.exclude(user__email="").select_related("user")


def _send(row: Digest) -> bool | None:
    """Send one; tell whether it went, or nothing where there is none to send.

    That is where nothing waits, or where today's letter went already.
    """
    today = timezone.localdate()
    with translation.override(row.lang):
        lines = list(_lines(row))
        if not lines:
            return None
        not_yet = Digest.objects.filter(pk=row.pk).exclude(sent_on__gte=today)
        if not not_yet.update(sent_on=today):
            return None
        end = _("You asked for this letter at the desk, and can stop it there:")
        where = f"{desk_address()}{desk_path(row.lang, 'home')}"
        text = "\n".join([*lines, "", end, where])
        letter = EmailMessage(_("Work waits at the desk"), text, to=[row.user.email])
    try:
        return bool(letter.send())
    except OSError:  # what smtplib raises is one, too
        return False


def _lines(row: Digest) -> Iterator[str]:
    """Yield how much there is in each group in which there is something, and where."""
    question = Question(row.user)
    for group in groups_for(row.user):
        number = len(group.find(question)) if group.name not in _OF_OTHERS else 0
        if number:
            path = desk_path(row.lang, group.name)
            yield f"{group.label}: {number}\n{desk_address()}{path}"
