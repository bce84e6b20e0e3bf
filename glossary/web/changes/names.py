"""What helplines, topics and documents are called on a page, and where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.addresses import page_path
from glossary.document import DocumentKind
from glossary.web.parts.listing import topic_item
from glossary.web.sources.source_text import shown_text_path

if TYPE_CHECKING:
    from glossary.document import HelplineDocument, Name
    from glossary.reading import Shelf


class ShownName(NamedTuple):
    """A name, the language that it is in, and the path of its page, if it has one."""

    text: str
    lang: str
    path: str = ""


def public_name(shelf: Shelf, name: Name, lang: str) -> ShownName | None:
    """Return the name of a document that is public now, and none of any other."""
    if name.kind == DocumentKind.HELPLINE:
        return _public_helpline(shelf, name.key, lang)
    if name.kind == DocumentKind.TOPIC:
        return _topic(shelf, name.key, lang)
    return _document(shelf, name, lang)


def helpline_name(line: HelplineDocument, lang: str) -> ShownName:
    """Return what a helpline is called, public or not."""
    spoken = lang if lang in line.languages else next(iter(line.languages))
    words = line.languages[spoken]
    return ShownName(words.name, words.name_lang or spoken)


def _public_helpline(shelf: Shelf, key: str, lang: str) -> ShownName | None:
    line = shelf.helplines.get(key)
    path = f"{page_path(lang, 'help')}#line-{key}"
    return helpline_name(line, lang)._replace(path=path) if line else None


def _topic(shelf: Shelf, key: str, lang: str) -> ShownName | None:
    if key not in shelf.topics:
        return None
    item = topic_item(shelf, key, lang)
    return ShownName(item.label, item.lang, item.path)


def _document(shelf: Shelf, name: Name, lang: str) -> ShownName | None:
    """Return the title of a source, or of the one whose text this is."""
    source = shelf.sources.get(name.key)
    if source is None:
        return None
    if name.kind == DocumentKind.SOURCE:
        return ShownName(source.title, source.lang, page_path(lang, "source", name.key))
    path = shown_text_path(shelf, source, lang)
    return ShownName(source.title, source.lang, path) if path else None
