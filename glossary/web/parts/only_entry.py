"""The one entry that has a name: where what was typed leads without a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.closed_lists import ABBREVIATED, MatchTier, TermStatus
from glossary.web.parts.listing import list_entries

if TYPE_CHECKING:
    from glossary.reading import Shelf
    from glossary.search import LabelMatch

_EXACT = {
    MatchTier.PREFERRED_EXACT,
    MatchTier.PREFERRED_FOLDED,
    MatchTier.OTHER_EXACT,
    MatchTier.OTHER_FOLDED,
}
_IN_NAMES = {MatchTier.NAME_START, MatchTier.NAME_WORDS, MatchTier.NAME_WORD_STARTS}
_OTHERS = 20


def only_entry(
    shelf: Shelf, words: str, lang: str, *, shown_in: str | None = None
) -> str:
    """Return the path of the entry that has exactly this name, if it is only one.

    It must be a name in ``lang`` that is shown, and no general word that other names
    have too. The path is that of the page in ``shown_in``, or in ``lang``.
    """
    named = shelf.index.lookup(words, lang=lang, all_tiers=True)
    exact = [row for row in named if row.match in _EXACT]
    if len({row.entry_id for row in exact}) != 1 or not exact[0].is_own:
        return ""
    if _is_general(shelf, words, exact[0]):
        return ""
    return list_entries(shelf, [exact[0].entry_id], shown_in or lang)[0].path


def _is_general(shelf: Shelf, words: str, row: LabelMatch) -> bool:
    """Say whether a name is one word that is in the names of other entries."""
    if (
        row.status == TermStatus.PREFERRED
        or row.type in ABBREVIATED
        or " " in row.label
    ):
        return False
    hits = shelf.index.search(words, lang=row.lang, limit=_OTHERS).hits
    return any(hit.match in _IN_NAMES and hit.entry_id != row.entry_id for hit in hits)
