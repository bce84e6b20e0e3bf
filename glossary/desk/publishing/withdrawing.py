"""Something is taken from the public, by one person alone, at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import labels, reading
from glossary.closed_lists import MatchTier, WithdrawalReason
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.ways import Way
from glossary.desk.publishing.asking import ask, current_asked, foreseen
from glossary.desk.speaking import language_of
from glossary.permissions import can_withdraw
from glossary.publishing import withdraw_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.ways import Facts
    from glossary.models import Publication

_LONGEST = 1000


def withdraw(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Ask for a reason, and say what else changes; then do it."""
    current, actor = current_asked(kind, key), editor_of(request)
    act = partial(withdraw_document, name=current.name, actor=actor)
    given = {name: request.POST.get(name, "")[:_LONGEST] for name in _FIELDS}
    is_sent = request.method == "POST"
    if not is_sent:
        return _ask(request, current, given)
    if given["reason"] in WithdrawalReason.values():
        return do(
            request,
            lambda: act(
                reason=WithdrawalReason(given["reason"]),
                replaced_by=_ids_in(given["instead"]),
                comment=given["comment"].strip(),
            ),
            said=_("Readers do not see it any more."),
            to=desk_path("document", *current.name),
            again=lambda why: _ask(request, current, given, instead=why),
        )
    wrong = _("Choose a reason: readers are told.")
    return _ask(request, current, given, reason=wrong)


def _ask(
    request: HttpRequest,
    current: Publication,
    given: Mapping[str, str],
    *,
    reason: str = "",
    instead: Sequence[str] = (),
) -> HttpResponse:
    """Show the form, with what is wrong with the reason or with the other entries."""
    actor = editor_of(request)
    context = {
        "may": can_withdraw(actor),
        "reasons_for_readers": labels.WITHDRAWALS.items(),
        "given": given,
        "wrong": reason,
        "wrong_instead": instead,
    }
    if context["may"]:
        mistake = partial(
            withdraw_document,
            name=current.name,
            actor=actor,
            reason=WithdrawalReason.MISTAKE,
        )
        context |= foreseen(mistake, current, language_of(request))
    status = 422 if reason or instead else 200
    return ask(request, "withdraw", current, context, status=status)


def _ids_in(text: str) -> list[str]:
    """Return the entries that are named, with commas between: by names, or by ids."""
    return [one for piece in text.split(",") for one in _meant(piece)]


def _meant(piece: str) -> list[str]:
    """Return the one entry that is called so, else each word as an id."""
    found = reading.shelf().index.lookup(piece)
    named = {one.entry_id for one in found if one.match in _NAMES}
    return [*named] if len(named) == 1 else piece.split()


_NAMES = {
    MatchTier.PREFERRED_EXACT,
    MatchTier.PREFERRED_FOLDED,
    MatchTier.OTHER_EXACT,
    MatchTier.OTHER_FOLDED,
}
_FIELDS = ("reason", "instead", "comment")


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to withdraw what is public."""
    if facts.is_public and can_withdraw(facts.editor):
        yield Way(_("Withdraw"), desk_path("withdraw", *facts.name))
