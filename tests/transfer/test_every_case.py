"""Each way in which the three sides of a document can stand to each other.

``loaded``: whether it was loaded before. ``here``: what the database has since then, or
has without that. ``file``: what the folder has now.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.document import Name
from glossary.models import Publication
from tests.factories import on_show
from tests.transfer.edits import (
    ENTRY,
    HELPLINE,
    change,
    count_of_everything,
    edit,
    said,
    withdraw,
)

pytestmark = pytest.mark.django_db

FIRST, HERE, FILE, NOTHING = "first", "Edited here.", "Changed in the file.", None
GONE, OPEN = "gone from the folder", "edited here and in the file"

# loaded, here, file: how it stands, what readers see when the folder has been loaded
CASES = [
    (True, "same", "same", "unchanged", FIRST),
    (True, "same", "changed", "changed", FILE),
    (True, "same", "absent", GONE, FIRST),
    (True, "changed", "same", "edited here", HERE),
    (True, "changed", "changed", OPEN, HERE),
    (True, "changed", "as here", "unchanged", HERE),
    (True, "changed", "absent", GONE, HERE),
    (True, "withdrawn", "same", "unchanged", NOTHING),
    (True, "withdrawn", "changed", "changed", NOTHING),
    (True, "withdrawn", "absent", None, NOTHING),
    (False, "absent", "same", "new", FIRST),
    (False, "absent", "changed", "new", FILE),
    (False, "absent", "absent", None, NOTHING),
    (False, "same", "same", "unchanged", FIRST),
    (False, "same", "changed", OPEN, FIRST),
    (False, "same", "absent", None, FIRST),
    (False, "changed", "same", OPEN, HERE),
    (False, "changed", "changed", OPEN, HERE),
    (False, "changed", "as here", "unchanged", HERE),
    (False, "changed", "absent", None, HERE),
    (False, "withdrawn", "same", "unchanged", NOTHING),
    (False, "withdrawn", "changed", OPEN, NOTHING),
    (False, "withdrawn", "absent", None, NOTHING),
]
IDS = [f"{'loaded' if row[0] else 'new'}-{row[1]}-{row[2]}" for row in CASES]


@pytest.mark.parametrize(("loaded", "here", "file", "standing", "seen"), CASES, ids=IDS)
@pytest.mark.parametrize("name", [ENTRY, HELPLINE], ids=["entry", "helpline"])
def test_every_case(folder, name, loaded, here, file, standing, seen):
    first = arranged(folder, name, loaded=loaded, here=here)
    put(folder, name, file)

    found = {str(line.name): str(line.standing) for line in folder.plan().lines}
    assert found.get(name) == standing

    folder.load()
    assert seen_by_readers(name) == (first if seen == FIRST else seen)

    before = count_of_everything()
    folder.load()
    assert count_of_everything() == before


def arranged(folder, name, *, loaded, here):
    """Bring the database to where it is to be; return what the document says first."""
    kind, _, key = name.partition("/")
    document = folder.read().of(kind)[key]
    if loaded:
        folder.load()
    elif here != "absent":
        on_show(document, review="a-review")
    first = document.languages["en"]
    if here == "changed":
        edit(name)
    elif here == "withdrawn":
        withdraw(name)
    return first.short if kind == "entry" else first.who_for


def put(folder, name, file):
    """Bring the folder to where it is to be."""
    if file == "changed":
        change(folder, name)
    elif file == "as here":
        change(folder, name, HERE)
    elif file == "absent":
        folder.remove(name)
        folder.write_entry("grooming")  # which leads to no other entry then


def seen_by_readers(name):
    kind, key = Name.parse(name)
    is_there = Publication.objects.filter(kind=kind, key=key).exists()
    return said(name) if is_there else None


@pytest.mark.parametrize("name", [ENTRY, HELPLINE], ids=["entry", "helpline"])
def test_what_was_kept_when_it_was_gone_is_of_our_own_making(folder, name):
    """A file that comes back with another text does not take its place by itself."""
    folder.load()
    whole = folder.read()
    folder.remove(name)
    folder.write_entry("grooming")
    folder.load(keep=[name])
    changed = changed_content(name, whole)
    folder.read = lambda: changed

    assert folder.standings()[name] == OPEN


def changed_content(name, whole):
    """Return the content that was there, in which one document says something else."""
    kind, _, key = name.partition("/")
    document = whole.of(kind)[key]
    section = document.languages["en"]
    field = "short" if kind == "entry" else "who_for"
    other = section.model_copy(update={field: FILE})
    languages = {**document.languages, "en": other}
    documents = {
        **whole.of(kind),
        key: document.model_copy(update={"languages": languages}),
    }
    part = "entries" if kind == "entry" else "helplines"
    return replace(whole, **{part: documents})
