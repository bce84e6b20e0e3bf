"""What must hold before something is published, and what names of one key do not mix."""

from __future__ import annotations

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name, SourceText, TopicDocument, parse_shape
from glossary.errors import NotFoundError, StateError
from glossary.models import Address, Publication, Revision
from glossary.publishing import (
    publish_revisions,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.review import add_copy
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    person,
    published,
    restored,
    section,
    source,
    topic,
    withdrawn,
)

pytestmark = pytest.mark.django_db

GROOMING = named("grooming")
TOPIC = Name(DocumentKind.TOPIC, "grooming")


@pytest.fixture
def _one_key():
    """A topic, revised often, that is called as an entry is."""
    for label in ("One", "Two", "Three"):
        topic("grooming", en=label)
    published("grooming")


@pytest.mark.usefixtures("_one_key")
def test_the_one_of_two_kinds_that_is_named_is_withdrawn_and_restored():
    gone = withdraw_document(
        name=GROOMING, actor=OPERATOR, reason=WithdrawalReason.MISTAKE
    )
    back = restore_document(name=GROOMING, actor=OPERATOR)

    assert [row.name for row in (*gone, *back)] == [GROOMING, GROOMING]
    assert back[0].revision.number == 1
    with pytest.raises(StateError, match="“topic/grooming” is not withdrawn"):
        restore_document(name=TOPIC, actor=OPERATOR)


@pytest.mark.usefixtures("_one_key")
def test_what_is_only_public_under_another_kind_is_not_found():
    name = Name(DocumentKind.SOURCE, "grooming")

    with pytest.raises(NotFoundError, match="“source/grooming”"):
        withdraw_document(name=name, actor=OPERATOR, reason=WithdrawalReason.WRONG)


@pytest.mark.usefixtures("_one_key")
def test_an_entry_shows_the_entry_of_a_name_and_not_the_topic():
    (row,) = [published(related=[{"relation": "related", "id": "grooming"}])]

    assert '"labels":{"en":{"text":"grooming"' in row.body


def test_together_means_all_of_them_or_none():
    good = approved_revision(document("grooming"))
    bad = approved_revision(document("police-force"))
    Revision.objects.filter(pk=bad.pk).update(state="submitted")

    for revisions in ([good, bad], [bad, good]):
        with pytest.raises(StateError, match="approved"):
            publish_revisions(revisions=revisions, actor=OPERATOR)

    assert not Publication.objects.entries().exists()


def test_what_came_back_can_be_changed_again():
    published()
    withdrawn()
    restored()

    assert published(kind="data").change == "updated"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (lambda: None, "“entry/problem-profile” shows this revision already"),
        (withdrawn, "“entry/problem-profile” is withdrawn. It has to be restored"),
    ],
    ids=["already", "withdrawn"],
)
def test_a_refusal_names_the_document(before, said):
    revision = published().revision
    before()

    with pytest.raises(StateError, match=said):
        publish_revisions(revisions=[revision], actor=OPERATOR)


def test_what_departs_from_an_earlier_text_is_not_published():
    """It would undo, and nobody would know, what was published meanwhile."""
    published()
    first, second = (
        approved_revision(document(kind=kind)) for kind in ("data", "role")
    )
    publish_revisions(revisions=[first], actor=OPERATOR)

    with pytest.raises(StateError, match="“entry/problem-profile” was changed since"):
        publish_revisions(revisions=[second], actor=OPERATOR)


def test_what_was_begun_before_the_first_publication_departs_from_nothing():
    first, second = (
        approved_revision(document(kind=kind)) for kind in ("data", "role")
    )
    publish_revisions(revisions=[first], actor=OPERATOR)

    with pytest.raises(StateError, match="was changed since"):
        publish_revisions(revisions=[second], actor=OPERATOR)


def test_an_echo_is_no_other_text():
    source()
    published()
    revision = approved_revision(document(kind="data"))
    source(title="Another title")

    (row,) = publish_revisions(revisions=[revision], actor=OPERATOR)

    assert (row.change, revision.base.change) == ("updated", "published")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_one_revision_of_a_document_is_published_at_a_time(order):
    two = [approved_revision(document(kind=kind)) for kind in ("data", "role")]

    with pytest.raises(StateError, match="Two revisions of “entry/problem-pro"):
        publish_revisions(revisions=[two[place] for place in order], actor=OPERATOR)

    assert not Publication.objects.entries().exists()


def test_one_revision_named_twice_is_one():
    revision = approved_revision(document())

    rows = publish_revisions(revisions=[revision, revision], actor=OPERATOR)

    assert [row.revision for row in rows] == [revision]


def test_a_revision_is_what_the_database_has_whoever_hands_it_over():
    """Rights are told by the kind, and what was handed over could say another one."""
    revision = approved_revision(document())
    revision.kind = DocumentKind.TEXT

    with pytest.raises(StateError, match="approved"):
        publish_revisions(revisions=[revision], actor=person("add_document_texts"))

    assert not Publication.objects.entries().exists()


def test_nothing_is_published_under_a_topic_that_is_withdrawn():
    data = topic("police-data", en="Data").name
    withdraw_unneeded(names=[data], actor=OPERATOR)

    with pytest.raises(StateError, match="not there"):
        published()


