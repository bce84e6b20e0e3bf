"""Several who write, or begin, at once: each act is done by one of them, once."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from tests.siege.places import PATIENCE, end, start, wait_until
from tests.siege.writer import TAKEN_AWAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.siege.places import Site

_PAGE = f"/en/terms/{TAKEN_AWAY}/"
_FILLS = "Loading the starter glossary"


def three_writers(site: Site, seconds: float) -> str:
    """Three withdraw, load and restore the same things at the same time."""
    before = Counter(_audit(site)["done"])
    writers = [
        site.begin("-m", "tests.siege.writer", f"{seconds}", f"writer-{number}")
        for number in range(3)
    ]
    told = [json.loads(writer.communicate()[0] or "{}") for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], told
    done: Counter[str] = sum((Counter(one["done"]) for one in told), Counter())
    refused = sum(one["refused"] for one in told)
    found = _audit(site)
    assert found["faults"] == [], found
    assert Counter(found["done"]) == before + done, (before, done, found)
    _come_to_rest(site)
    acts = ", ".join(f"{number} {act}" for act, number in sorted(done.items()))
    return f"{acts}, each once; {refused} refused; no deadlock"


def three_first_starts(folder: Path) -> str:
    """Three sites begin at once in one folder, with one file of SQLite."""
    return three_begin(folder / "first", {})


def three_begin(folder: Path, variables: dict[str, str]) -> str:
    """Begin three at once, then one more: the first fills the database, and only it."""
    folder.mkdir()
    with ExitStack() as stack:
        sites = []
        for _ in range(3):
            sites.append(start(folder, variables, workers=1))
            stack.callback(end, sites[-1])
        for site in sites:
            wait_until(lambda site=site: site.status(_PAGE) == 200, PATIENCE, site)
    said = [site.log.read_text(errors="replace") for site in sites]
    assert sum(_FILLS in one for one in said) == 1, said
    late = start(folder, variables, workers=1)
    try:
        wait_until(lambda: late.status(_PAGE) == 200, PATIENCE, late)
        assert _FILLS not in late.log.read_text(), late.log.read_text()
        found = _audit(late)
    finally:
        end(late)
    assert found == {"done": {"loaded": 1}, "faults": []}, found
    return "one of three filled the database, the next start loaded nothing"


def _audit(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.run("-m", "tests.siege.writer", "audit"))
    return found


def _come_to_rest(site: Site) -> None:
    """Bring the entry back where it is away, and see that readers have it.

    What a worker answers just now may be older than the last act, so it is not asked.
    """
    site.begin("manage.py", "restore", TAKEN_AWAY).communicate()
    wait_until(lambda: site.status(_PAGE) == 200, 5, site)
