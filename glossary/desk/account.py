"""Who is signed in, and what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.desk.page import render_page
from glossary.desk.sessions import end_of
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
    Act.ERASE: _("Erase texts for ever, with somebody else"),
    Act.LOAD_REVIEWED_CONTENT: _("Load what was reviewed elsewhere"),
    Act.ADD_DOCUMENT_TEXTS: _("Add the texts of public documents"),
    Act.MANAGE_KEYS: _("Issue and revoke keys for apps"),
    Act.FORGET_SUGGESTIONS: _("Delete words that readers sent"),
    Act.MANAGE_ACCOUNTS: _("Make accounts, and say what each may do"),
}
"""What somebody may be allowed, in the words of the page."""


def account(request: HttpRequest) -> HttpResponse:
    """Say who is signed in, and what they may do."""
    context = {
        "acts": [_said(act) for act in acts_of(request.user)],
        "end": f"{end_of(request):%H:%M}",
    }
    return render_page(request, "account", "glossary/desk/account.html", context)


def _said(act: str) -> str:
    """Return an act in words."""
    for lang in languages.codes():
        if act == write_act(lang):
            said = gettext("Write texts: %(language)s")
            return said % {"language": languages.get(lang).name}
    return str(ACTS[Act(act)])
