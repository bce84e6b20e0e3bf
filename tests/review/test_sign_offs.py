"""Which sign-offs are asked for in which language, and which of them nobody has given."""

from __future__ import annotations

import orjson
import pytest

from glossary.closed_lists import SignOffRole
from glossary.document import DocumentKind, Name
from glossary.errors import StateError
from glossary.models import Action, Event, Publication, RevisionState
from glossary.publishing import publish_revisions
from glossary.review import (
    Asked,
    begin_draft,
    missing_sign_offs,
    possible_sign_offs,
    require_signable,
    required_sign_offs,
    save_draft,
    still_required,
    submit_draft,
)
from tests.factories import source, topic, withdrawn
from tests.review.writing import (
    ENGLISH,
    ENTRY,
    WELSH,
    approved,
    begun,
    signed,
    somebody,
    submitted,
)

WELSH_ONLY = {"editor": [], "subject-expert": ["cy"]}


@pytest.mark.parametrize(
    ("done", "missing"),
    [
        ({}, {"en": ["editor"], "cy": ["editor", "subject-expert"]}),
        ({"en": ["editor"]}, {"en": [], "cy": ["editor", "subject-expert"]}),
        ({"cy": ["editor"]}, {"en": ["editor"], "cy": ["subject-expert"]}),
        ({"cy": ["subject-expert"]}, {"en": ["editor"], "cy": ["editor"]}),
        (
            {"en": ["editor"], "cy": ["subject-expert", "editor"]},
            {"en": [], "cy": []},
        ),
        ({"en": ["subject-expert"]}, {"en": ["editor"], "cy": WELSH_ONLY.keys()}),
    ],
)
def test_a_sign_off_is_missing_where_it_is_asked_for_and_not_given(
    settings, done, missing
):
    settings.GLOSSARY_SIGN_OFFS = WELSH_ONLY

    found = missing_sign_offs(done)

    assert found == {lang: list(roles) for lang, roles in missing.items()}


def test_where_none_is_asked_for_none_is_missing(settings):
    settings.GLOSSARY_SIGN_OFFS = {}

    assert missing_sign_offs({}) == {"en": [], "cy": []}


# What can be given


def roles(lang):
    known = {
        "en": ("editor", "subject-expert", "lived-experience"),
        "cy": ("editor", "welsh-language", "subject-expert", "lived-experience"),
    }
    return [Asked(SignOffRole(role), lang) for role in known[lang]]


def with_text(document, actor, change):
    """Return a draft of a document after ``change`` was made to it."""
    draft = begin_draft(name=document.name, actor=actor)
    data = orjson.loads(draft.document)
    change(data)
    return save_draft(revision=draft, document=data, seen=draft.digest, actor=actor)


def test_all_that_a_text_says_can_be_signed_off_whatever_changes(anna):
    row = submitted(anna)

    assert possible_sign_offs(row) == [*roles("en"), *roles("cy")]
    assert require_signable(row) == possible_sign_offs(row)


def test_of_what_says_nothing_in_a_language_what_changes_can_be(anna):
    given = source(publisher_names={"cy": "Yr arolygwyr"})
    draft = with_text(given, anna, lambda data: data.update(title="Another"))
    assert possible_sign_offs(draft) == roles("en")

    given = source("other-2023", publisher_names={"cy": "Yr arolygwyr"})
    draft = with_text(given, anna, lambda data: data["publisher_names"].update(cy="C"))
    assert possible_sign_offs(draft) == roles("cy")


def test_what_a_text_no_longer_says_can_be_signed_off_too(anna):
    given = topic("help", en="Help", cy="Cymorth")
    draft = with_text(given, anna, lambda data: data["languages"].pop("cy"))

    assert possible_sign_offs(draft) == [*roles("en"), *roles("cy")]


def test_of_what_was_withdrawn_every_language_is_looked_at_anew(anna, ben):
    revision = approved(anna, ben, en="English alone.")
    publish_revisions(revisions=[revision], actor=anna)
    assert required_sign_offs(revision) == [ENGLISH]

    withdrawn(ENTRY)

    assert required_sign_offs(revision) == [ENGLISH, WELSH]
    assert still_required(revision) == [ENGLISH, WELSH]


# Given, and asked for again


def test_where_less_is_asked_for_than_before_the_same_sign_off_approves(
    anna, ben, settings
):
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor", "subject-expert"]}
    revision = signed(submitted(anna), ben)
    assert revision.state == RevisionState.SUBMITTED
    with pytest.raises(StateError, match="already"):
        signed(revision, ben)
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor"]}

    assert signed(revision, ben).state == RevisionState.APPROVED


def test_what_is_approved_is_not_signed_off_twice_in_one_role(anna, ben):
    revision = approved(anna, ben)

    for who in (ben, somebody("carys")):
        with pytest.raises(StateError, match="already"):
            signed(revision, who)


def test_what_is_approved_can_be_signed_off_in_another_role_and_is_so_once(anna, ben):
    revision = approved(anna, ben)

    assert signed(revision, ben, roles("en")[1]).state == RevisionState.APPROVED
    actions = Event.objects.filter(revision=revision).values_list("action", flat=True)
    assert list(actions)[-3:] == [
        Action.SIGNED_OFF,
        Action.APPROVED,
        Action.SIGNED_OFF,
    ]


def test_another_role_than_the_required_one_approves_nothing(anna, ben):
    revision = signed(submitted(anna, en="E.", cy="C."), ben, roles("en")[1])
    revision = signed(revision, ben, WELSH)
    assert revision.state == RevisionState.SUBMITTED

    assert signed(revision, ben, ENGLISH).state == RevisionState.APPROVED


def test_a_draft_is_signed_off_once_it_is_submitted(anna, ben):
    revision = begun(anna)

    with pytest.raises(StateError, match="Only what was submitted"):
        signed(revision, ben)
    submit_draft(revision=revision, actor=anna)
    assert signed(revision, ben)


def test_the_first_text_of_all_is_approved_before_anything_is_public(anna, ben):
    name = Name(DocumentKind.TOPIC, "help")
    words = {"label": "Help", "description": "What it is."}
    start = {"id": "help", "position": 0, "languages": {"en": words}}
    draft = begin_draft(name=name, actor=anna, start=start)

    revision = signed(submit_draft(revision=draft, actor=anna), ben)

    assert revision.state == RevisionState.APPROVED
    assert not Publication.objects.exists()
