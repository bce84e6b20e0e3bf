"""A key that tells who somebody is goes with the texts, and nothing is left of it."""

from __future__ import annotations

import datetime as dt
import json
import resource
import threading
from contextlib import contextmanager
from typing import Any
from unittest.mock import ANY

import orjson
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, connections, transaction

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.document_texts import add_document_text
from glossary.errors import DocumentError, NotFoundError, StateError
from glossary.models import (
    Action,
    Address,
    Claim,
    Entry,
    Erasure,
    Event,
    Link,
    Look,
    Publication,
    Remark,
    Revision,
    Schedule,
    former_of,
)
from glossary.public_form import Tombstone
from glossary.publishing import (
    KEYS,
    TEXTS,
    ask_to_erase,
    confirm_erasure,
    decline_erasure,
    erase_again,
    find_words,
    merge_entries,
    read_list,
    schedule_publication,
    withdraw_document,
)
from glossary.publishing.erased_list import write_down
from glossary.queue import claim
from glossary.review import (
    abandon_draft,
    begin_draft,
    look_at,
    return_to_writer,
    save_draft,
)
from glossary.transfer import Answers, load_content
from tests.factories import (
    OPERATOR,
    document,
    entry_data,
    named,
    publish,
    published,
    restored,
    section,
    source,
    topic,
    withdrawn,
)
from tests.folder import Folder
from tests.publishing.erasing import VICTIM, erased, places_of
from tests.review.writing import approved, somebody, submitted

pytestmark = pytest.mark.django_db

KEY = "mary-marzipan"
WORD = "marzipan"
NAME = named(KEY)
TO_HER = [{"relation": "related", "id": KEY}]
LINK = f"See [this](entry:{KEY})."
LEADING_TO_HER = pytest.mark.parametrize(
    "values",
    [
        pytest.param({"related": TO_HER}, id="relation"),
        pytest.param(
            {"languages": {"en": section("police force", explanation=LINK)}}, id="link"
        ),
    ],
)
"""What another entry can have that leads to hers."""


def gone(first, second, name=NAME):
    """Have two people erase a document and its key."""
    return erased(first, second, name, with_key=True)


def stone_of(erasure):
    row = Publication.objects.current().get(kind=erasure.kind, key=erasure.key)
    return Tombstone.model_validate_json(row.body)


def written(revision, actor, data):
    """Have somebody write something else into a draft."""
    seen = Revision.objects.get(pk=revision.pk).digest
    return save_draft(revision=revision, document=data, seen=seen, actor=actor)


def let_go(entry_id="police-force", **values):
    """Publish an entry once more, which does not refer to hers any longer."""
    return published(entry_id, **values)


def test_nothing_of_it_is_left_in_any_table(anna, ben):
    published(KEY)

    erasure = gone(anna, ben)

    assert places_of(WORD) == set()
    assert erasure.key == erasure.new_key
    row = Publication.objects.current().get(key=erasure.key)
    assert (row.change, stone_of(erasure).id) == ("erased", erasure.key)
    assert list(Entry.objects.values_list("pk", flat=True)) == [erasure.key]


def test_two_keys_are_not_the_same_and_tell_nothing(anna, ben):
    published(KEY)
    published("peter-praline")

    keys = [gone(anna, ben, named(key)).key for key in (KEY, "peter-praline")]

    assert len({*keys}) == 2
    assert all(len(key) == len("erased-") + 12 for key in keys)


def test_without_being_asked_for_the_key_stays(anna, ben):
    published(KEY)

    erasure = erased(anna, ben, NAME)

    assert (erasure.key, erasure.new_key, erasure.former) == (KEY, "", "")
    assert "glossary_event.key" in places_of(WORD)


