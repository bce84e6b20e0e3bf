"""Addresses on other sites: which ones the glossary names, and whether they answer.

They are asked politely: one at a time, a second or more apart on one host, with a name
that says who asks. Only public addresses are asked, whatever a document or a redirect
says.
"""

from glossary.elsewhere.asking import Answer, ask
from glossary.elsewhere.checking import Limits, check_addresses
from glossary.elsewhere.named import named_addresses
from glossary.elsewhere.report import Found, Verdict, keep_report, kept_report

__all__ = [
    "Answer",
    "Found",
    "Limits",
    "Verdict",
    "ask",
    "check_addresses",
    "keep_report",
    "kept_report",
    "named_addresses",
]
