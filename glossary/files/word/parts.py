"""What a Word document is made of: its text, and the heads and feet of its sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.files.blocks import Blocks
from glossary.files.word.names import ID, is_on, name, names
from glossary.files.word.place import Place
from glossary.files.word.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from glossary.files.blocks import Letter
    from glossary.files.word.package import Package
    from glossary.files.word.place import ReadEnclosed

_SECTION = name("w:sectPr")
_HEAD, _FOOT = names("w:headerReference w:footerReference")
_KIND, _HAS_FIRST = name("w:type"), name("w:titlePg")
_HAS_EVEN = name("w:evenAndOddHeaders")
_FILE = re.compile(r"(header|footer)\d*\.xml")


def read_parts(
    package: Package, root: Element, letter: Letter, read_enclosed: ReadEnclosed | None
) -> None:
    """Read a document from its main part."""
    place = Place(package, package.main, letter, read_enclosed)
    for part, is_head in dict(_margins(place, root)).items():
        margin = package.tree(part)
        if margin is not None:
            blocks = Blocks()
            Story(place.at(part), margin, blocks).read(margin)
            (letter.head if is_head else letter.foot)(blocks.text())
    Story(place, root, letter.body).read(root)


def _margins(place: Place, root: Element) -> Iterator[tuple[str, bool]]:
    """Yield the parts at the head and at the foot of pages, and which of both.

    Those of first and of even pages are there only where such pages differ. Where no
    section names any, those that are there are read.
    """
    sections = list(root.iter(_SECTION))
    settings = place.tree_of_kind("settings")
    shown = {"default"}
    if any(is_on(section.find(_HAS_FIRST)) for section in sections):
        shown.add("first")
    if settings is not None and is_on(settings.find(_HAS_EVEN)):
        shown.add("even")
    named = [
        (reference, reference.tag == _HEAD)
        for section in sections
        for reference in section
        if reference.tag in {_HEAD, _FOOT}
    ]
    for reference, is_head in named:
        relation = place.relations.get(reference.get(ID, ""))
        if relation is not None and reference.get(_KIND, "default") in shown:
            yield relation.target, is_head
    if not named:
        folder = place.package.main.lstrip("/").rpartition("/")[0].lower()
        for part in place.package.folder:
            inside, _, file = part.rpartition("/")
            found = _FILE.fullmatch(file)
            if found and inside == folder:
                yield part, found[1] == "header"
