"""An index in a file: made once, used by every process, never put over anything."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from glossary import languages
from glossary.search import IndexFileError, build_index, open_index
from glossary.search.schema import FORMAT
from glossary.search.storage import _seal, keep_in_file
from tests.search.vocabulary import GLOSSARY, index_of, rows_of

ROOT = Path(__file__).resolve().parents[2]


def unread():
    """Rows that nobody may ask for."""
    yield pytest.fail("The rows were read.")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "search.sqlite3"


def test_a_file_answers_as_memory_does(index, path):
    in_file = index_of(GLOSSARY, path=path)

    assert in_file.search("bail") == index.search("bail")
    assert in_file.lookup("adr 149") == index.lookup("adr 149")
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_of_the_same_sequence_is_used_as_it_is(path):
    index_of(GLOSSARY, path=path)

    found = build_index(
        unread(), unread(), unread(), unread(), sequence=1, path=os.fspath(path)
    )

    assert found.count() == len(GLOSSARY)


@pytest.mark.parametrize(
    "asked", [{"sequence": 2}, {"sequence": 1, "origin": "elsewhere"}], ids=str
)
def test_a_file_of_other_content_is_replaced(path, asked):
    old = index_of(GLOSSARY, path=path)

    assert open_index(path, **asked) is None
    new = index_of(GLOSSARY[:2], path=path, **asked)

    assert new.count() == open_index(path, **asked).count() == 2
    assert old.count() == len(GLOSSARY)
    assert old.search("heddlu").hits


def test_a_file_for_other_languages_is_not_used(path):
    index_of(GLOSSARY, path=path)
    languages.configure(["glossary.languages.welsh", "glossary.languages.english"])

    assert open_index(path, sequence=1) is None


def test_there_may_be_no_file(path):
    assert open_index(path, sequence=1) is None


def test_an_empty_file_is_replaced(path):
    path.touch()

    assert index_of(GLOSSARY, path=path).count() == len(GLOSSARY)


def test_a_damaged_index_is_replaced(path):
    index_of(GLOSSARY, path=path)
    path.write_bytes(path.read_bytes()[:5000])

    assert open_index(path, sequence=1) is None
    assert index_of(GLOSSARY, path=path).count() == len(GLOSSARY)


@pytest.mark.parametrize("place", [*range(100, 1000, 97), -1, -100, 0.25, 0.5, 0.75])
def test_an_index_with_one_changed_byte_is_replaced(path, place):
    index_of(GLOSSARY, path=path)
    content = bytearray(path.read_bytes())
    content[int(place * len(content)) if isinstance(place, float) else place] ^= 1
    path.write_bytes(content)

    assert open_index(path, sequence=1) is None
    assert index_of(GLOSSARY, path=path).search("bail").hits
    assert open_index(path, sequence=1)


@pytest.mark.parametrize("more", [b"\0", b"x" * 100])
def test_an_index_with_something_behind_it_is_replaced(path, more):
    index_of(GLOSSARY, path=path)
    path.write_bytes(path.read_bytes() + more)

    assert open_index(path, sequence=1) is None


_KILLED = """
import os, signal, sys
from pathlib import Path
from glossary.search.storage import keep_in_file

def write(connection):
    connection.execute("CREATE TABLE t (x)")
    os.kill(os.getpid(), signal.SIGKILL)

keep_in_file(Path(sys.argv[1]), write)
"""


def test_what_a_writer_left_that_was_killed_is_removed(path):
    for _ in range(3):
        subprocess.run([sys.executable, "-c", _KILLED, path], cwd=ROOT, check=False)
    assert len([*path.parent.iterdir()]) == 1

    index_of(GLOSSARY, path=path)

    assert [*path.parent.iterdir()] == [path]


def test_what_another_writer_is_writing_is_left_alone(path):
    def write(connection):
        index_of(GLOSSARY, path=path)
        assert len([*path.parent.iterdir()]) == 2
        address = f"{path.as_uri()}?immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as other:
            other.backup(connection)

    assert keep_in_file(path, write).facts.sequence == 1


def test_an_index_of_another_format_is_replaced(path):
    index_of(GLOSSARY, path=path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    _seal(path)

    assert open_index(path, sequence=1) is None
    assert index_of(GLOSSARY, path=path).count() == len(GLOSSARY)


@pytest.mark.parametrize("content", ["a letter", "SQLite format 3\0" + "x" * 100])
def test_a_file_that_is_something_else_is_left_alone(path, content):
    path.write_text(content)

    with pytest.raises(IndexFileError, match=r"search\.sqlite3 is not a search index"):
        index_of(GLOSSARY, path=path)

    assert path.read_text() == content


def test_a_file_that_is_replaced_while_it_is_opened_is_not_used(path, monkeypatch):
    newer = path.with_suffix(".newer")
    index_of(GLOSSARY, path=path)
    index_of(GLOSSARY, path=newer, sequence=2)
    connect = sqlite3.connect

    def connect_and_replace(*args, **options):
        found = connect(*args, **options)
        if newer.exists():
            newer.replace(path)
        return found

    monkeypatch.setattr(sqlite3, "connect", connect_and_replace)

    assert open_index(path, sequence=1) is None


def test_what_fails_leaves_nothing_behind(path):
    rows = rows_of(GLOSSARY)
    lists = (rows[name] for name in ("sections", "labels", "texts"))

    with pytest.raises(KeyError):
        build_index([], *lists, sequence=1, path=path)

    assert [*path.parent.iterdir()] == []


def test_an_index_is_made_where_nothing_can_be_put_aside(monkeypatch):
    def nowhere():
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "gettempdir", nowhere)

    assert index_of(GLOSSARY).count() == len(GLOSSARY)
