"""Says where an error of ours happened, and nothing of what it happened with.

The message of an exception can quote what was being read: a letter that somebody
sent, a name that somebody looked for. So our logs have its kind and its places.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def trace(error: BaseException) -> str:
    """Return the kind of ``error`` and the lines that led to it, without messages.

    What led to it comes first, as in any traceback of Python.
    """
    return "\n".join(
        f"{type(one).__name__}:\n{''.join(traceback.format_tb(one.__traceback__))}"
        for one in reversed(list(_chain(error)))
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield ``error`` and what it came from."""
    met: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in met:
        met.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
