"""What every leaflet says around its words: who can help, where the words are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from glossary.addresses import page_path
from glossary.closed_lists import Audience
from glossary.dates import day_in_words
from glossary.web.parts.help_lines import all_helplines
from glossary.web.parts.short_address import ShortAddress, short_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.web.parts.help_lines import ShownHelpline

_ON_PAPER = {
    Audience.EMERGENCY,
    Audience.CHILDREN,
    Audience.ADULTS,
    Audience.PARENTS,
}
"""A leaflet is for somebody who was harmed, or who is close to them. The lines for
people at work, and for those who may do harm, are on the page of help only."""


class HelpLine(NamedTuple):
    """Whom to ring; ``facts`` are where, in which languages, and when."""

    phone: str
    name: str
    name_lang: str
    brief: str
    lang: str
    facts: str


class HelpList(NamedTuple):
    """Some of the lines, with what is said of all of them."""

    says: str
    lines: Sequence[HelpLine]


class Furniture(NamedTuple):
    """What a leaflet says around its words, in one language."""

    lang: str
    title: str
    more: str
    help: str
    danger: str
    lists: Sequence[HelpList]
    more_help: str
    help_address: str
    date: str
    all_words: str
    independent: str
    address: ShortAddress


def furniture(codes: Sequence[str], langs: Sequence[str], site: str) -> list[Furniture]:
    """Return what a leaflet with these words says in each of its languages.

    In more than one language there is no room for the lines whose numbers may have
    changed: they are on the page of help.
    """
    has_room = len(langs) == 1
    return [_furniture(codes, lang, site, has_room=has_room) for lang in langs]


def _furniture(
    codes: Sequence[str], lang: str, site: str, *, has_room: bool
) -> Furniture:
    today = timezone.localdate()
    with translation.override(lang):
        return Furniture(
            lang=lang,
            title=_("Words explained"),
            more=_("What it may mean for you"),
            help=_("Who can help"),
            danger=_("If somebody is in danger now, call 999."),
            lists=help_lists(lang, has_room=has_room),
            more_help=_("More lines, and how old each number is:"),
            help_address=site + page_path(lang, "help"),
            date=_("This leaflet was made on %(date)s. Words and numbers can change.")
            % {"date": day_in_words(today, lang)},
            all_words=_("These words, up to date:"),
            independent=_(
                "A leaflet by an independent site, Plain Words. Not the police, "
                "not the government."
            ),
            address=short_address(codes, lang, site=site),
        )


def help_lists(lang: str, *, has_room: bool) -> list[HelpList]:
    """Return the lines for paper by the age of their numbers, the newer ones first.

    The words are those of ``lang``, which is the language in force. Where there is no
    room, the numbers that may have changed are left out.
    """
    lines = [
        line
        for line in all_helplines(lang, timezone.localdate())
        if line.has_number and line.row.audience in _ON_PAPER
    ]
    newer = [_help_line(row) for row in lines if not row.may_have_changed]
    older = [_help_line(row) for row in lines if row.may_have_changed]
    lists = [HelpList(_newer_says(lines), newer)]
    if has_room:
        lists.append(
            HelpList(
                _(
                    "These numbers may have changed. The pages on which we saw them "
                    "are more than two years old, or have no date."
                ),
                older,
            )
        )
    return [one for one in lists if one.lines]


def _newer_says(lines: Sequence[ShownHelpline]) -> str:
    """Say how old the numbers are, and that nobody rang where that is so."""
    if any(line.row.rung_on for line in lines):
        return _("We saw these numbers on pages of the last two years.")
    return _(
        "We saw these numbers on pages of the last two years. "
        "Nobody has rung them for this site."
    )


def _help_line(line: ShownHelpline) -> HelpLine:
    facts = [
        ", ".join(map(str, line.areas)),
        ", ".join(name for _code, name in line.speaks),
        (line.words.hours or "").rstrip("."),
    ]
    return HelpLine(
        phone=line.row.phone or "",
        name=line.words.name,
        name_lang=line.name_lang,
        brief=line.words.brief,
        lang=line.lang,
        facts="".join(f"{fact}. " for fact in facts if fact).strip(),
    )
