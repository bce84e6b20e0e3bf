"""British and American endings of English words: *organised* and *organized*.

A name is found in either, whichever it has. A spelling is made from a list of words,
or the dictionary has it: *exercise* has no other ending, and *hour* is no *hor*.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from glossary.languages.dictionary import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WORDS = 3  # of a name that are spelled in two ways
_WORD = re.compile(r"[^\W\d_]+")
_ISE = re.compile(
    r"(\w*[aeiouy]\w*[^aeiou\W]|\w{3,})i([sz])"
    r"(e|es|ed|er|ers|ing|able|ational|ations?)"
)
# A beginning, the British and the American letters, and an ending: any of its kind.
_ENDINGS = "s|ed|ing|er|ers|able|ably|al|ally|ite|ites|hood|hoods|less|ful|fully|ly"
# The dictionary has old or other words for some of these: *expertize*, *surprize*.
_ALWAYS_S = re.compile(
    "(?:advert|adv|appra|ar|chast|circumc|compr|comprom|dem|desp|dev|disgu|enterpr|exc"
    "|exerc|exorc|expert|franch|improv|inc|merchand|prem|prom|rev|superv|surm|surpr"
    "|telev)is"
)
_LISTED = (
    (
        "(?:mis|dis|un)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|flav|harb|hon|hum"
        "|lab|misdemean|neighb|od|parl|ranc|rig|rum|savi|splend|tum|val|vap|vig)",
        ("our", "or"),
        f"(?:{_ENDINGS})?",
    ),
    (
        "(?:anal|breathal|catal|dial|paral|psychoanal)y",
        ("s", "z"),
        "(?:e|ed|er|ers|ing)",
    ),
    ("(?:cent|fib|kilomet|lit|calib|somb|spect|theat)", ("re", "er"), "s?"),
    ("cent", ("red", "ered"), ""),
    ("(?:def|off|pret|lic)en", ("c", "s"), "e(?:s|less)?"),
    ("(?:anal|catal|dial|epil|monol)og", ("ue", ""), "s?"),
    ("p", ("ae", "e"), r"d(?:ophil|iatri)\w+"),
    ("h", ("ae", "e"), r"m(?:o(?:philia|rrhag|globin)|at)\w+"),
    ("an", ("ae", "e"), r"sth\w+"),
    ("gyn", ("ae", "e"), r"c\w+"),
    (
        "(?:cancel|channel|counsel|dial|fuel|initial|label|level|libel|marshal|model"
        "|panel|quarrel|rival|signal|total|travel|tunnel)",
        ("l", ""),
        "(?:ed|ing|er|ers|or|ors)",
    ),
    ("(?:enro|fulfi)l", ("", "l"), "(?:s|ment|ments)?"),
    ("instal", ("", "l"), "ments?"),
    ("(?:ski|wi)l", ("", "l"), "ful(?:ly|ness)?"),
    ("program", ("me", ""), "s?"),
    ("", ("e", "i"), "nquir(?:e|ed|er|ers|es|ies|ing|y)"),
    ("(?:acknowledg|judg)", ("e", ""), "ments?"),
    ("ag", ("e", ""), "ing"),
)
_EXPRESSIONS = tuple(
    (re.compile(f"({before})(?:{letters})({after})"), instead)
    for before, both, after in _LISTED
    for letters, instead in (both, both[::-1])
)


def other_endings(text: str) -> Iterator[str]:
    """Yield ``text`` with the other endings that its words may have."""
    places = [
        (found.start(), found.end(), other)
        for found in _WORD.finditer(text)
        if (other := _other(found[0]))
    ]
    for chosen in product((False, True), repeat=min(len(places), _MOST_WORDS)):
        changed, done = "", 0
        for (start, end, other), is_other in zip(places, chosen, strict=False):
            changed += text[done:start] + (other if is_other else text[start:end])
            done = end
        if any(chosen):
            yield changed + text[done:]


def _other(word: str) -> str:
    """Return ``word`` in its other spelling, or nothing."""
    small = word.lower()
    other = _with_other_ise(small)
    for expression, instead in _EXPRESSIONS:
        if not other and (found := expression.fullmatch(small)):
            other = f"{found[1]}{instead}{found[2]}"
    if word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _with_other_ise(word: str) -> str:
    found = _ISE.fullmatch(word)
    if found is None or _ALWAYS_S.match(word):
        return ""
    before, letter, after = found.groups()
    other = f"{before}i{'z' if letter == 's' else 's'}{after}"
    return other if "ation" in after or lemma_of("en", other) else ""
