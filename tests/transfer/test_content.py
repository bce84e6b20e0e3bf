"""A folder is read whole, and everything that is wrong with it is told at once."""

from __future__ import annotations

import pytest

from glossary.document import DocumentKind, Name
from glossary.errors import DocumentError
from glossary.transfer import content_digest, missing_quotations
from tests.factories import entry_data
from tests.helplines import helpline


def refused(folder):
    """Return what is wrong with a folder: place, code and words of each fault."""
    with pytest.raises(DocumentError) as caught:
        folder.read()
    return [(row.place, row.code, row.detail) for row in caught.value.problems]


def digest(folder):
    return content_digest(folder.fixtures, folder.seeds)


def test_everything_in_a_folder_is_read_by_its_id(folder):
    content = folder.read()

    assert {kind: list(content.of(kind) or ()) for kind in DocumentKind} == {
        "entry": ["grooming", "problem-profile"],
        "source": ["report-2023"],
        "topic": ["police-data", "people"],
        "helpline": ["a-line"],
        "review": ["a-review"],
        "text": [],
    }
    assert content.of(DocumentKind.TEXT) is None
    assert content.digest == digest(folder)


def test_sources_are_a_list_in_one_file_or_a_file_each(folder):
    one = (folder.seeds / "report-2023.yaml").read_text()
    lines = one.replace("report-2023", "another").splitlines(keepends=True)
    listed = "".join(
        f"{'  ' if place else '- '}{row}" for place, row in enumerate(lines)
    )
    (folder.seeds / "list.yaml").write_text(listed)

    assert set(folder.read().sources) == {"another", "report-2023"}


def test_a_document_is_found_by_its_name(folder):
    (folder.fixtures / "helplines.yaml").unlink()
    content = folder.read()

    found = content.document(Name(DocumentKind.TOPIC, "people"))

    assert found == content.topics["people"]
    for kind, key in (("source", "people"), ("topic", "x"), ("helpline", "a-line")):
        assert content.document(Name(DocumentKind(kind), key)) is None


def test_what_may_be_left_out_is(folder):
    (folder.fixtures / "helplines.yaml").unlink()

    content = folder.read()

    assert content.helplines is None
    assert content.sources["report-2023"].publisher_names == {}


def test_publishers_are_called_as_their_list_says(folder):
    folder.write_source("another", publisher="Somebody else")
    folder.write_publishers(
        {"name": "The inspectors", "languages": {"cy": "Yr arolygwyr"}},
        {"name": "Nobody's", "languages": {"cy": "Neb"}},
    )

    sources = folder.read().sources

    assert sources["report-2023"].publisher_names == {"cy": "Yr arolygwyr"}
    assert sources["another"].publisher_names == {}


def test_a_file_is_named_as_its_entry(folder):
    path = folder.fixtures / "entries" / "grooming.yaml"
    renamed = path.rename(path.with_name("other.yaml"))

    detail = "the file is named “other”, the entry “grooming”"
    assert refused(folder) == [(f"{renamed}#/id", "misnamed", detail)]


@pytest.mark.parametrize("file", ["topics.yaml", "review.yaml"])
def test_what_must_be_there_must_be_there(folder, file):
    path = folder.fixtures / file
    path.unlink()

    assert refused(folder) == [(str(path), "unreadable", "No such file or directory")]


def test_why_a_file_cannot_be_read_is_told_also_where_no_system_says_it(
    folder, monkeypatch
):
    def fail(_path):
        raise OSError("The disk is gone.")

    monkeypatch.setattr("glossary.transfer.content.read_yaml", fail)

    assert {row[1:] for row in refused(folder)} == {("unreadable", "The disk is gone.")}


