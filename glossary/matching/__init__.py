"""Finds the terms of a vocabulary in a text. No Django, no database, no HTML.

``build_vocabulary(forms).find(text)`` gives spans of the original text, in code
points. ``docs/matching.md`` says what counts as a match; ``matching.js`` is the
same in the browser, and both pass ``tests/matching/conformance.json``.
"""

from glossary.matching.forms import Form
from glossary.matching.matches import Match, first_occurrences, to_utf8, to_utf16
from glossary.matching.term_pack import Pack, pack
from glossary.matching.vocabulary import Vocabulary, build_vocabulary

__all__ = [
    "Form",
    "Match",
    "Pack",
    "Vocabulary",
    "build_vocabulary",
    "first_occurrences",
    "pack",
    "to_utf8",
    "to_utf16",
]
