"""A second factor is added: the secret is shown, and that it arrived is tried."""

from __future__ import annotations

import base64
import io
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

import segno
from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from glossary.accounts import end_other_sessions
from glossary.desk.challenges import keep_question, take_question
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.people.factors import has_codes, show_new_codes
from glossary.desk.sessions import note_factor
from glossary.doors import desk_address
from glossary.errors import GlossaryError
from glossary.models import MOST_NAME
from glossary.second_factors import (
    add_app,
    add_passkey,
    options_to_add,
    secret_of,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

_SALT = "salt"


def passkey(request: HttpRequest) -> HttpResponse:
    """Add a passkey; a browser makes it, with a script."""
    if request.method != "POST":
        return _show_passkey(request)
    try:
        add_passkey(
            account=editor_of(request),
            state=take_question(request),
            answer=request.POST.get("passkey", ""),
            name=request.POST.get("name", "") or _("Passkey"),
        )
    except GlossaryError as error:
        return _show_passkey(request, error)
    return _added(request, _("The passkey is added."))


def ask_for_new(request: HttpRequest) -> HttpResponse:
    """Return what a browser has to be asked to make one."""
    options, state = options_to_add(editor_of(request))
    keep_question(request, state)
    return JsonResponse(options)


def app(request: HttpRequest) -> HttpResponse:
    """Add an app: show it the secret, and see that it shows the right code."""
    if request.method != "POST":
        request.session[_SALT] = secrets.token_urlsafe(16)
        return _show_app(request)
    if _SALT not in request.session:
        return HttpResponseRedirect(desk_path("add-app"))
    try:
        add_app(
            account=editor_of(request),
            salt=request.session[_SALT],
            code=request.POST.get("code", ""),
            name=request.POST.get("name", "") or _("App"),
        )
    except GlossaryError as error:
        return _show_app(request, error)
    del request.session[_SALT]
    return _added(request, _("The app is added."))


def _added(request: HttpRequest, said: str) -> HttpResponse:
    """Sign out whoever came in elsewhere without it; give codes for paper, once."""
    editor = editor_of(request)
    note_factor(request)
    end_other_sessions(account=editor, key=request.session.session_key or "")
    messages.success(request, said)
    if has_codes(editor):
        return HttpResponseRedirect(desk_path("second-factors"))
    return show_new_codes(request)


def _show_passkey(
    request: HttpRequest, error: GlossaryError | None = None
) -> HttpResponse:
    context = {
        "error": error.detail if error else "",
        "ask": desk_path("passkey-to-add"),
        "site": desk_address(),
        "most": MOST_NAME,
    }
    template = "glossary/desk/people/passkey.html"
    status = 400 if error else 200
    return render_page(request, "add-passkey", template, context, status=status)


def _show_app(request: HttpRequest, error: GlossaryError | None = None) -> HttpResponse:
    secret = base64.b32encode(secret_of(request.session[_SALT])).decode()
    address = _address(editor_of(request).get_username(), secret)
    context: dict[str, Any] = {
        "error": error.detail if error else "",
        "name": request.POST.get("name", ""),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "address": address,
        "code": _picture(address),
        "most": MOST_NAME,
    }
    template = "glossary/desk/people/app.html"
    status = 400 if error else 200
    return render_page(request, "add-app", template, context, status=status)


def _address(name: str, secret: str) -> str:
    """Return what apps read: the Key URI format of Google Authenticator."""
    site = urlsplit(desk_address()).hostname or ""
    label = f"{quote(site, safe='')}:{quote(name, safe='')}"
    return f"otpauth://totp/{label}?{urlencode({'secret': secret, 'issuer': site})}"


def _picture(address: str) -> SafeString:
    """Return a QR code as SVG: drawn by us, of nothing but squares."""
    drawn = io.BytesIO()
    segno.make(address, micro=False).save(
        drawn, kind="svg", xmldecl=False, omitsize=True, border=4, light="#fff"
    )
    return mark_safe(drawn.getvalue().decode())  # noqa: S308 (segno writes no text)
