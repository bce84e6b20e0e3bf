"""Terms are found in a text by the vocabulary of what is published."""

import pytest

from glossary import explain, reading
from glossary.explain import current_vocabulary, find_terms, known_words
from tests.factories import published, section, withdrawn

pytestmark = pytest.mark.django_db


def found(text, **options):
    return [
        (text[row.start : row.end], row.candidates)
        for row in find_terms(text, **options)
    ]


def test_terms_of_both_languages_are_found_at_once():
    published("police-force")

    assert found("A police force (heddlu).") == [
        ("police force", ("police-force",)),
        ("heddlu", ("police-force",)),
    ]


def test_a_mutated_form_with_a_clitic_is_found():
    published("problem-profile")

    assert found("Mae'r broffil problem'r heddlu") == [
        ("broffil problem", ("problem-profile",))
    ]


def test_a_word_that_is_too_general_is_not_marked():
    terms = [
        {"text": "task force", "type": "full-form", "status": "preferred"},
        {
            "text": "force",
            "type": "short-form",
            "status": "admitted",
            "context_only": True,
        },
    ]
    published("taskforce", languages={"en": section("task force", terms=terms)})

    assert found("The force and the task force") == [("task force", ("taskforce",))]


def test_a_mutated_form_that_is_another_word_is_not_marked():
    terms = [
        {
            "text": "tarfu",
            "type": "full-form",
            "status": "preferred",
            "grammar": {"match_mutated": False},
            "provenance": {"status": "proposed"},
        }
    ]
    published("disruption", languages={"cy": section("tarfu", "cy", terms=terms)})

    assert found("wedi darfu, tarfu") == [("tarfu", ("disruption",))]


def test_one_language_can_be_asked_for():
    published("police-force")

    assert found("police force, heddlu", langs=["cy"]) == [
        ("heddlu", ("police-force",))
    ]


def test_the_vocabulary_follows_what_is_published():
    published("police-force")
    before = current_vocabulary()

    published("grooming")

    assert current_vocabulary() is not before
    assert found("grooming") == [("grooming", ("grooming",))]


@pytest.fixture
def never_built(monkeypatch):
    """After this is called, a vocabulary can only follow what is published."""

    def forbid():
        monkeypatch.setattr(explain, "build_vocabulary", None)

    return forbid


@pytest.mark.parametrize("vocabulary", [current_vocabulary, known_words])
def test_a_vocabulary_is_not_built_anew_for_a_publication(
    vocabulary, starter_glossary, never_built
):
    vocabulary()
    never_built()

    published("zebra-crossing")
    assert vocabulary().find("a zebra crossing")

    published("zebra-crossing", languages={"en": section("pelican crossing")})
    assert not vocabulary().find("a zebra crossing")
    assert vocabulary().find("a pelican crossing")

    withdrawn("zebra-crossing")
    assert not vocabulary().find("a pelican crossing")


def test_it_finds_what_one_that_is_built_anew_finds(starter_glossary):
    current_vocabulary()
    published("zebra-crossing")
    withdrawn("grooming")

    followed = current_vocabulary()
    reading.forget()

    assert followed.forms == current_vocabulary().forms
    assert followed is not current_vocabulary()


def test_so_many_changes_are_not_followed_one_by_one(monkeypatch):
    published("grooming")
    current_vocabulary()
    monkeypatch.setattr(explain, "_MANY", 0)

    published("problem-profile")

    assert found("a problem profile") == [("problem profile", ("problem-profile",))]


def test_other_content_is_not_followed():
    published("grooming")
    before = current_vocabulary()

    reading.forget()

    assert current_vocabulary() is not before


RULES = {
    "text": "charge",
    "type": "full-form",
    "status": "preferred",
    "forms": ["charged"],
    "unless": ["no ~"],
    "only": ["murder ~", "FIELD"],
}


def test_a_term_is_marked_by_its_rules():
    published("charge", languages={"en": section("charge", terms=[RULES])})

    assert found("No charge. A murder charge. Nobody charged it.") == [
        ("charge", ("charge",))
    ]
    assert found("The police charged him.") == [("charged", ("charge",))]


def test_what_must_be_around_a_word_does_not_matter_where_it_is_known():
    published("charge", languages={"en": section("charge", terms=[RULES])})

    known = known_words().find("No charge. We charged it and the charge.")

    assert len(known) == 2


def test_an_abbreviation_of_the_other_language_is_not_marked():
    term = {
        "text": "DPP",
        "type": "abbreviation",
        "status": "preferred",
        "provenance": {"status": "proposed"},
    }
    published("cpd", languages={"cy": section("DPP", "cy", terms=[term])})

    assert found("The DPP said so.", langs=["en", "cy"]) == []
    assert found("Dywedodd y DPP.", langs=["cy", "en"]) == [("DPP", ("cpd",))]


@pytest.mark.parametrize(
    ("abbreviation", "type_", "text"),
    [
        pytest.param("IICSA", "acronym", "iicsa", id="small"),
        pytest.param("IICSA", "acronym", "Iicsa's", id="one-capital"),
        pytest.param("ADR149", "code", "adr149", id="code"),
        pytest.param("ADR149", "code", "Adr 149", id="code-with-a-space"),
        pytest.param("Rt Hon", "abbreviation", "rt. hon.", id="a-word-in-it"),
        pytest.param("MoJ", "acronym", "MOJ", id="all-capitals"),
    ],
)
def test_an_abbreviation_that_is_no_word_is_found_in_small_letters(
    abbreviation, type_, text
):
    publish_abbreviation(abbreviation, type_)

    assert len(found(f"Ask {text} for help")) == 1


@pytest.mark.parametrize(
    ("abbreviation", "type_", "text"),
    [
        pytest.param("APP", "acronym", "an app", id="english"),
        pytest.param("GEG", "acronym", "ei geg", id="welsh"),
        pytest.param("NWG", "acronym", "ei nwg", id="mutated"),
        pytest.param("TÂN", "acronym", "dân a tân", id="accents"),
        pytest.param("MASH", "acronym", "mash the food", id="everyday"),
        pytest.param("AQ", "acronym", "an aq", id="two-letters"),
        pytest.param("Part 8", "code", "in part 8", id="word-and-figure"),
        pytest.param("IICSA", "acronym", "iiCsa", id="odd-capitals"),
    ],
)
def test_one_that_is_a_word_is_not(abbreviation, type_, text):
    publish_abbreviation(abbreviation, type_)

    assert found(text) == []


def test_a_sign_for_and_is_found():
    crime = section("heddlu a throseddu", "cy")
    published("police-and-crime", languages={"en": section("police and crime")})
    published("heddlu-a", languages={"cy": crime})

    assert [quote for quote, _ in found("Police & Crime; heddlu & throseddu")] == [
        "Police & Crime",
        "heddlu & throseddu",
    ]


def publish_abbreviation(text, type_):
    terms = [{"text": text, "type": type_, "status": "preferred"}]
    published("something", languages={"en": section("something", terms=terms)})
