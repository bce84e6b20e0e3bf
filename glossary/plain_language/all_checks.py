"""All the checks, in one order: on one passage, and on one in several languages."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from glossary.plain_language.abbreviations import check_abbreviations
from glossary.plain_language.agreement import check_agreement
from glossary.plain_language.counts import check_counts
from glossary.plain_language.findings import in_order
from glossary.plain_language.harmful_wording import check_harmful_wording
from glossary.plain_language.house_style import check_house_style
from glossary.plain_language.idiom import check_idiom
from glossary.plain_language.jargon import check_jargon
from glossary.plain_language.mutations import check_mutations
from glossary.plain_language.negatives import check_negatives
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.spans import join_lines
from glossary.plain_language.spelling import check_spelling
from glossary.plain_language.voice import check_voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage


def check_text(text: str, lang: str, context: Context) -> list[Finding]:
    """Return what the checks find in a text that stands alone, be it ours or not.

    The places are ranges of characters of ``text``, in which a sentence may go on
    over the end of a line.
    """
    passage = plain_passage(join_lines(text), lang)
    return in_order(list(check_passage(passage, context)))


def check_translations(
    texts: Mapping[str, str], place: str, context: Context
) -> list[Finding]:
    """Return what the checks find in a text that ``texts`` gives in each language.

    ``place`` is a JSON pointer to the text; the language follows it.
    """
    passages = [
        plain_passage(text, lang, place=f"{place}/{lang}", part="text")
        for lang, text in texts.items()
    ]
    return in_order(list(check_together(passages, dict.fromkeys(texts, context))))


def check_passage(passage: Passage, context: Context) -> Iterator[Finding]:
    """Yield what the checks of one language find in ``passage``."""
    yield from check_counts(passage)
    yield from check_spelling(passage, context)
    yield from check_abbreviations(passage, context)
    yield from check_jargon(passage, context)
    yield from check_harmful_wording(passage, context)
    yield from check_mutations(passage)
    yield from check_idiom(passage)
    yield from check_negatives(passage)
    yield from check_voice(passage)


def check_own_passage(passage: Passage, context: Context) -> Iterator[Finding]:
    """Yield what the checks of one language find in ``passage``, a text of ours."""
    yield from check_passage(passage, context)
    yield from check_house_style(passage)


def check_together(
    passages: Sequence[Passage], contexts: Mapping[str, Context]
) -> Iterator[Finding]:
    """Yield what is found in one text of ours that is given in several languages.

    ``contexts`` has the context of each language.
    """
    for passage in passages:
        yield from check_own_passage(passage, contexts[passage.lang])
    for passage, other in permutations(passages, 2):
        yield from check_agreement(passage, other, contexts[passage.lang])
