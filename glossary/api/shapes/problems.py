"""What every failure is answered with (RFC 9457)."""

from __future__ import annotations

from rest_framework import serializers

from glossary.api.shapes.base import Shape


class FieldProblem(Shape):
    """One thing that is wrong: a parameter, or a place in the body."""

    parameter = serializers.CharField(required=False)
    pointer = serializers.CharField(required=False, help_text="RFC 6901")
    code = serializers.CharField()
    detail = serializers.CharField()


class ProblemDetails(Shape):
    """RFC 9457 problem details, in the language asked for."""

    type = serializers.URLField(help_text="The page about this kind of problem.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    code = serializers.CharField(help_text="Stable and untranslated.")
    errors = FieldProblem(many=True)
