"""How the public entries hang together: by their topics and by their relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.reading import Shelf


@dataclass(frozen=True)
class Connections:
    """For each entry its topics, its kind, and the entries related to it."""

    topics: Mapping[str, Sequence[str]]
    kinds: Mapping[str, str]
    related: Mapping[str, Sequence[str]]

    def in_topic(self, topic: str) -> list[str]:
        """Return the entries whose main topic it is."""
        return [one for one in self.topics if self._main(one) == topic]

    def between_topics(self) -> Counter[tuple[str, str]]:
        """Return how many relations there are between two topics, each pair once."""
        found: Counter[tuple[str, str]] = Counter()
        for one, others in self.related.items():
            for other in others:
                ends = sorted((self._main(one), self._main(other)))
                if one < other and ends[0] != ends[1]:
                    found[ends[0], ends[1]] += 1
        return found

    def near(self, topic: str) -> list[tuple[str, int]]:
        """Return the topics connected with a topic, the most connected first."""
        pairs = self.between_topics()
        found = {
            first if second == topic else second: count
            for (first, second), count in pairs.items()
            if topic in {first, second}
        }
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def best_connected(self, ids: Sequence[str]) -> list[str]:
        """Return those of ``ids`` to which the others are related, most first."""
        inside = set(ids)
        counts = {
            one: sum(other in inside for other in self.related[one]) for one in ids
        }
        ordered = sorted(ids, key=lambda one: (-counts[one], one))
        return [one for one in ordered if counts[one] > 1]

    def _main(self, entry_id: str) -> str:
        return next(iter(self.topics[entry_id]), "")


def read_connections(shelf: Shelf, ids: Sequence[str]) -> Connections:
    """Return how public entries hang together, among themselves."""
    found = shelf.index.described(ids)
    back: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(found.values()):
        for other in entry.related:
            back[other].append(entry.id)
    return Connections(
        topics={one: found[one].topics for one in found},
        kinds={one: found[one].kind for one in found},
        related={
            one: [
                other
                for other in dict.fromkeys([*found[one].related, *back[one]])
                if other in found
            ]
            for one in found
        },
    )
