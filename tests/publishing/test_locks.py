"""What changes anything public waits for its turn before it reads what it decides by."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glossary.models import Revision
from glossary.publishing import publish_due
from glossary.review import sign_off
from tests.factories import person, published, withdrawn
from tests.publishing.test_all_or_nothing import GONE, HOUR, RULES, later, planned
from tests.review.test_all_or_nothing import READY
from tests.review.test_own_work import STEPS
from tests.review.writing import ENGLISH, somebody

pytestmark = pytest.mark.django_db

LOCKING = ("begin_draft", "begin_check", "bring_up_to_date", "sign_off")
"""The steps of a revision that depend on what is public."""
ASKED_FIRST = r"glossary_user|glossary_user_user_permissions|auth_|django_content_type"
"""What says who somebody is, and what they may do."""


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


def tables(queries):
    """Return the tables that were asked, one after the other, but for who asks."""
    found = [
        re.search(r'(?:FROM|INTO|UPDATE) "(\w+)"', one["sql"])
        for one in queries.captured_queries
    ]
    names = [one[1] for one in found if one]
    return [name for name in names if not re.fullmatch(f"(?:{ASKED_FIRST}).*", name)]


def asked_first(queries):
    """Return the table that is asked first in each transaction, also in inner ones."""
    texts = "\n".join(one["sql"] for one in queries.captured_queries)
    _, *parts = re.split("^SAVEPOINT", texts, flags=re.MULTILINE)
    return [re.findall(r'(?:FROM|INTO|UPDATE) "(\w+)"', part)[0] for part in parts]


@pytest.mark.parametrize("rule", sorted(RULES.keys() - {"decline_erasure"}))
def test_who_publishes_waits_for_the_others_first(rule):
    published()
    published(GONE.key)
    withdrawn(GONE.key)
    prepare, act = RULES[rule]
    given, actor = prepare(), person("erase", "publish", "withdraw")

    with CaptureQueriesContext(connection) as queries:
        act(given, actor)

    assert tables(queries)[0] == "glossary_dataset"


@pytest.mark.parametrize(("state", "times"), [("approved", 2), ("superseded", 3)])
def test_what_is_due_waits_for_them_and_so_does_who_notes_that_it_failed(state, times):
    planned()
    Revision.objects.filter(key="police-force").update(state=state)

    with CaptureQueriesContext(connection) as queries:
        publish_due(now=later() + HOUR)

    assert asked_first(queries) == ["glossary_dataset"] * times


@pytest.mark.parametrize("step", LOCKING)
def test_who_begins_or_signs_off_waits_for_them_too(step):
    given = READY[step](somebody("anna"))
    ben = somebody("ben")

    with CaptureQueriesContext(connection) as queries:
        if step == "sign_off":
            sign_off(revision=given, asked=ENGLISH, seen=given.digest, actor=ben)
        else:
            STEPS[step](given, ben)

    assert tables(queries)[0] == "glossary_dataset"
