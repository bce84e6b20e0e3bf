"""What can be chosen in a field, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from glossary import labels
from glossary.closed_lists import Article, PageOwner, SourceKind, TermStatus, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

    from glossary.desk.writing.slots import Slot


class Choice(NamedTuple):
    """A code, its words, and whether it is the one that is chosen."""

    code: str
    label: str | _StrPromise
    is_chosen: bool


_WORDS: dict[tuple[str, str], labels.Labels] = {
    ("EntryDocument", "kind"): labels.KINDS,
    ("EntryDocument", "applies_in"): labels.NATIONS,
    ("TermDocument", "type"): {
        TermType.FULL_FORM: _("full name"),
        TermType.SHORT_FORM: _("short name"),
        TermType.ABBREVIATION: _("abbreviation"),
        TermType.ACRONYM: _("abbreviation of first letters"),
        TermType.CODE: _("code"),
    },
    ("TermDocument", "status"): {
        TermStatus.PREFERRED: _("preferred"),
        TermStatus.ADMITTED: _("used too"),
        TermStatus.DEPRECATED: _("better avoided"),
        TermStatus.SUPERSEDED: _("older, no longer used"),
    },
    ("Provenance", "status"): labels.PROVENANCE,
    ("WelshGrammar", "gender"): labels.GENDERS,
    ("WelshGrammar", "article"): {
        Article.NONE: _("no article"),
        Article.Y: _("takes “y”"),
        Article.YR: _("takes “yr”"),
    },
    ("RenderingDocument", "kind"): labels.RENDERINGS,
    ("RelationDocument", "relation"): labels.RELATIONS,
    ("SourceDocument", "kind"): {
        SourceKind.DOCUMENT: _("A document from which terms were taken"),
        SourceKind.WEB_PAGE: _("A page that supports what we say"),
    },
    ("SourceDocument", "genre"): labels.GENRES,
    ("HelplineDocument", "audience"): labels.AUDIENCES,
    ("HelplineDocument", "areas"): labels.NATIONS,
    ("SeenPage", "whose"): {
        PageOwner.OWN: _("The body's own"),
        PageOwner.AUTHORITY: _("A public authority's"),
        PageOwner.OTHER: _("Somebody else's"),
    },
}


def choices_of(slot: Slot, chosen: Iterable[str]) -> list[Choice]:
    """Return what can be chosen; a code that is none stays where it is chosen."""
    words, picked = words_of(slot), list(chosen)
    strange = [code for code in picked if code not in slot.codes]
    return [
        Choice(code, words.get(code, code), code in picked)
        for code in (*slot.codes, *strange)
    ]


def words_of(slot: Slot) -> labels.Labels:
    """Return what the codes of a field are called."""
    return _WORDS.get((slot.shape, slot.name), {})
