"""A key that goes is in no other place either, and what is called alike stays."""

from __future__ import annotations

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name, to_json
from glossary.document_texts import add_document_text
from glossary.errors import StateError
from glossary.models import (
    Address,
    Entry,
    Erasure,
    Link,
    LoadedDocument,
    Look,
    Publication,
    Remark,
    Revision,
    User,
)
from glossary.publishing import ask_to_erase, merge_entries, withdraw_document
from glossary.review import begin_draft, look_at, return_to_writer, save_draft
from glossary.transfer import load_content
from tests.factories import (
    OPERATOR,
    document,
    named,
    publish,
    published,
    record,
    section,
    source,
    topic,
)
from tests.folder import Folder
from tests.publishing.erasing import VICTIM, WORD, erased, places_of
from tests.review.writing import somebody, submitted

pytestmark = pytest.mark.django_db

KEY = "mary-marzipan"
TO_HER = {"related": [{"relation": "related", "id": KEY}]}
ELSE = {"en": section("something else")}


@pytest.fixture
def rhys(db):
    return somebody("rhys")


def test_all_that_still_refer_to_a_key_are_named_in_their_order(anna):
    published(KEY)
    related = [{"relation": "related", "id": KEY}]
    keys = ["police-force", "chief-constable", "data", "sexting", "child", "a-word"]
    for key in keys:
        published(key, related=related)

    with pytest.raises(StateError) as told:
        ask_to_erase(name=named(KEY), reason=VICTIM, actor=anna, with_key=True)

    names = ", ".join(f"entry/{key}" for key in sorted(keys))
    assert told.value.detail.endswith(f"so it stays: {names}")


def test_the_text_of_a_source_goes_first_also_where_it_says_nothing_more(anna, ben):
    source(KEY)
    text, name = Name(DocumentKind.TEXT, KEY), Name(DocumentKind.SOURCE, KEY)
    add_document_text(source_id=KEY, text="Words.", actor=OPERATOR)
    erased(anna, ben, text)

    with pytest.raises(StateError, match=f"text/{KEY}"):
        erased(anna, ben, name, with_key=True)
    erased(anna, ben, text, with_key=True)
    erased(anna, ben, name, with_key=True)

    assert places_of(WORD) == set()


def test_an_entry_goes_although_the_text_of_a_source_is_called_so(anna, ben):
    source("mary")
    add_document_text(source_id="mary", text="Words.", actor=OPERATOR)
    published("mary", languages=ELSE)

    erased(anna, ben, named("mary"), with_key=True)

    kinds = Publication.objects.readable().filter(key="mary").order_by("kind")
    assert [row.kind for row in kinds] == ["source", "text"]


def test_an_entry_that_leads_to_itself_goes_all_the_same(anna, ben):
    english = section("mary", explanation=f"See [this](entry:{KEY}).")
    published(KEY, languages={"en": english})

    erased(anna, ben, named(KEY), with_key=True)

    assert places_of(WORD) == set()


def test_an_entry_that_is_called_as_the_source_it_cites_is_named(anna):
    source("mary")
    cited = [{"source": "mary", "quotation": "in its own words", "lang": "en"}]
    published("mary", citations=cited)
    name = Name(DocumentKind.SOURCE, "mary")

    with pytest.raises(StateError, match="so it stays: entry/mary"):
        ask_to_erase(name=name, reason=VICTIM, actor=anna, with_key=True)

    assert not Erasure.objects.exists()


def test_of_other_kinds_with_its_key_all_stays(anna, ben):
    """A record, a topic, where they are pointed to, and what was erased of them."""
    record("mary")
    topic("mary", en="Mary", cy="Mari")
    topic("mary", en="Mary Jones", cy="Mari Jones")
    publish(document("police-force", topics=["mary"]), review="mary")
    erased(anna, ben, Name(DocumentKind.TOPIC, "mary"), revisions=[1])
    published("mary", languages={"en": section("nobody")})
    pointing = list(Link.objects.filter(key="police-force").values_list("other_kind"))

    erased(anna, ben, named("mary"), with_key=True)

    assert list(Link.objects.filter(key="police-force").values_list("other_kind")) == (
        pointing
    )
    assert Revision.objects.get(key="police-force").review == "mary"
    assert Erasure.objects.get(kind="topic").key == "mary"


