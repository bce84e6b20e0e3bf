"""Whoever adds the text of a document is told what of its file is not in it."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from glossary.document import DocumentKind
from glossary.files import Unread
from glossary.gaps import SENTENCES
from glossary.models import Publication
from tests.factories import source
from tests.files.mails import written

pytestmark = pytest.mark.django_db


def add(tmp_path, capsys, name, data):
    source()
    file = tmp_path / name
    file.write_bytes(data)
    call_command("add_document_text", "report-2023", str(file))
    return capsys.readouterr().out.splitlines()


def test_a_text_that_is_whole_is_added_with_one_line(tmp_path, capsys):
    said = add(tmp_path, capsys, "a.txt", b"The police force.")

    assert said == ["report-2023: 17 characters"]
    assert Publication.objects.of_kind(DocumentKind.TEXT).exists()


def test_what_is_not_in_the_text_has_a_line_each(tmp_path, capsys):
    message = written()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf")

    _, *said = add(tmp_path, capsys, "a.eml", bytes(message))

    assert said == [f"report-2023: {SENTENCES[Unread.ENCLOSED]}"]
