r"""What Word shows of a field that has no words but its code.

Most fields keep beside their code what was shown last. Some do not: buttons, signs of
a font, and equations as they were written before 2007.
"""

from __future__ import annotations

import re

from glossary.files.symbols import is_pictorial, sign

_BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})
_LONGEST = 2000
_DEEPEST = 10
_FONT = re.compile(r'\\f\s*(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_BYTES = 0x100
_LOOK = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)\s*')
_PART = re.compile(r"((?:\\[a-z]{1,3}\s*\d{0,3}\s*)+)\(([^()\\]*)\)", re.IGNORECASE)
_FRACTION = "\\f"
_BETWEEN = re.compile("[,;]")


def shown_by(code: str) -> str:
    """Return the words that a field shows by its code alone."""
    kind, _, rest = code[:_LONGEST].strip().partition(" ")
    kind, rest = kind.upper(), rest.strip()
    if kind in _BUTTONS:
        return rest.partition(" ")[2].strip()
    if kind == "SYMBOL":
        return _symbol(rest)
    return _equation(rest) if kind == "EQ" else ""


def _symbol(rest: str) -> str:
    number, _, switches = rest.partition(" ")
    try:
        code = int(number, 16 if number.lower().startswith("0x") else 10)
    except ValueError:
        return ""
    font = _FONT.search(switches)
    name = (font[1] or font[2] or "") if font else ""
    if 0 < code < _BYTES and not is_pictorial(name):
        return bytes([code]).decode("cp1252", "replace")
    return sign(name, code)


def _equation(rest: str) -> str:
    """Return the words of an equation; of a fraction, with a stroke between both."""
    rest = _LOOK.sub("", rest)
    for _ in range(_DEEPEST):
        plainer = _PART.sub(_words_of_part, rest)
        if plainer == rest:
            break
        rest = plainer
    return rest


def _words_of_part(part: re.Match[str]) -> str:
    is_fraction = part[1].strip().lower() == _FRACTION
    return _BETWEEN.sub("/", part[2], count=1) if is_fraction else part[2]
