"""The address of a leaflet: all that a leaflet is, since nothing is stored.

It names its words by their short codes, which tell nothing to whoever reads the
history of a browser, and are the same in every language. Ids and slugs are
understood too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q

from glossary.addresses import page_path
from glossary.document import short_code
from glossary.models import Address, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import QueryDict

MOST_WORDS = 40
_MOST_READ = 200


class Leaflet(NamedTuple):
    """What is on a leaflet, in order, and how it is set out.

    ``codes`` are short codes, and whatever stood in the address that is none.
    """

    codes: tuple[str, ...] = ()
    is_in_both: bool = False
    is_large: bool = False
    has_more: bool = False
    has_codes: bool = False

    @property
    def words(self) -> str:
        """The words as the query has them."""
        return ",".join(self.codes)

    @property
    def options(self) -> dict[str, str]:
        """How it is set out, as the query has it."""
        options = {
            "both": self.is_in_both,
            "large": self.is_large,
            "more": self.has_more,
            "codes": self.has_codes,
        }
        return {name: "1" for name, is_on in options.items() if is_on}

    @property
    def query(self) -> str:
        """The query that asks for this leaflet."""
        return urlencode({"t": self.words, **self.options}, safe=",")

    def path(self, lang: str) -> str:
        """Return the address of the page with this leaflet."""
        path = page_path(lang, "leaflet")
        return f"{path}?{self.query}" if self.codes else path

    def pdf_path(self, lang: str) -> str:
        """Return the address of this leaflet as a file."""
        return f"{page_path(lang, 'leaflet-pdf')}?{self.query}"

    def with_codes(self, codes: Iterable[str]) -> Leaflet:
        """Return a leaflet that looks the same, with other words."""
        return self._replace(codes=tuple(dict.fromkeys(codes)))


def read_leaflet(query: QueryDict, lang: str) -> Leaflet:
    """Return the leaflet that a query asks for, on a page in ``lang``."""
    return Leaflet(
        codes=read_codes(query.getlist("t"), lang),
        is_in_both=query.get("both") == "1",
        is_large=query.get("large") == "1",
        has_more=query.get("more") == "1",
        has_codes=query.get("codes") == "1",
    )


def read_codes(values: Iterable[str], lang: str) -> tuple[str, ...]:
    """Return the short codes that lists of codes, ids and slugs stand for.

    What stands for no entry is left as it is.
    """
    words = [word.strip().lower() for value in values for word in value.split(",")]
    wanted = [word for word in words if word][:_MOST_READ]
    known = _known(wanted, lang)
    return tuple(dict.fromkeys(known.get(word, word) for word in wanted))


def leaflet_address(lang: str, ids: Sequence[str]) -> str:
    """Return the address of a leaflet with these entries, as many as it takes."""
    return Leaflet(tuple(map(short_code, ids[:MOST_WORDS]))).path(lang)


def _known(words: Sequence[str], lang: str) -> dict[str, str]:
    """Return the code that each word stands for; ids and slugs of ``lang`` win.

    What was merged into another entry stands for that one.
    """
    entries = Entry.objects.filter(Q(pk__in=words) | Q(short_code__in=words))
    columns = ("id", "short_code", "merged_into__short_code")
    rows = list(entries.values_list(*columns))
    slugs = Address.objects.filter(slug__in=words)
    addresses = slugs.values_list("lang", "slug", "entry__short_code")
    return {
        **{code: into or code for _, code, into in rows},
        **{slug: code for code_lang, slug, code in addresses if code_lang != lang},
        **{slug: code for code_lang, slug, code in addresses if code_lang == lang},
        **{entry_id: into or code for entry_id, code, into in rows},
    }
