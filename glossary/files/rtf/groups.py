"""Groups of RTF that are more than words: notes, boxes, pictures, fields, heads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from glossary.files.blocks import Blocks
from glossary.files.faults import Fault, FileError
from glossary.files.field_codes import shown_by
from glossary.files.file_text import Unread
from glossary.files.rtf import controls
from glossary.files.rtf.controls import Mode
from glossary.files.rtf.forms import Form
from glossary.files.rtf.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from glossary.files.rtf.reading import Reading

_DEEPEST = 50  # boxes in boxes
_CENTIMETRE = 567  # in twentieths of a point


def _show_nothing(reading: Reading, mode: Mode) -> None:
    reading.state = reading.state._replace(mode=max(mode, reading.state.mode))


def _frame(reading: Reading, _word: str) -> None:
    _show_nothing(reading, Mode.FRAME)


def _field(reading: Reading, _word: str) -> None:
    """Let a field show what its code says, where it has no other words."""
    if reading.state.ending:  # of another group, which goes on
        return
    code, reading.code = reading.code, ""
    blocks, before = reading.state.blocks, reading.state.blocks.written

    def end() -> None:
        shown = "" if blocks.written > before else shown_by(reading.code)
        reading.code = code
        reading.say(shown)

    reading.state = reading.state._replace(ending=end)


def _code(reading: Reading, _word: str) -> None:
    _show_nothing(reading, Mode.CODE)


def _divided(reading: Reading, _word: str) -> None:
    reading.say("/")


def _fonts(reading: Reading, _word: str) -> None:
    _show_nothing(reading, Mode.FONTS)


def _skipped(reading: Reading, _word: str) -> None:
    _show_nothing(reading, Mode.SKIPPED)


def _result(reading: Reading, _word: str) -> None:
    if reading.state.mode <= Mode.FRAME:
        reading.state = reading.state._replace(mode=Mode.SHOWN)


def _inset(reading: Reading, ending: Callable[[Blocks], None]) -> None:
    """Let a group be a story of its own, unless nobody sees it."""
    if reading.state.mode > Mode.FRAME or not reading.is_seen():
        _show_nothing(reading, Mode.SKIPPED)
        return
    depth = reading.state.depth + 1
    if depth > _DEEPEST:
        raise FileError(Fault.TOO_MUCH)
    blocks = Blocks()
    reading.state = reading.state._replace(
        blocks=blocks,
        depth=depth,
        mode=Mode.SHOWN,
        is_raised=False,
        ending=partial(ending, blocks),
    )


def _note(reading: Reading, _word: str) -> None:
    mark, reading.mark = reading.mark, ""
    _inset(reading, lambda blocks: reading.letter.note(mark, blocks.text()))
    reading.state = reading.state._replace(is_note=True)


def _box(reading: Reading, _word: str) -> None:
    around = reading.state.blocks
    _inset(reading, lambda blocks: around.box(blocks.text()))


def _margin(reading: Reading, word: str) -> None:
    _inset(reading, lambda blocks: reading.margins.append((word, blocks.text())))


def _embedded(reading: Reading, _word: str) -> None:
    if reading.state.mode is Mode.FRAME and reading.is_seen():
        reading.letter.gaps.add(Unread.ENCLOSED)


def _picture(reading: Reading, _word: str) -> None:
    reading.size = dict.fromkeys(reading.size, 0)
    _show_nothing(reading, Mode.PICTURE)
    reading.state = reading.state._replace(ending=partial(_pictured, reading))


def _pictured(reading: Reading) -> None:
    width, height = (max(reading.size[one] for one in side) for side in controls.SIDES)
    reading.letter.picture(width / _CENTIMETRE, height / _CENTIMETRE)


def _picture_beside(reading: Reading, word: str) -> None:
    """Leave out a picture that is a file of its own, and the sign in its place."""
    _picture(reading, word)

    def end() -> None:
        _pictured(reading)
        reading.pass_over(1)

    reading.state = reading.state._replace(ending=end)


def _property_name(reading: Reading, _word: str) -> None:
    blocks = Blocks()

    def end() -> None:
        reading.property = blocks.text()

    reading.state = State(blocks, depth=reading.state.depth, ending=end)


def _property_value(reading: Reading, word: str) -> None:
    if reading.property == controls.LETTERING:
        _box(reading, word)


def _form(reading: Reading, _word: str) -> None:
    form = reading.form = Form()
    state = reading.state

    def fill_in() -> None:
        if reading.is_seen():
            state.blocks.add(form.filled_in())

    reading.state = state._replace(ending=fill_in)


def _choice(reading: Reading, _word: str) -> None:
    blocks, form = Blocks(), reading.form
    reading.state = reading.state._replace(
        blocks=blocks,
        mode=Mode.SHOWN,
        ending=lambda: form.choices.append(blocks.text()),
    )


GROUPS: Mapping[str, Callable[[Reading, str], None]] = {
    **dict.fromkeys(controls.UNSEEN, _skipped),
    **dict.fromkeys(controls.FRAMES, _frame),
    **dict.fromkeys(controls.RESULTS, _result),
    **dict.fromkeys(controls.BOXES, _box),
    **dict.fromkeys(controls.MARGINS, _margin),
    "fonttbl": _fonts,
    "field": _field,
    "fldinst": _code,
    "mden": _divided,
    "footnote": _note,
    "objemb": _embedded,
    "pict": _picture,
    "NeXTGraphic": _picture_beside,
    "sn": _property_name,
    "sv": _property_value,
    "formfield": _form,
    "ffl": _choice,
}
