"""The rules of what readers may say: it is counted, and nothing of theirs is kept.

Anybody may speak, so there is no actor, and no event either: an event would keep the
time. Only an editor who forgets words is written down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary import languages, reading
from glossary.closed_lists import FeedbackAnswer, MetIn
from glossary.database.sqlite_log import empty_log
from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    Problem,
    StateError,
)
from glossary.models import (
    Action,
    Event,
    FeedbackCount,
    Publication,
    SuggestedWord,
    SuggestionDay,
)
from glossary.permissions import can_forget_suggestions
from glossary.plain_language import NotAName, bare_name, not_a_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from glossary.models import Actor

MOST_NEW_WORDS_A_DAY = 500
MOST_WORDS = 10_000
"""So many rows of words at most: what comes beyond is refused, and says so."""

WORD_FAULTS = {
    NotAName.EMPTY: gettext_lazy("Please type the word."),
    NotAName.TOO_LONG: gettext_lazy(
        "Please send only the word, the name or the short form: at most 6 words."
    ),
    NotAName.CONTACT: gettext_lazy(
        "Please leave out addresses: of a house, of e-mail or of a website."
    ),
    NotAName.NUMBER: gettext_lazy(
        "Please leave out phone numbers, the number of a case, and dates."
    ),
    NotAName.PERSON: gettext_lazy("Please leave out names of people."),
    NotAName.SENTENCE: gettext_lazy(
        "Please send only the word itself, not a sentence or a question. If something "
        "has happened to you or to somebody else, please do not tell it here."
    ),
    NotAName.UNREADABLE: gettext_lazy(
        "There are signs in that word that we cannot read. Please type letters and "
        "figures."
    ),
}


@transaction.atomic
def count_answer(
    *, entry_id: str, lang: str, answer: str, today: dt.date
) -> FeedbackCount:
    """Add one to the number of times that ``answer`` was given, and return it.

    It is counted for what is published now. Raises ``InvalidQueryError`` for an
    answer that is not offered and ``NotFoundError`` where there is no such page.
    """
    if answer not in FeedbackAnswer.values():
        raise InvalidQueryError(_("Please choose one of the answers."))
    publication = Publication.objects.entries().readable().of([entry_id]).first()
    if lang not in languages.codes() or publication is None:
        raise NotFoundError(_("There is no such page."))
    row, _is_new = FeedbackCount.objects.get_or_create(
        publication=publication, lang=lang, answer=answer, month=_month(today)
    )
    FeedbackCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
    row.refresh_from_db()
    return row


def check_suggestion(*, word: str, lang: str, met_in: str) -> None:
    """Raise ``InvalidQueryError`` where this is no word that may be suggested."""
    problems = list(_problems(bare_name(word), lang, met_in))
    if problems:
        raise InvalidQueryError(_("The word was not sent."), *problems)


@transaction.atomic
def suggest_word(*, word: str, lang: str, met_in: str, today: dt.date) -> None:
    """Count a word that somebody met, also one that we explain in another sense.

    Raises what ``check_suggestion`` does, and ``StateError`` where no more new words
    are taken.
    """
    check_suggestion(word=word, lang=lang, met_in=met_in)
    bare, month = bare_name(word), _month(today)
    day = _locked_day(today)
    key = languages.get(lang).folding.key(bare)
    rows = SuggestedWord.objects.filter(key=key, lang=lang, met_in=met_in)
    if not rows.update(count=F("count") + 1, last_month=month):
        forget_old_words(today)
        _require_room(day)
        SuggestedWord.objects.create(
            key=key,
            word=bare,
            lang=lang,
            met_in=met_in,
            first_month=month,
            last_month=month,
        )
        day.new_words += 1
        day.save()


def explained_by(word: str) -> list[str]:
    """Return the ids of the entries that have exactly this name, in any language."""
    found = reading.shelf().index.lookup(word)
    return list(dict.fromkeys(row.entry_id for row in found))


@transaction.atomic
def forget_words(*, words: Collection[str], actor: Actor) -> int:
    """Delete these words in all their spellings; return how many rows that were.

    What is recorded does not hold the words. Raises ``PermissionDeniedError``.
    """
    if not can_forget_suggestions(actor):
        raise PermissionDeniedError("You may not delete what readers sent.")
    spoken = languages.all_languages()
    keys = {language.folding.key(word) for language in spoken for word in words}
    rows = SuggestedWord.objects.filter(key__in=keys)
    count, _of_what = rows.delete()
    if count:
        transaction.on_commit(empty_log)
        details = {"rows": count}
        Event.objects.record(Action.SUGGESTIONS_FORGOTTEN, actor=actor, details=details)
    return count


def forget_old_words(today: dt.date) -> None:
    """Delete the words that nobody has sent for a year."""
    year_ago = _month(today).replace(year=today.year - 1)
    SuggestedWord.objects.last_sent_before(year_ago).delete()


def _problems(word: str, lang: str, met_in: str) -> Iterator[Problem]:
    fault = not_a_name(word, lang)
    if fault:
        yield Problem("word", fault.value, str(WORD_FAULTS[fault]))
    if met_in not in MetIn.values():
        yield Problem("met_in", "unknown", _("Please choose where you saw the word."))
    if lang not in languages.codes():
        detail = _("Please choose the language of the word.")
        yield Problem("lang", "unknown", detail)


def _locked_day(today: dt.date) -> SuggestionDay:
    """Return the row that counts new words, held until the transaction ends."""
    SuggestionDay.objects.get_or_create(pk=1, defaults={"day": today})
    day = SuggestionDay.objects.select_for_update().get(pk=1)
    if day.day != today:
        day.day, day.new_words = today, 0
    return day


def _require_room(day: SuggestionDay) -> None:
    if day.new_words >= MOST_NEW_WORDS_A_DAY:
        raise StateError(
            _(
                "We cannot take more new words today, so yours was not kept. "
                "Please send it on another day."
            )
        )
    if SuggestedWord.objects.count() >= MOST_WORDS:
        detail = _("We cannot take more words at the moment, so yours was not kept.")
        raise StateError(detail)


def _month(day: dt.date) -> dt.date:
    """Return the first day of the month: all that is kept of a day."""
    return day.replace(day=1)
