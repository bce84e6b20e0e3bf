"""What a page tells of changes beside entries: of helplines, topics and documents.

A helpline is always named: whoever has noted its number has to know that it is another
one now, or is shown no more. Of anything else that is withdrawn no name is shown.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.document import DocumentKind, HelplineDocument
from glossary.web.changes.facts import changed_facts, changed_languages
from glossary.web.changes.names import helpline_name, public_name
from glossary.web.changes.of_entries import FOLDED, MOST_NAMED, why
from glossary.web.changes.steps import Steps, touched_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise

    from glossary.document import Document, Name
    from glossary.languages import Language
    from glossary.models import Note
    from glossary.reading import Shelf
    from glossary.web.changes.names import ShownName
    from glossary.web.changes.steps import Touched

HEADINGS = {
    DocumentKind.HELPLINE: _("Helplines"),
    DocumentKind.TOPIC: _("Topics"),
    DocumentKind.SOURCE: _("Documents and pages"),
    DocumentKind.TEXT: _("Texts of documents"),
}
"""In the order in which a day shows them."""

_GONE = {
    DocumentKind.HELPLINE: _("We do not show this line any more."),
    DocumentKind.TOPIC: _("A topic was taken away."),
    DocumentKind.SOURCE: _("A document was taken away."),
    DocumentKind.TEXT: _("The text of a document was taken away."),
}
_GONE_SINCE = {
    DocumentKind.TOPIC: _("A topic that has been taken away since."),
    DocumentKind.SOURCE: _("A document that has been taken away since."),
    DocumentKind.TEXT: _("The text of a document, which has been taken away since."),
}


class OtherChange(NamedTuple):
    """What a day did to a document; ``name`` is missing where it is not shown.

    ``facts`` are otherwise than before, or what is said in the languages ``changed``;
    where neither is, ``what`` tells more. ``phone`` and ``sms`` are numbers that are
    new and still right.
    """

    name: ShownName | None
    note: Note
    what: str | _StrPromise = ""
    facts: Sequence[_StrPromise] = ()
    changed: Sequence[Language] = ()
    phone: str = ""
    sms: str = ""


class OtherGroup(NamedTuple):
    """The documents of a kind to which a day did something."""

    kind: DocumentKind
    heading: _StrPromise
    number: int
    changes: Sequence[OtherChange]

    @property
    def is_long(self) -> bool:
        """Whether they are folded away."""
        return self.number > FOLDED


class _Around(NamedTuple):
    """What is known beside what was done, read once for a page in ``lang``.

    ``names`` are those of what is public now.
    """

    shelf: Shelf
    names: Mapping[Name, ShownName]
    steps: Steps
    lang: str


def list_others(
    shelf: Shelf, days: Sequence[dt.date], lang: str
) -> dict[dt.date, list[OtherGroup]]:
    """Return what was published beside entries on these days, by its kind.

    Nothing was published on a day between them.
    """
    found = touched_on(days, HEADINGS)
    named = {group: rows[:MOST_NAMED] for group, rows in found.items()}
    touched = list(chain.from_iterable(named.values()))
    names = {
        row.name: name
        for row in touched
        if (name := public_name(shelf, row.name, lang))
    }
    around = _Around(shelf, names, Steps(touched, names), lang)
    return {
        day: [
            OtherGroup(
                kind,
                heading,
                len(found[day, kind]),
                _told(named[day, kind], around),
            )
            for kind, heading in HEADINGS.items()
            if (day, kind) in found
        ]
        for day in days
    }


def _told(touched: Sequence[Touched], around: _Around) -> list[OtherChange]:
    """Return what happened to documents, in the order of their names."""
    language = languages.get(around.lang)
    told = [_tell(row, around) for row in touched]

    def order(change: OtherChange) -> tuple[bool, str]:
        name = change.name.text if change.name else ""
        return not name, language.sort_key(language.without_article(name))

    return sorted(told, key=order)


def _tell(touched: Touched, around: _Around) -> OtherChange:
    step = around.steps.of(touched)
    name = around.names.get(touched.name)
    if name is None and isinstance(step.shown, HelplineDocument):
        name = helpline_name(step.shown, around.lang)
    told = OtherChange(name, touched.note)
    kind = touched.name.kind
    if step.is_gone:
        note = why(touched.reason, around.lang)
        return told._replace(note=note, what=_GONE[kind])
    if name is None:
        return told._replace(what=_GONE_SINCE[kind])
    if step.is_new:
        return told._replace(what=_("New."))
    if step.is_erased:
        return told
    if step.before is None or step.after is None:
        return told._replace(what=_("It is here again."))
    return _compare(told, step.before, step.after, around)


def _compare(
    told: OtherChange, before: Document, after: Document, around: _Around
) -> OtherChange:
    """Return what is otherwise now, with the numbers that are to be rung instead."""
    facts = changed_facts(before, after, around.lang)
    if not facts:
        changed = changed_languages(before, after)
        same = "" if changed else _("What we say of it is the same.")
        return told._replace(changed=changed, what=same)
    told = told._replace(facts=facts)
    if isinstance(before, HelplineDocument) and isinstance(after, HelplineDocument):
        now = around.shelf.helplines.get(after.key)
        return _with_numbers(told, before, after, now) if now else told
    return told


def _with_numbers(
    told: OtherChange,
    before: HelplineDocument,
    after: HelplineDocument,
    now: HelplineDocument,
) -> OtherChange:
    """Return the same with what is new of the numbers, as far as it holds today."""
    if before.phone and not now.phone:
        told = told._replace(what=_("We do not show a number of it any more."))
    return told._replace(
        phone=_newer(before.phone, after.phone, now.phone),
        sms=_newer(before.text, after.text, now.text),
    )


def _newer(before: str | None, after: str | None, now: str | None) -> str:
    return after if after and before != after == now else ""
