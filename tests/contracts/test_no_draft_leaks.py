"""What is not public is nowhere: with drafts, every public answer is as it is without."""

from __future__ import annotations

import pytest

from glossary.document import DocumentKind, Name, short_code
from glossary.models import Note, Remark
from glossary.review import (
    abandon_draft,
    begin_draft,
    return_to_writer,
    save_draft,
    submit_draft,
)
from tests.contracts.test_two_front_doors import PUBLIC_PATHS
from tests.factories import document, entry_data, published, topic
from tests.review.writing import approved, saved, somebody, submitted

pytestmark = pytest.mark.django_db

WORD = "marzipan"
NEW, PUBLIC = "a-marzipan", "problem-profile"
ASKED = (
    f"/api/v1/search/?q={WORD}",
    f"/api/v1/lookup/?term={WORD}",
    f"/api/v1/lookup/?term={NEW}",
    f"/api/v1/suggest/?q={WORD[:4]}",
    f"/api/v1/entries/?q={WORD}",
    f"/api/v1/entries/{NEW}/",
    f"/api/v1/entries/{NEW}/history/",
    f"/api/v1/entries/{PUBLIC}/history/",
    f"/api/v1/entries/{short_code(NEW)}/",
    "/api/v1/entries/?limit=50",
    "/api/v1/changes/",
    "/api/v1/vocabulary/?in=en",
    f"/en/search/?q={WORD}",
    f"/cy/chwilio/?q={WORD}",
    f"/en/terms/{NEW}/",
    f"/cy/termau/{NEW}/",
    f"/t/{short_code(NEW)}",
    f"/t/{short_code(NEW)}/cy",
    f"/en/leaflet/?ids={NEW}",
    "/en/changes/",
    "/sitemap.xml",
)
SENT = (
    ("/api/v1/annotate/", {"text": f"They wrote {WORD} to me.", "in": "en"}),
    ("/api/v1/lookup/", {"terms": [WORD, NEW], "in": "en"}),
    ("/api/v1/check/", {"text": f"They wrote {WORD} to me.", "in": "en"}),
)


@pytest.fixture
def everything(doors):
    """Ask everything that can be asked of the public door."""

    def ask():
        doors._application.public.held._answers.clear()
        found = {path: doors.get(path) for path in {*PUBLIC_PATHS, *ASKED}}
        for path, body in SENT:
            found[path, "POST"] = doors.post(path, body)
        return {asked: (one.status, told(one)) for asked, one in found.items()}

    return ask


def told(answer):
    """Return what an answer tells; the day and the hour are no secret."""
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in {"date", "x-request-id"} and "ratelimit" not in name
    }
    return headers, answer.body


def written(actor, state):
    """Let there be a text with the word in it that got so far."""
    start = entry_data(NEW)
    start["languages"]["en"]["terms"][0]["text"] = WORD
    start["languages"]["en"]["short"] = f"What {WORD} means."
    start["languages"]["cy"]["short"] = "Dyma ystyr y gair."
    start["languages"]["cy"]["terms"][0]["text"] = "gair newydd"
    name = Name(DocumentKind.ENTRY, NEW)
    draft = begin_draft(name=name, actor=actor, start=start)
    if state == "draft":
        return
    if state == "abandoned":
        abandon_draft(revision=draft, actor=actor)
        return
    revision = submit_draft(revision=draft, actor=actor)
    if state == "returned":
        remark = Remark(reason="other", text=f"Is {WORD} a word?")
        return_to_writer(revision=revision, remarks=[remark], actor=somebody("ben"))


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "abandoned"])
def test_an_entry_that_nobody_has_published_is_nowhere(everything, state):
    published(PUBLIC)
    topic("police-data", en="Police data", cy="Data'r heddlu")
    before = everything()

    written(somebody("anna"), state)

    assert everything() == before


@pytest.mark.parametrize("state", ["draft", "submitted", "approved"])
def test_another_text_of_what_is_public_is_nowhere(everything, state):
    published("grooming")
    before = everything()
    anna = somebody("anna")
    text = f"What {WORD} means."

    if state == "approved":
        approved(anna, somebody("ben"), en=text)
    elif state == "submitted":
        submitted(anna, en=text)
    else:
        draft = begin_draft(name=document("grooming").name, actor=anna)
        save_draft(
            revision=saved(draft, anna, en=text),
            document=entry_data("grooming"),
            seen=draft.__class__.objects.get(pk=draft.pk).digest,
            actor=anna,
            note=Note(f"About {WORD}.", "en"),
        )

    assert everything() == before


def test_every_public_answer_is_asked_for_here(everything):
    published(PUBLIC)

    found = everything()

    assert len(found) > 90
    given = [status for status, _ in found.values() if status < 300]
    assert len(given) > 50


def test_the_comparison_sees_what_is_published(everything):
    published(PUBLIC)
    before = everything()

    published("grooming")

    after = everything()
    assert {asked for asked in before if before[asked] != after[asked]} >= {
        "/api/v1/entries/?limit=50",
        "/en/changes/",
    }
