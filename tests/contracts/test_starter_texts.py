"""What the starter texts may not say, whatever the checks of wording let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import languages
from glossary.document import LAYERS
from glossary.indexing import term_facts
from glossary.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.document import SectionDocument
    from glossary.transfer import Content

WRONG_NAMES = [
    pytest.param("suitable adult", id="the-papers-say-appropriate-adult"),
    pytest.param("oedolyn addas", id="the-papers-say-oedolyn-priodol"),
    pytest.param("Grwpiau Agored i Niwed", id="the-Act-is-Grwpiau-Hyglwyf"),
]
GONE = {"deprecated", "superseded"}


def texts(section: SectionDocument) -> Iterator[str]:
    """Yield the short version and the layers of a section."""
    yield section.short
    yield from filter(None, (getattr(section, layer) for layer in LAYERS))


def said(text: str) -> str:
    """Return the words of a text, folded, with one space on each side."""
    return f" {' '.join(words(text))} "


def all_sections(content: Content) -> Iterator[tuple[str, SectionDocument]]:
    """Yield every section of every entry with its language."""
    for document in content.entries.values():
        yield from document.languages.items()


def unwanted(lang: str, section: SectionDocument) -> Iterator[str]:
    """Yield every form of the names that an entry explains and does not use."""
    for term in section.terms:
        if term.status in GONE:
            for form in languages.get(lang).surface_forms(term_facts(term)):
                yield said(form.text)


@pytest.mark.parametrize("name", WRONG_NAMES)
def test_a_thing_has_the_name_that_is_on_the_papers(starter_content, name):
    whole = {
        (lang, section.slug): said(" ".join(texts(section)))
        for lang, section in all_sections(starter_content)
    }

    assert len(whole) > 200
    assert [place for place, text in whole.items() if said(name) in text] == []


@pytest.mark.parametrize("layer", ["short", "notice"])
def test_what_is_read_first_shows_no_name_that_we_would_not_use(starter_content, layer):
    wrong = [
        (name, said(getattr(section, layer) or ""))
        for lang, section in all_sections(starter_content)
        for name in unwanted(lang, section)
    ]

    assert len(wrong) > 50
    assert [name for name, text in wrong if name in text] == []


def test_a_name_that_hurts_does_not_claim_to_be_in_wide_use(starter_content):
    hurting = [
        term.provenance.status
        for _, section in all_sections(starter_content)
        for term in section.terms
        if term.status == "deprecated" and term.provenance
    ]

    assert hurting
    assert "widely-known" not in hurting
