"""Entries that are the same become one; whatever led to the others leads to it."""

import datetime as dt
import json

import pytest
from django.utils import timezone

from glossary.closed_lists import ErasureReason, WithdrawalReason
from glossary.document import EntryDocument, short_code
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Act, Address, Entry, Event, Link, Publication
from glossary.publishing import (
    erase_alone,
    merge_entries,
    publish_revisions,
    restore_document,
    schedule_publication,
    withdraw_unneeded,
)
from glossary.review import begin_draft
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    person,
    published,
    section,
    topic,
    withdrawn,
)

pytestmark = pytest.mark.django_db
KEEP, AWAY, OTHER = "police-force", "problem-profile", "grooming"
SAYS_SO = [{"relation": "replaced-by", "id": KEEP}]


@pytest.fixture
def two():
    """One entry that says that another one replaces it, and that one."""
    published(KEEP)
    published(AWAY, related=SAYS_SO)


def merged(*away, keep=KEEP, actor=OPERATOR):
    return merge_entries(keep=keep, away=away or (AWAY,), actor=actor)


def shown(entry_id):
    row = Publication.objects.entries().readable().of([entry_id]).get()
    return json.loads(row.body)


@pytest.mark.usefixtures("two")
def test_what_is_merged_is_replaced_by_what_stays_and_a_tombstone_says_so():
    (gone, echo) = merged()

    assert (gone.name, gone.change, gone.reason) == (
        named(AWAY),
        "withdrawn",
        WithdrawalReason.REPLACED,
    )
    assert json.loads(gone.body)["replaced_by"] == [KEEP]
    assert (echo.name, echo.change) == (named(KEEP), "refreshed")
    assert shown(KEEP)["related"] == []


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    "path",
    [
        f"/api/v1/entries/{AWAY}/",
        "/api/v1/entries/proffil-problem/",
        f"/api/v1/entries/{short_code(AWAY)}/",
    ],
)
def test_every_name_of_it_leads_apps_to_what_stays(site, path):
    merged()

    answer = site.get(path)

    assert answer.status == 308
    assert answer.headers["location"] == f"/api/v1/entries/{KEEP}/"


@pytest.mark.usefixtures("two")
def test_its_history_leads_there_too_and_a_list_by_ids_resolves_it(site):
    merged()

    history = site.get(f"/api/v1/entries/{AWAY}/history/")
    several = site.get("/api/v1/entries/", {"ids": AWAY, "fields": "kind"}).json

    assert history.headers["location"] == f"/api/v1/entries/{KEEP}/history/"
    assert several["resolved"] == {AWAY: KEEP}
    assert [one["id"] for one in several["items"]] == [KEEP]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/en/terms/problem-profile/", "/en/terms/police-force/"),
        ("/cy/termau/proffil-problem/", "/cy/termau/heddlu/"),
        ("/en/terms/proffil-problem/", "/en/terms/police-force/"),
    ],
)
def test_every_page_of_it_leads_readers_to_what_stays(site, path, to):
    merged()

    answer = site.get(path)

    assert (answer.status, answer.headers["location"]) == (308, to)


@pytest.mark.usefixtures("two")
def test_its_address_on_paper_leads_there_alone_and_in_a_leaflet(site):
    merged()
    code = short_code(AWAY)

    answer = site.get(f"/t/{code}/en/")
    leaflet = site.get(f"/t/{code}-{short_code(KEEP)}/en/")

    assert answer.headers["location"] == "/en/terms/police-force/"
    assert leaflet.headers["location"].count(short_code(KEEP)) == 1


