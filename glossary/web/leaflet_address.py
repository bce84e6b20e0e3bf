"""The address of a leaflet: all that a leaflet is, since nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from glossary.web.page import page_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

MOST_WORDS = 40


class Leaflet(NamedTuple):
    """What is on a leaflet, in order, and how it is set out."""

    ids: tuple[str, ...]
    is_in_both: bool = False
    is_large: bool = False
    has_more: bool = False

    @property
    def query(self) -> str:
        """The query that asks for this leaflet."""
        options = {
            "both": self.is_in_both,
            "large": self.is_large,
            "more": self.has_more,
        }
        chosen = {name: "1" for name, is_on in options.items() if is_on}
        return urlencode({"t": ",".join(self.ids), **chosen}, safe=",")

    def path(self, lang: str) -> str:
        """Return the address of the page with this leaflet."""
        path = page_path(lang, "leaflet")
        return path if self == Leaflet(()) else f"{path}?{self.query}"

    def pdf_path(self, lang: str) -> str:
        """Return the address of this leaflet as a file."""
        return f"{page_path(lang, 'leaflet').rstrip('/')}.pdf?{self.query}"

    def with_ids(self, ids: Sequence[str]) -> Leaflet:
        """Return a leaflet that looks the same, with other words."""
        return self._replace(ids=tuple(dict.fromkeys(ids)))


def read_leaflet(query: QueryDict) -> Leaflet:
    """Return the leaflet that a query asks for."""
    ids = filter(None, (one.strip() for one in query.get("t", "").split(",")))
    return Leaflet(
        ids=tuple(dict.fromkeys(ids)),
        is_in_both=query.get("both") == "1",
        is_large=query.get("large") == "1",
        has_more=query.get("more") == "1",
    )


def leaflet_address(lang: str, ids: Sequence[str]) -> str:
    """Return the address of a leaflet with these entries, as many as it takes."""
    return Leaflet(tuple(ids)[:MOST_WORDS]).path(lang)
