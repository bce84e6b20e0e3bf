"""Fonts of RTF, and which letters the bytes written in them are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from glossary.files.plain import as_utf_8
from glossary.files.symbols import is_pictorial, sign

_PAGES = {
    77: 10000,  # the Macintosh
    78: 932,
    79: 949,
    80: 936,
    81: 950,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    254: 437,
    255: 850,
}
"""The code page of each set of characters that a font may have."""
_PICTURES = 2  # the set of fonts that have pictures where others have letters
_LONGEST = 100
_SOME_PICTURES = "webdings"
_CODECS = {10000: "mac_roman", 1361: "johab", 65001: "utf-8", 20127: "ascii"}
_ISO = range(28591, 28607)
_USUAL = "cp1252"
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n"})


@dataclass(slots=True)
class Font:
    """What the table of fonts says of one."""

    name: str = ""
    characters: int = 0
    page: int = 0

    def add_to_name(self, data: bytes) -> None:
        """Take a piece of the name, which is never long."""
        if len(self.name) < _LONGEST:
            self.name += data[:_LONGEST].decode("latin-1").strip().rstrip(";")

    def is_pictorial(self) -> bool:
        """Tell whether it has pictures where others have letters."""
        return self.characters == _PICTURES or is_pictorial(self.name)

    def sign(self, code: int) -> str:
        """Return the sign that has this number in it."""
        is_known = is_pictorial(self.name) or not self.is_pictorial()
        return sign(self.name if is_known else _SOME_PICTURES, code)


@dataclass(slots=True)
class Fonts:
    """The table of fonts, and the code page of the document."""

    page: int = 0
    usual: int = 0
    _fonts: dict[int, Font] = field(default_factory=dict)

    def font(self, number: int) -> Font:
        """Return a font; one that the table lacks is an ordinary one."""
        return self._fonts.get(number, _ORDINARY)

    def begin(self, number: int) -> Font:
        """Add a font to the table."""
        font = self._fonts[number] = Font()
        return font

    def decoded(self, data: bytes, number: int) -> str:
        """Return bytes that are written in a font as text."""
        font = self.font(number)
        if font.is_pictorial():
            return "".join(map(font.sign, data))
        codec = _codec(font.page or _PAGES.get(font.characters) or self.page)
        data = data.translate(None, _CONTROLS)
        found = as_utf_8(data) if codec == _USUAL else None
        return data.decode(codec, "replace") if found is None else found


_ORDINARY = Font()


def _codec(page: int) -> str:
    name = _CODECS.get(page) or (
        f"iso8859-{page - _ISO.start + 1}" if page in _ISO else f"cp{page}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _USUAL
