"""An editor reads what readers said, and deletes what nobody should have sent."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
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


def test_the_answers_that_came_most_often_in_a_month_come_first():
    published("grooming")
    for reason in ("could-hurt", "out-of-date", "out-of-date", "fact-wrong"):
        say(reason)

    rows = [(row["answer"], row["count"]) for row in table("answers")]

    assert rows == [("out-of-date", "2"), ("could-hurt", "1"), ("fact-wrong", "1")]


def test_a_welsh_word_can_be_read_in_every_form():
    send("gŵyl", lang="cy")

    for form in ("text", "csv", "json"):
        assert "gŵyl" in run("words", "--format", form)


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


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_no_file_of_the_database_holds_a_name_that_was_deleted():
    for place in ("police-letter", "news"):
        send("Zebediah Quux", met_in=place)
    assert _files_hold(b"Zebediah Quux")

    run("forget", "zebediah quux")

    assert not _files_hold(b"Zebediah Quux")
    assert not _files_hold(b"zebediah")


def _files_hold(text):
    """Tell whether the database's file, or its log, has these bytes anywhere."""
    path = Path(connection.settings_dict["NAME"])
    files = [path, *path.parent.glob(f"{path.name}-*")]
    return any(text in file.read_bytes() for file in files)


def test_a_word_that_nobody_sent_cannot_be_deleted():
    with pytest.raises(CommandError, match="Nobody sent such a word"):
        run("forget", "Smithson")
