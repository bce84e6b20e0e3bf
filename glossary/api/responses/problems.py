"""What every failure is answered with (RFC 9457)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.openapi.parts import one_of
from glossary.api.responses.base import Address, Maybe
from glossary.problems import PROBLEMS
from glossary.public_form import PublicShape


class FieldProblem(PublicShape):
    """One thing that is wrong: a parameter, or a place in the body."""

    parameter: Annotated[
        Maybe[str], Field(description="The parameter that is wrong.")
    ] = None
    pointer: Annotated[
        Maybe[str],
        Field(description="The place in the body that is wrong, as RFC 6901 points."),
    ] = None
    code: Annotated[
        str,
        Field(
            description="Stable and untranslated. The page that `type` leads to lists "
            "them."
        ),
    ]
    detail: Annotated[str, Field(description="What to do about it, for people.")]


class ProblemDetails(PublicShape):
    """RFC 9457 problem details, in the language asked for."""

    type: Annotated[
        Address,
        Field(
            description="Names this kind of problem: the same in every language, "
            "whoever asks. It leads to a page about it."
        ),
    ]
    title: Annotated[str, Field(description="The kind of problem, for people.")]
    status: Annotated[int, Field(description="The HTTP status of the answer.")]
    detail: Annotated[str, Field(description="What happened here, for people.")]
    instance: Annotated[str, Field(description="The path that was asked for.")]
    code: Annotated[
        str,
        one_of("ProblemCode", [*PROBLEMS], "What can go wrong."),
        Field(description="Stable and untranslated."),
    ]
    errors: Annotated[
        tuple[FieldProblem, ...],
        Field(description="Each thing that is wrong with the request; 100 at most."),
    ]


class QuestionProblem(ProblemDetails):
    """What is wrong with one of several questions. The others are answered."""

    pointer: Annotated[
        str, Field(description="Its place in the body, as RFC 6901 points.")
    ]
