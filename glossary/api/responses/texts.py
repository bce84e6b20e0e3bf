"""What is found in a text: terms, and what may be hard to read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from glossary.api.openapi.parts import one_of
from glossary.api.requests.texts import Offsets
from glossary.api.responses.base import Count, Form, Maybe, Page, Place
from glossary.api.responses.briefs import Briefs
from glossary.plain_language import Code, Severity
from glossary.public_form import PublicShape

Start = Annotated[Place, Field(description="The place of its first character.")]
End = Annotated[Place, Field(description="The place after its last one.")]


class FoundTerm(PublicShape):
    """A term in the text. None overlaps another."""

    start: Start
    end: End
    quote: Annotated[str, Field(description="The term as the text has it.")]
    lang: Annotated[str, Field(description="The language of the term (BCP 47).")]
    form: Annotated[Form, Field(description="In which form the text has it.")]
    candidates: Annotated[
        tuple[str, ...],
        Field(description="Ids of the entries that may be meant, the likeliest first."),
    ]


class AnnotateAnswer(Page[FoundTerm]):
    """Which terms are in a text, where, and what they mean.

    `items` has the first 5,000 in their order. There is no further page: where
    `total` is larger, send the rest of the text by itself.
    """

    lang: Annotated[
        str,
        Field(description="The language looked for; with `auto`, the likeliest one."),
    ]
    offsets: Offsets
    briefs: Briefs
    text: Annotated[
        Maybe[str],
        Field(
            description="With `html`: the text that was read, which `start` and `end` "
            "are places in. Blocks are apart by an empty line; U+FFFC stands for what "
            "was left alone, and for pictures; figures in `sup` are raised ones."
        ),
    ] = None
    html: Annotated[
        Maybe[str],
        Field(
            description="With `html`: the markup, safe and well-formed, with a link "
            "(`a.glossary-term`, the ids in `data-entries`) on each first use. Sent "
            "again, it comes back as it is."
        ),
    ] = None


class Told(PublicShape):
    """What there is to say, by language: where one has no sentence, another has."""

    code: Annotated[
        str,
        one_of("FindingCode", [*Code], "What a check can find, or not look for."),
        Field(description="Stable and untranslated."),
    ]
    reasons: Annotated[
        dict[str, str], Field(description="BCP 47 to what it is and why it matters.")
    ]
    advice: Annotated[
        dict[str, str], Field(description="BCP 47 to what to do about it.")
    ]


class FoundInText(Told):
    """One thing that was found. Several may be about the same words."""

    severity: Annotated[
        Severity,
        Field(
            description="`error`: put it right; `warning`: nearly always a mistake; "
            "`note`: to think about."
        ),
    ]
    start: Start
    end: End
    excerpt: Annotated[
        str,
        Field(description="The words that it is about, shortened where they are many."),
    ]


class SeverityCounts(PublicShape):
    """How many things were found, listed or not."""

    error: Annotated[Count, Field(description="To be put right.")]
    warning: Annotated[Count, Field(description="Nearly always mistakes.")]
    note: Annotated[Count, Field(description="To think about.")]


class TextMeasures(PublicShape):
    """The size of the text. There is no grade."""

    words: Annotated[Count, Field(description="How many words it has.")]
    sentences: Annotated[Count, Field(description="How many sentences it has.")]
    average: Annotated[Count, Field(description="Words in a sentence, rounded.")]
    long_sentences: Annotated[Count, Field(description="Sentences of over 25 words.")]


class CheckAnswer(Page[FoundInText]):
    """What was found in a text, the heaviest first, and what could not be checked.

    `items` has 1,000 at most. There is no further page.
    """

    lang: Annotated[
        str,
        Field(description="The language the text was read in; with `auto`, a guess."),
    ]
    offsets: Offsets
    counts: Annotated[SeverityCounts, Field(description="How many of each weight.")]
    measures: Annotated[TextMeasures, Field(description="The size of the text.")]
    not_checked: Annotated[
        tuple[Told, ...],
        Field(description="Checks that cannot be made here, and why not."),
    ]