def test_all_texts_go_whichever_were_chosen(anna, ben):
    published(KEY)
    published(KEY, as_at="2025-01-01")
    asked = ask_to_erase(
        name=NAME, reason=VICTIM, actor=anna, revisions=[1], with_key=True
    )

    done = confirm_erasure(erasure=asked, actor=ben)

    assert [number for number, _ in done.gone] == [1, 2]
    assert places_of(WORD) == set()


def test_a_key_goes_although_its_texts_have_gone_before(anna, ben):
    first = published(KEY).sequence
    before = erased(anna, ben, NAME)

    erasure = gone(anna, ben)

    assert places_of(WORD) == set()
    assert stone_of(erasure).erased == (first, ANY)
    before.refresh_from_db()
    assert (before.key, before.former, before.new_key) == (erasure.key, "", "")


def test_a_key_does_not_go_twice(anna, ben):
    published(KEY)
    erasure = gone(anna, ben)

    for name in (NAME, erasure.name):
        with pytest.raises(NotFoundError):
            gone(anna, ben, name)


def test_the_key_of_what_never_was_does_not_go(anna):
    with pytest.raises(NotFoundError):
        ask_to_erase(name=NAME, reason=VICTIM, actor=anna, with_key=True)


def test_a_draft_that_was_never_public_goes_with_its_key(anna, ben):
    wen = somebody("wen")
    draft = begin_draft(name=NAME, actor=wen, start=entry_data(KEY))
    look_at(draft, wen)
    claim(name=NAME, actor=wen)
    assert Look.objects.exists()
    assert Claim.objects.exists()

    gone(anna, ben)

    assert places_of(WORD) == set()
    assert not Publication.objects.exists()


def test_every_sequence_of_it_is_to_be_deleted_by_who_keeps_copies(anna, ben):
    first = published(KEY).sequence
    second = published(KEY, as_at="2025-01-01").sequence
    third = withdrawn(KEY, WithdrawalReason.HARMFUL).sequence

    erasure = gone(anna, ben)

    assert {first, second, third} <= {*stone_of(erasure).erased}
    rows = Publication.objects.filter(sequence__in=(first, second, third))
    assert {(row.key, row.body) for row in rows} == {(erasure.key, "")}


def test_what_was_done_stays_written_down_under_the_new_key(anna, ben):
    published(KEY)
    before = list(Event.objects.filter(key=KEY).values_list("pk", "action", "at"))

    erasure = gone(anna, ben)

    rows = Event.objects.filter(key=erasure.key)
    assert list(rows.values_list("pk", "action", "at"))[: len(before)] == before
    assert [row.action for row in rows][-4:] == [
        "erasure-asked",
        "erasure-confirmed",
        "erased",
        "erasure-done",
    ]


# Others that refer to it


@LEADING_TO_HER
def test_others_have_to_let_go_of_it_first(anna, ben, values):
    published(KEY)
    published("police-force", **values)

    with pytest.raises(StateError, match="so it stays: entry/police-force"):
        gone(anna, ben)
    let_go()
    gone(anna, ben)

    assert places_of(WORD) == set()
    body = Publication.objects.current().get(key="police-force").body
    assert json.loads(body)["related"] == []
    texts = Revision.objects.filter(key="police-force").order_by("number")
    assert [row.is_erased for row in texts] == [True, False]


def test_who_decided_it_decided_what_goes_of_others_with_it(anna, ben):
    """Under the same reason, at the same time; of each the texts that referred to it."""
    published(KEY)
    for data in ({"related": TO_HER}, {"related": TO_HER, "kind": "data"}, {}):
        published("police-force", **data)

    erasure = gone(anna, ben)

    said = "reason asked_at asked_by asked_by_name erased_at confirmed_at".split()
    said += "confirmed_by confirmed_by_name declined_at".split()
    beside = Erasure.objects.get(key="police-force")
    assert {one: getattr(beside, one) for one in said} == {
        one: getattr(erasure, one) for one in said
    }
    assert (beside.revisions, beside.new_key) == ([1, 2], "")
    assert beside.confirmed_by == ben


