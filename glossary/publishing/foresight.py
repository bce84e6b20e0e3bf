"""What would follow if somebody did something: it is done, looked at, and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from glossary.closed_lists import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.document import Name
    from glossary.models import Publication


class Foreseen(NamedTuple):
    """What would happen to a document."""

    name: Name
    change: Change


def foresee(act: Callable[[], Sequence[Publication]]) -> list[Foreseen]:
    """Return what ``act`` would publish; nothing of it stays.

    It raises what the rule does: so nothing is promised that would be refused. It holds
    the lock of the dataset for as long as publishing would.
    """
    with transaction.atomic():
        rows = act()
        found = [Foreseen(row.name, Change(row.change)) for row in rows]
        transaction.set_rollback(True)
    return found
