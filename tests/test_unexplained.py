"""Official words that the glossary does not explain are named."""

import pytest

from glossary.explain import find_terms
from glossary.unexplained import find_unexplained, finding_rules
from tests.factories import published, section

pytestmark = pytest.mark.django_db
LANGS = ["en", "cy"]


def named(text):
    rows = find_unexplained(text, find_terms(text, langs=LANGS), langs=LANGS)
    return [(row.quote, row.times) for row in rows]


@pytest.fixture(autouse=True)
def glossary():
    published("problem-profile")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A strategy\ndiscussion; two Strategy Discussions.",
            [("strategy discussion", 2)],
            id="words-and-their-plural",
        ),
        pytest.param(
            "Ask the LADO’s team or two LADOs.", [("LADO’s", 2)], id="short-form"
        ),
        pytest.param(
            "Bu cyfarfod strategaeth am gynllun amddiffyn plant.",
            [("cyfarfod strategaeth", 1), ("gynllun amddiffyn plant", 1)],
            id="welsh-changed-at-its-beginning",
        ),
        pytest.param("The XQZ met. XQZ!", [("XQZ", 2)], id="unknown-capitals"),
        pytest.param(
            "STRATEGY DISCUSSION\nThe strategy discussion was held.",
            [("strategy discussion", 2)],
            id="not-as-a-heading-has-them",
        ),
        pytest.param("We ask the police about it.", [], id="everyday-words"),
        pytest.param("A MASH and a mash.", [("MASH", 1)], id="capitals-count"),
    ],
)
def test_official_words_are_named_as_the_text_has_them(text, expected):
    assert named(text) == expected


def test_what_the_glossary_explains_is_not_named():
    lado = {"text": "LADO", "type": "acronym", "status": "admitted"}
    english = section("strategy discussion")
    english["terms"].append(lado)
    published("strategy-discussion", languages={"en": english})

    assert named("A strategy discussion with the LADO, MASH and problem profile.") == [
        ("MASH", 1)
    ]
    assert "LADO" not in {form[0] for form in finding_rules()["pack"]["forms"]}


def test_what_is_too_general_to_be_marked_is_not_named_either():
    english = section("core group meeting")
    english["terms"].append(
        {"text": "core group", "type": "short-form", "status": "admitted"}
        | {"context_only": True}
    )
    published("core-group", languages={"en": english})

    assert named("The core group met.") == []


def test_a_longer_word_with_a_term_inside_is_named_whole():
    published("child-protection", languages={"en": section("child protection")})

    assert named("A child protection conference is held.") == [
        ("child protection conference", 1)
    ]


def test_a_short_form_that_the_glossary_knows_in_another_sense_is_not_named():
    english = section("annual data requirement")
    english["terms"].append({"text": "XQZ", "type": "acronym", "status": "admitted"})
    published("annual-data-requirement", languages={"en": english})

    assert named("A XQZ-like thing, the XQZ") == []
