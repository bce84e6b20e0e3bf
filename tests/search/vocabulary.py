"""A small glossary for the tests of the search index, and rows for any other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary import languages
from glossary.closed_lists import ABBREVIATED, NOT_IN_USE
from glossary.languages import TermFacts
from glossary.search import (
    IndexedEntry,
    IndexedLabel,
    IndexedSection,
    IndexedText,
    build_index,
    families,
    prepare_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.search import Index


class Name(NamedTuple):
    """A term of an entry."""

    text: str
    status: str = "preferred"
    type: str = "full-form"
    plural: str | None = None
    context_only: bool = False


@dataclass(frozen=True)
class Described:
    """An entry, with its names in each language and its text."""

    id: str
    names: dict[str, list[Name]]
    text: dict[str, str] = field(default_factory=dict)
    kind: str = "concept"
    topics: tuple[str, ...] = ("police-work",)
    sources: tuple[str, ...] = ()
    published_at: str = "2026-11-21T10:00:00+00:00"
    state: str = "current"
    related: tuple[str, ...] = ()


def admitted(text: str, **facts: Any) -> Name:
    return Name(text, "admitted", **facts)


def acronym(text: str) -> Name:
    return Name(text, "admitted", "acronym")


GLOSSARY = [
    Described(
        "adr149",
        {"en": [Name("ADR149", type="code")], "cy": [Name("ADR149", type="code")]},
        {"en": "A part of the annual data requirement. Police forces send it."},
        kind="data",
        topics=("police-data",),
        sources=("hmicfrs-2023",),
    ),
    Described(
        "bail-conditions",
        {
            "en": [Name("bail conditions"), admitted("bail", context_only=True)],
            "cy": [Name("amodau mechnïaeth")],
        },
        {"en": "Rules while you wait. Bail is not a sentence. Bail can end. Bail."},
        topics=("courts-and-law", "police-work"),
    ),
    Described(
        "child-sexual-exploitation",
        {
            "en": [Name("child sexual exploitation"), acronym("CSE")],
            "cy": [
                Name("camfanteisio'n rhywiol ar blant"),
                admitted("cam-fanteisio rhywiol ar blant"),
                acronym("CRhB"),
            ],
        },
        {
            "en": "Somebody uses power over a child. It may begin in hotels.",
            "cy": "Mae rhywun yn camddefnyddio grym dros blentyn, yn y gwesty.",
        },
        topics=("child-sexual-exploitation",),
        sources=("hmicfrs-2023", "home-office-2025"),
    ),
    Described(
        "childrens-services",
        {
            "en": [Name("children’s services"), Name("social care", "superseded")],
            "cy": [Name("gwasanaethau plant")],
        },
        {"en": "A council's team. It may ask the court about bail."},
        kind="organisation",
        topics=("protecting-children",),
    ),
    Described(
        "home-office",
        {
            "en": [Name("Home Office", plural=None)],
            "cy": [Name("Swyddfa Gartref")],
        },
        kind="organisation",
        topics=("government",),
    ),
    Described(
        "hydrant-programme",
        {"en": [Name("Hydrant Programme")], "cy": [Name("Rhaglen Hydrant")]},
        kind="programme",
        topics=("programmes",),
    ),
    Described(
        "iicsa",
        {
            "en": [
                Name("Independent Inquiry into Child Sexual Abuse"),
                acronym("IICSA"),
            ],
            "cy": [
                Name("Ymchwiliad Annibynnol i Gam-drin Plant yn Rhywiol"),
                acronym("IICSA"),
            ],
        },
        kind="report",
        topics=("inquiries-and-reports",),
    ),
    Described(
        "operation-makesafe",
        {
            "en": [Name("Operation Makesafe"), admitted("Makesafe", type="short-form")],
            "cy": [Name("Ymgyrch Makesafe")],
        },
        {"en": "Hotel staff call 101. A hotel knows a password. Every hotel."},
        kind="programme",
        topics=("programmes",),
        published_at="2026-11-22T10:00:00Z",
    ),
    Described(
        "police-and-crime-commissioner",
        {
            "en": [
                Name(
                    "police and crime commissioner",
                    plural="police and crime commissioners",
                ),
                acronym("PCC"),
            ],
            "cy": [
                Name("comisiynydd yr heddlu a throseddu"),
                acronym("CHTh"),
            ],
        },
        topics=("police-people",),
    ),
    Described(
        "police-force",
        {
            "en": [Name("police force", plural="police forces")],
            "cy": [Name("heddlu", plural="heddluoedd")],
        },
        {"cy": "Mae 43 o heddluoedd yng Nghymru a Lloegr."},
        topics=("police-people",),
    ),
    Described(
        "problem-profile",
        {
            "en": [Name("problem profile", plural="problem profiles")],
            "cy": [Name("proffil problem", plural="proffiliau problem")],
        },
        topics=("police-data",),
        state="behind",
        related=("adr149", "no-such-entry"),
    ),
    Described(
        "water-safety",
        {"cy": [Name("diogelwch dŵr"), Name("diogelwch y dŵr", "deprecated")]},
        topics=("police-work",),
    ),
]


def rows_of(described: Iterable[Described]) -> dict[str, list[Any]]:
    """Return what ``build_index`` wants, by the names of its arguments."""
    found: dict[str, list[Any]] = {
        name: [] for name in ("entries", "sections", "labels", "texts")
    }
    for one in described:
        found["entries"].append(
            IndexedEntry(
                one.id,
                one.kind,
                one.topics,
                one.sources,
                one.published_at,
                one.related,
            )
        )
        for lang, names in one.names.items():
            found["sections"].append(_section(one, lang, names))
            found["labels"].extend(_labels(one.id, lang, names))
            found["texts"].append(_text(one, lang))
    return found


def index_of(described: Iterable[Described], **facts: Any) -> Index:
    """Return an index of the entries in memory, of sequence 1."""
    rows: dict[str, Any] = {**rows_of(described), "sequence": 1, **facts}
    return build_index(**rows)


def _section(one: Described, lang: str, names: list[Name]) -> IndexedSection:
    language, preferred = languages.get(lang), names[0].text
    order = language.without_article(preferred)
    return IndexedSection(
        one.id,
        lang,
        preferred,
        f"{one.id}-{lang}",
        f"What {preferred} is.",
        language.sort_key(order),
        language.letter(order),
        one.state,
        lang,
        next((name.text for name in names if name.type == "acronym"), ""),
        lang,
    )


def _labels(entry_id: str, lang: str, names: list[Name]) -> Iterator[IndexedLabel]:
    for name in names:
        facts = TermFacts(name.text, name.type, name.plural)
        is_inflected = name.status not in NOT_IN_USE and name.type not in ABBREVIATED
        for form in languages.get(lang).surface_forms(facts):
            yield IndexedLabel(
                entry_id,
                lang,
                name.text,
                name.type,
                name.status,
                form.name,
                form.text,
                name.context_only,
                families(languages.get(lang), name.text) if is_inflected else "",
            )


def _text(one: Described, lang: str) -> IndexedText:
    words = prepare_text(languages.get(lang), one.text.get(lang, ""))
    return IndexedText(one.id, lang, words)
