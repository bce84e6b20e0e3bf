"""What stands in a story and is one of its own: boxes, pictures, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.file_text import Unread
from glossary.files.word.drawn import drawn_words, metric, styled
from glossary.files.word.enclosed import read_enclosed
from glossary.files.word.names import ID, YES, name, names, path

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from glossary.files.word.story import Story

_SIZE = path("pic:spPr/a:xfrm/a:ext")
_HIDDEN = f"{name('wp:docPr')}[@hidden]"
_OLDER = names(
    "v:shape v:rect v:roundrect v:oval v:group v:line v:polyline v:curve v:arc v:image"
)
_IMAGE = name("v:imagedata")
_TICK = path("w:sdtPr/w14:checkbox")
_TICKED, _STATE = names("w14:checked w14:val")
_OWN_BLOCKS = path("w:sdtContent/w:p"), path("w:sdtContent/w:tc")
_FORMS = frozenset(names("mc:Choice mc:Fallback"))
_DATA = name("r:dm")


def _box(story: Story, box: Element) -> None:
    """Let a box stand after the paragraph that it is fixed to."""
    story.blocks.box(story.inset(box))


def _drawing(story: Story, drawing: Element) -> None:
    properties = drawing.find(_HIDDEN)
    is_hidden = properties is not None and properties.get("hidden") in YES
    (story.read_hidden if is_hidden else story.read)(drawing)


def _older_drawing(story: Story, shape: Element) -> None:
    style = shape.get("style", "").replace(" ", "")
    is_hidden = "visibility:hidden" in style
    if not is_hidden and shape.find(_IMAGE) is not None:
        story.place.letter.picture(*styled(style))
    (story.read_hidden if is_hidden else story.read)(shape)


def _lettering(story: Story, letters: Element) -> None:
    """Read words that are drawn: WordArt, and what stands across pages."""
    if story.is_seen():
        story.blocks.box(letters.get("string", "").strip())


def _picture(story: Story, picture: Element) -> None:
    size = picture.find(_SIZE)
    if size is not None and story.is_seen():
        story.place.letter.picture(metric(size.get("cx")), metric(size.get("cy")))


def _words_of_shape(story: Story, shape: Element) -> None:
    for words in drawn_words(shape):
        if story.is_seen():
            story.blocks.box(words.strip())
        else:
            story.place.letter.hide(words)


def _drawn_elsewhere(story: Story, reference: Element) -> None:
    """Read a diagram or a chart, which has a part of its own."""
    root = story.place.tree(reference.get(_DATA, reference.get(ID, "")))
    if root is not None:
        _words_of_shape(story, root)


def _control(story: Story, control: Element) -> None:
    """Read a content control; of a box to tick, whether it is ticked."""
    box = control.find(_TICK)
    if box is None:
        story.read(control)
        return
    state = box.find(_TICKED)
    story.say("☒" if state is not None and state.get(_STATE) in YES else "☐")
    if any(control.find(block) is not None for block in _OWN_BLOCKS):
        story.blocks.end()


def _alternatives(story: Story, element: Element) -> None:
    """Read one of several forms of the same: the first that shows something.

    The first is the newest; one that is made for other programs may be empty.
    """
    before = story.written()
    for form in element:
        if form.tag in _FORMS and story.written() == before:
            story.read(form)


def _object(story: Story, file: Element) -> None:
    """Say that there is a file; an equation is one for old programs only."""
    is_equation = file.get("ProgID", "").startswith("Equation")
    if file.get("Type") == "Embed" and not is_equation and story.is_seen():
        story.place.letter.gaps.add(Unread.ENCLOSED)


def _chunk(story: Story, chunk: Element) -> None:
    """Read a file that is one with the text when Word shows it."""
    text = read_enclosed(story.place, chunk.get(ID, ""))
    story.blocks.end()
    story.blocks.box(text)
    story.blocks.end()


INSETS = {
    name("w:txbxContent"): _box,
    name("wp:anchor"): _drawing,
    name("wp:inline"): _drawing,
    **dict.fromkeys(_OLDER, _older_drawing),
    name("v:textpath"): _lettering,
    name("pic:pic"): _picture,
    name("a:txBody"): _words_of_shape,
    name("dgm:relIds"): _drawn_elsewhere,
    name("c:chart"): _drawn_elsewhere,
    name("w:sdt"): _control,
    name("mc:AlternateContent"): _alternatives,
    name("o:OLEObject"): _object,
    name("w:altChunk"): _chunk,
}
