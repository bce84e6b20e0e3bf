"""Jargon and officialese in our own texts.

The rows are in ``data/jargon.yaml``. A row with the code ``jargon`` is about words
that may stay if they are a term of the glossary; for ``officialese`` there is a
plain word instead, unless it is part of a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.wording import read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage
    from glossary.plain_language.spans import Span


def check_jargon(passage: Passage, context: Context) -> Iterator[Finding]:
    """Yield jargon without an entry or a link to it, and officialese."""
    if passage.part == "term":
        return
    for wording in read_wordings("jargon", passage.lang):
        for span in wording.find(passage.text):
            words = passage.text[span.start : span.end]
            if passage.is_quoted(span) or passage.is_in_name(span):
                continue
            if context.is_own(words):
                continue
            term = context.covering(passage, span)
            if term is None:
                yield wording.finding(passage, span, Code.JARGON)
            elif wording.code == Code.JARGON and context.misses_link(term):
                yield _unlinked(passage, span, term.candidates[0])


def _unlinked(passage: Passage, span: Span, entry: str) -> Finding:
    return passage.finding(Severity.NOTE, Code.UNLINKED_JARGON, span, entry=entry)
