"""What the search index holds of an entry: made once, when it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary import languages, markdown
from glossary.closed_lists import ABBREVIATED, NOT_IN_USE
from glossary.document import LAYERS
from glossary.languages import TermFacts
from glossary.public_form import language_state
from glossary.search import families, prepare_text
from glossary.shown_names import name_lang, other_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.document import EntryDocument, SectionDocument, TermDocument


def index_rows(
    document: EntryDocument, not_checked_by: Mapping[str, Sequence[str]]
) -> str:
    """Return the rows of ``document`` as JSON text.

    They are sections, labels, hidden labels, families of words, and texts.
    ``not_checked_by`` are the roles that have not signed off, by language.
    """
    known = [code for code in languages.codes() if code in document.languages]
    rows: dict[str, Any] = {
        "kind": document.kind,
        "topics": document.topics,
        "sources": sorted(document.source_ids),
        "related": list(dict.fromkeys(row.id for row in document.related)),
        "sections": [
            _section(document, lang, not_checked_by.get(lang, ())) for lang in known
        ],
        "labels": [
            [lang, *row]
            for lang in known
            for row in _labels(document.languages[lang], lang)
        ],
        "hidden": [
            [lang, *row]
            for lang in known
            for row in _hidden(document.languages[lang], lang)
        ],
        "families": [
            [lang, *row]
            for lang in known
            for row in _families(document.languages[lang], lang)
        ],
        "rules": [
            [lang, term.text, term.unless, term.only]
            for lang in known
            for term in document.languages[lang].terms
            if term.unless or term.only
        ],
        "texts": [[lang, _text(document.languages[lang], lang)] for lang in known],
    }
    return orjson.dumps(rows).decode()


def term_facts(term: TermDocument) -> TermFacts:
    """Return what the surface forms of ``term`` depend on."""
    return TermFacts(
        text=term.text,
        type=term.type,
        plural=term.plural,
        forms=term.forms,
        grammar=term.grammar,
    )


def _section(
    document: EntryDocument, lang: str, not_checked_by: Sequence[str]
) -> list[Any]:
    """Return what lists show of a section, as ``IndexedSection`` has it."""
    language = languages.get(lang)
    section = document.languages[lang]
    preferred = section.preferred
    order = preferred.sort_as or language.without_article(preferred.text)
    also = other_term(section.terms)
    return [
        lang,
        preferred.text,
        section.slug,
        section.short,
        language.sort_key(order),
        language.letter(order),
        language_state(document, lang),
        name_lang(preferred, lang),
        also.text if also else "",
        name_lang(also or preferred, lang),
        _provenance(section),
        not_checked_by,
    ]


def _provenance(section: SectionDocument) -> dict[str, str]:
    """Return where the names come from that have come from somewhere."""
    return {
        term.text: term.provenance.status for term in section.terms if term.provenance
    }


def _labels(section: SectionDocument, lang: str) -> Iterator[list[Any]]:
    """Yield text, type, status, form name, form, and two marks.

    The first mark is for a word that is too general to stand for the term, the
    second for a form that is marked in texts.
    """
    for term in section.terms:
        for form in languages.get(lang).surface_forms(term_facts(term)):
            yield [
                term.text,
                term.type,
                term.status,
                form.name,
                form.text,
                term.context_only,
                not term.context_only and form.is_marked,
            ]


def _hidden(section: SectionDocument, lang: str) -> Iterator[list[str]]:
    """Yield text, form name and form of what leads here and is shown nowhere."""
    for text in section.hidden:
        for form in languages.get(lang).surface_forms(TermFacts(text)):
            yield [text, form.name, form.text]


def _families(section: SectionDocument, lang: str) -> Iterator[list[str]]:
    """Yield the text of each name in use, and the families of its words.

    Codes have no inflections.
    """
    for term in section.terms:
        if term.status not in NOT_IN_USE and term.type not in ABBREVIATED:
            yield [term.text, families(languages.get(lang), term.text)]


def _text(section: SectionDocument, lang: str) -> str:
    """Return the words of the section's running text, prepared for searching."""
    layers = (getattr(section, layer) for layer in LAYERS)
    texts = [section.short, *(markdown.to_text(layer) for layer in layers if layer)]
    return prepare_text(languages.get(lang), "\n".join(texts))
