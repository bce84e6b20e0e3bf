"""A former address is kept for ever, and an earlier text comes back as a new one."""

from __future__ import annotations

import json

import pytest

from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Address, Publication, Revision
from glossary.publishing import publish_revisions
from glossary.review import begin_draft, save_draft, submit_draft
from tests.factories import OPERATOR, named, published
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    WELSH,
    approved,
    signed,
    somebody,
)

pytestmark = pytest.mark.django_db
NAME = named(ENTRY)


@pytest.fixture
def people(db):
    published(ENTRY)
    return somebody("anna"), somebody("ben")


def renamed(people, **slugs):
    """Let Anna give the entry these slugs, and Ben sign that off; publish it."""
    anna, ben = people
    draft = begin_draft(name=NAME, actor=anna)
    data = json.loads(draft.document)
    for lang, slug in slugs.items():
        data["languages"][lang]["slug"] = slug
    save_draft(revision=draft, document=data, seen=draft.digest, actor=anna)
    submit_draft(revision=draft, actor=anna)
    for lang, asked in (("en", ENGLISH), ("cy", WELSH)):
        if lang in slugs:
            signed(draft, ben, asked)
    return publish_revisions(revisions=[draft], actor=anna)


def led(site, path):
    answer = site.get(path)
    return answer.headers.get("location", answer.status)


def test_a_new_name_in_both_languages_keeps_the_old_addresses(people, site):
    renamed(people, en="being-groomed", cy="cael-eich-meithrin")

    assert led(site, "/en/terms/grooming/") == "/en/terms/being-groomed/"
    old = "/cy/termau/meithrin-perthynas-amhriodol/"
    assert led(site, old) == "/cy/termau/cael-eich-meithrin/"
    assert led(site, "/api/v1/entries/cael-eich-meithrin/").endswith("/grooming/")


def test_a_second_new_name_keeps_both(people, site):
    renamed(people, en="being-groomed")
    renamed(people, en="groomed")

    for old in ("grooming", "being-groomed"):
        assert led(site, f"/en/terms/{old}/") == "/en/terms/groomed/"


def test_a_name_comes_back_and_the_other_one_leads_to_it(people, site):
    renamed(people, en="being-groomed")
    renamed(people, en="grooming")

    assert led(site, "/en/terms/grooming/") == 200
    assert led(site, "/en/terms/being-groomed/") == "/en/terms/grooming/"
    rows = Address.objects.filter(entry=ENTRY, lang="en")
    assert dict(rows.values_list("slug", "is_current")) == {
        "grooming": True,
        "being-groomed": False,
    }


@pytest.mark.parametrize("is_former", [False, True])
def test_a_slug_that_is_or_was_another_entrys_is_refused_by_name(people, is_former):
    published("police-force")
    if is_former:
        languages = json.loads(Revision.objects.latest("pk").document)["languages"]
        languages["en"]["slug"] = "the-police"
        published("police-force", languages=languages)

    with pytest.raises(StateError) as caught:
        renamed(people, en="police-force")

    (problem,) = caught.value.problems
    assert problem.detail == "“police-force” is the address of “police-force”."
    assert Address.objects.get(slug="grooming").is_current


def test_what_shows_the_entry_shows_its_new_address(people):
    published("police-force", related=[{"relation": "related", "id": ENTRY}])

    rows = renamed(people, en="being-groomed")

    assert [row.key for row in rows] == [ENTRY]  # a relation shows a name, no address
    published("police-force", related=[{"relation": "related", "id": ENTRY}])


def rolled_back(anna, number):
    row = Revision.objects.get(key=ENTRY, number=number)
    draft = begin_draft(name=NAME, actor=anna, of=row)
    return submit_draft(revision=draft, actor=anna)


def test_an_earlier_text_is_published_as_something_new(people):
    anna, ben = people
    publish_revisions(revisions=[approved(anna, ben, en="Newer.")], actor=anna)

    draft = rolled_back(anna, 1)
    signed(draft, ben)
    (row,) = publish_revisions(revisions=[draft], actor=anna)

    assert (row.change, row.revision.number) == ("updated", 3)
    assert "Newer." not in row.body
    assert Publication.objects.filter(key=ENTRY, kind="entry").count() == 3


def test_who_wrote_the_earlier_text_does_not_sign_it_off(people):
    anna, ben = people
    dai, eve = somebody("dai"), somebody("eve")
    publish_revisions(revisions=[approved(anna, ben, en="Anna's.")], actor=anna)
    publish_revisions(revisions=[approved(dai, ben, en="Other words.")], actor=anna)

    draft = rolled_back(eve, 2)

    for author in (anna, eve):
        with pytest.raises(PermissionDeniedError, match="had a part"):
            signed(draft, author)
    assert signed(draft, dai).state == "approved"


def test_what_readers_see_now_is_no_earlier_text(people):
    anna, _ = people

    with pytest.raises(StateError, match="public already"):
        rolled_back(anna, 1)


def test_several_are_published_together_or_not_at_all(people):
    anna, ben = people
    row = approved(anna, ben)
    published("police-force")
    other = begin_draft(name=named("police-force"), actor=anna)

    with pytest.raises(StateError):
        publish_revisions(revisions=[row, other], actor=OPERATOR)

    assert not Publication.objects.filter(revision=row).exists()


def test_each_that_cannot_be_published_has_its_own_reason(people):
    anna, ben = people
    row = approved(anna, ben)
    published("police-force")
    old = Revision.objects.get(key="police-force")
    Revision.objects.filter(pk=row.pk).update(digest="0" * 64)

    with pytest.raises(StateError, match="Nothing was published") as caught:
        publish_revisions(revisions=[row, old], actor=OPERATOR)

    assert [(one.place, one.code) for one in caught.value.problems] == [
        ("entry/grooming", "not-ready"),
        ("entry/police-force", "not-ready"),
    ]
    assert "signed off first" in caught.value.problems[0].detail
    assert "already, or a newer one" in caught.value.problems[1].detail
