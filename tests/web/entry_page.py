"""The page of the entry that most tests publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.html import read

if TYPE_CHECKING:
    from tests.site import Site
    from tests.web.html import Element

ENGLISH, WELSH = "/en/terms/problem-profile/", "/cy/termau/proffil-problem/"


def page_of(site: Site, path: str = ENGLISH) -> Element:
    """Ask for a page that is there, and read it."""
    answer = site.get(path)
    assert answer.status == 200
    return read(answer.text)
