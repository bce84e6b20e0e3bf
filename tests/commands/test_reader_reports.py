"""An editor reads what readers said, and deletes what nobody should have sent."""

import csv
import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from glossary.feedback import count_answer, suggest_word
from glossary.models import SuggestedWord
from tests.factories import published

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
MONTH = f"{TODAY:%Y-%m}"


def run(*arguments):
    output = io.StringIO()
    call_command("reader_reports", *arguments, stdout=output)
    return output.getvalue()


def table(*arguments):
    return list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv"))))


def send(word, met_in="police-letter", lang="en", today=TODAY):
    suggest_word(word=word, lang=lang, met_in=met_in, today=today)


def say(answer, entry_id="grooming", lang="en"):
    count_answer(entry_id=entry_id, lang=lang, answer=answer, today=TODAY)


@pytest.mark.parametrize("what", ["words", "answers"])
@pytest.mark.parametrize("form", ["text", "csv"])
def test_nothing_said_is_nothing_shown(what, form):
    assert run(what, "--format", form) == ""


@pytest.mark.parametrize("what", ["words", "answers"])
def test_nothing_said_is_an_empty_list_for_programs(what):
    assert json.loads(run(what, "--format", "json")) == {what: []}


def test_the_words_that_came_most_often_come_first_and_together():
    send("LADO")
    send("MASH")
    send("mash", met_in="news")
    send("MASH", lang="cy")
    send("MASH", lang="cy")

    rows = table("words")

    assert [(row["word"], row["language"], row["count"]) for row in rows] == [
        ("MASH", "cy", "2"),
        ("mash", "en", "1"),
        ("MASH", "en", "1"),
        ("LADO", "en", "1"),
    ]


def test_a_word_says_all_that_is_kept_of_it_and_what_explains_it_now():
    send("grooming")
    published("grooming")

    (row,) = json.loads(run("words", "--format", "json"))["words"]

    assert row == {
        "count": 1,
        "word": "grooming",
        "language": "en",
        "met_in": "police-letter",
        "first_month": MONTH,
        "last_month": MONTH,
        "explained_by": "grooming",
    }


def test_a_line_can_be_read():
    send("MASH")

    (line,) = run("words").splitlines()

    assert (
        line.split()
        == (
            f"1 MASH, language en, met_in police-letter, first_month {MONTH}, last_month {MONTH}"
        ).split()
    )


def test_words_of_more_than_a_year_ago_are_gone_when_somebody_looks():
    send("MASH", today=TODAY - dt.timedelta(days=400))

    assert run("words") == ""
    assert not SuggestedWord.objects.exists()


def test_answers_say_of_which_publication_they_are():
    first = published("grooming")
    say("fact-wrong")
    say("fact-wrong")
    second = published("grooming", as_at="2025-12-31")
    say("out-of-date", lang="cy")

    rows = json.loads(run("answers", "--format", "json"))["answers"]

    said = [
        (
            row["answer"],
            row["language"],
            row["count"],
            row["sequence"],
            row["is_current"],
        )
        for row in rows
    ]
    assert said == [
        ("fact-wrong", "en", 2, first.sequence, False),
        ("out-of-date", "cy", 1, second.sequence, True),
    ]
    assert {row["month"] for row in rows} == {MONTH}
    assert rows[0]["published_on"] == timezone.localdate(first.published_at).isoformat()


def test_answers_about_one_entry_can_be_asked_for():
    published("grooming")
    published("problem-profile")
    say("yes")
    say("no", "problem-profile")

    (row,) = table("answers", "--entry", "grooming")

    assert (row["entry"], row["answer"]) == ("grooming", "yes")


def test_a_name_is_deleted_in_every_spelling():
    send("Smithson")
    send("SMITHSON", met_in="news")
    send("MASH")

    assert run("forget", "smithson") == "Deleted: 2\n"

    assert [row["word"] for row in table("words")] == ["MASH"]


def test_a_word_that_nobody_sent_cannot_be_deleted():
    with pytest.raises(CommandError, match="Nobody sent such a word"):
        run("forget", "Smithson")