def test_it_is_looked_at_once_more_when_it_is_confirmed(anna, ben):
    published(KEY)
    asked = ask_to_erase(name=NAME, reason=VICTIM, actor=anna, with_key=True)
    published("police-force", related=TO_HER)

    with pytest.raises(StateError, match="still has this key"):
        confirm_erasure(erasure=asked, actor=ben)

    assert Publication.objects.readable().filter(key=KEY).exists()


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(entry_data("police-force", related=TO_HER), id="whole"),
        pytest.param({"related": TO_HER}, id="unfinished"),
        pytest.param({"languages": {"en": {"short": LINK}}}, id="in-a-link"),
    ],
)
def test_a_draft_of_others_has_to_let_go_of_it_too(anna, ben, start):
    published(KEY)
    wen = somebody("wen")
    draft = begin_draft(name=named("police-force"), actor=wen, start=start)

    with pytest.raises(StateError, match="entry/police-force"):
        gone(anna, ben)
    written(draft, wen, entry_data("police-force"))
    gone(anna, ben)

    assert places_of(WORD) == set()


@pytest.mark.parametrize("text", [f"{KEY}-jones", "A mary-marzipan"])
def test_who_has_nothing_to_do_with_it_is_left_alone(anna, ben, text):
    published(KEY)
    english = section("police force", short=text)
    row = published("police-force", languages={"en": english})

    gone(anna, ben)

    current = Publication.objects.current().get(key="police-force")
    assert current.sequence == row.sequence


def test_what_is_merged_into_it_leads_to_what_stands_for_it(anna, ben):
    published(KEY)
    replaced = [{"relation": "replaced-by", "id": KEY}]
    published("police-force", related=replaced)
    merge_entries(away=["police-force"], keep=KEY, actor=OPERATOR)
    with pytest.raises(StateError, match="entry/police-force"):
        gone(anna, ben)
    erased(anna, ben, named("police-force"))

    erasure = gone(anna, ben)

    assert places_of(WORD) == set()
    assert Entry.objects.get(pk="police-force").merged_into_id == erasure.key


def test_a_tombstone_that_leads_to_it_leads_to_what_stands_for_it(anna, ben):
    published(KEY)
    earlier = published("police-force").sequence
    published("police-force", kind="data")
    published("chief-constable")
    withdraw_document(
        name=named("police-force"),
        actor=OPERATOR,
        reason=WithdrawalReason.REPLACED,
        replaced_by=[KEY, "chief-constable"],
    )
    erased(anna, ben, named("police-force"), revisions=[1])
    before = Publication.objects.current().get(key="police-force")

    erasure = gone(anna, ben)

    assert places_of(WORD) == set()
    row = Publication.objects.current().get(key="police-force")
    stone = Tombstone.model_validate_json(row.body)
    assert stone.replaced_by == (erasure.key, "chief-constable")
    assert stone.erased == (earlier, before.sequence)
    assert (row.change, row.reason) == ("withdrawn", "replaced")


def test_what_was_brought_back_since_it_led_there_stays_public(anna, ben):
    published(KEY)
    published("grooming")
    withdraw_document(
        name=named("grooming"),
        actor=OPERATOR,
        reason=WithdrawalReason.REPLACED,
        replaced_by=[KEY],
    )
    approved(somebody("wen"), somebody("rhys"))
    before = restored("grooming")

    gone(anna, ben)

    assert places_of(WORD) == set()
    assert Publication.objects.current().get(key="grooming") == before


