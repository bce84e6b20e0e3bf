"""Questions about a word: the frames of a language, and what stands inside them."""

from __future__ import annotations

import re
from typing import Final

_MOST = 4  # frames, one in another
_LONGEST = 200
_SIGNS: Final = " \t\n?!.,:;…\"'“”‘’«»`"


class Frames:
    """Returns what a question is about, as it stands in the question.

    Each frame is a regular expression for the whole of it, without the signs at its
    ends; the group ``x`` is what is asked for. The first that fits is taken off, and
    then the first that fits what is left.
    """

    def __init__(self, *frames: str) -> None:
        """Take the frames in the order in which they are tried."""
        self._frames = [re.compile(frame, re.IGNORECASE) for frame in frames]

    def __call__(self, text: str) -> str:
        """Return what ``text`` asks for; ``text`` itself where it is no question."""
        if len(text) > _LONGEST:
            return text
        asked = text
        for _ in range(_MOST):
            inner = self._inside(asked.strip(_SIGNS))
            if not inner:
                break
            asked = inner
        return asked

    def _inside(self, asked: str) -> str:
        found = (frame.fullmatch(asked) for frame in self._frames)
        return next((one["x"].strip(_SIGNS) for one in found if one), "")
