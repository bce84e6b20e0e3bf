"""The text of a document as people read it: blocks, boxes, notes, heads and feet."""

from __future__ import annotations

import re

from glossary.files.file_text import FileText, Gap, Unread

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BETWEEN = "\n\n"
_NUMBER = re.compile(r"\W*\d{0,3}\W*")
_OPENING, _CLOSING = "([“‘", ".,;:!?)]”’"
_LARGE = 100.0  # square centimetres: more than a logo or the head of a letter
_FEW = 50  # words beside a large picture


def raised(words: str) -> str:
    """Return words with their figures raised, as those that point to notes are."""
    return words.translate(_RAISED)


class Blocks:
    """Blocks of text, one after the other: paragraphs, cells, items of lists."""

    def __init__(self) -> None:
        """Begin with none."""
        self.written = 0
        """How often there were words to write."""
        self._ended: list[str] = []
        self._pieces: list[str] = []
        self._boxes: list[str] = []
        self._is_apart = False  # what comes next from what came last

    def add(self, words: str) -> None:
        """Go on with the block that is being written."""
        if words:
            self.written += not words.isspace()
            self._pieces += [" ", words] if self._needs_space(words) else [words]
            self._is_apart = False

    def add_apart(self, words: str) -> None:
        """Go on with words that people see apart from those around them."""
        self._is_apart = True
        self.add(words)
        self._is_apart = True

    def _needs_space(self, words: str) -> bool:
        if not self._is_apart or not self._pieces:
            return False
        last, first = self._pieces[-1][-1], words[0]
        is_begun = last.isspace() or last in _OPENING
        return not (is_begun or first.isspace() or first in _CLOSING)

    def box(self, text: str) -> None:
        """Let a text stand after the block that is being written."""
        self.written += bool(text)
        self._boxes.append(text)

    def end(self) -> None:
        """End the block that is being written, if there is one."""
        found = ("".join(self._pieces).strip(), *self._boxes)
        self._ended += filter(None, found)
        self._pieces, self._boxes = [], []
        self._is_apart = False

    def text(self) -> str:
        """Return all blocks, with an empty line between them."""
        self.end()
        return _BETWEEN.join(self._ended)


class Letter:
    """What a document says, in the order in which it is read aloud.

    What stands at the head and at the foot of pages comes once, and notes come after
    the text that points to them.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.body = Blocks()
        self.gaps: set[Unread] = set()
        self.pictures = 0
        """How many large ones there are."""
        self._heads: dict[str, None] = {}
        self._feet: dict[str, None] = {}
        self._notes: list[str] = []
        self._marks = 0

    def head(self, text: str) -> None:
        """Add what stands at the head of pages, unless it is but their number."""
        if not _NUMBER.fullmatch(text):
            self._heads[text] = None

    def foot(self, text: str) -> None:
        """Add what stands at the foot of pages, unless it is but their number."""
        if not _NUMBER.fullmatch(text):
            self._feet[text] = None

    def mark(self) -> str:
        """Return the mark of the next note: all notes of a document are one row."""
        self._marks += 1
        return raised(str(self._marks))

    def note(self, mark: str, text: str) -> None:
        """Add a note; where it begins with a mark of its own, ``mark`` is empty."""
        self._notes.append(f"{mark} {text}".strip())

    def hide(self, words: str) -> None:
        """Leave words out that nobody sees."""
        if words.strip():
            self.gaps.add(Unread.HIDDEN)

    def picture(self, width: float, height: float) -> None:
        """Leave out a picture of so many centimetres."""
        self.pictures += width * height >= _LARGE

    def read(self) -> FileText:
        """Return the text, and what is not in it."""
        parts = (*self._heads, self.body.text(), *self._notes, *self._feet)
        text = _BETWEEN.join(filter(None, parts))
        if 0 < len(text.split()) < _FEW * self.pictures:
            self.gaps.add(Unread.DRAWINGS)
        return FileText(text, tuple(Gap(what) for what in Unread if what in self.gaps))
