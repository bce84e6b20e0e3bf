"""Of which kind a file is, and which text some bytes are."""

import pytest

from glossary.files import ENDINGS, FileError, Gap, Unread
from glossary.files.kinds import ending_of
from glossary.files.plain import read_plain
from tests.files.cases import KINDS, PLAIN_TEXTS, each


def kind(name, data):
    try:
        return ending_of(name, data)
    except FileError as error:
        return error.fault.value


def plain(data):
    try:
        return read_plain(data).text
    except FileError:
        return None


@pytest.mark.parametrize("case", each(KINDS))
def test_a_file_is_known_by_its_first_bytes_and_its_name(case):
    assert kind(case["file"], case["bytes"]) == case["kind"]


@pytest.mark.parametrize("case", each(PLAIN_TEXTS))
def test_plain_text_is_read_in_the_encodings_of_peoples_programs(case):
    assert plain(case["bytes"]) == case["text"]


@pytest.mark.parametrize("text", ["caf\ufffd", "café"])
def test_a_plain_text_says_whether_signs_are_lost(text):
    gaps = (Gap(Unread.SIGNS),) if "\ufffd" in text else ()

    assert read_plain(text.encode()).gaps == gaps


def test_the_cases_have_every_kind_that_is_read():
    assert {case["kind"] for case in KINDS} >= set(ENDINGS)
