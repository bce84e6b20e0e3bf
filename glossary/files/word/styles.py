"""What styles say of a run of words: whether it is hidden, and whether it is raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.looks import MOST_BASES, PLAIN, Look
from glossary.files.word.names import YES, is_on, name, names, path, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STYLE = name("w:style")
_KIND, _IS_DEFAULT, _ID = name("w:type"), name("w:default"), name("w:styleId")
_NAME, _BASE, _LOOK = name("w:name"), name("w:basedOn"), name("w:rPr")
_ALL = path("w:docDefaults/w:rPrDefault/w:rPr")
_VANISH, _PLACE = name("w:vanish"), name("w:vertAlign")
_FONTS, _FONT_NAMES = name("w:rFonts"), names("w:ascii w:hAnsi")
_FONT_OF_THEME = name("w:asciiTheme")
_MACHINERY = ("HTML Top of Form", "HTML Bottom of Form", "z-Top of Form")


def look_of(properties: Element | None) -> Look:
    """Return what the properties of a run say themselves."""
    if properties is None:
        return PLAIN
    place, fonts = properties.find(_PLACE), properties.find(_FONTS)
    return Look(
        is_on(properties.find(_VANISH)),
        None if place is None else value(place) == "superscript",
        None if fonts is None else _font(fonts),
    )


def _font(fonts: Element) -> str | None:
    if _FONT_OF_THEME in fonts.attrib:
        return ""
    return next(filter(None, map(fonts.get, _FONT_NAMES)), None)


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Take them from their part, which a document may lack."""
        self._styles: dict[str, Element] = {}
        self._usual: dict[str, str] = {}
        self._looks: dict[str, Look] = {}
        usual = None if root is None else root.find(_ALL)
        self._hides_all = bool(look_of(usual).is_hidden)
        for style in () if root is None else root.iter(_STYLE):
            self._styles[style.get(_ID, "")] = style
            if style.get(_IS_DEFAULT) in YES:
                self._usual[style.get(_KIND, "")] = style.get(_ID, "")

    def look(self, style: str, kind: str) -> Look:
        """Return what a style says, or the usual one where none is named."""
        style = style or self._usual.get(kind, "")
        if style not in self._looks:
            self._looks[style] = self._resolved(style)
        return self._looks[style]

    def is_machinery(self, style: str) -> bool:
        """Tell whether a program wrote what is hidden in this style."""
        found = self._styles.get(style)
        return found is not None and value(found.find(_NAME)) in _MACHINERY

    def seen(self, own: Look, *styles: Look) -> Look:
        """Return how words look whose own properties and styles say this.

        Styles switch hiding over: two that hide show (17.7.3). What the run says
        itself, or all of the document, is not switched.
        """
        switched = sum(bool(style.is_hidden) for style in styles) % 2 == 1
        vanish = self._hides_all or switched
        look = own
        for style in styles:
            look = look.over(style)
        return Look(
            vanish if own.is_hidden is None else own.is_hidden,
            bool(look.is_raised),
            look.font,
        )

    def _resolved(self, style: str) -> Look:
        """Return what a style says, or what it is based on."""
        look = PLAIN
        for _ in range(MOST_BASES):
            found = self._styles.get(style)
            if found is None:
                break
            look = look.over(look_of(found.find(_LOOK)))
            style = value(found.find(_BASE))
        return look
