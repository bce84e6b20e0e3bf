"""What identifies a person goes for ever, and two people see to it."""

from __future__ import annotations

import datetime as dt
import errno
import json
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.document_texts import add_document_text
from glossary.errors import NotFoundError, StateError
from glossary.feedback import suggest_word
from glossary.models import (
    Act,
    Address,
    CommandLine,
    Erasure,
    Event,
    Link,
    LoadedDocument,
    Publication,
    Remark,
    Revision,
    SuggestedWord,
    User,
)
from glossary.public_form import Tombstone
from glossary.publishing import (
    Listed,
    ask_to_erase,
    clear_files,
    confirm_erasure,
    decline_erasure,
    erase_again,
    erase_alone,
    find_words,
    is_here,
    publish_revisions,
    read_list,
    restore_document,
    withdraw_document,
)
from glossary.publishing.copies import TEXTS
from glossary.review import (
    begin_draft,
    look_at,
    return_to_writer,
    still_required,
    submit_draft,
)
from glossary.transfer import load_content
from tests.factories import (
    OPERATOR,
    document,
    entry_data,
    named,
    person,
    publish,
    published,
    record,
    restored,
    section,
    source,
    topic,
    withdrawn,
)
from tests.folder import Folder
from tests.publishing.erasing import VICTIM, WORD, erased, places_of
from tests.review.writing import approved, begun, saved, signed, somebody, submitted

pytestmark = pytest.mark.django_db

RELATED = [{"relation": "related", "id": "grooming"}]


def with_the_word(entry_id="grooming", **values):
    """Publish an entry whose English text names somebody."""
    english = section("grooming", short=f"What {WORD} did.")
    sections = {"en": english, "cy": section("meithrin", "cy")}
    return published(entry_id, **{"languages": sections, **values})


def wait(monkeypatch, **time):
    """Let so much time go by."""
    then = timezone.now() + dt.timedelta(**time)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)


def current(key="grooming"):
    return Publication.objects.current().get(kind="entry", key=key)


def test_what_was_said_to_those_who_write_goes_with_the_text(anna, ben):
    with_the_word()
    withdraw_document(
        name=named("grooming"),
        actor=OPERATOR,
        reason=WithdrawalReason.MISTAKE,
        comment=f"It names {WORD}.",
    )

    erased(anna, ben)

    assert places_of() == set()


# Two people


def test_nothing_goes_before_a_second_person_has_confirmed(anna):
    with_the_word()

    erasure = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)

    assert (erasure.erased_at, current().change) == (None, "published")
    assert places_of()
    assert list(Erasure.objects.waiting()) == [erasure]


def test_when_two_have_said_so_no_table_has_the_word_any_more(anna, ben):
    with_the_word()

    erased(anna, ben)

    assert places_of() == set()
    assert current().change == "erased"
    assert not Link.objects.filter(key="grooming").exists()


@pytest.mark.parametrize("who", ["herself", "another account of hers", "nobody knows"])
def test_who_asked_is_not_the_one_who_confirms(anna, who):
    with_the_word()
    second = {
        "herself": anna,
        "another account of hers": person(Act.ERASE, name="anna2", same_as=anna),
        "nobody knows": OPERATOR,
    }[who]
    erasure = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)

    with pytest.raises(StateError, match="Somebody else"):
        confirm_erasure(erasure=erasure, actor=second)

    assert current().change == "published"


def test_at_the_command_line_two_names_are_two_people(anna):
    with_the_word()
    erasure = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=OPERATOR)

    for nobody_else in (CommandLine("operator"), anna):
        with pytest.raises(StateError, match="Somebody else"):
            confirm_erasure(erasure=erasure, actor=nobody_else)
    done = confirm_erasure(erasure=erasure, actor=CommandLine("mari"))

    assert (done.confirmed_by, done.confirmed_by_name) == (None, "mari")
    assert places_of() == set()


def test_of_one_document_one_erasure_waits(anna, ben):
    with_the_word()
    ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)

    with pytest.raises(StateError, match="asked for that already"):
        ask_to_erase(name=named("grooming"), reason=VICTIM, actor=ben)


@pytest.mark.parametrize(
    "other",
    [
        Name(DocumentKind.TOPIC, "grooming"),
        Name(DocumentKind.ENTRY, "police-force"),
        Name(DocumentKind.TOPIC, "police"),
    ],
    ids=str,
)
def test_what_waits_of_one_document_holds_up_no_other_one(anna, ben, other):
    with_the_word()
    published("police-force")
    for key in ("grooming", "police"):
        topic(key, en="Grooming", cy="Meithrin")
    withdraw_document(name=other, actor=OPERATOR, reason=WithdrawalReason.MISTAKE)
    waiting = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)

    asked = ask_to_erase(name=other, reason=VICTIM, actor=ben)
    decline_erasure(erasure=asked, actor=ben)
    alone = erase_alone(name=other, reason=VICTIM, actor=ben)

    assert alone.erased_at
    assert list(Erasure.objects.waiting()) == [waiting]


