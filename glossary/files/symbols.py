"""Signs of fonts that have pictures where others have letters, in Unicode."""
# ruff: noqa: RUF001 (these are the signs, and not letters that look like them)

from __future__ import annotations

_FIRST = 0x20
_SYMBOL = (
    " !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~" + " " * 33 + "€ϒ’≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ "
)
_WINGDINGS = {
    **dict.fromkeys((0x6C, 0x9E, 0x9F, 0xA1), "•"),
    **dict.fromkeys((0x6E, 0xA7), "▪"),
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), "☐"),
    **dict.fromkeys((0x76, 0x77, 0x75), "◆"),
    **dict.fromkeys((0xD8, 0xE0, 0xE8, 0xF0), "→"),
    **dict.fromkeys((0xDF, 0xE7, 0xEF), "←"),
    0x78: "☒",
    0x28: "☎",
    0x2A: "✉",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0xA3: "☐",
    0x97: "•",
}
_FONTS = {
    "symbol": dict(enumerate(_SYMBOL, _FIRST)),
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}
_PRIVATE = range(0xE000, 0xF900)
_UNKNOWN = " "  # parts words that stand around it


def is_pictorial(font: str) -> bool:
    """Tell whether a font has pictures where others have letters."""
    name = font.lower()
    return name in _FONTS or name.startswith(("webdings", "wingdings"))


def sign(font: str, code: int) -> str:
    """Return the sign with this number in a font.

    Programs write the signs of such fonts from U+F000, or as the bytes that they were.
    """
    if is_pictorial(font):
        return _FONTS.get(font.lower(), {}).get(code & 0xFF, _UNKNOWN)
    if code in _PRIVATE or not 0 < code < 0x110000 or chr(code).isspace():
        return _UNKNOWN
    return chr(code)


def shown(font: str, words: str) -> str:
    """Return words with the signs that only a font can show in Unicode."""
    if is_pictorial(font):
        return "".join(_pictured(font, one) for one in words)
    if words.isascii() or not any(ord(one) in _PRIVATE for one in words):
        return words
    return "".join(
        sign(font or "symbol", ord(one)) if ord(one) in _PRIVATE else one
        for one in words
    )


def _pictured(font: str, letter: str) -> str:
    """Return what a font of pictures shows for a letter; it lacks most of them."""
    byte = letter.encode("cp1252", "ignore")
    if letter.isspace() or not (byte or ord(letter) in _PRIVATE):
        return letter
    return sign(font, byte[0] if byte else ord(letter))
