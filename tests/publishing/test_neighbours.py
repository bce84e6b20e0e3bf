"""What entries show of each other: those of this very name and kind, in one order."""

from __future__ import annotations

import json

import pytest

from glossary.closed_lists import Change, ErasureReason
from glossary.document import DocumentKind, Name, short_code
from glossary.models import Act, Publication
from glossary.publishing import (
    ask_to_erase,
    confirm_erasure,
    form_to_be,
    publish_revisions,
    withdraw_unneeded,
)
from glossary.review import begin_draft
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    entry_data,
    named,
    person,
    published,
    revision_of,
    section,
    source,
    topic,
    withdrawn,
)

pytestmark = pytest.mark.django_db

KEY = "problem-profile"
TO_IT = [{"relation": "related", "id": KEY}]
MENTIONED = "It is like [grooming](entry:grooming), and worse."


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


def erased(name):
    """Have two people erase a document."""
    asked, confirms = (person(Act.ERASE, name=one) for one in ("anna", "ben"))
    reason = ErasureReason.COURT_ORDER
    erasure = ask_to_erase(name=name, reason=reason, actor=asked)
    return confirm_erasure(erasure=erasure, actor=confirms)


def related(key):
    row = Publication.objects.entries().current().of([key]).get()
    return [one["id"] for one in json.loads(row.body)["related"]]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="by itself"),
        pytest.param(
            {"related": [{"relation": "related", "id": "police-force"}]}, id="related"
        ),
        pytest.param(
            {
                "languages": {
                    "en": section("problem profile", explanation=MENTIONED),
                    "cy": section("proffil problem", "cy"),
                }
            },
            id="mentioned",
        ),
        pytest.param(
            {
                "topics": ["police-force"],
                "languages": {
                    "cy": section("un", "cy", ask="Mae police force yn air.")
                },
            },
            id="under a topic of its name",
        ),
    ],
)
def test_what_would_be_shown_is_what_is_shown_then(more):
    for key in ("grooming", "police-force"):
        published(key)
    published()
    published("chief-constable", related=TO_IT)
    revision = approved_revision(document(as_at="2025-01-01", **more))

    form = form_to_be(revision, revision.read())
    row = publish_revisions(revisions=[revision], actor=OPERATOR)[0]

    shown = row.revision.read()
    assert form.stamped(row.sequence, row.published_at).to_json() == row.body
    assert shown == revision.read()


def test_what_is_not_public_yet_would_have_its_own_short_address():
    published()
    draft = begin_draft(name=named("new"), actor=OPERATOR, start=entry_data("new"))

    form = form_to_be(draft, draft.read())

    assert json.loads(form.content())["short_url"].endswith(f"/t/{short_code('new')}/")


def test_what_would_be_shown_beside_entries_is_the_document_itself():
    revision = revision_of(topic("help", en="Help"))

    form = form_to_be(revision, revision.read())

    assert json.loads(form.content())["document"]["id"] == "help"


def test_those_that_point_here_stand_in_one_order_whoever_came_first():
    published()
    for key in ("z-entry", "a-entry", "m-entry"):
        published(key, related=TO_IT)

    assert related(KEY) == ["a-entry", "m-entry", "z-entry"]


def test_what_an_entry_cites_is_the_source_whatever_else_is_called_so():
    source("police-force", title="What the source is called")
    published("police-force")
    topic("police-force", en="Police force")

    row = published(citations=[{"source": "police-force", "lang": "en"}])

    (citation,) = json.loads(row.body)["citations"]
    assert citation["source"]["title"] == "What the source is called"


@pytest.mark.parametrize("key", ["report-2023", "police-data"])
def test_who_cites_a_source_or_stands_under_a_topic_is_no_neighbour_of_an_entry(key):
    """An entry may have the id of one of these."""
    topic("police-data", en="Police data")
    published("grooming")

    published(key)

    assert related(key) == []
    assert related("grooming") == []


def test_what_an_entry_shows_does_not_depend_on_what_is_published_with_it():
    """Names in another language are known by what is near the entry itself."""
    published()
    words = {"cy": section("un", "cy", ask="Mae problem profile yn air.")}
    given = [document("grooming", languages=words), document("cps", related=TO_IT)]

    rows = publish_revisions(
        revisions=[approved_revision(one) for one in given], actor=OPERATOR
    )

    ask = json.loads(rows[0].body)["languages"]["cy"]["ask"]
    assert ask["html"] == "<p>Mae problem profile yn air.</p>"
    assert related("cps") == [KEY]


def test_what_is_withdrawn_is_nobodys_neighbour_at_once():
    published()
    published("grooming", related=TO_IT)
    assert related("grooming") == [KEY]

    withdrawn(KEY)

    assert related("grooming") == []


@pytest.mark.parametrize("goes", ["withdrawn", "erased"])
def test_what_points_to_what_is_gone_does_not_bring_it_back(goes):
    published("grooming")
    if goes == "withdrawn":
        withdrawn("grooming")
    else:
        erased(named("grooming"))

    row = published(related=[{"relation": "related", "id": "grooming"}])

    assert json.loads(row.body)["related"] == []
    gone = Publication.objects.entries().current().of(["grooming"]).get()
    assert (gone.change, gone.sequence) == (goes, row.sequence - 1)


def test_a_source_that_is_erased_takes_no_entry_of_its_name_with_it():
    name = source("police-force", title="A report that is cited").name
    published("police-force")
    published("grooming", citations=[{"source": "police-force", "lang": "en"}])
    published("grooming", related=[{"relation": "related", "id": "police-force"}])

    erased(name)

    assert related("grooming") == ["police-force"]
    row = Publication.objects.entries().current().of(["grooming"]).get()
    assert row.change == Change.EARLIER_ERASED


def test_a_source_that_goes_takes_no_entry_of_its_name_with_it():
    published("spare-2023")
    published("grooming", related=[{"relation": "related", "id": "spare-2023"}])
    source("spare-2023")

    withdraw_unneeded(names=[Name(DocumentKind.SOURCE, "spare-2023")], actor=OPERATOR)

    published(
        "grooming",
        related=[{"relation": "related", "id": "spare-2023"}],
        as_at="2025-01-01",
    )
    assert related("grooming") == ["spare-2023"]