def test_what_was_loaded_looked_at_and_remarked_of_others_goes(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry(KEY)
    folder.write_entry("grooming", related=TO_HER)
    load_content(content=folder.read(), actor=OPERATOR)
    wen = somebody("wen")
    look_at(Revision.objects.get(key="grooming"), wen)
    waits = submitted(wen)
    remark = Remark(
        place="/languages/en/short", reason="not-right", suggestion=LINK, text="x"
    )
    rhys = somebody("rhys")
    returned = return_to_writer(revision=waits, remarks=[remark], actor=rhys)
    abandon_draft(revision=returned, actor=wen)
    let_go("grooming")

    gone(anna, ben)

    assert places_of(WORD) == set()


# Other kinds


def test_a_source_goes_with_its_key_after_what_rests_on_it(anna, ben):
    source(KEY, url="https://www.example.org/report")
    name = Name(DocumentKind.SOURCE, KEY)
    add_document_text(source_id=KEY, text="Words.", actor=OPERATOR)
    with pytest.raises(StateError, match=f"text/{KEY}"):
        gone(anna, ben, name)

    gone(anna, ben, Name(DocumentKind.TEXT, KEY))
    erasure = gone(anna, ben, name)

    assert places_of(WORD) == set()
    assert erasure.name.kind == DocumentKind.SOURCE


def test_a_topic_goes_with_its_key_after_what_is_listed_under_it(anna, ben):
    topic(KEY, en="Places")
    published("police-force", topics=[KEY])
    name = Name(DocumentKind.TOPIC, KEY)
    with pytest.raises(StateError, match="entry/police-force"):
        gone(anna, ben, name)

    let_go()
    gone(anna, ben, name)

    assert places_of(WORD) == set()


def test_a_record_goes_with_its_key_from_what_came_in_by_that_review(anna, ben):
    source()
    publish(document("grooming"), review=KEY)
    english = section("police force", short=f"What {KEY} did.")
    kept = published("police-force", languages={"en": english}).sequence
    name = Name(DocumentKind.REVIEW, KEY)
    with pytest.raises(StateError, match="still needs this"):
        erased(anna, ben, name, with_key=True)

    published("grooming", as_at="2025-01-01")
    erasure = erased(anna, ben, name, with_key=True)

    assert places_of('"' + KEY) == set()
    reviews = Revision.objects.filter(key="grooming").order_by("number")
    assert [row.review for row in reviews] == [erasure.key, "tests"]
    assert Publication.objects.get(sequence=kept).body


def test_a_document_of_another_kind_keeps_the_same_key(anna, ben):
    published(KEY)
    topic(KEY, en="Places")

    gone(anna, ben, Name(DocumentKind.TOPIC, KEY))

    assert Publication.objects.readable().get(key=KEY).kind == "entry"


# Where else it stood


def test_it_goes_from_what_events_and_schedules_say(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry(KEY)
    load_content(content=folder.read(), actor=OPERATOR)
    withdrawn(KEY)
    load_content(content=folder.read(), actor=OPERATOR)
    done = approved(somebody("wen"), somebody("rhys"))
    at = dt.datetime(2036, 1, 1, tzinfo=dt.UTC)
    row = schedule_publication(revisions=[done], at=at, actor=OPERATOR)
    Schedule.objects.filter(pk=row.pk).update(problem=f"“{KEY}” is not public.")

    gone(anna, ben)

    assert places_of(WORD) == set()
    row.refresh_from_db()
    assert (row.problem, row.state) == ("", "waiting")


@pytest.mark.parametrize(
    ("action", "details", "said"),
    [
        pytest.param(
            Action.CONTENT_LOADED,
            {"left": {"source/KEY": "edited here", "n": 3, "source/KEY-2": "older"}},
            {"left": {"source/NEW": "edited here", "n": 3, "source/KEY-2": "older"}},
            id="names",
        ),
        pytest.param(
            Action.CONTENT_LOADED,
            {"source": ["KEY", "KEY-2"], "topic": ["KEY"], "of": ["entry/KEY"]},
            {"source": ["NEW", "KEY-2"], "topic": ["KEY"], "of": ["entry/KEY"]},
            id="keys-of-its-kind",
        ),
        pytest.param(
            Action.SCHEDULED,
            {"of": ["source/KEY 3", "a-source/KEY"], "schedule": 4},
            {"of": ["source/NEW 3", "a-source/KEY"], "schedule": 4},
            id="in-words",
        ),
        pytest.param(
            Action.SCHEDULE_FAILED,
            {"of": ["source/KEY 3"], "codes": ["wrong-state", "KEY"]},
            {"of": ["source/NEW 3"], "codes": ["wrong-state", "KEY"]},
            id="a-plan-that-failed",
        ),
        pytest.param(Action.MERGED, {"into": "KEY"}, {"into": "KEY"}, id="an-entry"),
        pytest.param(
            Action.ACCOUNTS_ARE_ONE_PERSON,
            {"accounts": ["source/KEY"]},
            {"accounts": ["source/KEY"]},
            id="another-action",
        ),
    ],
)
def test_what_events_say_of_it_has_the_new_key(anna, ben, action, details, said):
    source("mary")
    name = Name(DocumentKind.SOURCE, "mary")
    given = orjson.loads(orjson.dumps(details).replace(b"KEY", b"mary"))
    event = Event.objects.record(action, actor=OPERATOR, details=given)

    erasure = gone(anna, ben, name)

    event.refresh_from_db()
    found = orjson.dumps(event.details).decode()
    assert (
        orjson.loads(found.replace(erasure.key, "NEW").replace("mary", "KEY")) == said
    )


def test_what_was_merged_into_it_was_merged_into_what_stands_for_it(anna, ben):
    published(KEY)
    event = Event.objects.record(
        Action.MERGED, actor=OPERATOR, details={"into": KEY, "other": KEY}
    )

    erasure = gone(anna, ben)

    event.refresh_from_db()
    assert event.details == {"into": erasure.key, "other": KEY}


def test_who_comes_with_its_former_address_is_told_nothing(anna, ben):
    published(KEY, languages={"en": section(KEY)})

    gone(anna, ben)

    assert list(Address.erased_at(KEY)) == []
    assert not Link.objects.filter(other=KEY).exists()


def test_every_column_that_can_hold_a_key_is_decided():
    """A new one is named in ``KEYS`` or ``TEXTS``, or here: it holds none."""
    none = {
        "ApiKey": "name digest",
        "Author": "name",
        "Address": "lang",
        "Claim": "kind",
        "Digest": "lang",
        "Erasure": "kind revisions reason asked_by_name confirmed_by_name gone "
        "new_key former",
        "Event": "action actor_name kind",
        "Factor": "kind name secret credential",
        "FeedbackCount": "lang answer",
        "Link": "kind relation other_kind",
        "LoadedDocument": "kind digest",
        "Look": "kind digest",
        "Publication": "kind change reason note_lang languages digest",
        "RecoveryCode": "digest",
        "Remark": "digest reason",
        "Revision": "kind state digest salt places arrival note_lang",
        "Schedule": "state actor_name",
        "ScheduledRevision": "digest",
        "SignOff": "digest role lang",
        "SuggestedWord": "lang met_in",
        "User": "password username first_name last_name email",
    }
    kinds = {"CharField", "TextField", "JSONField", "SlugField", "EmailField"}
    found = {
        model: {
            field.attname
            for field in model._meta.concrete_fields
            if field.get_internal_type() in kinds
        }
        for model in apps.get_app_config("glossary").get_models()
    }
    left = {
        model.__name__: columns - {*KEYS.get(model, ()), *TEXTS.get(model, ())}
        for model, columns in found.items()
    }

    assert {name: columns for name, columns in left.items() if columns} == {
        name: {*columns.split()} for name, columns in none.items()
    }


# What comes after


def test_its_key_is_given_to_nobody_and_neither_is_what_stands_for_it(anna, ben):
    published(KEY)
    erasure, wen = gone(anna, ben), somebody("wen")

    for key in (KEY, erasure.key):
        with pytest.raises(StateError, match="was erased for ever"):
            begin_draft(name=named(key), actor=wen, start=entry_data(key))
    assert begin_draft(name=named("mary"), actor=wen, start={})


def test_no_file_brings_it_back(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry(KEY)
    load_content(content=folder.read(), actor=OPERATOR)
    gone(anna, ben)

    again = load_content(content=folder.read(), actor=OPERATOR)

    assert places_of(WORD) == set()
    standings = {str(line.name): line.standing for line in again.plan.lines}
    assert standings[f"entry/{KEY}"] == "erased"


@pytest.mark.parametrize("is_withdrawn", [False, True], ids=["kept", "withdrawn"])
def test_no_file_of_another_one_brings_it_back(anna, ben, tmp_path, is_withdrawn):
    folder = Folder(tmp_path)
    folder.write_entry(KEY)
    folder.write_entry("grooming")
    load_content(content=folder.read(), actor=OPERATOR)
    if is_withdrawn:
        withdrawn("grooming")
    else:
        published("grooming", as_at="2025-01-01")
    gone(anna, ben)
    folder.write_entry("grooming", related=TO_HER)
    answers = Answers(keep=[] if is_withdrawn else ["entry/grooming"])

    with pytest.raises(DocumentError) as caught:
        load_content(content=folder.read(), actor=OPERATOR, answers=answers)

    (problem,) = caught.value.problems
    assert (problem.place, problem.code) == ("entry/grooming", "erased")
    assert places_of(WORD) == set()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_who_takes_it_on_meanwhile_does_not_bring_it_back(anna, ben):
    published(KEY)
    wen = somebody("wen")
    refused = []

    def take():
        try:
            claim(name=NAME, actor=wen)
        except NotFoundError as error:
            refused.append(error)
        finally:
            connections.close_all()

    other = threading.Thread(target=take)
    with transaction.atomic():
        gone(anna, ben)
        other.start()
        other.join(1)  # it waits
    other.join()

    assert refused
    assert places_of(WORD) == set()


@pytest.mark.parametrize("with_key", [False, True])
def test_who_has_it_open_meanwhile_does_not_bring_it_back(anna, ben, with_key):
    wen = somebody("wen")
    begin_draft(name=NAME, actor=wen, start=entry_data(KEY))
    opened = Revision.objects.get(key=KEY)
    erased(anna, ben, NAME, with_key=with_key)

    with pytest.raises(NotFoundError):
        look_at(opened, wen)

    assert not Look.objects.exists()


@LEADING_TO_HER
def test_nothing_that_leads_to_it_is_published_any_more(anna, ben, values):
    published(KEY)
    published("police-force")
    gone(anna, ben)

    with pytest.raises(StateError, match="“entry/police-force” leads to a key"):
        published("police-force", **values)
    assert published("police-force", related=[{"relation": "related", "id": "mary"}])


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"related": TO_HER}, id="relation"),
        pytest.param({"topics": [KEY]}, id="a-topic-of-that-key"),
        pytest.param({"languages": {"en": {"explanation": LINK}}}, id="link"),
    ],
)
def test_a_form_that_was_open_then_brings_it_into_no_draft(anna, ben, change):
    published(KEY)
    wen = somebody("wen")
    draft = begin_draft(name=named("mary"), actor=wen, start={})
    name = Name(DocumentKind.TOPIC, KEY) if "topics" in change else NAME
    if name != NAME:
        topic(KEY, en="Mary")
    gone(anna, ben, name)

    with pytest.raises(StateError, match="leads to a key that was erased"):
        written(draft, wen, change)
    with pytest.raises(StateError, match="leads to a key that was erased"):
        begin_draft(name=named("other"), actor=wen, start=change)
    draft = Revision.objects.get(pk=draft.pk)
    assert draft.document == "{}"
    assert written(draft, wen, {"related": [{"id": f"{KEY}-jones"}], "n": 3})


