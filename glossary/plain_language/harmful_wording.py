"""Words that blame or belittle a victim, and what to write instead.

The rows are in ``data/harmful_wording.yaml``. Quotations are never looked at. In
quotation marks a text may show such words, if the section carries a notice.
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
    from glossary.plain_language.wording import Wording


def check_harmful_wording(passage: Passage, context: Context) -> Iterator[Finding]:
    """Yield the hurtful words of ``passage``, and those shown without a notice."""
    text = passage.text.replace("\n", " ")  # "involved in" may end a line, before "CSE"
    for wording in read_wordings("harmful_wording", passage.lang):
        for span in wording.find(text):
            if _is_named(passage, span, context):
                continue
            if not passage.is_quoted(span):
                yield wording.finding(passage, span, Code.HARMFUL_WORDING)
            elif not context.has_notice:
                yield _shown_without_notice(passage, span, wording)


def _is_named(passage: Passage, span: Span, context: Context) -> bool:
    """Whether the words are what this entry explains, or part of a longer name."""
    words = passage.text[span.start : span.end]
    # Capitals alone make no name: some records are written in nothing else.
    is_in_name = passage.is_in_name(span) and not words.isupper()
    is_ours = context.is_own(words) or is_in_name
    if is_ours and passage.part != "term":
        return True
    term = context.covering(passage, span)
    return term is not None and term.end - term.start > span.end - span.start


def _shown_without_notice(passage: Passage, span: Span, wording: Wording) -> Finding:
    code = Code.HARMFUL_WORDING_WITHOUT_NOTICE
    return passage.finding(Severity.WARNING, code, span, why=wording.why)
