"""The longer explanations of words, to be read without leaving the text they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from glossary import labels
from glossary.addresses import page_path
from glossary.closed_lists import TextLayer
from glossary.models import Publication
from glossary.web.entries.shown_entry import ShownEntry, ShownLayer

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEMPLATE = "glossary/texts/explain/longer.html"
_LAYERS = (TextLayer.EXPLANATION, TextLayer.FOR_YOU, TextLayer.ASK, TextLayer.UPDATE)
"""What helps a reader of a letter; the rest is on the page of the entry."""


def longer_texts(lang: str, ids: Iterable[str] | None = None) -> dict[str, SafeString]:
    """Return, as HTML for a page in ``lang``, the texts of these entries or of all."""
    rows = Publication.objects.entries().readable().order_by("key")
    if ids is not None:
        rows = rows.of(list(ids))
    return {row.key: _longer(ShownEntry.of(row.body, lang)) for row in rows}


def _longer(entry: ShownEntry) -> SafeString:
    section = entry.section
    layers = [
        ShownLayer(name, labels.LAYERS[name], text.html)
        for name in _LAYERS
        if (text := getattr(section, name))
    ]
    if not layers and not section.notice:
        return SafeString("")
    context = {
        "lang": entry.lang,
        "text_lang": entry.text_lang,
        "notice": section.notice,
        "layers": layers,
        "help": page_path(entry.lang, "help"),
    }
    return SafeString(render_to_string(_TEMPLATE, context).strip())
