"""A number to ring that changed is vouched for by a page that was seen since."""

from __future__ import annotations

import orjson
import pytest

from glossary.desk.parts.numbers import unseen_numbers
from glossary.document import DocumentKind, Name
from glossary.review import begin_draft, save_draft
from tests.desk.conftest import PASSWORD
from tests.factories import person
from tests.helplines import helpline, stored
from tests.web.html import read

PAGE = {"url": "https://example.org/", "shows_number": True, "seen_on": "2026-01-01"}
AGAIN = {**PAGE, "seen_on": "2026-06-01"}
OTHER = {"url": "https://example.org/", "seen_on": "2026-06-01"}
BEFORE = {"phone": "1", "text": "2", "seen": [PAGE]}


@pytest.mark.parametrize(
    ("after", "places"),
    [
        ({}, []),
        ({"phone": "3"}, ["/phone"]),
        ({"phone": "3", "text": "4"}, ["/phone", "/text"]),
        ({"phone": "3", "seen": [AGAIN]}, []),
        ({"phone": "3", "seen": [PAGE, OTHER]}, ["/phone"]),
        ({"phone": "3", "seen": "no list"}, ["/phone"]),
        ({"phone": "3", "seen": ["no page"]}, ["/phone"]),
        ({"phone": "3", "rung_on": "2026-06-01"}, []),
        ({"phone": ""}, []),
        ({"seen": []}, []),
    ],
)
def test_a_number_that_nobody_has_seen_since_is_named(after, places):
    assert unseen_numbers(BEFORE, {**BEFORE, **after}) == places


@pytest.mark.parametrize("before", [None, [], "text"])
def test_what_is_new_replaces_no_number(before):
    assert unseen_numbers(before, BEFORE) == []


@pytest.fixture
def revision(db):
    """A draft of a helpline with another number, and the pages as they were."""
    stored(helpline())
    writer = person("write_en", "write_cy", name="wen", password=PASSWORD)
    row = begin_draft(name=Name(DocumentKind.HELPLINE, "a-line"), actor=writer)
    data = {**orjson.loads(row.document), "phone": "0800 000 001"}
    return save_draft(revision=row, document=data, seen=row.digest, actor=writer)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("/desk/en/write/", "This is another number than readers see"),
        ("/desk/cy/ysgrifennu/", "Mae'r rhif hwn yn wahanol"),
        ("/desk/en/revision/", "The number is another one"),
        ("/desk/cy/fersiwn/", "Mae'r rhif yn wahanol"),
    ],
)
def test_who_writes_it_and_who_reviews_it_are_told(browse, revision, page, said):
    browser = browse()
    browser.sign_in("wen", PASSWORD)

    answer = browser.get(f"{page}helpline/a-line/{revision.number}/")

    assert answer.status == 200
    assert said in read(answer.text).one("main").text
