"""What a reader saw during an attack, and whether that will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.siege.reader import PAGES, reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.siege.places import Site

SLOWEST = 1000  # milliseconds for 99 of 100 answers
GROWTH = 100  # megabytes that may be left of an attack, what is held included


class Row(NamedTuple):
    """A line of the table. ``lost`` is what a killed process was just answering.

    ``before`` is the most that the site was seen to take until then, in megabytes:
    what it gave back and takes again is no growth.
    """

    name: str
    asked: int
    failed: int
    lost: int
    p50: float
    p99: float
    before: int
    after: int
    note: str

    def stood(self) -> bool:
        """Tell whether every answer came and no memory was lost."""
        return not self.failed and self.after - self.before <= GROWTH

    def is_good(self) -> bool:
        """Tell whether it stood, and fast: for a machine that does nothing else."""
        return self.stood() and self.p99 < SLOWEST


def besiege(site: Site, attack: Callable[[], str], name: str, *, kills: int = 0) -> Row:
    """Do one attack while a reader reads.

    Each process that is killed may take with it what it was just answering: one
    answer for each page that the reader asks for.
    """
    site.memory()
    before = site.most
    with reading(site) as reader:
        note = attack()
    lost = min(len(reader.cut), kills * len(PAGES))
    faults = sorted({f"{one.fault} for {one.path}" for one in reader.failed})
    return Row(
        name.replace("_", " "),
        len(reader.asked),
        len(reader.failed) - lost,
        lost,
        reader.milliseconds(0.5),
        reader.milliseconds(0.99),
        before,
        site.memory(),
        ", ".join([note, *faults]),
    )
