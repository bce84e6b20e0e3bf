"""What styles say of words: whether they are hidden, and whether they are raised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.files.looks import MOST_BASES, PLAIN, Look
from glossary.files.open_document.names import name, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_STYLE, _LOOK = name("style:style"), name("style:text-properties")
_NAME, _FAMILY = name("style:name"), name("style:family")
_BASE = name("style:parent-style-name")
_PAGE = name("style:master-page-name")
_FONTS = names("style:font-name fo:font-family")
_COPY = re.compile(r"(?<=[a-z])\d+$")
"""What an office puts behind the name of a font that it has twice."""
_DISPLAY, _PLACE = name("text:display"), name("style:text-position")


class Styles:
    """Styles by what they are for, and their names."""

    def __init__(self, roots: Iterable[Element]) -> None:
        """Take those below some elements; what comes last goes before the others."""
        self._styles = {
            (style.get(_FAMILY, ""), style.get(_NAME, "")): style
            for root in roots
            for style in root.iter(_STYLE)
        }
        self._looks: dict[tuple[str, str], Look] = {}
        self._pages: dict[tuple[str, str], str] = {}

    def look(self, family: str, style: str) -> Look:
        """Return what a style says, or what it is based on."""
        key = family, style
        if key not in self._looks:
            self._looks[key] = self._resolved(family, style)
        return self._looks[key]

    def page(self, family: str, style: str) -> str:
        """Return the kind of page that a block begins, or nothing."""
        key = family, style
        if key not in self._pages:
            rows = self._with_bases(family, style)
            named = (row.attrib[_PAGE] for row in rows if _PAGE in row.attrib)
            self._pages[key] = next(named, "")
        return self._pages[key]

    def _resolved(self, family: str, style: str) -> Look:
        look = PLAIN
        for row in self._with_bases(family, style):
            look = look.over(_look_of(row.find(_LOOK)))
        return look

    def _with_bases(self, family: str, style: str) -> Iterator[Element]:
        for _ in range(MOST_BASES):
            found = self._styles.get((family, style))
            if found is None:
                return
            yield found
            style = found.get(_BASE, "")


def _look_of(properties: Element | None) -> Look:
    if properties is None:
        return PLAIN
    display, place = properties.get(_DISPLAY), properties.get(_PLACE)
    fonts = (_COPY.sub("", properties.get(one, "")) for one in _FONTS)
    return Look(
        None if display is None else display == "none",
        None if place is None else _is_high(place),
        next(filter(None, fonts), None),
    )


def _is_high(place: str) -> bool:
    """Tell whether letters are raised: ``super``, or by so much of their height."""
    first = place.partition(" ")[0]
    return first == "super" or (first.endswith("%") and first[:1] not in {"-", "0"})
