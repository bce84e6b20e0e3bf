"""What comes out of a file goes whole from the process that reads it to us."""

from __future__ import annotations

import pytest

from glossary.files import FileText, Gap, Unread
from glossary.files.file_text import from_bytes, to_bytes


@pytest.mark.parametrize("what", Unread)
def test_a_gap_of_each_kind_arrives_with_its_pages(what):
    read = FileText("tŷ", (Gap(what, (1, 3)), Gap(Unread.SIGNS)))

    assert from_bytes(to_bytes(read)) == read


def test_half_of_a_sign_does_not_stop_a_text():
    assert from_bytes(to_bytes(FileText("a\ud800b"))) == FileText("a?b")
