"""Helplines in a content folder, one by one: what it has, what is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.document import HelplineDocument, HelplineText, parse_shape
from glossary.models import DocumentKind, Helpline
from glossary.transfer.helplines import write_helplines
from glossary.transfer.parts import Part
from glossary.transfer.values import in_order, of_document, of_row, plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.transfer.content import Content
    from glossary.transfer.values import Values


class Helplines(Part):
    """Whom readers can turn to. A folder may say nothing of them."""

    kind = DocumentKind.HELPLINE
    is_ordered = True

    def in_folder(self, content: Content) -> dict[str, Values] | None:
        """Return what is known of each helpline."""
        if content.helplines is None:
            return None
        return {key: of_document(line) for key, line in content.helplines.items()}

    def here(self) -> dict[str, Values]:
        """Return the same of what is here."""
        return {
            row.id: plain(
                of_row(row, HelplineDocument)
                | {
                    "languages": {
                        text.lang: of_row(text, HelplineText)
                        for text in row.texts.all()
                    }
                }
            )
            for row in Helpline.objects.prefetch_related("texts")
        }

    def is_seen_earlier(self, file: Values, here: Values) -> bool:
        """Tell whether the newest page that the file rests on was seen before ours."""
        return _seen_on(file) < _seen_on(here)

    def write(self, content: Content, due: Collection[str]) -> None:
        """Bring in these helplines; the others stay as they are here."""
        file, here = content.helplines or {}, self.here()
        order = in_order(file, [*here, *due])
        write_helplines(
            {key: file[key] if key in due else _stored(key, here) for key in order}
        )

    def used(self, keys: Collection[str]) -> set[str]:
        """Return nothing: nothing needs a helpline."""
        del keys
        return set()

    def remove(self, keys: Collection[str]) -> None:
        """Remove these helplines."""
        Helpline.objects.filter(pk__in=keys).delete()


def _seen_on(values: Values) -> str:
    return max((page["seen_on"] for page in values["seen"]), default="")


def _stored(key: str, here: dict[str, Values]) -> HelplineDocument:
    return parse_shape(HelplineDocument, {"id": key, **here[key]})
