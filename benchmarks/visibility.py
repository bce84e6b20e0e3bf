"""How soon a publication is seen by a server that is running already."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from benchmarks.load import Target
from benchmarks.places import ROOT, environment
from benchmarks.rounds import fetch

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.servers import Server

_PATIENCE = 90  # seconds


class Seen(NamedTuple):
    """Seconds from the commit until an answer shows it, or ``None``.

    ``slowest`` is the longest that any answer took meanwhile.
    """

    entry: float | None
    lookup: float | None
    slowest: float


def publish_and_watch(server: Server, database: Path, number: int) -> Seen:
    """Publish an entry under a new name and ask until the name is known."""
    command = [sys.executable, "-m", "benchmarks.publication", str(number)]
    settings = environment(database)
    with subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE
    ) as process:
        said, _ = process.communicate()
    published = json.loads(said)
    watch = _Watch(server, published)
    while watch.is_waiting:
        watch.look()
    return Seen(watch.seen["entry"], watch.seen["lookup"], watch.slowest)


class _Watch:
    """Asks for an entry by its address and by its new name."""

    def __init__(self, server: Server, published: dict[str, Any]) -> None:
        self._server, self._published = server, published
        self.seen: dict[str, float | None] = {"entry": None, "lookup": None}
        self.slowest = 0.0
        self._paths = {
            "entry": f"/api/v1/entries/{published['id']}/",
            "lookup": f"/api/v1/lookup/?{urlencode({'term': published['name']})}",
        }

    @property
    def is_waiting(self) -> bool:
        """Whether something is not seen yet, and there is patience left."""
        late = time.time() - self._published["at"] > _PATIENCE
        return None in self.seen.values() and not late

    def look(self) -> None:
        """Ask once for everything that is not seen yet."""
        for what in [what for what, when in self.seen.items() if when is None]:
            begun = time.monotonic()
            (answer,) = fetch(self._server, [Target(self._paths[what])])
            self.slowest = max(self.slowest, time.monotonic() - begun)
            if f'"text":"{self._published["name"]}"'.encode() in answer.body:
                self.seen[what] = time.time() - self._published["at"]
        time.sleep(0.01)
