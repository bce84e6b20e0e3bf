"""The checks of a gettext catalogue: what the interface says, and its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from glossary.plain_language.all_checks import check_own_passage, check_together
from glossary.plain_language.findings import in_order
from glossary.plain_language.passages import message_passage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage

HARD_ON_PURPOSE = "Hard to read on purpose"
"""What a translators' comment says of a message that need not be plain."""
SOURCE_LANGUAGE = "en"
"""The language that the messages are written in before they are translated."""


def check_catalogue(path: Path, context: Context) -> list[Finding]:
    """Return what the checks find in the catalogue at ``path``.

    The places are its lines. A message that names no file of ours was written by
    somebody else, and only its translation is checked. Empty and fuzzy ones are for
    ``msgfmt``; one whose comment says that it is hard on purpose is passed over.
    """
    with path.open("rb") as file:
        catalogue = read_po(file)
    lang = str(catalogue.locale_identifier or path.parent.parent.name)
    findings: list[Finding] = []
    for message in catalogue:
        hard = any(HARD_ON_PURPOSE in note for note in message.auto_comments)
        if message.id and message.string and not message.fuzzy and not hard:
            findings += _check_message(message, lang, path.name, context)
    return in_order(findings)


def _check_message(
    message: Message, lang: str, file: str, context: Context
) -> Iterator[Finding]:
    place = f"{file}:{message.lineno}"
    contexts = {SOURCE_LANGUAGE: context, lang: context}
    sources = _passages(message.id, SOURCE_LANGUAGE, place)
    translations = _passages(message.string or "", lang, place)
    if len(sources) == len(translations) == 1 and message.locations:
        yield from check_together([*sources, *translations], contexts)
        return
    for passage in translations:
        yield from check_own_passage(passage, context)


def _passages(
    texts: str | tuple[str, ...] | list[str], lang: str, place: str
) -> list[Passage]:
    """Return the forms of one message: one, or several where it counts things."""
    forms = [texts] if isinstance(texts, str) else texts
    return [message_passage(text, lang, place=place) for text in forms if text]
