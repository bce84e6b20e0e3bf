"""Import and export: read files, plan what would change, then apply the plan."""

from glossary.transfer.content import Content, read_content
from glossary.transfer.loading import Plan, apply_plan, plan_load
from glossary.transfer.quotations import missing_quotations

__all__ = [
    "Content",
    "Plan",
    "apply_plan",
    "missing_quotations",
    "plan_load",
    "read_content",
]
