"""``manage.py coverage``: what the glossary explains in documents, and what not."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.plain_language.content import police_force, write_content


@pytest.fixture
def run(tmp_path):
    """Run the command on documents, and return what it prints."""
    terms = [
        {"text": "police force", "type": "full-form", "status": "preferred"},
        {
            "text": "the force",
            "type": "short-form",
            "status": "admitted",
            "context_only": True,
        },
        {"text": "PF", "type": "acronym", "status": "admitted"},
    ]
    entry = police_force(terms=terms)
    bill = {"text": "Bil", "type": "full-form", "status": "admitted"}
    entry["languages"]["cy"]["terms"].append(
        bill
        | {
            "grammar": {"match_mutated": False},
            "provenance": {"status": "proposed"},
        }
    )
    arguments = write_content(tmp_path, entry)
    documents = tmp_path / "documents"

    def command(texts, *options):
        documents.mkdir(exist_ok=True)
        for name, text in texts.items():
            (documents / name).write_bytes(text.encode("latin-1"))
        out = StringIO()
        folder = f"--documents={documents}"
        call_command("coverage", folder, *arguments, *options, stdout=out)
        return out.getvalue()

    return command


def test_terms_and_backlog_of_each_document(run):
    printed = run({"a.txt": "A police force, a PF.\nIt asked the XQZ.", "b.txt": "No."})

    assert printed.splitlines() == [
        "a.txt: 1 entries",
        "     2 police-force",
        "  without an entry: 1",
        "     1 XQZ: It asked the XQZ.",
        "b.txt: 0 entries",
        "  without an entry: 0",
        "Entries that occur: 1 of 1.",
    ]


def test_a_word_that_only_stands_for_a_term_is_no_occurrence(run):
    assert "a.txt: 0 entries" in run({"a.txt": "It was the force."})


def test_a_mutated_form_that_is_another_word_is_no_occurrence(run):
    assert "a.txt: 0 entries" in run({"a.txt": "Fil o bobl."})
    assert "a.txt: 1 entries" in run({"a.txt": "Y Bil hwn."})


def test_coverage_as_json(run):
    printed = json.loads(run({"a.txt": "A PF and an XQZ."}, "--format=json"))

    assert printed == {
        "documents": [
            {
                "name": "a.txt",
                "entries": [{"id": "police-force", "times": 1}],
                "backlog": [
                    {"text": "XQZ", "places": [12], "line": "A PF and an XQZ."}
                ],
            }
        ]
    }


def test_a_backlog_fails_only_where_that_is_asked_for(run):
    assert "XQZ" in run({"a.txt": "An XQZ."})
    with pytest.raises(CommandError, match="have no entry"):
        run({"a.txt": "An XQZ."}, "--strict")
    assert run({"a.txt": "A PF."}, "--strict")


@pytest.mark.parametrize(
    ("texts", "message"),
    [({}, "holds no"), ({"a.txt": "caf\xe9"}, "not UTF-8")],
    ids=["no documents", "another encoding"],
)
def test_documents_that_cannot_be_read(run, texts, message):
    with pytest.raises(CommandError, match=message):
        run(texts)


def test_a_document_that_is_none_is_named(run, tmp_path):
    (tmp_path / "documents" / "b.txt").mkdir(parents=True)

    with pytest.raises(CommandError, match=r"b\.txt: Is a directory"):
        run({"a.txt": "A PF."})


def test_content_that_cannot_be_read_is_named(tmp_path):
    broken = police_force() | {"kind": "nonsense"}
    arguments = write_content(tmp_path, broken)

    with pytest.raises(CommandError, match=r"police-force\.yaml#/kind"):
        call_command("coverage", f"--documents={tmp_path}", *arguments)
