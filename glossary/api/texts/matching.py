"""What others need to find terms: our module, and cases for an engine of theirs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from rest_framework.renderers import BaseRenderer

from glossary.addresses import api_path
from glossary.api.base import PublicView
from glossary.api.negotiation import Negotiation
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import TEXTS
from glossary.api.requests.base import Nothing
from glossary.api.requests.reading import read_query
from glossary.api.responses.base import to_json
from glossary.api.responses.matching import ConformanceCase, ConformanceCases
from glossary.api.responses.term_pack import Matching
from glossary.errors import NotFoundError
from glossary.matching import FORMAT
from glossary.matching.conformance import cases, packs
from glossary.matching.module import LICENCE, integrity, module

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpResponse
    from rest_framework.request import Request

LICENCE_URL = "https://spdx.org/licenses/MIT.html"


class ModuleRenderer(BaseRenderer):
    """JavaScript, as it is (RFC 9239)."""

    media_type = "text/javascript"
    format = "js"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return a script as bytes."""
        script: str = data
        return script.encode()


class NoChoice(Negotiation):
    """Gives the one representation that there is, whatever is accepted.

    Scripts are asked for under half a dozen media types, most of them obsolete.
    """

    def select_renderer(
        self,
        request: Request,
        renderers: Iterable[BaseRenderer],
        format_suffix: str | None = None,
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer; another ``format`` is refused as everywhere."""
        wanted = request.query_params.get("format")
        offered = (
            [*renderers] if wanted is None else self.filter_renderers(renderers, wanted)
        )
        return offered[0], offered[0].media_type


class ModuleView(PublicView):
    """The module that finds the terms of a pack in a text."""

    renderer_classes = (ModuleRenderer,)
    content_negotiation_class = NoChoice

    @describe(
        Operation(
            name="matching_module",
            summary="Take the module that finds the terms of a pack",
            tag=TEXTS,
            representations={ModuleRenderer.media_type: {"type": "string"}},
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return one ECMAScript module, for browsers, workers and other runtimes.

        It needs no other file, asks for nothing and keeps nothing. `loadPack` takes a
        term pack, and what it returns finds its terms in a text. The number in the
        address is the format of the packs that it reads. It is under the MIT licence.
        """
        read_query(Nothing, request)
        headers = {"Link": f'<{LICENCE_URL}>; rel="license"'}
        return self.public(module(), langs=["en"], headers=headers)


class CasesView(PublicView):
    """What an engine must find, whoever wrote it."""

    @describe(
        Operation(
            name="matching_cases",
            summary="Take the cases that prove an engine of your own",
            tag=TEXTS,
            answer=ConformanceCases,
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return texts with the terms that are in them, and the packs to find them by.

        Our own engines pass them all, on the server and on a device. They are under
        the MIT licence.
        """
        read_query(Nothing, request)
        return self.public(_cases(), langs=["en", "cy"])


class OtherFormatView(PublicView):
    """What there is of other formats: nothing."""

    def get(self, request: Request, number: str) -> HttpResponse:
        """Say which format there is now."""
        del request
        said = _(
            "There is nothing for term packs of format %(asked)s. The format is "
            "%(format)s now: a term pack names the address of its module."
        )
        raise NotFoundError(said % {"asked": number, "format": FORMAT})


def matching_of(base: str) -> Matching:
    """Return what a term pack says of how it is read."""
    return Matching(
        module=base + api_path("matching-module"),
        integrity=integrity(),
        cases=base + api_path("matching-cases"),
        licence=LICENCE,
    )


def matching_link(base: str) -> str:
    """Return the links from a term pack to what reads it (RFC 8288)."""
    there = matching_of(base)
    return (
        f'<{there.module}>; rel="related"; type="{ModuleRenderer.media_type}", '
        f'<{there.cases}>; rel="related"; type="application/json"'
    )


@cache
def _cases() -> bytes:
    rows = tuple(
        ConformanceCase(
            name=case.name,
            pack=case.vocabulary,
            text=case.text,
            langs=case.langs,
            exclude=case.exclude,
            matches=case.matches,
        )
        for case in cases()
    )
    answer = ConformanceCases(
        format=FORMAT, offsets="code-point", packs=packs(), cases=rows
    )
    return to_json(answer)
