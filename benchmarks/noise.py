"""One fixed operation, timed again and again: how steady the machine was."""

from __future__ import annotations

import time

_STEPS = 100_000


class Noise:
    """Times the operation between the measurements."""

    def __init__(self) -> None:
        self._times: list[float] = []

    def listen(self) -> None:
        """Time the operation once, in milliseconds."""
        begun = time.perf_counter()
        sum(number * number for number in range(_STEPS))
        self._times.append((time.perf_counter() - begun) * 1000)

    def __str__(self) -> str:
        """Return the median with the least and the most."""
        ordered = sorted(self._times)
        median = ordered[len(ordered) // 2]
        return f"{median:.1f} ms ({ordered[0]:.1f} to {ordered[-1]:.1f})"