def test_who_erases_something_alone_takes_nothing_else_back(anna):
    with_the_word()
    waiting = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)
    topic("grooming", en="Grooming", cy="Meithrin")
    name = Name(DocumentKind.TOPIC, "grooming")
    withdraw_document(name=name, actor=OPERATOR, reason=WithdrawalReason.MISTAKE)

    erase_alone(name=name, reason=VICTIM, actor=anna)

    assert list(Erasure.objects.waiting()) == [waiting]


def test_texts_that_are_asked_for_are_told_once_and_in_order(anna):
    for number in range(9):
        with_the_word(kind="data" if number % 2 else "concept")

    erasure = ask_to_erase(
        name=named("grooming"), reason=VICTIM, actor=anna, revisions=[9, 1, 9]
    )

    assert erasure.revisions == [1, 9]


def test_what_is_declined_stays_and_can_be_asked_for_again(anna, ben):
    with_the_word()
    erasure = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)

    declined = decline_erasure(erasure=erasure, actor=ben)

    assert declined.declined_at
    assert not Erasure.objects.waiting().exists()
    for decided in (confirm_erasure, decline_erasure):
        with pytest.raises(StateError, match="decided already"):
            decided(erasure=erasure, actor=ben)
    assert ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)


def test_what_is_done_is_neither_confirmed_nor_declined_again(anna, ben):
    with_the_word()
    erasure = erased(anna, ben)

    for decided in (confirm_erasure, decline_erasure):
        with pytest.raises(StateError, match="decided already"):
            decided(erasure=erasure, actor=ben)


@pytest.mark.parametrize("rule", [confirm_erasure, decline_erasure])
def test_what_nobody_asked_for_is_not_there(anna, rule):
    with pytest.raises(NotFoundError):
        rule(erasure=Erasure(pk=999), actor=anna)


@pytest.mark.parametrize(
    ("key", "revisions"), [("nothing", ()), ("grooming", [2]), ("grooming", [1, 2])]
)
def test_what_is_not_there_is_not_erased(anna, key, revisions):
    with_the_word()

    with pytest.raises(NotFoundError):
        ask_to_erase(name=named(key), reason=VICTIM, actor=anna, revisions=revisions)


def test_nothing_is_erased_twice(anna, ben):
    with_the_word()
    erased(anna, ben)

    with pytest.raises(NotFoundError, match="erased already"):
        erased(anna, ben)


def test_an_earlier_text_goes_after_the_present_one_has_gone(anna, ben):
    with_the_word()
    published("grooming")
    erased(anna, ben, revisions=[2])

    erased(anna, ben, revisions=[1])

    assert places_of() == set()
    stone = Tombstone.model_validate_json(current().body)
    assert (current().change, current().reason, stone.reason) == ("erased", "", None)


@pytest.mark.parametrize(
    ("name", "is_there"),
    [
        (Name(DocumentKind.ENTRY, "grooming"), True),
        (Name(DocumentKind.ENTRY, "police-force"), False),
        (Name(DocumentKind.TOPIC, "grooming"), False),
    ],
    ids=str,
)
def test_a_document_is_here_whatever_is_left_of_it(anna, ben, name, is_there):
    with_the_word()
    assert is_here(name) == is_there

    erased(anna, ben)

    assert is_here(name) == is_there


def test_a_reason_is_one_of_the_list(anna):
    with_the_word()
    words: Any = "Mary Jones"

    with pytest.raises(ValueError, match="Mary Jones"):
        ask_to_erase(name=named("grooming"), reason=words, actor=anna)


# One person, and a second one within a day


def test_one_person_erases_at_once_what_readers_do_not_see(anna, ben):
    with_the_word()
    withdrawn("grooming", WithdrawalReason.HARMFUL)

    erasure = erase_alone(name=named("grooming"), reason=VICTIM, actor=anna)

    assert places_of() == set()
    assert list(Erasure.objects.unconfirmed()) == [erasure]
    before = Publication.objects.count()
    done = confirm_erasure(erasure=erasure, actor=ben)
    assert (done.confirmed_by, Publication.objects.count()) == (ben, before)
    assert not Erasure.objects.unconfirmed().exists()


def test_what_readers_see_nobody_erases_alone(anna):
    with_the_word()

    with pytest.raises(StateError, match="Withdraw it first"):
        erase_alone(name=named("grooming"), reason=VICTIM, actor=anna)

    assert places_of()


def test_a_day_later_it_is_overdue(anna, monkeypatch):
    with_the_word()
    withdrawn("grooming")
    erasure = erase_alone(name=named("grooming"), reason=VICTIM, actor=anna)
    assert erasure.erased_at
    assert erasure.due_at == erasure.erased_at + dt.timedelta(days=1)
    assert not Erasure.objects.overdue().exists()

    wait(monkeypatch, days=1, seconds=1)

    assert list(Erasure.objects.overdue()) == [erasure]


