"""What every address of the API does the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import translation
from rest_framework.views import APIView

from glossary import languages
from glossary.answers import SHARED, hold
from glossary.api.parsers import join_chunks
from glossary.api.renderers import OrjsonRenderer
from glossary.languages.negotiation import language_for_app, preferred_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase
    from rest_framework.renderers import BaseRenderer
    from rest_framework.request import Request

    from glossary.api.requests.base import Answered

CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600"

ALLOWED_HEADERS = "*, Authorization, Content-Type, If-None-Match"
"""What pages of other sites may send: anything, such as what traces a request.

A star means no ``Authorization`` (Fetch standard), and nothing to old browsers.
"""


class PublicView(APIView):
    """Open to everybody, in the language asked for, answered across origins."""

    renderer_classes: Sequence[type[BaseRenderer]] = (OrjsonRenderer,)
    answers_words = False
    """Whether the questions are what somebody looks for."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Answer in the language that ``in`` or ``Accept-Language`` asks for."""
        query = request.META.get("QUERY_STRING", "")
        accept = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
        with translation.override(language_for_app(query, accept)):
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Let a body in chunks be read, when it is sure that it may be sent."""
        super().initial(request, *args, **kwargs)
        join_chunks(request._request)

    def finalize_response(  # type: ignore[override]  # it takes Django's answers too
        self, request: Request, response: HttpResponse, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add what every answer carries: CORS and ``Vary``."""
        super().finalize_response(request, response, *args, **kwargs)  # type: ignore[arg-type]
        for name, value in SHARED.items():
            response[name] = value
        response["Vary"] = "Accept, Accept-Language"
        return response

    def options(  # type: ignore[override]  # the framework's own request
        self, request: Request, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Answer a preflight request (Fetch standard, CORS protocol)."""
        methods = ", ".join(self.allowed_methods)
        answer = HttpResponse(
            status=204,
            headers={
                "Allow": methods,
                "Access-Control-Allow-Methods": methods,
                "Access-Control-Allow-Headers": ALLOWED_HEADERS,
                "Access-Control-Max-Age": "86400",
            },
        )
        del answer["Content-Type"]
        return answer

    def public(
        self,
        data: Any,
        *,
        langs: Sequence[str] = (),
        headers: dict[str, str] | None = None,
    ) -> HttpResponse:
        """Return an answer that anybody may keep, and that this process holds.

        One to a question in somebody's own words is kept nowhere.
        """
        request = self.request
        response = self._rendered(data)
        for name, value in (headers or {}).items():
            response[name] = value
        response["Content-Language"] = ", ".join(langs or languages.codes())
        if request.method in {"GET", "HEAD"} and not self.answers_words:
            response["Cache-Control"] = CACHE_CONTROL
            hold(request._request)
        else:
            response["Cache-Control"] = "no-store"
        return response

    def _rendered(self, data: Any) -> HttpResponse:
        """Return ``data`` in the representation that was agreed on.

        The framework's own answer would first be made empty, as one of a template.
        """
        renderer = self.request.accepted_renderer
        charset = f"; charset={renderer.charset}" if renderer.charset else ""
        return HttpResponse(
            renderer.render(data, self.request.accepted_media_type),
            content_type=f"{renderer.media_type}{charset}",
        )

    @property
    def base(self) -> str:
        """The site's own address as the caller wrote it, without a slash."""
        request = self.request._request
        return f"{request.scheme}://{request.get_host()}"


def languages_of(asked: Answered, request: Request) -> list[str]:
    """Return the languages of the answer, in order.

    ``in`` says which; ``Accept-Language`` only orders them.
    """
    if asked.languages is not None:
        return asked.languages
    preferred = preferred_languages(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))
    return list(dict.fromkeys([*preferred, *languages.codes()]))
