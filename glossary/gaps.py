"""What people are told of what could not be read in a file: a sentence for each gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from django.utils.translation import gettext_lazy as _

from glossary.files import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.utils.functional import _StrPromise

    from glossary.files import Gap

Spans: TypeAlias = tuple[tuple[int, int], ...]

SENTENCES: Mapping[Unread, _StrPromise] = {
    Unread.PICTURE_PAGES: _("Some pages are pictures: we cannot read them."),
    Unread.LOST_PAGES: _("We could not read some pages. They may be damaged."),
    Unread.SIGNS: _(
        "Some letters or signs in the file could not be read. This sign stands in "
        "their place: �"
    ),
    Unread.FORM: _(
        "The file is a form that only some programs can show. Open it in one of "
        "them, and copy the words from there."
    ),
    Unread.HIDDEN: _("Whoever wrote the file hid some words in it. We left them out."),
    Unread.ENCLOSED: _(
        "There are other files in this one. We did not read them: open each one by "
        "itself."
    ),
    Unread.LOCKED: _(
        "A part of the file is locked, and we could not read it. Open it on your "
        "device, and copy the words from there."
    ),
    Unread.DRAWINGS: _(
        "Most of what there is to read is in pictures or drawings: we cannot read them."
    ),
}
PAGE, PAGES = _("Page:"), _("Pages:")
RANGE = _("{first} to {last}")
"""Two numbers of pages, and all those between them."""


class Missing(NamedTuple):
    """What was not read, and the pages as first and last ones of those in a row."""

    what: Unread
    spans: Spans = ()


def missing_in(gaps: Iterable[Gap]) -> tuple[Missing, ...]:
    """Return the gaps of a file as they are told."""
    return tuple(Missing(gap.what, _spans(gap.pages)) for gap in gaps)


def tell(missing: Iterable[Missing]) -> list[str]:
    """Return a line for each gap, in the language of the thread."""
    return [f"{SENTENCES[one.what]} {_told(one.spans)}".strip() for one in missing]


def _spans(pages: Iterable[int]) -> Spans:
    spans: list[tuple[int, int]] = []
    for page in sorted(pages):
        first, last = spans[-1] if spans else (page, page)
        if page == last + 1:
            spans[-1] = first, page
        else:
            spans.append((page, page))
    return tuple(spans)


def _told(spans: Spans) -> str:
    if not spans:
        return ""
    numbers = [
        str(first) if first == last else RANGE.format(first=first, last=last)
        for first, last in spans
    ]
    is_one = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"{PAGE if is_one else PAGES} {', '.join(numbers)}"
