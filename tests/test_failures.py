"""A failure is told by its kinds and places, never by its messages."""

import logging
import sys

import pytest

from glossary.failures import trace
from glossary.logs import Reserved


def _raise(cause, error):
    raise error("secret two") from cause("secret one")


def test_kinds_and_places_are_told_and_messages_are_not():
    with pytest.raises(RuntimeError) as caught:
        _raise(ValueError, RuntimeError)

    told = trace(caught.value)

    assert told.index("ValueError") < told.index("RuntimeError")
    assert 'raise error("secret two")' in told  # a line of code, and no value
    assert "secret one" not in told.replace('cause("secret one")', "")


def test_an_error_that_came_of_itself_is_told_once():
    error = ValueError("a")
    error.__cause__ = KeyError("b")
    error.__cause__.__cause__ = error

    assert trace(error).count("ValueError") == 1


def test_a_log_has_the_places_too():
    formatter = Reserved()
    try:
        _raise(ValueError, RuntimeError)
    except RuntimeError as error:
        told = trace(error)
        record = logging.makeLogRecord(
            {"name": "glossary", "msg": "broken", "exc_info": sys.exc_info()}
        )

    text = formatter.format(record)

    assert text.endswith(f"glossary: broken\n{told}")
    assert "RuntimeError: secret two" not in text
