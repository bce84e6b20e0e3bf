"""What was kept of readers for a while goes in time, though nobody comes."""

from __future__ import annotations

import pytest

from glossary import limits, memory
from glossary.languages.dictionary import lemma_of
from glossary.limits import SUGGESTIONS, counting
from glossary.serving import forgetting


class EnoughError(Exception):
    pass


@pytest.fixture
def after(monkeypatch, clock):
    """Let so many seconds pass in the thread."""

    def after(seconds):
        left = iter(range(seconds))

        def sleep(length):
            if next(left, None) is None:
                raise EnoughError
            clock.now += length

        monkeypatch.setattr("glossary.serving.forgetting.time.sleep", sleep)
        with pytest.raises(EnoughError):
            forgetting._go_on()

    return after


def test_counts_go_when_their_window_has_ended(after):
    limits.take(SUGGESTIONS, "a")

    table = counting._counts.tables[SUGGESTIONS.name]
    after(3599)
    assert any(table._memory[64:])

    after(1)

    assert not any(table._memory[64:])


def test_words_go_within_a_minute(after):
    memory.forget()
    lemma_of("en", "qzvxforgetxvzq")

    after(61)

    assert not lemma_of.cache_info().currsize
