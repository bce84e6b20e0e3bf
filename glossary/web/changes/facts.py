"""Which facts of a helpline, a topic or a document have changed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.document import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from glossary.document import Document
    from glossary.languages import Language

_FOR_WHOM = _("who it is for")
_NAME = _("the name")
_WHAT = _("what kind of document it is")
_WHO = _("who published it")

_FACTS: Mapping[DocumentKind, Mapping[str, _StrPromise]] = {
    DocumentKind.HELPLINE: {
        "phone": _("the number"),
        "text": _("the number for text messages"),
        "name": _NAME,
        "hours": _("the hours"),
        "cost": _("the cost"),
        "audience": _FOR_WHOM,
        "who_for": _FOR_WHOM,
        "areas": _("where it helps"),
        "speaks": _("the languages in which it answers"),
        "chat": _("the online chat"),
        "web": _("the page of its own"),
        "notes": _("what is good to know about it"),
    },
    DocumentKind.TOPIC: {"label": _NAME, "description": _("the description")},
    DocumentKind.SOURCE: {
        "title": _("the title"),
        "publisher": _WHO,
        "publisher_names": _WHO,
        "published_on": _("the date"),
        "url": _("where to read it"),
        "licence": _("the licence"),
        "genre": _WHAT,
        "kind": _WHAT,
        "lang": _("the language"),
        "note": _("the note"),
    },
    DocumentKind.TEXT: {"text": _("the text")},
}
"""What pages show of each kind; the order among themselves is no fact."""


def changed_facts(was: Document, now: Document, lang: str) -> list[_StrPromise]:
    """Return what a reader in ``lang`` sees otherwise than before, each once."""
    old, new = _facts(was, lang), _facts(now, lang)
    words = _FACTS[now.document_kind]
    found = [words[name] for name in words if old.get(name) != new.get(name)]
    return list(dict.fromkeys(found))


def changed_languages(was: Document, now: Document) -> list[Language]:
    """Return the languages in which something else is said than before."""
    old, new = (getattr(one, "languages", {}) for one in (was, now))
    known = languages.all_languages()
    return [one for one in known if old.get(one.code) != new.get(one.code)]


def _facts(document: Document, lang: str) -> dict[str, Any]:
    """Return the facts by their names, and the words of one language among them."""
    facts = document.model_dump()
    texts = facts.pop("languages", {})
    spoken = lang if lang in texts else next(iter(texts), lang)
    return {**facts, **texts.get(spoken, {})}