@pytest.mark.parametrize(
    "file",
    [
        "fixtures/topics.yaml",
        "fixtures/helplines.yaml",
        "fixtures/publishers.yaml",
        "fixtures/review.yaml",
        "fixtures/entries/grooming.yaml",
        "seeds/report-2023.yaml",
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(folder, file):
    path = folder.fixtures.parent / file
    path.write_text("colour: red\n")

    told = refused(folder)

    assert (f"{path}#/colour", "extra-forbidden") in {row[:2] for row in told}
    assert {row[0].partition("#")[0] for row in told} == {str(path)}


def test_all_that_is_wrong_is_told_at_once(folder):
    (folder.fixtures / "review.yaml").unlink()
    (folder.seeds / "report-2023.yaml").write_text("a: 1\na: 2\n")
    folder.write_topics("people", "people")

    assert [code for _, code, _ in refused(folder)] == [
        "unreadable",
        "not-plain-yaml",
        "twice",
    ]


TWICE = {
    "topic": lambda folder: folder.write_topics("people", "police-data", "people"),
    "helpline": lambda folder: folder.write_helplines(helpline(), helpline()),
    "publisher": lambda folder: folder.write_publishers(
        *({"name": "The inspectors", "languages": {"cy": lang}} for lang in "ab")
    ),
    "source": lambda folder: (folder.seeds / "z.yaml").write_bytes(
        (folder.seeds / "report-2023.yaml").read_bytes()
    ),
}
IDS = {
    "topic": "people",
    "helpline": "a-line",
    "publisher": "The inspectors",
    "source": "report-2023",
}


@pytest.mark.parametrize("what", TWICE)
def test_what_is_there_twice_is_refused_by_its_name(folder, what):
    TWICE[what](folder)

    assert refused(folder) == [
        (IDS[what], "twice", f"the {what} is there 2 times"),
    ]


# The digest


def test_a_folder_that_is_read_again_has_the_same_digest(folder):
    assert digest(folder) == digest(folder) == folder.read().digest


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: folder.write_entry("courts"), id="an-entry-more"),
        pytest.param(lambda folder: folder.remove("entry/grooming"), id="one-less"),
        pytest.param(
            lambda folder: folder.write_entry("grooming", kind="data"), id="entry"
        ),
        pytest.param(lambda folder: folder.write_source(title="Other"), id="source"),
        pytest.param(lambda folder: folder.write_topics("people"), id="topics"),
        pytest.param(lambda folder: folder.write_helplines(), id="helplines"),
        pytest.param(lambda folder: folder.write_review("other"), id="review"),
        pytest.param(lambda folder: folder.write_publishers(), id="publishers"),
        pytest.param(
            lambda folder: (folder.seeds / "report-2023.yaml").rename(
                folder.seeds / "renamed.yaml"
            ),
            id="name-of-a-file",
        ),
    ],
)
def test_whatever_changes_the_digest_does(folder, change):
    before = digest(folder)

    change(folder)

    assert digest(folder) != before


def test_without_the_secret_key_nobody_can_try_what_a_file_said(folder, settings):
    before = digest(folder)

    settings.SECRET_KEY = "another"

    assert digest(folder) != before


def test_what_a_file_says_is_not_mistaken_for_its_name_or_for_another_file(tmp_path):
    folders = [
        {"a.yaml": "b.yaml"},
        {"a.yamlb.yaml": ""},
        {"a.yaml": "", "b.yaml": ""},
        {"a.yaml": "b.yaml\0"},
        {"a.yaml": "\0b.yaml"},
    ]

    digests = set()
    for number, files in enumerate(folders):
        seeds = tmp_path / str(number)
        seeds.mkdir()
        for name, text in files.items():
            (seeds / name).write_text(text)
        digests.add(content_digest(tmp_path / "none", seeds))

    assert len(digests) == len(folders)


# Quotations


def quoting(folder, *quotations, **source):
    """Write an entry with these quotations, and the words of its source."""
    folder.write_source(file="report.txt", **source)
    folder.write_entry(
        "problem-profile",
        citations=[
            {"source": "report-2023", "quotation": text, "lang": "en"}
            if text
            else {"source": "report-2023", "lang": "en"}
            for text in quotations
        ],
    )
    texts = folder.fixtures.parent / "texts"
    texts.mkdir()
    (texts / "report.txt").write_text(
        "In it, in its own words: It says “so”, the force’s\nown\u00a0words."
    )
    return texts


def test_a_quotation_is_found_whatever_its_marks_and_spaces(folder):
    texts = quoting(folder, "the force's own words", 'says "so"', "")

    assert list(missing_quotations(folder.read(), texts)) == []


def test_words_that_are_not_there_are_told_with_their_place(folder):
    texts = quoting(folder, "It says", "It said", "the Force's")

    assert list(missing_quotations(folder.read(), texts)) == [
        ("problem-profile.yaml#/citations/1", "It said"),
        ("problem-profile.yaml#/citations/2", "the Force's"),
    ]


def test_words_of_a_source_without_a_text_are_told(folder):
    texts = quoting(folder, "It says")
    folder.write_source()

    assert list(missing_quotations(folder.read(), texts)) == [
        ("grooming.yaml#/citations/0", "in its own words"),
        ("problem-profile.yaml#/citations/0", "It says"),
    ]


def test_an_entry_file_is_read_as_it_is_written(folder):
    folder.write_entry("courts", kind="data")

    entry = folder.read().entries["courts"]

    assert (entry.id, entry.kind) == ("courts", "data")
    assert set(entry.languages) == set(entry_data()["languages"])


def test_files_are_read_in_the_order_of_their_names(folder):
    names = [f"report-{number}" for number in (5, 2, 8, 1, 9, 3, 7, 4, 6)]
    for name in names:
        (folder.seeds / f"{name}.yaml").write_text("a: 1\na: 2\n")
        path = folder.fixtures / "entries" / f"{name}.yaml"
        path.write_text("a: 1\na: 2\n")

    told = [place for place, _, _ in refused(folder)]

    folders = (folder.fixtures / "entries", folder.seeds)
    assert told == [f"{one}/{name}.yaml#" for one in folders for name in sorted(names)]
