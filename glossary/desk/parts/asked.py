"""Which document or revision an address asks for. No such one: no such page."""

from __future__ import annotations

from django.http import Http404

from glossary.document import DocumentKind, Name
from glossary.models import Revision


def name_asked(kind: str, key: str) -> Name:
    """Return the name of the document, whether it is there or not."""
    try:
        return Name(DocumentKind(kind), key)
    except ValueError:
        raise Http404 from None


def revision_asked(kind: str, key: str, number: str) -> Revision:
    """Return the revision, with what it departs from."""
    name = name_asked(kind, key)
    rows = Revision.objects.select_related("base__revision")
    found = (
        rows.filter(kind=name.kind, key=name.key, number=int(number)).first()
        if number.isdecimal() and len(number) < 9
        else None
    )
    if found is None:
        raise Http404
    return found


def parts_of(revision: Revision) -> tuple[str, str, str]:
    """Return what names a revision in an address."""
    return (*revision.name, str(revision.number))
