"""Something new begins: from a name, and for an entry from its source.

What is called so already is shown first: a second entry for one thing helps nobody. So
is a key that could tell who somebody is: it can never be erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from glossary import languages
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import parts_of
from glossary.desk.parts.states import KINDS
from glossary.desk.speaking import language_of
from glossary.desk.writing.alike import alike
from glossary.desk.writing.keys import names_in
from glossary.desk.writing.lists import named
from glossary.document import DocumentKind, Name, is_key
from glossary.errors import GlossaryError, PermissionDeniedError, Problem
from glossary.models import ERASED, Revision
from glossary.review import WRITTEN, begin_draft
from glossary.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse, QueryDict

    from glossary.desk.writing.alike import Alike
    from glossary.review import Draft

_TEMPLATE = "glossary/desk/writing/new.html"
_LONGEST = 200


@dataclass(frozen=True)
class Beginning:
    """What somebody says of something new."""

    kind: DocumentKind
    text: str
    lang: str
    key: str
    source: str

    @classmethod
    def sent(cls, kind: DocumentKind, sent: QueryDict) -> Beginning:
        """Return what was sent; a key is proposed where there is none."""
        said = {
            name: " ".join(sent.get(name, "").split())
            for name in ("name", "lang", "key", "source")
        }
        key = said["key"] or slug(said["name"])[:80].strip("-")
        return cls(kind, said["name"], said["lang"], key, said["source"])

    @property
    def document(self) -> Draft:
        """The text with which a draft begins."""
        if self.kind == DocumentKind.SOURCE:
            return {
                "id": self.key,
                "title": self.text,
                "url": self.source,
                "lang": self.lang,
            }
        if self.kind == DocumentKind.TOPIC:
            return {"id": self.key, "languages": {self.lang: {"label": self.text}}}
        if self.kind == DocumentKind.HELPLINE:
            said = {self.lang: {"name": self.text}}
            return {"id": self.key, "web": self.source, "languages": said}
        term = {"text": self.text, "type": "full-form", "status": "preferred"}
        return {
            "id": self.key,
            "languages": {self.lang: {"terms": [term]}},
            "citations": [{"source": self.source}],
        }

    @property
    def asks_of_key(self) -> bool:
        """Whether somebody has to say that the key tells of no private person."""
        return bool(names_in(self.text, self.key))

    def problems(self) -> Iterator[Problem]:
        """Yield what is missing, or cannot be."""
        if not self.text or len(self.text) > _LONGEST:
            yield Problem("name", "name", _("Write a name of at most 200 signs."))
        if self.lang not in languages.codes():
            yield Problem("lang", "lang", _("Choose one from the list."))
        if self.text and not is_key(Name(self.kind, self.key)):
            detail = _("A key has small letters, figures and hyphens.")
            yield Problem("key", "key", detail)
        elif self.text and _is_taken(self.kind, self.key):
            yield Problem("key", "taken", _("This key is taken. Choose another one."))
        yield from self._without_source()

    def _without_source(self) -> Iterator[Problem]:
        if self.kind == DocumentKind.TOPIC:
            return
        if self.kind != DocumentKind.ENTRY:
            if not self.source:
                yield Problem("source", "source", _("Write its address."))
        elif not _is_taken(DocumentKind.SOURCE, self.source):
            detail = _("Choose a source. If it is not there yet, begin it first.")
            yield Problem("source", "source", detail)


def start(request: HttpRequest) -> HttpResponse:
    """Ask what is to be written; begin it when that is clear."""
    kind = _kind(request)
    if kind is None:
        return _ask(request, kind)
    if request.method != "POST":
        is_said = not {"name", "key"}.isdisjoint(request.GET)
        asked = Beginning.sent(kind, request.GET) if is_said else None
        return _ask(request, kind, asked)
    given = Beginning.sent(kind, request.POST)
    problems = list(given.problems())
    if problems:
        return _ask(request, kind, given, problems=problems, status=400)
    found = alike(kind, given.text, language_of(request))
    if not _is_answered(request, given, found):
        return _ask(request, kind, given, found=found)
    name, actor = Name(kind, given.key), editor_of(request)
    try:
        row = begin_draft(name=name, actor=actor, start=given.document)
    except GlossaryError as error:
        status = 403 if isinstance(error, PermissionDeniedError) else 400
        problem = Problem("name", error.code, error.detail)
        return _ask(request, kind, given, problems=[problem], status=status)
    return HttpResponseRedirect(desk_path("write", *parts_of(row)))


def _is_answered(
    request: HttpRequest, given: Beginning, found: Sequence[Alike]
) -> bool:
    """Tell whether somebody has said that it is something else, and names nobody."""
    is_sure = request.POST.get("begin") == given.text
    is_seen = request.POST.get("seen-key") == given.key
    return (is_sure or not found) and ((is_sure and is_seen) or not given.asks_of_key)


def _kind(request: HttpRequest) -> DocumentKind | None:
    asked = request.GET.get("kind", "")
    return DocumentKind(asked) if asked in WRITTEN else None


def _is_taken(kind: DocumentKind, key: str) -> bool:
    """Tell whether there is such a document; all of it may be erased."""
    rows = Revision.objects.filter(kind=kind, key=key)
    return rows.exclude(document=ERASED).exists()


def _ask(
    request: HttpRequest,
    kind: DocumentKind | None,
    given: Beginning | None = None,
    *,
    problems: Sequence[Problem] = (),
    found: Sequence[Any] = (),
    status: int = 200,
) -> HttpResponse:
    """Show the form, with what is wrong and what is called so already."""
    lang = language_of(request)
    sources = named(DocumentKind.SOURCE, lang) if kind == DocumentKind.ENTRY else ()
    context = {
        "kind": kind or "",
        "kind_label": KINDS[kind] if kind else "",
        "kinds": [(one.value, KINDS[one]) for one in KINDS if one in WRITTEN],
        "given": given,
        "lang_chosen": given.lang if given else lang,
        "problems": problems,
        "wrong": {one.place: one.detail for one in problems},
        "found": found,
        "tongues": languages.all_languages(),
        "sources": list(sources),
    }
    query = f"kind={kind}" if kind else ""
    return render_page(request, "new", _TEMPLATE, context, query=query, status=status)
