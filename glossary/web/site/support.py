"""Help and support: whom a reader can turn to, and how old what we know of it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.utils import timezone

from glossary import labels, languages
from glossary.addresses import page_paths
from glossary.web.page import in_language, render_page
from glossary.web.parts.help_lines import all_helplines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.web.parts.help_lines import ShownHelpline

SUPPORT = "glossary/site/support.html"
"""The template of the page."""


class HelplineGroup(NamedTuple):
    """The helplines for some people."""

    id: str
    heading: _StrPromise
    rows: Sequence[ShownHelpline]


class Filter(NamedTuple):
    """A way to see fewer lines: the query ``name=value``, and what it is called."""

    name: str
    value: str
    label: str | _StrPromise
    keeps: Callable[[ShownHelpline], bool]

    @property
    def query(self) -> str:
        """The query that asks for it."""
        return urlencode({self.name: self.value})


@in_language
def support(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the helplines, for whom they are, with what we saw of each.

    It is held for today: a page that was new yesterday may be old tomorrow.
    """
    today = timezone.localdate()
    context = support_context(all_helplines(lang, today), request.GET, today)
    chosen = context["chosen"]
    paths = page_paths("help", query=chosen.query if chosen else "")
    return render_page(request, lang, SUPPORT, context, paths=paths)


def support_context(
    shown: Sequence[ShownHelpline], query: Mapping[str, str], today: dt.date
) -> dict[str, Any]:
    """Return all that the page shows of these helplines, if ``query`` asks for them."""
    nations, tongues = _nations(shown), _tongues(shown)
    chosen = _chosen([*nations, *tongues], query)
    return {
        "groups": _groups(shown, chosen),
        "nations": nations,
        "tongues": tongues,
        "chosen": chosen,
        "nobody_rang": not any(one.row.rung_on for one in shown),
        "today": today,
    }


def _groups(
    shown: Sequence[ShownHelpline], chosen: Filter | None
) -> list[HelplineGroup]:
    """Return the lines by whom they are for; whatever is chosen, 999 is there."""

    def is_wanted(one: ShownHelpline) -> bool:
        return chosen is None or one.is_urgent or chosen.keeps(one)

    wanted = [one for one in shown if is_wanted(one)]
    groups = [
        HelplineGroup(
            audience,
            heading,
            [one for one in wanted if one.row.audience == audience],
        )
        for audience, heading in labels.AUDIENCES.items()
    ]
    return [group for group in groups if group.rows]


def _chosen(filters: Sequence[Filter], query: Mapping[str, str]) -> Filter | None:
    wanted = [one for one in filters if query.get(one.name) == one.value]
    return next(iter(wanted), None)


def _nations(shown: Sequence[ShownHelpline]) -> list[Filter]:
    """Return a filter for each nation that some of the lines are not for."""
    found = [
        Filter("in", nation, label, partial(_is_for, nation))
        for nation, label in labels.NATIONS.items()
    ]
    return [one for one in found if 0 < sum(map(one.keeps, shown)) < len(shown)]


def _tongues(shown: Sequence[ShownHelpline]) -> list[Filter]:
    """Return a filter for each language in which few of the lines answer."""
    found = [
        Filter("speaks", row.code, row.name, partial(_answers_in, row.code))
        for row in languages.all_languages()
    ]
    return [one for one in found if 0 < 2 * sum(map(one.keeps, shown)) < len(shown)]


def _is_for(nation: str, line: ShownHelpline) -> bool:
    return nation in line.row.areas


def _answers_in(code: str, line: ShownHelpline) -> bool:
    return code in line.row.speaks
