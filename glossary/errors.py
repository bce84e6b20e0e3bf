"""The errors that rules raise: one family, a stable code each. No Django."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    ``place`` is a JSON pointer (RFC 6901) into the document or body, or the
    name of a query parameter.
    """

    place: str
    code: str
    detail: str


class GlossaryError(Exception):
    """Something the caller asked for cannot be done.

    ``code`` is stable and untranslated; ``detail`` is a sentence for people;
    ``problems`` name each thing that is wrong where there can be several.
    """

    code = "glossary-error"

    def __init__(self, detail: str, *problems: Problem) -> None:
        """Keep the sentence and the single problems behind it."""
        super().__init__(detail)
        self.detail = detail
        self.problems = problems


class DocumentError(GlossaryError):
    """An entry document does not have the shape it must have."""

    code = "invalid-document"


class PermissionDeniedError(GlossaryError):
    """The actor may not do this."""

    code = "permission-denied"


class StateError(GlossaryError):
    """The object is not in a state in which this can be done."""

    code = "wrong-state"


class NotFoundError(GlossaryError):
    """There is no such object."""

    code = "not-found"


class InvalidQueryError(GlossaryError):
    """A request asks for something that cannot be understood."""

    code = "invalid-query"


class InvalidBodyError(GlossaryError):
    """A body has a part that cannot be understood."""

    code = "invalid-body"


class BusyError(GlossaryError):
    """There is too much to do just now; it is worth asking again in a moment."""

    code = "busy"

    def __init__(self) -> None:
        """Say nothing more: it is the same whatever was asked."""
        super().__init__("")
