"""What every failure is answered with (RFC 9457)."""

from __future__ import annotations

from rest_framework import serializers

from glossary.api.shapes.base import Shape
from glossary.problems import PROBLEMS


class FieldProblem(Shape):
    """One thing that is wrong: a parameter, or a place in the body."""

    parameter = serializers.CharField(required=False)
    pointer = serializers.CharField(required=False, help_text="RFC 6901")
    code = serializers.CharField()
    detail = serializers.CharField()


class ProblemDetails(Shape):
    """RFC 9457 problem details, in the language asked for."""

    type = serializers.URLField(
        help_text=(
            "Names this kind of problem: the same in every language, whoever asks. It "
            "leads to a page about it."
        )
    )
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    code = serializers.ChoiceField(
        [*PROBLEMS], help_text="Stable and untranslated. New ones may come."
    )
    errors = FieldProblem(many=True)
