"""The texts that ship are opened and saved as a browser does it: nothing changes."""

from __future__ import annotations

import pytest

from glossary.document import DocumentKind, Name
from glossary.models import Author, Revision
from glossary.review import begin_draft
from tests.desk.conftest import PASSWORD
from tests.desk.writing.forms import EN, path_of, send
from tests.factories import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_glossary")]
TEXTS = [
    ("entry", "grooming"),
    ("entry", "adr149"),
    ("entry", "iicsa"),
    ("entry", "mappa"),
    ("topic", "police-data"),
    ("helpline", "childline"),
    ("source", "hmicfrs-2023-group-based-cse"),
]


@pytest.fixture(params=TEXTS, ids=[key for _, key in TEXTS])
def named_text(request, starter_content):
    kind, key = request.param
    known = starter_content.of(DocumentKind(kind))
    return Name(DocumentKind(kind), key if key in known else min(known))


def test_a_text_is_opened_and_saved(desk, writer, named_text):
    draft = begin_draft(name=named_text, actor=writer)

    page = desk.get(path_of(draft, EN))
    answer = send(desk, path_of(draft, EN), answer=page)

    assert (page.status, answer.status) == (200, 302)
    assert Revision.objects.get(pk=draft.pk).document == draft.document
    assert not Author.objects.filter(revision=draft).exists()
    assert 'id="summary"' not in page.text  # nothing that ships hinders anybody


@pytest.mark.parametrize("act", ["write_en", "write_cy"])
def test_so_is_one_of_which_somebody_may_write_one_language(
    browse, writer, named_text, act
):
    draft = begin_draft(name=named_text, actor=writer)
    person(act, name="una", password=PASSWORD)
    una = browse()
    una.sign_in("una", PASSWORD)

    page = una.get(path_of(draft, EN))
    answer = send(una, path_of(draft, EN), answer=page)

    assert (page.status, answer.status) == (200, 302)
    assert Revision.objects.get(pk=draft.pk).document == draft.document
