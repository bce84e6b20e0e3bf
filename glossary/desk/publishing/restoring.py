"""What was withdrawn comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import labels
from glossary.closed_lists import Change
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of
from glossary.desk.parts.roles import in_words
from glossary.desk.parts.states import stands
from glossary.desk.parts.ways import Way, is_merged
from glossary.desk.publishing.asking import ask, current_asked, foreseen
from glossary.desk.speaking import language_of
from glossary.errors import GlossaryError
from glossary.models import Revision, RevisionState
from glossary.permissions import can_publish, can_write_some
from glossary.publishing import restore_document
from glossary.review import WRITTEN, require_signable, sign_offs_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.ways import Facts
    from glossary.models import Publication

_BEING_WRITTEN = {RevisionState.DRAFT, RevisionState.RETURNED}


def restore(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Say what would come back, or what it needs; then do it."""
    current, actor = current_asked(kind, key), editor_of(request)
    act = partial(restore_document, name=current.name, actor=actor)
    if request.method == "POST":
        return do(
            request,
            act,
            said=_("Readers see it again."),
            to=desk_path("document", *current.name),
        )
    context: dict[str, Any] = {
        "may": can_publish(actor),
        "why": labels.WITHDRAWALS[current.reason] if current.reason else "",
        "since": timezone.localdate(current.published_at),
    }
    if context["may"]:
        context |= foreseen(act, current, language_of(request))
    if "reasons" in context and _comes_back_signed_off(current):
        context["due"] = _due(current)
        context["begin"] = can_write_some(actor) and desk_path("begin", *current.name)
    return ask(request, "restore", current, context)


def _comes_back_signed_off(current: Publication) -> bool:
    """Tell whether this is something that comes back when others sign it off."""
    is_written = current.name.kind in WRITTEN and not is_merged(current.name)
    return is_written and current.change == Change.WITHDRAWN


def _due(current: Publication) -> dict[str, Any]:
    """Return what has to be done before a text comes back, and where.

    A draft of it may be under way, or its own text may be signed off anew. Where
    neither is so, a draft has to be begun.
    """
    rows = Revision.objects.under_way().filter(kind=current.kind, key=current.key)
    newer = rows.select_related("base__revision").last()
    row = newer or current.revision
    if row.state in _BEING_WRITTEN:
        path = desk_path("document", *row.name)
        return {"draft": stands(row), "path": path}
    try:
        require_signable(row)
    except GlossaryError as error:
        path = desk_path("document", *row.name)
        return {"hindrance": error.detail, "path": path} if newer else {"begins": True}
    asked = sign_offs_due(row)
    return {
        "sign_offs": [in_words(one) for one in asked],
        "path": desk_path("revision", *parts_of(row)),
        "is_as_it_was": bool(asked) and newer is None,
    }


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to bring back what is withdrawn."""
    if facts.is_withdrawn and not facts.is_merged:
        yield Way(_("Bring it back"), desk_path("restore", *facts.name))
