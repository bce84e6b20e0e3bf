"""Finds the terms of a vocabulary in a text: spans, never HTML. No Django.

``build_vocabulary(forms).find(text)`` gives spans of the original text in code
points. What counts as a match:

*Whole words*, in any script; where a script writes no spaces, every letter is a word,
with what is drawn on it. A term may begin a hyphenated word and not end one
(``harm-free``, no ``self-harm``), save for acronyms. Nothing is marked inside web and
e-mail addresses, handles and file names, or before an apostrophe, unless a clitic
follows that the form's language joins with it.

*The longest form wins*, then the leftmost, and none overlap. A longer one that must
not stand where it does hides no shorter one. None goes over an empty line.

*Spelling*: the kinds of apostrophe, hyphen and space, line ends and hidden characters
do not count, other signs do. Whether capitals, accents and vowel signs do, the
language of the form says (``Folding``). Capitals of acronyms and codes count, except
that in a line of capitals MOJ is MoJ, and IT is a word.

*Entries*: forms that are written alike give one match with all their entries.

*Meaning*: a form with another sense has patterns of what is around it when it is
meant. What the text itself says that an abbreviation stands for holds for all of it.

``module`` is the same for browsers and other devices, loaded with what ``pack`` gives.
Both pass the cases of ``conformance``, which anybody can have.
"""

from glossary.matching.forms import Form
from glossary.matching.matches import Match, first_occurrences, to_utf8, to_utf16
from glossary.matching.patterns import PatternError, check_only, check_unless
from glossary.matching.term_pack import FORMAT, Pack, pack
from glossary.matching.vocabulary import Vocabulary, build_vocabulary

__all__ = [
    "FORMAT",
    "Form",
    "Match",
    "Pack",
    "PatternError",
    "Vocabulary",
    "build_vocabulary",
    "check_only",
    "check_unless",
    "first_occurrences",
    "pack",
    "to_utf8",
    "to_utf16",
]
