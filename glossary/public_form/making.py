"""Makes the public form of a document: of it, and of what it points at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from glossary import languages, markdown
from glossary.addresses import entry_path, rendering_path, short_path
from glossary.closed_lists import LanguageState, ProvenanceStatus, RelationType
from glossary.document import LAYERS, EntryDocument
from glossary.public_form.shapes import (
    BASE,
    Label,
    MissingSection,
    PublicCitation,
    PublicEntry,
    PublicProvenance,
    PublicRelation,
    PublicRendering,
    PublicReview,
    PublicSection,
    PublicSignOff,
    PublicSource,
    PublicTerm,
    PublicText,
    PublicUse,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.closed_lists import SignOffRole
    from glossary.document import (
        CitationDocument,
        RenderingDocument,
        SectionDocument,
        SourceDocument,
        TermDocument,
    )


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What an entry needs to know of another one: its names and its slugs."""

    labels: Mapping[str, Label]
    slugs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything outside its document that an entry's public form depends on.

    ``neighbours`` holds public entries only. ``relations_back`` are the
    relations that other entries state, as seen from this one.
    """

    sources: Mapping[str, SourceDocument]
    neighbours: Mapping[str, Neighbour]
    relations_back: Sequence[tuple[str, str]] = ()
    checked_by: Mapping[str, Sequence[SignOffRole]] = field(default_factory=dict)
    not_checked_by: Mapping[str, Sequence[SignOffRole]] = field(default_factory=dict)
    review: PublicReview = field(
        default_factory=lambda: PublicReview(arrival="written-here")
    )


def public_entry(
    document: EntryDocument, around: Surroundings, *, short_code: str, revision: int
) -> PublicEntry:
    """Return the entry as the public sees it, before its publication has a number."""
    paths = {code: section.slug for code, section in document.languages.items()}
    first = next(code for code in languages.codes() if code in paths)
    return PublicEntry(
        id=document.id,
        url=BASE + entry_path(first, paths[first]),
        short_url=f"{BASE}{short_path([short_code])}/",
        revision=revision,
        kind=document.kind,
        topics=document.topics,
        applies_in=document.applies_in,
        as_at=document.as_at,
        in_use=PublicUse(start=document.in_use.start, end=document.in_use.end),
        replaced_by=_replacements(document, around),
        checked_on=document.review.checked_on,
        check_due=document.review.check_due,
        review=around.review,
        languages={
            lang: _section(document, lang, around) for lang in languages.codes()
        },
        citations=tuple(_citation(row, around.sources) for row in document.citations),
        related=_related(document, around),
    )


def language_state(document: EntryDocument, lang: str) -> State | None:
    """Return whether the text in ``lang`` is current or behind; none where missing.

    A section is behind when another language has reached an edition that this
    one was not made to match.
    """
    section = document.languages.get(lang)
    if section is None:
        return None
    matches = section.matches or {}
    behind = any(
        (other.edition or 1) > matches.get(code, 0)
        for code, other in document.languages.items()
        if code != lang
    )
    return LanguageState.BEHIND if behind else LanguageState.CURRENT


def label_of(term: TermDocument | PublicTerm) -> Label:
    """Return a name as it is shown where the entry itself is not."""
    status = term.provenance.status if term.provenance else None
    return Label(text=term.text, provenance=status)


def public_source(source: SourceDocument) -> PublicSource:
    """Return a source as entries name it."""
    return PublicSource(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        publisher_names=source.publisher_names,
        url=source.url,
        published_on=source.published_on,
        licence=source.licence,
        lang=source.lang,
    )


def _section(
    document: EntryDocument, lang: str, around: Surroundings
) -> PublicSection | MissingSection:
    state = language_state(document, lang)
    if state is None:
        return MissingSection()
    section = document.languages[lang]
    paths = {
        entry_id: entry_path(lang, neighbour.slugs[lang])
        for entry_id, neighbour in around.neighbours.items()
        if lang in neighbour.slugs
    }
    names = foreign_names(document, lang, around)
    layers: dict[str, Any] = {
        layer: _text(section, layer, lang, paths, names) for layer in LAYERS
    }
    return PublicSection(
        state=state,
        slug=section.slug,
        url=BASE + entry_path(lang, section.slug),
        terms=tuple(_term(term, lang, around.sources) for term in section.terms),
        short=section.short,
        renderings=tuple(map(_rendering, section.renderings)),
        checked_by=tuple(around.checked_by.get(lang, ())),
        not_checked_by=tuple(around.not_checked_by.get(lang, ())),
        **layers,
    )


def foreign_names(
    document: EntryDocument, lang: str, around: Surroundings
) -> dict[str, str]:
    """Return the names in the first language that a text in ``lang`` may have in it.

    Those of several words, each with its language: the entry's own, and those of the
    entries near it.
    """
    first = languages.codes()[0]
    if lang == first:
        return {}
    known = document.languages
    mine = {term.text for term in known[lang].terms if not _is_kept(term)}
    names = {term.text for term in known[first].terms} if first in known else set()
    names |= {
        row.labels[first].text
        for row in around.neighbours.values()
        if first in row.labels
    }
    return {name: first for name in names - mine if " " in name}


def _is_kept(term: TermDocument) -> bool:
    """Tell whether a name stays as it is in the first language."""
    origin = term.provenance
    return bool(origin and origin.status == ProvenanceStatus.KEPT_IN_ENGLISH)


def _text(
    section: SectionDocument,
    layer: str,
    lang: str,
    paths: Mapping[str, str],
    names: Mapping[str, str],
) -> PublicText | None:
    text = getattr(section, layer)
    if text is None:
        return None
    turned = partial(languages.turned, around=lang)
    html = markdown.to_html(text, paths, names, turned)
    html = html.replace('href="/', f'href="{BASE}/')
    return PublicText(markdown=text, html=html, text=markdown.to_text(text))


def _rendering(rendering: RenderingDocument) -> PublicRendering:
    file, signed_off = rendering.file, rendering.signed_off
    return PublicRendering(
        kind=rendering.kind,
        lang=rendering.lang,
        url=rendering.address or BASE + rendering_path(str(file)),
        made_by=rendering.made_by,
        made_on=rendering.made_on,
        signed_off=tuple(PublicSignOff(**row.model_dump()) for row in signed_off),
    )


def _term(
    term: TermDocument, lang: str, sources: Mapping[str, SourceDocument]
) -> PublicTerm:
    grammar = languages.get(lang).grammar.model_validate(term.grammar)
    return PublicTerm(
        text=term.text,
        type=term.type,
        status=term.status,
        plural=term.plural,
        gender=grammar.shown_gender,
        article=grammar.shown_article,
        context_only=term.context_only,
        provenance=_provenance(term, sources),
    )


def _provenance(
    term: TermDocument, sources: Mapping[str, SourceDocument]
) -> PublicProvenance | None:
    if term.provenance is None:
        return None
    source = sources.get(term.provenance.source or "")
    return PublicProvenance(
        status=term.provenance.status, source=public_source(source) if source else None
    )


def _citation(
    row: CitationDocument, sources: Mapping[str, SourceDocument]
) -> PublicCitation:
    return PublicCitation(
        source=public_source(sources[row.source]),
        quotation=row.quotation,
        lang=row.lang,
        locator=row.locator,
    )


def _replacements(document: EntryDocument, around: Surroundings) -> tuple[str, ...]:
    return tuple(
        row.id
        for row in document.related
        if row.relation == RelationType.REPLACED_BY and row.id in around.neighbours
    )


def _related(
    document: EntryDocument, around: Surroundings
) -> tuple[PublicRelation, ...]:
    """Return the relations from both ends: each other entry once for each name."""
    own = [(row.relation, row.id) for row in document.related]
    pairs = dict.fromkeys([*own, *around.relations_back])
    return tuple(
        PublicRelation.model_validate(
            {
                "relation": relation,
                "id": other,
                "labels": around.neighbours[other].labels,
            }
        )
        for relation, other in pairs
        if other in around.neighbours
    )
