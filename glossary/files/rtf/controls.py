"""What the control words of RTF mean for the text."""

from __future__ import annotations

from enum import IntEnum


class Mode(IntEnum):
    """What becomes of words in a group."""

    SHOWN = 0
    FRAME = 1
    """They are left out, but there are groups in it whose words are shown."""
    CODE = 2
    """They are the code of a field, of which a form shows what is filled in."""
    PICTURE = 3
    """They are a picture, of which we want to know how large it is."""
    FONTS = 4
    """They are names of fonts."""
    SKIPPED = 5


SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
}
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\t": "\t"}
LITERAL = frozenset("\\{}")
ENDS = frozenset("par sect cell nestcell row nestrow".split())
"""What ends a block."""
ALWAYS_ENDS = ENDS - {"par"}
PAGES = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}

FRAMES = frozenset("object shp shpinst shppict shpgrp do upr".split())
RESULTS = frozenset("fldrslt result ud mmath moMath moMathPara".split())
"""Groups that show what the frame around them stands for."""
BOXES = frozenset("shptxt dptxbxtext".split())
MARGINS = frozenset(
    "header headerl headerr headerf footer footerl footerr footerf".split()
)
UNSEEN = frozenset(
    "colortbl stylesheet info filetbl template xe rxe txe tc tcn annotation falt"
    " ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict shprslt nonesttables"
    " pgdsctbl private1 comment mmathPict themedata datastore listtable revtbl"
    " rsidtbl latentstyles pn".split()
)
"""Groups that hold no words of the text."""
DIFFERENT = {"titlepg": "f", "facingp": "l"}
"""What says that first or left pages differ, and how their groups are named."""
FORMS = {"fftype": "kind", "ffres": "chosen", "ffdefres": "at_first"}
SIDES = ("picwgoal", "width"), ("pichgoal", "height")
"""The width and the height of a picture in the file, and of one beside it."""
LETTERING = "gtextUNICODE"
"""The property of a shape that holds words which are drawn: WordArt, watermarks."""
STARRED = RESULTS | BOXES | FRAMES | {"footnote", "fldinst", "formfield", "ffl", "pict"}
"""Groups marked as ones to be skipped by who does not know them, which have words."""


def is_property(word: str) -> bool:
    """Tell whether a group says how a part of an equation looks."""
    return word.startswith("m") and word.endswith("Pr")
