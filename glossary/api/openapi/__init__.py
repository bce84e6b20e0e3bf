"""The OpenAPI document: made from the shapes of requests and answers.

A view says of each of its methods what it is for (``describe``); the rest follows from
the shapes, from the table of problems, and from the examples, which are asked of the
starter glossary. ``make openapi`` writes the document, which is served as it is.
"""

from pathlib import Path

from glossary.api.openapi.operations import Operation, describe

DOCUMENT = Path(__file__).parents[1] / "openapi.json"

__all__ = ["DOCUMENT", "Operation", "describe"]
