"""The checks of an entry document: every term and every layer, in every language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.closed_lists import NOT_IN_USE, ProvenanceStatus, TextLayer
from glossary.plain_language.all_checks import check_passage, check_together
from glossary.plain_language.findings import Code, Finding, Severity, in_order
from glossary.plain_language.passages import markdown_passage, plain_passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.document import EntryDocument, TermDocument
    from glossary.plain_language.context import Context
    from glossary.plain_language.passages import Passage

LAYERS = ("short", *TextLayer.values())


def check_document(document: EntryDocument, context: Context) -> list[Finding]:
    """Return what the checks find in ``document``.

    The places are JSON pointers into it. Quotations are left alone.
    """
    contexts = {lang: _context(document, lang, context) for lang in document.languages}
    findings = [*_check_terms(document, contexts), *_missing_layers(document)]
    for layer in LAYERS:
        findings += check_together(list(_passages(document, layer)), contexts)
    return in_order(findings)


def check_draft(
    texts: Mapping[str, Mapping[str, str]], context: Context
) -> list[Finding]:
    """Return what the checks find in layers of an entry that is not finished.

    ``texts`` are the layers by their names, each in one language or more.
    """
    findings: list[Finding] = []
    for layer, said in texts.items():
        passages = [
            markdown_passage(text, lang, place=f"/languages/{lang}/{layer}", part=layer)
            for lang, text in said.items()
        ]
        findings += check_together(passages, dict.fromkeys(said, context))
    return in_order(findings)


def _context(document: EntryDocument, lang: str, context: Context) -> Context:
    """Return ``context`` with what is particular to one section."""
    section = document.languages[lang]
    linked = {
        link.entry for layer in LAYERS for link in _read(document, lang, layer).links
    }
    return replace(
        context,
        entry=document.id,
        own_terms=tuple(
            text
            for each in document.languages.values()
            for term in each.terms
            for text in filter(None, (term.text, term.plural))
        ),
        linked=frozenset(linked),
        has_notice=section.notice is not None,
    )


def _passages(document: EntryDocument, layer: str) -> Iterator[Passage]:
    for lang in document.languages:
        passage = _read(document, lang, layer)
        if passage.text:
            yield passage


def _read(document: EntryDocument, lang: str, layer: str) -> Passage:
    text = getattr(document.languages[lang], layer) or ""
    place = f"/languages/{lang}/{layer}"
    return markdown_passage(text, lang, place=place, part=layer)


def _check_terms(
    document: EntryDocument, contexts: Mapping[str, Context]
) -> Iterator[Finding]:
    """Yield what is found in the terms that we answer for."""
    for lang, section in document.languages.items():
        for number, term in enumerate(section.terms):
            if _is_ours(term):
                place = f"/languages/{lang}/terms/{number}"
                text = "\n".join(filter(None, (term.text, term.plural)))
                passage = plain_passage(text, lang, place=place, part="term")
                yield from check_passage(passage, contexts[lang])


def _is_ours(term: TermDocument) -> bool:
    """Whether ``term`` is neither given up nor borrowed from another language."""
    origin = term.provenance
    is_borrowed = origin and origin.status == ProvenanceStatus.KEPT_IN_ENGLISH
    return term.status not in NOT_IN_USE and not is_borrowed


def _missing_layers(document: EntryDocument) -> Iterator[Finding]:
    """Yield the layers that one language has and another one lacks."""
    for layer in LAYERS:
        missing = [
            lang
            for lang, section in document.languages.items()
            if not getattr(section, layer)
        ]
        if len(missing) < len(document.languages):
            for lang in missing:
                yield Finding(
                    severity=Severity.ERROR,
                    place=f"/languages/{lang}/{layer}",
                    code=Code.MISSING_LAYER,
                    excerpt="",
                )