@pytest.mark.usefixtures("two")
def test_what_pointed_to_it_points_to_what_stays():
    text = f"Like a [profile](entry:{AWAY}), not entry:{AWAY}-two."
    related = [
        {"relation": "related", "id": AWAY},
        {"relation": "related", "id": KEEP},
        {"relation": "broader", "id": AWAY},
    ]
    languages = {"en": section(OTHER, explanation=text)}
    published(OTHER, related=related, languages=languages)

    rows = merged()

    assert {row.key for row in rows} == {AWAY, KEEP, OTHER}
    pairs = [(row["relation"], row["id"]) for row in shown(OTHER)["related"]]
    assert pairs == [("related", KEEP), ("broader", KEEP)]
    back = [(row["relation"], row["id"]) for row in shown(KEEP)["related"]]
    assert back == [("narrower", OTHER), ("related", OTHER)]
    assert "/en/terms/police-force/" in json.dumps(shown(OTHER))
    assert not Link.objects.filter(other=AWAY).exists()


@pytest.mark.usefixtures("two")
def test_what_points_to_it_later_points_to_what_stays_and_follows_its_name():
    merged()

    published(OTHER, related=[{"relation": "related", "id": AWAY}])
    published(KEEP, languages={"en": section("the police")})

    (row,) = shown(OTHER)["related"]
    assert (row["id"], row["labels"]["en"]["text"]) == (KEEP, "the police")


@pytest.mark.usefixtures("two")
def test_what_stays_points_to_nothing_where_it_pointed_to_the_other():
    published(KEEP, related=[{"relation": "related", "id": AWAY}])

    merged()

    assert shown(KEEP)["related"] == []


@pytest.mark.usefixtures("two")
def test_whoever_was_merged_into_what_is_merged_follows_it(site):
    published(OTHER)
    published(KEEP, related=[{"relation": "replaced-by", "id": OTHER}])
    merged()

    merged(KEEP, keep=OTHER)

    answer = site.get(f"/api/v1/entries/{AWAY}/")
    assert answer.headers["location"] == f"/api/v1/entries/{OTHER}/"
    assert site.get("/en/terms/problem-profile/").headers["location"] == (
        "/en/terms/grooming/"
    )
    assert set(Entry.objects.values_list("merged_into", flat=True)) == {None, OTHER}


@pytest.mark.usefixtures("two")
def test_its_slug_is_never_anybody_elses():
    merged()

    with pytest.raises(StateError, match="another entry"):
        published(OTHER, languages={"en": section("x", slug=AWAY)})
    assert published(KEEP, languages={"en": section("x", slug=AWAY)})
    current = Address.objects.filter(entry=KEEP, lang="en", is_current=True)
    assert [row.slug for row in current] == [AWAY]


@pytest.mark.usefixtures("two")
def test_it_is_never_brought_back():
    merged()

    with pytest.raises(StateError, match="merged into “police-force”"):
        restore_document(name=named(AWAY), actor=OPERATOR)


@pytest.fixture
def erased(two, settings, tmp_path):
    """What was merged and then erased, with an approved text of the same id."""
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    merged()
    why = ErasureReason.COURT_ORDER
    erase_alone(name=named(AWAY), reason=why, actor=OPERATOR)
    return approved_revision(document(AWAY, languages={"en": section("anew")}))


def test_it_is_not_published_anew_where_its_text_was_erased(erased):
    with pytest.raises(StateError, match="“problem-profile” was merged into “police"):
        publish_revisions(revisions=[erased], actor=OPERATOR)

    assert not Publication.objects.readable().of([AWAY]).exists()


def test_nor_planned_nor_brought_back(erased):
    at = timezone.now() + dt.timedelta(hours=1)
    with pytest.raises(StateError, match="merged into “police-force”"):
        schedule_publication(revisions=[erased], at=at, actor=OPERATOR)
    with pytest.raises(StateError, match="merged into “police-force”"):
        restore_document(name=named(AWAY), actor=OPERATOR)


@pytest.mark.usefixtures("erased")
def test_a_topic_that_has_its_id_is_published_all_the_same():
    assert topic(AWAY, en="A topic")


@pytest.mark.usefixtures("two")
def test_a_topic_with_the_same_name_is_another_document():
    topic(AWAY, en="A topic")
    merged()

    name = topic(AWAY, en="A topic").name
    withdraw_unneeded(names=[name], actor=OPERATOR)

    assert restore_document(name=name, actor=OPERATOR)


