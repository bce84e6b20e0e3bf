"""Import and export: read files, plan what would change, then do what the plan says."""

from glossary.transfer.answers import Answers
from glossary.transfer.content import Content, content_digest, read_content
from glossary.transfer.loaded import last_load
from glossary.transfer.loading import Load, load_content
from glossary.transfer.planning import plan_load
from glossary.transfer.plans import ANSWERS, Line, Plan, Standing
from glossary.transfer.quotations import (
    is_compared,
    missing_quotations,
    quotations_not_found,
)

__all__ = [
    "ANSWERS",
    "Answers",
    "Content",
    "Line",
    "Load",
    "Plan",
    "Standing",
    "content_digest",
    "is_compared",
    "last_load",
    "load_content",
    "missing_quotations",
    "plan_load",
    "quotations_not_found",
    "read_content",
]
