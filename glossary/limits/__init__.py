"""How much each sender may ask for: one count for pages and API alike.

What a request costs is counted against whoever sent it, in windows of a fixed
length. What is answered from memory is free, and what was refused is not counted.
Nobody can use up what is another's: there is no count of all senders together.
"""

from __future__ import annotations

from glossary.limits.costs import FILE, PER_ANSWER, cost_of
from glossary.limits.counting import (
    SIZE,
    Verdict,
    charge,
    forget,
    forget_ended,
    share,
    take,
    told,
)
from glossary.limits.policies import (
    FEEDBACK,
    FEEDBACK_ON_A_PAGE,
    SECOND_STEPS,
    SECOND_STEPS_BY_ALL,
    SIGN_INS,
    SIGN_INS_AS_ONE,
    SIGN_INS_BY_ALL,
    SUGGESTIONS,
    Policy,
    of_addresses,
    of_keys,
)
from glossary.limits.senders import sender_in, sender_of

__all__ = [
    "FEEDBACK",
    "FEEDBACK_ON_A_PAGE",
    "FILE",
    "PER_ANSWER",
    "SECOND_STEPS",
    "SECOND_STEPS_BY_ALL",
    "SIGN_INS",
    "SIGN_INS_AS_ONE",
    "SIGN_INS_BY_ALL",
    "SIZE",
    "SUGGESTIONS",
    "Policy",
    "Verdict",
    "charge",
    "cost_of",
    "forget",
    "forget_ended",
    "of_addresses",
    "of_keys",
    "sender_in",
    "sender_of",
    "share",
    "take",
    "told",
]
