"""Welsh: mutated first words and clitics."""

import pytest

from glossary.languages.protocol import TermFacts
from glossary.languages.welsh import language as welsh
from tests.matching.marking import marked, term, vocabulary


def forms_of(text: str, **facts):
    """The forms of a Welsh term, as they are made when it is published."""
    return [
        term(form.text, text, "cy", name=form.name)
        for form in welsh.surface_forms(TermFacts(text, **facts))
    ]


@pytest.mark.parametrize(
    ("text", "radical", "quote", "name"),
    [
        ("ei blant", "plant", "blant", "soft-mutation"),
        ("fy mhlant", "plant", "mhlant", "nasal-mutation"),
        ("ei phlant", "plant", "phlant", "aspirate-mutation"),
        ("yng nghamfanteisio", "camfanteisio", "nghamfanteisio", "nasal-mutation"),
        ("y rhaglen, ei raglen", "rhaglen", "rhaglen", "exact"),
        ("ei lys", "llys", "lys", "soft-mutation"),
        ("fy nioddefwr", "dioddefwr", "nioddefwr", "nasal-mutation"),
        ("am fechnïaeth", "mechnïaeth", "fechnïaeth", "soft-mutation"),
        ("o wasanaeth", "gwasanaeth", "wasanaeth", "soft-mutation"),
        ("ei huned", "uned", "huned", "h-prothesis"),
        ("fy nhystiolaeth", "tystiolaeth", "nhystiolaeth", "nasal-mutation"),
        ("o gam-drin", "cam-drin", "gam-drin", "soft-mutation"),
        ("yng Ngham-drin", "cam-drin", "Ngham-drin", "nasal-mutation"),
        ("a CHAM-DRIN", "cam-drin", "CHAM-DRIN", "aspirate-mutation"),
    ],
)
def test_a_mutated_form_is_found_and_named(text, radical, quote, name):
    match = vocabulary(*forms_of(radical)).find(text)[0]

    assert text[match.start : match.end] == quote
    assert match.form == name


def test_no_mutation_is_made_up():
    assert marked("ei gham-drin", *forms_of("cam-drin")) == []


def test_only_the_first_word_changes():
    forms = forms_of("uned troseddau cyfundrefnol ranbarthol")

    assert marked("huned troseddau cyfundrefnol ranbarthol", *forms)
    assert not marked("uned droseddau cyfundrefnol ranbarthol", *forms)


@pytest.mark.parametrize("clitic", ["r", "n", "i", "u", "w", "m", "th", "ch"])
@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_clitic_stays_outside_the_mark(clitic, apostrophe):
    text = f"heddlu{apostrophe}{clitic} de"

    assert marked(text, term("heddlu", lang="cy")) == ["heddlu"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("heddlu'x", id="no-clitic"),
        pytest.param("heddlu'rhai", id="clitic-goes-on"),
        pytest.param("heddlu's", id="english-possessive"),
    ],
)
def test_only_a_clitic_may_follow_an_apostrophe(text):
    assert marked(text, term("heddlu", lang="cy")) == []


def test_an_english_form_takes_no_welsh_clitic():
    assert marked("police'r", term("police", lang="en")) == []


def test_a_clitic_can_be_part_of_a_term():
    form = term("camfanteisio'n rhywiol ar blant", lang="cy")

    assert marked("Camfanteisio’n rhywiol ar blant yw", form) == [
        "Camfanteisio’n rhywiol ar blant"
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("i'r heddlu", id="article"),
        pytest.param("i’w heddlu", id="i-w"),
        pytest.param("o'i heddlu", id="o-i"),
        pytest.param("'r heddlu", id="article-at-the-start"),
        pytest.param("mae’r heddlu’n dod", id="before-and-after"),
    ],
)
def test_a_clitic_before_the_term_changes_nothing(text):
    assert marked(text, term("heddlu", lang="cy")) == ["heddlu"]
