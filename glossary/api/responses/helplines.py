"""Helplines: for whom, where, in which languages, what was seen of them, and when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from glossary.api.responses.base import Address, Langs, NotCheckedBy, Page
from glossary.closed_lists import Audience, LanguageState, Nation, PageOwner
from glossary.public_form import MissingSection, PublicShape, Said


class HelplineInLanguage(PublicShape):
    """What is said of a helpline in one language. Null: that was not seen."""

    state: Annotated[
        Literal[LanguageState.CURRENT], Field(description="There is a text in it.")
    ] = LanguageState.CURRENT
    name: Annotated[
        Said, Field(description="What it is called; some names are in one language.")
    ]
    brief: Annotated[str, Field(description="For whom it is, in a few words.")]
    who_for: Annotated[str, Field(description="For whom it is.")]
    hours: Annotated[str | None, Field(description="When it answers.")]
    cost: Annotated[str | None, Field(description="What it costs.")]
    notes: Annotated[str | None, Field(description="What else to know.")]
    url: Annotated[Address, Field(description="Its place on our page of help.")]
    not_checked_by: NotCheckedBy


class SeenPage(PublicShape):
    """A public page on which what is said rests."""

    url: Annotated[Address, Field(description="Where it is.")]
    titles: Annotated[
        dict[str, str],
        Field(description="BCP 47 to what page it is, in that language."),
    ]
    whose: Annotated[
        PageOwner,
        Field(
            description="`own`: of the body itself; `authority`: of a public one; "
            "`other`: of somebody else."
        ),
    ]
    shows_number: Annotated[bool, Field(description="Whether the number is on it.")]
    dated: Annotated[
        str | None,
        Field(description="Its own day: a year, a month or a date; null: it has none."),
    ]
    seen_on: Annotated[dt.date, Field(description="On which day we saw it.")]


class Helpline(PublicShape):
    """Somebody to ring, to write to, or to find on a page.

    Show how old the number is beside it: `number_may_have_changed`, `number_dated`.
    """

    id: Annotated[str, Field(description="Never changes, is never reused.")]
    audience: Annotated[Audience, Field(description="For whom it is.")]
    areas: Annotated[tuple[Nation, ...], Field(description="The nations it is for.")]
    speaks: Annotated[
        Langs, Field(description="The languages in which it answers (BCP 47).")
    ]
    phone: Annotated[
        str | None, Field(description="The number to ring; null: we saw none.")
    ]
    sms: Annotated[
        str | None, Field(description="The number for text messages; null: none seen.")
    ]
    web: Annotated[Address, Field(description="Its own page.")]
    chat: Annotated[bool, Field(description="Whether its page offers a chat.")]
    languages: Annotated[
        dict[
            str,
            Annotated[
                HelplineInLanguage | MissingSection, Field(discriminator="state")
            ],
        ],
        Field(description="BCP 47 to what is said of it in that language."),
    ]
    seen: Annotated[
        tuple[SeenPage, ...], Field(description="The pages on which this rests.")
    ]
    seen_on: Annotated[dt.date, Field(description="The last day a page was seen.")]
    number_dated: Annotated[
        dt.date | None,
        Field(
            description="The day of the newest page of its own or of an authority that "
            "shows the number; null: none has a day."
        ),
    ]
    number_may_have_changed: Annotated[
        bool | None,
        Field(
            description="Whether no such page is of the last two years: say so beside "
            "the number; null: there is no number."
        ),
    ]
    rung_on: Annotated[
        dt.date | None,
        Field(description="When somebody rang it for the glossary; null: nobody has."),
    ]
    review_by: Annotated[
        dt.date, Field(description="When its pages have to be seen again.")
    ]
    published_at: Annotated[
        dt.datetime, Field(description="When this was published (RFC 3339, UTC).")
    ]


class Helplines(Page[Helpline]):
    """The helplines, those for danger first. The list has one page."""
