"""Help and support: whom a reader can turn to, as far as we could check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from glossary import languages, reading
from glossary.helplines import is_checked
from glossary.models import Helpline
from glossary.web import wording
from glossary.web.page import in_language, partner_paths, render_answer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.models import HelplineText

AUDIENCES = {
    Helpline.Audience.EMERGENCY: _("The police, now or later"),
    Helpline.Audience.CHILDREN: _("For children and young people"),
    Helpline.Audience.ADULTS: _("For adults"),
}
"""In the order in which the page shows them."""


class ShownHelpline(NamedTuple):
    """A helpline in words. ``lang`` is the language of the words."""

    row: Helpline
    words: HelplineText
    lang: str
    host: str
    areas: Sequence[str | _StrPromise]
    speaks: Sequence[tuple[str, str]]


class HelplineGroup(NamedTuple):
    """The helplines for some people."""

    id: str
    heading: _StrPromise
    rows: Sequence[ShownHelpline]


@in_language
def support(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the helplines that are checked, then the ones that are not.

    Made anew for each request: what was checked yesterday may be due today.
    """
    today = timezone.localdate()
    shown = _in_words(reading.shelf().helplines, lang)
    context = {
        "groups": _groups(shown, today),
        "unchecked": [one for one in shown if not is_checked(one.row, today)],
    }
    paths = partner_paths("help")
    return render_answer(request, lang, "glossary/support.html", context, paths=paths)


def _groups(shown: Sequence[ShownHelpline], today: dt.date) -> list[HelplineGroup]:
    """Return the helplines that are checked, for whom they are."""
    groups = [
        HelplineGroup(
            audience.value,
            heading,
            [
                one
                for one in shown
                if one.row.audience == audience and is_checked(one.row, today)
            ],
        )
        for audience, heading in AUDIENCES.items()
    ]
    return [group for group in groups if group.rows]


def _in_words(rows: Iterable[Helpline], lang: str) -> list[ShownHelpline]:
    """Return helplines as a page in ``lang`` shows them, in their order."""
    shown = []
    for row in rows:
        texts = {text.lang: text for text in row.texts.all()}
        words = texts.get(lang) or next(iter(texts.values()))
        shown.append(
            ShownHelpline(
                row,
                words,
                words.lang,
                urlsplit(row.web).netloc.removeprefix("www."),
                [wording.NATIONS[area] for area in row.areas],
                [(code, languages.get(code).name) for code in row.speaks],
            )
        )
    return shown
