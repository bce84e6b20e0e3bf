"""The helplines, with what was seen of each, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from glossary.addresses import page_path
from glossary.api.base import PublicView, languages_of
from glossary.api.beside.shown import all_beside
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import HELPLINES
from glossary.api.published import current, gone, modified
from glossary.api.requests.base import Answered
from glossary.api.requests.helplines import HelplinesQuery
from glossary.api.requests.reading import read_query
from glossary.api.responses.entries import Withdrawn
from glossary.api.responses.helplines import (
    Helpline,
    HelplineInLanguage,
    Helplines,
    SeenPage,
)
from glossary.document import DocumentKind, HelplineDocument
from glossary.helplines import may_have_changed
from glossary.public_form import MissingSection, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request

    from glossary.api.beside.shown import Beside
    from glossary.document import SeenPage as Seen


class HelplinesView(PublicView):
    """The helplines."""

    @describe(
        Operation(
            name="helplines_list",
            summary="List the helplines",
            tag=HELPLINES,
            query=HelplinesQuery,
            answer=Helplines,
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return the helplines in the order in which pages show them.

        The list is always whole. What was not seen on a public page is not said, and
        nobody has rung a number unless `rung_on` says so: show how old it is.
        """
        query = read_query(HelplinesQuery, request)
        langs = languages_of(query, request)
        found = [
            one for one in all_beside(HelplineDocument) if _is_asked_for(one, query)
        ]
        found.sort(key=lambda one: one.document.position)
        items = tuple(_helpline(one, langs, self.base) for one in found)
        return self.public(Helplines(items=items, total=len(items)), langs=langs)


class HelplineView(PublicView):
    """One helpline."""

    @describe(
        Operation(
            name="helplines_retrieve",
            summary="Get one helpline",
            tag=HELPLINES,
            query=Answered,
            answer=Helpline,
            headers=("Last-Modified",),
            gone=Withdrawn,
        )
    )
    def get(self, request: Request, helpline_id: str) -> HttpResponse:
        """Return one helpline, with the pages on which what is said of it rests.

        A withdrawn helpline is 410 with its tombstone: do not show it any more.
        """
        langs = languages_of(read_query(Answered, request), request)
        missing = _("There is no helpline “%(id)s”.")
        row = current(DocumentKind.HELPLINE, helpline_id, missing)
        if row.tombstone:
            return gone(request, row)
        (found,) = all_beside(HelplineDocument, helpline_id)
        today = timezone.localtime().replace(hour=0, minute=0, second=0)
        headers = modified(
            max(row.published_at, today)
        )  # a number grows old by the day
        return self.public(
            _helpline(found, langs, self.base), langs=langs, headers=headers
        )


def _is_asked_for(found: Beside[HelplineDocument], query: HelplinesQuery) -> bool:
    line = found.document
    return (
        query.audience in {None, line.audience}
        and (query.area is None or query.area in line.areas)
        and (query.speaks is None or query.speaks in line.speaks)
    )


def _helpline(
    found: Beside[HelplineDocument], langs: Sequence[str], base: str
) -> Helpline:
    line = found.document
    has_number = bool(line.phone or line.text)
    today = timezone.localdate()
    return Helpline(
        id=line.id,
        audience=line.audience,
        areas=line.areas,
        speaks=line.speaks,
        phone=line.phone,
        sms=line.text,
        web=line.web,
        chat=line.chat,
        languages={lang: _in_language(found, lang, base) for lang in langs},
        seen=tuple(_seen(page, langs) for page in line.seen),
        seen_on=line.seen_on,
        number_dated=line.number_dated,
        number_may_have_changed=may_have_changed(line, today) if has_number else None,
        rung_on=line.rung_on,
        review_by=line.review_by,
        published_at=found.published_at,
    )


def _in_language(
    found: Beside[HelplineDocument], lang: str, base: str
) -> HelplineInLanguage | MissingSection:
    words = found.document.languages.get(lang)
    if words is None:
        return MissingSection()
    return HelplineInLanguage(
        name=Said(text=words.name, lang=words.name_lang or lang),
        brief=words.brief,
        who_for=words.who_for,
        hours=words.hours,
        cost=words.cost,
        notes=words.notes,
        url=f"{base}{page_path(lang, 'help')}#line-{found.document.id}",
        not_checked_by=tuple(found.not_checked_by[lang]),
    )


def _seen(page: Seen, langs: Sequence[str]) -> SeenPage:
    return SeenPage(
        url=page.url,
        titles={lang: text for lang, text in page.languages.items() if lang in langs},
        whose=page.whose,
        shows_number=page.shows_number,
        dated=page.dated,
        seen_on=page.seen_on,
    )
