"""Marks the terms in somebody else's HTML. No Django, and nothing is kept.

``annotate`` reads the markup of a stranger in one pass, finds the terms in what
people read of it, links each entry's first use, and gives safe, well-formed HTML
back. Decision 10 says why it does not begin with a parser that builds a tree.
"""

from glossary.annotation.links import Annotated, annotate

__all__ = ["Annotated", "annotate"]
