"""The plain-language checks of a text that somebody gives us. Nothing of it is kept.

They are those of our own content, and the terms of the published glossary are known
to them as there: ``manage.py check_content``, the API and the pages find the same,
save that nobody else is held to our own style.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary import languages
from glossary.explain import known_words
from glossary.plain_language import (
    Context,
    check_text,
    find_unchecked,
    likely_language,
    measure,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.plain_language import Finding, Measures


@dataclass(frozen=True)
class CheckedText:
    """A text and what was found in it, heaviest first.

    ``lang`` is the language that it was read in; ``unchecked`` are the checks that
    could not be made.
    """

    text: str
    lang: str
    findings: Sequence[Finding]
    measures: Measures
    unchecked: Sequence[Finding]


def check_given_text(text: str, *, lang: str = "", likely: str = "") -> CheckedText:
    """Check ``text``, in ``lang`` or else in the language that it is likely in.

    Where nothing tells that, it is ``likely``.
    """
    langs = sorted(languages.codes(), key=lambda code: code != likely)
    lang = lang or likely_language(text, langs)
    return CheckedText(
        text=text,
        lang=lang,
        findings=check_text(text, lang, Context(terms=known_words())),
        measures=measure(text, lang),
        unchecked=list(find_unchecked(lang, languages.get(lang).name)),
    )
