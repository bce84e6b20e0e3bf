"""What there is to do, and for whom: the oldest first, in groups.

What is counted here is asked of the tables and of the rules; nothing is kept beside.
"""

from glossary.queue.claims import claim, claims_of, release
from glossary.queue.digest import (
    ask_for_digest,
    digest_of,
    send_digests,
    stop_digest,
)
from glossary.queue.groups import GROUPS, Group, groups_for
from glossary.queue.lines import Line, Lines
from glossary.queue.questions import DUE_WITHIN, Filter, Question
from glossary.queue.rows import BEGUN

__all__ = [
    "BEGUN",
    "DUE_WITHIN",
    "GROUPS",
    "Filter",
    "Group",
    "Line",
    "Lines",
    "Question",
    "ask_for_digest",
    "claim",
    "claims_of",
    "digest_of",
    "groups_for",
    "release",
    "send_digests",
    "stop_digest",
]
