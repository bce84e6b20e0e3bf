"""The figures on the about page: nothing counts as checked that nobody checked."""

import pytest

from glossary.publishing import publish_revisions
from tests.factories import OPERATOR, approved_revision, document, published, record
from tests.web.html import read

pytestmark = pytest.mark.django_db


def figures(page):
    """Return the rows of the table: heading and cells."""
    body = page.one("main").one("tbody")
    return {
        row.one("th").text: [cell.text for cell in row.every("td")]
        for row in body.every("tr")
    }


def test_nobody_has_signed_off_what_nobody_has(site):
    published("grooming")

    rows = figures(read(site.get("/en/about/").text))

    assert rows["Written and up to date"] == ["1", "1"]
    assert rows["Signed off by an editor"] == ["0 of 1", "0 of 1"]
    assert rows["Signed off by a Welsh-language editor"] == ["not needed", "0 of 1"]


def test_a_sign_off_counts_in_its_language_only(site):
    published("chief-constable")
    record("signed", cy=["welsh-language", "editor"])
    revision = approved_revision(document("grooming"), review="signed")
    publish_revisions(revisions=[revision], actor=OPERATOR)

    rows = figures(read(site.get("/en/about/").text))

    assert rows["Signed off by an editor"] == ["0 of 2", "1 of 2"]
    assert rows["Signed off by a Welsh-language editor"][1] == "1 of 2"


def test_a_text_that_is_missing_is_counted_as_missing(site):
    data = document("grooming").model_dump(mode="json", by_alias=True)
    published("grooming", languages={"en": data["languages"]["en"]})

    rows = figures(read(site.get("/en/about/").text))

    assert rows["Not written yet"] == ["0", "1"]
