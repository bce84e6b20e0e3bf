"""The terms of a content folder, ready to be found in texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary import languages
from glossary.closed_lists import ABBREVIATED
from glossary.indexing import term_facts
from glossary.matching import Form, build_vocabulary
from glossary.plain_language import field_words
from glossary.small_letters import is_no_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.document import EntryDocument, TermDocument
    from glossary.matching import Vocabulary

    _Row = tuple[EntryDocument, TermDocument, str]


def content_vocabulary(documents: Iterable[EntryDocument]) -> Vocabulary:
    """Return a vocabulary of every term of ``documents``, whatever is around it."""
    rows = _terms(documents)
    return _vocabulary(replace(form, only=()) for row in rows for form in _forms(*row))


def marking_vocabulary(documents: Iterable[EntryDocument]) -> Vocabulary:
    """Return a vocabulary of what is marked in texts."""
    rows = (row for row in _terms(documents) if not row[1].context_only)
    return _vocabulary(form for row in rows for form in _forms(*row))


def _vocabulary(forms: Iterable[Form]) -> Vocabulary:
    spoken = languages.all_languages()
    return build_vocabulary(
        forms,
        clitics={row.code: row.clitics for row in spoken},
        conjunctions={row.code: row.conjunctions for row in spoken},
        foldings={row.code: row.folding for row in spoken},
        field=field_words(),
    )


def _terms(documents: Iterable[EntryDocument]) -> Iterator[_Row]:
    for document in documents:
        for lang, section in document.languages.items():
            for term in section.terms:
                yield document, term, lang


def _forms(document: EntryDocument, term: TermDocument, lang: str) -> Iterator[Form]:
    for form in languages.get(lang).surface_forms(term_facts(term)):
        if form.is_marked:
            yield Form(
                text=form.text,
                entry=document.id,
                lang=lang,
                name=form.name,
                case_sensitive=term.type in ABBREVIATED,
                also_small=term.type in ABBREVIATED and is_no_word(term.text),
                unless=term.unless,
                only=term.only,
            )
