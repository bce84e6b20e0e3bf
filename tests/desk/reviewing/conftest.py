"""Who writes and who reviews, each in a browser of their own."""

from __future__ import annotations

import pytest

from glossary.models import Act, User
from tests.desk.conftest import PASSWORD
from tests.factories import person

CAST = {
    "wen": ("write_en", "write_cy"),
    "rob": (Act.SIGN_OFF_EDITOR, Act.SIGN_OFF_WELSH),
    "eira": (Act.SIGN_OFF_WELSH,),
    "mel": (Act.SIGN_OFF_SUBJECT, Act.SIGN_OFF_LIVED_EXPERIENCE),
    "pat": (Act.PUBLISH, Act.WITHDRAW),
    "noor": (),
}
"""Somebody in each part, by what they may do; Noor may only look."""


@pytest.fixture
def who(db):
    """Return somebody of the cast."""

    def known(name):
        found = User.objects.filter(username=name).first()
        return found or person(*CAST[name], name=name, password=PASSWORD)

    return known


@pytest.fixture
def at_desk(browse, who):
    """Return the browser of somebody who is signed in."""

    def signed_in(name):
        who(name)
        browser = browse()
        assert browser.sign_in(name, PASSWORD).status == 302
        return browser

    return signed_in
