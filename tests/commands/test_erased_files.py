"""After erasing no file has a byte of the word, while people read and write."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.db import connection

from tests.siege.places import running_site

WORD = "qzvxerasedxvzq"
WRITE = f"""
import django; django.setup()
from glossary.models import Note, Remark
from glossary.publishing import withdraw_document
from glossary.review import begin_draft, return_to_writer
from tests.factories import OPERATOR, entry_data, named, published, section
from tests.review.writing import somebody, submitted
word = "{WORD}"
def text(short): return {{"en": section(word, short=short)}}
published("z-first", languages=text(f"Told by {{word}}."))
related = [{{"relation": "related", "id": "z-first"}}]
published("a-neighbour", related=related)
older = {{"en": section("earlier", short=f"Older: {{word}}.")}}
published("an-earlier-text", languages=older)
published("an-earlier-text")
wen = somebody("wen")
published(f"about-{{word}}")
published("beside-it", related=[{{"relation": "related", "id": f"about-{{word}}"}}])
published("beside-it")
start = entry_data("a-draft", languages={{"en": section("x", short=word)}})
begin_draft(name=named("a-draft"), actor=wen, start=start)
waits = submitted(wen)
remark = Remark(reason="not-right", text=f"Was it {{word}}?")
return_to_writer(revision=waits, remarks=[remark], actor=somebody("rhys"))
"""
NOTE_DOWN = """
import django; django.setup()
from django.db import connection
connection.cursor().execute("ANALYZE")
"""
REVISIONS = {"z-first": [], "an-earlier-text": [1], "a-draft": [], "grooming": [2]}
ERASE = f"""
import django; django.setup()
import os
from django.core.management import call_command
def erase(who, *arguments):
    os.environ["LOGNAME"] = who
    call_command("erase", *arguments)
for number, (key, revisions) in enumerate({REVISIONS}.items(), 1):
    chosen = [f"--revision={{one}}" for one in revisions]
    erase("anna", "ask", key, "--reason=court-order", *chosen)
    erase("mari", "confirm", str(number))
erase("anna", "ask", "about-{WORD}", "--reason=court-order", "--with-key")
erase("mari", "confirm", str(number + 1))
"""


@pytest.fixture
def served(tmp_path, fresh_database):
    folder = tmp_path
    variables: Any = {**fresh_database, "SEARCH_INDEX_DIR": str(folder / "index")}
    with running_site(folder, workers=2, **variables) as site:
        yield site, folder


def files_with_the_word(folder):
    """Return the files in which the word is, in whatever case or coding."""
    marks = [WORD.encode(), WORD.encode("utf-16-le")]
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(mark in _bytes(path).lower() for mark in marks)
    }


def _bytes(path):
    try:
        return path.read_bytes()
    except OSError:  # it has gone meanwhile
        return b""


def get(site, path):
    try:
        with urlopen(f"http://127.0.0.1:{site.port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


@contextmanager
def readers(site, *paths):
    """Let somebody read these pages, one after the other, until the block ends."""
    is_over = threading.Event()

    def read():
        while not is_over.is_set():
            for path in paths:
                get(site, path)
                time.sleep(0.02)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


@pytest.mark.sqlite
def test_no_file_has_a_byte_of_it(served):
    site, folder = served
    site.run("-c", WRITE)
    page, api = f"/en/terms/{WORD}/", "/api/v1/entries/z-first/"
    with readers(site, page, api, "/en/a-to-z/", "/api/v1/term-pack/"):
        time.sleep(1.5)
        before = {name.removesuffix("-wal") for name in files_with_the_word(folder)}
        assert before >= {"fresh.sqlite3", "search.sqlite3"}
        assert WORD in get(site, page)[1]

        said = site.run("-c", ERASE)
        time.sleep(1)

        assert said.count("Erased: ") == len(REVISIONS) + 1
        assert "may still be" not in said
        assert files_with_the_word(folder) == set()
        assert (folder / "fresh.sqlite3-wal").exists()
    for _ in range(20):  # both workers
        for path in (page, api, "/en/a-to-z/", "/api/v1/term-pack/", "/en/changes/"):
            status, text = get(site, path)
            assert (status == 410) == (path in {page, api})
            assert f"What {WORD}" not in text
            assert f"by {WORD}" not in text
            assert WORD not in text.replace(f"/terms/{WORD}/", "")


@pytest.mark.postgresql
def test_no_file_of_postgresql_has_a_byte_of_it(served):
    site, folder = served
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        (data,) = cursor.fetchone()
    for setting in ("wal_recycle = off", "min_wal_size = '32MB'"):
        _alter(setting)
    site.run("-c", WRITE)
    site.run("-c", NOTE_DOWN)
    assert files_with_the_word(Path(data))

    said = site.run("-c", ERASE)
    assert said.count("Erased: ") == len(REVISIONS) + 1
    # Whoever writes elsewhere in the cluster holds it up: then it is typed again.
    assert any(_finishes(site) for _ in range(6))

    assert files_with_the_word(folder) == set()
    assert files_with_the_word(Path(data)) == set()


def _finishes(site):
    command = site.begin("manage.py", "erase", "finish")
    said, _ = command.communicate()
    return not command.returncode and "Nothing is left" in said


def _alter(setting):
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"ALTER SYSTEM SET {setting}")
        cursor.execute("SELECT pg_reload_conf()")