@pytest.mark.parametrize("account", ["anna", "anna2"])
def test_who_lets_it_go_by_erases_nothing_alone_any_more(
    anna, ben, monkeypatch, account
):
    person(Act.ERASE, name="anna2", same_as=anna)
    for key in ("grooming", "police-force"):
        published(key)
        withdrawn(key)
    first = erase_alone(name=named("grooming"), reason=VICTIM, actor=anna)
    wait(monkeypatch, days=1, seconds=1)
    actor = User.objects.get(username=account)

    with pytest.raises(StateError, match="confirm first"):
        erase_alone(name=named("police-force"), reason=VICTIM, actor=actor)
    assert erase_alone(name=named("police-force"), reason=VICTIM, actor=ben)

    confirm_erasure(erasure=first, actor=ben)
    published("chief-constable")
    withdrawn("chief-constable")
    assert erase_alone(name=named("chief-constable"), reason=VICTIM, actor=actor)


def test_three_may_wait_for_a_second_person_at_once():
    keys = ["grooming", "police-force", "chief-constable", "problem-profile"]
    for key in keys:
        published(key)
        withdrawn(key)
    for key in keys[:3]:
        erase_alone(name=named(key), reason=VICTIM, actor=OPERATOR)

    with pytest.raises(StateError, match="confirm first"):
        erase_alone(name=named(keys[3]), reason=VICTIM, actor=OPERATOR)
    assert erase_alone(name=named(keys[3]), reason=VICTIM, actor=CommandLine("mari"))


def test_who_has_asked_may_withdraw_it_and_erase_it_alone(anna, ben):
    with_the_word()
    asked = ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)
    withdrawn("grooming")

    with pytest.raises(StateError, match="confirm it"):
        erase_alone(name=named("grooming"), reason=VICTIM, actor=ben)
    erase_alone(name=named("grooming"), reason=VICTIM, actor=anna)

    asked.refresh_from_db()
    assert asked.declined_at
    assert places_of() == set()


def test_a_draft_that_was_never_public_goes_without_a_word_to_readers(anna):
    writer = somebody("wen")
    start = entry_data("a-new-word", languages={"en": section(WORD)})
    begin_draft(name=named("a-new-word"), actor=writer, start=start)

    erase_alone(name=named("a-new-word"), reason=VICTIM, actor=anna)

    assert places_of() == set()
    assert not Publication.objects.exists()
    row = Revision.objects.get(key="a-new-word")
    assert (row.state, row.is_erased) == ("abandoned", True)


# Every copy


