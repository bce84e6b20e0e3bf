"""Whoever may add the text of a public document may publish that, and nothing else."""

import pytest

from glossary.document import DocumentKind
from glossary.models import Act
from glossary.permissions import can_publish
from tests.factories import person

pytestmark = pytest.mark.django_db

TEXT, ENTRY = DocumentKind.TEXT, DocumentKind.ENTRY


@pytest.mark.parametrize(
    ("kinds", "acts"),
    [
        pytest.param([TEXT], {Act.PUBLISH, Act.ADD_DOCUMENT_TEXTS}, id="text"),
        pytest.param([TEXT] * 2, {Act.PUBLISH, Act.ADD_DOCUMENT_TEXTS}, id="texts"),
        pytest.param([TEXT, ENTRY], {Act.PUBLISH}, id="text-and-entry"),
        pytest.param([ENTRY], {Act.PUBLISH}, id="entry"),
        pytest.param([], {Act.PUBLISH}, id="nothing"),
    ],
)
def test_of_what_somebody_may_do_only_these_let_it_be_published(kinds, acts):
    may = {act for act in Act if can_publish(person(act, name=act), kinds)}

    assert may == acts
