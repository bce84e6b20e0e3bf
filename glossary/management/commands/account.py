"""Makes accounts for the desk, says what each may do, closes and lists them."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.db.models import Q

from glossary import accounts, addresses, languages
from glossary.doors import desk_address
from glossary.management.acting import ActingCommand, command_line
from glossary.management.first_account import place_to_sign_in
from glossary.models import User, every_act
from glossary.permissions import acts_of

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

_WHAT = (
    "add",
    "allow",
    "forbid",
    "password",
    "invite",
    "forget-factors",
    "sign-out",
    "close",
    "reopen",
    "same",
    "own",
    "list",
)
EVERYTHING = "everything"
"""For all acts that there are."""
_PLAIN = {
    "forget-factors": accounts.reset_second_factor,
    "sign-out": accounts.end_sessions,
    "close": accounts.close_account,
    "reopen": accounts.reopen_account,
    "own": accounts.mark_as_own_person,
}
"""What needs no more than a name."""


class Command(ActingCommand):
    """``manage.py account add NAME ACT...``, and eleven more."""

    help = (
        "Make an account for the desk, say what it may do, give it another password, "
        "close it. The password is asked for, or read from what is piped in."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, with whose account, and which acts or other accounts."""
        parser.add_argument("what", choices=_WHAT)
        parser.add_argument("name", nargs="?", help="whose account it is")
        parser.add_argument(
            "acts",
            nargs="*",
            metavar="ACT",
            help=f"{EVERYTHING}, or some of: {', '.join(every_act())}; "
            "for “same”: other accounts",
        )

    def handle(
        self, *_: Any, what: str, name: str | None, acts: list[str], **__: Any
    ) -> None:
        """Do it."""
        if what == "list":
            self.stdout.writelines(map(_line, User.objects.order_by("username")))
            return
        if not name:
            raise CommandError("Give the account a name.")
        if what == "same":
            users = accounts.mark_as_one_person(
                names=[name, *acts], actor=command_line()
            )
            self.stdout.writelines(map(_line, users))
            return
        named = _acts(what, acts)
        if what == "invite":
            self.stdout.write(_invitation(name))
            return
        self.stdout.write(_line(_do(what, name, named)), ending="")
        if what == "add":
            self.stdout.write(f"Sign in at {place_to_sign_in()}")


def _invitation(name: str) -> str:
    """Return how somebody chooses a password that nobody else sees."""
    token = accounts.invite(name=name, actor=command_line())
    lang = languages.codes()[0]
    path = addresses.desk_path(lang, "welcome", token)
    return (
        f"Send this to the owner of the account, and to nobody else. It works once, "
        f"and for a day:\n{desk_address()}{path}"
    )


def _do(what: str, name: str, acts: set[str]) -> User:
    """Call the rule, and return the account as it is now."""
    actor = command_line()
    match what:
        case "add":
            return accounts.add_account(
                name=name, password=_asked(), acts=acts, actor=actor
            )
        case "allow":
            return accounts.allow(name=name, acts=acts, actor=actor)
        case "forbid":
            return accounts.forbid(name=name, acts=acts, actor=actor)
        case "password":
            return accounts.change_password(name=name, password=_asked(), actor=actor)
    return _PLAIN[what](name=name, actor=actor)


def _acts(what: str, named: list[str]) -> set[str]:
    """Return the acts that are named. Raises ``CommandError`` for what is none."""
    if named == [EVERYTHING]:
        named = [*every_act()]
    unknown = sorted({*named} - {*every_act()})
    if unknown:
        raise CommandError(
            f"There is no act “{unknown[0]}”, but there are: {', '.join(every_act())}."
        )
    if what in {"allow", "forbid"} and not named:
        raise CommandError(f"Say what to {what}: {', '.join(every_act())}.")
    if named and what not in {"add", "allow", "forbid"}:
        raise CommandError(f"“{what}” takes a name and nothing more.")
    return {*named}


def _asked() -> str:
    """Return the password that somebody types twice, or pipes in once."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Password (again): ") != password:
        raise CommandError("These are two different passwords.")
    return password


def _line(user: User) -> str:
    """Return what somebody needs to know of an account."""
    same = Q(pk=user.person) | Q(same_as=user.person)
    others = User.objects.filter(same).exclude(pk=user.pk).order_by("username")
    names = ", ".join(other.username for other in others)
    name = f"{user.username} (one person with {names})" if names else user.username
    if not user.is_active:
        return f"{name}: closed\n"
    acts = ", ".join(acts_of(user)) or "may look, and do nothing"
    return f"{name}: {acts}\n"
