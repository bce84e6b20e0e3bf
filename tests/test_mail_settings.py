"""How letters go out: what an address of a server says, and what must not be forgotten."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.mail_kinds import MailServer, server

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", MailServer()),
        ("smtp://localhost:2525", MailServer("localhost", 2525)),
        ("smtp://[::1]:25", MailServer("::1", 25)),
        ("smtp://mail.example", MailServer("mail.example", 587, becomes_tls=True)),
        ("smtps://mail.example/", MailServer("mail.example", 465, is_tls=True)),
        (
            "smtps://desk%40mail.example:p%40ss@mail.example:4650",
            MailServer("mail.example", 4650, "desk@mail.example", "p@ss", is_tls=True),
        ),
    ],
)
def test_an_address_says_how_letters_go_out(text, meant):
    assert server(text) == meant


def test_a_server_without_a_sender_is_refused_in_a_sentence():
    answer = _check(EMAIL_URL="smtps://user:secret-word@mail.example")

    assert answer.returncode
    assert answer.stderr.strip() == "EMAIL_FROM must be set where EMAIL_URL is."


def test_a_server_with_a_sender_is_taken():
    answer = _check(
        EMAIL_URL="smtps://user:secret-word@mail.example", EMAIL_FROM="a@mail.example"
    )

    assert answer.returncode == 0, answer.stderr


def test_letters_go_to_that_server_with_that_name():
    """Whichever way the installed Django wants to be told."""
    told = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning", "-c", _ASKED],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "explainer.settings",
            "EMAIL_URL": "smtps://desk:p%40ss@mail.example:4650",
            "EMAIL_FROM": "a@mail.example",
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.split() == ["mail.example", "4650", "desk", "p@ss", "True", "20"]


_ASKED = """
import django; django.setup()
from django.core import mail
way = mail.mailers.default if hasattr(mail, "mailers") else mail.get_connection()
print(way.host, way.port, way.username, way.password, way.use_ssl, way.timeout)
"""


def _check(**variables):
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
