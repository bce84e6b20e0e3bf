"""Makes accounts for the desk, says what each may do, closes and lists them."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from glossary import accounts
from glossary.management.acting import ActingCommand, command_line
from glossary.models import Act, User
from glossary.permissions import acts_of

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

_WHAT = ("add", "allow", "forbid", "password", "close", "reopen", "list")


class Command(ActingCommand):
    """``manage.py account add NAME ACT...``, and six more."""

    help = (
        "Make an account for the desk, say what it may do, give it another password, "
        "close it. The password is asked for, or read from what is piped in."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, with whose account, and which acts."""
        parser.add_argument("what", choices=_WHAT)
        parser.add_argument("name", nargs="?", help="whose account it is")
        parser.add_argument(
            "acts", nargs="*", metavar="ACT", help=f"one of: {', '.join(Act)}"
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
        self.stdout.write(_line(_do(what, name, _acts(what, acts))), ending="")


def _do(what: str, name: str, acts: set[Act]) -> User:
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
        case "close":
            return accounts.close_account(name=name, actor=actor)
    return accounts.reopen_account(name=name, actor=actor)


def _acts(what: str, named: list[str]) -> set[Act]:
    """Return the acts that are named. Raises ``CommandError`` for what is none."""
    unknown = sorted({*named} - {*Act.values})
    if unknown:
        raise CommandError(
            f"There is no act “{unknown[0]}”, but there are: {', '.join(Act)}."
        )
    if what in {"allow", "forbid"} and not named:
        raise CommandError(f"Say what to {what}: {', '.join(Act)}.")
    if named and what not in {"add", "allow", "forbid"}:
        raise CommandError(f"“{what}” takes a name and nothing more.")
    return {Act(name) for name in named}


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
    if not user.is_active:
        return f"{user.username}: closed\n"
    acts = ", ".join(acts_of(user)) or "may look, and do nothing"
    return f"{user.username}: {acts}\n"
