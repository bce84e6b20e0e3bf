"""What somebody typed whose session had ended: it comes back, to be sent again.

Nothing of it is kept here: it goes into a form of the answer. Only views that say so
(``keeps_typed``) get that: a page that asks for a password does not.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from glossary.desk.page import desk_path, render_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    ViewT = TypeVar("ViewT", bound=Callable[..., object])

_MARK = "keeps_typed"
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


def keeps_typed(view: ViewT) -> ViewT:
    """Let what is sent to a view come back where nobody is signed in any more."""
    setattr(view, _MARK, True)
    return view


def unsent_page(request: HttpRequest) -> HttpResponse | None:
    """Return the page that holds what was sent, to be sent again.

    There is none for what a page of ours has not sent.
    """
    match = request.resolver_match
    view = match.func if match else None
    if request.method != "POST" or not getattr(view, _MARK, False):
        return None
    if not _is_ours(request):
        return None
    fields = [
        (name, text)
        for name, texts in request.POST.lists()
        if name != _TOKEN
        for text in texts
    ]
    context = {
        "fields": fields,
        "to": request.get_full_path(),
        "is_signed_in": request.user.is_authenticated,
        "sign_in": desk_path("sign-in"),
    }
    template, status = "glossary/desk/unsent.html", HTTPStatus.FORBIDDEN
    return render_page(request, "home", template, context, status=status)


def _is_ours(request: HttpRequest) -> bool:
    """Tell whether a page of this site has sent a request, as browsers say it."""
    ours = f"{request.scheme}://{request.get_host()}"
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == ours
    parts = urlsplit(request.headers.get("Referer", ""))
    return f"{parts.scheme}://{parts.netloc}" == ours
