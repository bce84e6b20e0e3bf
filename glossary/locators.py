"""Where in a document its words stand, told in the language of the page.

A place is written down once, in the language that the glossary falls back on, in a few
set forms: ``Answer, first paragraph``. What has another form is shown as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import _StrPromise

_WORDS = r"'(?P<words>.+?)'(?=, |$)"
_NUMBER = r"(?P<number>\d+[A-Z]*(?:\(\w+\))*(?:\.\d+)*)"
_WHO = r"(?:the )?(?P<who>(?-i:[A-Z])[^,']*?)"
_END = r"(?=, |$)"
_FORMS: tuple[tuple[str, _StrPromise | str], ...] = (
    (_WORDS, "“%(words)s”"),
    (rf"paragraph that begins {_WORDS}", _("paragraph that begins “%(words)s”")),
    (rf"part that begins {_WORDS}", _("part that begins “%(words)s”")),
    (rf"heading {_WORDS}", _("heading “%(words)s”")),
    ("first sentence", _("first sentence")),
    ("second sentence", _("second sentence")),
    ("second point", _("second point")),
    ("first paragraph", _("first paragraph")),
    ("second paragraph", _("second paragraph")),
    ("third paragraph", _("third paragraph")),
    ("fourth paragraph", _("fourth paragraph")),
    ("last paragraph of the news release", _("last paragraph of the news release")),
    ("last paragraph", _("last paragraph")),
    (
        rf"statement by {_WHO} that begins {_WORDS}",
        _("statement by %(who)s that begins “%(words)s”"),
    ),
    ("statement by the national police lead", _("statement by the police lead")),
    ("statement by the home secretary", _("statement by the Home Secretary")),
    (
        "statement by the chief executive of the charity",
        _("statement by the chief executive of the charity"),
    ),
    (
        rf"statement by a spokesperson for {_WHO}{_END}",
        _("statement by a spokesperson for %(who)s"),
    ),
    (rf"statement by {_WHO}{_END}", _("statement by %(who)s")),
    (rf"recommendation {_NUMBER}", _("recommendation %(number)s")),
    (rf"section {_NUMBER}", _("section %(number)s")),
    (rf"subsection {_NUMBER}", _("subsection %(number)s")),
    (rf"note {_NUMBER}", _("note %(number)s")),
    (rf"principle {_NUMBER}", _("principle %(number)s")),
    (rf"clause {_NUMBER}", _("clause %(number)s")),
    (rf"schedule {_NUMBER}", _("schedule %(number)s")),
    (rf"part {_NUMBER}", _("part %(number)s")),
    (rf"chapter {_NUMBER}", _("chapter %(number)s")),
    (rf"paragraph {_NUMBER}", _("paragraph %(number)s")),
    (rf"question {_NUMBER}", _("question %(number)s")),
    (rf"page {_NUMBER}", _("page %(number)s")),
    ("answer", _("the answer")),
    ("question to the home office", _("question to the Home Office")),
    ("question", _("the question")),
    ("summary", _("the summary")),
    ("foreword", _("the foreword")),
    ("introduction", _("the introduction")),
    ("heading of the answer", _("heading of the answer")),
    ("heading", _("the heading")),
    ("title", _("the title")),
    ("recommendations", _("the recommendations")),
    ("area for improvement", _("area for improvement")),
)
_COMPILED = [(re.compile(form, re.IGNORECASE), said) for form, said in _FORMS]


class ToldPlace(NamedTuple):
    """A place as a page shows it, and the language of its words."""

    html: SafeString
    lang: str


def tell_place(locator: str, written_in: str, page: str, around: str) -> ToldPlace:
    """Return ``locator`` in the language ``page``, or as it is where we cannot.

    The words of the document are in the language ``around``, and so marked.
    """
    if page != written_in:
        parts = list(_told(locator, SafeString(f' lang="{escape(around)}"')))
        if all(parts):
            told = SafeString(", ".join(parts))
            return ToldPlace(SafeString(told[:1].upper() + told[1:]), page)
    return ToldPlace(escape(locator), written_in)


def _told(locator: str, marked: SafeString) -> Iterator[SafeString]:
    """Yield each part of a place; nothing for one of another form."""
    start = 0
    while start < len(locator):
        part, end = _part(locator, start, marked)
        yield part
        start = end + len(", ") if part else len(locator)


def _part(locator: str, start: int, marked: SafeString) -> tuple[SafeString, int]:
    for form, said in _COMPILED:
        found = form.match(locator, start)
        if found and locator[found.end() :][:2] in {"", ", "}:
            return _filled(said, found, marked), found.end()
    return SafeString(""), start


def _filled(
    said: _StrPromise | str, found: re.Match[str], marked: SafeString
) -> SafeString:
    spans = {
        name: format_html("<span{}>{}</span>", marked, text)
        if name != "number"
        else text
        for name, text in found.groupdict().items()
        if text
    }
    return SafeString(str(said) % spans)
