"""Words in what is drawn: diagrams (SmartArt), charts, shapes with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.lengths import centimetres
from glossary.files.word.names import name, path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PARAGRAPH, _WORDS = name("a:p"), path("a:r/a:t")
_KEPT = path("c:strCache/c:pt/c:v")  # the names of columns and rows
_NAMES = f".//{_KEPT}"
_CENTIMETRE = 360_000  # English metric units


def drawn_words(root: Element) -> Iterator[str]:
    """Yield each paragraph, then each name of a chart once."""
    for paragraph in root.iter(_PARAGRAPH):
        yield "".join(words.text or "" for words in paragraph.iterfind(_WORDS))
    yield from dict.fromkeys(names.text or "" for names in root.iterfind(_NAMES))


def metric(length: str | None) -> float:
    """Return a length of a drawing in centimetres."""
    return int(length[:12]) / _CENTIMETRE if length and length.isdecimal() else 0.0


def styled(style: str) -> tuple[float, float]:
    """Return the width and the height that the style of an older drawing gives."""
    rules = dict(rule.partition(":")[::2] for rule in style.split(";"))
    return centimetres(rules.get("width", "")), centimetres(rules.get("height", ""))
