"""What the starter glossary marks in texts: words of ours, and no others.

The texts are our own. Each stands for a kind of letter that people paste.
"""

from pathlib import Path

import pytest
import yaml

from glossary import languages
from glossary.management.content_terms import marking_vocabulary
from glossary.matching import build_vocabulary, first_occurrences
from tests.matching.marking import term

HERE = Path(__file__).parent
ROWS = {
    name: yaml.safe_load((HERE / f"{name}_texts.yaml").read_text(encoding="utf-8"))
    for name in ("everyday", "official")
}


def in_short(row):
    """The language of a text and its beginning."""
    return f"{row['lang']} {row['text'][:40]}"


@pytest.fixture(scope="module")
def vocabulary(starter_content):
    return marking_vocabulary(starter_content.entries.values())


def matches(vocabulary, text, lang):
    """What is marked in a text of which ``lang`` is known to be the language."""
    own_first = sorted(languages.codes(), key=lambda code: code != lang)
    return vocabulary.find(text, langs=own_first)


def quotes(vocabulary, text, lang):
    found = matches(vocabulary, text, lang)
    return [text[match.start : match.end] for match in found]


@pytest.mark.parametrize("row", ROWS["everyday"], ids=in_short)
def test_words_of_every_day_are_not_marked(vocabulary, row):
    assert quotes(vocabulary, row["text"], row["lang"]) == row["marked"]


@pytest.mark.parametrize("row", ROWS["official"], ids=in_short)
def test_words_of_official_letters_are_marked(vocabulary, row):
    assert quotes(vocabulary, row["text"], row["lang"]) == row["marked"]


def test_every_name_that_is_marked_is_explained_to_whoever_pastes_it_alone(
    starter_content, vocabulary
):
    marked = [
        (entry, text)
        for entry, document in starter_content.entries.items()
        for section in document.languages.values()
        for term in section.terms
        for text in (term.text, term.plural, *term.forms)
        if text and not term.context_only
    ]

    assert len(marked) > 500
    assert [
        (entry, text, reader)
        for entry, text in marked
        for reader in languages.codes()
        if entry
        not in {
            one
            for match in matches(vocabulary, text, reader)
            for one in match.candidates
        }
    ] == []


def test_the_first_right_place_is_the_first_occurrence(vocabulary):
    text = "There is no charge for this. He was charged with rape; the charge is read."

    (first,) = first_occurrences(matches(vocabulary, text, "en"))

    assert text[first.start : first.end] == "charged with"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_letters_are_about_leaves_their_words_alone(vocabulary, lang):
    """A text that is about the field keeps the words that are nothing else there."""
    about = {
        "en": "The police arrested a man. The victim of the assault was believed.",
        "cy": "Arestiwyd dyn. Credwyd y dioddefwr am yr ymosodiad a'r trais.",
    }
    words = {
        "en": ["custody", "vulnerable", "grooming", "coercion", "intelligence"],
        "cy": ["dalfa", "statudol", "gorfodaeth", "ymarferydd", "arolygiad"],
    }

    told = [
        quotes(vocabulary, f"{about[lang]} {word}.", lang)[-1:] for word in words[lang]
    ]
    bare = [quotes(vocabulary, f"Hm: {word}, xyz.", lang) for word in words[lang]]

    assert told == [[word] for word in words[lang]]
    assert [found for found in bare if found] == {"en": [], "cy": [["dalfa"]]}[lang]


def test_no_word_tells_the_field_by_which_it_is_itself_known(vocabulary):
    probe = term("xyz", only=("FIELD",))
    asks_for_field = build_vocabulary([probe], field=vocabulary.field)

    known = [
        form.text
        for form in vocabulary.forms
        if "FIELD" in form.only and form.text.isalpha()
    ]

    assert len(known) > 50
    assert [text for text in known if asks_for_field.find(f"{text} xyz")] == []
