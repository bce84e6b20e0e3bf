"""Where the desk has a host of its own: what else is asked there.

Whoever reads is not there: a public address is none at this host. So each page of the
site has one address, and an address tells nothing of what is behind the other door.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect

from glossary.desk.errors import problem_page
from glossary.doors import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

_ROBOTS = "User-agent: *\nDisallow: /\n"


class OwnHostMiddleware:
    """Answers what is no address of the desk, and came to it by its host alone.

    No session is looked for: the cookies of the desk are for its own paths.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        if f"{request.path_info}/".startswith(PREFIX):
            return self._get_response(request)
        is_read = request.method in {"GET", "HEAD"}
        if is_read and request.path_info == "/":
            return HttpResponseRedirect(PREFIX)
        if is_read and request.path_info == "/robots.txt":
            return HttpResponse(_ROBOTS, content_type="text/plain")
        return problem_page(request, "not-found")
