"""What erasing leaves in each column, and that it touches nothing of anything else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import orjson
import pytest
from django.apps import apps

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.models import (
    NO_NOTE,
    Action,
    Address,
    Author,
    Claim,
    Entry,
    Event,
    Link,
    LoadedDocument,
    Look,
    Note,
    Publication,
    Remark,
    Revision,
    Schedule,
    SignOff,
    User,
)
from glossary.publishing import publish_revisions, schedule_publication
from glossary.queue import claim
from glossary.review import (
    begin_draft,
    look_at,
    return_to_writer,
    save_draft,
    submit_draft,
)
from glossary.transfer import load_content
from tests.factories import (
    OPERATOR,
    entry_data,
    named,
    published,
    section,
    source,
    topic,
    withdrawn,
)
from tests.folder import Folder
from tests.publishing.erasing import WORD, erased, places_of
from tests.review.writing import approved, somebody

pytestmark = pytest.mark.django_db
ABOUT_BOTH = "mary"
"""The key of an entry, and of a topic too."""
MARY = named(ABOUT_BOTH)
TOPIC = Name(DocumentKind.TOPIC, ABOUT_BOTH)


def written(name: Name, data: dict[str, Any], note: Note = NO_NOTE) -> Revision:
    """Return a draft with a line for readers that claims Welsh is untouched."""
    wen = somebody(f"wen-{name.kind}-{name.key}")
    draft = begin_draft(name=name, actor=wen, start=data)
    return save_draft(
        revision=draft,
        document=data,
        seen=draft.digest,
        actor=wen,
        note=note,
        untouched=["cy"],
    )


def returned(name: Name, data: dict[str, Any]) -> Revision:
    """Return a text of which somebody said what is not right, and which was seen."""
    note = Note(f"{WORD} asked for it.", "en")
    draft, rhys = written(name, data, note), somebody(f"rhys-{name.kind}-{name.key}")
    waits = submit_draft(
        revision=draft, actor=User.objects.get(username=f"wen-{name.kind}-{name.key}")
    )
    look_at(waits, rhys)
    remark = Remark(
        place="/languages/en/short",
        reason="not-right",
        text=f"Is it {WORD}?",
        suggestion=f"Not {WORD}.",
    )
    claim(name=name, actor=rhys)
    return return_to_writer(revision=waits, remarks=[remark], actor=rhys)


def with_everything(key: str, folder: Folder) -> None:
    """Let an entry be loaded, published twice, written on, looked at and returned."""
    english = section(key, short=f"What {WORD} did.")
    folder.write_entry(key, languages={"en": english, "cy": section(f"{key} cy", "cy")})
    load_content(content=folder.read(), actor=OPERATOR)
    sections = {
        "en": section(f"{key} now", short=f"What {WORD} does."),
        "cy": section(f"{key} nawr", "cy"),
    }
    published(key, languages=sections)
    withdrawn(key, WithdrawalReason.WRONG)
    data = entry_data(key, languages=sections)
    data["languages"]["en"]["short"] = f"Once more: {WORD}."
    returned(named(key), data)


@pytest.fixture
def world(tmp_path: Any) -> None:
    """Have the same of one entry and of another one, and of a topic with its key."""
    folder = Folder(tmp_path)
    with_everything(ABOUT_BOTH, folder)
    with_everything("peter", folder)
    words = {"en": {"label": "Mary", "description": f"About {WORD}."}}
    topic(ABOUT_BOTH, en="Mary", cy="Mari")
    returned(TOPIC, {"id": ABOUT_BOTH, "position": 3, "languages": words})
    done = approved(somebody("wen"), somebody("rhys"), en=f"{WORD} said so.")
    at = dt.datetime(2036, 1, 1, tzinfo=dt.UTC)
    schedule_publication(revisions=[done], at=at, actor=OPERATOR)


def is_of(row: Any, name: Name) -> bool:
    """Tell whether a row is of this document."""
    match row:
        case Address():
            return name.kind == DocumentKind.ENTRY and row.entry_id == name.key
        case Remark() | SignOff() | Author():
            return row.revision.name == name
        case Publication() | Revision() | Look() | LoadedDocument() | Claim():
            return row.name == name
        case Link():
            return (
                row.name == name
                or Name(DocumentKind(row.other_kind), row.other) == name
            )
    return False


def rows_of_others(name: Name) -> dict[tuple[str, Any], dict[str, Any]]:
    """Return every row of ours that is not of this document."""
    return {
        (model.__name__, row.pk): {
            field.attname: getattr(row, field.attname)
            for field in model._meta.concrete_fields
        }
        for model in apps.get_app_config("glossary").get_models()
        if model.__name__ not in {"Dataset", "Erasure"}
        for row in model._default_manager.all()
        if not is_of(row, name)
    }


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("name", [MARY, TOPIC], ids=str)
@pytest.mark.parametrize("with_key", [False, True])
def test_nothing_of_any_other_document_is_touched(anna, ben, name, with_key):
    before = rows_of_others(name)

    erased(anna, ben, name, with_key=with_key)

    after = rows_of_others(name)
    changed = {
        row: values for row, values in before.items() if after.get(row) != values
    }
    new = Event.objects.last().key
    events = {row: str(after[row]) for row in changed if row[0] == "Event"}
    moved = {("Entry", "mary")} if with_key and name == MARY else set()
    assert changed.keys() - events.keys() == moved
    assert bool(events) == with_key
    assert {changed[row]["kind"] for row in events} <= {name.kind, ""}
    assert {row: said.replace(new, "mary") for row, said in events.items()} == {
        row: str(changed[row]) for row in events
    }


@pytest.mark.usefixtures("world")
def test_what_is_left_of_its_texts_says_nothing(anna, ben):
    before = {row.pk: row for row in Revision.objects.filter(kind="entry", key="mary")}
    assert {row.state for row in before.values()} >= {"returned", "approved"}

    erased(anna, ben, MARY)

    for row in Revision.objects.filter(kind="entry", key="mary"):
        was = before[row.pk]
        said = (row.document, row.salt, row.note, row.note_lang, row.untouched)
        assert said == ("null", "", "", "", [])
        stays = ("number", "digest", "created_at", "submitted_at", "arrival", "review")
        assert {one: getattr(row, one) for one in stays} == {
            one: getattr(was, one) for one in stays
        }
        assert (
            row.state
            == {
                "returned": "abandoned",
                "approved": "superseded",
                "superseded": "superseded",
            }[was.state]
        )


@pytest.mark.usefixtures("world")
def test_what_is_left_of_its_publications_says_nothing(anna, ben):
    rows = Publication.objects.filter(kind="entry", key="mary")
    rows.update(note=f"{WORD}.", note_lang="en", comment=WORD, index=WORD)
    stays = ("sequence", "change", "published_at")
    before = list(rows.values_list(*stays))
    digests = set(rows.values_list("digest", flat=True))

    erased(anna, ben, MARY)

    rows = rows.filter(sequence__lte=before[-1][0])
    assert list(rows.values_list(*stays)) == before
    said = rows.values_list("body", "index", "note", "note_lang", "comment")
    assert list(said) == [("", "", "", "", "")] * len(before)
    fresh = set(rows.values_list("digest", flat=True))
    assert (len(fresh), fresh & digests) == (len(before), set())
    assert {len(one) for one in fresh} == {64}


@pytest.mark.usefixtures("world")
def test_what_is_left_of_what_was_remarked_and_looked_at_says_nothing(anna, ben):
    before = Remark.objects.get(revision__kind="entry", revision__key="mary")
    assert before.stood

    erased(anna, ben, MARY)

    row = Remark.objects.get(pk=before.pk)
    said = (row.text, row.place, row.suggestion, row.stood)
    assert said == ("-", "", "", "")
    assert (row.reason, row.digest, row.user) == (
        before.reason,
        before.digest,
        before.user,
    )
    assert not Look.objects.filter(kind="entry", key="mary").exists()
    assert not LoadedDocument.objects.filter(kind="entry", key="mary").exists()


def test_each_state_of_a_text_ends_where_nobody_goes_on_with_it(anna, ben):
    published("grooming")
    row = Revision.objects.get(key="grooming")
    ends = {
        "draft": "abandoned",
        "submitted": "abandoned",
        "returned": "abandoned",
        "approved": "superseded",
        "superseded": "superseded",
        "abandoned": "abandoned",
    }
    for number, state in enumerate(ends, 2):
        Revision.objects.create(
            kind="entry",
            key=f"word-{number}",
            number=1,
            state=state,
            document=row.document,
            digest="x",
            arrival="written-here",
            created_at=row.created_at,
        )
        erased(anna, ben, named(f"word-{number}"))

    found = Revision.objects.filter(key__startswith="word-").order_by("key")
    assert [one.state for one in found] == [*ends.values()]


def test_a_topic_leaves_the_addresses_of_an_entry_with_its_key(anna, ben):
    published("mary", languages={"en": section("mary")})
    topic("mary", en="Mary")

    erased(anna, ben, TOPIC)

    assert Address.objects.get(slug="mary").entry_id == "mary"


def test_the_places_of_what_follows_are_kept_and_no_others(anna, ben):
    """Where a text differed is kept of what was published and loses its ground."""
    first = approved(somebody("wen"), somebody("rhys"), en="One.")
    publish_revisions(revisions=[first], actor=OPERATOR)
    second = approved(somebody("wyn"), somebody("rhian"), en="Two.")
    publish_revisions(revisions=[second], actor=OPERATOR)
    draft = written(named("grooming"), orjson.loads(second.document))
    other = published("police-force").revision

    erased(anna, ben, named("grooming"), revisions=[first.number])

    def places(row):
        return Revision.objects.get(pk=row.pk).places

    assert places(first) == ["/languages/en/short"]
    assert places(second) == ["/languages/en/short"]
    assert (places(draft), places(other)) == (None, None)
    Revision.objects.filter(pk=second.pk).update(places=["/kept"])
    erased(anna, ben, named("grooming"), revisions=[second.number])
    assert places(second) == ["/kept"]
    assert places(draft) is None


def test_an_entry_that_only_says_the_word_of_a_topic_is_left_alone(anna, ben):
    topic(ABOUT_BOTH, en="Mary")
    row = published("police-force", topics=[ABOUT_BOTH])
    topic(ABOUT_BOTH, en="Mary Jones")

    erased(anna, ben, TOPIC, revisions=[1])

    assert Publication.objects.get(sequence=row.sequence).body
    assert WORD not in str(places_of(WORD))


def test_an_entry_with_the_key_of_a_source_that_it_cites_shows_it_no_more(anna, ben):
    source("mary", title=f"About {WORD}")
    cited = [{"source": "mary", "quotation": "in its own words", "lang": "en"}]
    before = published("mary", citations=cited).sequence
    source("mary", title="About something")

    erased(anna, ben, Name(DocumentKind.SOURCE, "mary"), revisions=[1])

    assert places_of(WORD) == set()
    assert Publication.objects.get(sequence=before).body == ""


def test_a_topic_of_the_same_key_is_not_what_an_entry_shows(anna, ben):
    """The tombstone and the neighbours are told of by kind and key."""
    published("grooming", topics=["police-data"])
    topic("grooming", en="Grooming")
    before = Publication.objects.get(kind="topic", key="grooming")

    erased(anna, ben, named("grooming"))

    assert Publication.objects.get(pk=before.pk).body == before.body
    assert Event.objects.filter(action=Action.ERASURE_DONE).count() == 1
    assert Entry.objects.filter(pk="grooming").exists()
    assert not Schedule.objects.exists()
