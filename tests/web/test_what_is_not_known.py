"""What a document does not say is left out, on every page and in every answer."""

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from glossary.document import short_code
from glossary.document_texts import add_document_text
from tests.factories import OPERATOR, published, section, source, topic
from tests.helplines import helpline, seen, stored
from tests.web.html import read

pytestmark = pytest.mark.django_db

NOTHING = re.compile(r"\b(?:None|null|undefined|nan)\b")
SHORT = {"name": "A line", "brief": "people", "who_for": "For you."}
LINES: dict[str, Any] = {
    "with-a-number": {"seen": [seen(dated=None)]},
    "without-one": {"phone": None, "seen": [seen(shows_number=False, dated=None)]},
    "in-danger": {"audience": "emergency"},
    "with-hours": {"languages": {"en": {**SHORT, "hours": "At night."}}},
    "with-a-cost": {"languages": {"en": {**SHORT, "cost": "Free."}}},
    "in-welsh-only": {"languages": {"cy": SHORT}},
}
CODE = short_code("problem-profile")
WITH_LINES = [
    *("/en/help/", "/cy/cymorth/"),
    *("/en/terms/problem-profile/", "/cy/termau/proffil-problem/"),
    *(f"/en/leaflet/?t={CODE}&more=1", f"/cy/taflen/?t={CODE}&both=1"),
]
OTHERS = [
    *("/en/sources/", "/cy/dogfennau/"),
    *("/en/sources/report-2023/", "/cy/dogfennau/report-2023/"),
    *("/en/sources/report-2023/text/", "/cy/dogfennau/report-2023/testun/"),
    *("/en/topics/", "/cy/pynciau/", "/en/topics/police-data/"),
    *("/en/changes/", "/cy/newidiadau/", "/en/about/", "/cy/ynghylch/"),
    *("/en/map/", "/cy/map/"),
]


@pytest.fixture(autouse=True)
def _little(db):
    """A source, a topic and an entry that say as little as they may."""
    source(licence="OGL-UK-3.0")
    topic("police-data", en="Police data")
    published(
        languages={"en": section("problem profile"), "cy": section("proffil problem")},
        citations=[{"source": "report-2023", "quotation": None, "lang": "en"}],
    )
    text = "The force has a problem profile."
    add_document_text(source_id="report-2023", text=text, actor=OPERATOR)


@pytest.fixture(params=list(LINES))
def _line(request):
    """A helpline of which as little is known."""
    known = {"languages": {"en": SHORT}, "text": None}
    known.update(LINES[request.param])
    stored(helpline(**known))


def said(site, path):
    """Return what a page says, to eyes and in its attributes."""
    answer = site.get(path)
    assert answer.status == 200
    attributes = " ".join(re.findall(r'="([^"]*)"', answer.text))
    return f"{read(answer.text).one('body').text} {attributes}"


@pytest.mark.parametrize("path", OTHERS)
def test_a_page_says_nothing_of_what_is_not_known(site, path):
    assert NOTHING.findall(said(site, path)) == []


@pytest.mark.usefixtures("_line")
@pytest.mark.parametrize("path", WITH_LINES)
def test_nor_of_a_helpline(site, path):
    assert NOTHING.findall(said(site, path)) == []


@pytest.mark.usefixtures("_line")
@pytest.mark.parametrize("path", ["/en/leaflet.pdf", "/cy/taflen.pdf"])
def test_nor_does_a_file(site, path):
    answer = site.get(f"{path}?t={CODE}&both=1&more=1")

    pages = PdfReader(io.BytesIO(answer.body)).pages
    assert pages
    assert NOTHING.findall(" ".join(page.extract_text() for page in pages)) == []


def test_the_api_says_of_a_source_that_it_is_not_known(site):
    source(licence=None)

    told = site.get("/api/v1/sources/report-2023/").json

    assert {name for name, value in told.items() if value is None} == {
        *("published_on", "licence", "note")
    }
