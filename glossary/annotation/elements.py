"""What the elements of HTML do to the words in them (WHATWG HTML, 13.1 and 13.2).

``WRITTEN`` ones are given back, and some as another (``INSTEAD``). Of others the
words stay, save of those that are ``DROPPED``: they hold programs, controls and
pictures, not text.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
CELLS = _names("td th")
SECTIONS = _names("thead tbody tfoot")
TABLE_PARTS = CELLS | SECTIONS | _names("table caption tr")
NO_TEXT_DIRECTLY = SECTIONS | _names("table tr")
"""Words that stand in one of these outside a cell are moved by every browser."""

VOID = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link "
    "meta param source track wbr"
)
RAW_TEXT = _names(
    "iframe noembed noframes noscript plaintext script style textarea title xmp"
)
"""What is in them is no markup: it ends where their end tag stands, and is dropped."""
DROPPED = _names(
    "applet audio canvas datalist frameset math object select svg template video"
)
FOREIGN = _names("math svg")
"""Only these can be closed in their start tag."""
SPACED = _names("rt rtc")
"""Stand above the words before them, and would run into these in one line."""

_BLOCKS = (
    HEADINGS
    | TABLE_PARTS
    | _names(
        "address article aside blockquote dd details div dl dt fieldset figcaption "
        "figure footer header hgroup hr li main menu nav ol p pre section "
        "summary ul"
    )
)
INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("center dialog dir form optgroup option search".split(), "div"),
        "listing": "pre",
        "tt": "code",
    }
)
"""As what some come back: what they look like, without what they do."""
ENDS_PARAGRAPH = (_BLOCKS - CELLS - SECTIONS - _names("caption tr")) | (
    INSTEAD.keys() - {"tt"}
)
WHOLE_PAGE = _names("html body")
BREAKS = _BLOCKS | ENDS_PARAGRAPH | WHOLE_PAGE | _names("button label legend")
"""What stands before one of these and what stands in it are two sentences."""

WRITTEN = _BLOCKS | _names(
    "a abbr b bdi bdo br button cite code del dfn em i ins kbd label legend mark q s "
    "samp small span strong sub sup time u var wbr"
)

UNLINKED = HEADINGS | _names("a button hgroup label legend summary")
"""Read, and their terms found, but no link is put there."""
SILENT = _names("code kbd pre samp var")
"""Given back as they are: the words in them are no sentences."""

NO_GLOSSARY = "no-glossary"
"""The class by which an author keeps a part of the page as it is."""

LINK_CLASS = "glossary-term"
"""The class of the links that we put there."""
CLASSES = (NO_GLOSSARY, LINK_CLASS)

REFERENCES = _names("aria-describedby aria-labelledby headers")
"""Their values are ids, one or several."""
EVERYWHERE = _names("aria-describedby aria-labelledby class dir id lang")
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": _names("data-entries href hreflang"),
        "abbr": _names("title"),
        "blockquote": _names("cite"),
        "del": _names("cite datetime"),
        "dfn": _names("title"),
        "ins": _names("cite datetime"),
        "li": _names("value"),
        "ol": _names("reversed start type"),
        "q": _names("cite"),
        "td": _names("colspan headers rowspan"),
        "th": _names("colspan headers rowspan scope"),
        "time": _names("datetime"),
    }
)

_TABLE = _names("table")
_OF_CELLS = _names("caption table td th")
_AROUND = _OF_CELLS | DROPPED
_OF_LISTS = DROPPED | {"button"} | _BLOCKS - _names("address div li dd dt")

CLOSED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(CELLS, (CELLS, _TABLE)),
        **dict.fromkeys(SECTIONS, (SECTIONS | {"caption"}, _TABLE)),
        "tr": (_names("caption tr"), _TABLE),
        "caption": (SECTIONS | {"caption"}, _TABLE),
        "li": (_names("li"), _OF_LISTS),
        "dd": (_names("dd dt"), _OF_LISTS),
        "dt": (_names("dd dt"), _OF_LISTS),
        "a": (_names("a"), _AROUND),
        "button": (_names("button"), _AROUND),
    }
)
"""What a start tag closes first, if it is open, and what hides it from being seen."""
PARAGRAPH = (_names("p"), _AROUND | {"button"})


def reach(name: str) -> frozenset[str]:
    """Return what an end tag of ``name`` does not look beyond."""
    return _TABLE if name in TABLE_PARTS else _OF_CELLS
