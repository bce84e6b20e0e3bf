"""Back leads away again, whichever page somebody left by “Exit this page”.

Every page is made of one of the templates that are whole documents. The desk's are
not looked at: no reader comes there, and who works there is to come back.
"""

from pathlib import Path

import pytest
from django.conf import settings

import glossary
from glossary.web import errors
from glossary.web.stopped import stopped_page
from tests.web.html import read

TEMPLATES = Path(glossary.__file__).parent / "templates"
BASE, BROKEN = "glossary/base.html", "glossary/errors/500.html"
STOPPED = "glossary/errors/stopped.html"
MADE = {
    BASE: lambda site, request: site.get("/en/").text,
    BROKEN: lambda site, request: errors.server_error(request).content.decode(),
    STOPPED: lambda site, request: stopped_page(request, "busy").content.decode(),
}
WHOLE = [
    str(path.relative_to(TEMPLATES))
    for path in sorted(TEMPLATES.rglob("*.html"))
    if "<html" in path.read_text(encoding="utf-8") and path.parent.name != "desk"
]


def test_each_of_them_is_looked_at():
    assert set(WHOLE) == MADE.keys()


@pytest.mark.django_db
@pytest.mark.parametrize("name", WHOLE)
def test_back_leads_away_from_whatever_is_made_of_this_template(name, site, rf):
    page = read(MADE[name](site, rf.get("/en/")))
    links = [one for one in page.every("a") if "data-exit" in one.attributes]
    (button,) = [one for one in links if "exit" in one.get("class").split()]
    scripts = page.one("head").every("script")
    guard, way_out = (
        next(at for at, one in enumerate(scripts) if one.get("src").endswith(script))
        for script in ("/back.js", "/exit.js")
    )

    assert {one.get("href") for one in links} == {settings.EXIT_URL}
    assert guard < way_out
    assert scripts[guard].attributes.keys() == {"src", "data-exit", "data-title"}
    assert scripts[guard].get("data-exit") == settings.EXIT_URL
    assert site.get(button.get("data-home")).status == 200
    assert scripts[guard].get("data-title") == button.get("data-title") != ""
    assert button.get("data-leaving")
