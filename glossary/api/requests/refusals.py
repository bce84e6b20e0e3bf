"""What is wrong with a request: each thing with its place, a code and a sentence.

The library's own sentences exist in no Welsh, so ours stand in for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin

from django.utils.translation import gettext as _
from pydantic_core import PydanticCustomError

from glossary.errors import (
    GlossaryError,
    InvalidBodyError,
    InvalidQueryError,
    Problem,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

FORMAT = "format"
"""What every address takes beside its own parameters: which representation."""
MOST = 100
"""How many things an answer names: a body can have a hundred thousand wrong ones."""

_Said: TypeAlias = Callable[[Mapping[str, Any]], str]

_OURS = "refused"
_KINDS: dict[str, tuple[str, _Said]] = {
    "missing": ("required", lambda _ctx: _("This is needed.")),
    "greater_than_equal": (
        "min-value",
        lambda ctx: (
            _("This number is too small: at least %(number)s.") % {"number": ctx["ge"]}
        ),
    ),
    "less_than_equal": (
        "max-value",
        lambda ctx: (
            _("This number is too large: at most %(number)s.") % {"number": ctx["le"]}
        ),
    ),
    "string_too_short": ("blank", lambda _ctx: _("This must not be empty.")),
    "string_too_long": ("max-length", lambda ctx: _long(ctx["max_length"])),
    "too_short": ("empty", lambda _ctx: _("This must not be empty.")),
    "too_long": (
        "too-many",
        lambda ctx: (
            _("At most %(number)s in one request.") % {"number": ctx["max_length"]}
        ),
    ),
    "list_type": ("not-a-list", lambda _ctx: _("This must be a list.")),
    "tuple_type": ("not-a-list", lambda _ctx: _("This must be a list.")),
    "dict_type": ("not-a-dict", lambda _ctx: _("This must be an object.")),
}


def refusal(code: str, detail: str, *, at: str | None = None) -> PydanticCustomError:
    """Return the error with which a shape refuses a value, or the member ``at``.

    ``{name}`` in ``code`` stands for the name of what is refused.
    """
    said = {"code": code, "detail": detail, "at": at}
    return PydanticCustomError(_OURS, "{detail}", said)


def unknown(allowed: Iterable[str]) -> PydanticCustomError:
    """Return the refusal of a value that is not on a list; it says what is."""
    return refusal("unknown-{name}", allowed_values(allowed))


def wrong_kind(detail: str = "") -> PydanticCustomError:
    """Return the refusal of a value that is not what it has to be."""
    return refusal("invalid", detail or _("This value is not of the right kind."))


def twice() -> tuple[str, str]:
    """Return the code and the sentence for what an address may give only once."""
    return "twice", _("This is given more than once.")


def too_long(most: int) -> PydanticCustomError:
    """Return the refusal of a text with more characters than that."""
    return refusal("max-length", _long(most))


def allowed_values(values: Iterable[str]) -> str:
    """Return the sentence that says which values there are."""
    return _("Allowed: %(list)s.") % {"list": ", ".join(values)}


def invalid(
    error: ValidationError,
    shape: type[BaseModel],
    *,
    in_body: bool,
    at: Sequence[str] = (),
) -> GlossaryError:
    """Return the failure of a request, with the first things that are wrong.

    ``at`` is the place in the body of what was read, where that is a part of it.
    Unknown names come first: another thing may be wrong because of them.
    """
    found = error.errors(include_url=False)
    found.sort(key=lambda row: (row["type"] != "extra_forbidden", _unknown(row)))
    kind = InvalidBodyError if in_body else InvalidQueryError
    problems = (_problem(row, shape, at, in_body=in_body) for row in found[:MOST])
    return kind("", *problems)


def _unknown(row: ErrorDetails) -> tuple[str, ...]:
    """Return by what unknown names are sorted; the rest stays in its order."""
    return tuple(map(str, row["loc"])) if row["type"] == "extra_forbidden" else ()


def _problem(
    row: ErrorDetails, shape: type[BaseModel], at: Sequence[str], *, in_body: bool
) -> Problem:
    context = row.get("ctx", {})
    place = [*map(str, row["loc"]), *([context["at"]] if context.get("at") else [])]
    if isinstance(row["input"], list) and not in_body:
        code, detail = twice()
    else:
        code, detail = _said(row, context, shape, more=() if in_body else (FORMAT,))
    name = next((part for part in reversed(place) if not part.isdecimal()), "")
    where = pointer([*at, *place]) if in_body else place[0]
    return Problem(place=where, code=code.format(name=name), detail=detail)


def _said(
    row: ErrorDetails,
    context: Mapping[str, Any],
    shape: type[BaseModel],
    more: Sequence[str],
) -> tuple[str, str]:
    """Return the code and the sentence; ``more`` is what is allowed besides."""
    if row["type"] == _OURS:
        return context["code"], context["detail"]
    if row["type"] == "extra_forbidden":
        names = [*_names(shape, row["loc"][:-1]), *more]
        said = _("There is no such name here. Allowed: %(list)s.")
        said %= {"list": ", ".join(names)}
        return "unknown-parameter", said
    if row["input"] is None and row["type"] != "missing":
        return "null", _("This must not be null.")
    code, say = _KINDS.get(row["type"], ("invalid", _wrong_kind))
    return code, say(context)


def _long(most: int) -> str:
    return _("This is too long: at most %(number)s characters.") % {"number": most}


def _wrong_kind(_context: Mapping[str, Any]) -> str:
    return _("This value is not of the right kind.")


def _names(shape: Any, path: Iterable[Any]) -> list[str]:
    """Return the names that an object may have, at a place in a request."""
    for part in path:
        if get_origin(shape) is None:
            fields = shape.model_fields.items()
            shape = next(
                field.annotation
                for name, field in fields
                if part in {name, field.alias}
            )
        else:
            shape = get_args(shape)[-1]
    return [field.alias or name for name, field in shape.model_fields.items()]


def pointer(path: Iterable[str]) -> str:
    """Return the names as a JSON pointer (RFC 6901)."""
    return "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in path)
