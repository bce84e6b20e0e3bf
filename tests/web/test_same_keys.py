"""An entry, a source, a topic, a helpline and a text may have the same key."""

import pytest

from glossary.document import DocumentKind, Name
from glossary.document_texts import add_document_text
from glossary.models import Publication
from glossary.publishing import withdraw_unneeded
from tests.factories import OPERATOR, published, source, topic, withdrawn
from tests.helplines import helpline, stored
from tests.web.html import read

pytestmark = pytest.mark.django_db

KEY = "grooming"
PAGES = {
    DocumentKind.ENTRY: ("/en/terms/grooming/", "What grooming means."),
    DocumentKind.SOURCE: ("/en/sources/grooming/", "A source of that name"),
    DocumentKind.TOPIC: ("/en/topics/grooming/", "A topic of that name"),
    DocumentKind.HELPLINE: ("/en/help/", "A line of that name"),
    DocumentKind.TEXT: ("/en/sources/grooming/text/", "A text of that name"),
}


@pytest.fixture(autouse=True)
def _all_of_one_name(db):
    source(KEY, title="A source of that name")
    topic(KEY, en="A topic of that name")
    words = {"name": "A line of that name", "brief": "people", "who_for": "For you."}
    stored(helpline(id=KEY, languages={"en": words}))
    add_document_text(source_id=KEY, text="A text of that name", actor=OPERATOR)
    published(KEY, topics=[KEY], citations=cited(KEY))


def cited(key):
    return [{"source": key, "quotation": None, "lang": "en"}]


def seen(site):
    """Return the kinds whose page is there and says what it has to say."""
    answers = {kind: site.get(path) for kind, (path, _) in PAGES.items()}
    return {
        kind
        for kind, answer in answers.items()
        if answer.status == 200 and PAGES[kind][1] in read(answer.text).one("main").text
    }


def test_each_has_its_own_page(site):
    assert seen(site) == set(PAGES)


def test_the_history_of_an_entry_is_its_own(site):
    again = published(KEY, topics=[KEY], citations=cited(KEY), as_at="2025-12-31")

    told = site.get(f"/api/v1/entries/{KEY}/history/").json
    page = read(site.get("/en/terms/grooming/").text)

    rows = Publication.objects.entries().of([KEY]).order_by("-sequence")
    sequences = list(rows.values_list("sequence", flat=True))
    assert sequences[0] == again.sequence
    assert [row["sequence"] for row in told["items"]] == sequences
    assert len(page.one("ul", class_="changes").every("li")) == len(sequences) == 2


@pytest.mark.parametrize("kind", [DocumentKind.HELPLINE, DocumentKind.TEXT])
def test_one_that_is_withdrawn_takes_no_other_with_it(site, kind):
    withdraw_unneeded(names=[Name(kind, KEY)], actor=OPERATOR)

    assert seen(site) == set(PAGES) - {kind}


def test_an_entry_that_is_withdrawn_takes_no_other_with_it(site):
    withdrawn(KEY)

    assert site.get("/en/terms/grooming/").status == 410
    assert site.get(f"/api/v1/entries/{KEY}/").status == 410
    assert seen(site) == set(PAGES) - {DocumentKind.ENTRY}


def test_what_is_said_of_a_page_is_said_of_the_entry(site):
    form = "application/x-www-form-urlencoded"
    headers = {"sec_fetch_site": "same-origin", "content_type": form}

    answer = site.post(f"/en/feedback/{KEY}/", b"answer=yes", **headers)

    assert answer.status == 303
    assert (
        site.post("/en/feedback/police-data/", b"answer=yes", **headers).status == 404
    )
