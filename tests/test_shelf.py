"""Sources, topics, helplines and texts, as a process knows them."""

import pytest

from glossary import reading
from glossary.document import DocumentKind, Name
from glossary.document_texts import add_document_text
from glossary.publishing import withdraw_unneeded
from tests.factories import OPERATOR, source, topic
from tests.helplines import helpline, stored

pytestmark = pytest.mark.django_db


def test_topics_and_helplines_come_in_the_order_of_their_positions():
    stored(helpline(id="b-line"), helpline(id="a-line"))
    topic("b", 1, en="B")
    topic("z", 0, en="Z")
    topic("a", 1, en="A")

    assert list(reading.shelf().helplines) == ["b-line", "a-line"]
    assert list(reading.shelf().topics) == ["z", "a", "b"]


def test_what_is_withdrawn_is_not_on_the_shelf():
    stored(helpline(), helpline(id="other"))
    source()
    add_document_text(source_id="report-2023", text="A text.", actor=OPERATOR)
    assert list(reading.shelf().helplines) == ["a-line", "other"]
    assert reading.shelf().texts == {"report-2023"}

    stored(helpline())
    withdraw_unneeded(names=[Name(DocumentKind.TEXT, "report-2023")], actor=OPERATOR)

    assert list(reading.shelf().helplines) == ["a-line"]
    assert reading.shelf().texts == frozenset()
    assert list(reading.shelf().sources) == ["report-2023"]