def test_every_source_that_is_not_there_is_named_in_order():
    missing = [f"report-{number}" for number in (4, 2, 5, 1, 3)]
    revision = approved_revision(
        document(citations=[{"source": key, "lang": "en"} for key in missing])
    )
    names = [Name(DocumentKind.SOURCE, key) for key in missing]
    withdraw_unneeded(names=names, actor=OPERATOR)

    with pytest.raises(StateError) as caught:
        publish_revisions(revisions=[revision], actor=OPERATOR)

    assert [(one.place, one.code, one.detail) for one in caught.value.problems] == [
        (
            "entry/problem-profile",
            "not-public",
            f"“source/{key}” is not public.",
        )
        for key in sorted(missing)
    ]


def test_the_text_of_a_source_rests_on_the_source():
    text = SourceText(source="report-2023", text="In its own words.")
    revision = add_copy(text, actor=OPERATOR)

    with pytest.raises(StateError, match="not there"):
        publish_revisions(revisions=[revision], actor=OPERATOR)

    source()
    (row,) = publish_revisions(revisions=[revision], actor=OPERATOR)
    assert row.name == text.name


def test_all_that_is_still_needed_is_named_in_order():
    keys = [f"report-{number}" for number in (4, 2, 5, 1, 3)]
    published(citations=[{"source": key, "lang": "en"} for key in keys])
    names = [Name(DocumentKind.SOURCE, key) for key in keys]

    said = ", ".join(f"source/{key}" for key in sorted(keys))
    with pytest.raises(StateError, match=f"stays: {said}$"):
        withdraw_unneeded(names=names, actor=OPERATOR)


def test_what_needs_each_other_goes_together():
    published("grooming")
    withdrawn("grooming")
    text = add_copy(SourceText(source="report-2023", text="Words."), actor=OPERATOR)
    publish_revisions(revisions=[text], actor=OPERATOR)
    report = Name(DocumentKind.SOURCE, "report-2023")

    with pytest.raises(StateError, match="source/report-2023"):
        withdraw_unneeded(names=[report], actor=OPERATOR)
    rows = withdraw_unneeded(names=[report, text.name], actor=OPERATOR)

    assert [row.name for row in rows] == [report, text.name]


def test_an_entry_that_moves_leaves_the_addresses_of_others():
    published("grooming")
    published("police-force")
    published("police-force", languages={"en": section("police service")})

    current = Address.objects.filter(is_current=True)
    assert sorted(current.values_list("lang", "slug")) == [
        ("cy", "heddlu"),
        ("cy", "meithrin-perthynas-amhriodol"),
        ("en", "grooming"),
        ("en", "police-service"),
    ]


def test_one_word_is_an_address_in_each_language():
    published("grooming", languages={"en": section("marital", slug="one")})
    published("police-force", languages={"cy": section("un", "cy", slug="one")})

    rows = Address.objects.filter(slug="one").values_list("lang", "entry_id")
    assert sorted(rows) == [("cy", "police-force"), ("en", "grooming")]


def test_a_topic_is_published_as_it_is():
    (row,) = [topic("people", 3, en="People")]

    body = Publication.objects.of_kind(DocumentKind.TOPIC).get().body
    assert parse_shape(TopicDocument, row.model_dump()) == row
    assert '"position":3' in body


def test_an_address_that_is_taken_is_named_with_who_has_it():
    published("police-force")
    languages = {
        "en": section("another", slug="police-force"),
        "cy": section("arall", "cy", slug="heddlu"),
    }

    with pytest.raises(StateError, match="The address belongs") as caught:
        published("grooming", languages=languages)

    assert [(row.place, row.code, row.detail) for row in caught.value.problems] == [
        (
            f"/languages/{lang}/slug",
            "address-taken",
            f"“{slug}” is the address of “police-force”.",
        )
        for lang, slug in (("en", "police-force"), ("cy", "heddlu"))
    ]


def test_a_topic_does_not_stand_in_for_an_entry_that_is_not_public():
    topic("grooming", en="A topic")

    row = published(related=[{"relation": "related", "id": "grooming"}])

    assert '"related":[]' in row.body


@pytest.mark.parametrize("state", ["draft", "submitted", "superseded"])
def test_what_is_published_supersedes_only_what_was_approved(state):
    older = approved_revision(document())
    Revision.objects.filter(pk=older.pk).update(state=state)

    published(kind="data")

    older.refresh_from_db()
    assert older.state == state


def test_what_is_published_supersedes_nothing_of_another_name():
    others = [
        approved_revision(document("grooming")),
        add_copy(SourceText(source="report-2023", text="Words."), actor=OPERATOR),
    ]

    published()
    published(kind="data")

    states = {Revision.objects.get(pk=row.pk).state for row in others}
    assert states == {"approved"}


def test_an_entry_that_speaks_of_itself_is_withdrawn_once():
    itself = section(
        "problem profile", explanation="A [profile](entry:problem-profile)."
    )
    published(languages={"en": itself})

    rows = withdraw_document(
        name=named("problem-profile"), actor=OPERATOR, reason=WithdrawalReason.WRONG
    )

    assert [row.change for row in rows] == ["withdrawn"]
    assert not Publication.objects.entries().readable().exists()
