"""Publishing freezes an entry, numbers it, and follows what it changes elsewhere."""

import json

import pytest
from django.db import IntegrityError, transaction

from glossary.document import (
    HelplineDocument,
    SourceDocument,
    SourceText,
    TopicDocument,
    parse_shape,
    short_code,
)
from glossary.errors import StateError
from glossary.models import (
    Address,
    Dataset,
    Entry,
    Note,
    Publication,
    Revision,
    RevisionState,
)
from glossary.public_form import FORMAT
from glossary.publishing import publish_revisions
from glossary.review import add_reviewed_elsewhere
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    noted,
    published,
    record,
    section,
    source,
    withdrawn,
)
from tests.helplines import helpline

pytestmark = pytest.mark.django_db


def body(publication):
    return json.loads(publication.body)


def current(entry_id):
    return Publication.objects.entries().current().get(key=entry_id)


def test_sequences_count_from_one_without_gaps():
    published("problem-profile")
    published("grooming")
    published("problem-profile", kind="data")

    rows = list(Publication.objects.values_list("sequence", "kind"))
    kinds = ["review", "source", "entry", "entry", "entry"]
    assert rows == list(enumerate(kinds, 1))
    assert Dataset.objects.get().sequence == len(rows)


def test_what_the_public_sees_is_frozen():
    before = published()

    revision = approved_revision(document(kind="data"))
    Revision.objects.filter(pk=revision.pk).update(state="draft")

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

    assert entry["sequence"] == 3
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
            "labels": {
                "en": {"text": "problem profile", "provenance": None},
                "cy": {"text": "proffil problem", "provenance": "proposed"},
            },
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
    assert relation["labels"]["en"]["text"] == "police service"


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

    assert Publication.objects.entries().count() == 2


def test_a_former_slug_keeps_leading_to_its_entry():
    published("police-force")
    published("police-force", languages={"en": section("police service")})

    former = Address.objects.get(lang="en", slug="police-force")

    assert (former.entry_id, former.is_current) == ("police-force", False)


def test_the_address_in_a_language_that_goes_keeps_leading_to_its_entry():
    published()
    published(languages={"en": section("problem profile")})

    welsh = Address.objects.get(lang="cy")

    assert (welsh.slug, welsh.is_current) == ("proffil-problem", True)


def test_an_address_is_never_given_to_another_entry():
    published("police-force")
    taken = {"en": section("another", slug="police-force")}

    with pytest.raises(StateError) as caught:
        published("grooming", languages=taken)

    assert caught.value.problems[0].place == "/languages/en/slug"
    assert not Publication.objects.of(["grooming"]).exists()


def test_two_entries_cannot_take_one_address_together():
    same = {"en": section("the same")}
    revisions = [
        approved_revision(document(entry_id, languages=same))
        for entry_id in ("police-force", "grooming")
    ]

    with pytest.raises(StateError, match="another entry"):
        publish_revisions(revisions=revisions, actor=OPERATOR)

    assert not Address.objects.exists()


def test_an_entry_may_go_back_to_its_former_address():
    published("police-force")
    published("police-force", languages={"en": section("police service")})
    published("police-force", languages={"en": section("police force")})

    rows = Address.objects.filter(lang="en").values_list("slug", "is_current")

    assert dict(rows) == {"police-force": True, "police-service": False}


def test_entries_that_point_at_each_other_are_published_together():
    to_force = document(related=[{"relation": "related", "id": "police-force"}])
    revisions = [
        approved_revision(document("police-force")),
        approved_revision(to_force),
    ]

    rows = publish_revisions(revisions=revisions, actor=OPERATOR)

    assert [row.key for row in rows] == ["police-force", "problem-profile"]
    assert [row.change for row in rows] == ["published", "published"]
    assert body(rows[0])["related"][0]["id"] == "problem-profile"


def test_what_readers_are_told_goes_with_the_publication_and_not_with_its_echo():
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])
    renamed = noted(
        approved_revision(
            document("police-force", languages={"en": section("police service")})
        ),
        Note("A new name.", "en"),
    )

    rows = publish_revisions(revisions=[renamed], actor=OPERATOR)

    assert [(row.note, row.note_lang) for row in rows] == [
        ("A new name.", "en"),
        ("", ""),
    ]


def test_a_publication_names_the_languages_that_are_there():
    only_english = published(languages={"en": section("only English")})

    assert only_english.languages == ["en"]
    assert published("grooming").languages == ["en", "cy"]


def test_a_sign_off_that_was_given_is_not_missing():
    record("signed", cy=["editor"])
    revision = approved_revision(document(), "signed")

    (row,) = publish_revisions(revisions=[revision], actor=OPERATOR)

    welsh, english = (body(row)["languages"][lang] for lang in ("cy", "en"))
    assert welsh["checked_by"] == ["editor"]
    assert welsh["not_checked_by"] == [
        "welsh-language",
        "subject-expert",
        "lived-experience",
    ]
    assert (english["checked_by"], "editor" in english["not_checked_by"]) == ([], True)


def test_only_what_is_public_is_said_to_replace_an_entry():
    replaced = [{"relation": "replaced-by", "id": "police-force"}]
    approved_revision(document("police-force"))

    assert body(published(related=replaced))["replaced_by"] == []

    published("police-force")

    assert body(current("problem-profile"))["replaced_by"] == ["police-force"]


def test_a_name_without_an_article_shows_none():
    words = section("un", "cy")
    words["terms"][0]["grammar"] = {"article": "none"}

    (term,) = body(published(languages={"cy": words}))["languages"]["cy"]["terms"]

    assert term["article"] is None


