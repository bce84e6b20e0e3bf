"""What is meant by the number in an address."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    from glossary.desk.routing import View

_MOST = 18  # figures: a database counts no further


def numbered(view: View) -> View:
    """Give ``view`` its number as one. Raises ``Http404`` for what is none."""

    @wraps(view)
    def answer(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponseBase:
        if not (number.isascii() and number.isdigit() and len(number) <= _MOST):
            raise Http404
        return view(request, int(number), **kwargs)

    return answer
