"""A public document's own text, with the words on it explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.addresses import page_path
from glossary.document import DocumentKind, SourceText
from glossary.document_texts import may_be_shown
from glossary.models import Publication
from glossary.public_form import read_shown
from glossary.web.entries.cited import licence_words
from glossary.web.page import Crumb, in_language, render_page
from glossary.web.texts.explained import explain

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.document import SourceDocument
    from glossary.reading import Shelf


@in_language
def source_text(request: HttpRequest, lang: str, source_id: str) -> HttpResponse:
    """Show the text of a document, if an editor has added it."""
    source = reading.shelf().sources.get(source_id)
    rows = Publication.objects.of_kind(DocumentKind.TEXT).readable().of([source_id])
    row = rows.first()
    if source is None or row is None or not may_be_shown(source):
        raise Http404
    text = read_shown(SourceText, row.body).text
    context = {
        "source": source,
        "licence": licence_words(source.licence),
        "explained": explain(text, lang, text_lang=source.lang),
        "crumbs": [
            Crumb(_("Documents"), page_path(lang, "sources"), lang),
            Crumb(source.title, page_path(lang, "source", source_id), source.lang),
        ],
    }
    paths = {code: source_text_path(code, source_id) for code in languages.codes()}
    return render_page(
        request, lang, "glossary/sources/source_text.html", context, paths=paths
    )


def shown_text_path(shelf: Shelf, source: SourceDocument, lang: str) -> str:
    """Return the path of a document's text, if there is one that may be shown."""
    is_shown = source.id in shelf.texts and may_be_shown(source)
    return source_text_path(lang, source.id) if is_shown else ""


def source_text_path(lang: str, source_id: str) -> str:
    """Return the path of a document's text."""
    return page_path(lang, "source-text", source_id)