@pytest.mark.parametrize("state", set(RevisionState) - {RevisionState.APPROVED})
def test_what_nobody_approved_cannot_be_published(state):
    revision = approved_revision(document())
    Revision.objects.filter(pk=revision.pk).update(state=state)

    with pytest.raises(StateError, match="approved"):
        publish_revisions(revisions=[revision], actor=OPERATOR)

    assert not Publication.objects.entries().exists()


def test_what_is_published_is_what_the_database_has():
    revision = approved_revision(document())
    revision.document = revision.document.replace("What problem profile means", "No")

    (row,) = publish_revisions(revisions=[revision], actor=OPERATOR)

    assert body(row)["languages"]["en"]["short"] == "What problem profile means."


def test_an_older_revision_cannot_take_the_place_of_a_newer_one():
    older = published().revision
    published(kind="data")
    Revision.objects.filter(pk=older.pk).update(state=RevisionState.APPROVED)

    with pytest.raises(StateError, match="or a newer one"):
        publish_revisions(revisions=[older], actor=OPERATOR)

    assert body(current("problem-profile"))["kind"] == "data"


def test_what_is_public_cannot_be_published_again():
    revision = published().revision

    with pytest.raises(StateError, match="already"):
        publish_revisions(revisions=[revision], actor=OPERATOR)

    assert Publication.objects.entries().count() == 1


def test_a_withdrawn_entry_cannot_be_published():
    published()
    withdrawn()
    newer = approved_revision(document(kind="data"))

    with pytest.raises(StateError, match="restored first"):
        publish_revisions(revisions=[newer], actor=OPERATOR)

    assert not Publication.objects.entries().readable().exists()


def test_an_entry_without_its_source_cannot_be_published():
    revision = approved_revision(document())
    text = revision.document.replace("report-2023", "report-2099")
    Revision.objects.filter(pk=revision.pk).update(document=text)

    with pytest.raises(StateError, match="rests on") as caught:
        publish_revisions(revisions=[revision], actor=OPERATOR)

    (problem,) = caught.value.problems
    assert problem.place == "entry/problem-profile"
    assert "source/report-2099" in problem.detail


def test_what_was_published_in_its_place_supersedes_a_revision():
    older = published().revision
    waiting = approved_revision(document(kind="data"))
    publish_revisions(revisions=[waiting], actor=OPERATOR)

    states = dict(Revision.objects.filter(key=older.key).values_list("pk", "state"))

    assert states == {older.pk: "superseded", waiting.pk: "approved"}


def test_what_waits_to_be_published_is_superseded_by_nothing_older():
    first = approved_revision(document())
    waiting = approved_revision(document(kind="data"))
    publish_revisions(revisions=[first], actor=OPERATOR)

    waiting.refresh_from_db()
    assert waiting.state == "approved"


def test_a_revision_departs_from_what_was_public_and_has_its_authors():
    before = published()
    revision = approved_revision(document(kind="data"))

    assert (revision.number, revision.base) == (2, before)
    assert [row.name for row in revision.authors.all()] == ["operator"]


def test_one_document_has_one_revision_that_somebody_works_on():
    first, second = (approved_revision(document()) for _ in range(2))
    Revision.objects.filter(pk=first.pk).update(state="draft")

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=second.pk).update(state="submitted")


def test_documents_of_every_kind_are_published_together_each_after_its_ground():
    given = [
        document(),
        parse_shape(SourceText, {"source": "report-2023", "text": "Words."}),
        parse_shape(HelplineDocument, helpline()),
        parse_shape(TopicDocument, TOPIC),
        parse_shape(SourceDocument, SOURCE),
    ]
    record()
    revisions = add_reviewed_elsewhere(given, review="tests", actor=OPERATOR)

    rows = publish_revisions(revisions=revisions, actor=OPERATOR)

    kinds = ["source", "topic", "helpline", "text", "entry"]
    assert [row.kind for row in rows] == kinds
    assert [row.sequence for row in rows] == list(range(2, 7))
    assert {row.format for row in rows} == {FORMAT}
    assert [row.due_on for row in rows] == [
        None,
        None,
        given[2].due_on,
        None,
        given[0].due_on,
    ]


def test_an_entry_of_an_unknown_review_cannot_be_published():
    source()
    revision = approved_revision(document())
    Revision.objects.filter(pk=revision.pk).update(review="nowhere")

    with pytest.raises(StateError, match="not there"):
        publish_revisions(revisions=[revision], actor=OPERATOR)


def test_two_entries_cannot_have_one_short_code():
    approved_revision(document())
    Entry.objects.update(short_code=short_code("grooming"))

    with pytest.raises(StateError, match="short code of “problem-profile”"):
        approved_revision(document("grooming"))


TOPIC = {
    "id": "people",
    "languages": {"en": {"label": "People", "description": "Who they are."}},
}
SOURCE = {
    "id": "report-2023",
    "kind": "document",
    "title": "A report",
    "publisher": "The inspectors",
    "url": "https://report.example/",
    "lang": "en",
}


def test_publishing_takes_as_many_queries_for_one_as_for_many(
    django_assert_max_num_queries,
):
    related = [{"relation": "related", "id": "entry-0"}]
    documents = [document("entry-0")]
    documents += [document(f"entry-{n}", related=related) for n in range(1, 40)]
    revisions = [approved_revision(one) for one in documents]

    with django_assert_max_num_queries(40):
        rows = publish_revisions(revisions=revisions, actor=OPERATOR)

    assert len(rows) == 40
