"""The words that readers suggest: to be read, and to be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from glossary import labels, languages
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.work.groups import PAGE_SIZE, filter_of
from glossary.errors import NotFoundError
from glossary.feedback import explained_by, forget_words
from glossary.models import SuggestedWord
from glossary.pages.paging import page_of
from glossary.permissions import can_forget_suggestions, can_write
from glossary.queue import GROUPS, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.models import User

GROUP = "suggestions"
_GROUP = next(group for group in GROUPS if group.name == GROUP)


def suggestions(request: HttpRequest) -> HttpResponse:
    """List the words, those that came most often first."""
    editor, only = editor_of(request), filter_of(request, _GROUP)
    found = Question(editor, only).suggestions()
    page = page_of(request, found, size=PAGE_SIZE)
    query = urlencode({"lang": only.lang}) if only.lang else ""
    context = {
        "group": _GROUP,
        "page": page,
        "only": only,
        "query": query,
        "languages": languages.all_languages(),
        "rows": _rows(page.rows),
        "may_write": can_write(editor, [languages.codes()[0]]),
        "may_forget": can_forget_suggestions(editor),
        "forget_path": desk_path("forget"),
    }
    template = "glossary/desk/work/suggestions.html"
    return render_page(request, GROUP, template, context, query=query)


def forget(request: HttpRequest) -> HttpResponse:
    """Delete a word in all its spellings and languages."""
    word, actor = request.POST.get("word", "")[:200], editor_of(request)
    return do(
        request,
        lambda: _forget(word, actor),
        said=_("The word is deleted."),
        to=desk_path(GROUP),
    )


def _forget(word: str, actor: User) -> None:
    if not forget_words(words=[word], actor=actor):
        raise NotFoundError(_("Nobody sent such a word."))


def _rows(totals: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the words with where they were met, and which entries have that name."""
    rows = SuggestedWord.objects.filter(key__in=[one["key"] for one in totals])
    found: dict[tuple[str, str], list[SuggestedWord]] = {}
    for row in rows:
        found.setdefault((row.key, row.lang), []).append(row)
    return [
        _word(one["total"], found[one["key"], one["lang"]])
        for one in totals
        if (one["key"], one["lang"]) in found
    ]


def _word(total: int, rows: Sequence[SuggestedWord]) -> dict[str, Any]:
    word = rows[0].word
    return {
        "word": word,
        "language": languages.get(rows[0].lang),
        "total": total,
        "met_in": [(labels.MET_IN[row.met_in], row.count) for row in rows],
        "last_month": max(row.last_month for row in rows),
        "begin": f"{desk_path('new')}?{_start(rows[0])}",
        "entries": [
            (entry_id, desk_path("document", "entry", entry_id))
            for entry_id in explained_by(word)
        ],
    }


def _start(row: SuggestedWord) -> str:
    """Return what the form for something new is asked for an entry of this name."""
    return urlencode({"kind": "entry", "name": row.word, "lang": row.lang})
