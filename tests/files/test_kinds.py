"""Of which kind a file is, and which text some bytes are."""

import pytest

from glossary.files import ENDINGS, FileError
from glossary.files.kinds import ending_of
from glossary.files.plain import decoded
from tests.files.cases import KINDS, PLAIN_TEXTS, each


def kind(name, data):
    try:
        return ending_of(name, data)
    except FileError as error:
        return error.fault.value


def plain(data):
    try:
        return decoded(data)
    except FileError:
        return None


@pytest.mark.parametrize("case", each(KINDS))
def test_a_file_is_known_by_its_first_bytes_and_its_name(case):
    assert kind(case["file"], case["bytes"]) == case["kind"]


@pytest.mark.parametrize("case", each(PLAIN_TEXTS))
def test_plain_text_is_read_in_the_encodings_of_peoples_programs(case):
    assert plain(case["bytes"]) == case["text"]


def test_the_cases_have_every_kind_that_is_read():
    assert {case["kind"] for case in KINDS} >= set(ENDINGS)
