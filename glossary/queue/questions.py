"""What is asked of the tables: who asks, which part, and the rows that answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from glossary import languages, reading
from glossary.closed_lists import LanguageState
from glossary.document import DocumentKind
from glossary.models import (
    OPEN,
    Action,
    Author,
    Claim,
    Erasure,
    Event,
    Publication,
    Revision,
    RevisionState,
    SuggestedWord,
    User,
)
from glossary.queue.lines import Line, Lines
from glossary.queue.rows import (
    Behind,
    Place,
    of_asked,
    of_behind,
    of_due,
    of_returned,
    of_revisions,
    of_waiting,
)
from glossary.review import Waiting, waiting_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

M = TypeVar("M", bound=Model)
DUE_WITHIN = dt.timedelta(days=30)
"""What is due so soon is to be looked at now."""
_NOT_UP_TO_DATE = (LanguageState.BEHIND, LanguageState.MISSING)


@dataclass(frozen=True)
class Filter:
    """Which part of a group is asked for: a kind, a language, what nobody has taken."""

    kind: str = ""
    lang: str = ""
    is_free: bool = False


@dataclass(frozen=True)
class Question:
    """Somebody asks what there is to do."""

    editor: User
    only: Filter = field(default_factory=Filter)

    @cached_property
    def today(self) -> dt.date:
        """The day on which it is asked."""
        return timezone.localdate()

    def drafts(self) -> Lines[Line]:
        """Return the drafts that this person had a part in, has begun, or has taken."""
        rows = self._revisions(RevisionState.DRAFT).filter(self._is_mine())
        return Lines(rows, of_revisions)

    def returned(self) -> Lines[Line]:
        """Return what came back to this person, with what should be otherwise."""
        rows = self._revisions(RevisionState.RETURNED).filter(self._is_mine())
        return Lines(rows.order_by("submitted_at", "pk"), of_returned)

    def under_way(self) -> Lines[Line]:
        """Return all that somebody works on."""
        return Lines(self._revisions(*OPEN), of_revisions)

    def to_review(self) -> Lines[Line]:
        """Return the texts that this person can sign off, with what is asked."""
        rows = [
            row
            for row in self._waiting
            if any(self.only.lang in ("", asked.lang) for asked in row.mine)
        ]
        return Lines(rows, of_waiting)

    def to_publish(self) -> Lines[Line]:
        """Return the texts that have all their sign-offs and are not public."""
        return Lines([row for row in self._waiting if row.is_ready], of_waiting)

    def due(self) -> Lines[Line]:
        """Return what is to be gone through again soon, or was to be already."""
        last = self.today + DUE_WITHIN
        found = self._among(Publication.objects.readable().filter(due_on__lte=last))
        rows = found.select_related("revision").defer("body", "index")
        return Lines(rows.order_by("due_on", "sequence"), of_due)

    def overdue(self) -> int:
        """Return how many of these were to be gone through before today."""
        return self._among(Publication.objects.overdue(self.today)).count()

    def erasures(self) -> Lines[Line]:
        """Return what others want erased, or erased alone, for this one to confirm."""
        rows = Erasure.objects.waiting() | Erasure.objects.unconfirmed()
        found = rows.select_related("asked_by").order_by("asked_at", "pk")
        return Lines([row for row in found if row.is_by_another(self.editor)], of_asked)

    def behind(self) -> Lines[Line]:
        """Return the entries that a language lacks as they now are.

        The first language of the site is the one that the others follow.
        """
        return Lines(Behind(list(self._not_up_to_date())), of_behind)

    def suggested(self) -> QuerySet[SuggestedWord]:
        """Return the words that readers suggested in the last year."""
        year_ago = self.today.replace(day=1, year=self.today.year - 1)
        rows = SuggestedWord.objects.filter(last_month__gte=year_ago)
        return rows.filter(lang=self.only.lang) if self.only.lang else rows

    def suggestions(self) -> Lines[dict[str, Any]]:
        """Return the same by word and language, with how often they came in all.

        What came most often is first.
        """
        rows = self.suggested().values("key", "lang")
        totals = rows.annotate(total=Sum("count"))
        return Lines(totals.order_by("-total", "key", "lang"), list)

    @cached_property
    def _waiting(self) -> Sequence[Waiting]:
        taken = self._taken if self.only.is_free else frozenset()
        return [
            row
            for row in waiting_for(self.editor)
            if self.only.kind in ("", row.revision.kind)
            and (row.revision.kind, row.revision.key) not in taken
        ]

    @cached_property
    def _taken(self) -> frozenset[tuple[str, str]]:
        return frozenset(Claim.objects.live().values_list("kind", "key"))

    def _revisions(self, *states: RevisionState) -> QuerySet[Revision]:
        """Return the revisions in these states, those begun first coming first."""
        rows = Revision.objects.filter(state__in=states)
        return self._among(rows).order_by("created_at", "pk")

    def _among(self, rows: QuerySet[M]) -> QuerySet[M]:
        """Return those of the rows that the filter lets through."""
        if self.only.kind:
            rows = rows.filter(kind=self.only.kind)
        if self.only.is_free:
            mine = {"kind": OuterRef("kind"), "key": OuterRef("key")}
            rows = rows.filter(~Exists(Claim.objects.live().filter(**mine)))
        return rows

    def _is_mine(self) -> Q:
        """Return the condition that this person is an author, or has taken it.

        Who has begun a draft and written nothing yet is no author of it. It is theirs
        all the same until somebody writes in it: nobody else would look for it.
        """
        person = self.editor.person
        accounts = User.objects.filter(Q(pk=person) | Q(same_as=person))
        rows = Author.objects.filter(revision=OuterRef("pk"))
        claims = Claim.objects.live().filter(user__in=accounts)
        taken = claims.filter(kind=OuterRef("kind"), key=OuterRef("key"))
        events = Event.objects.filter(action=Action.DRAFT_BEGUN, actor__in=accounts)
        begun = events.filter(revision=OuterRef("pk"))
        is_theirs = Q(Exists(rows.filter(user__in=accounts))) | Q(Exists(taken))
        return is_theirs | Q(Exists(begun), ~Exists(rows))

    def _not_up_to_date(self) -> Iterator[Place]:
        """Yield the language, the state and the id of each such entry."""
        index = reading.shelf().index
        for lang in languages.codes()[1:]:
            if self.only.lang in ("", lang):
                for state in _NOT_UP_TO_DATE:
                    for entry_id in index.entries(lang=lang, state=state):
                        if not self._is_taken(entry_id):
                            yield Place(lang, state, entry_id)

    def _is_taken(self, entry_id: str) -> bool:
        mine = (DocumentKind.ENTRY.value, entry_id)
        return self.only.is_free and mine in self._taken
