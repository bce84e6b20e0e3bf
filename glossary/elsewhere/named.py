"""The addresses that public documents name, each with those that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import reading

if TYPE_CHECKING:
    from collections.abc import Iterator


def named_addresses() -> dict[str, tuple[str, ...]]:
    """Return the addresses of sources, and of helplines and their pages."""
    found: dict[str, dict[str, None]] = {}
    for url, name in _named():
        found.setdefault(url.partition("#")[0], {})[name] = None
    return {url: tuple(names) for url, names in found.items()}


def _named() -> Iterator[tuple[str, str]]:
    shelf = reading.shelf()
    for source in shelf.sources.values():
        yield source.url, str(source.name)
    for line in shelf.helplines.values():
        yield line.web, str(line.name)
        for page in line.seen:
            yield page.url, str(line.name)
