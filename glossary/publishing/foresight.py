"""What would follow if somebody did something: it is done, looked at, and undone."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from glossary.closed_lists import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary.document import Name
    from glossary.models import Publication


class Foreseen(NamedTuple):
    """What would happen to a document."""

    name: Name
    change: Change


@contextmanager
def nothing_stays() -> Iterator[None]:
    """Undo in the end what is done within, also where it succeeds."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def foresee(act: Callable[[], Sequence[Publication]]) -> list[Foreseen]:
    """Return what ``act`` would publish; nothing of it stays.

    It raises what the rule does: so nothing is promised that would be refused. It holds
    the lock of the dataset for as long as publishing would.
    """
    with nothing_stays():
        return [Foreseen(row.name, Change(row.change)) for row in act()]
