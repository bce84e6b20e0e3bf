"""How much work something is, counted in calls: the same figure on every machine."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def calls(task: Callable[[], object]) -> int:
    """Return how many functions ``task`` calls, in Python and in C."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    gc.disable()  # what others left behind is not this task's work
    sys.setprofile(count)
    try:
        task()
    finally:
        sys.setprofile(before)
        gc.enable()
    return counted