def unsaid():
    published(AWAY)


def related_only():
    published(AWAY, related=[{"relation": "related", "id": KEEP}])


def replaced_by_another():
    another = {"relation": "replaced-by", "id": OTHER}
    published(AWAY, related=[another, {"relation": "broader", "id": KEEP}])


def gone():
    withdrawn(AWAY)


def taken_away():
    withdrawn(KEEP)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("before", "code", "name"),
    [
        pytest.param(unsaid, "not-said", AWAY, id="nobody-has-said-so"),
        pytest.param(related_only, "not-said", AWAY, id="it-is-only-related"),
        pytest.param(replaced_by_another, "not-said", AWAY, id="replaced-by-another"),
        pytest.param(gone, "not-public", AWAY, id="gone-already"),
        pytest.param(taken_away, "not-public", KEEP, id="nothing-stays"),
    ],
)
def test_what_cannot_be_merged_is_named_with_a_reason(before, code, name):
    before()
    count = Publication.objects.count()

    with pytest.raises(StateError, match="Nothing was merged") as caught:
        merged()

    assert [(one.place, one.code) for one in caught.value.problems] == [
        (f"entry/{name}", code)
    ]
    assert Publication.objects.count() == count
    assert not Entry.objects.exclude(merged_into=None).exists()


@pytest.mark.usefixtures("two")
def test_all_are_merged_or_none():
    published(OTHER)

    with pytest.raises(StateError):
        merged(AWAY, OTHER)

    assert shown(AWAY)


@pytest.mark.usefixtures("two")
def test_an_entry_is_not_merged_into_itself():
    with pytest.raises(StateError):
        merged(KEEP)


def test_something_has_to_be_merged():
    published(KEEP)

    with pytest.raises(StateError, match="Choose"):
        merge_entries(keep=KEEP, away=[], actor=OPERATOR)


def test_what_was_never_public_is_not_found():
    published(KEEP)
    approved_revision(document(AWAY))

    with pytest.raises(NotFoundError):
        merged()


@pytest.mark.usefixtures("two")
def test_who_may_not_withdraw_may_not_merge():
    anna = person(*(set(Act.values) - {Act.WITHDRAW}))

    with pytest.raises(PermissionDeniedError):
        merged(actor=anna)

    assert shown(AWAY)


@pytest.mark.usefixtures("two")
def test_who_did_it_is_recorded():
    anna = person("withdraw", name="anna")

    merged(actor=anna)

    events = Event.objects.filter(actor=anna, key=AWAY)
    assert [event.action for event in events.order_by("id")] == ["merged", "withdrawn"]
    assert events.get(action="merged").details["into"] == KEEP


@pytest.mark.usefixtures("two")
def test_the_text_that_was_reviewed_stays_as_it_was():
    published(OTHER, related=[{"relation": "related", "id": AWAY}])

    merged()

    row = Publication.objects.entries().readable().of([OTHER]).get()
    document_kept = row.revision.read()
    assert isinstance(document_kept, EntryDocument)
    assert [one.id for one in document_kept.related] == [AWAY]


@pytest.mark.usefixtures("two")
def test_what_was_to_be_read_instead_of_something_leads_to_what_stays(site):
    published(OTHER, related=[{"relation": "replaced-by", "id": AWAY}])
    withdrawn(OTHER)
    merged()

    page = site.get("/en/terms/grooming/").text
    changes = site.get("/en/changes/").text

    assert '<a href="/en/terms/police-force/"' in page
    assert "What to read instead" in page
    assert "/en/terms/police-force/" in changes


@pytest.mark.usefixtures("two")
def test_nothing_is_begun_under_the_id_of_what_was_merged():
    merged()
    wen = person("write_en", "write_cy", name="wen")

    with pytest.raises(StateError, match="leads there for ever"):
        begin_draft(name=named(AWAY), actor=wen, start={})

    assert begin_draft(name=named(KEEP), actor=wen)
