"""What somebody types to sign in is in no log, no table and no address afterwards."""

from __future__ import annotations

import logging

import pytest
from django.db import connection

from glossary.limits import counting
from glossary.logs import Reserved
from tests.desk.conftest import PASSWORD

MARK = "qzvxmarkxvzq"
SIGN_IN = "/desk/en/sign-in/"

WAYS = {
    "wrong": lambda browser: browser.sign_in(MARK, MARK),
    "too-often": lambda browser: [browser.sign_in(MARK, MARK) for _ in range(6)],
    "wrong-password": lambda browser: browser.sign_in("anna", MARK),
    "without-a-token": lambda browser: browser.post(
        SIGN_IN, {"username": MARK, "password": MARK}
    ),
    "from-elsewhere": lambda browser: browser.sign_in(
        MARK, MARK, origin=f"https://{MARK}.example"
    ),
    "wanted": lambda browser: browser.get(f"{SIGN_IN}?next=/desk/{MARK}/"),
    "nowhere": lambda browser: browser.get(f"/desk/en/{MARK}/"),
    "cookie": lambda browser: browser.get(SIGN_IN, cookie=f"desk={MARK}; x={MARK}"),
    "not-in-private": lambda browser: browser.get(SIGN_IN, host=f"{MARK}.example"),
}


def rows():
    """Return every row of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (our own tables)
            yield from map(repr, cursor.fetchall())


def counts():
    return [bytes(one._memory) for one in counting._counts.tables.values()]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_nothing_of_it_is_kept(browse, anna, caplog, monkeypatch, way):
    monkeypatch.setattr(caplog.handler, "formatter", Reserved())
    caplog.set_level(logging.DEBUG)

    way(browse())

    assert MARK not in caplog.text
    assert MARK not in "".join(rows())
    assert MARK.encode() not in b"".join(counts())


def test_nor_is_the_password_of_somebody_who_is_let_in(
    browse, anna, caplog, monkeypatch
):
    monkeypatch.setattr(caplog.handler, "formatter", Reserved())
    caplog.set_level(logging.DEBUG)
    browser = browse()

    browser.sign_in("anna", PASSWORD)
    browser.get("/desk/en/")

    assert PASSWORD not in caplog.text
    assert PASSWORD not in "".join(rows())


def test_what_is_kept_would_be_found(browse, anna):
    anna.first_name = MARK
    anna.save()

    assert MARK in "".join(rows())
