"""Marks the terms in somebody else's HTML. No Django, and nothing is kept.

``annotate`` reads the markup of a stranger in one pass, finds the terms in what
people read of it, links each entry's first use, and gives safe, well-formed HTML
back. ``read_page`` gives the words alone, and says whether others are hidden.
Decision 10 says why neither begins with a parser that builds a tree.
"""

from glossary.annotation.links import Annotated, annotate
from glossary.annotation.markup_text import Words, read_page, read_words

__all__ = ["Annotated", "Words", "annotate", "read_page", "read_words"]
