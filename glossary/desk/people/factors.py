"""One's second factors: which there are, what they are called, the way back in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary.accounts import end_other_sessions
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.sessions import forget_factor
from glossary.models import Factor, FactorKind, RecoveryCode
from glossary.second_factors import (
    has_factor,
    must_have_factor,
    new_recovery_codes,
    remove_factor,
    rename_factor,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.models import User

KINDS = {
    FactorKind.PASSKEY: gettext_lazy("Passkey"),
    FactorKind.APP: gettext_lazy("App that shows codes"),
}


def listed(request: HttpRequest) -> HttpResponse:
    """List somebody's second factors."""
    editor = editor_of(request)
    context = {
        "factors": [_row(row) for row in Factor.objects.filter(account=editor)],
        "must": must_have_factor(editor),
        "left": _codes(editor).filter(used_at=None).count(),
        "paths": {
            "passkey": desk_path("add-passkey"),
            "app": desk_path("add-app"),
            "codes": desk_path("recovery-codes"),
        },
    }
    template = "glossary/desk/people/factors.html"
    return render_page(request, "second-factors", template, context)


def rename(request: HttpRequest, number: int) -> HttpResponse:
    """Call one something else."""
    editor, name = editor_of(request), request.POST.get("name", "")
    return do(
        request,
        lambda: rename_factor(account=editor, number=number, name=name),
        said=_("The name is changed."),
        to=desk_path("second-factors"),
    )


def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Forget one."""
    return do(
        request,
        lambda: _remove(request, number),
        said=_("It is removed."),
        to=desk_path("second-factors"),
    )


def _remove(request: HttpRequest, number: int) -> None:
    """Forget one; with the last one, that sessions had one.

    Whoever may do more later has to add one before they do it.
    """
    editor = editor_of(request)
    remove_factor(account=editor, number=number)
    if not has_factor(editor):
        forget_factor(request)
        end_other_sessions(account=editor, key=request.session.session_key or "")


def new_codes(request: HttpRequest) -> HttpResponse:
    """Make new codes for paper, and show them this once."""
    if not Factor.objects.filter(account=editor_of(request)).exists():
        return listed(request)
    return show_new_codes(request)


def show_new_codes(request: HttpRequest) -> HttpResponse:
    """Show new codes; they are kept nowhere, so that nobody sees them again."""
    context = {
        "codes": new_recovery_codes(account=editor_of(request)),
        "to": desk_path("second-factors"),
    }
    template = "glossary/desk/people/codes.html"
    return render_page(request, "second-factors", template, context)


def has_codes(account: User) -> bool:
    """Tell whether somebody has a code on paper that was not used."""
    return bool(_codes(account).filter(used_at=None))


def _codes(account: User) -> Any:
    return RecoveryCode.objects.filter(account=account)


def _row(row: Factor) -> dict[str, Any]:
    return {
        "number": row.pk,
        "name": row.name,
        "kind": KINDS[FactorKind(row.kind)],
        "added": timezone.localdate(row.added_at),
        "used": row.used_at and timezone.localdate(row.used_at),
        "rename": desk_path("rename-factor", str(row.pk)),
        "remove": desk_path("remove-factor", str(row.pk)),
    }