def test_a_topic_is_nothing_that_is_read_instead(anna, ben):
    topic("mary", en="Mary", cy="Mari")
    published("mary", languages=ELSE)
    published("police-force")
    withdraw_document(
        name=named("police-force"),
        actor=OPERATOR,
        reason=WithdrawalReason.REPLACED,
        replaced_by=["mary"],
    )
    before = Publication.objects.current().get(key="police-force")

    erased(anna, ben, Name(DocumentKind.TOPIC, "mary"), with_key=True)

    assert Publication.objects.current().get(key="police-force") == before


def test_what_was_merged_into_another_one_still_leads_there(anna, ben):
    published("grooming")
    replaced = [{"relation": "replaced-by", "id": "grooming"}]
    published(KEY, related=replaced)
    merge_entries(away=[KEY], keep="grooming", actor=OPERATOR)

    erasure = erased(anna, ben, named(KEY), with_key=True)

    assert places_of(WORD) == set()
    assert Entry.objects.get(pk=erasure.key).merged_into_id == "grooming"


def test_erased_addresses_of_others_are_still_known_again(anna, ben):
    published(KEY)
    published("police-force", languages={"en": section("peter")})
    erased(anna, ben, named("police-force"))

    erased(anna, ben, named(KEY), with_key=True)

    assert [row.entry_id for row in Address.erased_at("peter")] == ["police-force"]


def written(draft, data):
    wen = User.objects.get(username="wen")
    seen = Revision.objects.get(pk=draft.pk).digest
    return save_draft(revision=draft, document=data, seen=seen, actor=wen)


def test_who_looked_at_a_draft_before_it_let_go_of_the_key_sees_it_no_more(
    anna, ben, rhys
):
    published(KEY)
    wen, other = somebody("wen"), somebody("other")
    draft = begin_draft(name=named("a-word"), actor=wen, start=TO_HER)
    beside = begin_draft(name=named("b-word"), actor=wen, start={"n": KEY + "-x"})
    look_at(draft, rhys)
    look_at(draft, other)
    look_at(beside, rhys)
    draft = written(draft, {"n": 1})
    look_at(draft, rhys)

    erased(anna, ben, named(KEY), with_key=True)

    assert [row.key for row in Look.objects.all()] == ["b-word"]


def test_what_was_remarked_of_others_with_the_key_in_it_says_nothing(anna, ben, rhys):
    published(KEY)
    waits = submitted(somebody("wen"))
    link = f"See [this](entry:{KEY})."
    given = [
        {"suggestion": link},
        {"suggestion": "Words.", "text": link},
        {"text": link},
        {"text": KEY},
        {"text": f"Not {KEY}-jones."},
    ]
    remarks = [
        Remark(place="/languages/en/short", reason="not-right", **one) for one in given
    ]
    return_to_writer(revision=waits, remarks=remarks, actor=rhys)
    stood = Remark.objects.get(text=KEY)
    Remark.objects.filter(pk=stood.pk).update(text="x", stood=KEY, suggestion="y")

    erased(anna, ben, named(KEY), with_key=True)

    rows = Remark.objects.order_by("pk").values_list("text", "suggestion", "stood")
    assert list(rows)[:4] == [("-", "", "")] * 4
    assert rows[4][0] == f"Not {KEY}-jones."


def test_what_was_loaded_of_others_with_the_key_in_it_is_forgotten(anna, ben, tmp_path):
    folder = Folder(tmp_path)
    folder.write_entry("police-force")
    load_content(content=folder.read(), actor=OPERATOR)
    published(KEY)
    before = {row.key for row in LoadedDocument.objects.filter(kind="entry")}
    text = to_json(document("police-force", **TO_HER))
    LoadedDocument.objects.filter(key="police-force").update(document=text)
    other = to_json(document("grooming", languages={"en": section(f"not {KEY}")}))
    LoadedDocument.objects.filter(key="grooming").update(document=other)

    erased(anna, ben, named(KEY), with_key=True)

    left = {row.key for row in LoadedDocument.objects.filter(kind="entry")}
    assert before - left == {"police-force"}
    assert "grooming" in left
