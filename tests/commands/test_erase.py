"""Two people at the command line erase what must go for ever."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from glossary.database import Left
from glossary.models import Erasure, Publication, Revision
from glossary.review import look_at
from tests.factories import published, section, withdrawn
from tests.review.writing import somebody

WORD = "qzvxname"
REASON = "--reason=identifies-victim"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    return settings.ERASED_LIST


@pytest.fixture
def types(run, monkeypatch):
    """Let somebody who is called so type a command."""

    def typed(who, *arguments):
        monkeypatch.setattr("getpass.getuser", lambda: who)
        return run("erase", *arguments)

    return typed


def with_the_word():
    published("grooming", languages={"en": section(WORD)})


def number():
    return str(Erasure.objects.last().pk)


def test_one_asks_and_another_one_confirms(types):
    with_the_word()

    asked = types("anna", "ask", "grooming", REASON)
    done = types("mari", "confirm", number())

    assert f"Asked: number {number()}, entry/grooming." in asked
    assert "cannot be brought back" in asked
    assert "Erased: entry/grooming, revisions 1." in done
    listed = types("anna", "list")
    assert (
        f"{number()} entry/grooming identifies-victim: erased, anna and mari" in listed
    )


def test_nobody_confirms_their_own(types):
    with_the_word()
    types("anna", "ask", "grooming", REASON)

    with pytest.raises(CommandError, match="Somebody else"):
        types("anna", "confirm", number())


def test_what_is_withdrawn_one_erases_alone_and_it_is_listed_until_confirmed(types):
    with_the_word()
    withdrawn("grooming")

    said = types("anna", "alone", "grooming", REASON)

    assert "within a day" in said
    assert "erased by anna alone, waits for somebody else" in types("anna", "list")
    Erasure.objects.update(erased_at=timezone.now() - dt.timedelta(days=2))
    assert ": OVERDUE, erased by anna alone" in types("anna", "list")
    types("mari", "confirm", number())
    assert "erased, anna and mari" in types("anna", "list")


def test_what_is_declined_stays(types):
    with_the_word()
    types("anna", "ask", "grooming", REASON, "--revision=1")
    assert "asked by anna, waits for somebody else" in types("anna", "list")

    assert "Nothing was erased." in types("mari", "decline", number())

    assert ": declined" in types("anna", "list")
    assert Publication.objects.get(key="grooming").change == "published"


def test_an_empty_list_says_so(types):
    assert types("anna", "list") == "Nothing was erased, and nobody has asked for it.\n"


def test_it_says_where_words_are_without_taking_them_as_an_argument(types, monkeypatch):
    with_the_word()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORD.upper()}\n"))

    said = types("anna", "find")

    sequence = Publication.objects.get(key="grooming").sequence
    assert said.splitlines() == [
        "entry/grooming: revision 1, document",
        f"entry/grooming: publication {sequence}, body",
        f"entry/grooming: publication {sequence}, index",
        "entry/grooming: address, slug",
        "Found: 4.",
    ]
    types("anna", "ask", "grooming", REASON)
    types("mari", "confirm", number())
    monkeypatch.setattr("sys.stdin", io.StringIO(WORD))
    assert types("anna", "find") == "Found: 0.\n"


def test_nothing_is_looked_for_where_nothing_is_said(types, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(" \n"))

    with pytest.raises(CommandError, match="Pipe in"):
        types("anna", "find")


def test_what_a_backup_brings_back_is_erased_again(types, a_list):
    with_the_word()
    with transaction.atomic():
        types("anna", "ask", "grooming", REASON)
        types("mari", "confirm", number())
        transaction.set_rollback(True)
    assert Publication.objects.filter(body__contains=WORD).exists()

    said = types("anna", "again")

    assert "Erased: entry/grooming, revisions 1." in said
    assert "Lines of the list: 1." in said
    assert not Publication.objects.filter(body__contains=WORD).exists()
    assert types("anna", "again", f"--list={a_list}") == "Lines of the list: 2.\n"


@pytest.mark.parametrize("content", [None, "nothing\n"])
def test_a_list_that_cannot_be_read_gets_a_sentence(types, a_list, content):
    if content:
        a_list.write_text(content)

    with pytest.raises(CommandError, match="The list cannot be read"):
        types("anna", "again")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_in_the_files_and_the_list_says_so(types, monkeypatch):
    with_the_word()
    monkeypatch.setattr("glossary.publishing.going.leave_no_traces", lambda: False)
    types("anna", "ask", "grooming", REASON)
    said = types("mari", "confirm", number())
    assert "manage.py erase finish" in said
    assert "not yet out of the files" in types("anna", "list")

    assert "Erasures: 1." in types("anna", "finish")

    assert "not yet out of the files" not in types("anna", "list")


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (Left.HELD, "Try again in a moment"),
        (Left.IN_STATISTICS, "DELETE FROM pg_statistic"),
        (Left.IN_THE_LOG, "SELECT pg_switch_wal"),
    ],
)
def test_where_something_is_left_it_says_what_to_do(types, monkeypatch, left, words):
    module = "glossary.management.commands.erase"
    monkeypatch.setattr(f"{module}.write_anew", lambda _: left)

    with pytest.raises(CommandError, match=words):
        types("anna", "finish")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask", "word/x", REASON], "not the name"),
        (["ask", "nothing", REASON], "no such text"),
        (["alone", "grooming", REASON], "Withdraw it first"),
        (["confirm", "7"], "no such erasure"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(arguments, sentence):
    with_the_word()

    with pytest.raises(CommandError, match=sentence):
        call_command("erase", *arguments)


def test_a_key_that_tells_who_somebody_is_goes_with_the_texts(types):
    published(WORD)

    asked = types("anna", "ask", WORD, REASON, "--with-key")
    listed = types("anna", "list")
    done = types("mari", "confirm", number())

    assert f"entry/{WORD}" in asked
    assert f"{WORD} identifies-victim, with its key: asked by anna" in listed
    new = Erasure.objects.last().key
    assert f"Erased: entry/{new}, revisions 1." in done
    assert WORD not in types("anna", "list")


def test_a_key_that_a_backup_brings_back_with_others_that_need_it_is_told(types):
    published(WORD)
    with transaction.atomic():
        types("anna", "ask", WORD, REASON, "--with-key")
        types("mari", "confirm", number())
        transaction.set_rollback(True)  # as a backup would
    related = [{"relation": "related", "id": WORD}]
    published("police-force", related=related)

    said = types("anna", "again")

    assert f"type this again. The key: entry/{WORD}\n" in said
    published("police-force")
    assert "Its key is back" not in types("anna", "again")
    assert not Publication.objects.filter(key=WORD).exists()


def test_what_cannot_be_erased_again_keeps_nothing_else_from_it(types, a_list):
    published(WORD, languages={"en": section("something")})
    published("police-force", related=[{"relation": "related", "id": WORD}])
    published("grooming", languages={"en": section(WORD)})
    types("anna", "ask", WORD, REASON)
    types("mari", "confirm", number())
    with transaction.atomic():
        published("police-force")
        types("anna", "ask", WORD, REASON, "--with-key")
        types("mari", "confirm", number())
        types("anna", "ask", "grooming", REASON)
        types("mari", "confirm", number())
        transaction.set_rollback(True)
    lines = a_list.read_text().splitlines()
    kept = [line for line in lines if "police-force" not in line]
    a_list.write_text("".join(f"{line}\n" for line in kept))

    with pytest.raises(CommandError, match="entry/police-force"):
        types("anna", "again")

    assert Publication.objects.current().get(key="grooming").change == "erased"


def test_a_key_that_nobody_knows_again_is_told(types, settings):
    published(WORD)
    with transaction.atomic():
        types("anna", "ask", WORD, REASON, "--with-key")
        types("mari", "confirm", number())
        transaction.set_rollback(True)
    settings.SECRET_KEY = "another secret"

    said = types("anna", "again")

    assert "SECRET_KEY is not the one with which it was erased" in said
    assert WORD not in said


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_postgresql_has_noted_down_nothing_of_it(types):
    published(WORD)
    published("police-force")
    for name in ("wen", "rhys"):
        look_at(Revision.objects.get(key=WORD), somebody(name))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    assert {"glossary_look", "glossary_event", "glossary_revision"} <= noted_down()

    types("anna", "ask", WORD, REASON, "--with-key")
    types("mari", "confirm", number())
    types("anna", "finish")

    assert noted_down() == set()


def noted_down():
    """Return the tables of which PostgreSQL has noted down values with the word."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_stats "
            "WHERE concat(most_common_vals, histogram_bounds) LIKE %s",
            [f"%{WORD}%"],
        )
        return {table for (table,) in cursor.fetchall()}
