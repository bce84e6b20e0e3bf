"""Every quotation is looked for in the text of its document."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from tests.folder import Folder


@pytest.fixture
def folder(tmp_path):
    """Two entries that quote one document."""
    folder = Folder(tmp_path)
    folder.write_source(file="report.txt")
    return folder


def verify(folder, documents):
    call_command(
        "verify_quotations",
        documents=documents,
        fixtures=folder.fixtures,
        seeds=folder.seeds,
    )


def test_every_quotation_is_looked_for(folder, tmp_path, capsys):
    (tmp_path / "report.txt").write_text("It says in\u00a0\n its own  words that")

    verify(folder, tmp_path)

    assert "Quotations found: 2 of 2." in capsys.readouterr().out


def test_a_quotation_that_is_not_there_is_named(folder, tmp_path):
    never = [{"source": "report-2023", "quotation": "never said", "lang": "en"}]
    folder.write_entry("grooming", citations=never)
    (tmp_path / "report.txt").write_text("in its own words")

    with pytest.raises(CommandError) as caught:
        verify(folder, tmp_path)

    assert "Not found: 1 of 2" in str(caught.value)
    assert "grooming.yaml#/citations/0: never said" in str(caught.value)


def test_quotations_from_pages_that_are_no_files_are_counted_beside(
    folder, tmp_path, capsys
):
    folder.write_source("page", kind="web-page")
    of_page = [{"source": "page", "quotation": "on the page", "lang": "en"}]
    folder.write_entry("grooming", citations=of_page)
    (tmp_path / "report.txt").write_text("in its own words")

    verify(folder, tmp_path)

    out = capsys.readouterr().out
    assert "Quotations found: 1 of 1." in out
    assert "Not compared, from pages that are no files: 1." in out


def test_a_document_without_a_file_is_missed(folder, tmp_path):
    folder.write_source()

    with pytest.raises(CommandError, match="Not found: 2 of 2"):
        verify(folder, tmp_path)


def test_documents_that_are_not_there_get_a_sentence(folder, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        verify(folder, tmp_path / "nowhere")


def test_content_that_is_not_valid_gets_a_sentence(folder, tmp_path):
    folder.write_source(colour="red")

    with pytest.raises(CommandError, match="colour"):
        verify(folder, tmp_path)
