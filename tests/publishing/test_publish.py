"""Publishing freezes an entry, numbers it, and follows what it changes elsewhere."""

import json

import pytest
from django.db import IntegrityError, transaction

from glossary.errors import PermissionDeniedError, StateError
from glossary.models import (
    Action,
    Address,
    Dataset,
    Event,
    LanguageSection,
    Publication,
    User,
)
from glossary.publishing import publish_revisions, refresh_publications
from tests.factories import approved_revision, document, published, section, source

pytestmark = pytest.mark.django_db


def body(publication):
    return json.loads(publication.body)


def current(entry_id):
    return Publication.objects.current().get(entry_id=entry_id)


def test_sequences_count_from_one_without_gaps():
    published("problem-profile")
    published("grooming")
    published("problem-profile", kind="data")

    assert list(Publication.objects.values_list("sequence", flat=True)) == [1, 2, 3]
    assert Dataset.objects.get().sequence == 3


def test_what_the_public_sees_is_frozen():
    before = published()

    LanguageSection.objects.update(short="A draft that nobody may see.")

    assert body(current("problem-profile")) == body(before)
    assert body(before)["languages"]["en"]["short"] == "What problem profile means."


def test_an_entry_has_one_current_publication():
    published()
    newest = published(kind="data")

    assert current("problem-profile") == newest
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.update(is_current=True)


def test_the_body_says_what_it_is():
    entry = body(published())

    assert entry["sequence"] == 1
    assert entry["revision"] == 1
    assert entry["languages"]["cy"]["slug"] == "proffil-problem"
    assert entry["languages"]["cy"]["not_checked_by"] == [
        "editor",
        "welsh-language",
        "subject-expert",
        "lived-experience",
    ]
    assert "welsh-language" not in entry["languages"]["en"]["not_checked_by"]


def test_a_missing_language_is_a_state():
    entry = body(published(languages={"en": section("only English")}))

    assert entry["languages"]["cy"] == {"state": "missing"}
    assert entry["languages"]["en"]["state"] == "current"


def test_a_language_that_was_not_made_to_match_is_behind():
    entry = body(
        published(
            languages={
                "en": section("one", edition=2, matches={"cy": 1}),
                "cy": section("un", "cy", edition=1, matches={"en": 1}),
            }
        )
    )

    assert entry["languages"]["cy"]["state"] == "behind"
    assert entry["languages"]["en"]["state"] == "current"


def test_a_relation_is_shown_from_both_ends():
    published("police-force")
    published(related=[{"relation": "broader", "id": "police-force"}])

    assert body(current("police-force"))["related"] == [
        {
            "relation": "narrower",
            "id": "problem-profile",
            "label": {"en": "problem profile", "cy": "proffil problem"},
        }
    ]


def test_a_relation_that_goes_is_gone_from_both_ends():
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])
    published(related=[])

    assert body(current("police-force"))["related"] == []


def test_a_new_name_reaches_the_entries_that_show_it():
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])
    languages = {"en": section("police service"), "cy": section("heddlu", "cy")}

    published("police-force", languages=languages)

    (relation,) = body(current("problem-profile"))["related"]
    assert relation["label"]["en"] == "police service"


def test_a_link_in_a_text_follows_the_entry_to_its_new_address():
    published("police-force")
    linking = section("problem profile", explanation="A [force](entry:police-force).")
    published(languages={"en": linking})
    before = body(current("problem-profile"))["languages"]["en"]["explanation"]["html"]

    published("police-force", languages={"en": section("police service")})

    after = body(current("problem-profile"))["languages"]["en"]["explanation"]["html"]
    assert "/en/terms/police-force/" in before
    assert "/en/terms/police-service/" in after


def test_a_link_to_an_entry_that_is_not_public_is_plain_text():
    linking = section("problem profile", explanation="A [force](entry:police-force).")

    entry = body(published(languages={"en": linking}))

    assert entry["languages"]["en"]["explanation"]["html"] == "<p>A force.</p>"


def test_what_does_not_change_is_not_published_again():
    published("police-force")
    published("grooming")

    assert Publication.objects.count() == 2


def test_a_source_that_changes_reaches_the_entries_that_cite_it():
    published()
    source(title="A better title")

    (again,) = refresh_publications(actor=None)

    assert body(again)["citations"][0]["source"]["title"] == "A better title"
    assert again.sequence == 2


def test_a_former_slug_keeps_leading_to_its_entry():
    published("police-force")
    published("police-force", languages={"en": section("police service")})

    former = Address.objects.get(lang="en", slug="police-force")

    assert (former.entry_id, former.is_current) == ("police-force", False)


def test_an_address_is_never_given_to_another_entry():
    published("police-force")
    taken = {"en": section("another", slug="police-force")}

    with pytest.raises(StateError) as caught:
        published("grooming", languages=taken)

    assert caught.value.problems[0].place == "/languages/en/slug"
    assert not Publication.objects.filter(entry_id="grooming").exists()


def test_entries_that_point_at_each_other_are_published_together():
    to_force = document(related=[{"relation": "related", "id": "police-force"}])
    revisions = [
        approved_revision(document("police-force")),
        approved_revision(to_force),
    ]

    rows = publish_revisions(revisions=revisions, actor=None)

    assert [row.entry_id for row in rows] == ["police-force", "problem-profile"]
    assert body(rows[0])["related"][0]["id"] == "problem-profile"


def test_who_did_it_is_recorded():
    editor = User.objects.create_superuser("editor")
    revision = approved_revision(document())

    (row,) = publish_revisions(revisions=[revision], actor=editor)

    event = Event.objects.get(action=Action.ENTRY_PUBLISHED)
    assert (event.actor, event.publication, event.entry_id) == (
        editor,
        row,
        row.entry_id,
    )


def test_somebody_without_the_right_cannot_publish():
    reader = User.objects.create_user("reader")
    revision = approved_revision(document())

    with pytest.raises(PermissionDeniedError):
        publish_revisions(revisions=[revision], actor=reader)

    assert not Publication.objects.exists()


def test_what_nobody_approved_cannot_be_published():
    revision = approved_revision(document())
    revision.status = "submitted"

    with pytest.raises(StateError):
        publish_revisions(revisions=[revision], actor=None)

    assert not Publication.objects.exists()
