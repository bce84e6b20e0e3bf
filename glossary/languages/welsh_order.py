"""The Welsh alphabet, and the words in which ng or rh is two letters.

The 29 letters are those of the Welsh Language Commissioner's guidance on
information technology; k, q, v, x and z occur in names and are put at their Latin
places. ICU, PostgreSQL and glibc read every ng and rh as one letter, which
misplaces Bangor, dangos, llongyfarch and arholiad, so the order is made here.
"""

from __future__ import annotations

import re

from glossary.languages.order import Order, split

_LETTERS = "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y"
_WITH_BORROWED = (
    "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"
)
ALPHABET = tuple(_LETTERS.split())

# Where a word that ends in n meets one that begins with g (from c after a mutation).
# A bar stands between the two letters; a word that begins with ^ only counts at
# the start of a word. No headword of the cy_GB dictionary is split wrongly by them.
_TWO_LETTERS = """
    achwyn|gar addurn|g amcan|gyf arian|g arwein|g ban|glad ban|gor ben|gal ben|glog
    blaen|g bodlon|g ^bron|g brown|g ^bryn|g calon|g ^carn|g cefn|g chwerthin|gar
    ^con|go crin|goch cyfan|gorff cyfan|gyrff cynllwyn|gar damwein|g dan|gos
    darllen|g darn|gudd ddiddan|gar ^den|gar den|gys dychan|ger ^dyn|g elin|gan
    elin|gri elusen|g estron|g ewyn|gan eyrn|g ffynnon|g ^glan|g glin|gam gron|gaer
    gwahan|g gwan|gal gwern|g gwyn|g ^hen|g hunan|g hwian|ger hwn|gar ^llan|g llen|gar
    ^llin|g llon|gyf llun|g llwyn|g llyfn|g maen|g man|gre meddian|g mein|g meithrin|g
    melyn|g mewn|g mhon|gar ^min|g mon|gol mwn|gl mwyn|gl ^pen|g plaen|g prynhawn|g
    rhan|gym rhedyn|g rhiein|ger ryson|gar safn|g sein|g sin|gap swyn|g tafarn|g
    tan|glodd ^tan|groen tan|gyf tan|gyn trin|gar ^un|g union|g ymofyn|gar ysgafn|g
    ton|gwyn
"""


def _two_letters(word: str) -> str:
    """Return the pattern that, after an n, says whether ``word`` stands there."""
    before, after = word.split("|")
    start = r"(?<![^\W_])" if before.startswith("^") else ""
    return f"(?<={start}{before.lstrip('^')})(?={after})"


# r + h are two letters after a vowel, f or c (arholiad, dyfrhau, sicrhau), but not in
# names that end in a word with Rh (Porthyrhyd, Troedyrhiw, Trerhingyll) nor in
# rhythm and rhiza. Penyrheol is no exception: it is yr + heol.
_PARTS = re.compile(
    rf"n(?=g)(?:{'|'.join(map(_two_letters, _TWO_LETTERS.split()))})"
    r"|(?<=[aeiouwyfc])r(?=h)"
    r"(?!hythm|hi[sz]a|(?<=er)h(?:edyn|ingyll)|(?<=yr)h(?:yd|iw))"
)


def _separate(plain: str) -> str:
    """Mark where ng and rh are two letters; ``plain`` is without accents."""
    if "ng" in plain or "rh" in plain:
        return split(_PARTS, plain)
    return plain


ORDER = Order(_WITH_BORROWED.split(), _separate)
