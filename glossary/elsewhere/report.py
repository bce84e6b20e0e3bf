"""What the last check of the addresses found, kept in a file."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "links.json"


class Verdict(StrEnum):
    """What is known of an address."""

    WORKS = "works"
    MOVED = "moved"
    DEAD = "dead"
    UNSURE = "unsure"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Found:
    """An address, what was found there, and the documents that name it.

    ``answered_on`` is the last day on which a page was there, of all checks.
    """

    address: str
    verdict: Verdict
    named_by: tuple[str, ...]
    status: int = 0
    problem: str = ""
    moved_to: str = ""
    asked_on: str = ""
    answered_on: str = ""

    @property
    def is_there(self) -> bool:
        """Whether a page answered."""
        return self.verdict in {Verdict.WORKS, Verdict.MOVED}


def report_path() -> Path:
    """Return where the report is kept."""
    return Path(settings.VAR_DIR) / FILE


def keep_report(found: Iterable[Found]) -> None:
    """Keep a report in place of the last one, whole or not at all."""
    text = json.dumps([asdict(row) for row in found], ensure_ascii=False, indent=1)
    path = report_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(text + "\n", encoding="utf-8")
    new.replace(path)


def kept_report() -> dict[str, Found]:
    """Return the last report by its addresses; nothing where there is none to read."""
    try:
        rows = json.loads(report_path().read_text(encoding="utf-8"))
        found = [
            Found(
                **{
                    **row,
                    "verdict": Verdict(row["verdict"]),
                    "named_by": tuple(row["named_by"]),
                }
            )
            for row in rows
        ]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {row.address: row for row in found}


def today() -> str:
    """Return the day as reports have it."""
    return dt.datetime.now(tz=dt.UTC).date().isoformat()
