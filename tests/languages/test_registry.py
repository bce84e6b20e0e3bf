"""The languages of an installation, and how one more is added."""

from __future__ import annotations

import pytest

from glossary import languages
from glossary.languages import TermFacts

BOTH = ["glossary.languages.english", "glossary.languages.welsh"]

CORNISH = '''
"""Cornish in a few lines."""

from glossary.languages import SurfaceForm
from glossary.languages.order import Order

LETTERS = "a b ch d e f g h i j k l m n o p r s sh t th u v w y z".split()
ORDER = Order(LETTERS)


class Cornish:
    code = "kw"
    name = "Kernewek"
    alphabet = LETTERS
    path_words = {"terms": "termow"}
    sort_key = staticmethod(ORDER.key)
    letter = staticmethod(ORDER.letter)

    def without_article(self, text):
        return text.removeprefix("an ")

    def surface_forms(self, term):
        return (SurfaceForm(term.text, "exact"),)

    def search_words(self, text):
        return text.split()

    def radicals(self, word):
        return ()

    little_words = clause_words = harmed_words = accusing_words = ()

    def family(self, word):
        return word

    def knows(self, word):
        return False

    def without_question(self, text):
        return text


language = Cornish()
'''


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    monkeypatch.setattr(languages, "_languages", {})


def test_languages_come_in_the_order_of_the_settings():
    languages.configure(reversed(BOTH))

    assert languages.codes() == ("cy", "en")
    assert [language.name for language in languages.all_languages()] == [
        "Cymraeg",
        "English",
    ]


def test_configuring_again_replaces_what_was_there():
    languages.configure(BOTH)
    languages.configure(BOTH[:1])

    assert languages.codes() == ("en",)


def test_a_language_that_is_not_there_is_a_key_error():
    languages.configure(BOTH)

    with pytest.raises(KeyError):
        languages.get("kw")


def test_a_failed_configuration_changes_nothing():
    languages.configure(BOTH)

    with pytest.raises(ImportError):
        languages.configure(["glossary.languages.klingon"])

    assert languages.codes() == ("en", "cy")


def test_a_third_language_is_one_module(tmp_path, monkeypatch):
    (tmp_path / "cornish.py").write_text(CORNISH)
    monkeypatch.syspath_prepend(tmp_path)

    languages.configure([*BOTH, "cornish"])

    cornish = languages.get("kw")
    assert sorted(["this", "thyn", "tas", "shap", "sy"], key=cornish.sort_key) == [
        *("sy", "shap", "tas", "this", "thyn"),
    ]
    assert cornish.letter("Chi") == "ch"
    assert cornish.surface_forms(TermFacts("termyn"))[0].text == "termyn"


@pytest.mark.parametrize("module", BOTH)
def test_path_words_are_parts_of_addresses_and_all_different(module):
    languages.configure([module])
    (language,) = languages.all_languages()
    words = language.path_words

    assert len(set(words.values())) == len(words)
    assert all(word.replace("-", "").isascii() for word in words.values())
    assert all(word == word.lower() for word in words.values())


def test_welsh_addresses_are_welsh():
    languages.configure(BOTH)

    assert languages.get("cy").path_words["terms"] == "termau"
    assert languages.get("cy").path_words["a-to-z"] == "a-i-y"
    assert "terms" not in languages.get("en").path_words
