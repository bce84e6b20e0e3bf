"""What follows when somebody does something: it is done, or said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect

from glossary.desk.errors import problem_page
from glossary.errors import (
    GlossaryError,
    NotFoundError,
    PermissionDeniedError,
)
from glossary.models import User

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

T = TypeVar("T")


def editor_of(request: HttpRequest) -> User:
    """Return the person who asks. Raises ``PermissionDenied`` where nobody is there."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def do(
    request: HttpRequest,
    act: Callable[[], T],
    *,
    said: str | Callable[[T], str],
    to: str,
    onward: Callable[[T], str] | None = None,
    again: Callable[[list[str]], HttpResponse] | None = None,
) -> HttpResponse:
    """Do something by a rule, and lead ``to`` where it shows, with what is ``said``.

    ``onward`` says where it shows when that follows from what came of it. Where the
    rule refuses because of the state of things, ``again`` shows the form with what was
    typed and why, or else the page ``to`` says why; where somebody may not do it, or it
    is not there, a page of its own does.
    """
    try:
        done = act()
    except PermissionDeniedError as error:
        return problem_page(request, "permission-denied", detail=error.detail)
    except NotFoundError as error:
        return problem_page(request, "not-found", detail=error.detail)
    except GlossaryError as error:
        details = [error.detail, *(one.detail for one in error.problems)]
        reasons = list(dict.fromkeys(details))
        if again:
            return again(reasons)
        for reason in reasons:
            messages.error(request, reason)
        return HttpResponseRedirect(to)
    messages.success(request, said(done) if callable(said) else said)
    return HttpResponseRedirect(onward(done) if onward else to)
