"""The keys of apps: which there are, a new one, the end of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.errors import problem_page
from glossary.desk.page import desk_path, render_page
from glossary.errors import GlossaryError, PermissionDeniedError
from glossary.keys import issue_key, revoke_key
from glossary.models import ApiKey
from glossary.permissions import can_manage_keys

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def listed(request: HttpRequest, secret: str = "", name: str = "") -> HttpResponse:
    """List all keys; show a new one this once."""
    context = {
        "rows": [_row(key) for key in ApiKey.objects.all()],
        "can_manage": can_manage_keys(editor_of(request)),
        "secret": secret,
        "name": name,
        "issue": desk_path("issue-key"),
    }
    return render_page(request, "keys", "glossary/desk/people/keys.html", context)


def issue(request: HttpRequest) -> HttpResponse:
    """Make a key, and show it."""
    name = " ".join(request.POST.get("name", "").split())
    try:
        secret = issue_key(name=name, actor=editor_of(request))
    except PermissionDeniedError as error:
        return problem_page(request, "permission-denied", detail=error.detail)
    except GlossaryError as error:
        messages.error(request, error.detail)
        return HttpResponseRedirect(desk_path("keys"))
    return listed(request, secret, name)


def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Make a key worthless."""
    key = ApiKey.objects.filter(pk=number).first()
    if key is None:
        raise Http404
    actor, name = editor_of(request), key.name
    return do(
        request,
        lambda: revoke_key(name=name, actor=actor),
        said=_("The key is worthless now."),
        to=desk_path("keys"),
    )


def _row(key: ApiKey) -> dict[str, Any]:
    return {
        "name": key.name,
        "created": timezone.localdate(key.created_at),
        "revoked": key.revoked_at and timezone.localdate(key.revoked_at),
        "revoke": desk_path("revoke-key", str(key.pk)),
    }
