"""The groups of what there is to do, in the order in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from glossary.permissions import can_erase, can_publish, can_review, can_write_some
from glossary.queue.questions import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.utils.functional import _StrPromise

    from glossary.models import User
    from glossary.queue.lines import Lines


@dataclass(frozen=True)
class Group:
    """One sort of work. ``name`` is its page's, ``find`` finds it.

    ``is_for`` tells whether it concerns somebody: others can look at it all the same.
    ``by_kind`` and ``by_language`` are how it can be filtered. ``is_dated`` says that
    its first line is the oldest and quickly found, ``has_own_page`` that it is more
    than a list of lines.
    """

    name: str
    label: _StrPromise
    hint: _StrPromise
    find: Callable[[Question], Lines[Any]]
    is_for: Callable[[User], bool]
    by_kind: bool = True
    by_language: bool = False
    is_dated: bool = True
    has_own_page: bool = False


def groups_for(editor: User) -> list[Group]:
    """Return the groups that concern somebody."""
    return [group for group in GROUPS if group.is_for(editor)]


def _publishes(editor: User) -> bool:
    return can_publish(editor)


def _anybody(_editor: User) -> bool:
    return True


GROUPS = (
    Group(
        "erasures",
        _("To be erased, or erased by one person"),
        _("What others want gone for ever. A second person has to confirm it."),
        Question.erasures,
        can_erase,
        by_kind=False,
        has_own_page=True,
    ),
    Group(
        "returned",
        _("Returned to you"),
        _("Your texts that came back, with what should be otherwise."),
        Question.returned,
        can_write_some,
    ),
    Group(
        "to-write",
        _("Your drafts"),
        _("Drafts that you had a part in, have begun, or have taken."),
        Question.drafts,
        can_write_some,
    ),
    Group(
        "to-review",
        _("For you to review"),
        _("Texts in which you had no part and that you can sign off."),
        Question.to_review,
        can_review,
        by_language=True,
    ),
    Group(
        "to-publish",
        _("Approved, not public yet"),
        _("Texts that have all their sign-offs."),
        Question.to_publish,
        _publishes,
    ),
    Group(
        "behind",
        _("Behind in a language"),
        _("Entries that have changed in another language, or lack a language."),
        Question.behind,
        can_write_some,
        by_kind=False,
        is_dated=False,
        by_language=True,
    ),
    Group(
        "due",
        _("To be gone through again"),
        _("What is due within 30 days, and what is overdue."),
        Question.due,
        _anybody,
    ),
    Group(
        "suggestions",
        _("Words that readers suggest"),
        _("Readers met these words. What comes most often is first."),
        Question.suggestions,
        _anybody,
        by_kind=False,
        is_dated=False,
        by_language=True,
        has_own_page=True,
    ),
    Group(
        "under-way",
        _("All that is being worked on"),
        _("Drafts, texts that wait for review and texts that were returned."),
        Question.under_way,
        _anybody,
    ),
)