def test_event_sequence_and_digest_stay(anna, ben):
    row = with_the_word()
    digest = row.revision.digest

    erasure = erased(anna, ben)

    erasure.refresh_from_db()
    assert erasure.sequence == Publication.objects.latest("sequence").sequence
    revision = Revision.objects.get(pk=row.revision_id)
    assert (revision.digest, revision.salt) == (digest, "")
    assert revision.is_intact
    sequences = list(Publication.objects.values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    events = Event.objects.filter(key="grooming").order_by("id")
    assert [(event.action, event.actor_name) for event in events] == [
        ("published", "operator"),
        ("erasure-asked", "anna"),
        ("erasure-confirmed", "ben"),
        ("erased", "ben"),
        ("erasure-done", "ben"),
    ]
    details = {"erasure": 1, "reason": "identifies-victim", "revisions": 1}
    assert events[4].details | {"erasure": 1} == details


def test_nobody_can_try_a_guess_with_a_digest_that_stays():
    """The same text twice: two salts, two digests."""
    first = with_the_word().revision
    again = Revision(kind="entry", key="grooming").hold_text(first.document)

    assert again.digest != first.digest
    assert again.is_intact


def test_a_word_in_an_earlier_text_alone_goes_and_the_present_text_stays(anna, ben):
    with_the_word()
    published("grooming")
    assert current().revision.number == 2

    erased(anna, ben, revisions=[1])

    assert places_of() == set()
    row = current()
    assert (row.change, row.revision.number) == ("earlier-erased", 2)
    assert json.loads(row.body)["languages"]["en"]["short"] == "What grooming means."
    assert Publication.objects.get(revision__number=1, key="grooming").body == ""


def test_what_readers_see_is_taken_away_with_its_text_alone(anna, ben):
    published("grooming")
    with_the_word()

    erased(anna, ben, revisions=[2])

    assert places_of() == set()
    assert current().change == "erased"
    assert not Revision.objects.get(key="grooming", number=1).is_erased


def test_what_readers_still_see_still_leads_where_it_led(anna, ben):
    published("police-force")
    with_the_word(related=[{"relation": "related", "id": "police-force"}])
    present = published(
        "grooming", related=[{"relation": "related", "id": "police-force"}]
    )
    before = set(Link.objects.filter(key="grooming").values_list("relation", "other"))

    erased(anna, ben, revisions=[1])

    links = Link.objects.filter(key=present.key)
    assert set(links.values_list("relation", "other")) == before
    assert ("related", "police-force") in before


def test_a_word_in_a_draft_alone_goes_and_readers_see_what_they_saw(anna, ben):
    beside = published("police-force", related=RELATED)
    draft = begun(somebody("wen"), en=f"What {WORD} did.")

    erased(anna, ben, revisions=[draft.number])

    assert places_of() == set()
    assert current().change == "published"
    assert current("police-force").sequence >= beside.sequence
    assert not Publication.objects.filter(body="").exists()
    assert Revision.objects.get(pk=draft.pk).state == "abandoned"


def test_a_word_in_the_line_for_readers_goes(anna, ben):
    row = published("grooming").revision
    Revision.objects.filter(pk=row.pk).update(note=f"{WORD} asked.", note_lang="en")
    Publication.objects.filter(revision=row).update(note=f"{WORD}.", note_lang="en")

    erased(anna, ben)

    assert places_of() == set()


def test_a_word_in_a_remark_goes(anna, ben):
    writer, reviewer = somebody("wen"), somebody("rhys")
    remark = Remark(place=f"/{WORD}", reason="not-right", text=f"Is it {WORD}?")
    waits = submitted(writer)
    return_to_writer(revision=waits, remarks=[remark], actor=reviewer)

    erased(anna, ben, revisions=[waits.number])

    assert places_of() == set()
    assert Remark.objects.get().reason == "not-right"


def test_what_is_signed_off_keeps_its_sign_offs_without_its_text(anna, ben):
    done = approved(somebody("wen"), somebody("rhys"), en=f"What {WORD} did.")
    publish_revisions(revisions=[done], actor=OPERATOR)

    erased(anna, ben)

    assert places_of() == set()
    row = Revision.objects.get(pk=done.pk)
    assert {one.digest for one in row.sign_offs.all()} == {row.digest}


def test_what_waits_to_be_published_never_is(anna, ben):
    done = approved(somebody("wen"), somebody("rhys"), en=f"What {WORD} did.")

    erased(anna, ben, revisions=[done.number])

    with pytest.raises(StateError, match="Only an approved"):
        publish_revisions(revisions=[done], actor=OPERATOR)


def test_the_name_goes_from_what_its_neighbours_showed_before(anna, ben):
    english = section(WORD)
    with_the_word(languages={"en": english})
    published("police-force", related=RELATED)
    assert places_of() >= {"glossary_publication.body", "glossary_address.slug"}

    erased(anna, ben)

    assert places_of() == set()
    row = current("police-force")
    assert (row.change, json.loads(row.body)["related"]) == ("earlier-erased", [])


def test_an_earlier_name_goes_from_what_neighbours_showed_long_ago(anna, ben):
    with_the_word(languages={"en": section(WORD)})
    published("police-force", related=RELATED)
    published("grooming")

    erased(anna, ben, revisions=[1])

    assert places_of() == set()
    assert current("police-force").change == "earlier-erased"
    assert json.loads(current("police-force").body)["related"][0]["id"] == "grooming"


def test_what_it_was_called_in_a_link_goes_too(anna, ben):
    with_the_word(languages={"en": section(WORD)})
    text = "See [this](entry:grooming)."
    english = section("police force", explanation=text)
    published("police-force", languages={"en": english})
    assert f"/{WORD}/" in current("police-force").body

    erased(anna, ben)

    assert places_of() == set()


def test_a_neighbour_that_is_withdrawn_stays_so(anna, ben):
    with_the_word()
    relation = [{"relation": "replaced-by", "id": "grooming"}]
    published("police-force", related=relation)
    withdrawn("police-force", WithdrawalReason.WRONG)

    erased(anna, ben)

    row = current("police-force")
    assert (row.change, json.loads(row.body)["reason"]) == (
        "withdrawn",
        "wrong",
    )


def test_who_has_nothing_to_do_with_it_is_left_alone(anna, ben):
    with_the_word()
    other = published("police-force")

    erased(anna, ben)

    assert current("police-force").sequence == other.sequence


def test_what_stays_of_it_says_which_sequences_are_to_be_deleted(anna, ben):
    first = with_the_word().sequence
    beside = published("police-force", related=RELATED)
    echo = current().sequence

    erased(anna, ben)

    stone = Tombstone.model_validate_json(current().body)
    assert (stone.id, stone.reason, stone.replaced_by) == ("grooming", None, ())
    assert set(stone.erased) == {first, beside.sequence, echo}


def far_apart():
    """Publish an entry three times, with others between; return the sequences."""
    first = with_the_word().sequence
    publish(*(document(f"entry-{number}") for number in range(40)))
    second = with_the_word(kind="data").sequence
    publish(*(document(f"entry-{number}", kind="data") for number in range(21)))
    return first, second, published("grooming").sequence


def test_the_sequences_to_be_deleted_stand_in_their_order(anna, ben):
    sequences = far_apart()

    erased(anna, ben)

    assert Tombstone.model_validate_json(current().body).erased == sequences


def test_so_they_do_where_one_text_after_the_other_goes(anna, ben):
    first, second, last = far_apart()
    withdrawn("grooming")
    said, stones = [], []

    for number in (2, 1, 3):
        stones.append(current().sequence)
        erased(anna, ben, revisions=[number])
        said.append(Tombstone.model_validate_json(current().body).erased)

    assert said == [(second,), (first, second), (first, second, last, *stones)]


def test_a_tombstone_that_leads_to_it_stays_while_its_key_does(anna, ben):
    with_the_word()
    published("police-force")
    stone, *_ = withdraw_document(
        name=named("police-force"),
        actor=OPERATOR,
        reason=WithdrawalReason.REPLACED,
        replaced_by=["grooming"],
    )

    erased(anna, ben)

    assert current("police-force") == stone


def test_of_what_stays_withdrawn_an_earlier_text_can_go(anna, ben):
    with_the_word()
    published("grooming")
    withdrawn("grooming", WithdrawalReason.MISTAKE)

    erased(anna, ben, revisions=[1])

    assert places_of() == set()
    row = current()
    stone = Tombstone.model_validate_json(row.body)
    assert (row.change, stone.reason, row.reason) == (
        "withdrawn",
        "published-by-mistake",
        "published-by-mistake",
    )
    assert stone.erased == (Publication.objects.filter(body="").get().sequence,)
    assert restored("grooming").revision.number == 2


NEEDED = [Name(DocumentKind.SOURCE, "report-2023"), Name(DocumentKind.REVIEW, "tests")]


@pytest.mark.parametrize("name", NEEDED, ids=str)
@pytest.mark.parametrize("with_key", [False, True], ids=["texts", "with its key"])
def test_nobody_asks_to_erase_what_something_public_needs(anna, name, with_key):
    published("grooming")

    with pytest.raises(StateError, match="Something still"):
        ask_to_erase(name=name, reason=VICTIM, actor=anna, with_key=with_key)

    assert not Erasure.objects.exists()


@pytest.mark.parametrize(
    ("name", "there"),
    [(NEEDED[0], source), (NEEDED[1], record)],
    ids=["source", "record"],
)
def test_what_is_needed_since_it_was_asked_for_is_refused_in_the_same_words(
    anna, ben, name, there
):
    there()
    asked = ask_to_erase(name=name, reason=VICTIM, actor=anna)
    published("grooming")

    said = f"Something still needs this, so it stays: {name}"
    with pytest.raises(StateError, match=f"^{said}$"):
        confirm_erasure(erasure=asked, actor=ben)
    decline_erasure(erasure=asked, actor=anna)
    with pytest.raises(StateError, match=f"^{said}$"):
        ask_to_erase(name=name, reason=VICTIM, actor=anna)


def test_an_earlier_text_of_what_is_needed_can_be_asked_for(anna, ben):
    source(title=f"A report on {WORD}")
    published("grooming")
    source(title="A report")

    erased(anna, ben, NEEDED[0], [1])

    assert places_of() == set()


def test_an_earlier_title_of_a_source_goes_from_the_entries_that_cite_it(anna, ben):
    source(title=f"A report on {WORD}")
    published("grooming")
    source(title="A report")
    name = Name(DocumentKind.SOURCE, "report-2023")
    former = Revision.objects.filter(kind="source", document__contains=WORD)

    erased(anna, ben, name, [row.number for row in former])

    assert places_of() == set()
    assert current().change == "earlier-erased"


def test_the_text_of_a_source_can_go(anna, ben):
    source()
    add_document_text(source_id="report-2023", text=f"Of {WORD}.", actor=OPERATOR)

    erased(anna, ben, Name(DocumentKind.TEXT, "report-2023"))

    assert places_of() == set()


def test_every_column_that_can_hold_words_is_decided():
    """A new column is named here, and where it can hold words, in ``TEXTS``."""
    decided = {
        "Address": "lang erased",
        "ApiKey": "name digest",
        "Author": "name",
        "Entry": "id short_code",
        "Erasure": "kind key revisions reason asked_by_name confirmed_by_name gone "
        "new_key former",
        "Claim": "kind key",
        "Digest": "lang",
        "Event": "action actor_name kind key details",
        "Factor": "kind name secret credential",
        "FeedbackCount": "lang answer",
        "Link": "kind key relation other_kind other",
        "LoadedDocument": "kind key digest",
        "Look": "kind key digest",
        "Publication": "kind key change reason note_lang languages digest",
        "RecoveryCode": "digest",
        "Remark": "digest reason",
        "Revision": "kind key state digest salt places arrival review note_lang",
        "Schedule": "state actor_name",
        "ScheduledRevision": "digest",
        "SignOff": "digest role lang",
        "SuggestedWord": "lang met_in",
        "User": "password username first_name last_name email",
    }
    found = {
        model.__name__: {
            field.name
            for field in model._meta.concrete_fields
            if field.get_internal_type() in {"CharField", "TextField", "JSONField"}
            or field.get_internal_type() in {"SlugField", "EmailField"}
        }
        for model in apps.get_app_config("glossary").get_models()
    }
    texts = {model.__name__: {*names} for model, names in TEXTS.items()}

    assert {name: fields for name, fields in found.items() if fields} == {
        name: {*known.split(), *texts.get(name, ())} for name, known in decided.items()
    }


# What was loaded


def test_no_file_brings_it_back(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry("grooming", languages={"en": section(WORD)})
    load_content(content=folder.read(), actor=OPERATOR)
    assert "glossary_loadeddocument.document" in places_of()
    erased(anna, ben)
    assert places_of() == set()

    again = load_content(content=folder.read(), actor=OPERATOR)

    assert places_of() == set()
    standings = {str(line.name): line.standing for line in again.plan.lines}
    assert standings["entry/grooming"] == "erased"


def test_what_was_loaded_last_stays_where_its_text_does(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry("grooming", languages={"en": section(WORD)})
    load_content(content=folder.read(), actor=OPERATOR)
    folder.write_entry("grooming", as_at="2025-01-01")
    load_content(content=folder.read(), actor=OPERATOR)
    assert LoadedDocument.objects.filter(key="grooming").count() == 2

    erased(anna, ben, revisions=[1])

    assert places_of() == set()
    assert LoadedDocument.objects.get(key="grooming").is_last
    assert load_content(content=folder.read(), actor=OPERATOR).plan.is_empty


def test_what_was_loaded_goes_where_nobody_can_read_it_any_more(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry("grooming", languages={"en": section(WORD)})
    load_content(content=folder.read(), actor=OPERATOR)
    published("grooming")
    LoadedDocument.objects.filter(key="grooming").update(
        document=f'{{"was": "{WORD}"}}'
    )

    erased(anna, ben, revisions=[1])

    assert not LoadedDocument.objects.filter(key="grooming").exists()


# Addresses


def test_its_address_says_nothing_and_is_given_to_nobody_else(anna, ben):
    with_the_word(languages={"en": section(WORD)})
    erased(anna, ben)

    with pytest.raises(StateError, match="address belongs to another"):
        published("police-force", languages={"en": section(WORD)})

    assert not Address.objects.filter(slug=WORD).exists()
    assert published("police-force", languages={"cy": section(WORD, "cy")})


@pytest.mark.parametrize(
    "odd",
    [
        {"languages": 3},
        {"languages": {"en": 4, "cy": {"slug": 5}}},
        {"languages": {"en": {"slug": "grooming"}}},
        {"languages": {"en": {"slug": {"en": "grooming"}}}},
    ],
)
def test_an_address_that_its_present_text_has_stays(anna, ben, odd):
    with_the_word(languages={"en": section(WORD)})
    published("grooming")
    begin_draft(name=named("grooming"), actor=somebody("wen"), start=odd)

    erased(anna, ben, revisions=[1])

    slugs = set(Address.objects.filter(erased="").values_list("slug", flat=True))
    assert slugs == {"grooming", "meithrin-perthynas-amhriodol"}
    assert Address.objects.exclude(erased="").count() == 1


# What comes after


def test_nothing_restores_it(anna, ben):
    with_the_word()
    erased(anna, ben)

    with pytest.raises(StateError, match="written anew"):
        restore_document(name=named("grooming"), actor=OPERATOR)
    with pytest.raises(StateError, match="withdrawn already"):
        withdraw_document(
            name=named("grooming"), actor=OPERATOR, reason=WithdrawalReason.WRONG
        )


def test_it_is_written_anew_and_signed_off_as_ever(anna, ben):
    with_the_word()
    erased(anna, ben)
    wen, rhys = somebody("wen"), somebody("rhys")
    with pytest.raises(NotFoundError):
        begin_draft(name=named("grooming"), actor=wen)
    gone = Revision.objects.get(key="grooming")
    with pytest.raises(NotFoundError):
        begin_draft(name=named("grooming"), actor=wen, of=gone)

    anew = entry_data("grooming")
    anew["languages"]["cy"]["short"] = "Dyma ystyr y gair."
    draft = begin_draft(name=named("grooming"), actor=wen, start=anew)
    waits = submit_draft(revision=draft, actor=wen)
    for asked in still_required(waits):
        waits = signed(waits, rhys, asked)
    (row, *_) = publish_revisions(revisions=[waits], actor=OPERATOR)

    assert (row.change, row.revision.number) == ("published", 2)


def test_who_checked_which_language_is_known_although_the_text_is_gone(anna, ben):
    wen, rhys = somebody("wen"), somebody("rhys")
    first = approved(wen, rhys, en="One.", cy="Un.")
    publish_revisions(revisions=[first], actor=OPERATOR)
    draft = saved(begin_draft(name=named("grooming"), actor=wen), wen, en="Two.")
    second = submit_draft(revision=draft, actor=wen)
    for asked in still_required(second):
        second = signed(second, rhys, asked)
    (row, *_) = publish_revisions(revisions=[second], actor=OPERATOR)
    checked = {
        lang: part["checked_by"]
        for lang, part in json.loads(row.body)["languages"].items()
    }
    assert checked == {"en": ["editor"], "cy": ["welsh-language"]}

    erased(anna, ben, revisions=[first.number])

    shown = json.loads(current().body)["languages"]
    assert {lang: part["checked_by"] for lang, part in shown.items()} == checked


# The database itself


@pytest.mark.parametrize(
    "changes",
    [
        "document = 'null', salt = ''",
        "document = 'null', salt = '', digest = 'x'",
        "document = '{}', salt = ''",
        "document = 'null'",
        "salt = ''",
    ],
)
@pytest.mark.parametrize("is_asked", [False, True])
def test_the_database_lets_no_text_go_that_nobody_has_erased(anna, changes, is_asked):
    published("grooming")
    if is_asked:
        ask_to_erase(name=named("grooming"), reason=VICTIM, actor=anna)

    with (
        pytest.raises(IntegrityError, match="stays as it is"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE glossary_revision SET {changes}")  # noqa: S608


def test_the_text_that_says_nothing_stays_so(anna, ben):
    row = published("grooming").revision
    erased(anna, ben)

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=row.pk).update(document="{}")


@pytest.mark.parametrize(
    "values",
    [
        {"reason": "Mary Jones"},
        {"kind": "nothing"},
        {"asked_by_name": ""},
        {"confirmed_at": timezone.now()},
        {"confirmed_at": timezone.now(), "erased_at": timezone.now()},
        {"declined_at": timezone.now(), "erased_at": timezone.now()},
    ],
)
def test_the_table_refuses_what_cannot_be(values):
    good = {"kind": "entry", "key": "a", "reason": VICTIM, "asked_by_name": "anna"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.create(**(good | values))
    assert str(Erasure.objects.create(**good)).startswith("entry/a erasure")


# Where words still are


def test_words_are_found_wherever_they_can_be():
    """In which row, and in which column of it, however they are written."""
    public = published("police-force", languages={"en": section(WORD.upper())})
    waits = submitted(somebody("wen"))
    rhys = somebody("rhys")
    look = look_at(public.revision, rhys)
    remark = Remark(reason="not-right", text=f"Is it {WORD.upper()}?")
    return_to_writer(revision=waits, remarks=[remark], actor=rhys)
    suggest_word(word=WORD, lang="en", met_in="report", today=dt.date(2026, 11, 29))
    sent = SuggestedWord.objects.get()
    text, shown = (
        f"revision {public.revision.number}",
        f"publication {public.sequence}",
    )

    found = {tuple(row) for row in find_words(WORD.title())}

    assert found == {
        ("entry/police-force", text, "document"),
        ("entry/police-force", shown, "body"),
        ("entry/police-force", shown, "index"),
        ("entry/grooming", f"remark on revision {waits.number}", "text"),
        ("entry/police-force", "address", "slug"),
        ("entry/police-force", f"look {look.pk}", "document"),
        ("", f"suggested word {sent.pk}", "word"),
        ("", f"suggested word {sent.pk}", "key"),
    }


# The files


@pytest.mark.parametrize("is_clear", [True, False])
def test_it_is_known_whether_something_is_left_in_files(
    anna, ben, monkeypatch, is_clear
):
    with_the_word()
    published("police-force")
    erasure = erased(anna, ben)
    other = erased(anna, ben, named("police-force"))
    module = "glossary.publishing.going"
    monkeypatch.setattr(f"{module}.leave_no_traces", lambda: is_clear)

    assert clear_files(erasure) == is_clear

    erasure.refresh_from_db()
    other.refresh_from_db()
    assert (bool(erasure.cleared_at), other.cleared_at) == (is_clear, None)


def test_files_are_cleared_as_soon_as_it_is_done(
    anna, ben, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("glossary.publishing.going.leave_no_traces", lambda: True)
    with_the_word()

    with django_capture_on_commit_callbacks(execute=True):
        erasure = erased(anna, ben)

    erasure.refresh_from_db()
    assert erasure.cleared_at


def test_it_is_done_although_files_cannot_be_cleared_now(
    anna, ben, monkeypatch, django_capture_on_commit_callbacks
):
    def fail():
        raise OperationalError("the disk is full")

    monkeypatch.setattr("glossary.publishing.going.leave_no_traces", fail)
    with_the_word()

    with django_capture_on_commit_callbacks(execute=True):
        erasure = erased(anna, ben)

    erasure.refresh_from_db()
    assert (bool(erasure.sequence), erasure.cleared_at) == (True, None)


def test_the_index_that_is_kept_in_a_file_goes_too(
    anna, ben, settings, tmp_path, monkeypatch
):
    monkeypatch.setattr("glossary.publishing.going.leave_no_traces", lambda: True)
    settings.SEARCH_INDEX_DIR = tmp_path
    with_the_word()
    erasure = erased(anna, ben)
    kept = tmp_path / "search.sqlite3"
    kept.write_text(WORD)

    clear_files(erasure)

    assert not kept.exists()


# The list, and a backup


def test_the_list_names_what_was_erased_and_no_text(anna, ben, a_list):
    row = with_the_word(languages={"en": section(WORD)}).revision

    erased(anna, ben)

    (line,) = a_list.read_text().splitlines()
    assert WORD not in line
    (listed,) = read_list([line, "\n"])
    assert (listed.name, listed.reason) == (named("grooming"), VICTIM)
    assert listed.has(row)
    assert listed.line() == line


@pytest.mark.parametrize("with_key", [False, True])
def test_a_line_of_the_list_says_what_was_erased_then(anna, ben, a_list, with_key):
    with_the_word()
    with_the_word(kind="data")

    erasure = erased(anna, ben, with_key=with_key)

    assert read_list(a_list.read_text().splitlines()) == [Listed.of(erasure)]
    assert len(Listed.of(erasure).marks) == 2


def test_a_line_of_the_list_has_its_texts_in_order_and_no_word_that_says_nothing():
    marks = frozenset((number, "2020-01-01T00:00:00") for number in range(20, 0, -1))

    data = json.loads(Listed(named("grooming"), VICTIM, marks).line())

    assert data == {
        "kind": "entry",
        "key": "grooming",
        "reason": VICTIM,
        "revisions": [[number, "2020-01-01T00:00:00"] for number in range(1, 21)],
    }


@pytest.mark.parametrize("line", ["{}", "[]", "x", '{"kind": "nothing", "key": "a"}'])
def test_a_line_that_says_nothing_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 (whatever it says)
        read_list([line])


def test_the_folders_of_the_list_are_made(anna, ben, settings, tmp_path):
    with_the_word()
    settings.ERASED_LIST = tmp_path / "beside" / "the-database" / "erased.jsonl"

    erased(anna, ben)

    assert len(settings.ERASED_LIST.read_text().splitlines()) == 1


def test_a_spoilt_line_of_the_list_holds_up_no_erasing_of_texts(anna, ben, a_list):
    with_the_word()
    a_list.write_text("half a li\n")

    erasure = erased(anna, ben)

    assert a_list.read_text() == f"half a li\n{Listed.of(erasure).line()}\n"


def test_nothing_is_erased_where_the_list_cannot_be_written(anna, ben, settings):
    with_the_word()
    settings.ERASED_LIST = Path("/proc/nowhere/erased.jsonl")

    with pytest.raises(StateError, match="cannot be written"):
        erased(anna, ben)

    assert current().change == "published"
    assert places_of()


def test_nothing_is_erased_where_the_disk_does_not_keep_the_list(
    anna, ben, a_list, monkeypatch
):
    def fail(_):
        raise OSError(errno.EIO, "the disk is broken")

    with_the_word()
    monkeypatch.setattr("os.fsync", fail)

    with pytest.raises(StateError, match="cannot be written"):
        erased(anna, ben)

    assert a_list.read_text() == ""
    assert places_of()


def test_what_a_backup_brings_back_is_erased_again(anna, ben, a_list):
    with_the_word()
    with transaction.atomic():
        erased(anna, ben)
        transaction.set_rollback(True)  # as a backup would
    assert places_of()
    (listed,) = read_list(a_list.read_text().splitlines())

    again = erase_again(listed=listed, actor=OPERATOR)

    assert (again.confirmed_by_name, places_of()) == ("operator", set())
    assert current().change == "erased"
    assert Event.objects.filter(action="erasure-repeated").count() == 1
    assert erase_again(listed=listed, actor=OPERATOR) is None


def test_what_was_written_since_is_not_erased_again(anna, ben):
    row = published("grooming").revision
    listed = Listed(named("grooming"), VICTIM, frozenset({(1, "2020-01-01T00:00:00")}))

    assert erase_again(listed=listed, actor=OPERATOR) is None
    assert not Revision.objects.get(pk=row.pk).is_erased
