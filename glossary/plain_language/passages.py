"""A passage: one text of ours in one language, as every check gets it.

Its marks are gone and its signs unified; what was a paragraph or an item of a
list is a line. Links and quotation marks are remembered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from glossary import markdown
from glossary.plain_language.findings import Finding
from glossary.plain_language.spans import (
    Span,
    Spans,
    address_spans,
    name_spans,
    quoted_spans,
    sentence_spans,
    unify_signs,
    word_spans,
)

if TYPE_CHECKING:
    from glossary.markdown import Link
    from glossary.plain_language.context import FoundTerms, Terms
    from glossary.plain_language.findings import Code, Severity

_BLOCK_TAG = re.compile(r"</?(?:br|div|h\d|li|ol|p|ul)\b[^<>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CODE = re.compile(r"<code>.*?</code>")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|&#?\w+;")
_EXCERPT = 160
GAP = "\u2026"
"""Stands where a program will put something that nobody knows yet."""


@dataclass(frozen=True)
class Passage:
    """One text: where it stands, what it is a part of, and its plain words.

    ``part`` is ``short``, a layer's name, ``term``, ``label``, ``message`` or
    ``text``. The findings of a passage without a place say at which characters
    they are.
    """

    place: str
    lang: str
    part: str
    text: str
    links: tuple[Link, ...] = ()

    @cached_property
    def words(self) -> Spans:
        """The words and figures."""
        return Spans(word_spans(self.text))

    @cached_property
    def sentences(self) -> Spans:
        """The sentences."""
        return Spans(sentence_spans(self.text, self.lang))

    @cached_property
    def quoted(self) -> Spans:
        """What stands in quotation marks."""
        return Spans(quoted_spans(self.text))

    @cached_property
    def names(self) -> Spans:
        """The names of several words."""
        return Spans(name_spans(self.text))

    @cached_property
    def addresses(self) -> Spans:
        """The addresses of pages and mail boxes."""
        return Spans(address_spans(self.text))

    @cached_property
    def terms(self) -> dict[Terms, FoundTerms]:
        """The glossary's terms, by who found them: kept no longer than the passage."""
        return {}

    def is_quoted(self, span: Span) -> bool:
        """Whether ``span`` stands in quotation marks."""
        return self.quoted.cover(span)

    def is_in_name(self, span: Span) -> bool:
        """Whether ``span`` is a part of a longer name."""
        return self.names.cover(span) and span not in self.names

    def finding(
        self, severity: Severity, code: Code, span: Span, **values: object
    ) -> Finding:
        """Return a finding about ``text[start:end]``; its sentences need ``values``."""
        return Finding(
            severity=severity,
            place=self.place or f"{span.start}-{span.end}",
            code=code,
            excerpt=shorten(self.text[span.start : span.end]),
            values=values,
            span=span,
        )


def shorten(text: str) -> str:
    """Return ``text``, or its beginning where it is longer than a line or two."""
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + GAP


def plain_passage(
    text: str, lang: str, *, place: str = "", part: str = "text"
) -> Passage:
    """Return ``text`` as it is: no marks are looked for."""
    return Passage(place, lang, part, unify_signs(text))


def message_passage(text: str, lang: str, *, place: str) -> Passage:
    """Return a message of a catalogue without its tags, placeholders and code."""
    prose = _CODE.sub(GAP, " ".join(text.split()))
    words = _BLOCK_TAG.sub("\n", prose)
    words = _PLACEHOLDER.sub(GAP, _TAG.sub("", words)).replace("%%", "%")
    return Passage(place, lang, "message", unify_signs(words))


def markdown_passage(text: str, lang: str, *, place: str, part: str) -> Passage:
    """Return ``text`` without the marks of the Markdown that our entries use."""
    lines, links, start = [], [], 0
    for block in markdown.blocks(unify_signs(text)):
        links += [
            link._replace(start=start + link.start, end=start + link.end)
            for link in block.links
        ]
        lines.append(block.text)
        start += len(block.text) + 1
    return Passage(place, lang, part, "\n".join(lines), tuple(links))
