"""Whether quotations stand in the texts of their sources, where we have these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from glossary.desk.writing.remarks import Remark, Weight
from glossary.document import DocumentKind, SourceText
from glossary.models import Publication
from glossary.public_form import read_shown
from glossary.text import fold_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.review import Draft

_FOUND = Remark(_("It stands so in the text of the source."), Weight.GOOD)
_MISSING = Remark(_("It does not stand so in the text of the source."), Weight.LOOK)
_UNKNOWN = Remark(
    _("We do not have the text of the source: compare it yourself."), Weight.THINK
)


def remarks_on_quotations(draft: Draft) -> Iterator[tuple[str, Remark]]:
    """Yield of each quotation whether it was found."""
    quoted = list(_quotations(draft))
    texts = _texts({source for _, source, _ in quoted})
    for place, source, words in quoted:
        text = texts.get(source)
        if text is None:
            yield place, _UNKNOWN
        else:
            yield place, _FOUND if fold_signs(words) in text else _MISSING


def _quotations(draft: Draft) -> Iterator[tuple[str, str, str]]:
    rows: Any = draft.get("citations")
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        source, words = (
            (row.get("source"), row.get("quotation"))
            if isinstance(row, dict)
            else (None, None)
        )
        if isinstance(source, str) and isinstance(words, str) and words.strip():
            yield f"/citations/{at}/quotation", source, words


def _texts(sources: Iterable[str]) -> dict[str, str]:
    rows = Publication.objects.of_kind(DocumentKind.TEXT).readable().of(sorted(sources))
    return {
        key: fold_signs(read_shown(SourceText, body).text)
        for key, body in rows.values_list("key", "body")
    }