def test_who_has_the_database_alone_can_try_no_names(anna, ben, settings):
    published(KEY)
    gone(anna, ben)
    assert Erasure.objects.keys_taken([NAME]) == {NAME}

    before, settings.SECRET_KEY = settings.SECRET_KEY, "another secret"
    assert Erasure.objects.keys_taken([NAME]) == set()
    settings.SECRET_KEY_FALLBACKS = [before]
    assert Erasure.objects.keys_taken([NAME, named("mary")]) == {NAME}


def test_the_list_has_it_no_more_and_a_backup_is_erased_again(anna, ben, a_list):
    others = [f"entry-{number}" for number in range(8)]
    publish(*map(document, others))
    published(KEY)
    published(KEY, as_at="2025-01-01")
    published("police-force")
    with transaction.atomic():
        erased(anna, ben, named("police-force"))
        erased(anna, ben, NAME, revisions=[1])
        erasure = gone(anna, ben)
        transaction.set_rollback(True)  # as a backup would
    said = a_list.read_text()
    assert WORD not in said
    lines = read_list(said.splitlines())
    keys = [line.name.key for line in lines]
    assert keys == ["police-force", erasure.key, erasure.key]

    for line in lines:
        erase_again(listed=line, actor=OPERATOR)

    assert places_of(WORD) == set()
    assert Publication.objects.current().get(key=erasure.key).change == "erased"
    assert not any(erase_again(listed=line, actor=OPERATOR) for line in lines)


