"""How a name answers what was asked, and in which form a text has it."""

from __future__ import annotations

from glossary.closed_lists.base import ClosedList


class MatchTier(ClosedList):
    """How a label or text answers a query; the tiers, strongest first.

    Folded is equal but for capitals, accents, signs, spaces and a leading
    article. Inflected is equal but for endings, and for words that carry nothing.
    """

    PREFERRED_EXACT = "preferred-exact"
    PREFERRED_FOLDED = "preferred-folded"
    OTHER_EXACT = "other-exact"
    OTHER_FOLDED = "other-folded"
    GENERATED_FORM = "generated-form"
    INFLECTED = "inflected"
    NAME_START = "name-start"
    NAME_WORDS = "name-words"
    NAME_WORD_STARTS = "name-word-starts"
    CLOSE_SPELLING = "close-spelling"
    INSIDE_QUERY = "inside-query"
    SOME_WORDS = "some-words"
    TEXT = "text"
    CLOSE_WORDS = "close-words"
    TEXT_WORD_STARTS = "text-word-starts"


class MatchForm(ClosedList):
    """In which form a term is written, as our languages make it.

    Folded is the term itself but for capitals, signs and the like. A language of
    another installation can have forms of its own.
    """

    EXACT = "exact"
    FOLDED = "folded"
    VARIANT = "variant"
    POSSESSIVE = "possessive"
    PLURAL = "plural"
    PLURAL_POSSESSIVE = "plural-possessive"
    INFLECTED = "inflected"
    SOFT_MUTATION = "soft-mutation"
    NASAL_MUTATION = "nasal-mutation"
    ASPIRATE_MUTATION = "aspirate-mutation"
    H_PROTHESIS = "h-prothesis"
    PLURAL_SOFT_MUTATION = "plural-soft-mutation"
    PLURAL_NASAL_MUTATION = "plural-nasal-mutation"
    PLURAL_ASPIRATE_MUTATION = "plural-aspirate-mutation"
    PLURAL_H_PROTHESIS = "plural-h-prothesis"
    INFLECTED_SOFT_MUTATION = "inflected-soft-mutation"
    INFLECTED_NASAL_MUTATION = "inflected-nasal-mutation"
    INFLECTED_ASPIRATE_MUTATION = "inflected-aspirate-mutation"
    INFLECTED_H_PROTHESIS = "inflected-h-prothesis"
