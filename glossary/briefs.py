"""What each entry means in brief, as JSON that is made once for each version."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import orjson

from glossary import reading
from glossary.models import Publication
from glossary.public_form import BASE, brief_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.public_form import BriefSection

_BASE = BASE.encode()
_MISSING = b'{"state":"missing"}'
_lock = threading.Lock()
_kept: tuple[reading.Shelf, Briefs] | None = None


class Briefs:
    """The preferred name, short version, address and state of every public entry."""

    def __init__(self, bodies: Iterable[tuple[str, str]]) -> None:
        """Take ids with the entries as the API gives them."""
        self._blocks: dict[str, dict[str, bytes]] = {}
        self._addresses: dict[str, dict[str, str]] = {}
        for entry_id, body in bodies:
            sections = brief_of(body).sections
            self._blocks[entry_id] = {
                lang: orjson.dumps(_brief(section))
                for lang, section in sections.items()
            }
            self._addresses[entry_id] = {
                lang: section.url for lang, section in sections.items()
            }

    def as_json(
        self, entry_ids: Iterable[str], *, langs: Sequence[str], base: str
    ) -> bytes:
        """Return the entries with these ids as one object, in the languages given.

        ``base`` is the site's own address. Ids that no public entry has are left out.
        """
        entries = b",".join(self._entries(dict.fromkeys(entry_ids), langs))
        return b"{%b}" % entries.replace(_BASE, base.encode())

    def page(
        self, entry_ids: Iterable[str], *, langs: Sequence[str], base: str
    ) -> tuple[str, str] | None:
        """Return address and language of the first of these entries that is public.

        The language is the first of ``langs`` that the entry has.
        """
        for entry_id in entry_ids:
            addresses = self._addresses.get(entry_id, {})
            for lang in langs:
                if lang in addresses:
                    return addresses[lang].replace(BASE, base), lang
        return None

    def ids(self) -> Iterable[str]:
        """Return the ids of all entries."""
        return self._blocks.keys()

    def _entries(
        self, entry_ids: Iterable[str], langs: Sequence[str]
    ) -> Iterator[bytes]:
        for entry_id in entry_ids:
            blocks = self._blocks.get(entry_id)
            if blocks is not None:
                found = b",".join(
                    b'"%b":%b' % (lang.encode(), blocks.get(lang, _MISSING))
                    for lang in langs
                )
                yield b'"%b":{"languages":{%b}}' % (entry_id.encode(), found)


def current_briefs() -> Briefs:
    """Return the briefs of the public glossary as of now."""
    global _kept  # noqa: PLW0603 (one for each process, replaced whole)
    shelf = reading.shelf()
    if _kept is None or _kept[0] is not shelf:
        with _lock:
            if _kept is None or _kept[0] is not shelf:
                rows = Publication.objects.entries().readable().order_by("key")
                _kept = shelf, Briefs(rows.values_list("key", "body").iterator())
    return _kept[1]


def _brief(section: BriefSection) -> dict[str, str]:
    return {
        "state": section.state,
        "term": section.terms[0].text,
        "short": section.short,
        "url": section.url,
    }
