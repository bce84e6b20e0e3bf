"""A view that finds terms with flashtext and answers with serializers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flashtext import KeywordProcessor
from rest_framework import serializers
from rest_framework.parsers import JSONParser
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView

from benchmarks.rivals.models import LanguageSection, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rest_framework.request import Request

    from glossary.matching import Form


class Given(serializers.Serializer[Any]):
    """A text."""

    text = serializers.CharField(trim_whitespace=False)


class FoundSerializer(serializers.Serializer[Any]):
    """A term in the text."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    quote = serializers.CharField()
    entry = serializers.CharField()


class NameSerializer(serializers.ModelSerializer[Term]):
    """A name of an entry."""

    class Meta:
        model = Term
        fields = ("text", "type", "status")


class BriefSerializer(serializers.ModelSerializer[LanguageSection]):
    """What an entry means in brief, in one language."""

    terms = NameSerializer(many=True)

    class Meta:
        model = LanguageSection
        fields = ("entry", "lang", "slug", "short", "terms")


class FlashTextView(APIView):
    """Find terms in a text. No authentication, permission or throttle is in its way."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = (JSONParser,)
    renderer_classes = (JSONRenderer,)
    processor: KeywordProcessor | None = None

    @classmethod
    def know(cls, forms: Iterable[Form]) -> None:
        """Build the vocabulary, once."""
        cls.processor = KeywordProcessor()
        for form in forms:
            cls.processor.add_keyword(form.text, form.entry)

    def post(self, request: Request) -> Response:
        """Return the terms, and the entries that they belong to."""
        given = Given(data=request.data)
        given.is_valid(raise_exception=True)
        text = given.validated_data["text"]
        assert self.processor
        found = [
            {"start": start, "end": end, "quote": text[start:end], "entry": entry}
            for entry, start, end in self.processor.extract_keywords(
                text, span_info=True
            )
        ]
        sections = LanguageSection.objects.filter(
            entry__in={row["entry"] for row in found}
        ).prefetch_related("terms")
        return Response(
            {
                "matches": FoundSerializer(found, many=True).data,
                "entries": BriefSerializer(sections, many=True).data,
            }
        )
