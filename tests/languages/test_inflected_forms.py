"""Forms that are written out, as plurals are, and clitics that are joined or apart."""

import pytest

from glossary.languages import TermFacts
from glossary.languages.english import language as english
from glossary.languages.welsh import language as welsh


def names(language, text, **facts):
    return {
        form.text: form.name
        for form in language.surface_forms(TermFacts(text, **facts))
    }


def test_english_forms_are_as_they_are_written():
    found = names(english, "grooming", forms=("groomed", "well-groomed"))

    assert found["groomed"] == "inflected"
    assert found["well-groomed"] == "inflected"
    assert "groomed's" not in found


def test_welsh_forms_mutate():
    found = names(welsh, "cyhuddo", forms=("cyhuddwyd",))

    assert found["cyhuddwyd"] == "inflected"
    assert found["gyhuddwyd"] == "inflected-soft-mutation"
    assert found["chyhuddwyd"] == "inflected-aspirate-mutation"
    assert found["gyhuddo"] == "soft-mutation"


def test_a_form_that_is_the_term_or_its_plural_adds_nothing():
    plain = names(welsh, "plentyn", plural="plant")

    assert names(welsh, "plentyn", plural="plant", forms=("plant",)) == plain


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param(
            "camfanteisio'n rhywiol ar blant",
            "camfanteisio yn rhywiol ar blant",
            id="yn",
        ),
        pytest.param("camfanteisio’n rhywiol", "camfanteisio yn rhywiol", id="curly"),
        pytest.param("dalfa'r heddlu", "dalfa yr heddlu", id="yr-before-h"),
        pytest.param("gorfodi'r gyfraith", "gorfodi y gyfraith", id="y"),
        pytest.param("beio'r ŵyl", "beio y ŵyl", id="y-before-w"),
        pytest.param("iaith sy'n beio", "iaith sydd yn beio", id="sydd"),
        pytest.param("beio yr heddlu", "beio'r heddlu", id="joined-yr"),
        pytest.param("beio y dioddefwr", "beio'r dioddefwr", id="joined-y"),
        pytest.param(
            "camfanteisio yn rhywiol", "camfanteisio'n rhywiol", id="joined-yn"
        ),
    ],
)
def test_a_clitic_is_found_joined_and_apart(text, other):
    found = names(welsh, text)

    assert found[text] == "exact"
    assert found[other] == "variant"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        pytest.param("dioddefwyr a'r goroeswyr", "a y goroeswyr", id="a-and-the"),
        pytest.param("cymorth i'r cyhoedd", "i y cyhoedd", id="to-the"),
        pytest.param("maes i'w wella", "i w wella", id="to-its"),
        pytest.param("cam-drin plant yn rhywiol", "plant'n", id="after-a-consonant"),
        pytest.param("adroddiad yr Athro", "adroddiad'r", id="article-after-one"),
    ],
)
def test_what_is_never_written_is_no_form(text, never):
    found = names(welsh, text)

    assert text in found
    assert [form for form in found if never in form] == []


def test_a_clitic_that_is_apart_mutates_as_the_term_does():
    found = names(welsh, "camfanteisio'n rhywiol")

    assert found["gamfanteisio yn rhywiol"] == "soft-mutation"
