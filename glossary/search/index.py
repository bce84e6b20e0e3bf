"""The search index: every question the public side asks about which entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.search import listed, lists, lookup, ranking
from glossary.search import suggest as autocomplete
from glossary.search.labels import Scope
from glossary.search.layers import Layer, Layers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary.search.lists import Ids
    from glossary.search.long_lists import LongList
    from glossary.search.results import (
        LabelMatch,
        ListedEntry,
        ListedSection,
        Position,
        SearchPage,
    )


class Index:
    """What is published, as of one sequence; any thread may ask it anything.

    Languages, topics, letters and ids that it does not know find nothing. Texts
    are taken as they come, whatever is in them.
    """

    def __init__(self, *layers: Layer) -> None:
        """Answer from finished layers; ``build_index`` makes one."""
        self.layers = Layers(*layers)

    @property
    def sequence(self) -> int:
        """The sequence of the newest publication in the index."""
        return self.layers.facts.sequence

    @property
    def origin(self) -> str:
        """What ``build_index`` was told of where the content is from."""
        return self.layers.facts.origin

    def count(self) -> int:
        """Return how many entries there are."""
        return lists.entry_count(self.layers)

    def lookup(
        self,
        term: str,
        *,
        lang: str | None = None,
        all_tiers: bool = False,
        limit: int = 200,
    ) -> list[LabelMatch]:
        """Return the labels that ``term`` is, those of the strongest tier that has any.

        An entry comes once for each language. Close spellings come with
        ``all_tiers`` only, at most ten.
        """
        return lookup.look_up(
            self.layers, term, lang=lang, all_tiers=all_tiers, limit=limit
        )

    def search(
        self,
        query: str,
        *,
        lang: str | None = None,
        topic: str | None = None,
        kind: str | None = None,
        limit: int = 50,
        after: Position | None = None,
    ) -> SearchPage:
        """Return the entries that ``query`` finds by name or by text, best first.

        ``after`` is the ``following`` of the page before.
        """
        scope = Scope(lang, topic, kind)
        return ranking.search(self.layers, query, scope, limit=limit, after=after)

    def propose(
        self, term: str, *, lang: str | None = None, limit: int = 5
    ) -> list[LabelMatch]:
        """Return the names that somebody who typed ``term`` may have meant.

        Each is of another entry. They are found by their names only.
        """
        return ranking.propose(self.layers, term, Scope(lang), limit=limit)

    def suggest(
        self, prefix: str, *, lang: str | None = None, limit: int = 8
    ) -> list[LabelMatch]:
        """Return the labels that ``prefix`` may become, each of another entry."""
        return autocomplete.suggest(self.layers, prefix, lang=lang, limit=limit)

    def entries(
        self,
        *,
        lang: str | None = None,
        letter: str | None = None,
        topic: str | None = None,
        kind: str | None = None,
        state: str | None = None,
        source: str | None = None,
        updated_since: str | None = None,
    ) -> Ids:
        """Return the ids of the entries for which all that is given holds, in order.

        ``lang`` asks for a section in that language; ``letter`` and ``state``
        are of that section, or of any. ``state="missing"`` asks for entries
        without one. ``updated_since`` counts the moment itself in.

        Raises ``ValueError`` where ``updated_since`` is no date in ISO 8601.
        """
        wanted = lists.ListFilter(
            lang, letter, topic, kind, state, source, updated_since
        )
        return lists.entries(self.layers, wanted)

    def letters(self, lang: str) -> list[tuple[str, int]]:
        """Return the whole alphabet of a language with the sections under each letter.

        Other letters, the empty one last, follow where something is under them.
        """
        return lists.letters(self.layers, lang)

    def states(self, lang: str) -> dict[str, int]:
        """Return how many entries are in each state in a language, ``missing`` too."""
        return lists.states(self.layers, lang)

    def by_letter(self, lang: str, letter: str) -> LongList[ListedSection]:
        """Return the sections under a letter, in the order of their language."""
        return listed.sections_of(self.layers, lang, "letter", letter)

    def by_topic(self, topic: str, lang: str) -> LongList[ListedSection]:
        """Return the sections of a topic, in the order of their language."""
        return listed.sections_of(self.layers, lang, "topic", topic)

    def all_sections(self, lang: str) -> LongList[ListedSection]:
        """Return all sections of a language, in its order."""
        return listed.sections_of(self.layers, lang)

    def topic_counts(self) -> Mapping[str, int]:
        """Return how many entries each topic has; topics without any are left out."""
        return self.layers.counts("topic")

    def source_counts(self) -> Mapping[str, int]:
        """Return how many entries cite each source, where any do."""
        return self.layers.counts("source")

    def section(self, entry_id: str, lang: str) -> ListedSection | None:
        """Return the section of an entry in a language, if it has one."""
        found = (one for one in self.sections([entry_id]) if one.lang == lang)
        return next(found, None)

    def sections(self, ids: Iterable[str]) -> list[ListedSection]:
        """Return the sections of entries in the order of ``ids``, then of languages."""
        return listed.sections(self.layers, list(ids))

    def described(self, ids: Iterable[str]) -> Mapping[str, ListedEntry]:
        """Return what there is to know of entries, whatever their language."""
        return listed.described(self.layers, list(ids))
