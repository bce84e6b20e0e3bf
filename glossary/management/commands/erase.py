"""Erases for ever what identifies somebody: one asks, another one confirms."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from glossary.closed_lists import ErasureReason
from glossary.database import Left, write_anew
from glossary.errors import GlossaryError
from glossary.management.acting import (
    ActingCommand,
    command_line,
    document_name,
    sentences,
)
from glossary.models import Erasure
from glossary.publishing import (
    KEYS,
    TEXTS,
    ask_to_erase,
    confirm_erasure,
    decline_erasure,
    erase_again,
    erase_alone,
    find_words,
    is_here,
    read_list,
)
from glossary.reading import remove_kept_index

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from glossary.publishing import Listed

_GONE = "What is erased cannot be brought back."
_KEY_STAYS = (
    "Its key is back, and other documents refer to it: change them, publish that, and "
    "type this again. The key:"
)
_KEY_UNKNOWN = (
    "nothing here is known by its former key. Either the backup is from before it, or "
    "SECRET_KEY is not the one with which it was erased. Then see whether it is back: "
    "manage.py erase find"
)
_NOT_ALL = "Not everything could be erased again. The rest was:"
_HELD = (
    "Something of it may still be in the files of the database. "
    "manage.py erase finish removes it."
)


_LEFT = {
    Left.HELD: (
        "Somebody is in the middle of something, and may still see what was erased: "
        "nothing is written anew. Try again in a moment."
    ),
    Left.IN_STATISTICS: (
        "The tables are written anew, but PostgreSQL has noted down values of columns. "
        "Let a superuser type in this database: DELETE FROM pg_statistic; "
        "VACUUM FULL pg_statistic; ANALYZE; SELECT pg_switch_wal(); CHECKPOINT;"
    ),
    Left.IN_THE_LOG: (
        "The tables are written anew, but the log of the database is not. Let somebody "
        "who may do that type: SELECT pg_switch_wal(); CHECKPOINT;"
    ),
}


class Command(ActingCommand):
    """``manage.py erase ask|alone|confirm|decline|list|find|finish|again``."""

    help = (
        "Erase texts for ever. One person asks (ask), another one confirms (confirm): "
        "then every copy goes. What is withdrawn one person erases at once (alone), "
        f"and a second one confirms within a day. {_GONE}"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what is to be done, and of what."""
        acts = parser.add_subparsers(dest="act", required=True)
        for act, words in (
            ("ask", "ask that texts of a document be erased"),
            ("alone", "erase at once what is withdrawn"),
        ):
            one = acts.add_parser(act, help=words)
            one.add_argument("name", help="the entry, or another document")
            one.add_argument("--reason", required=True, choices=ErasureReason.values())
            one.add_argument(
                "--revision",
                type=int,
                action="append",
                default=[],
                help="the number of a revision; all, where none is named",
            )
            if act == "ask":
                one.add_argument(
                    "--with-key",
                    action="store_true",
                    help="the key tells who somebody is: erase it too, and all texts",
                )
        for act, words in (
            ("confirm", "confirm as a second person"),
            ("decline", "decline, or take back"),
        ):
            one = acts.add_parser(act, help=words)
            one.add_argument("number", type=int, help="the number in the list")
        acts.add_parser("list", help="list what waits, and what was erased")
        acts.add_parser("find", help="say where the words are that are piped in")
        acts.add_parser("finish", help="leave nothing in the files of the database")
        again = acts.add_parser("again", help="erase what a backup has brought back")
        again.add_argument("--list", type=Path, default=settings.ERASED_LIST)

    def handle(self, *_: Any, **options: Any) -> None:
        """Do what was asked."""
        getattr(self, f"_{options['act']}")(options)

    def _ask(self, options: dict[str, Any]) -> None:
        erasure = ask_to_erase(
            **_asked(options), with_key=options["with_key"], actor=command_line()
        )
        self.stdout.write(
            f"Asked: number {erasure.pk}, {erasure.name}. Somebody else confirms it: "
            f"manage.py erase confirm {erasure.pk}. {_GONE}"
        )

    def _alone(self, options: dict[str, Any]) -> None:
        erasure = erase_alone(**_asked(options), actor=command_line())
        self._tell(erasure)
        self.stdout.write(
            "Somebody else has to confirm it within a day: "
            f"manage.py erase confirm {erasure.pk}"
        )

    def _confirm(self, options: dict[str, Any]) -> None:
        given = Erasure(pk=options["number"])
        self._tell(confirm_erasure(erasure=given, actor=command_line()))

    def _decline(self, options: dict[str, Any]) -> None:
        given = Erasure(pk=options["number"])
        erasure = decline_erasure(erasure=given, actor=command_line())
        self.stdout.write(f"Declined: number {erasure.pk}. Nothing was erased.")

    def _list(self, _: dict[str, Any]) -> None:
        rows = Erasure.objects.all()
        if not rows:
            self.stdout.write("Nothing was erased, and nobody has asked for it.")
        for row in rows:
            key = ", with its key" if row.new_key else ""
            said = f"{row.pk} {row.name} {row.reason}{key}: {_standing(row)}"
            self.stdout.write(said)

    def _find(self, _: dict[str, Any]) -> None:
        words = sys.stdin.read().strip()
        if not words:
            raise CommandError("Pipe in what to look for: it is not to be an argument.")
        found = 0
        for row in find_words(words):
            found += 1
            self.stdout.write(f"{row.of}: {row.which}, {row.column}")
        self.stdout.write(f"Found: {found}.")

    def _finish(self, _: dict[str, Any]) -> None:
        remove_kept_index()
        tables = dict.fromkeys(model._meta.db_table for model in [*TEXTS, *KEYS])
        if left := write_anew([*tables]):
            raise CommandError(_LEFT[left])
        rows = Erasure.objects.filter(erased_at__isnull=False, cleared_at=None)
        count = rows.update(cleared_at=timezone.now())
        self.stdout.write(
            f"Nothing is left in the files of the database. Erasures: {count}."
        )

    def _again(self, options: dict[str, Any]) -> None:
        try:
            lines = options["list"].read_text(encoding="utf-8").splitlines()
            listed = read_list(lines)
        except (OSError, ValueError) as error:
            raise CommandError(f"The list cannot be read: {error}") from None
        left = [said for one in listed if (said := self._one_again(one))]
        self.stdout.write(f"Lines of the list: {len(listed)}.")
        if left:
            raise CommandError("\n".join([_NOT_ALL, *left]))

    def _one_again(self, one: Listed) -> str:
        """Erase what is on a line once more; return why not, and go on with the rest.

        Whatever the rest is, it must not stay because of this one.
        """
        try:
            erasure = erase_again(listed=one, actor=command_line())
        except GlossaryError as error:
            return f"{one.name}: {sentences(error)}"
        if erasure:
            self._tell(erasure)
            if one.former and not erasure.new_key:
                self.stdout.write(f"{_KEY_STAYS} {erasure.name}")
        elif one.former and not is_here(one.name):
            self.stdout.write(f"{one.name}: {_KEY_UNKNOWN}")
        return ""

    def _tell(self, erasure: Erasure) -> None:
        """Say what was erased, and whether anything is left in files."""
        erasure.refresh_from_db()
        count = len(erasure.gone)
        self.stdout.write(f"Erased: {erasure.name}, revisions {count}.")
        if erasure.cleared_at is None:
            self.stdout.write(_HELD)


def _asked(options: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": document_name(options["name"]),
        "reason": ErasureReason(options["reason"]),
        "revisions": options["revision"],
    }


def _standing(row: Erasure) -> str:
    """Return in words where an erasure stands."""
    if row.declined_at:
        return "declined"
    if row.erased_at is None:
        return f"asked by {row.asked_by_name}, waits for somebody else"
    left = "" if row.cleared_at else "; not yet out of the files (erase finish)"
    if row.confirmed_at is None:
        is_late = Erasure.objects.overdue().filter(pk=row.pk).exists()
        late = "OVERDUE, " if is_late else ""
        by = row.asked_by_name
        return f"{late}erased by {by} alone, waits for somebody else{left}"
    return f"erased, {row.asked_by_name} and {row.confirmed_by_name}{left}"
