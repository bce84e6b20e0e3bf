"""How often a page asks the database: as often for a hundred entries as for a few."""

import pytest

from tests.site import Site
from tests.web.test_every_page import AFTERWARDS, FOUND
from tests.work import calls

pytestmark = pytest.mark.django_db

MOST = 8
"""Most pages list more of the starter glossary than this."""


@pytest.fixture
def unheld_site(starter_glossary):
    """The application without the answers that it holds ready."""
    from explainer.wsgi import django_application

    return Site(django_application)


@pytest.mark.parametrize("path", [row.values[0] for row in (*FOUND, *AFTERWARDS)])
def test_no_page_asks_once_for_each_row(
    unheld_site, path, django_assert_max_num_queries
):
    unheld_site.get(path)

    with django_assert_max_num_queries(MOST):
        answer = unheld_site.get(path)

    assert answer.status == 200


ENTRY = "/en/terms/police-force/"


def test_the_page_of_an_entry_asks_for_its_address_its_text_and_its_history(
    unheld_site, django_assert_max_num_queries
):
    unheld_site.get(ENTRY)

    with django_assert_max_num_queries(3 + 1):  # the version of the content, at times
        unheld_site.get(ENTRY)


def test_what_is_on_every_page_is_not_made_anew_for_each(unheld_site):
    first = calls(lambda: unheld_site.get(ENTRY))
    then = calls(lambda: unheld_site.get(ENTRY))

    assert first > then
    assert then < 32_000