def test_what_only_has_the_same_key_is_not_what_a_backup_brought_back(
    anna, ben, a_list
):
    published(KEY)
    gone(anna, ben)
    topic(KEY, en="Her topic", cy="Ei phwnc")
    (line,) = read_list(a_list.read_text().splitlines())

    assert erase_again(listed=line, actor=OPERATOR) is None


@pytest.mark.parametrize("former", ["", former_of(NAME)], ids=["texts", "a-key"])
def test_a_list_that_cannot_be_written_is_as_it_was(anna, ben, a_list, former):
    published(KEY)
    published(KEY, as_at="2025-01-01")
    erased(anna, ben, NAME, revisions=[1])
    before = a_list.read_text()
    key = "erased-0a1b2c3d4e5f"
    other = Erasure(kind="entry", key=key, reason=VICTIM, former=former)

    with files_of_no_more_than(len(before) + 40), pytest.raises(StateError):
        write_down(other)

    assert a_list.read_text() == before
    (line,) = read_list(before.splitlines())
    assert erase_again(listed=line, actor=OPERATOR) is None


def test_a_key_stays_where_a_line_of_the_list_says_nothing(anna, ben, a_list):
    """The line may be about it: who keeps the list has to mend it first."""
    published(KEY)
    a_list.write_text("half a li\n")

    with pytest.raises(StateError, match="cannot be written"):
        gone(anna, ben)

    assert a_list.read_text() == "half a li\n"
    assert Publication.objects.current().get(key=KEY).change == "published"


