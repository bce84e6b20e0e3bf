"""A draft as readers would see it: their own page, and clearly a draft.

Nothing is written for it, and nothing is held: it goes out through the desk's door.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.desk.leading_out import lead_out
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.states import STATES
from glossary.desk.parts.titles import title_of
from glossary.desk.speaking import language_of
from glossary.desk.writing.conflict import label_of
from glossary.desk.writing.faults import faults_in, remark_on
from glossary.desk.writing.form import form_of
from glossary.desk.writing.sheet import fields_of, sheet_sent
from glossary.document import (
    EntryDocument,
    HelplineDocument,
    SourceDocument,
    TopicDocument,
    count_editions,
    from_json,
    uncounted,
)
from glossary.models import Revision, RevisionState
from glossary.publishing import form_to_be
from glossary.web.entries.entry import ENTRY, entry_context
from glossary.web.entries.shown_entry import ShownEntry
from glossary.web.lists.topics import TOPIC, topic_context
from glossary.web.page import render_answer
from glossary.web.parts.help_lines import helpline_in_words
from glossary.web.parts.listing import topic_in_words
from glossary.web.site.support import SUPPORT, support_context
from glossary.web.sources.sources import SOURCE, source_context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.errors import Problem
    from glossary.review import Draft

    Context = dict[str, Any]

_TEMPLATE = "glossary/desk/writing/preview.html"
_UNFINISHED = "glossary/desk/writing/unfinished.html"


def preview(request: HttpRequest, kind: str, key: str, number: str) -> HttpResponse:
    """Show a revision as its page would be; one that is sent, before it is saved."""
    revision = revision_asked(kind, key, number)
    if request.method == "POST":
        sheet = sheet_sent(request.POST, revision)
        draft, untouched = sheet.document, list(sheet.untouched)
    else:
        draft, untouched = orjson.loads(revision.document), revision.untouched
    document, problems = faults_in(revision.name.kind, draft)
    if document is None:
        return _unfinished(request, revision, draft, problems)
    lang, shelf = language_of(request), reading.shelf()
    match document:
        case EntryDocument():
            row = _as_it_would_be(revision, document, untouched)
            page = _entry(request, row, lang)
        case TopicDocument():
            shown = topic_in_words(document.id, document, lang)
            page = TOPIC, topic_context(request, shelf, shown, lang)
        case SourceDocument():
            page = SOURCE, source_context(request, shelf, document, lang)
        case HelplineDocument():
            page = _helpline(document, lang)
        case _:
            raise Http404
    return _page(request, revision, lang, *page)


def _entry(request: HttpRequest, row: Revision, lang: str) -> tuple[str, Context]:
    public = form_to_be(row, row.read()).stamped(0, timezone.now())
    shown = ShownEntry.of(public.to_json(), lang)
    return ENTRY, entry_context(request, shown)


def _helpline(document: HelplineDocument, lang: str) -> tuple[str, Context]:
    """Return the page of help with this helpline alone: so it is found on it."""
    today = timezone.localdate()
    shown = helpline_in_words(document, lang, today)
    hint = _("Readers find it on this page among the other helplines.")
    return SUPPORT, {**support_context([shown], {}, today), "draft_hint": hint}


def _page(
    request: HttpRequest, revision: Revision, lang: str, template: str, shown: Context
) -> HttpResponse:
    context = {
        "draft_hint": "",
        **shown,
        "page_to_be": template,
        "draft_state": STATES[RevisionState(revision.state)],
        "back": desk_path("document", *revision.name),
    }
    paths = {
        code: desk_path("preview", *parts_of(revision), lang=code)
        for code in languages.codes()
    }
    page = render_answer(request, lang, _TEMPLATE, context, paths=paths)
    page.content = lead_out(page.content.decode()).encode()
    return page


def _as_it_would_be(
    revision: Revision, document: EntryDocument, untouched: list[str]
) -> Revision:
    """Return the revision with this text in it, counted. It is not to be stored."""
    base = revision.base
    before = from_json(base.revision.document) if base else None
    counted = count_editions(before, uncounted(document), untouched=untouched)
    row = Revision(
        pk=revision.pk,
        kind=revision.kind,
        key=revision.key,
        number=revision.number,
        state=revision.state,
        base=base,
        arrival=revision.arrival,
        review=revision.review,
        untouched=untouched,
        submitted_at=revision.submitted_at,
        submissions=revision.submissions,
    )
    return row.hold(counted)


def _unfinished(
    request: HttpRequest,
    revision: Revision,
    draft: Draft,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    """Say what is to be filled in before there is a page."""
    parts = parts_of(revision)
    text = orjson.dumps(draft).decode()
    context: dict[str, Any] = {
        "title": title_of(revision.name.kind, revision.key, text, language_of(request)),
        "wrong": list(_wrong(revision, draft, problems)),
        "write": desk_path("write", *parts),
    }
    return render_page(request, "preview", _UNFINISHED, context, parts=parts)


def _wrong(
    revision: Revision, draft: Draft, problems: tuple[Problem, ...]
) -> Iterator[tuple[str, str]]:
    slots = fields_of(revision)
    nodes = {node.place: node for node in form_of(slots, draft, {}).every()}
    for problem in problems:
        place, remark = remark_on(problem, nodes)
        yield label_of(slots, place), str(remark.text)
