"""Pages that are text alone: safety, privacy, accessibility."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.conf import settings

from glossary.addresses import page_paths
from glossary.models import Publication
from glossary.web.page import in_language, render_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse


@in_language
def hide_your_visit(request: HttpRequest, lang: str) -> HttpResponse:
    """Say what others could find out about a visit, and what helps."""
    return _text(request, lang, "hide-your-visit", "glossary/site/hide.html")


@in_language
def privacy(request: HttpRequest, lang: str) -> HttpResponse:
    """Say what is kept: nothing about readers."""
    return _text(request, lang, "privacy", "glossary/site/privacy.html")


@in_language
def accessibility(request: HttpRequest, lang: str) -> HttpResponse:
    """Say what was tested, what was not, and what does not work well."""
    has_renderings = Publication.objects.readable().with_renderings().exists()
    template, more = "accessibility.html", {"has_renderings": has_renderings}
    return _text(request, lang, "accessibility", f"glossary/site/{template}", more)


def _text(
    request: HttpRequest,
    lang: str,
    word: str,
    template: str,
    more: Mapping[str, object] = MappingProxyType({}),
) -> HttpResponse:
    context = {"contact_url": settings.CONTACT_URL, **more}
    return render_page(request, lang, template, context, paths=page_paths(word))