def test_a_list_that_was_left_half_written_is_written_anew(anna, ben, a_list):
    published(KEY)
    published(KEY, as_at="2025-01-01")
    erased(anna, ben, NAME, revisions=[1])
    a_list.with_suffix(".new").write_text("half a list")

    erasure = gone(anna, ben)

    lines = read_list(a_list.read_text().splitlines())
    assert [line.name.key for line in lines] == [erasure.key, erasure.key]
    assert not a_list.with_suffix(".new").exists()


@contextmanager
def files_of_no_more_than(size):
    """Let no file of this process become longer, as where the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_key_that_a_backup_brings_back_with_others_that_need_it_waits(
    anna, ben, a_list
):
    published(KEY)
    published("police-force", related=TO_HER)
    with transaction.atomic():
        let_go()
        erasure = gone(anna, ben)
        transaction.set_rollback(True)  # as an older backup would
    line = read_list(a_list.read_text().splitlines())[-1]

    texts = erase_again(listed=line, actor=OPERATOR)

    assert (texts.key, texts.new_key) == (KEY, "")
    assert Publication.objects.current().get(key=KEY).change == "erased"
    with pytest.raises(StateError, match="entry/police-force"):
        erase_again(listed=line, actor=OPERATOR)
    let_go()
    assert erase_again(listed=line, actor=OPERATOR).key == erasure.key
    assert places_of(WORD) == set()


def test_words_are_found_in_keys_too(anna):
    published(KEY)
    ask_to_erase(name=NAME, reason=VICTIM, actor=anna, with_key=True)

    found = {(row.of, row.column) for row in find_words(WORD)}

    assert {
        (f"entry/{KEY}", "key"),
        (f"entry/{KEY}", "entry_id"),
        ("", "id"),
    } <= found


# What the database lets through


def test_the_database_lets_no_key_go_that_nobody_erases(anna):
    published(KEY)
    asked = ask_to_erase(name=NAME, reason=VICTIM, actor=anna, with_key=True)

    def refused(**values):
        with pytest.raises(IntegrityError), transaction.atomic():
            Event.objects.filter(key=KEY).update(**values)

    refused(key=asked.new_key)
    Erasure.objects.filter(pk=asked.pk).update(erased_at="2026-01-01T00:00Z")
    refused(key="another")
    refused(key=asked.new_key, actor_name="somebody else")
    refused(key=asked.new_key, details={"another": 1})
    refused(details={"another": 1})
    assert Event.objects.filter(key=KEY).update(key=asked.new_key) == 2


def test_when_it_is_done_the_database_lets_nothing_through_any_more(anna, ben):
    published(KEY)
    erasure = gone(anna, ben)

    changes: list[dict[str, Any]] = [
        {"key": "another"},
        {"details": {}},
        {"details": {"a": "b"}},
    ]
    for values in changes:
        with pytest.raises(IntegrityError), transaction.atomic():
            Event.objects.filter(key=erasure.key).update(**values)


def test_the_columns_of_events_are_all_named_in_what_the_database_refuses():
    row = Event.objects.record(Action.DEMO_FILLED, actor=OPERATOR)
    Erasure.objects.create(
        kind="entry",
        key="a",
        new_key="b",
        reason=VICTIM,
        asked_by_name="anna",
        erased_at="2026-01-01T00:00Z",
    )
    columns = {field.column for field in Event._meta.concrete_fields}

    refused = {one for one in columns if not changes(row, one)}

    assert refused == columns


def changes(event, column):
    """Tell whether the database lets somebody change a column of an event."""
    kind = Event._meta.get_field(column.removesuffix("_id")).get_internal_type()
    values = {"DateTimeField": "'2020-01-01 00:00:00+00:00'", "CharField": "'x'"}
    values["JSONField"] = """'{"a": 1}'"""
    value = values.get(kind, "1000000")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE glossary_event SET {column} = {value} "  # noqa: S608
                f"WHERE id = {event.pk}"
            )
    except IntegrityError:
        return False
    return True


def test_the_table_refuses_a_key_that_is_erased_and_still_there():
    good = {"kind": "entry", "reason": VICTIM, "asked_by_name": "anna"}
    for key, new in (("a", "b"), ("a", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Erasure.objects.create(key=key, new_key=new, former="x", **good)
    assert Erasure.objects.create(key="b", new_key="b", former="x", **good)


def test_what_is_declined_stays_with_its_key(anna, ben):
    published(KEY)
    asked = ask_to_erase(name=NAME, reason=VICTIM, actor=anna, with_key=True)

    decline_erasure(erasure=asked, actor=ben)

    assert Publication.objects.readable().get(key=KEY)
    assert Event.objects.filter(key=KEY).count() == 3
