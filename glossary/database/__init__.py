"""How long the service waits for its database, and whether that answers at all.

While it serves, nobody waits for longer than a moment: a database that hangs is
taken for one that is down, and what needs it says so at once.
"""

from __future__ import annotations

from glossary.database.leftovers import Left, leave_no_traces, write_anew
from glossary.database.prepared import Prepared
from glossary.database.waiting import Pulse, limit_waiting, patience, pulse

__all__ = [
    "Left",
    "Prepared",
    "Pulse",
    "leave_no_traces",
    "limit_waiting",
    "patience",
    "pulse",
    "write_anew",
]
