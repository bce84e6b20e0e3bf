"""What was withdrawn comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import labels
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.ways import Way
from glossary.desk.publishing.asking import ask, current_asked, foreseen
from glossary.desk.speaking import language_of
from glossary.models import Entry
from glossary.permissions import can_publish
from glossary.publishing import restore_document
from glossary.review import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.ways import Facts


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
    context = {
        "may": can_publish(actor),
        "why": labels.WITHDRAWALS[current.reason] if current.reason else "",
        "since": timezone.localdate(current.published_at),
        "is_written": current.name.kind in WRITTEN and not _is_merged(key),
    }
    if context["may"]:
        context |= foreseen(act, current, language_of(request))
    return ask(request, "restore", current, context)


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to bring back what is withdrawn."""
    is_there = facts.waits or not facts.is_erased
    if facts.is_withdrawn and is_there and not _is_merged(facts.name.key):
        yield Way(_("Bring it back"), desk_path("restore", *facts.name))


def _is_merged(key: str) -> bool:
    """Tell whether this key leads to another entry for ever."""
    return bool(Entry.objects.merged_of([key]))
