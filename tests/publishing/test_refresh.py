"""What was published is published again where it would come out otherwise now."""

import json

import pytest

from glossary.models import CitedSource, Dataset, Publication
from glossary.publishing import refresh_publications, republish_entries
from tests.factories import OPERATOR, published, section, source, withdrawn

pytestmark = pytest.mark.django_db


def refresh(*source_ids):
    return refresh_publications(source_ids=source_ids, actor=OPERATOR)


def attested(source_id):
    """Return an entry whose Welsh name rests on a source that it does not cite."""
    words = section("un", "cy")
    words["terms"][0]["provenance"] = {"status": "attested", "source": source_id}
    return {"cy": words}


def test_a_source_that_changes_reaches_every_entry_that_cites_it():
    published()
    published("grooming")
    source(title="A better title")

    rows = refresh("report-2023")

    assert [row.entry_id for row in rows] == ["grooming", "problem-profile"]
    for row in rows:
        (citation,) = json.loads(row.body)["citations"]
        assert citation["source"]["title"] == "A better title"
    assert Dataset.objects.get().sequence == 4


def test_a_source_that_changes_reaches_the_names_that_rest_on_it():
    published(languages=attested("dictionary"))
    source("dictionary", title="A better title")

    (row,) = refresh("dictionary")

    (term,) = json.loads(row.body)["languages"]["cy"]["terms"]
    assert term["provenance"]["source"]["title"] == "A better title"


def test_what_rests_on_other_sources_is_left_alone():
    published()
    published("grooming", citations=[{"source": "another", "lang": "en"}])
    source(title="A better title")

    assert [row.entry_id for row in refresh("report-2023")] == ["problem-profile"]
    assert refresh("report-2023") == []
    assert refresh() == []


def test_what_is_withdrawn_is_not_brought_back():
    published()
    withdrawn()
    source(title="A better title")

    assert refresh("report-2023") == []
    assert republish_entries(actor=OPERATOR) == []


def test_the_sources_of_an_entry_are_those_of_its_newest_publication():
    published(languages=attested("dictionary"))
    published(citations=[{"source": "another", "lang": "en"}])

    rows = CitedSource.objects.values_list("entry_id", "source_id")
    assert list(rows) == [("problem-profile", "another")]


@pytest.mark.parametrize(
    "made_otherwise",
    [
        pytest.param({"digest": "of an earlier release"}, id="shown"),
        pytest.param({"index": "{}"}, id="found"),
    ],
)
def test_what_an_earlier_release_made_is_made_anew(made_otherwise):
    published()
    published("grooming")
    before = Publication.objects.get(entry_id="grooming")
    Publication.objects.filter(entry_id="grooming").update(**made_otherwise)

    (row,) = republish_entries(actor=OPERATOR)

    assert (row.entry_id, row.kind, row.sequence) == ("grooming", "refreshed", 3)
    assert (row.digest, row.index) == (before.digest, before.index)
    assert republish_entries(actor=OPERATOR) == []
