"""The record of a review in a content folder: which one the entries come in with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from glossary.models import DocumentKind
from glossary.transfer.loaded import Loaded, digest_of
from glossary.transfer.plans import Line, Sides
from glossary.transfer.values import canonical

if TYPE_CHECKING:
    from glossary.transfer.answers import Answers
    from glossary.transfer.content import Content
    from glossary.transfer.values import Values


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """What a folder says its entries' review consisted of, and said before.

    ``record`` is what new revisions carry: that of an older release is not taken.
    """

    line: Line
    before: Values | None
    record: Values

    @property
    def is_changed(self) -> bool:
        """Whether entries have to say something else of their review than before."""
        return self.before is not None and self.before != self.record


def plan_review(content: Content, answers: Answers) -> ReviewPlan:
    """Return how the folder's record of the review stands to the one loaded last."""
    key, text = content.review.record, review_text(content)
    loaded = Loaded(DocumentKind.REVIEW)
    digest, last = digest_of(text), loaded.last.get(key)
    texts = loaded.texts([key])
    sides = Sides(
        file=digest,
        loaded=last,
        is_here=last is not None,
        agrees=last == digest,
        is_edited=False,
        is_older=key in loaded.before({key: digest}),
    )
    line = answers.to(Line(DocumentKind.REVIEW, key, sides.standing))
    before = orjson.loads(texts[key]) if key in texts else None
    record = before if before and line.is_open else orjson.loads(text)
    return ReviewPlan(line, before, record)


def review_text(content: Content) -> str:
    """Return the canonical text of the folder's record."""
    return canonical(content.review.model_dump(mode="json"))
