"""Whether somebody's words are about harm to somebody: then help comes first.

The words are data, reviewed like content: ``words.yaml``.
"""

from __future__ import annotations

from glossary.harm.words import is_about_harm

__all__ = ["is_about_harm"]
