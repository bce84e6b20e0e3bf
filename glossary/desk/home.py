"""The first page of the desk: who is signed in, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.http import Http404, HttpResponseRedirect
from django.urls import resolve
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.desk.page import desk_path, render_page
from glossary.desk.sessions import end_of
from glossary.desk.speaking import language_of
from glossary.models import Act, write_act
from glossary.permissions import acts_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ACTS = {
    Act.SIGN_OFF_EDITOR: _("Sign texts off as an editor"),
    Act.SIGN_OFF_WELSH: _("Sign the Welsh off"),
    Act.SIGN_OFF_SUBJECT: _("Sign texts off as somebody who knows the subject"),
    Act.SIGN_OFF_LIVED_EXPERIENCE: _("Sign texts off from lived experience"),
    Act.PUBLISH: _("Publish, and bring back what was withdrawn"),
    Act.WITHDRAW: _("Withdraw what is public"),
    Act.LOAD_REVIEWED_CONTENT: _("Load what was reviewed elsewhere"),
    Act.ADD_DOCUMENT_TEXTS: _("Add the texts of public documents"),
    Act.MANAGE_KEYS: _("Issue and revoke keys for apps"),
    Act.FORGET_SUGGESTIONS: _("Delete words that readers sent"),
    Act.MANAGE_ACCOUNTS: _("Make accounts, and say what each may do"),
}
"""What somebody may be allowed, in the words of the page."""


def home(request: HttpRequest) -> HttpResponse:
    """Say who is signed in, and what they may do."""
    context = {
        "editor": request.user.get_username(),
        "messages": get_messages(request),
        "acts": [_said(act) for act in acts_of(request.user)],
        "end": f"{end_of(request):%H:%M}",
    }
    return render_page(request, "home", "glossary/desk/home.html", context)


def _said(act: str) -> str:
    """Return an act in words."""
    for lang in languages.codes():
        if act == write_act(lang):
            said = gettext("Write texts: %(language)s")
            return said % {"language": languages.get(lang).name}
    return str(ACTS[Act(act)])


@login_not_required
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the desk in the language that the browser asks for."""
    response = HttpResponseRedirect(desk_path("home", language_of(request)))
    response["Vary"] = "Accept-Language"
    return response


def nowhere(request: HttpRequest, anywhere: str) -> HttpResponse:
    """Lead to the same address with its closing slash, if there is a page."""
    meant = f"{request.path_info}/"
    if not anywhere.endswith("/") and resolve(meant).func is not nowhere:
        return HttpResponseRedirect(meant)
    raise Http404
