"""What somebody may be allowed, in words."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.models import Act, write_act

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


class Choice(NamedTuple):
    """An act that can be ticked."""

    act: str
    label: str
    is_on: bool
    can_be_given: bool


def said(act: str) -> str:
    """Return an act in words."""
    for lang in languages.codes():
        if act == write_act(lang):
            words = gettext("Write texts: %(language)s")
            return words % {"language": languages.get(lang).name}
    return str(ACTS[Act(act)])
